import { foldWords } from '../core/words.ts';

/** Where a page may state its title. All decoded. */
export type TitlePlaces = {
  /** `<h1>`s, in reading order. */
  headings: string[];
  /** The headline in its JSON-LD. */
  headline: string | null;
  /** That headline is a news article's: newsrooms keep theirs with care, other sites fill it in by machine. */
  isNews: boolean;
  /** Titles in meta tags, the most trusted first. */
  metaTitles: (string | null)[];
  documentTitle: string;
  siteNames: (string | null)[];
};

// Between a title and the site's name; a hyphen only with spaces around it.
const separator = /\s(?:\||-|–|—|::|»|›|•|·|\/|:)\s|\s?[|｜]\s?|:\s(?=[^:]{2,40}$)/u;

/** Picks the headline, without the site's name: a news article's own, else what two places agree on, else the `<h1>`. */
export function pickTitle(places: TitlePlaces): string | null {
  const names = places.siteNames.filter((name) => name !== null).flatMap(nameForms);
  const strip = (title: string | null, headings: string[] = []) => {
    const bare = title ? stripSiteName(title.replaceAll('\u00ad', ''), names, headings) : '';
    return names.includes(foldWords(bare)) ? '' : bare;
  };
  const meta = places.metaTitles.map((title) => strip(title)).find(Boolean) ?? '';
  // What stands beside the heading's words is a site or a section here; elsewhere it may be the kicker.
  const documentTitle = strip(places.documentTitle, places.headings);
  const headline = strip(places.headline);
  const stated = [headline, meta, documentTitle].filter(Boolean);
  const headings = places.headings.map((title) => strip(title)).filter(Boolean);
  // Of several headings the one that the page states elsewhere too.
  const agreed = headings.find((one) => one.length >= 8 && stated.some((other) => agreement(one, other) >= 0.6));
  const heading = agreed ?? headings.find((one) => isOwnWording(one, stated)) ?? '';
  if (headline && places.isNews) return longestForm(headline, [heading, meta, documentTitle]);
  if (!agreed && heading) return heading;
  if (heading && (isSame(heading, headline) || isSame(heading, meta) || !headline || !isSame(headline, meta)))
    return heading;
  return longestForm(meta || headline || documentTitle, [headline, heading, documentTitle]) || headings[0] || null;
}

/** A heading in other words than the titles for search engines, but about the same: what the page's readers see. */
function isOwnWording(heading: string, stated: string[]): boolean {
  return heading.length >= 15 && heading.length <= 150 && stated.some((other) => agreement(heading, other) >= 0.25);
}

function isSame(a: string, b: string): boolean {
  return foldWords(a) === foldWords(b);
}

// A headline that was cut for machines ("… and then the may…") is given whole where another place has it whole.
function longestForm(title: string, others: string[]): string {
  const start = foldWords(title.replace(/(?:\.\.\.|…)\s*$/, ''));
  if (!/(?:\.\.\.|…)\s*$/.test(title) && title.length < 100) return title;
  return others.find((other) => other.length > title.length && foldWords(other).startsWith(start)) ?? title;
}

// "www.daily-example.co.uk" also as "daily example" and "dailyexample"; "The Daily Example" also without "The".
function nameForms(name: string): string[] {
  const folded = foldWords(name);
  if (!/^[\w.-]+\.[a-z]{2,}$/i.test(name)) return [folded, folded.replace(/^the /, ''), folded.replaceAll(' ', '')];
  const label = name.replace(/^www\d?\./, '').split('.')[0] ?? '';
  return [folded, foldWords(name.replace(/^www\d?\./, '')), foldWords(label), foldWords(label).replaceAll(' ', '')];
}

function stripSiteName(title: string, names: string[], headings: string[]): string {
  let rest = title.trim();
  for (let round = 0; round < 3; round++) {
    const cut = cutOnce(rest, names, headings);
    if (cut === rest || !cut) break;
    rest = cut;
  }
  return rest;
}

function cutOnce(title: string, names: string[], headings: string[]): string {
  const parts = [...title.matchAll(new RegExp(separator, 'gu'))];
  const last = parts.at(-1);
  if (last) {
    const before = title.slice(0, last.index).trim();
    const after = title.slice(last.index + last[0].length).trim();
    if (isSiteName(after, names)) return before;
    if (headings.some((heading) => foldWords(heading) === foldWords(before)) && before.length > 8) return before;
  }
  const first = parts[0];
  if (first) {
    const before = title.slice(0, first.index).trim();
    const after = title.slice(first.index + first[0].length).trim();
    if (isSiteName(before, names) && after.length > 8) return after;
    if (headings.some((heading) => foldWords(heading) === foldWords(after)) && after.length > 8) return after;
  }
  return title;
}

function isSiteName(part: string, names: string[]): boolean {
  const folded = foldWords(part);
  if (!folded) return true;
  return names.some(
    (name) => name.length > 1 && (folded === name || folded.replaceAll(' ', '') === name.replaceAll(' ', '')),
  );
}

/** How much two titles share: words in both, over the words of the shorter; 1 is all. */
export function agreement(a: string, b: string): number {
  const left = new Set(piecesOf(a));
  const right = new Set(piecesOf(b));
  let both = 0;
  for (const word of left) if (right.has(word)) both++;
  return (2 * both) / (left.size + right.size);
}

// Words; in scripts that put no space between them, pairs of characters.
function piecesOf(title: string): string[] {
  const folded = foldWords(title);
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(folded)) return folded.split(' ');
  const characters = [...folded.replaceAll(' ', '')];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
