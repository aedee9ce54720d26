import { foldWords } from '../core/words.ts';

/** Where a page may state its title. All decoded, in order of trust within each list. */
export type TitlePlaces = {
  headings: string[];
  stated: (string | null)[];
  documentTitle: string;
  siteNames: (string | null)[];
};

// Between a title and the site's name; a hyphen only with spaces around it.
const separator = /\s(?:\||-|–|—|::|»|›|•|·|\/|:)\s|\s?[|｜]\s?|:\s(?=[^:]{2,40}$)/u;

/** Picks the headline: the `<h1>` that agrees with what the page states, else what it states, without the site's name. */
export function pickTitle(places: TitlePlaces): string | null {
  const names = places.siteNames.filter((name) => name !== null).flatMap(nameForms);
  const strip = (title: string) => stripSiteName(title, names, places.headings);
  const stated = places.stated
    .filter((title) => title !== null)
    .map(strip)
    .filter(Boolean);
  const documentTitle = strip(places.documentTitle);
  const all = [...stated, documentTitle].filter(Boolean);
  for (const heading of places.headings) {
    const title = strip(heading);
    if (title.length >= 8 && all.some((other) => agreement(title, other) >= 0.6)) return title;
  }
  const title = stated.find((one) => !names.includes(foldWords(one))) ?? documentTitle;
  if (title && !names.includes(foldWords(title))) return title;
  return places.headings.find((heading) => !names.includes(foldWords(heading))) ?? title ?? null;
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
function agreement(a: string, b: string): number {
  const left = new Set(foldWords(a).split(' '));
  const right = new Set(foldWords(b).split(' '));
  let both = 0;
  for (const word of left) if (right.has(word)) both++;
  return (2 * both) / (left.size + right.size);
}
