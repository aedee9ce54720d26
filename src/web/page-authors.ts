import {
  type Byline,
  cleanName,
  isAgency,
  isDesk,
  isPersonName,
  readNameBeforeJob,
  splitNames,
} from '../core/byline.ts';
import { foldWords } from '../core/words.ts';
import { cleanText } from './clean-text.ts';
import { isNode, type LdNode, listOf, resolveNode, typesOf } from './json-ld.ts';
import type { VisibleFacts } from './page-facts.ts';
import type { PageSource } from './page-source.ts';
import { findByline, findHeadNames, findReporters, findSignedNames, isSingleName } from './shown-authors.ts';

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
/** People by name, and desks and agencies apart. The first place that names a person decides. */
export function readAuthors(places: AuthorPlaces): Byline {
  const { node, nodes, source, visible } = places;
  const desks: string[] = [];
  const metaValues = (name: string) =>
    source.metas.filter((meta) => meta.name === name).map((meta) => cleanText(meta.content));
  const isSite = siteTest(places.siteNames);
  const isAgencys = () => desks.some((desk) => isAgency(desk) && !isSite(desk));
  const statedBy: (() => string[])[] = [
    () =>
      manyOrNone(peopleOf([...metaValues('citation_author'), ...metaValues('citation_authors')].map(turnName), desks)),
    () => listOf(node?.author).flatMap((author) => ldNames(author, nodes, desks)),
    () => listOf(node?.creator).flatMap((author) => ldNames(author, nodes, desks)),
    () => authorMetas.flatMap((name) => peopleOf(metaValues(name), desks)),
  ];
  const shownBy: (() => string[])[] = [
    () => findHeadNames(visible.headLines, desks),
    () => (isAgencys() ? [] : firstMarked(visible.bylines, isSite, desks)),
    () => (isAgencys() ? [] : findSignedNames(visible.signatures)),
    // One name alone: several boxes are several articles'.
    () => (isAgencys() || visible.boxedNames.length !== 1 ? [] : visible.boxedNames),
    () =>
      metaValues('author')
        .map(cleanName)
        .filter((name) => isSingleName(name) || isShownSmall(name, visible.bylines)),
    () => findReporters(visible.signatures),
  ];
  const first = (attempts: (() => string[])[]) => {
    for (const attempt of attempts) {
      const people = [...new Set(attempt())].filter((name) => !isSite(name));
      if (people.length > 0) return people;
    }
    return [];
  };
  const stated = first(statedBy);
  const isNamedLikeSite = (name: string) => places.siteNames.some((site) => foldWords(site ?? '') === foldWords(name));
  const people = stated.length > 0 ? correct(stated, visible, isNamedLikeSite) : first(shownBy);
  return { people: people.slice(0, 20), desks };
}

/**
 * Templates state the account that a text was put in with. Where the byline that readers see names all of those and more, or
 * others while those are the site or nowhere near the headline, it is right.
 */
function correct(stated: string[], visible: VisibleFacts, isSite: (name: string) => boolean): string[] {
  const shown = findByline(visible.headLines).filter((name) => !isSite(name));
  if (shown.length === 0) return stated;
  if (stated.every(isSite)) return shown;
  const names = shown.map(foldWords);
  const has = (name: string) => names.includes(foldWords(name));
  if (stated.every(has)) return shown.map((name) => stated.find((one) => foldWords(one) === foldWords(name)) ?? name);
  const around = visible.headLines.map((line) => foldWords(line.text)).join('\n');
  return stated.some((name) => around.includes(foldWords(name))) ? stated : shown;
}

// "Lee, Ann B." as catalogues write it.
function turnName(name: string): string {
  return name.replace(/^([^,;]+), ([^,;]+)$/, '$2 $1');
}

// Scholarly pages list every author in a tag of its own, where other places name only the first.
function manyOrNone(people: string[]): string[] {
  return people.length > 1 ? people : [];
}

// "Der Beispiel", "The Example", "EXAMPLE REGION" on a site named Example; but "Ann Lee" on the site "Ann Lee" is she.
function siteTest(siteNames: (string | null)[]): (name: string) => boolean {
  const sites = siteNames
    .filter((name) => name !== null)
    .map((name) => foldWords(name.replace(/(?<=\p{L})\.[a-z]{2,3}$/iu, '')))
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
  if (!isOrganisation && whole.length === 1 && isSingleName(only)) return [only];
  return peopleOf(whole, desks);
}

// Only the first that names a person or the site itself: further down stand the authors of other articles, as all of them do
// where an agency wrote this one.
function firstMarked(lines: string[], isSite: (name: string) => boolean, desks: string[]): string[] {
  for (const line of lines) {
    if (isSite(cleanName(line))) return [];
    const people = markedNames(line, desks);
    if (people.length > 0) return people;
  }
  return [];
}

function markedNames(line: string, desks: string[]): string[] {
  const people = peopleOf([line], desks);
  if (people.length > 0) return people;
  const name = readNameBeforeJob(line);
  return name ? [name] : [];
}

// A name that its bearer writes in small letters, here and in the byline.
function isShownSmall(name: string, bylines: string[]): boolean {
  return /^\p{Ll}{2,20}(?: \p{Ll}{2,20}){1,2}$/u.test(name) && !isDesk(name) && bylines.includes(name);
}

function peopleOf(written: string[], desks: string[]): string[] {
  return written.flatMap((line) => {
    if (/^https?:|facebook\.com/i.test(line)) return [];
    const named = splitNames(line.slice(0, 300));
    desks.push(...named.desks);
    return named.people;
  });
}
