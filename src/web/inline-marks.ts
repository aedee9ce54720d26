import { isBlock, isElement, type PageElement } from './page-tree.ts';

/** What an element that stands in a line says as plain text: nothing, other words than its own, or marks around its own. */
export type InlineText = { instead: string } | { before: string; after: string };

// So much text is no correction of a word or two: a page that never closes its `<s>` must not lose its article.
const mostStruckChars = 400;

/**
 * Reads an element whose look is part of what it says: struck-out words, raised figures, quotations without marks of their
 * own. Undefined where its words are simply its words.
 *
 * @param before  the text of its line so far
 */
export function readInline(element: PageElement, before: string): InlineText | undefined {
  switch (element.localName) {
    case 'del':
    case 's':
    case 'strike':
      return isStruckOut(element) ? { instead: '' } : undefined;
    case 'sup':
      return readRaised(element, before);
    case 'q':
      return readQuotation(element, before);
    // How a word is pronounced, written above it.
    case 'rt':
    case 'rp':
      return { instead: '' };
    default:
      return undefined;
  }
}

function isStruckOut(element: PageElement): boolean {
  if (element.textContent.length > mostStruckChars) return false;
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (isElement(child) && isBlock(child)) return false;
  return true;
}

function readQuotation(element: PageElement, before: string): InlineText | undefined {
  const text = element.textContent.trim();
  if (!text || /^["“”„«»‘’‹›「『]/u.test(text) || /["“„«‘‹「『]\s?$/u.test(before)) return undefined;
  for (let up = element.parentNode; up; up = up.parentNode)
    if (up.localName === 'q') return { before: '‘', after: '’' };
  return { before: '“', after: '”' };
}

const raised = /^\[?(?:\d{1,3}|\p{L}(?=\])|[a-c]|[*†‡§]{1,3})\]?(?:[,;–-]\s?\[?\d{1,3}\]?){0,5}$/u;
const unit =
  /(?:^|[\s\d/·.(-])(?:[cdkmµn]?m|ft|in|yd|mi|s|sec|feet|foot|(?:kilo|centi|milli)?met(?:er|re)s?|miles?|inch(?:es)?|yards?|quadratmeter|mètres?|metros?|metri)$/iu;
const variable = /(?:^|[^\p{L}\d.])(?:\p{L}|mc)$/u;

// "months¹", "38,000¹", "£3.2 million,[2]" are marks of notes; "400 m²", "10⁶" are powers, "2½" a fraction, "$9⁹⁹" a price. A
// figure behind a name may be part of it.
function readRaised(element: PageElement, before: string): InlineText | undefined {
  const text = element.textContent.trim();
  const after = element.nextSibling?.textContent ?? '';
  if (/^[-−–]\d{1,3}$/.test(text)) return { instead: raise(text) };
  if (/^\d{1,3}$/.test(text) && /^\s?[/⁄]\s?\d/.test(`${after}${element.nextSibling?.nextSibling?.textContent ?? ''}`))
    return { instead: /\d$/.test(before) ? ` ${text}` : text };
  if (!raised.test(text)) return undefined;
  if (isNoteLink(element)) return { instead: '' };
  if (/^[a-c]$/.test(text))
    return /(?:\p{Ll}{2}|[.,;:!?”"’)])$/u.test(before) && !/^\p{L}/u.test(after) ? { instead: '' } : undefined;
  if (!/^\d+$/.test(text)) return /[\p{L}\p{N}.,;:!?”"’)%]$/u.test(before) ? { instead: '' } : undefined;
  if (isPower(before, text)) return { instead: raise(text) };
  if (/[$£€]\s?\d{1,3}$/.test(before) && text.length === 2) return { instead: `.${text}` };
  return /(?:\d|%|(?<!\p{L})\p{Ll}{3,40}|(?<![\p{L}\p{N}])\p{Lu}{2,}s?|[.,;:!?”"’)。、」]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])$/u.test(
    before,
  )
    ? { instead: '' }
    : undefined;
}

function isNoteLink(element: PageElement): boolean {
  const link = element.querySelector('a') ?? (element.parentNode?.localName === 'a' ? element.parentNode : null);
  return link?.getAttribute('href')?.includes('#') === true;
}

function isPower(before: string, text: string): boolean {
  if (/^[2-9]$/.test(text) && (unit.test(before) || variable.test(before))) return true;
  if (/(?<![\d.,])10$/.test(before)) return text !== '1';
  return /(?<![\d.,])2$/.test(before) && text.length > 1;
}

const small: Record<string, string> = { '-': '⁻', '−': '⁻', '–': '⁻' };
function raise(text: string): string {
  return [...text].map((one) => small[one] ?? '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(one)] ?? one).join('');
}
