import { canSpeak } from '../names/words.ts';
import type { Token } from '../tokens.ts';
import type { Cue } from './cues.ts';
import { isPronoun, isTimeWord, type Phrase } from './phrases.ts';

/** Not a noun ("the report"), a passive ("was told"), an infinitive ("asked to say") or a denial of speech ("did not say"). */
export function isSpeechVerb(tokens: Token[], i: number, cue: Cue): boolean {
  const token = tokens[i] as Token;
  // "Sultan Qaboos bin Said"
  if (
    /^\p{Lu}/u.test(token.text) &&
    tokens[i - 1]?.sentence === token.sentence &&
    /\p{L}$/u.test(tokens[i - 1]?.text ?? '')
  )
    return false;
  const surely = /^(?:said|says|told|tells)$/.test(token.lower);
  const states =
    tokens[i + 1]?.lower === 'that' &&
    /[^s]s$/.test(token.lower) &&
    tokens[i - 2]?.pos === 'DET' &&
    canSpeak(tokens[i - 1]?.lower ?? '');
  if (
    token.pos !== 'VERB' &&
    !states &&
    !readsAsVerb(tokens, i, cue) &&
    !surely &&
    !(cue.lemma === 'say' && token.pos !== 'PROPN')
  )
    return false;
  const before = tokens[i - 1];
  // "unlike, say, the mayor"
  if (token.lower === 'say' && before?.text === ',' && tokens[i + 1]?.text === ',') return false;
  if (before && before.sentence === token.sentence) {
    if (before.pos === 'DET' || /^(?:to|his|her|their|its|our|my|your|no)$/.test(before.lower)) return false;
  }
  let passive = false;
  for (let k = i - 1; k >= 0 && k > i - 5; k--) {
    const word = tokens[k];
    if (!word || word.sentence !== token.sentence || (word.pos !== 'AUX' && word.pos !== 'ADV' && word.pos !== 'PART'))
      break;
    if (/^(?:not|n't|never|would|could|should|might|may|can|cannot|will|shall|must|'ll|’ll|wo|'d|’d)$/.test(word.lower))
      return false;
    if (/^(?:is|are|was|were|been|be|being|'s|'re)$/.test(word.lower) && !/ing$/.test(token.lower)) passive = true;
  }
  return !passive;
}

/** "The agency notes, “…”", "The findings show the dam is safe": verbs that the tagger takes for nouns. */
function readsAsVerb(tokens: Token[], i: number, { lemma, kind }: Cue): boolean {
  const [before, token, next, second] = [tokens[i - 1], tokens[i] as Token, tokens[i + 1], tokens[i + 2]];
  if (token.pos !== 'NOUN' || kind === 'voice' || !before || before.quotation >= 0) return false;
  const isQuoted = (next?.quotation ?? -1) >= 0 || (/^[,:]$/.test(next?.text ?? '') && (second?.quotation ?? -1) >= 0);
  if (isQuoted && before.pos === 'PROPN') return true;
  const isPlural = token.lower === lemma && before.lower.endsWith('s') && canSpeak(before.lower);
  return isPlural && before.pos === 'NOUN' && /^(?:NOUN|PROPN|DET|PRON|ADJ)$/.test(next?.pos ?? '');
}

/** Words that cannot speak: "it", "which", a time; and things of which "suggests" or "shows" tells a fact, not a statement. */
export function isSpeaker(tokens: Token[], subject: Phrase, cue: Cue, isQuoted = false): boolean {
  const head = tokens[subject.head];
  if (
    !head ||
    isTimeWord(head) ||
    /^(?:year|month|week|day|morning|evening|night|time|moment|decade|century)s?$/.test(head.lower)
  )
    return false;
  if (head.lower === 'it') return cue.plain || isQuoted;
  if (isPronoun(head)) return head.lower !== 'you';
  if (head.pos === 'PROPN' || cue.lemma === 'say') return /^(?:NOUN|PROPN|ADJ)$/.test(head.pos);
  return head.pos === 'NOUN' && canSpeak(head.lower);
}
