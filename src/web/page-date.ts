import { readDate, readPublishedDay } from '../core/dates.ts';
import { firstMeta } from './clean-text.ts';
import { type LdNode, listOf } from './json-ld.ts';
import type { VisibleFacts } from './page-facts.ts';
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
}): string | null {
  const { node, source, visible, pageUrl } = page;
  const stated = [
    ...listOf(node?.datePublished ?? node?.dateCreated),
    ...dateMetas.map((name) => firstMeta(source, [name])),
    /"datePublished"\s*:\s*"([^"]{6,40})"/.exec(source.jsonLd.join('\n'))?.[1],
    readPublishedDay(visible.headLines.map((line) => line.text).filter((line) => line.length <= 120)),
    ...visible.dates,
    /\/((?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01]))(?:[/-]|$)/.exec(pageUrl)?.[1],
  ];
  for (const written of stated) {
    const date = typeof written === 'string' ? readDate(written) : undefined;
    if (date) return date;
  }
  return null;
}
