import type { Article } from '../core/article.ts';
import { cannotStandAlone, type Question, readFollowUp } from '../core/asked/follow-up.ts';
import { type RankedSentence, rankSentences } from '../core/asked/rank-sentences.ts';
import { type AskedQuestion, readQuestion } from '../core/asked/read-question.ts';
import { contentWords, type Term } from '../core/asked/terms.ts';
import type { AnswerDraft } from '../core/draft.ts';
import { type Reading, readText } from './attributions.ts';
import { takeBeginning } from './beginning.ts';
import { offlineDrafter } from './drafter.ts';
import { holdsKind, isAnswer, readDemands } from './fits-question.ts';
import { isSuperseded } from './furniture.ts';
import { findSaidBy } from './said-by.ts';
import type { TaggedText } from './tokens.ts';

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
  const alone = findAnswers(readQuestion(question.text), reading, article);
  // Only a question that cannot stand alone leans on the one before: otherwise the same question had two answers.
  if (alone.statements.length > 0 && !cannotStandAlone(question.text)) return signed(alone);
  const terms = new Set(contentWords(text));
  const followUp = readFollowUp(question, (term) => terms.has(term));
  return signed(followUp ? findAnswers(followUp, reading, article) : alone);

  function signed(answer: AnswerDraft): AnswerDraft {
    return { ...answer, drafter: { ...offlineDrafter, ...(read && { read }) } };
  }
}

function findAnswers(asked: AskedQuestion, reading: Reading, article: Article): AnswerDraft {
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
  const ranked = rankSentences(tagged, asked.terms).filter((sentence) => !isTitle(sentence) && !isOld(sentence));
  // Who or what the article never names, it says nothing about.
  const isForeign = tagged.isEnglish && asked.terms.some((term) => term.isName && !isNamed(term, article));
  const found = asked.words ? findSaidBy(asked.words, reading) : findFitting(asked, ranked, tagged);
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

/** The sentences that answer, best first; one that holds the kind of thing asked for is worth more than one that does not. */
function findFitting(asked: AskedQuestion, ranked: RankedSentence[], tagged: TaggedText): RankedSentence[] {
  const demands = readDemands(asked, tagged.isEnglish);
  const fitting = ranked
    .map((sentence) => ({
      ...sentence,
      score: sentence.score * (holdsKind(tagged, sentence.index, asked.wants) ? 1 : 0.5),
    }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const answers = fitting.filter((sentence) => isAnswer(tagged, sentence, asked, demands));
  // One that holds what is asked for, far behind one that does not, is about something else.
  return answers[0] && answers[0].score >= (fitting[0]?.score ?? 0) * nearBest ? answers : [];
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
