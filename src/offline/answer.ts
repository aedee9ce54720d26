import type { Article } from '../core/article.ts';
import { cleanQuestion } from '../core/asked/clean-question.ts';
import { readDemands } from '../core/asked/demands.ts';
import { listFitWords } from '../core/asked/fit-words.ts';
import { findMisfit, minCoverage } from '../core/asked/fits.ts';
import { cannotStandAlone, type Question, readFollowUp } from '../core/asked/follow-up.ts';
import { holdsKind } from '../core/asked/kinds.ts';
import { namesBefore, type RankedSentence, rankSentences } from '../core/asked/rank-sentences.ts';
import { type AskedQuestion, readQuestion } from '../core/asked/read-question.ts';
import { toTerm } from '../core/asked/stems.ts';
import { contentWords, type Term } from '../core/asked/terms.ts';
import { listWordStock, type WordStock } from '../core/asked/word-stock.ts';
import type { AnswerDraft } from '../core/draft.ts';
import { type Reading, readText } from './attributions.ts';
import { takeBeginning } from './beginning.ts';
import { offlineDrafter } from './drafter.ts';
import { isSuperseded } from './furniture.ts';
import { findSaidBy } from './said-by.ts';
import { type TaggedText, tagText } from './tokens.ts';

const maxStatements = 3;
const maxClosest = 3;
const nearBest = 0.75;

/**
 * Answers a question with sentences of the article, found by their words (BM25), or says that the article does not tell.
 * A follow-up that points back ("and why?", "what did he say then?") takes the words of the question before.
 *
 * @returns at most three statements, each one whole sentence or, where a quotation runs over several, all of it; `closest`
 *   holds the nearest sentences either way, if any shares a word with the question
 */
export function answerOffline(question: Question, article: Article): AnswerDraft {
  const { text, read } = takeBeginning(article.text);
  const reading = readText(text);
  const stock = listWordStock(text);
  const cleaned = { ...question, text: cleanQuestion(question.text, stock) };
  const alone = findAnswers(readQuestion(cleaned.text), reading, article, stock);
  // Only a question that cannot stand alone leans on the one before: otherwise the same question had two answers.
  if (alone.statements.length > 0 && !cannotStandAlone(cleaned.text)) return signed(alone);
  const terms = new Set(contentWords(text));
  const followUp = readFollowUp(cleaned, (term) => terms.has(term));
  return signed(followUp ? findAnswers(followUp, reading, article, stock) : alone);

  function signed(answer: AnswerDraft): AnswerDraft {
    return { ...answer, drafter: { ...offlineDrafter, ...(read && { read }) } };
  }
}

function findAnswers(asked: AskedQuestion, reading: Reading, article: Article, stock: WordStock): AnswerDraft {
  const { tagged } = reading;
  const { text } = article;
  // A headline that the text repeats is no sentence of it.
  const title = foldTitle(article.title ?? '');
  const isTitle = ({ index }: RankedSentence) =>
    foldTitle(text.slice(tagged.sentences[index]?.start, tagged.sentences[index]?.end)) === title;
  // "An earlier statement said 12" answers only a question about what was said earlier.
  const asksEarlier = /\b(?:earlier|previous|initial|original|preliminary)/i.test(asked.text);
  const isOld = ({ index }: RankedSentence) =>
    !asksEarlier && isSuperseded(text.slice(tagged.sentences[index]?.start, tagged.sentences[index]?.end));
  const ranked = rankSentences(tagged, asked.terms, listNamesBefore(tagged)).ranked.filter(
    (sentence) => !isTitle(sentence) && !isOld(sentence),
  );
  // Who or what the article never names, it says nothing about.
  const isForeign = tagged.isEnglish && asked.terms.some((term) => term.isName && !isNamed(term, article));
  const found = asked.words ? findSaidBy(asked.words, reading) : findFitting(asked, ranked, tagged, stock);
  const answers = isForeign ? [] : found;
  const best = answers[0];
  const spans = answers
    .filter(({ score }) => best && score >= best.score * nearBest)
    .slice(0, maxStatements)
    .map(({ index }) => wholeQuotation(index, tagged))
    .filter((span, n, all) => all.findIndex((other) => other.first <= span.first && other.last >= span.last) === n)
    .sort((a, b) => a.first - b.first);
  const statements = spans.map(({ first, last }) => ({
    text: text.slice(tagged.sentences[first]?.start, tagged.sentences[last]?.end).replace(/\s+/g, ' '),
    sentences: Array.from({ length: last - first + 1 }, (_, n) => first + n + 1),
    quote: null,
  }));
  const closest = ranked.slice(0, maxClosest).map(({ index }) => index + 1);
  return { notInArticle: statements.length === 0, statements, closest, drafter: offlineDrafter };
}

function foldTitle(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const originLength = 4; // letters that "Italian" and "Italy" share

function isNamed({ words }: Term, { text, title, dek, publisher }: Article): boolean {
  const known = `${text} ${title ?? ''} ${dek ?? ''} ${publisher ?? ''}`.toLowerCase();
  return words.some((word) => known.includes(word.slice(0, Math.max(originLength, word.length - 3))));
}

const maxWeighed = 150; // sentences; what ranks behind shares hardly a word

/** The sentences that answer, best first; one that holds the kind of thing asked for is worth more than one that does not. */
function findFitting(
  asked: AskedQuestion,
  ranked: RankedSentence[],
  tagged: TaggedText,
  stock: WordStock,
): RankedSentence[] {
  const demands = readDemands(asked);
  const weighed = ranked
    .slice(0, maxWeighed)
    .map((sentence) => {
      const { start, end } = tagged.sentences[sentence.index] ?? { start: 0, end: 0 };
      const text = tagged.text.slice(start, end);
      const words = listFitWords(text, stock);
      const isOfKind = holdsKind(words, text, asked);
      return { sentence: { ...sentence, score: sentence.score * (isOfKind ? 1 : 0.5) }, text, words };
    })
    .sort((a, b) => b.sentence.score - a.sentence.score || a.sentence.index - b.sentence.index);
  const pairs = tagged.isEnglish ? readPairs(asked.text) : [];
  const answers = weighed.flatMap(({ sentence, text, words }) => {
    const { words: terms, coverage } = sentence;
    if (pairs.some(([first, second]) => terms.has(second) && !terms.has(first))) return [];
    return findMisfit({ text, words, terms, coverage }, asked, demands, minCoverage.byWords) ? [] : [sentence];
  });
  // One that holds what is asked for, far behind one that does not, is about something else.
  return answers[0] && answers[0].score >= (weighed[0]?.sentence.score ?? 0) * nearBest ? answers : [];
}

function listNamesBefore(tagged: TaggedText): Map<number, string> {
  return new Map(tagged.sentences.map((_, index) => [index, namesBefore(index, index, tagged)] as const));
}

/** Nouns that belong together: "inflation rate" is not answered with the interest rate. */
function readPairs(question: string): [string, string][] {
  const { tokens } = tagText(question);
  return tokens.flatMap((token, n): [string, string][] => {
    const next = tokens[n + 1];
    const areNouns = token.pos === 'NOUN' && next?.pos === 'NOUN' && n > 0;
    if (!areNouns || contentWords(token.text).length === 0 || contentWords(next.text).length === 0) return [];
    return [[toTerm(token.text), toTerm(next.text)]];
  });
}

const maxWholeSentences = 5;
const maxWholeLength = 800; // characters

/** A sentence with the others that its quotation runs over: half a quotation is not what somebody said. */
function wholeQuotation(index: number, { text, sentences, quotations }: TaggedText): { first: number; last: number } {
  const here = sentences[index];
  // "… tweeted:" is not what was tweeted.
  const announces =
    here !== undefined && /:\s*$/.test(text.slice(here.start, here.end)) && index + 1 < sentences.length;
  const whole = { first: index, last: announces ? index + 1 : index };
  for (const { start, end } of quotations) {
    const reaches = sentences[whole.last]?.end ?? 0;
    if (!here || start >= reaches || end <= here.start) continue;
    while (whole.first > 0 && (sentences[whole.first]?.start ?? 0) > start) whole.first -= 1;
    while (whole.last < sentences.length - 1 && (sentences[whole.last]?.end ?? end) < end) whole.last += 1;
  }
  const length = (sentences[whole.last]?.end ?? 0) - (sentences[whole.first]?.start ?? 0);
  const isReadable = whole.last - whole.first < maxWholeSentences && length <= maxWholeLength;
  return isReadable ? whole : { first: index, last: index };
}
