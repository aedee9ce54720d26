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
  const stated = [
    ...listOf(node?.datePublished ?? node?.dateCreated),
    ...dateMetas.map((name) => firstMeta(source, [name])),
    ...source.metas.filter((meta) => publishedMeta.test(meta.name)).map((meta) => meta.content),
    hasOtherStories ? undefined : findStatedDay(source.jsonLd),
  ].flatMap((written) => (typeof written === 'string' ? (readDate(written) ?? []) : []))[0];
  const shown = readShownDay(visible);
  if (stated) return shown && isSameNight(stated, shown) ? shown : stated;
  const inAddress = /\/((?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01]))(?:[/-]|$)/.exec(pageUrl)?.[1];
  for (const written of [shown ?? readShownDay(visible, true), ...visible.dates, inAddress]) {
    const date = written ? readDate(written) : undefined;
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
