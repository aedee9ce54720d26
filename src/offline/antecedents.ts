import type { Span } from '../core/article.ts';
import type { NamedThing } from './name-things.ts';
import { isPeopleNoun, singularOf } from './name-words.ts';
import type { NameMention } from './names.ts';
import type { Statement } from './statement.ts';
import type { TaggedText, Token } from './tokens.ts';
import { type Voice, voiceOfThing } from './voices.ts';

/** Someone the text has brought up, for the pronouns and "the official" that follow. */
export type Antecedent = {
  sentence: number;
  paragraph: number;
  at: number;
  voice: Voice;
  noun: string;
  modifiers: Set<string>;
  plural: boolean;
  isSource: boolean;
};

export function toAntecedent(
  text: TaggedText,
  thing: NamedThing,
  mention: NameMention,
  title: string | null,
): Antecedent {
  const token = text.tokens[mention.first] as Token;
  const words = wordsOfTitle(title);
  return {
    sentence: token.sentence,
    paragraph: text.sentences[token.sentence]?.paragraph ?? 0,
    at: mention.first,
    voice: voiceOfThing(thing, title),
    noun: '',
    modifiers: new Set(words),
    plural: false,
    isSource: false,
  };
}

export function sourceAntecedent(text: TaggedText, statement: Statement, voice: Voice, head: Token): Antecedent {
  const words = text.tokens.slice(statement.subject.first, statement.subject.last).map((token) => token.lower);
  return {
    sentence: head.sentence,
    paragraph: text.sentences[head.sentence]?.paragraph ?? 0,
    at: statement.subject.head,
    voice,
    noun: singularOf(head.lower),
    modifiers: new Set([...words, ...wordsOfTitle(voice.title)]),
    plural: head.lower === 'they' || (head.pos === 'NOUN' && isPeopleNoun(head.lower)),
    isSource: true,
  };
}

/** The nearest person of the right gender; a source counts as nearer than a name that is only mentioned. */
export function personBehind(
  pronoun: 'he' | 'she',
  text: TaggedText,
  token: Token,
  antecedents: Antecedent[],
  content: Span,
): Voice | undefined {
  const wrong = pronoun === 'he' ? 'woman' : 'man';
  const scores = new Map<string, { score: number; voice: Voice }>();
  for (let i = antecedents.length - 1; i >= 0 && i > antecedents.length - 40; i--) {
    const antecedent = antecedents[i] as Antecedent;
    const { voice } = antecedent;
    const distance = gap(text, token, antecedent);
    if (distance > 3) break;
    // “How could I read a book by Morgan?” he said: whom a quotation names is not who speaks it.
    const place = text.tokens[antecedent.at];
    if (place && place.quotation >= 0 && content.start <= place.start && place.end <= content.end) continue;
    if (
      antecedent.plural ||
      !/^(?:named-person|unnamed-person|anonymous)$/.test(voice.kind) ||
      voice.thing?.gender === wrong
    )
      continue;
    const sentences = token.sentence - antecedent.sentence;
    const opensSentence = opensItsSentence(text, antecedent);
    let score = 10 - sentences * 1.5 - distance * 1.5;
    if (antecedent.isSource) score += 4;
    if (opensSentence) score += 2.5;
    if (voice.thing && voice.thing.gender !== 'unknown') score += 1;
    const best = scores.get(voice.name);
    if (!best || best.score < score) scores.set(voice.name, { score, voice });
  }
  const ranked = [...scores.values()].sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || best.score < 3) return undefined;
  // Two persons stand equally near: the text leaves it open, so do we.
  return second && best.score - second.score < 1 ? undefined : best.voice;
}

/** "It added": the body or document that spoke last, in this paragraph or the one before. */
export function bodyBehind(text: TaggedText, token: Token, antecedents: Antecedent[]): Voice | undefined {
  for (let i = antecedents.length - 1; i >= 0; i--) {
    const antecedent = antecedents[i] as Antecedent;
    if (gap(text, token, antecedent) > 1) return undefined;
    if (!antecedent.isSource) continue;
    return /^(?:named-organisation|document|unnamed-group)$/.test(antecedent.voice.kind) ? antecedent.voice : undefined;
  }
  return undefined;
}

/** "the company": the one named body of this paragraph and the two before; undefined where two are named. */
export function onlyBodyBefore(
  text: TaggedText,
  token: Token,
  antecedents: Antecedent[],
  mayBe: (thing: NamedThing) => boolean,
): Voice | undefined {
  let only: Voice | undefined;
  for (let i = antecedents.length - 1; i >= 0 && i > antecedents.length - 40; i--) {
    const antecedent = antecedents[i] as Antecedent;
    if (gap(text, token, antecedent) > 2) break;
    const { voice } = antecedent;
    const isBody =
      voice.thing !== undefined && (voice.thing.kind === 'organisation' || voice.thing.kind === 'government');
    if (!isBody || (voice.thing && !mayBe(voice.thing))) continue;
    if (only && only.name !== voice.name) return undefined;
    only = voice;
  }
  return only;
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

/** "the Iraqi official" after "an Iraqi official who …": the nearest one with that noun and all its adjectives. */
export function sameDescription(text: TaggedText, statement: Statement, antecedents: Antecedent[]): Voice | undefined {
  const { first, head } = statement.subject;
  const noun = singularOf(text.tokens[head]?.lower ?? '');
  const plural = noun !== text.tokens[head]?.lower;
  const modifiers = text.tokens
    .slice(first + 1, head)
    .filter((t) => t.pos !== 'PUNCT' && t.lower !== "'s")
    .map((t) => t.lower);
  for (let i = antecedents.length - 1; i >= 0 && i > antecedents.length - 200; i--) {
    const antecedent = antecedents[i] as Antecedent;
    const sameNoun = antecedent.isSource
      ? antecedent.noun === noun || (!plural && antecedent.voice.thing !== undefined && antecedent.modifiers.has(noun))
      : !plural && antecedent.voice.kind === 'named-person' && antecedent.modifiers.has(noun);
    if (
      sameNoun &&
      (plural === antecedent.plural || antecedent.noun !== noun) &&
      modifiers.every((word) => antecedent.modifiers.has(word))
    )
      return antecedent.voice;
  }
  return undefined;
}

function gap(text: TaggedText, token: Token, antecedent: Antecedent): number {
  const paragraph = text.sentences[token.sentence]?.paragraph ?? 0;
  return paragraph - antecedent.paragraph;
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

const shortTitles: Record<string, string> = {
  gov: 'governor',
  sen: 'senator',
  rep: 'representative',
  gen: 'general',
  prof: 'professor',
  dr: 'doctor',
  lt: 'lieutenant',
  col: 'colonel',
  capt: 'captain',
  sgt: 'sergeant',
};

function wordsOfTitle(title: string | null): string[] {
  const words = (title ?? '').toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.flatMap((word) => (shortTitles[word] ? [word, shortTitles[word]] : [word]));
}
