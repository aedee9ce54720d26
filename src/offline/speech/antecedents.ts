import type { NameMention } from '../names/names.ts';
import type { NamedThing } from '../names/things.ts';
import { isPeopleNoun, isPersonNoun, singularOf } from '../names/words.ts';
import type { TaggedText, Token } from '../tokens.ts';
import type { Statement } from './statement.ts';
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
  /** Speaks about somebody or something: "accused", "praised". */
  judges: boolean;
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
    judges: false,
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
    judges: statement.cueKind === 'judge',
  };
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
    const { voice } = antecedent;
    // "Bank manager Joe Dunn" is "the manager", and "the bank" somebody else.
    const isCalled = antecedent.modifiers.has(noun) && (voice.thing?.kind !== 'person' || isPersonNoun(noun));
    const sameNoun = antecedent.isSource
      ? antecedent.noun === noun || (!plural && voice.thing !== undefined && isCalled)
      : !plural && voice.kind === 'named-person' && isCalled;
    if (
      sameNoun &&
      (plural === antecedent.plural || antecedent.noun !== noun) &&
      modifiers.every((word) => antecedent.modifiers.has(word))
    )
      return modifiers.length === 0 && hasOtherBetween(text, antecedent, first) ? undefined : voice;
  }
  return undefined;
}

/** "The Norwegian guide says … The Estonian guide is … The guide says": another of the kind has come between. */
function hasOtherBetween({ tokens }: TaggedText, { at, noun, modifiers }: Antecedent, until: number): boolean {
  for (let i = at + 1; i < until; i++) {
    const [before, token] = [tokens[i - 1], tokens[i]];
    if (!before || token?.lower !== noun || !/^(?:ADJ|PROPN|NOUN)$/.test(before.pos)) continue;
    if (!modifiers.has(before.lower)) return true;
  }
  return false;
}

/** How many paragraphs lie between a word and someone brought up before it. */
export function gap(text: TaggedText, token: Token, antecedent: Antecedent): number {
  const paragraph = text.sentences[token.sentence]?.paragraph ?? 0;
  return paragraph - antecedent.paragraph;
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
