import { isPronoun, type WordLists } from './foreign-words.ts';
import type { NamedThing } from './names.ts';
import type { Statement } from './statement.ts';
import type { TaggedText, Token } from './tokens.ts';
import type { Voice } from './voices.ts';

/** A statement in a language the reader only knows by word lists, with its voice where the text names one. */
export type ForeignStatement = { statement: Statement; voice: Voice | undefined };

/** The whole name for a surname, the last named person for a pronoun, or the described source as it stands. */
export function voiceOf(
  text: TaggedText,
  { subject }: Statement,
  words: WordLists,
  before: ForeignStatement[],
): Voice | undefined {
  const run = text.tokens.slice(subject.first, subject.last);
  const opener = run[0] as Token;
  if (isPronoun(opener, words)) return lastPerson(text, opener, words, before);
  const whole = text.text.slice(opener.start, run.at(-1)?.end);
  const nameStart = run.findIndex(
    (token, i) =>
      /^\p{Lu}/u.test(token.text) && !words.isPerson(token.lower) && (i > 0 || !words.articles.has(token.lower)),
  );
  if (words.articles.has(opener.lower)) {
    const noun = run.find(
      ({ lower }) =>
        words.isPerson(lower) || words.groups.has(lower) || words.bodies.has(lower) || words.documents.has(lower),
    );
    const title =
      nameStart > 1 &&
      words.isPerson(noun?.lower ?? '') &&
      run.slice(nameStart).some(({ text: word }) => words.isFirstName(word));
    if (!title) return { name: whole, kind: kindOfNoun(noun?.lower ?? '', words), title: null };
  }
  const nameTokens = run.slice(Math.max(0, nameStart));
  if (nameStart < 0 || nameTokens.length === 0)
    return { name: whole, kind: kindOfNoun(opener.lower, words), title: null };
  const name = text.text.slice(nameTokens[0]?.start, nameTokens.at(-1)?.end);
  if (nameTokens.some(({ lower }) => words.bodies.has(lower))) return { name, kind: 'named-organisation', title: null };
  const title =
    nameStart > 0
      ? text.text
          .slice(opener.start, run[nameStart - 1]?.end)
          .replace(/^(?:der|die|das|le|la|les|l['’]|el|los|las)\s*/i, '')
      : null;
  const full = nameTokens.length === 1 ? fullName(before, name) : undefined;
  if (full) return full;
  const isPerson = nameTokens.length > 1 ? words.isFirstName(nameTokens[0]?.text ?? '') : title !== null;
  return { name, kind: isPerson ? 'named-person' : 'named-organisation', title };
}

function kindOfNoun(noun: string, words: WordLists): Voice['kind'] {
  if (words.isPerson(noun)) return 'unnamed-person';
  return words.documents.has(noun) ? 'document' : 'unnamed-group';
}

function fullName(before: ForeignStatement[], surname: string): Voice | undefined {
  return before.findLast(({ voice }) => voice?.kind === 'named-person' && voice.name.split(' ').at(-1) === surname)
    ?.voice;
}

/** "er", "elle": the person who spoke last, in this paragraph or one of the two before, if the first name does not forbid it. */
function lastPerson(text: TaggedText, token: Token, words: WordLists, before: ForeignStatement[]): Voice | undefined {
  const paragraphOf = (place: Token | undefined) => text.sentences[place?.sentence ?? -1]?.paragraph ?? -9;
  const last = before.findLast(({ statement }) => statement.source.start < token.start);
  const voice = last?.voice;
  if (!last || !voice) return undefined;
  if (voice.kind !== 'named-person') return undefined;
  if (paragraphOf(token) - paragraphOf(text.tokens[last.statement.subject.first]) > 2) return undefined;
  const wrong = words.language.she.includes(token.lower.split('-').at(-1) ?? '') ? 'man' : 'woman';
  return words.genderOf(voice.name.split(' ')[0] ?? '') === wrong ? undefined : voice;
}

/** The named speakers as names with their mentions, for ranking. */
export function thingsOf({ text }: TaggedText, statements: ForeignStatement[]): NamedThing[] {
  const things = new Map<string, NamedThing>();
  for (const { statement, voice } of statements) {
    if (!voice?.kind.startsWith('named')) continue;
    const { first, last } = statement.subject;
    const { start, end } = statement.source;
    const mention = {
      outerStart: start,
      start,
      end,
      text: text.slice(start, end),
      words: [],
      first,
      last,
      hint: undefined,
      title: undefined,
    };
    const kind = voice.kind === 'named-person' ? 'person' : 'organisation';
    const thing: NamedThing = things.get(voice.name) ?? {
      name: voice.name,
      kind,
      gender: 'unknown',
      title: undefined,
      mentions: [],
      variants: new Set([voice.name]),
    };
    thing.mentions.push(mention);
    things.set(voice.name, thing);
    voice.thing = thing;
  }
  return [...things.values()];
}
