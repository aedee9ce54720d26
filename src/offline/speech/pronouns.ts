import type { Span } from '../../core/article.ts';
import { nameAtEnd } from '../names/apposed-names.ts';
import { isKnownPlace } from '../names/places.ts';
import type { NamedThing } from '../names/things.ts';
import { isPeopleNoun, isPersonNoun, titles } from '../names/words.ts';
import type { TaggedText, Token } from '../tokens.ts';
import { type Antecedent, gap } from './antecedents.ts';
import type { Phrase } from './phrases.ts';
import { subjectOfSentence } from './subjects.ts';
import { type NamedAt, type Voice, voiceOfThing } from './voices.ts';

const maxLookedAt = 40; // names and sources before a pronoun

/** Where a name stands in the text. */
type ThingAt = Map<number, NamedAt>;

/** Who a pronoun may stand for. `last`: where they were brought up last; `judges`: spoke there about somebody. */
type Candidate = { score: number; voice: Voice; last: Antecedent; judges: boolean };

/**
 * The nearest person of the right gender; a source counts as nearer than a name that is only mentioned. Undefined where a later
 * sentence is about somebody else, unless that one is named and may be meant.
 */
export function personBehind(
  pronoun: 'he' | 'she',
  text: TaggedText,
  token: Token,
  antecedents: Antecedent[],
  content: Span,
  thingAt: ThingAt,
): Voice | undefined {
  const wrong = pronoun === 'he' ? 'woman' : 'man';
  const scores = new Map<string, Candidate>();
  for (let i = antecedents.length - 1; i >= 0 && i > antecedents.length - maxLookedAt; i--) {
    const antecedent = antecedents[i] as Antecedent;
    const { voice } = antecedent;
    const distance = gap(text, token, antecedent);
    if (distance > 3) break;
    // “How could I read a book by Morgan?” he said: whom a quotation names is not who speaks it.
    const place = text.tokens[antecedent.at];
    if (place && place.quotation >= 0 && content.start <= place.start && place.end <= content.end) continue;
    if (
      antecedent.plural ||
      (voice.kind === 'unnamed-person' && !isPersonNoun(antecedent.noun)) ||
      !/^(?:named-person|unnamed-person|anonymous)$/.test(voice.kind) ||
      voice.thing?.gender === wrong
    )
      continue;
    // "He thinks Cole is right": nobody speaks of himself by name.
    if (voice.thing?.mentions.some(({ start, end }) => content.start <= start && end <= content.end)) continue;
    const sentences = token.sentence - antecedent.sentence;
    let score = 10 - sentences * 1.5 - distance * 1.5;
    if (antecedent.isSource) score += 4;
    if (opensItsSentence(text, antecedent)) score += 2.5;
    if (voice.thing && voice.thing.gender !== 'unknown') score += 1;
    const best = scores.get(voice.name);
    if (!best) scores.set(voice.name, { score, voice, last: antecedent, judges: antecedent.judges });
    else {
      if (best.score < score) best.score = score;
      if (antecedent.sentence === best.last.sentence) best.judges ||= antecedent.judges;
    }
  }
  const owner = ownerBefore(text, token, thingAt);
  if (owner === 'somebody' || owner?.gender === wrong) return undefined;
  const ranked = [...scores.values()].sort((a, b) => b.score - a.score);
  if (owner) return voiceOfThing(owner, ranked.find(({ voice }) => voice.thing === owner)?.voice.title ?? null);
  const [best, second] = ranked;
  if (!best || best.score < 3) return undefined;
  const others = ranked.slice(1).filter(({ last }) => last.sentence === best.last.sentence);
  // "Hale accused Cole of lying. She said": either may answer.
  if (best.judges && others.some(({ last }) => last.at > best.last.at)) return undefined;
  const rival = findRival(text, token, best, wrong, thingAt);
  if (rival === 'somebody') return undefined;
  if (rival) return voiceOfThing(rival, ranked.find(({ voice }) => voice.thing === rival)?.voice.title ?? null);
  // Two persons stand equally near: the text leaves it open, so do we.
  return second && best.score - second.score < 1 ? undefined : best.voice;
}

/** "In Cole's letter, he said": he is Cole; 'somebody' where it is not clear which Cole, or whether one. */
function ownerBefore(
  { tokens, sentences }: TaggedText,
  token: Token,
  thingAt: ThingAt,
): NamedThing | 'somebody' | undefined {
  const first = sentences[token.sentence]?.first ?? 0;
  if (tokens[first]?.pos !== 'ADP') return undefined;
  const named = thingAt.get(first + 1) ?? thingAt.get(first + 2);
  const mark = named && tokens[named.mention.last];
  if (!named || !/^['’]s?$/.test(mark?.lower ?? '')) return undefined;
  let k = named.mention.last + 1;
  while (/^(?:NOUN|ADJ|NUM)$/.test(tokens[k]?.pos ?? '')) k++;
  if (tokens[k]?.text !== ',' || tokens[k + 1] !== token) return undefined;
  const { thing } = named;
  if (thing.kind === 'person' && !thing.isShared) return thing;
  return thing.kind === undefined || thing.isShared || (thing.kind === 'place' && !isKnownPlace(thing.name))
    ? 'somebody'
    : undefined;
}

/**
 * Whom the last sentence before a pronoun that is about one person is about, where that is not the one thought of: a named
 * person, or 'somebody' whom nothing names.
 */
function findRival(
  text: TaggedText,
  token: Token,
  { voice, last }: Candidate,
  wrong: 'woman' | 'man',
  thingAt: ThingAt,
): NamedThing | 'somebody' | undefined {
  for (let id = token.sentence - 1; id >= last.sentence; id--) {
    const sentence = text.sentences[id];
    if (!sentence || sentence.isFurniture) continue;
    const subject = subjectOfSentence(text, sentence);
    const about = subject && personOf(text, subject, thingAt);
    if (!about) continue;
    if (about === 'somebody') return isSame(text, subject, last) ? undefined : 'somebody';
    if (about === voice.thing) return undefined;
    if (about.gender === wrong) continue;
    // He who speaks in the sentence stands before its subject: “…,” said Dunn, whom Reuss had asked.
    if (id === last.sentence && last.isSource) return undefined;
    const isFirst = id === token.sentence - 1 && id > last.sentence && !about.isShared;
    return isFirst ? about : 'somebody';
  }
  return undefined;
}

/** The one person a subject is: a named one, 'somebody' for "the bishop" or an unknown name; undefined for groups and things. */
function personOf(text: TaggedText, subject: Phrase, thingAt: ThingAt): NamedThing | 'somebody' | undefined {
  const { tokens } = text;
  const head = tokens[subject.head] as Token;
  const phrase = tokens.slice(subject.first, subject.head);
  if (phrase.some(({ lower }) => lower === 'and')) return undefined;
  const named = thingAt.get(subject.head) ?? nameAtEnd(text, subject, thingAt);
  if (named) {
    const { kind } = named.thing;
    if (kind !== 'person' && (kind !== undefined || named.mention.words.length > 3)) return undefined;
    const isPicked = phrase.some(({ lower }) => /^(?:elder|older|younger|senior|junior)$/.test(lower));
    return isPicked || kind === undefined ? 'somebody' : named.thing;
  }
  if (head.pos === 'PROPN') return isPersonNoun(tokens[subject.first]?.lower ?? '') ? 'somebody' : undefined;
  const isOne =
    head.pos === 'NOUN' && (isPersonNoun(head.lower) || titles.has(head.lower)) && !isPeopleNoun(head.lower);
  return isOne && !/-old$|^(?:no|every|each)$/.test(head.lower) ? 'somebody' : undefined;
}

/** "The minister", of one whose title says so. */
function isSame({ tokens }: TaggedText, { head }: Phrase, { modifiers, noun }: Antecedent): boolean {
  const word = tokens[head]?.lower ?? '';
  return modifiers.has(word) || noun === word;
}

/** "It added": the body or document that spoke last, in this paragraph or the one before. */
export function bodyBehind(text: TaggedText, token: Token, antecedents: Antecedent[]): Voice | undefined {
  for (let i = antecedents.length - 1; i >= 0; i--) {
    const antecedent = antecedents[i] as Antecedent;
    if (gap(text, token, antecedent) > 1) return undefined;
    if (!antecedent.isSource || antecedent.plural) continue;
    return /^(?:named-organisation|document|unnamed-group)$/.test(antecedent.voice.kind) ? antecedent.voice : undefined;
  }
  return undefined;
}

/** "they": the group that spoke last, unless other people were brought up in the same sentence. */
export function groupBehind(text: TaggedText, token: Token, antecedents: Antecedent[]): Voice | undefined {
  const sentence = text.sentences[token.sentence];
  for (let i = sentence?.first ?? 0; (text.tokens[i]?.start ?? token.start) < token.start; i++) {
    const word = text.tokens[i];
    if (word?.quotation === -1 && word.pos === 'NOUN' && (isPeopleNoun(word.lower) || word.lower.endsWith('ers')))
      return undefined;
  }
  for (let i = antecedents.length - 1; i >= 0; i--) {
    const antecedent = antecedents[i] as Antecedent;
    if (gap(text, token, antecedent) > 1 || token.sentence - antecedent.sentence > 2) return undefined;
    if (antecedent.isSource && (antecedent.plural || antecedent.voice.kind === 'unnamed-group'))
      return antecedent.voice;
  }
  return undefined;
}

function opensItsSentence({ tokens, sentences }: TaggedText, antecedent: Antecedent): boolean {
  const sentence = sentences[antecedent.sentence];
  if (!sentence) return false;
  for (let i = sentence.first; i < antecedent.at; i++) {
    const pos = tokens[i]?.pos;
    if (pos === 'VERB' || pos === 'AUX' || pos === 'ADP' || pos === 'PUNCT') return false;
  }
  return true;
}
