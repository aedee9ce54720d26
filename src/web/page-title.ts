import { foldWords } from '../core/words.ts';
import { siteOf } from './same-site.ts';

/** Where a page may state its title. All decoded. */
export type TitlePlaces = {
  /** `<h1>`s, in reading order. */
  headings: string[];
  /** `<h2>`s and `<h3>`s right below the first of them. */
  subheadings: string[];
  /** The headline in its JSON-LD. */
  headline: string | null;
  /** Other headlines there. */
  alternatives: string[];
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
  const names = places.siteNames.flatMap((name) => (name ? nameForms(name) : []));
  const pieces = places.siteNames.flatMap((name) => (name ? hostPieces(name) : []));
  const isSite = (part: string) => isSiteName(part, names) || isMadeOf(part, pieces);
  const strip = (title: string | null, headings: string[] = []) => {
    const bare = title ? stripSiteName(title.replaceAll('\u00ad', ''), isSite, headings) : '';
    return names.includes(foldWords(bare)) ? '' : bare;
  };
  const meta = places.metaTitles.map((title) => strip(title)).find(Boolean) ?? '';
  // What stands beside the heading's words is a site or a section here; elsewhere it may be the kicker.
  const documentTitle = strip(places.documentTitle, places.headings);
  const headline = strip(places.headline);
  const stated = [headline, meta, documentTitle].filter(Boolean);
  const tail = tailOf(places);
  const headings = places.headings.map((title) => strip(title)).filter((title) => title && !isSame(title, tail));
  // Of several headings the one that the page states elsewhere too.
  const agreed = headings.find((one) => one.length >= 8 && stated.some((other) => agreement(one, other) >= 0.6));
  const heading = agreed ?? headings.find((one) => isOwnWording(one, stated)) ?? '';
  const isToldOnce = ![headline, heading].some((other) => isSame(other, meta));
  if (meta.length >= 15 && isToldOnce && isShownBelow(meta, places.subheadings)) return meta;
  if (headline && places.isNews) {
    const other = headings.find((one) => places.alternatives.some((name) => isSame(name, one)));
    if (other && !isSame(other, headline)) return other;
    // What readers see and the browser's tab agree on, where the tags for others give no title.
    const isAlone = isSame(heading, documentTitle) && (!meta || isSame(heading, meta));
    if (heading && isAlone && agreement(headline, heading) < 0.25 && !isShownBelow(headline, places.subheadings))
      return heading;
    return longestForm(headline, [heading, meta, documentTitle]);
  }
  if (heading) return heading;
  return longestForm(meta || headline || documentTitle, [headline, heading, documentTitle]) || headings[0] || null;
}

// "Night tows | Ann's Harbour Blog" where the page gives "Night tows" as its title: the rest is the site.
function tailOf({ documentTitle, metaTitles }: TitlePlaces): string {
  for (const title of metaTitles) {
    if (!title || title.length < 8 || !documentTitle.startsWith(title)) continue;
    const tail = /^\s+[|–—·•-]\s+(.{2,60})$/u.exec(documentTitle.slice(title.length))?.[1];
    if (tail) return tail;
  }
  return '';
}

// Some newsrooms write the `<h1>` for search engines and show their headline below it, after a kicker.
function isShownBelow(title: string, subheadings: string[]): boolean {
  const folded = foldWords(title);
  return subheadings.some((one) => ` ${foldWords(one)}`.endsWith(` ${folded}`));
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
  if (!isHost(name)) {
    // Some templates give the article's title as the site's name.
    if (folded.length > 60) return [];
    return [folded, folded.replace(/^the /, ''), folded.replaceAll(' ', '')];
  }
  const host = name.replace(/^www\d?\./, '');
  const site = siteOf(host);
  const labels = [host.split('.')[0] ?? '', site.split('.')[0] ?? ''];
  return [
    host,
    site,
    ...labels,
    ...labels.map((label) => label.replace(/^(?:get|try|join|my|the)(?=.{4})/, '')),
  ].flatMap((form) => [foldWords(form), foldWords(form).replaceAll(' ', '')]);
}

// "news.west-lane.example.com" in pieces: "Westlane News" is made of them.
function hostPieces(name: string): string[] {
  if (!isHost(name)) return [];
  return name
    .toLowerCase()
    .split('.')
    .slice(0, -1)
    .flatMap((label) => [label.replaceAll('-', ''), ...label.split('-')]);
}

function isMadeOf(part: string, pieces: string[]): boolean {
  let rest = foldWords(part).replaceAll(' ', '');
  if (rest.length < 5) return false;
  for (const piece of pieces.toSorted((a, b) => b.length - a.length)) {
    if (piece.length >= 3) rest = rest.replace(piece, '');
  }
  return rest === '';
}

function isHost(name: string): boolean {
  return /^[\w.-]+\.[a-z]{2,}$/i.test(name);
}

type SiteTest = (part: string) => boolean;

function stripSiteName(title: string, isSite: SiteTest, headings: string[]): string {
  let rest = title.trim();
  for (let round = 0; round < 3; round++) {
    const cut = cutOnce(rest, isSite, headings);
    if (cut === rest || !cut) break;
    rest = cut;
  }
  return rest;
}

function cutOnce(title: string, isSite: SiteTest, headings: string[]): string {
  const parts = [...title.matchAll(new RegExp(separator, 'gu'))];
  const last = parts.at(-1);
  if (last) {
    const before = title.slice(0, last.index).trim();
    const after = title.slice(last.index + last[0].length).trim();
    if (isSite(after)) return before;
    if (headings.some((heading) => foldWords(heading) === foldWords(before)) && before.length > 8) return before;
  }
  const first = parts[0];
  if (first) {
    const before = title.slice(0, first.index).trim();
    const after = title.slice(first.index + first[0].length).trim();
    if (isSite(before) && after.length > 8) return after;
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
