import { findDates, isDateLine, readDate, readPublishedDay } from '../core/dates.ts';
import { isProse } from '../core/words.ts';
import { firstMeta } from './clean-text.ts';
import { type LdNode, listOf } from './json-ld.ts';
import { publishedWord, type VisibleFacts } from './page-facts.ts';
import type { PageSource } from './page-source.ts';

const dateMetas = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'article:published',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dc.date.created',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'pubdate',
  'publish-date',
  'publish_date',
  'publishdate',
  'date',
  'article.published',
  'article:post_date',
  'published_time',
  'article_date_original',
  'originalpublicationdate',
  'rnews:datepublished',
  'bt:pubdate',
  'last-modified-date',
  'analyticsattributes.articledate',
  'article:create_at',
  'og:published_time',
  'og:pubdate',
  'ptime',
  'displaydate',
  'shareaholic:article_published_time',
  'vr:published_time',
  'cre-published',
];

/** When a page says that its article was published: as precise as the most trusted place that states it. */
export function readPublishedAt(page: {
  node: LdNode | undefined;
  source: PageSource;
  visible: VisibleFacts;
  pageUrl: string;
  /** The page's JSON-LD describes stories, but not this one. */
  hasOtherStories: boolean;
}): string | null {
  const { node, source, visible, pageUrl, hasOtherStories } = page;
  const inMetas = [
    ...dateMetas.map((name) => firstMeta(source, [name])),
    ...source.metas.filter((meta) => publishedMeta.test(meta.name)).map((meta) => meta.content),
  ];
  const inNode = datesOf(listOf(node?.datePublished ?? node?.dateCreated))[0];
  const stated = inNode ?? datesOf([...inMetas, hasOtherStories ? undefined : findStatedDay(source.jsonLd)])[0];
  const shown = readShownDay(visible);
  const inAddress = /\/((?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01]))(?:[/-]|$)/.exec(pageUrl)?.[1];
  if (stated && shown && isSameNight(stated, shown)) return shown;
  const others = datesOf([...inMetas, inAddress, ...listOf(node?.dateModified)]);
  if (inNode && shown && isContradicted(inNode, shown, others, visible)) return shown;
  if (stated) return stated;
  for (const written of [shown ?? readShownDay(visible, true), ...visible.dates, inAddress]) {
    const date = written ? readDate(written) : undefined;
    // "Event date: 20 June" is marked as a day too.
    if (written && findDates(written).length > 0 && !readPublishedDay([written])) continue;
    if (date && (written === inAddress || date >= earliestShown)) return date;
  }
  return null;
}

// Pages that show an older day beside their headline tell of it.
const earliestShown = '1990';
const publishedMeta =
  /^(?!.*(?:modif|updat|expir|unpubl)).*(?:publi(?:sh(?:ed)?|cation)[-_.:]?(?:date|time|on|at)|date[-_.:]?publi|first[-_.:]?publi|pub[-_.:]?date)/;

/** The day that stands around the headline, those below it first; with `orUpdated` also one that it was changed. */
function readShownDay(visible: VisibleFacts, orUpdated = false): string | null {
  const isShort = (line: string) => line.length <= 120 && !isSentence(line);
  const below = visible.headLines.filter((line) => line.below).map((line) => line.text);
  const above = visible.headLines
    .filter((line) => !line.below)
    .map((line) => line.text)
    .toReversed();
  const lines = [...below, ...above].filter(isShort);
  const marked = visible.dates.filter((date) => date.length >= 8 && lines.some((line) => line.includes(date)));
  const day = readPublishedDay([...marked, ...lines], orUpdated);
  return day && day >= earliestShown ? day : null;
}

function datesOf(written: unknown[]): string[] {
  return written.flatMap((one) => (typeof one === 'string' ? (readDate(one) ?? []) : []));
}

/**
 * Templates state the day that a page was put in, or none that is real. The day that stands right below the headline is right
 * where it is days away, nothing else on the page sides with the stated one, and it is not when the text was changed.
 */
function isContradicted(stated: string, shown: string, others: string[], visible: VisibleFacts): boolean {
  if (isNear(stated, shown) || others.some((other) => isNear(other, stated) || isNear(other, shown))) return false;
  const lines = visible.headLines.filter((line) => line.below && line.plain).slice(0, 6);
  return lines.some(
    ({ text }) => (isDateLine(text) || publishedWord.test(text)) && readPublishedDay([text], false) === shown,
  );
}

function isNear(a: string, b: string): boolean {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) <= 2 * 86_400_000;
}

/** The evening that a page shows is the next day already in the time that machines are given. */
function isSameNight(stated: string, shown: string): boolean {
  if (!/T\d\d:\d\d.*(?:Z|\+00:00)$/.test(stated)) return false;
  const hours = (Date.parse(stated) - Date.parse(`${shown}T12:00:00Z`)) / 3_600_000;
  return stated.slice(0, 10) !== shown && Math.abs(hours) <= 26;
}

/** A day in JSON-LD that the article's own node does not give, or that stands in a broken block; never a comment's or a list's. */
function findStatedDay(blocks: string[]): string | undefined {
  const own = blocks.filter(
    (block) =>
      !/"(?:@type)"\s*:\s*\[?\s*"(?:\w*Comment\w*|\w*Review|Answer|Question|ItemList|DiscussionForumPosting)"/.test(
        block,
      ),
  );
  return /"datePublished"\s*:\s*"([^"]{6,40})"/.exec(own.join('\n'))?.[1];
}

// "On 3 May 2019 divers found cracks.", but "Published on 3 May 2019." and "By Ann Lee. 3 May 2019."
function isSentence(line: string): boolean {
  if (!/[.!?…。！？][”"’»)]?$/u.test(line) || /\d\s?[ap]\.m\.$/i.test(line) || isDateLine(line)) return false;
  let rest = line;
  for (const { start, end } of findDates(line).toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return !publishedWord.test(line) && (/(?<!\p{L})\p{Ll}{2}/u.test(rest) || isProse(line));
}
