import { kindOfKnownBody } from '../names/organisations.ts';
import type { NamedThing } from '../names/things.ts';
import type { Statement } from '../speech/statement.ts';
import type { Voice } from '../speech/voices.ts';
import type { TaggedText, Token } from '../tokens.ts';
import { fullNamesOf, isAnothers, startOfName } from './names.ts';
import { isPronoun, type WordLists } from './words.ts';

/** A statement in a language the reader only knows by word lists, with its voice where the text names one. */
export type ForeignStatement = { statement: Statement; voice: Voice | undefined };

/** The whole name for a surname, the last named person for a pronoun, or the described source as it stands. */
export function voiceOf(
  text: TaggedText,
  { subject, cue }: Statement,
  words: WordLists,
  before: ForeignStatement[],
): Voice | undefined {
  const run = text.tokens.slice(subject.first, subject.last);
  const opener = run[0] as Token;
  if (isPronoun(opener, words)) return lastPerson(text, opener, words, before);
  const whole = text.text.slice(opener.start, run.at(-1)?.end);
  const noun = run.find(({ lower }) => words.isSource(lower));
  const nameStart = startOfName(run, words);
  const name = run.slice(nameStart);
  const isOwned = isAnothers(run, words);
  const isDescribed = words.articles.has(opener.lower) && name.length < 2;
  if (isOwned || isDescribed || name.length === 0) {
    const { end, apposed } = describe(text, subject.last, words);
    const description =
      end > subject.last && !isOwned ? text.text.slice(opener.start, text.tokens[end - 1]?.end) : whole;
    if (apposed && words.isPerson(noun?.lower ?? ''))
      return { name: apposed, kind: 'named-person', title: description };
    return { name: description, kind: kindOfNoun(noun?.lower ?? '', words), title: null };
  }
  const shown = text.text.slice(name[0]?.start, name.at(-1)?.end);
  const isBare = name.length === 1 || (name.length === 2 && !words.isFirstName(name[0]?.text ?? ''));
  const bearers = isBare ? fullNamesOf(name.at(-1) as Token, text, words) : [];
  // Two persons bear the surname: the text leaves it open, so do we.
  if (bearers.length > 1) return undefined;
  const known = isBare ? (spokeBefore(before, name.at(-1)?.text ?? '') ?? toPerson(bearers[0])) : undefined;
  if (known) return known;
  // A capital alone may be any German noun; a name that matters comes up again.
  if (name.length === 1 && nameStart === 0 && text.text.indexOf(shown) === text.text.lastIndexOf(shown))
    return undefined;
  const isBody =
    name.some(({ lower }) => words.bodies.has(lower)) || kindOfKnownBody(shown) || /^\p{Lu}{2,}/u.test(shown);
  if (isBody) return { name: shown, kind: 'named-organisation', title: null };
  // "Selon PeakMetrics": what is said beside a quotation is said by a person, as a rule; what is reported, by anybody.
  const reports = words.language.accordingTo.includes(
    text.text.slice(cue.start, cue.end).toLowerCase().replaceAll('’', "'"),
  );
  if (reports && nameStart === 0 && !words.isFirstName(name[0]?.text ?? ''))
    return { name: shown, kind: 'named-organisation', title: null };
  const first = words.articles.has(opener.lower) ? run[1] : opener;
  const title = nameStart > 0 && first ? text.text.slice(first.start, run[nameStart - 1]?.end) : null;
  return { name: shown, kind: 'named-person', title };
}

const maxDescription = 8;

/** "le ministre" + "russe de la Défense", and the name behind the comma: ", Andreï Belooussov,". */
function describe({ text, tokens }: TaggedText, last: number, words: WordLists): { end: number; apposed?: string } {
  const sentence = tokens[last - 1]?.sentence;
  let end = last;
  while (end < last + maxDescription && goesOn(tokens[end], words) && tokens[end]?.sentence === sentence) end++;
  while (end > last && !/^[\p{L}\p{N}]/u.test(tokens[end - 1]?.text ?? '')) end--;
  while (
    end > last &&
    [words.articles, words.stops, words.particles].some((list) => list.has(tokens[end - 1]?.lower ?? ''))
  )
    end--;
  if (end === last + maxDescription) end = last;
  const [first, second] = [tokens[end + 1], tokens[end + 2]];
  if (tokens[end]?.text !== ',' || !first || !second || second.sentence !== sentence) return { end };
  const isCapital = ({ text: word, quotation }: Token) => quotation === -1 && /^\p{Lu}\p{Ll}/u.test(word);
  // Every noun has a capital in German: there, only a first name shows that a name begins.
  if (!isCapital(first) || !isCapital(second) || (words.language.code === 'de' && !words.isFirstName(first.text)))
    return { end };
  const third = tokens[end + 3];
  const stop = third && third.sentence === sentence && isCapital(third) ? third : second;
  return { end, apposed: text.slice(first.start, stop.end) };
}

function goesOn(token: Token | undefined, words: WordLists): boolean {
  if (!token || token.quotation >= 0 || !/^[\p{L}'’-]/u.test(token.text)) return false;
  const { lower } = token;
  return !words.stops.has(lower) || words.articles.has(lower) || words.particles.has(lower);
}

function kindOfNoun(noun: string, words: WordLists): Voice['kind'] {
  if (words.isPerson(noun)) return 'unnamed-person';
  return words.documents.has(noun) ? 'document' : 'unnamed-group';
}

/** Who spoke before under a surname. */
function spokeBefore(before: ForeignStatement[], surname: string): Voice | undefined {
  return before.findLast(({ voice }) => voice?.kind === 'named-person' && voice.name.endsWith(` ${surname}`))?.voice;
}

function toPerson(name: string | undefined): Voice | undefined {
  return name === undefined ? undefined : { name, kind: 'named-person', title: null };
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
