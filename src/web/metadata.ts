import type { ArticleMark } from '../core/article.ts';
import { isPublisherName } from '../core/byline.ts';
import { foldWords } from '../core/words.ts';
import { cleanText, firstMeta } from './clean-text.ts';
import { findArticleNode, isNode, type LdNode, listOf, readJsonLd, resolveNode, typesOf } from './json-ld.ts';
import { ownStoryTest } from './own-story.ts';
import { readAuthors } from './page-authors.ts';
import { readPublishedAt } from './page-date.ts';
import type { VisibleFacts } from './page-facts.ts';
import type { PageSource } from './page-source.ts';
import { pickTitle } from './page-title.ts';
import { decodeEntities } from './page-tree.ts';
import { ownAddress, siteOf } from './same-site.ts';

/** A page's facts, from what it states to machines first and from what it shows second. What it does not state is null. */
export type PageMetadata = {
  title: string | null;
  dek: string | null;
  authors: string[];
  publisher: string | null;
  publishedAt: string | null;
  language: string | null;
  canonicalUrl: string | null;
  marks: ArticleMark[];
  /** The page says of itself that it is one article. */
  isArticle: boolean;
  /** The page says of itself that it lists other pages. */
  isListing: boolean;
  /** The page says of itself that it is news. */
  isNews: boolean;
  /** The page says that it is not free to read. */
  isPaid: boolean;
  /** The page says that its readers may open a number of such articles for nothing. */
  isMetered: boolean;
  /** The article's text as the page gives it to machines; often there, not always whole. */
  statedBody: string;
  /** The same as the page wrote it, with its line breaks and tags. */
  statedBodyRaw: string;
  statedHeadline: string | null;
  statedWordCount: number | null;
};

export function readMetadata(source: PageSource, visible: VisibleFacts, pageUrl: string): PageMetadata {
  const nodes = readJsonLd(source.jsonLd);
  const isOwn = ownStoryTest(source, visible, pageUrl);
  const node = findArticleNode(nodes, isOwn);
  const meta = (...names: string[]) => firstMeta(source, names);
  const publisher = readPublisher(node, nodes, source, pageUrl) ?? visible.siteInTitle;
  const byline = readAuthors({
    node,
    nodes,
    source,
    visible,
    siteNames: [publisher, meta('og:site_name'), siteLabel(pageUrl)],
  });
  return {
    title: pickTitle({
      headings: visible.headings,
      subheadings: visible.subheadings,
      headline: textOf(node?.headline),
      alternatives: [textOf(node?.alternativeHeadline), textOf(node?.name)].filter((title) => title !== null),
      isNews: node !== undefined && typesOf(node).some((type) => /NewsArticle|^Report$/.test(type)),
      metaTitles: [
        meta('og:title'),
        meta('citation_title'),
        meta('dc.title'),
        meta('parsely-title'),
        meta('twitter:title'),
        meta('sailthru.title'),
      ],
      documentTitle: cleanText(source.title),
      siteNames: [publisher, meta('og:site_name'), meta('application-name'), URL.parse(pageUrl)?.hostname ?? null],
    }),
    dek: meta('og:description', 'description', 'twitter:description') ?? textOf(node?.description),
    authors: byline.people,
    publisher: publisher ?? byline.desks.find(isPublisherName) ?? null,
    publishedAt: readPublishedAt({
      node,
      source,
      visible,
      pageUrl,
      hasOtherStories: node === undefined && nodes.some((one) => isOwn(one) === false),
    }),
    language: readLanguage(node, source),
    canonicalUrl: readCanonical(source, pageUrl),
    marks: readMarks(node, nodes, source, pageUrl),
    isArticle:
      (node !== undefined && typesOf(node).some((type) => /Article|Posting|Report/.test(type))) ||
      /article/i.test(meta('og:type') ?? '') ||
      meta('article:published_time', 'citation_title') !== null,
    isListing: nodes.some((one) =>
      typesOf(one).some((type) => /^(?:CollectionPage|SearchResultsPage|ProfilePage)$/.test(type)),
    ),
    isNews:
      nodes.some((one) => typesOf(one).some((type) => /NewsArticle|^Report$/.test(type))) ||
      meta('news_keywords') !== null,
    isPaid:
      nodes.some((one) => isFalse(one.isAccessibleForFree)) || /^locked$/i.test(meta('article:content_tier') ?? ''),
    isMetered: /^metered$/i.test(meta('article:content_tier') ?? ''),
    statedBody: textOf(node?.articleBody) ?? '',
    statedBodyRaw: listOf(node?.articleBody).filter((one) => typeof one === 'string')[0] ?? '',
    statedHeadline: textOf(node?.headline),
    statedWordCount: Number(node?.wordCount) || null,
  };
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^false$/i.test(value.trim()));
}

function textOf(value: unknown): string | null {
  const first = listOf(value)[0];
  if (isNode(first)) return textOf(first['@value'] ?? first.name);
  return typeof first === 'string' ? cleanText(first) || null : null;
}

function readPublisher(node: LdNode | undefined, nodes: LdNode[], source: PageSource, pageUrl: string): string | null {
  const stated = textOf(resolveNode(listOf(node?.publisher)[0], nodes));
  const organisation = nodes.find((one) =>
    typesOf(one).some((type) => /^(?:NewsMediaOrganization|Organization|WebSite)$/.test(type)),
  );
  const candidates = [
    stated,
    firstMeta(source, [
      'og:site_name',
      'citation_publisher',
      'citation_journal_title',
      'dc.publisher',
      'article:publisher',
      'application-name',
      'publisher',
    ]),
    textOf(organisation?.name),
  ];
  const name = candidates.find((one) => one && !/^(?:https?:|@)/i.test(one) && !isTool(one) && one.length <= 80);
  return name ? dropSlogan(name.replace(/^["“”]+|["“”]+$/g, ''), pageUrl) : null;
}

// What a template gives where its owner filled nothing in.
function isTool(name: string): boolean {
  return /^(?:blogger|blogspot|wordpress|wix(?:\.com)?|squarespace|drupal|joomla|my (?:blog|site|website|wordpress blog))$/i.test(
    name,
  );
}

// "Example - News for Harbours" on example.org.
function dropSlogan(name: string, pageUrl: string): string {
  const first = name.split(/\s[|–—:-]\s/)[0] ?? '';
  const folded = foldWords(first).replaceAll(' ', '').replace(/^the/, '');
  return first !== name && folded.length >= 3 && folded === siteLabel(pageUrl).replaceAll('-', '').replace(/^the/, '')
    ? first
    : name;
}

/** "news.example.co.uk" → "example". */
function siteLabel(pageUrl: string): string {
  return siteOf(URL.parse(pageUrl)?.hostname ?? '').split('.')[0] ?? '';
}

function readLanguage(node: LdNode | undefined, source: PageSource): string | null {
  const stated = [
    source.language,
    textOf(node?.inLanguage),
    firstMeta(source, ['content-language', 'language', 'dc.language']),
    firstMeta(source, ['og:locale']),
  ];
  for (const written of stated) {
    const tag = written
      ?.trim()
      .split(/[,;\s]/)[0]
      ?.replace('_', '-');
    if (!tag || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag)) continue;
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? null;
    } catch {
      // No language tag after all; the next place may have one.
    }
  }
  return null;
}

function readCanonical(source: PageSource, pageUrl: string): string | null {
  const stated = [
    ...source.links
      .filter((link) => link.rel.split(/\s+/).includes('canonical'))
      .map((link) => decodeEntities(link.href)),
    firstMeta(source, ['og:url']) ?? '',
  ];
  for (const href of stated) {
    const own = href ? ownAddress(href, pageUrl) : undefined;
    if (own) return own;
  }
  return null;
}

function readMarks(node: LdNode | undefined, nodes: LdNode[], source: PageSource, pageUrl: string): ArticleMark[] {
  const types = node ? typesOf(node) : [];
  // Beside the article's own node there may be one for the entries.
  const isLive = nodes.some((one) => typesOf(one).includes('LiveBlogPosting'));
  const path = URL.parse(pageUrl)?.pathname.toLowerCase() ?? '';
  const sections = [
    ...listOf(node?.articleSection).filter((one) => typeof one === 'string'),
    ...listOf(node?.genre).filter((one) => typeof one === 'string'),
    firstMeta(source, ['article:section', 'parsely-section', 'section']) ?? '',
  ].map(foldWords);
  const inSection = (words: RegExp) =>
    sections.some((section) => words.test(section)) ||
    path
      .split('/')
      .slice(1, 5)
      .some((part) => words.test(part.replaceAll('-', ' ')));
  const marks: ArticleMark[] = [];
  if (
    types.includes('OpinionNewsArticle') ||
    inSection(
      /^(?:opinions?|comment ?is ?free|op eds?|editorials?|columnists?|columns?|viewpoints?|meinung|kommentare?|opinion|opinioni|opinião|debatt|tribunes?|leitartikel)$/,
    )
  )
    marks.push('opinion');
  if (isLive || inSection(/^(?:live|live ?blogs?|live updates?|liveticker|minuto a minuto|en direct)$/))
    marks.push('live-blog');
  if (
    inSection(
      /^(?:press releases?|news releases?|pressemitteilung(?:en)?|media releases?|pressreleases?|newsreleases?|pressemeldungen|medienmitteilung(?:en)?|communiqu[eé]s?(?: de presse)?|comunicados?(?: de prensa)?|persbericht(?:en)?|pressmeddelanden?|pressemeldinger|notas? de prensa|comunicati stampa)$/,
    )
  )
    marks.push('press-release');
  return marks;
}
