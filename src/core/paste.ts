import type { Article, ArticleMark, Refusal } from './article.ts';
import { readDateline } from './dateline.ts';
import { detectLanguage } from './language.ts';
import { findBody } from './paste/body.ts';
import { isFiller } from './paste/filler.ts';
import { findOtherGenre, type OtherGenre } from './paste/genre.ts';
import { readPasteHead } from './paste/head.ts';
import { cutRawLines, type PasteLine, readPasteLines } from './paste/lines.ts';
import { findNotice } from './paste/notice.ts';
import { findSegment } from './paste/segment.ts';
import { countWords } from './words.ts';

const maxChars = 2_000_000;
const minWords = 12;
// A whole article may stand above an offer to subscribe; so short a text there is its free part.
const shortOfWhole = 250;
// What a paywall leaves in sight of an article that says nothing yet.
const atGate = 25;

/**
 * Reads an article that a person copied from a page with everything around it: finds its headline, people, publisher and
 * day, and drops the rest (share counters, captions, credits, related links, layout words). Text with nothing around it
 * comes through as it is.
 *
 * @returns an article without url, or a refusal: `too-short`, `paywall`, `not-text`, `too-large`, or what a page showed in place
 * of its article, like `error-page` or `consent`
 */
export function readPaste(text: string): Article | Refusal {
  const refusal = refuseUnreadable(text);
  if (refusal) return refusal;

  const rawLines = cutRawLines(text);
  const lines = readPasteLines(rawLines);
  const segment = findSegment(lines);
  const head = readPasteHead(lines, segment);
  const body = findBody(lines, head, segment);
  const dateline = readDateline(body.paragraphs[0] ?? '');
  const paragraphs = body.paragraphs.map((paragraph, at) =>
    at === 0 && dateline ? paragraph.slice(dateline.end) : paragraph,
  );
  const articleText = paragraphs.join('\n\n');
  const wordCount = countWords(articleText);
  const hasHead =
    head.title !== null && (head.authors.length > 0 || head.publishedAt !== null || dateline !== undefined);
  const other = findOtherGenre(rawLines, paragraphs, hasHead);
  if (wordCount < atGate && lines.some(isGate)) return behindPaywall;
  if (other) return refuseOther(other);
  const notice = findNotice(lines, hasHead);
  if (notice) return notice;
  if (wordCount < minWords) return tooShort(wordCount);
  if (isFiller(articleText)) return saysNothing;

  return {
    kind: 'article',
    url: null,
    canonicalUrl: null,
    title: head.title,
    dek: head.dek,
    authors: head.authors.length > 0 ? head.authors : body.writers,
    publisher: head.publisher ?? dateline?.publisher ?? head.desk ?? body.publisher,
    publishedAt: head.publishedAt ?? dateline?.publishedAt ?? body.publishedAt,
    language: detectLanguage(articleText),
    wordCount,
    text: articleText,
    marks: [
      ...findMarks(lines.slice(Math.max(0, head.start - 2), head.bodyStart)),
      ...(wordCount < shortOfWhole && endsAtGate(lines, head.bodyStart) ? (['partial'] as const) : []),
    ],
  };
}

function refuseUnreadable(text: string): Refusal | undefined {
  if (text.length > maxChars) {
    return {
      kind: 'refusal',
      why: 'too-large',
      detail: 'That paste is longer than I read at once; paste the article’s own text and I will read that.',
    };
  }
  const solid = text.replace(/[\s\p{C}]+/gu, '');
  if (solid === '') return tooShort(0);
  const letters = solid.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const broken = solid.match(/\ufffd/g)?.length ?? 0;
  const longestWord = text
    .split(/[^\p{L}\p{N}+/=]+/u)
    .reduce((longest, word) => (/^[\x20-\x7e]+$/.test(word) ? Math.max(longest, word.length) : longest), 0);
  if (letters < solid.length * 0.4 || broken > solid.length * 0.05 || longestWord > solid.length * 0.5 + 100) {
    return {
      kind: 'refusal',
      why: 'not-text',
      detail: 'I see symbols or code there, not sentences; paste the article’s text and I will read that.',
    };
  }
  return undefined;
}

const saysNothing: Refusal = {
  kind: 'refusal',
  why: 'not-text',
  detail:
    'There is no article text in this, only the same few words or a placeholder; paste an article’s text and I will read that.',
};

// What the person pasted, in a word, so that they see what was understood.
const genreNames: Record<OtherGenre, string> = {
  chat: 'a chat',
  code: 'code or a log',
  table: 'a table',
  list: 'a list',
  minutes: 'the minutes of a meeting',
  invoice: 'an invoice',
  cv: 'a curriculum vitae',
  recipe: 'a recipe',
  letter: 'a letter',
  verse: 'a poem',
};

function refuseOther(genre: OtherGenre): Refusal {
  return {
    kind: 'refusal',
    why: 'not-text',
    detail: `That looks like ${genreNames[genre]}, not an article; paste an article’s text and I will read that.`,
  };
}

function tooShort(words: number): Refusal {
  const seen =
    words === 0
      ? 'I see no words of an article there'
      : `I see only ${words} ${words === 1 ? 'word' : 'words'} there, too few for an article`;
  return {
    kind: 'refusal',
    why: 'too-short',
    detail: `${seen}; paste the whole text, or its link, and I will read that.`,
  };
}

const gate =
  /subscribers? only|only for subscribers|subscribe to (?:continue|read|keep|unlock)|to (?:continue|keep) reading|(?:limit|number) of free|already (?:a|have a|an?) (?:subscriber|subscription|member)|(?:nur für|für) abonnent|jetzt weiterlesen|weiterlesen mit|réservé(?:e)?s? aux abonnés|abonnez-vous pour|(?:para|a) suscriptores|suscríbete para|assinantes|abbonati per|riservat[oa] agli abbonati|alleen voor abonnees|会員限定|続きを読むには/i;

const behindPaywall: Refusal = {
  kind: 'refusal',
  why: 'paywall',
  detail: 'That is an offer to subscribe and hardly a word of the article; paste its text and I will read that.',
};

function isGate({ kind, text }: PasteLine): boolean {
  return kind !== undefined && gate.test(text);
}

// An offer to subscribe where the text breaks off: no running text follows.
function endsAtGate(lines: PasteLine[], bodyStart: number): boolean {
  const at = lines.findLastIndex(isGate);
  return at >= bodyStart && !lines.slice(at + 1).some((line) => line.prose);
}

function findMarks(lines: PasteLine[]): ArticleMark[] {
  const marks = new Set<ArticleMark>();
  for (const { text } of lines) {
    if (
      /^(?:opinion|comment(?:ary)?|editorial|op-ed|guest essay|column|meinung|kommentar|opinión|tribune|leitartikel)\b.{0,20}$/i.test(
        text,
      )
    )
      marks.add('opinion');
    if (/^live(?: ?blog| updates?| reporting)?\b.{0,12}$/i.test(text)) marks.add('live-blog');
    if (
      /^(?:press release|news provided by|for immediate release|pressemitteilung|communiqué de presse|nota de prensa|\/?pr ?newswire\/?)\b.{0,40}$/i.test(
        text,
      )
    )
      marks.add('press-release');
  }
  return [...marks];
}
