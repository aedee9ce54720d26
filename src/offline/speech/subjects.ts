import { isPeopleNoun, isPersonNoun } from '../names/words.ts';
import type { Sentence, TaggedText, Token } from '../tokens.ts';
import { isPronoun, type Phrase, phraseEndingAt, phraseStartingAt } from './phrases.ts';

const maxParticipleTokens = 12;
const relatives = new Set(['who', 'which', 'that']);

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
  if (last.text === ',') return subjectWithApposition(text, j, low) ?? openingSubject(text, j, low, tokens[verb]);
  if (relatives.has(last.lower) && last.pos !== 'DET' && last.pos !== 'PROPN') {
    const before = tokens[j - 1]?.text === ',' ? j - 2 : j - 1;
    const antecedent = phraseEndingAt(text, before, low);
    return antecedent && last.lower === 'who' ? antecedent : undefined;
  }
  const phrase = phraseEndingAt(text, j, low);
  if (phrase && isTopic(tokens, phrase, low)) return topicalSubject(text, phrase, low);
  return (
    phrase &&
    (widenOverList(text, phrase, low) ?? widenOverRelative(text, phrase, low) ?? widenOverParticiple(text, phrase, low))
  );
}

const maxOpeningVerbs = 3;

/** Who or what a sentence is about: the subject of its main clause; undefined for a sentence that opens with a quotation. */
export function subjectOfSentence(text: TaggedText, sentence: Sentence): Phrase | undefined {
  const { tokens } = text;
  let low = sentence.first;
  if ((tokens[low]?.quotation ?? -1) >= 0) return undefined;
  // "When the lights went out, Brandt": the clause before the comma is not the one.
  if (/^(?:when|while|as|after|before|because|since|although|though|if|once|until)$/.test(tokens[low]?.lower ?? ''))
    while (low < sentence.last && tokens[low]?.text !== ',') low++;
  for (let k = low, tried = 0; k < sentence.last && tried < maxOpeningVerbs; k++) {
    const token = tokens[k];
    if (token?.quotation !== -1 || (token.pos !== 'VERB' && token.pos !== 'AUX')) continue;
    tried++;
    const subject = subjectBefore(text, k, low);
    if (subject) return subject;
  }
  return undefined;
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
function openingSubject(text: TaggedText, comma: number, low: number, cue: Token | undefined): Phrase | undefined {
  const { tokens } = text;
  const phrase = phraseStartingAt(text, low, comma);
  if (!phrase || isPronoun(tokens[phrase.head] as Token)) return undefined;
  for (let k = phrase.last; k < comma; k++) {
    const token = tokens[k];
    const isParticiple = k === phrase.last && token?.pos === 'VERB' && isParticipleForm(token);
    if (token?.text === ',' || token?.pos === 'AUX' || (token?.pos === 'VERB' && !isParticiple)) return undefined;
  }
  // "Members filed a complaint, saying": the participle's subject, with a verb of its own behind it.
  if (/ing$/.test(cue?.lower ?? '') && phrase.last < comma) return phrase;
  return { ...phrase, last: comma };
}

/** "An article about the Trust said": what it is about does not speak. */
function isTopic(tokens: Token[], { first }: Phrase, low: number): boolean {
  const isAbout = /^(?:about|regarding|concerning)$/.test(tokens[first - 1]?.lower ?? '');
  return isAbout && first - 2 > low && /^(?:NOUN|PROPN|NUM)$/.test(tokens[first - 2]?.pos ?? '');
}

function topicalSubject(text: TaggedText, { first }: Phrase, low: number): Phrase | undefined {
  const opening = phraseStartingAt(text, low, first);
  const hasVerb = text.tokens.slice(low, first).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return hasVerb ? undefined : opening;
}

/** "Residents of Upper Weston, Marsh End and Brandt say": those who live there, not the last two of the places. */
function widenOverList(text: TaggedText, phrase: Phrase, low: number): Phrase | undefined {
  const { tokens } = text;
  let k = phrase.first - 1;
  if (tokens[k]?.text !== ',' || tokens[phrase.first]?.pos !== 'PROPN') return undefined;
  while (k > low && (tokens[k]?.text === ',' || tokens[k]?.pos === 'PROPN') && tokens[k]?.quotation === -1) k--;
  // "An official with the Marsh County, Weston Office of Weather said"
  if (tokens[k]?.pos === 'DET' && tokens[k - 1]?.pos === 'ADP') k--;
  const noun = tokens[k - 1]?.lower ?? '';
  if (tokens[k]?.pos !== 'ADP' || !(isPeopleNoun(noun) || isPersonNoun(noun))) return undefined;
  const people = phraseEndingAt(text, k - 1, low);
  return people && { first: people.first, last: phrase.last, head: people.head };
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
