import type { Article, Span } from '../article.ts';
import { indexText, type TextIndex } from '../fold.ts';
import { readsAsEnglish } from '../grammar/english.ts';
import { listNames, type Name } from '../grammar/names.ts';
import { isCapitalised, listWords, toStem, type Word } from '../grammar/word-list.ts';
import { findQuotations, type Quotation } from '../quotation-marks.ts';
import { splitSentences } from '../sentences.ts';
import { findTurns, type Turn } from '../turns.ts';
import type { SpeechAct } from './speakers/voices.ts';

/** An article read once for a whole check. */
export type Reading = {
  article: Article;
  index: TextIndex;
  /** Sentence n, counted from 1, is element n - 1. */
  sentences: Span[];
  quotations: Quotation[];
  /** Who speaks where, in an interview or a transcript. */
  turns: Turn[];
  /** The text with every character inside quotation marks replaced, so that offsets stay and quoted words do not count. */
  masked: string;
  words: Word[];
  names: Name[];
  /** The names' words, each form once: a long article repeats its names. */
  forms: string[][];
  /** Stems of the words that the article writes in small letters: a capital at a statement's start is then no name. */
  commonStems: Set<string>;
  /** Stems of all its words. */
  stems: Set<string>;
  /** Whether the text reads as English; word order tells who speaks in English alone. */
  isEnglish: boolean;
  /** The language that statements are written in, where it is not the article's. */
  writtenIn: string | null;
  /** What the sentences asked about so far give as said, by where the sentence starts. */
  acts: Map<number, SpeechAct[]>;
};

/** Reads an article for the check: its words, sentences, quotations and names. */
export function readArticle(article: Article, writtenIn: string | null = null): Reading {
  const words = listWords(article.text);
  const names = listNames(article.text);
  const quotations = findQuotations(article.text);
  return {
    article,
    index: indexText(article.text),
    sentences: splitSentences(article.text),
    quotations,
    turns: findTurns(article.text, article.title),
    masked: maskQuotations(article.text, quotations),
    words,
    names,
    forms: [...new Map(names.map(({ keys }) => [keys.join(' '), keys])).values()],
    commonStems: new Set(words.flatMap(({ text, key }) => (isCapitalised(text) ? [] : [toStem(key)]))),
    stems: new Set(words.map(({ key }) => toStem(key))),
    isEnglish: readsAsEnglish(words, article.language),
    writtenIn,
    acts: new Map(),
  };
}

function maskQuotations(text: string, quotations: Quotation[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of quotations) {
    masked += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, '\uFFFC');
    from = end;
  }
  return masked + text.slice(from);
}

/** The stretch from the first to the last of some sentences, widened by `around` sentences; ids count from 1. */
export function stretchOf(sentences: number[], reading: Reading, around = 0): Span {
  const first = reading.sentences[Math.max(0, Math.min(...sentences) - 1 - around)];
  const last = reading.sentences[Math.min(reading.sentences.length, Math.max(...sentences) + around) - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

const maxTextLength = 6000; // of what a statement is held against; a page without sentences must not cost minutes

/** The ids of sentences that there are, each once, in reading order. */
export function knownIds(ids: number[], { sentences }: Reading): number[] {
  const known = new Set(ids.filter((id) => Number.isInteger(id) && id >= 1 && id <= sentences.length));
  return [...known].sort((one, other) => one - other);
}

/** Sentence `id`, counted from 1. */
export function sentenceAt(id: number, { sentences }: Reading): Span | undefined {
  return sentences[id - 1];
}

/** The words of some sentences, whether or not they stand together. */
export function textOf(sentences: number[], { article, sentences: spans }: Reading): string {
  return sentences
    .map((id) => article.text.slice(spans[id - 1]?.start ?? 0, spans[id - 1]?.end ?? 0))
    .join('\n')
    .slice(0, maxTextLength);
}

/** The ids of the sentences that a span touches, counted from 1. */
export function sentencesIn(span: Span, { sentences }: Reading): number[] {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  const ids: number[] = [];
  for (let at = low; at < sentences.length && (sentences[at]?.start ?? 0) < span.end; at += 1) ids.push(at + 1);
  return ids;
}
