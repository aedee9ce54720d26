import type { Article, ArticleMark, Refusal } from '../core/article.ts';
import { detectLanguage } from '../core/language.ts';
import { countWords, isProse } from '../core/words.ts';
import { cleanText } from './clean-text.ts';
import { findCorrections } from './correction-lines.ts';
import { type Block, cutBlocks } from './cut-blocks.ts';
import { dropBlocks } from './drop-blocks.ts';
import { findDek } from './find-dek.ts';
import { findHiddenNames } from './hidden-text.ts';
import { isCutShort, judgePage } from './judge.ts';
import { isLiveBlog, keepKeyPoints } from './live-blog.ts';
import { type PageMetadata, readMetadata } from './metadata.ts';
import { findNextStories, isInside } from './next-stories.ts';
import { gatherEvidence } from './page-evidence.ts';
import { readVisibleFacts, type VisibleFacts } from './page-facts.ts';
import { scanPage } from './page-source.ts';
import { parsePage } from './page-tree.ts';
import { pickArticle } from './pick-article.ts';
import { isPressRelease, readDatelineDay } from './press-release.ts';
import { removeComments } from './reader-comments.ts';
import { type NoteRemoval, type Removal, removeFurniture } from './remove-furniture.ts';
import { findSecondCopies } from './second-copies.ts';
import { readStatedBody } from './stated-body.ts';

const maxChars = 10_000_000;

/**
 * Makes a page an article: its text without anything that stands around it, with the facts the page states.
 *
 * @param html     the decoded page
 * @param pageUrl  where it was read, after redirects; absolute
 * @returns a refusal where the page is no article; never throws, whatever the page holds
 */
export function extractArticle(html: string, pageUrl: string): Article | Refusal {
  return explainExtraction(html, pageUrl).result;
}

/** What `extractArticle` gives, with everything each step took out in the order it went, and what broke, if anything did. */
export type Explanation = { result: Article | Refusal; removals: Removal[]; failure?: unknown };

/** Extracts an article and says what each step took out of the page and why. Never throws. */
export function explainExtraction(html: string, pageUrl: string): Explanation {
  const removals: Removal[] = [];
  try {
    return { result: extract(html, pageUrl, (removal) => removals.push(removal)), removals };
  } catch (failure) {
    // A page that breaks the parser is a page that was not read. What broke may quote the page: it is not for a log.
    return { result: unreadable, removals, failure };
  }
}

const unreadable: Refusal = {
  kind: 'refusal',
  why: 'error-page',
  detail: 'This page is built in a way that I cannot read. Paste the article’s text here and I will read that.',
};
const notText: Refusal = {
  kind: 'refusal',
  why: 'not-text',
  detail: 'The link leads to something that is not text. Paste the article’s text here and I will read that.',
};
const tooLarge: Refusal = {
  kind: 'refusal',
  why: 'too-large',
  detail: 'This page is larger than I read at once. Paste the article’s text here and I will read that.',
};

function extract(html: string, pageUrl: string, note: NoteRemoval): Article | Refusal {
  if (html.length > maxChars) return tooLarge;
  if (!isText(html)) return notText;
  const source = scanPage(html);
  const document = parsePage(source);
  const everything = cutBlocks(document.body);
  const visible = readVisibleFacts(document, everything, cleanText(source.title), pageUrl);
  const metadata = readMetadata(source, visible, pageUrl);
  const strangers = findNextStories(everything, visible.headings, metadata.title);
  removeFurniture(document.body, findHiddenNames(source.sheets), note);
  removeComments(document.body, note);
  const blocks = cutBlocks(document.body);
  const nextStories = blocks.filter((block) => isInside(block, strangers));
  const copies = findSecondCopies(blocks);
  const others = new Set(nextStories);
  const corrections = findCorrections(blocks.filter((block) => !others.has(block)));
  for (const { element } of nextStories) element.remove();
  pickArticle(
    document,
    blocks.filter((block) => !others.has(block)),
  );
  for (const block of corrections) block.kept = true;
  for (const block of blocks) {
    if (!block.kept && !others.has(block) && isProse(block.text))
      note({ step: 'pick-article', why: 'outside the article', text: block.text.slice(0, 200) });
  }
  for (const block of nextStories) {
    note({ step: 'drop-next-stories', why: 'another story below this one', text: block.text.slice(0, 200) });
  }
  const marks = findMarks(metadata, visible, everything, blocks);
  if (marks.includes('live-blog')) keepKeyPoints(blocks);
  const dek = findDek(blocks, metadata.title, metadata.dek);
  if (dek) dek.kept = false;
  for (const [copy, first] of copies) {
    if (!copy.kept || !first.kept) continue;
    copy.kept = false;
    note({ step: 'drop-second-copies', why: 'stands there twice', text: copy.text.slice(0, 200) });
  }
  dropBlocks(
    blocks,
    { title: metadata.title, pageUrl, isNews: metadata.isNews, marks, authors: metadata.authors },
    note,
  );
  const shown = blocks
    .filter((block) => block.kept)
    .map((block) => block.text)
    .join('\n\n');
  const { headings } = visible;
  const evidence = gatherEvidence({
    html,
    source,
    metadata,
    everything,
    blocks,
    text: shown,
    wordCount: countWords(shown),
    headings,
    pageUrl,
  });
  const refusal = judgePage(evidence);
  const stated = refusal ? readStatedBody(refusal, metadata, source, shown) : undefined;
  if (refusal && !stated) return refusal;
  const text = stated ?? shown;
  const wordCount = countWords(text);
  const { statedBody, statedWordCount } = metadata;
  const isPartial = isCutShort(
    { ...evidence, text, wordCount },
    Math.max(statedWordCount ?? 0, countWords(statedBody)),
  );
  return {
    kind: 'article',
    url: pageUrl,
    canonicalUrl: metadata.canonicalUrl,
    title: metadata.title,
    dek: dek?.text ?? null,
    authors: metadata.authors,
    publisher: metadata.publisher,
    publishedAt: metadata.publishedAt ?? readDatelineDay(text),
    language: readLanguage(metadata.language, text),
    wordCount,
    text,
    marks: isPartial ? [...marks, 'partial'] : marks,
  };
}

// Templates say English whatever is written in them; a page that says anything else was told so.
function readLanguage(stated: string | null, text: string): string | null {
  if (!stated || !/^en(?:-|$)/i.test(stated)) return stated;
  const written = detectLanguage(text);
  return written && written !== 'en' ? written : stated;
}

/** What the page states about its kind, and what its text shows of it. */
function findMarks(metadata: PageMetadata, visible: VisibleFacts, everything: Block[], blocks: Block[]): ArticleMark[] {
  const marks = new Set(metadata.marks);
  if (isLiveBlog(metadata.title, everything)) marks.add('live-blog');
  const headLines = visible.headLines.map((line) => line.text);
  if (isPressRelease(headLines, blocks)) marks.add('press-release');
  return [...marks];
}

// Binary that was decoded as text is full of characters that no page holds.
function isText(html: string): boolean {
  const sample = html.slice(0, 20_000);
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return sample.trim().length > 0 && strange < sample.length * 0.05;
}
