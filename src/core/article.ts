/**
 * A mark a reader must not miss, shown in the brief's second line. `partial`: only the free part of a paid article; `first-pages`:
 * only the beginning of a long document.
 */
export type ArticleMark = 'opinion' | 'live-blog' | 'press-release' | 'partial' | 'first-pages';

/**
 * A page's or a paste's cleaned text with its facts. A fact the page does not state is null, never guessed.
 * Sentence n, counted from 1, is `splitSentences(article.text)[n - 1]`.
 */
export type Article = {
  kind: 'article';
  /** Where the page was read, after redirects; null for pasted text. */
  url: string | null;
  /** The page's own canonical link, same site only. */
  canonicalUrl: string | null;
  title: string | null;
  /** The standfirst under the headline, which is not part of `text`. */
  dek: string | null;
  /** People only; a desk or an agency is a publisher. */
  authors: string[];
  publisher: string | null;
  /** ISO 8601, a date or a date with time and zone, as precise as the page. */
  publishedAt: string | null;
  /** BCP 47, for example `en` or `pt-BR`. */
  language: string | null;
  wordCount: number;
  /** Paragraphs joined by a blank line, without title and dek. All offsets in a brief are UTF-16 offsets into it. */
  text: string;
  marks: ArticleMark[];
};

/** Why a page or a paste was not summarised. */
export type RefusalReason =
  | 'paywall'
  | 'consent'
  | 'bot-check'
  | 'home-page'
  | 'error-page'
  | 'needs-script'
  | 'too-short'
  | 'not-text'
  | 'gone'
  | 'unreachable'
  | 'too-large'
  | 'blocked-address'
  | 'timed-out'
  | 'robots';

/** A page that was not summarised. */
export type Refusal = {
  kind: 'refusal';
  why: RefusalReason;
  /** One clear sentence for the person who asked: what was seen, and what to do. Plain text, no link of the page's. */
  detail: string;
};

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export type Span = { start: number; end: number };
