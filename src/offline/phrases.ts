import type { TaggedText, Token } from './tokens.ts';

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
  'close',
]);
const subjectPronouns = new Set(
  'he she they it who i we you some many others most several both all another few neither none one'.split(' '),
);
const maxParticipleTokens = 12;
const relatives = new Set(['who', 'which', 'that']);
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
  if (token.text === '.') return /^\p{Lu}\w{0,3}$/u.test(before.text) && after.sentence === token.sentence;
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

/**
 * Who speaks, read leftwards from a verb: "…, Hakim al Zamili, the head of the committee, told" gives the whole of it with
 * its apposition. A relative pronoun gives what it stands for: "the man who said".
 *
 * @param low  the first token it may take
 */
export function subjectBefore(text: TaggedText, verb: number, low: number): Phrase | undefined {
  const { tokens } = text;
  let j = verb - 1;
  while (j >= low && isBetweenSubjectAndVerb(tokens[j])) j--;
  j = skipBrackets(tokens, j, low);
  const last = tokens[j];
  if (j < low || !last || last.quotation !== tokens[verb]?.quotation) return undefined;
  if (last.text === ',') return subjectWithApposition(text, j, low) ?? openingSubject(text, j, low);
  if (relatives.has(last.lower) && last.pos !== 'DET' && last.pos !== 'PROPN') {
    const before = tokens[j - 1]?.text === ',' ? j - 2 : j - 1;
    const antecedent = phraseEndingAt(text, before, low);
    return antecedent && last.lower === 'who' ? antecedent : undefined;
  }
  const phrase = phraseEndingAt(text, j, low);
  return phrase && (widenOverRelative(text, phrase, low) ?? widenOverParticiple(text, phrase, low));
}

function isBetweenSubjectAndVerb(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    token.pos === 'ADV' ||
    token.pos === 'AUX' ||
    /^(?:also|then|later|now|himself|herself|themselves|both|not|n't|'ve|'s)$/.test(token.lower)
  );
}

/** `comma` closes an apposition, a relative clause or a participle: looks for the name or noun it belongs to. */
function subjectWithApposition(text: TaggedText, comma: number, low: number): Phrase | undefined {
  const { tokens } = text;
  let found: Phrase | undefined;
  for (let k = comma - 1, commas = 0; k > low && commas < 4 && comma - k < 60; k--) {
    const token = tokens[k];
    if (token?.text !== ',' || token.quotation >= 0) continue;
    commas++;
    if (!startsApposition(tokens[k + 1])) continue;
    const phrase = phraseEndingAt(text, k - 1, low);
    if (!phrase) continue;
    // "Smith, from Johannesburg, who has …": the place is no candidate.
    if (tokens[phrase.first - 1]?.pos === 'ADP' && phrase.first > low) continue;
    const candidate = { first: phrase.first, last: comma, head: phrase.head };
    if (!found) found = candidate;
    // "Eastman, director of the study, and chairman of the centre, says": the name is one comma further on.
    else if (tokens[candidate.head]?.pos === 'PROPN' && !isProperName(tokens, found)) found = candidate;
    if (isProperName(tokens, found)) break;
  }
  return found;
}

function isProperName(tokens: Token[], phrase: Phrase): boolean {
  const token = tokens[phrase.head];
  const before = tokens[phrase.first];
  return (
    token?.pos === 'PROPN' &&
    before?.pos === 'PROPN' &&
    !/^(?:director|chairman|chair|head|president|professor)$/i.test(before.text)
  );
}

function startsApposition(token: Token | undefined): boolean {
  if (!token || token.quotation >= 0) return false;
  if (
    /^(?:who|whose|which|of|from|for|himself|herself|one-time|formerly|also|now|then|and|at|in|with|based|speaking|known)$/.test(
      token.lower,
    )
  )
    return true;
  return /^(?:DET|NOUN|ADJ|NUM|PROPN|VERB|PRON)$/.test(token.pos);
}

/** "The agency (WHO) said": steps over what stands in brackets before a verb. */
function skipBrackets(tokens: Token[], j: number, low: number): number {
  if (tokens[j]?.text !== ')') return j;
  for (let k = j - 1; k > low && k > j - 10; k--) if (tokens[k]?.text === '(') return k - 1;
  return j;
}

/** "The results of the study published in the journal this week, revealed": the sentence's first phrase, up to the comma. */
function openingSubject(text: TaggedText, comma: number, low: number): Phrase | undefined {
  const { tokens } = text;
  const phrase = phraseStartingAt(text, low, comma);
  if (!phrase || isPronoun(tokens[phrase.head] as Token)) return undefined;
  for (let k = phrase.last; k < comma; k++) {
    const token = tokens[k];
    const isParticiple = k === phrase.last && token?.pos === 'VERB' && isParticipleForm(token);
    if (token?.text === ',' || token?.pos === 'AUX' || (token?.pos === 'VERB' && !isParticiple)) return undefined;
  }
  return { ...phrase, last: comma };
}

function isParticipleForm(token: Token | undefined): boolean {
  return token !== undefined && /(?:ed|ing|wn|en)$/.test(token.lower);
}

/** "Half of the families who had lost their homes said": those who speak stand before "who". */
function widenOverRelative(text: TaggedText, phrase: Phrase, low: number): Phrase | undefined {
  const { tokens } = text;
  const verb = tokens[phrase.first - 1];
  if (verb?.pos !== 'VERB' && verb?.pos !== 'AUX' && verb?.pos !== 'ADP') return undefined;
  for (let k = phrase.first - 1; k > low && k > phrase.first - 7; k--) {
    const token = tokens[k];
    if (!token || token.pos === 'PUNCT' || token.quotation >= 0) return undefined;
    if (!/^(?:who|that|which)$/.test(token.lower)) continue;
    const noun = phraseEndingAt(text, k - 1, low);
    return noun && { first: noun.first, last: phrase.last, head: noun.head };
  }
  return undefined;
}

/**
 * "A study published in the journal said", "A man accused of killing his neighbour told", "A caller claiming to be minister
 * Smith said": takes in the participles before the verb. Whom they name does not speak.
 */
function widenOverParticiple(text: TaggedText, phrase: Phrase, low: number): Phrase {
  const { tokens } = text;
  for (let k = phrase.first - 1; k > low && k > phrase.first - maxParticipleTokens; k--) {
    const token = tokens[k];
    if (!token || token.quotation >= 0 || !/^(?:VERB|AUX|ADP|PART|ADV|DET|ADJ|NOUN|PROPN|NUM)$/.test(token.pos)) break;
    const isInfinitive = tokens[k - 1]?.lower === 'to';
    if (token.pos === 'AUX' && !isInfinitive && token.lower !== 'being') break;
    if (token.pos !== 'VERB' || isInfinitive) continue;
    if (!isParticipleForm(token)) break;
    const noun = phraseEndingAt(text, k - 1, low);
    const opens = noun && (noun.first === low || tokens[noun.first - 1]?.pos === 'CCONJ');
    // "Officials warned of floods": behind a noun, "-ed" may be the sentence's own verb; with "of" or "as" it hardly is here.
    const joins = /ing$/.test(token.lower) || tokens[k + 1]?.pos === 'ADP' || k === phrase.first - 1;
    if (noun && opens && joins) return { first: noun.first, last: phrase.last, head: noun.head };
  }
  return phrase;
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
