import { holdsTerm, type RankedSentence } from '../core/asked/rank-sentences.ts';
import type { AskedQuestion, WantedKind } from '../core/asked/read-question.ts';
import { toTerm } from '../core/asked/stems.ts';
import { contentWords, type Term } from '../core/asked/terms.ts';
import { isTimeWord } from './phrases.ts';
import { isKnownPlace } from './places.ts';
import { type TaggedText, type Token, tagText } from './tokens.ts';

// Share of the question's weight that a sentence must hold to count as an answer. A question whose rare words the article
// never uses cannot reach it.
const minCoverage = 0.56;
// "Did X do Y?" is answered by a sentence about X and Y, not about one of both.
const minCoverageWhether = 0.8;

/** What of a question must be found in a sentence besides its words. */
export type Demands = {
  /** Nouns that belong together: "inflation rate" is not answered with the interest rate. */
  pairs: [string, string][];
  /** The thing that is counted: a number must stand beside it. */
  counted: string | undefined;
  /** "Who is the director of the bank?": a name must stand beside the role, and the bank in the same sentence. */
  role: string | undefined;
  names: Term[];
  /** "How tall is it?": a number of metres must be there, not any number. */
  unit: RegExp | undefined;
  /** "How many adults did DataCo survey?", "When did Ray win?": the sentence must name that one, or point to it. */
  doer: string | undefined;
  /** "Who sued Ann Ray?": in the sentence she must be the one to whom it was done. */
  done: { verb: string; to: string } | undefined;
};

const units = {
  length:
    /\d[\d.,]*[\s-]*(?:m|cm|mm|km|kilomet\w+|met(?:re|er)s?|mi|miles?|f(?:oo|ee)?t|inch(?:es)?|yards?|centimet\w+)\b/iu,
  time: /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur\w+)\b/iu,
};
const unitOf: [RegExp, RegExp][] = [
  [/\bhow (?:tall|high|wide|deep|far)\b/iu, units.length],
  [/\bhow (?:old|soon|often)\b/iu, units.time],
  [/\bhow long\b/iu, new RegExp(`${units.length.source}|${units.time.source}`, 'iu')],
];

const doerAsked =
  /\b(?:[Hh]ow (?:many|much) .{0,80}?|[Ww]hen|[Ww]here|[Ww]hy)\s(?:did|does|do|has|have|had) (?:the )?(\p{Lu}[\p{L}\p{N}’'-]*(?: \p{Lu}[\p{L}\p{N}’'-]*)*) \p{Ll}/u;
const whoDidTo = /^\W*(?:And |and )?[Ww]ho (\p{Ll}+(?:ed|t|d)) (\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*)/u;

/** Reads what a question demands of a sentence, by its grammar; nothing where the article is not English. */
export function readDemands({ text, wants, terms }: AskedQuestion, isEnglish: boolean): Demands {
  const tokens = isEnglish ? tagText(text).tokens : [];
  const pairs = tokens.flatMap((token, n): [string, string][] => {
    const next = tokens[n + 1];
    const areNouns = token.pos === 'NOUN' && next?.pos === 'NOUN' && n > 0;
    if (!areNouns || contentWords(token.text).length === 0 || contentWords(next.text).length === 0) return [];
    return [[toTerm(token.text), toTerm(next.text)]];
  });
  const many = wants === 'number' ? /\bhow many ((?:[\p{L}-]+ ){0,2}?[\p{L}-]+?s)\b/iu.exec(text)?.[1] : undefined;
  const role =
    wants === 'who'
      ? /^\W*(?:and )?who (?:is|was|are|were) (?:the|a|an|its|their) ([\p{Ll} -]+?)(?: (?:of|for|at|in|from|to)\b|[?\s]*$)/iu.exec(
          text,
        )?.[1]
      : undefined;
  const unit = isEnglish ? unitOf.find(([asks]) => asks.test(text))?.[1] : undefined;
  const names = role === undefined ? [] : terms.filter(({ isName }) => isName);
  const doer = isEnglish ? lastWord(doerAsked.exec(text)?.[1]) : undefined;
  const [, verb = '', to] = (isEnglish && whoDidTo.exec(text)) || [];
  const target = lastWord(to);
  const done = target === undefined ? undefined : { verb: toTerm(verb), to: target };
  return { pairs, doer, done, counted: lastWord(many), role: lastWord(role), names, unit };
}

function lastWord(words: string | undefined): string | undefined {
  return words === undefined ? undefined : contentWords(words).at(-1);
}

/** True where a sentence answers a question: enough of its words, what they demand, and the kind of thing asked for. */
export function isAnswer(
  tagged: TaggedText,
  sentence: RankedSentence,
  asked: AskedQuestion,
  demands: Demands,
): boolean {
  if (sentence.coverage < (asked.wants === 'whether' ? minCoverageWhether : minCoverage)) return false;
  if (demands.pairs.some(([first, second]) => sentence.words.has(second) && !sentence.words.has(first))) return false;
  if (!holdsKind(tagged, sentence.index, asked.wants)) return false;
  const span = tagged.sentences[sentence.index];
  if (demands.unit && !demands.unit.test(tagged.text.slice(span?.start, span?.end))) return false;
  if (demands.names.some((name) => !holdsTerm(name, sentence.words))) return false;
  const tokens = tokensOf(tagged, sentence.index);
  if (demands.doer && !namesOrPoints(tokens, demands.doer)) return false;
  if (demands.done && isDoneBy(tokens, demands.done)) return false;
  if (demands.counted && !isCounted(tokens, demands.counted)) return false;
  return !demands.role || isRoleOfSomebody(tokens, demands.role);
}

function namesOrPoints(tokens: Token[], name: string): boolean {
  return tokens.some(
    ({ text, lower }) => toTerm(text) === name || /^(?:he|she|it|they|we|i|his|her|its|their)$/.test(lower),
  );
}

/** True where the one asked about does to others what the question says was done to him: "Ray sued Gale" for "Who sued Ray?". */
function isDoneBy(tokens: Token[], { verb, to }: { verb: string; to: string }): boolean {
  const at = tokens.findIndex(({ text, pos }) => pos === 'VERB' && toTerm(text) === verb);
  if (at < 0) return false;
  const places = tokens.flatMap(({ text }, n) => (toTerm(text) === to ? [n] : []));
  const isPassive = tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) => /^(?:is|are|was|were|been|be|being|get|gets|got)$/.test(lower));
  return !isPassive && places.length > 0 && places.every((place) => place < at) && tokens[at - 1] !== undefined;
}

const countReach = 6; // words between a number and what it counts: "over 28,000 Andy Warhol photographs"
const nameReach = 9; // words between a name and its bearer's role: "Kathryn Waters, professor of photography and director"

/** True where a number stands beside what is counted without a verb between; "several" and the like right before it. */
function isCounted(tokens: Token[], thing: string): boolean {
  const places = tokens.flatMap((token, n) => (toTerm(token.text) === thing ? [n] : []));
  // A thing that the sentence does not name is counted without its noun: "107 were killed".
  if (places.length === 0) return true;
  return places.some((at) => {
    const before = tokens.slice(Math.max(0, at - countReach), at).reverse();
    const after = tokens.slice(at + 1, at + 1 + countReach);
    if (before.slice(0, 2).some(isNumber)) return true;
    return [before, after].some((side) => {
      const number = side.findIndex((token) => isNumber(token) && !isVague(token));
      return number >= 0 && !side.slice(0, number).some(({ pos }) => pos === 'VERB');
    });
  });
}

function isVague({ lower }: Token): boolean {
  return /^(?:several|many|few|no|half)$/.test(lower);
}

/** True where a name stands beside a role without a verb between: "Kathryn Waters, director of the gallery". */
function isRoleOfSomebody(tokens: Token[], role: string): boolean {
  return tokens.some((token, at) => {
    if (toTerm(token.text) !== role) return false;
    const before = tokens.slice(Math.max(0, at - nameReach), at).reverse();
    const after = tokens.slice(at + 1, at + nameReach);
    return [before, after].some((side) => {
      const name = side.findIndex((word) => word.pos === 'PROPN' && !isTimeWord(word) && !/^\d/.test(word.text));
      // "is" joins the two as a comma does.
      return (
        name >= 0 &&
        !side.slice(0, name).some(({ pos, lower }) => pos === 'VERB' && !/^(?:is|was|are|were)$/.test(lower))
      );
    });
  });
}

function tokensOf({ tokens, sentences }: TaggedText, index: number): Token[] {
  const sentence = sentences[index];
  return sentence ? tokens.slice(sentence.first, sentence.last) : [];
}

function isNumber({ pos, text, lower }: Token): boolean {
  return (
    pos === 'NUM' ||
    /\d/.test(text) ||
    /^(?:half|dozens?|hundreds?|thousands?|millions?|billions?|several|many|few|no)$/.test(lower)
  );
}

/** True where a sentence holds the kind of thing that is asked for. */
export function holdsKind(tagged: TaggedText, index: number, wants: WantedKind): boolean {
  const sentence = tagged.sentences[index];
  if (!sentence) return false;
  const words = tokensOf(tagged, index);
  const text = tagged.text.slice(sentence.start, sentence.end);
  switch (wants) {
    case 'who':
      return words.some(
        (word) =>
          word.pos === 'PROPN' ||
          /^(?:he|she|they|officials?|spokes\w+|researchers?|police|government)$/.test(word.lower),
      );
    case 'when':
      return words.some(
        (word) =>
          isTimeWord(word) ||
          /^(?:1\d|20)\d\d$/.test(word.text) ||
          /^(?:week|month|year|day|hour|minute|morning|evening|night|ago|since|until|last|next|yesterday|today|tomorrow)s?$/.test(
            word.lower,
          ),
      );
    case 'where':
      return (
        words.some((word) => word.pos === 'PROPN' || isKnownPlace(word.text)) ||
        /\b(?:in|at|near|from) the\b/.test(text)
      );
    case 'number':
      return words.some(isNumber);
    case 'why':
      return /\b(?:because|since|due to|after|so that|in order|to \w+|as a result|caus(?:e[ds]?|ing)|reasons?|over)\b/i.test(
        text,
      );
    case 'whether':
    case 'any':
      return true;
  }
}
