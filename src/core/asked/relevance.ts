import type { Ground } from '../check/passage.ts';
import { type Reading, textOf } from '../check/reading.ts';
import { findMentions } from '../check/speakers/mentions.ts';
import { tieSpeaker } from '../check/speakers/speaker.ts';
import { isReportingVerb } from '../grammar/cues.ts';
import { isDescription } from '../grammar/description.ts';
import { isTitle } from '../grammar/names.ts';
import { listWords } from '../grammar/word-list.ts';
import { turnAt } from '../turns.ts';
import { cleanQuestion } from './clean-question.ts';
import { readDemands } from './demands.ts';
import { listFitWords } from './fit-words.ts';
import { findMisfit, type Misfit, minCoverage } from './fits.ts';
import { cannotStandAlone, type Question, readFollowUp } from './follow-up.ts';
import { headingBefore, listTermsOf, namesBefore, rankSentences } from './rank-sentences.ts';
import { type AskedQuestion, readQuestion } from './read-question.ts';
import { contentWords, isEnglishQuestion } from './terms.ts';
import { listWordStock, type WordStock } from './word-stock.ts';

/** Tells what keeps a statement from answering the question, by the passage it rests on; undefined where nothing does. */
export type Relevance = (statement: string, ground: Ground) => Misfit | undefined;

/**
 * Holds statements against a question, whoever drafted them: a true sentence beside the point is no answer. English questions
 * about English articles alone; a question without a word of its own and without one before it holds nothing to be met.
 */
export function createRelevance(question: Question, reading: Reading): Relevance {
  const stock = listWordStock(reading.article.text);
  const asked = readInThread(question, reading.article.text, stock);
  if (!reading.isEnglish || !asked || !isEnglishQuestion(question.text)) return () => undefined;
  const cut = { text: reading.article.text, sentences: reading.sentences };
  const { topic = [] } = asked.words ?? {};
  const speaker = wholeName(asked.words?.speaker ?? '', reading);
  const { coverageOf } = rankSentences(cut, asked.words ? topic : asked.terms);
  const demands = readDemands(asked);

  return (statement, ground) => {
    const text = textOf(ground.sentences, reading);
    const [first, last] = [Math.min(...ground.sentences) - 1, Math.max(...ground.sentences) - 1];
    const before = `${namesBefore(first, last, cut)} ${headingBefore(first, cut)}`;
    const terms = new Set(listTermsOf(`${text} ${before}`));
    if (asked.words) return findOthersWords({ statement, ground, terms });
    const near = new Set([...terms, ...listTermsOf(textOf(sentencesAround(first, last), reading))]);
    const coverage = coverageOf(terms) + (coverageOf(near) - coverageOf(terms)) * nearWeight;
    return findMisfit({ text, words: listFitWords(text, stock), terms, coverage }, asked, demands, minCoverage.read);
  };

  function sentencesAround(first: number, last: number): number[] {
    const from = Math.max(0, first - around);
    const to = Math.min(reading.sentences.length, last + 1 + around);
    return Array.from({ length: to - from }, (_, n) => from + n + 1);
  }

  /** Whoever is only named in a passage says nothing there. */
  function says(speaker: string, statement: string, ground: Ground): boolean {
    const text = textOf(ground.sentences, reading);
    if (holdsView(text, speaker)) return true;
    const bearers = [speaker, ...namesOf(speaker, reading)];
    if (bearers.every((bearer) => 'why' in tieSpeaker(bearer, statement, ground, reading))) return false;
    const turn = turnAt(ground.span, reading.turns);
    const isTurn = turn !== undefined && (turn.speaker !== null || /\b(?:I|we|my|our|me|us)\b/u.test(text));
    return isTurn || speechCue.test(text) || (asksView.test(question.text) && viewCue.test(text)) || isReported(text);
  }

  /** "Moe called it a warning", "Moe supports the plan": what someone calls or wants is no reported speech, and theirs. */
  function holdsView(text: string, speaker: string): boolean {
    const name = contentWords(speaker).at(-1);
    const words = listFitWords(text, stock);
    return words.some(({ term, isAfterMark }, at) => {
      const behind = words.slice(at + 1, at + 1 + viewReach);
      const verb = behind.findIndex(
        ({ lower }) => callCue.test(lower) || (asksView.test(question.text) && viewCue.test(lower)),
      );
      // "a son called Ronnie" calls nobody anything.
      return (
        term === name &&
        verb >= 0 &&
        !behind[verb + 1]?.isName &&
        !isAfterMark &&
        !behind.slice(0, verb + 1).some((word) => word.isAfterMark)
      );
    });
  }

  // What is talked about may have been named in the sentence before: "He called it dangerous".
  function findOthersWords({ statement, ground, terms }: { statement: string; ground: Ground; terms: Set<string> }) {
    if (!isNobody(speaker) && !says(speaker, statement, ground)) return 'person';
    const before = Math.min(...ground.sentences) - 1;
    const near = new Set([...terms, ...(before > 0 ? listTermsOf(textOf([before], reading)) : [])]);
    return topic.length > 0 && coverageOf(near) < minTopicCoverage ? 'words' : undefined;
  }
}

/** Who bears a role: "the prime minister" where the article has "The prime minister, Ida Roos," or "Ida Roos, the prime minister". */
function namesOf(speaker: string, reading: Reading): string[] {
  if (!isDescription(speaker)) return [];
  const { text } = reading.article;
  const bearers = findMentions(speaker, reading).flatMap((role) =>
    reading.names.filter(
      ({ start, end }) =>
        (start >= role.end && /^,?\s$/u.test(text.slice(role.end, start))) ||
        (end <= role.start &&
          /^,\s(?:(?:the|a|an|its|their|who is|now)\s)?(?:\p{L}+\s)?$/u.test(text.slice(end, role.start))),
    ),
  );
  return [...new Set(bearers.map(({ start, end }) => text.slice(start, end)))];
}

/** The article's longest form of a name: "Foden" is Phil Foden, whom it may call Phil. */
function wholeName(speaker: string, { forms, article: { text } }: Reading): string {
  const keys = listWords(speaker).map(({ key }) => key);
  const [longer, ...others] = forms.filter(
    (form) => keys.length === 1 && form.length === 2 && form[1] === keys[0] && !isTitle(form[0] ?? ''),
  );
  if (!longer || others.length > 0) return speaker;
  return new RegExp(longer.map((key) => `\\b${key}\\b`).join('\\s+'), 'iu').exec(text)?.[0] ?? speaker;
}

/** True where a passage has a verb that reports; "is thought to be" and a "State" report nothing. */
function isReported(text: string): boolean {
  const words = listWords(text);
  return words.some(
    ({ key, text: word }, at) =>
      isReportingVerb(key) &&
      !/^\p{Lu}/u.test(word) &&
      !(/^(?:is|are|was|were|been|be)$/.test(words[at - 1]?.key ?? '') && !key.endsWith('ing')),
  );
}

// A drafter that reads answers with the one sentence of several that say it together.
const around = 2;
const nearWeight = 0.4;
const minTopicCoverage = 0.5;
const speechCue =
  /[“”"„«»]|\b(?:according to|in (?:his|her|their|its) (?:opinion|view|words)|(?:tweet|urge|encourage|stress|emphasi[sz]e)(?:e?s|e?d|ing)?)\b/iu;
const viewReach = 4; // words between a name and its verb
const callCue = /^(?:call|describ|label|brand|dub|tweet|post)(?:e?s|e?d|ing)$/u;
const asksView = /\b(?:think|thinks|thought|feel|feels|felt|want|wants|wanted|view|views|opinion|stance|position)\b/iu;
const viewCue =
  /\b(?:(?:support|oppose|back|favou?r|want|plan|welcome|hope|like|dislike|hate|prefer|trust|doubt|refuse|defend)(?:e?s|e?d|ing)?|(?:is|was|are|were) (?:against|for|in favou?r|worried|concerned|happy|angry|confident|aware|optimistic|sceptical|skeptical))\b/iu;

/** A question as it is meant in its thread; undefined where it asks for nothing that a passage could be held against. */
export function readInThread(question: Question, text: string, stock: WordStock): AskedQuestion | undefined {
  const cleaned = { ...question, text: cleanQuestion(question.text, stock) };
  const alone = readQuestion(cleaned.text);
  if (!cannotStandAlone(cleaned.text)) return alone.terms.length > 0 ? alone : undefined;
  const words = new Set(contentWords(text));
  const meant = readFollowUp(cleaned, (term) => words.has(term)) ?? alone;
  return meant.terms.length > 0 ? meant : undefined;
}

function isNobody(speaker: string): boolean {
  return /^(?:he|she|they|it|we|you|people|everyone|anyone|someone|the (?:article|story|piece|author|writer|report|paper))$/iu.test(
    speaker.trim(),
  );
}
