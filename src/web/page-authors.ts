import { type Byline, cleanName, isDesk, isPersonName, readByline, splitNames } from '../core/byline.ts';
import { findDates } from '../core/dates.ts';
import { foldWords } from '../core/words.ts';
import { cleanText } from './clean-text.ts';
import { isNode, type LdNode, listOf, resolveNode, typesOf } from './json-ld.ts';
import type { VisibleFacts } from './page-facts.ts';
import type { PageSource } from './page-source.ts';

/** Where a page may name its authors. */
export type AuthorPlaces = {
  /** The JSON-LD node of the article, and all nodes to look references up in. */
  node: LdNode | undefined;
  nodes: LdNode[];
  source: PageSource;
  visible: VisibleFacts;
  /** A name that is the site's own is no person's. */
  siteNames: (string | null)[];
};

const authorMetas =
  'author article:author dc.creator dcterms.creator parsely-author sailthru.author byl cxenseparse:author article.author og:author article:author_name twitter:creator_name authors'.split(
    ' ',
  );
const authorPath =
  /\/(?:authors?|autor(?:en|es|in)?|auteurs?|people|person|contributors?|staff|journalists?|profiles?|team|by|redaktion|writers?)\//i;

/** People by name, and desks and agencies apart. The first place that names a person decides. */
export function readAuthors(places: AuthorPlaces): Byline {
  const { node, nodes, source, visible } = places;
  const desks: string[] = [];
  const metaValues = (name: string) =>
    source.metas.filter((meta) => meta.name === name).map((meta) => cleanText(meta.content));
  const attempts: (() => string[])[] = [
    () => manyOrNone(peopleOf(metaValues('citation_author'), desks)),
    () => listOf(node?.author).flatMap((author) => ldNames(author, nodes, desks)),
    () => listOf(node?.creator).flatMap((author) => ldNames(author, nodes, desks)),
    () => authorMetas.flatMap((name) => peopleOf(metaValues(name), desks)),
    () => headNames(visible.headLines, desks),
    () => peopleOf(visible.bylines.slice(0, 3), desks),
  ];
  const isSite = siteTest(places.siteNames);
  for (const attempt of attempts) {
    const people = [...new Set(attempt())].filter((name) => !isSite(name));
    if (people.length > 0) return { people: people.slice(0, 20), desks };
  }
  return { people: [], desks };
}

// Scholarly pages list every author in a tag of its own, where other places name only the first.
function manyOrNone(people: string[]): string[] {
  return people.length > 1 ? people : [];
}

// "Der Beispiel", "The Example", "EXAMPLE REGION" on a site named Example; but "Ann Lee" on the site "Ann Lee" is she.
function siteTest(siteNames: (string | null)[]): (name: string) => boolean {
  const sites = siteNames
    .filter((name) => name !== null)
    .map(foldWords)
    .filter(Boolean);
  return (name) => {
    const folded = foldWords(name);
    const hasArticle = /^(?:the|der|die|das|le|la|les|el|los|il|lo|de|het|o|a)\s/i.test(name);
    return sites.some(
      (site) =>
        (folded === site && (hasArticle || !/\s/.test(folded))) ||
        (name === name.toUpperCase() && folded.startsWith(`${site} `)),
    );
  };
}

function ldNames(author: unknown, nodes: LdNode[], desks: string[]): string[] {
  const known = resolveNode(author, nodes);
  if (typeof known === 'string') return peopleOf([cleanText(known)], desks);
  if (!isNode(known)) return [];
  const names = listOf(known.name).flatMap((one) => (typeof one === 'string' ? [cleanText(one)] : []));
  const parts = [known.givenName, known.familyName].filter((part) => typeof part === 'string').join(' ');
  const whole = names.length > 0 ? names : [parts];
  const isOrganisation = typesOf(known).some((type) => /Organization/.test(type));
  if (isOrganisation && !whole.some(isPersonName)) {
    desks.push(...whole.filter(Boolean));
    return [];
  }
  // A single word is a name where the page says that it is an author's.
  const only = cleanName(whole[0] ?? '');
  if (!isOrganisation && whole.length === 1 && /^\p{Lu}[\p{L}\p{M}'’.-]{2,30}$/u.test(only) && !isDesk(only))
    return [only];
  return peopleOf(whole, desks);
}

/** Names in the lines around the headline: after "By", beside the day, or linked to an author's page. */
function headNames(lines: VisibleFacts['headLines'], desks: string[]): string[] {
  return lines.flatMap(({ text, href }) => {
    const date = findDates(text)[0];
    const before = date ? text.slice(0, date.start).replace(/[\s|,•·–—-]+$/, '') : text;
    const byline = readByline(before);
    if (byline) {
      desks.push(...byline.desks);
      return byline.people;
    }
    const name = cleanName(before);
    return isPersonName(name) && (date !== undefined || authorPath.test(href)) ? [name] : [];
  });
}

function peopleOf(written: string[], desks: string[]): string[] {
  return written.flatMap((line) => {
    if (/^https?:|facebook\.com/i.test(line)) return [];
    const named = splitNames(line.slice(0, 300));
    desks.push(...named.desks);
    return named.people;
  });
}
