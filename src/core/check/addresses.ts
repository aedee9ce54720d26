import type { Article } from '../article.ts';

// What a reader could follow: a host's name with or without a path, a mail address, a telephone number, an IP address. A drafter has
// none to give but the article's own.

const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,62})';
const path = '(?:[/:?#][^\\s"“”<>]*)?';
const patterns = [
  // me@mail.example
  new RegExp(`[\\p{L}\\p{N}._%+-]{1,64}@${label}(?:\\.${label})+`, 'giu'),
  // shop.example/pay; of one letter before the point alone where what follows is a common ending: "x.com", but not "p.m"
  new RegExp(
    `(?<![\\p{L}\\p{N}._@-])(?:${label}\\.)*[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{1,62}\\.\\p{L}{2,24}(?![\\p{L}\\p{N}])${path}`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}._@-])\\p{L}\\.(?:com|org|net|co|io|me|ai|app|gg|tv|ly|to)(?![\\p{L}\\p{N}])${path}`,
    'giu',
  ),
  new RegExp(`(?<![\\p{N}.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\p{N}])${path}`, 'gu'),
  /(?<![\p{L}\p{N}:])[0-9a-f]{0,4}(?:::?[0-9a-f]{1,4}){3,7}(?![\p{L}\p{N}:])/giu,
];
const telephone = /(?<![\p{L}\p{N}.,])(?:\+\s?)?\(?\d{1,5}\)?(?:[\s./-]{1,2}\(?\d{2,}\)?)+(?![\p{L}\p{N}])|\+\d{6,}/gu;
const leastDigits = 7;
// "1 200 000", "2019-2020", "2024-03-05", "05.03.2024", "10-12 2024"
const noTelephone =
  /^(?:\d{1,3}(?:[\s.]\d{3})+|(?:1[5-9]|20)\d\d[\s/-]+(?:1[5-9]|20)\d\d|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{1,2}[\s./-]+\d{1,2}[\s./-]+(?:1[5-9]|20)\d\d)$/;

/** The first address or telephone number in a statement that the article does not have, in any way of writing its points. */
export function findForeignAddress(statement: string, article: Article): string | undefined {
  const text = plain(statement);
  const found = patterns.flatMap((pattern) => text.match(pattern) ?? []).map(trimEnd);
  const numbers = (text.match(telephone) ?? []).map((one) => one.trim()).filter(isTelephone);
  if (found.length === 0 && numbers.length === 0) return undefined;
  const { title, dek, publisher, authors, url, canonicalUrl } = article;
  const hosts = [url, canonicalUrl].map((link) => (link === null ? '' : (URL.parse(link)?.hostname ?? '')));
  const own = plain([article.text, title, dek, publisher, ...authors, ...hosts].join('\n'));
  const digits = own.replace(/[\s()./-]/g, '');
  return (
    found.find((address) => !own.includes(address)) ??
    numbers.find((number) => !digits.includes(number.replace(/\D/g, '')))
  );
}

// Points that browsers read as one.
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[。｡․]/gu, '.')
    .toLowerCase();
}

function trimEnd(address: string): string {
  return address.replace(/[.,;:!?)\]'’]+$/u, '');
}

function isTelephone(number: string): boolean {
  const digits = number.replace(/\D/g, '').length;
  return digits >= leastDigits && (number.startsWith('+') || !noTelephone.test(number));
}
