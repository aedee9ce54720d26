import type { TaggedText, Token } from '../tokens.ts';

/** A run of tokens that names someone or something, `first` to `last` exclusive; `head` is its main noun's place. */
export type Phrase = { first: number; last: number; head: number };

const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET']);
const possessive = new Set(['his', 'her', 'their', 'its', 'our', 'my', 'your', 'whose']);
const linkers = new Set([
  'of',
  'for',
  'in',
  'at',
  'from',
  'with',
  'on',
  'to',
  'within',
  'inside',
  'near',
  'against',
  'across',
  'around',
  'behind',
  'among',
  'outside',
  'close',
]);
const subjectPronouns = new Set(
  'he she they it who i we you some many others most several both all another few neither none one'.split(' '),
);
const timeWords =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|tonight|\d{4})$/;

/** True for a day, a month, a year or "today": words that look like part of a name and are not. */
export function isTimeWord(token: Token): boolean {
  return timeWords.test(token.lower);
}

export function isPronoun(token: Token): boolean {
  return token.pos !== 'PROPN' && subjectPronouns.has(token.lower);
}

/** A hyphen, an apostrophe or a stop that stands inside a word or an initial: "al-Askari", "Shi‘ite", "J. Smith". */
function isInner(tokens: Token[], i: number): boolean {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (!before || !token || !after || before.end !== token.start) return false;
  if (token.text === '.')
    return /^\p{Lu}\w{0,3}$/u.test(before.text) && after.sentence === token.sentence && /^\p{L}/u.test(after.text);
  return /^[-–‘’'/&]$/.test(token.text) && token.end === after.start;
}

function isNominal(tokens: Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (nominal.has(token.pos)) return true;
  if (possessive.has(token.lower) || token.lower === "'s" || token.text === '&') return true;
  // A part of a compound may be tagged as anything: "U.S.-led", "one-time", "self-proclaimed".
  return isInner(tokens, i) || isInner(tokens, i - 1) || isInner(tokens, i + 1);
}

function isCore(token: Token | undefined): boolean {
  return (
    token !== undefined && (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'NUM' || token.pos === 'ADJ')
  );
}

/** The noun phrase that ends at token `end` and starts no earlier than `low`: "a former member of the Iraqi parliament". */
export function phraseEndingAt({ tokens }: TaggedText, end: number, low: number): Phrase | undefined {
  const last = tokens[end];
  if (!last || end < low) return undefined;
  if (isPronoun(last)) return { first: end, last: end + 1, head: end };
  if (!isCore(last) || isTimeWord(last)) return undefined;
  let first = end;
  let head = end;
  let joined = -1; // where "and" was crossed
  for (let k = end - 1; k >= low; k--) {
    const token = tokens[k];
    const right = tokens[first];
    if (!token || !right || token.quotation !== last.quotation) break;
    const startsHere = right.pos === 'DET' || (possessive.has(right.lower) && right.lower !== 'whose');
    if (linkers.has(token.lower)) {
      if (k - 1 < low || !isCore(tokens[k - 1]) || isTimeWord(tokens[k - 1] as Token)) break;
      head = k - 1;
    } else if (token.lower === 'and' || token.lower === '&') {
      if (k - 1 < low || !isCore(tokens[k - 1])) break;
      joined = k;
    } else if (startsHere && !isInner(tokens, k) && token.lower !== 'all' && token.lower !== 'both') break;
    else if (!isNominal(tokens, k) || (isTimeWord(token) && right.pos === 'PROPN')) break;
    first = k;
  }
  // "welcomed the vote and Smith said": what stands before "and" is the object of another verb.
  const before = tokens[first - 1];
  if (
    joined > first &&
    before &&
    first > low &&
    (before.pos === 'VERB' || before.pos === 'ADP' || before.pos === 'AUX')
  ) {
    first = joined + 1;
    if (head < first) head = end;
  }
  if (tokens[first]?.lower === "'s") return undefined;
  return { first, last: end + 1, head };
}

/** The noun phrase that starts at token `first` and ends before `high`. */
export function phraseStartingAt({ tokens }: TaggedText, first: number, high: number): Phrase | undefined {
  const start = tokens[first];
  if (!start || first >= high) return undefined;
  if (isPronoun(start) && start.pos !== 'DET') return { first, last: first + 1, head: first };
  if (!isNominal(tokens, first) || start.lower === "'s") return undefined;
  let last = first + 1;
  let head = isCore(start) ? first : -1;
  let linked = false;
  while (last < high) {
    const token = tokens[last];
    if (!token || token.quotation !== start.quotation) break;
    const next = tokens[last + 1];
    const goesOn = last + 1 < high && (isCore(next) || next?.pos === 'DET' || possessive.has(next?.lower ?? ''));
    if (linkers.has(token.lower) || token.lower === 'and' || token.lower === '&') {
      if (!goesOn || (next && isTimeWord(next))) break;
      linked = true;
    } else if (token.pos === 'DET' && !linkers.has(tokens[last - 1]?.lower ?? '') && tokens[last - 1]?.lower !== 'and')
      break;
    else if (!isNominal(tokens, last) || isTimeWord(token)) break;
    else if (!linked && isCore(token)) head = last;
    last++;
  }
  return head < 0 ? undefined : { first, last, head };
}

/** The phrase with the apposition after it: "Kathryn Waters, director of the gallery" up to the next comma, stop or quotation. */
export function withAppositionAfter({ tokens }: TaggedText, phrase: Phrase, high: number): Phrase {
  const comma = tokens[phrase.last];
  const next = tokens[phrase.last + 1];
  if (phrase.last + 1 >= high || comma?.text !== ',' || !next || next.quotation >= 0) return phrase;
  const opens =
    /^(?:who|whose|of|formerly|himself|herself)$/.test(next.lower) || /^(?:DET|NOUN|ADJ|PROPN|NUM)$/.test(next.pos);
  if (!opens) return phrase;
  let last = phrase.last + 1;
  while (last < high && tokens[last]?.quotation === -1 && !/^[,.;:?!—–]$/.test(tokens[last]?.text ?? '')) last++;
  return { ...phrase, last };
}
