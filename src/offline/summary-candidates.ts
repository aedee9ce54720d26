import { stem } from '../core/asked/stems.ts';
import { type Turn, turnAt } from '../core/turns.ts';
import { balanced, breaksOff } from './claim-text.ts';
import { isChangeNote, isInvitation, isProse, isSuperseded, skipDateline } from './furniture.ts';
import type { Sentence, TaggedText, Token } from './tokens.ts';

/** A sentence that may stand in a summary. `place`: how many such sentences stand before it. */
export type Candidate = {
  index: number;
  place: number;
  /** The article's words, without a dateline. */
  text: string;
  /** Its words that carry meaning, as stems. */
  content: Set<string>;
  /** Words. */
  length: number;
  /** It points to another sentence, or bids the reader do something: it cannot stand alone. */
  leans: boolean;
  /** It tells of "I", "we" or "you": the writer's talk to the reader more than the story. */
  isPersonal: boolean;
  /** "The deal sets up …": what deal, the sentence before tells. */
  isDefinite: boolean;
};

const maxLength = 70;
const maxCandidates = 25;
const maxQuoted = 0.5; // share of the words
const pointsInside = /^.{0,60},\s(?:however|though|too|meanwhile|for (?:his|her|its|their) part),/;
const alsoTells = /^(?:\S+\s){1,5}also\s|^the (?:answer|result|reason|same|idea|aim|former|move|decision|incident)\b/i;
const calendar =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const endsSentence = /[.!…。！؟।]['"”»’)]*$/;

const pointsBack =
  /^["“„«']?(?:not to mention|he|she|they|it|this|these|that|those|such|his|her|their|its|but|and|so|yet|also|however|meanwhile|still|then|another|both|i|we|you|nonetheless|nevertheless|instead|others?|separately|in addition|for (?:example|instance)|besides|moreover|furthermore|similarly|likewise|thus|therefore|hence|indeed|in fact|of course|after all|on the other hand|as such|as a result|in turn|that said|by then|(?:at|by) th(?:e|at) (?:same )?time)\b|^the (?:first|second|third|latter|former),|^(?:er|sie|sein|seine|seiner|seinem|ihre|ihrer|ihrem|ihren|dies|diese|dieser|dieses|dabei|damit|doch|aber|und|denn|elle|ils|elles|cela|cette|ses|leur|leurs|mais|ella|ellos|sus|esto|pero|por ahora|sin embargo|no obstante|toutefois|cependant|allerdings|trotzdem|zudem|außerdem) /i;

/** The sentences of a text that may stand in its summary, in order, at most 25: of `least` words or more. */
export function findCandidates(tagged: TaggedText, title: string | null, least: number, turns: Turn[]): Candidate[] {
  const candidates: Candidate[] = [];
  const named = foldWords(title ?? '');
  for (const [index, sentence] of tagged.sentences.entries()) {
    if (candidates.length === maxCandidates) break;
    // What is said in an interview is somebody's, not the story's own voice.
    if (sentence.isFurniture || (turns.length > 0 && turnAt(sentence, turns))) continue;
    const first = skipDateline(tagged, sentence);
    const text = tagged.text.slice(tagged.tokens[first]?.start ?? sentence.start, sentence.end);
    const words = tagged.tokens.slice(first, sentence.last).filter((token) => /[\p{L}\p{N}]/u.test(token.text));
    if (words.length < least || words.length > maxLength || !isStatement(tagged, sentence, first, text, words))
      continue;
    if (named !== '' && foldWords(text) === named) continue;
    const content = new Set(words.filter(carriesMeaning).map((word) => stem(word.lower)));
    const place = candidates.length;
    candidates.push({
      index,
      place,
      text,
      content,
      length: words.length,
      ...readManner(text, words, tagged.isEnglish),
    });
  }
  return candidates;
}

/** True for words that may weigh: nouns, names, verbs, adjectives, numbers; in other languages every word of some length. */
export function carriesMeaning({ pos, lower }: Token): boolean {
  return /^(?:NOUN|PROPN|VERB|ADJ|NUM|X)$/.test(pos) && lower.length > 2;
}

function foldWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** A whole sentence in the article's own voice: no question, no quotation, no list, no note of the desk. */
function isStatement(tagged: TaggedText, sentence: Sentence, first: number, text: string, words: Token[]): boolean {
  // What stands for the most part inside quotation marks is somebody's; "… lesen zu können", sagt er: begun before.
  const opening = tagged.quotations[tagged.tokens[first]?.quotation ?? -1];
  if (opening && opening.start < sentence.start) return false;
  if (words.filter(({ quotation }) => quotation >= 0).length > words.length * maxQuoted) return false;
  if (!isProse(text) || !endsSentence.test(text) || /^[“"(]/.test(text)) return false;
  if (isSuperseded(text) || isChangeNote(text) || isInvitation(text) || (tagged.isEnglish && !balanced(text)))
    return false;
  return !tagged.isEnglish || (!breaksOff(text) && words.some(({ pos }) => pos === 'VERB' || pos === 'AUX'));
}

const thirdPersons = /^(?:he|she|they|him|her|them|his|their|hers|theirs)$/;
const ownPersons = /^(?:i|me|my|we|us|our|you|your|yours|let's)$/;

function readManner(
  text: string,
  words: Token[],
  isEnglish: boolean,
): Pick<Candidate, 'leans' | 'isPersonal' | 'isDefinite'> {
  if (!isEnglish) return { leans: pointsBack.test(text), isPersonal: false, isDefinite: false };
  const own = words.filter(({ quotation }) => quotation < 0);
  const pronoun = own.findIndex(({ lower }) => thirdPersons.test(lower));
  const name = own.findIndex(({ pos, lower }) => pos === 'PROPN' && !calendar.test(lower));
  // "Living with his mother, he saw …": who, no name before tells.
  const isUnnamed = pronoun >= 0 && pronoun < 8 && (name < 0 || pronoun < name);
  // "Ahead of that low, warm air will come".
  const isPointing = own
    .slice(0, 5)
    .some(
      ({ lower }, i) => /^(?:that|this|these|those|such)$/.test(lower) && /^(?:NOUN|DET)$/.test(own[i + 1]?.pos ?? ''),
    );
  return {
    leans:
      pointsBack.test(text) ||
      pointsInside.test(text) ||
      alsoTells.test(text) ||
      isUnnamed ||
      isPointing ||
      isBidding(words),
    isPersonal: own.some(({ lower, text: word }) => ownPersons.test(lower) && word !== 'US'),
    isDefinite: /^The \p{Ll}/u.test(text),
  };
}

/** "Book your tickets", "Really, consider this", "Welcome back": a verb in its bare form, and nobody before it. */
function isBidding(words: Token[]): boolean {
  const [opener, next] = words;
  const verb = opener?.pos === 'ADV' ? next : opener;
  if (!verb || /^welcome$/.test(verb.lower) || next?.lower === 'your') return true;
  return verb.pos === 'VERB' && !/(?:ed|ing|en|s)$/.test(verb.lower) && !verb.isRare;
}
