import { createRequire } from 'node:module';
import type { ItsHelpers, PartOfSpeech, WinkMethods } from 'wink-nlp';
import type { Span } from '../core/article.ts';
import { splitSentences } from '../core/sentences.ts';
import { markFurniture } from './furniture.ts';
import { detectLanguage, detectUnspaced } from './languages/detect.ts';
import type { Language } from './languages/language.ts';
import type { Unspaced } from './languages/unspaced.ts';
import { isPeopleNoun } from './names/words.ts';
import { findQuotations } from './speech/quotations.ts';

/** A word or a mark of the text. `quotation` is the index of the quotation it stands in, -1 outside any. */
export type Token = Span & {
  text: string;
  lower: string;
  pos: PartOfSpeech;
  sentence: number;
  quotation: number;
  /** A word, capitalised or behind a hyphen, that the tagger's lexicon of 85,000 English words does not hold: most likely a name. */
  isRare: boolean;
};

/**
 * A sentence as a run of tokens, `first` to `last` exclusive. `paragraph` counts the text's lines that hold words. Furniture
 * is what is no part of the story: bylines, credits, captions.
 */
export type Sentence = Span & { first: number; last: number; paragraph: number; isFurniture: boolean };

/** A text cut into tokens with their parts of speech. Sentence n is element n of `splitSentences(text)`. */
export type TaggedText = {
  text: string;
  /** False: the words have no parts of speech, and no rule of English grammar may be used on them. */
  isEnglish: boolean;
  /** What the text is written in, where the reader knows it and it is not English. */
  language: Language | undefined;
  /** The same for a language without spaces between its words. */
  unspaced: Unspaced | undefined;
  tokens: Token[];
  sentences: Sentence[];
  quotations: Quotation[];
};

/** A stretch inside quotation marks; `first` and `last` are its tokens, equal where it has none. */
export type Quotation = Span & { first: number; last: number };

// A "sentence" beyond this is a table, a list or text without punctuation: no rule of grammar holds in it.
const maxSentenceLength = 2_000;

type Tagger = { nlp: WinkMethods; its: ItsHelpers; charactersLeft: number };

// The tagger remembers every new word for ever, about 200 bytes each. A hostile text is all new words; after this many
// characters (some 1,200 articles) it is loaded afresh, which takes as long as the first time.
const maxCharacters = 5_000_000;

let tagger: Tagger | undefined;

function loadTagger(): Tagger {
  if (!tagger || tagger.charactersLeft <= 0) {
    // Loaded on first use: the model takes 0.2 s and 60 MB that a process which never drafts offline need not spend.
    const require = createRequire(import.meta.url);
    for (const path of Object.keys(require.cache))
      if (/[\\/]wink-eng-lite-web-model[\\/]/.test(path)) delete require.cache[path];
    // Cast: both packages are CommonJS with their function or model as the whole export; their types call it a default export.
    const createNlp = require('wink-nlp') as typeof import('wink-nlp').default;
    const model = require('wink-eng-lite-web-model') as typeof import('wink-eng-lite-web-model').default;
    const nlp = createNlp(model, ['pos']);
    tagger = { nlp, its: nlp.its, charactersLeft: maxCharacters };
  }
  return tagger;
}

/**
 * Cuts a text into tagged tokens. Sentences longer than 2,000 characters keep their place but get no tokens.
 *
 * @returns tokens in reading order with UTF-16 offsets into `text`
 */
export function tagText(text: string): TaggedText {
  const language = detectLanguage(text);
  const isEnglish = language === 'en';
  const quotations = findQuotations(text);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let paragraph = -1;
  let lineEnd = -1;
  for (const span of splitSentences(text)) {
    if (span.start > lineEnd) {
      paragraph++;
      lineEnd = endOfLine(text, span.start);
    }
    const first = tokens.length;
    if (span.end - span.start <= maxSentenceLength) {
      if (isEnglish) tagSentence(text, span, sentences.length, tokens);
      else cutSentence(text, span, sentences.length, tokens);
    }
    sentences.push({ ...span, first, last: tokens.length, paragraph, isFurniture: false });
  }
  markFurniture(text, sentences);
  return {
    text,
    isEnglish,
    language: language === 'en' ? undefined : language,
    unspaced: language === undefined ? detectUnspaced(text) : undefined,
    tokens,
    sentences,
    quotations: markQuotations(tokens, quotations),
  };
}

// A word with its hyphens; French "l’" and "d’" are words of their own.
const wordOrMark =
  /(?:[cdjlmnst]|qu)['’](?=\p{L})|[\p{L}\p{N}\p{M}]+(?:[-.'’][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/giu;

function cutSentence(text: string, span: Span, sentence: number, tokens: Token[]): void {
  for (const match of text.slice(span.start, span.end).matchAll(wordOrMark)) {
    const start = span.start + match.index;
    const word = match[0];
    tokens.push({
      text: word,
      lower: word.toLowerCase().replaceAll('’', "'"),
      pos: 'X',
      start,
      end: start + word.length,
      sentence,
      quotation: -1,
      isRare: false,
    });
  }
}

function endOfLine(text: string, from: number): number {
  const lineBreak = /[\n\r\u2028\u2029]/g;
  lineBreak.lastIndex = from;
  return lineBreak.exec(text)?.index ?? text.length;
}

function tagSentence(text: string, span: Span, sentence: number, tokens: Token[]): void {
  const loaded = loadTagger();
  const { nlp, its } = loaded;
  loaded.charactersLeft -= span.end - span.start;
  const piece = text.slice(span.start, span.end);
  const document = nlp.readDoc(piece);
  const words = document.tokens();
  // Casts: with one of the library's own readers, out() gives one value of that kind for each token.
  const values = words.out(its.value) as string[];
  const kinds = words.out(its.pos) as PartOfSpeech[];
  let at = span.start;
  const first = tokens.length;
  for (const [i, value] of values.entries()) {
    // The tagger may fold spaces, so each word is looked for where it should be next; a word it rewrote is left out.
    const start = span.start + piece.indexOf(value, at - span.start);
    if (start < at || start - at > 40) continue;
    at = start + value.length;
    const before = tokens.at(-1);
    if (before?.sentence === sentence && before.end === start && isOneWord(before.text, value)) {
      before.text += value;
      before.lower += value.toLowerCase();
      before.end = at;
      before.isRare = /^\p{Lu}/u.test(before.text);
      continue;
    }
    // "when Turning Point’s spokesman": a capital inside a sentence, before another, is half a name.
    if (
      before?.sentence === sentence &&
      tokens.length - 1 > first &&
      before.pos === 'VERB' &&
      kinds[i] === 'PROPN' &&
      isHalfName(before, value)
    )
      before.pos = 'PROPN';
    const lower = value.toLowerCase().replaceAll('’', "'");
    const mayBeName = /^\p{Lu}/u.test(value) || (before?.text === '-' && before.end === start);
    const isRare = mayBeName && document.isOOV(lower);
    tokens.push({
      text: value,
      lower,
      pos: correctPos(value, kinds[i] ?? 'X', before?.sentence === sentence ? before : undefined),
      start,
      end: at,
      sentence,
      quotation: -1,
      isRare,
    });
  }
}

function isHalfName({ text }: Token, next: string): boolean {
  return /^\p{Lu}\p{Ll}+ing$/u.test(text) && /^\p{Lu}\p{Ll}/u.test(next);
}

/** "WHO", "IT" and "US" are no pronouns; a capital behind a name's capital is no verb: "Yvette Cooper". */
function correctPos(word: string, pos: PartOfSpeech, before: Token | undefined): PartOfSpeech {
  if (/^(?:WHO|IT|US)$/.test(word)) return 'PROPN';
  // "according to engineers": no infinitive has that ending.
  if (pos === 'VERB' && before?.lower === 'to' && word.endsWith('s') && isPeopleNoun(word)) return 'NOUN';
  const followsName = before?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(before.text);
  return followsName && (pos === 'VERB' || pos === 'ADJ' || pos === 'NOUN') && /^\p{Lu}\p{Ll}/u.test(word)
    ? 'PROPN'
    : pos;
}

/** The tagger cuts words at letters beyond Western Europe's: "Li|č|en". */
function isOneWord(left: string, right: string): boolean {
  return (
    /\p{L}\p{M}*$/u.test(left) &&
    /^[\p{L}\p{M}]/u.test(right) &&
    /[^\x00-\x7f’]/.test(left.slice(-1) + right.slice(0, 1))
  );
}

function markQuotations(tokens: Token[], spans: Span[]): Quotation[] {
  const quotations: Quotation[] = [];
  let i = 0;
  for (const [index, span] of spans.entries()) {
    while (i < tokens.length && (tokens[i]?.end ?? 0) <= span.start) i++;
    const first = i;
    for (let token = tokens[i]; token && token.start < span.end; token = tokens[++i]) token.quotation = index;
    quotations.push({ ...span, first, last: i });
  }
  return quotations;
}
