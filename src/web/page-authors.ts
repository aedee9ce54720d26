import {
  type Byline,
  cleanName,
  isAgency,
  isDesk,
  isJob,
  isPersonName,
  readByline,
  splitNames,
} from '../core/byline.ts';
import { findDates, isDateLine } from '../core/dates.ts';
import { foldWords } from '../core/words.ts';
import { cleanText } from './clean-text.ts';
import { isNode, type LdNode, listOf, resolveNode, typesOf } from './json-ld.ts';
import type { HeadLine, VisibleFacts } from './page-facts.ts';
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
  const isSite = siteTest(places.siteNames);
  const isAgencys = () => desks.some((desk) => isAgency(desk) && !isSite(desk));
  const attempts: (() => string[])[] = [
    () =>
      manyOrNone(peopleOf([...metaValues('citation_author'), ...metaValues('citation_authors')].map(turnName), desks)),
    () => listOf(node?.author).flatMap((author) => ldNames(author, nodes, desks)),
    () => listOf(node?.creator).flatMap((author) => ldNames(author, nodes, desks)),
    () => authorMetas.flatMap((name) => peopleOf(metaValues(name), desks)),
    () => headNames(visible.headLines, desks),
    // Only the first: further down stand the authors of other articles, as all of them do where an agency wrote this one.
    () =>
      isAgencys()
        ? []
        : (visible.bylines.map((line) => peopleOf([line], desks)).find((people) => people.length > 0) ?? []),
    () => metaValues('author').map(cleanName).filter(isSingleName),
  ];
  for (const attempt of attempts) {
    const people = [...new Set(attempt())].filter((name) => !isSite(name));
    if (people.length > 0) return { people: people.slice(0, 20), desks };
  }
  return { people: [], desks };
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
  if (!isOrganisation && whole.length === 1 && isSingleName(only)) return [only];
  return peopleOf(whole, desks);
}

function isSingleName(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]{2,30}$/u.test(name) && !isDesk(name);
}

/** Names in the lines around the headline: after "By", beside the day, alone above or below it, or linked to an author's page. */
function headNames(lines: VisibleFacts['headLines'], desks: string[]): string[] {
  return lines.flatMap((line, at) => {
    const { text, href } = line;
    const dates = findDates(text);
    const before = trimLine(text.slice(0, dates[0]?.start));
    // "4 March 2024 by Ann Lee", but in "Ann Lee | 4 March 2024 | Science Fiction" the section comes last.
    const after = /^(?:(?:last )?(?:published|updated|posted|created)(?: on)?:?)?$/i.test(before)
      ? trimLine(text.slice(dates.at(-1)?.end ?? text.length))
      : '';
    for (const part of [before, after]) {
      const byline = readByline(part);
      if (!byline) continue;
      desks.push(...byline.desks);
      return byline.people;
    }
    const name = [before, after].map(cleanName).find(isPersonName);
    if (name && (dates.length > 0 || authorPath.test(href) || standsByItself(line, lines[at - 1], lines[at + 1])))
      return [name];
    const single = cleanName(before);
    return single !== before && authorPath.test(href) && isSingleName(single) ? [single] : [];
  });
}

function trimLine(line: string): string {
  return line.replace(/^[\s|,•·–—-]+|[\s|,•·–—-]+$/g, '');
}

// A name on a line of its own below the headline is the author's beside a day, a job, or below "By".
function standsByItself(line: HeadLine, before: HeadLine | undefined, after: HeadLine | undefined): boolean {
  if (!line.below || !/\p{Lu}/u.test(line.text) || (line.href && !authorPath.test(line.href))) return false;
  if (
    before &&
    /^(?:(?:written|authored|posted|words) by|by|von|par|por|di|door|authors?|text)\s*:?$/i.test(before.text)
  )
    return true;
  return [before, after].some((other) => other?.below && (isDateLine(other.text) || isJob(other.text)));
}

function peopleOf(written: string[], desks: string[]): string[] {
  return written.flatMap((line) => {
    if (/^https?:|facebook\.com/i.test(line)) return [];
    const named = splitNames(line.slice(0, 300));
    desks.push(...named.desks);
    return named.people;
  });
}
