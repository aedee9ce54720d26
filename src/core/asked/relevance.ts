import { isReportingVerb } from '../check/cues.ts';
import type { Ground } from '../check/passage.ts';
import { type Reading, textOf } from '../check/reading.ts';
import { tieSpeaker } from '../check/speaker.ts';
import { listWords } from '../check/word-list.ts';
import { cleanQuestion } from './clean-question.ts';
import { readDemands } from './demands.ts';
import { listFitWords } from './fit-words.ts';
import { findMisfit, type Misfit } from './fits.ts';
import { cannotStandAlone, type Question, readFollowUp } from './follow-up.ts';
import { listTermsOf, namesBefore, rankSentences } from './rank-sentences.ts';
import { type AskedQuestion, readQuestion } from './read-question.ts';
import { contentWords } from './terms.ts';
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
  if (!reading.isEnglish || !asked || !isEnglish(question.text)) return () => undefined;
  const cut = { text: reading.article.text, sentences: reading.sentences };
  const { speaker = '', topic = [] } = asked.words ?? {};
  const { coverageOf } = rankSentences(cut, asked.words ? topic : asked.terms);
  const demands = readDemands(asked);

  return (statement, ground) => {
    const text = textOf(ground.sentences, reading);
    const [first, last] = [Math.min(...ground.sentences) - 1, Math.max(...ground.sentences) - 1];
    const before = namesBefore(first, last, cut);
    const terms = new Set(listTermsOf(`${text} ${before}`));
    if (asked.words) return findOthersWords({ statement, ground, terms });
    return findMisfit({ text, words: listFitWords(text, stock), terms, coverage: coverageOf(terms) }, asked, demands);
  };

  /** Whoever is only named in a passage says nothing there. */
  function says(speaker: string, statement: string, ground: Ground): boolean {
    const text = textOf(ground.sentences, reading);
    if (holdsView(text, speaker)) return true;
    if ('why' in tieSpeaker(speaker, statement, ground, reading)) return false;
    const isTurn = reading.turns.some(
      ({ content: { start, end } }) => start <= ground.span.start && end >= ground.span.end,
    );
    return (
      isTurn ||
      speechCue.test(text) ||
      (asksView.test(question.text) && viewCue.test(text)) ||
      listWords(text).some(({ key }) => isReportingVerb(key))
    );
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
      return term === name && verb >= 0 && !isAfterMark && !behind.slice(0, verb + 1).some((word) => word.isAfterMark);
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

const minTopicCoverage = 0.5;
const speechCue =
  /[“”"„«»]|\b(?:according to|in (?:his|her|their|its) (?:opinion|view|words)|(?:call|tweet|post|urge|encourage|stress|emphasi[sz]e)(?:e?s|e?d|ing)?)\b/iu;
const viewReach = 4; // words between a name and its verb
const callCue = /^(?:call|describ|label|brand|dub|tweet|post|nam)(?:e?s|e?d|ing)$/u;
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

const englishWords =
  /(?<!\p{L})(?:who|what|which|when|where|why|how|is|are|were|did|does|do|has|have|had|will|can|could|the|of|to|and|in|they|he|she|it|his|her|about|said)(?!\p{L})/giu;
const foreignWords =
  /(?<!\p{L})(?:wer|wen|wem|wann|wo|warum|wieso|wie|viele|welche[rsnm]?|der|die|das|den|dem|ist|sind|hat|haben|wurden?|über|qui|que|quoi|quand|où|pourquoi|comment|combien|quel(?:le)?s?|est|sont|ont|le|les|des|une?|du|quién(?:es)?|qué|cuándo|dónde|cómo|cuánt[oa]s?|el|los|las|dijo|según|por|chi|che|quando|dove|perché|quanti|quanto|wat|waarom|wanneer|hoeveel|het|een)(?!\p{L})/giu;

/** True where a question reads as English; names alone do. */
function isEnglish(question: string): boolean {
  return (question.match(englishWords)?.length ?? 0) >= (question.match(foreignWords)?.length ?? 0);
}
