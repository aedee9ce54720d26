import type { Gender } from '../../core/grammar/given-names.ts';
import { bearersOf, genderOfThing, surnameOf } from '../speech/namesakes.ts';
import type { TaggedText } from '../tokens.ts';
import { isLocative, type NameKind } from './kinds.ts';
import type { NameMention } from './names.ts';
import { isNoName } from './no-names.ts';
import { mainNameOfPlace } from './places.ts';

/**
 * A person, body or place with all its mentions. `name` is the fullest form the text gives; `kind` is undefined where
 * nothing tells what it is.
 */
export type NamedThing = {
  name: string;
  kind: NameKind | undefined;
  gender: Gender;
  title: string | undefined;
  mentions: NameMention[];
  variants: Set<string>;
  /** A surname that two persons of the text bear, where nothing tells which of them is meant. */
  isShared?: true;
};

// A hostile text may hold thousands of names that share a word; comparing each with each would take for ever.
const maxNamesakes = 40;

/** Merges mentions into things: whole names with surnames, acronyms with what they stand for; the commonest kind wins. */
export function gatherNames(text: TaggedText, mentions: NameMention[]): NamedThing[] {
  const things: NamedThing[] = [];
  const byWord = new Map<string, NamedThing[]>();
  const shared = new Map<string, NamedThing>();
  const register = (thing: NamedThing, mention: NameMention) => {
    thing.mentions.push(mention);
    thing.variants.add(mention.text);
    for (const word of new Set([...mention.words, acronymOf(mention), mainNameOfPlace(mention.text)])) {
      if (!word) continue;
      const list = byWord.get(word) ?? [];
      if (list.length < maxNamesakes && !list.includes(thing)) list.push(thing);
      byWord.set(word, list);
    }
  };
  for (const mention of [...mentions].sort((a, b) => b.words.length - a.words.length || a.start - b.start)) {
    const known = findSame(byWord, mention, text);
    if (known?.bearers) {
      const key = known.bearers.map(({ name }) => name).join('|');
      const own = shared.get(key) ?? { ...newThing(mention), isShared: true };
      shared.set(key, own);
      own.mentions.push(mention);
    } else if (known) register(known.thing, mention);
    else {
      const thing = newThing(mention);
      things.push(thing);
      register(thing, mention);
    }
  }
  things.push(...shared.values());
  for (const thing of things) settle(text, thing);
  dropFalsePersons(things);
  const lowerWords = new Set(text.tokens.flatMap(({ text: word }) => (/^\p{Ll}/u.test(word) ? word : [])));
  return things
    .filter((thing) => !isNoName(text, thing, lowerWords))
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

function newThing({ text, hint }: NameMention): NamedThing {
  return {
    name: text,
    kind: hint?.kind,
    gender: 'unknown',
    title: undefined,
    mentions: [],
    variants: new Set([text]),
  };
}

function acronymOf({ text, words }: NameMention): string {
  if (words.length < 2) return '';
  return (text.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('').toLowerCase();
}

type Same = { thing: NamedThing; bearers?: undefined } | { bearers: NamedThing[] };

/** The thing a mention belongs to; the bearers of a surname where more than one is meant by it. */
function findSame(byWord: Map<string, NamedThing[]>, mention: NameMention, text: TaggedText): Same | undefined {
  const joined = mention.words.join('');
  const candidates = new Set(mention.words.flatMap((word) => byWord.get(word) ?? []));
  const near: { thing: NamedThing; distance: number }[] = [];
  const place = mainNameOfPlace(mention.text);
  for (const thing of [...candidates, ...(byWord.get(joined) ?? []), ...(byWord.get(place) ?? [])]) {
    const fullest = thing.mentions[0];
    // "in London", beside a Jack London: the city.
    if (fullest && isPlaceBeside(mention, fullest, text)) continue;
    if (!fullest || near.some((other) => other.thing === thing)) continue;
    const isAlike = fullest.words.join(' ') === mention.words.join(' ');
    if (isAlike || mainNameOfPlace(fullest.text) === place) return { thing };
    if (/^[\p{Lu}.]{2,7}$/u.test(mention.text) && acronymOf(fullest) === joined) return { thing };
    if (!isShorterForm(mention, fullest)) continue;
    const full = thing.mentions.filter(
      ({ words, start }) => words.length === fullest.words.length && start <= mention.start,
    );
    const distance =
      full.length === 0 ? Number.MAX_SAFE_INTEGER : mention.start - Math.max(...full.map(({ start }) => start));
    // "Strava … Camp Strava": a short form before a longer one that nothing shows to be a person's is a name of its own.
    const isSure = fullest.hint?.kind === 'person' && fullest.hint.weight >= 3;
    const isForeign = distance === Number.MAX_SAFE_INTEGER && !isSure && mention.words.length === 1;
    if (isForeign && fullest.words.at(-1) === mention.words[0]) continue;
    near.push({ thing, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  const bearers = bearersOf(near, mention, text);
  if (bearers.length > 1) return { bearers };
  const thing = bearers[0] ?? near[0]?.thing;
  return thing && { thing };
}

function isPlaceBeside(mention: NameMention, fullest: NameMention, { tokens }: TaggedText): boolean {
  if (mention.hint?.kind !== 'place' || mention.hint.weight < 2 || fullest.words.length <= mention.words.length)
    return false;
  return fullest.hint?.kind === 'person' && isLocative(tokens, mention.first, mention.last);
}

/** "Zamili" for "Hakim al Zamili", "Ahmed" for "Ahmed Mohamed", "Foundation" for nothing. */
function isShorterForm(mention: NameMention, fullest: NameMention): boolean {
  if (mention.words.length >= fullest.words.length || fullest.words.length > 6) return false;
  if (!mention.words.every((word) => fullest.words.includes(word))) return false;
  const mayBePerson = ({ hint }: NameMention) => hint === undefined || hint.kind === 'person';
  const endsAlike = surnameOf(fullest) === surnameOf(mention);
  if (mayBePerson(fullest) && (mayBePerson(mention) || mention.words.length === 1)) {
    return (
      endsAlike ||
      (fullest.hint?.kind === 'person' &&
        fullest.words[0] === mention.words[0] &&
        mention.words.length === 1 &&
        // "Jordan said", beside a Jordan Haddad: the country.
        mention.hint?.kind !== 'place' &&
        mention.hint?.kind !== 'government')
    );
  }
  if (!endsAlike || mention.words.length < 2) return false;
  // "Home Office" is that of "United Kingdom Home Office": a ministry is a body and a part of the state.
  const bodies = [mention, fullest].every(({ hint }) => hint?.kind === 'organisation' || hint?.kind === 'government');
  return bodies || mention.hint?.kind === fullest.hint?.kind;
}

function settle({ tokens }: TaggedText, thing: NamedThing): void {
  const votes = new Map<NameKind, number>();
  for (const { hint } of thing.mentions) if (hint) votes.set(hint.kind, (votes.get(hint.kind) ?? 0) + hint.weight);
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  thing.name = bestForm(thing.mentions);
  // A whole name with a first name or a title is a person's, whatever its surname also means: "Jack London", "John Church".
  const isWhole = ({ text, words, hint, title }: NameMention) =>
    text === thing.name && hint?.kind === 'person' && hint.weight >= 3 && (words.length > 1 || title !== undefined);
  const overruling = thing.mentions.find(({ hint }) => (hint?.weight ?? 0) > 3)?.hint?.kind;
  thing.kind = overruling ?? (thing.mentions.some(isWhole) ? 'person' : best?.[0]);
  thing.mentions.sort((a, b) => a.start - b.start);
  thing.title = thing.mentions.find((m) => m.title)?.title;
  if (thing.kind !== 'person') return;
  thing.gender = genderOfThing(thing, tokens);
}

/** "Warhol Polaroid" begins with a surname: it is no person of that first name. */
function dropFalsePersons(things: NamedThing[]): void {
  const isSure = (thing: NamedThing) =>
    thing.kind === 'person' && thing.mentions.some(({ hint }) => (hint?.weight ?? 0) >= 3);
  const surnames = new Set(things.filter(isSure).map(({ name }) => name.toLowerCase().split(' ').at(-1) ?? ''));
  for (const thing of things) {
    const [start, second] = thing.name.toLowerCase().split(' ');
    if (thing.kind === 'person' && second && !isSure(thing) && surnames.has(start ?? '')) thing.kind = undefined;
  }
}

/** The longest form; of equally long ones the commonest, and never all capitals where the text also writes it otherwise. */
function bestForm(mentions: NameMention[]): string {
  const most = mentions.reduce((longest, mention) => Math.max(longest, mention.words.length), 0);
  const forms = new Map<string, number>();
  for (const { text, words } of mentions) {
    if (words.length === most) forms.set(text, (forms.get(text) ?? 0) + (/\p{Ll}/u.test(text) ? 1_000 : 1));
  }
  return [...forms].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
