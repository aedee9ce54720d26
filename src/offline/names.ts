import type { Span } from '../core/article.ts';
import { type Gender, genderOfName, isGivenName } from './given-names.ts';
import {
  faiths,
  governmentWords,
  groupNouns,
  manTitles,
  organisationWords,
  personNouns,
  placeWords,
  titleParts,
  titles,
  womanTitles,
} from './name-words.ts';
import { isTimeWord } from './phrases.ts';
import { countryOfDemonym, isKnownPlace } from './places.ts';
import type { TaggedText, Token } from './tokens.ts';

export type NameKind = 'person' | 'organisation' | 'government' | 'group' | 'place';

/** One mention of a name. `title` is what stands before a person's name: "Prime Minister". */
export type NameMention = Span & {
  text: string;
  words: string[];
  first: number;
  last: number;
  kind: NameKind | undefined;
  title: string | undefined;
};

/** A person, body or place with all its mentions. `name` is the fullest form the text gives. */
export type NamedThing = {
  name: string;
  kind: NameKind;
  gender: Gender;
  title: string | undefined;
  mentions: NameMention[];
  variants: Set<string>;
};

// A hostile text may hold thousands of names that share a word; comparing each with each would take for ever.
const maxNamesakes = 40;

const inside = /^(?:al|el|bin|bint|ibn|de|del|della|der|den|di|da|dos|du|van|von|ter|ten|la|le|st|y)$/;

/** Finds the names of persons, bodies and places, mention by mention, in reading order. */
export function findNames(text: TaggedText): NameMention[] {
  const mentions: NameMention[] = [];
  for (const sentence of text.sentences) {
    if (isShouting(text, sentence.first, sentence.last)) continue;
    for (let i = sentence.first; i < sentence.last; i++) {
      const last = endOfName(text.tokens, i, sentence.first, sentence.last);
      if (last === i) continue;
      const mention = toMention(text, i, last);
      if (mention) mentions.push(mention);
      i = last - 1;
    }
  }
  return mentions;
}

/** In a heading, capitals mark no name. */
function isShouting({ tokens }: TaggedText, first: number, last: number): boolean {
  let capitals = 0;
  let words = 0;
  for (let i = first; i < last; i++) {
    const word = tokens[i]?.text ?? '';
    if (!/^\p{L}{3,}/u.test(word)) continue;
    words++;
    if (/^\p{Lu}/u.test(word)) capitals++;
  }
  return words >= 5 && capitals / words > 0.9;
}

function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

function startsName(tokens: Token[], i: number, sentenceStart: number): boolean {
  const token = tokens[i];
  if (!token || !isCapitalised(token) || isTimeWord(token) || token.lower === 'i') return false;
  const opens = i === sentenceStart || (tokens[i - 1]?.pos === 'PUNCT' && tokens[i - 1]?.quotation !== -1);
  if (token.pos === 'PROPN') return !(opens && /^(?:the|a|an|in|on|at|we|it|this|these|those|that)$/.test(token.lower));
  if (opens) return isGivenName(token.text) || isKnownPlace(token.text);
  return (
    token.pos === 'NOUN' ||
    token.pos === 'ADJ' ||
    token.pos === 'VERB' ||
    /^\p{Lu}{2,}$/u.test(token.text) ||
    isGivenName(token.text)
  );
}

function endOfName(tokens: Token[], i: number, sentenceStart: number, high: number): number {
  if (!startsName(tokens, i, sentenceStart)) return i;
  let last = i + 1;
  while (last < high) {
    const token = tokens[last];
    const before = tokens[last - 1];
    if (!token || !before || token.quotation !== before.quotation) break;
    const glued = token.start === before.end;
    const next = tokens[last + 1];
    if (glued && /^[-–‘’'.&]$/.test(token.text) && next && (next.start === token.end || token.text === '.')) {
      // "U.S.-led", "Iranian-backed": the name ends before the hyphen; "al-Askari", "Jean-Claude" go on.
      if (/^[-–]$/.test(token.text) && !isCapitalised(next) && !inside.test(next.lower)) break;
      if (token.text === '.' && !(/^\p{Lu}\w{0,2}$/u.test(before.text) && isCapitalised(next))) break;
      if (/^[-‘’']$/.test(token.text) && !/^\p{L}/u.test(next.text)) break;
      last += token.text === '.' ? 1 : 2;
      continue;
    }
    if (isCapitalised(token) && !isTimeWord(token) && token.pos !== 'PRON') last++;
    else if (inside.test(token.lower) && token.quotation === next?.quotation && leadsToName(tokens, last + 1))
      last += 1;
    else if (
      (token.lower === 'of' || token.lower === 'for' || token.text === '&') &&
      isCapitalised(next) &&
      joinsBody(before)
    )
      last += 1;
    else break;
  }
  return last;
}

/** After "al" or "van": a capital, straight away or past a hyphen. */
function leadsToName(tokens: Token[], i: number): boolean {
  return isCapitalised(tokens[i]) || (/^[-’']$/.test(tokens[i]?.text ?? '') && isCapitalised(tokens[i + 1]));
}

function joinsBody(before: Token): boolean {
  const word = before.lower;
  return (
    organisationWords.has(word) ||
    governmentWords.has(word) ||
    /^(?:ministry|secretary|bank|house|court|republic|state|states|director|head|bay|gulf|cape|isle|strait|museum|city)$/.test(
      word,
    )
  );
}

/** "Prime Minister Smith": where the name begins after its title. */
function endOfTitle(tokens: Token[], from: number, to: number): number {
  let first = from;
  for (let i = from; i < to - 1; i++) {
    const word = (tokens[i]?.lower ?? '').replace(/\.$/, '');
    if (['of', 'for'].includes(tokens[i + 1]?.lower ?? '')) break;
    if (titles.has(word)) first = tokens[i + 1]?.text === '.' ? i + 2 : i + 1;
    else if (!titleParts.has(word)) break;
  }
  return first < to ? first : from;
}

function toMention({ text, tokens }: TaggedText, from: number, to: number): NameMention | undefined {
  const first = endOfTitle(tokens, from, to);
  let last = to;
  while (last > first && /^(?:'s|’s|[-.'’‘&])$/.test(tokens[last - 1]?.text ?? '')) last--;
  const [head, tail] = [tokens[first], tokens[last - 1]];
  if (!head || !tail || last <= first) return undefined;
  const name = text.slice(head.start, tail.end);
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.join('').length < 2) return undefined;
  if (!isKnownPlace(name) && words.every((word) => countryOfDemonym(word) !== undefined || faiths.has(word)))
    return undefined;
  const title = first > from ? text.slice(tokens[from]?.start, tokens[first - 1]?.end ?? head.start) : undefined;
  if (words.length === 1 && !title && titles.has(words[0] ?? '')) return undefined;
  const kind = kindOf(tokens, first, last, name, words, title);
  return {
    start: head.start,
    end: tail.end,
    text: name,
    words,
    first,
    last,
    kind,
    title: kind === 'person' ? title : undefined,
  };
}

function kindOf(
  tokens: Token[],
  first: number,
  last: number,
  name: string,
  words: string[],
  title: string | undefined,
): NameKind | undefined {
  const final = words.at(-1) ?? '';
  const next = tokens[last]?.lower ?? '';
  if (groupNouns.has(next) || groupNouns.has(final)) return isKnownPlace(name) ? 'place' : 'group';
  if (isKnownPlace(name)) return 'place';
  if (words.some((word) => governmentWords.has(word)) || governmentWords.has(words.join(' '))) return 'government';
  if (title && !organisationWords.has(final)) return 'person';
  if (words.length > 1 && isGivenName(words[0] ?? '') && !organisationWords.has(final) && !placeWords.has(final))
    return 'person';
  if (words.some((word, i) => organisationWords.has(word) && (i > 0 || words.length > 2))) return 'organisation';
  if (placeWords.has(final) && words.length > 1) return 'place';
  if (/^\p{Lu}[\p{Lu}&.]{1,6}$/u.test(name)) return 'organisation';
  const before = tokens[first - 1]?.lower ?? '';
  if (/^(?:in|near|at|from)$/.test(before) && words.length === 1) return 'place';
  if (words.length >= 2 && words.length <= 4 && looksLikePerson(tokens, first, last)) return 'person';
  return undefined;
}

/** Followed by what only a person has: an age, "who", a verb of speech, an apposition with a person's noun. */
function looksLikePerson(tokens: Token[], first: number, last: number): boolean {
  const [next, second] = [tokens[last], tokens[last + 1]];
  if (
    next?.lower === 'who' ||
    (next?.text === ',' &&
      (second?.lower === 'who' || second?.pos === 'NUM' || titles.has(tokens[last + 2]?.lower ?? '')))
  )
    return true;
  if (/^(?:said|says|told|added|wrote|explained)$/.test(next?.lower ?? '')) return true;
  return personNouns.has(tokens[first - 1]?.lower ?? '');
}

/** Merges mentions into things: whole names with surnames, acronyms with what they stand for; the commonest kind wins. */
export function gatherNames(text: TaggedText, mentions: NameMention[]): NamedThing[] {
  const things: NamedThing[] = [];
  const byWord = new Map<string, NamedThing[]>();
  const register = (thing: NamedThing, mention: NameMention) => {
    thing.mentions.push(mention);
    thing.variants.add(mention.text);
    for (const word of new Set([...mention.words, acronymOf(mention)])) {
      if (!word) continue;
      const list = byWord.get(word) ?? [];
      if (list.length < maxNamesakes && !list.includes(thing)) list.push(thing);
      byWord.set(word, list);
    }
  };
  for (const mention of [...mentions].sort((a, b) => b.words.length - a.words.length || a.start - b.start)) {
    const known = findSame(byWord, mention);
    if (known) register(known, mention);
    else {
      const thing: NamedThing = {
        name: mention.text,
        kind: mention.kind ?? 'organisation',
        gender: 'unknown',
        title: undefined,
        mentions: [],
        variants: new Set(),
      };
      things.push(thing);
      register(thing, mention);
    }
  }
  for (const thing of things) settle(text, thing);
  return things.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

function acronymOf({ text, words }: NameMention): string {
  if (words.length < 2) return '';
  return (text.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('').toLowerCase();
}

function findSame(byWord: Map<string, NamedThing[]>, mention: NameMention): NamedThing | undefined {
  const word = mention.words.at(-1) ?? '';
  const joined = mention.words.join('');
  for (const thing of byWord.get(word) ?? byWord.get(joined) ?? []) {
    const fullest = thing.mentions[0];
    if (!fullest) continue;
    if (fullest.words.join(' ') === mention.words.join(' ')) return thing;
    if (/^[\p{Lu}.]{2,7}$/u.test(mention.text) && acronymOf(fullest) === joined) return thing;
    const isPerson =
      (fullest.kind === 'person' || fullest.kind === undefined) &&
      (mention.kind === 'person' || mention.kind === undefined || mention.words.length === 1);
    const isPart = mention.words.every((w) => fullest.words.includes(w)) && fullest.words.at(-1) === word;
    if (isPart && isPerson && mention.words.length < fullest.words.length && fullest.words.length <= 5) return thing;
    if (isPart && mention.words.length >= 2 && mention.kind === fullest.kind) return thing;
  }
  return undefined;
}

function settle({ tokens }: TaggedText, thing: NamedThing): void {
  const votes = new Map<NameKind, number>();
  for (const { kind } of thing.mentions) if (kind) votes.set(kind, (votes.get(kind) ?? 0) + 1);
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  if (best) thing.kind = best[0];
  thing.name = bestForm(thing.mentions);
  thing.mentions.sort((a, b) => a.start - b.start);
  thing.title = thing.mentions.find((m) => m.title)?.title;
  if (thing.kind !== 'person') return;
  for (const mention of thing.mentions) {
    const title = tokens[mention.first - 1]?.lower.replace(/\.$/, '') ?? '';
    const before = tokens[mention.first - 2]?.lower ?? '';
    if (womanTitles.has(title) || womanTitles.has(before)) thing.gender = 'woman';
    else if (manTitles.has(title) || manTitles.has(before)) thing.gender = 'man';
  }
  if (thing.gender === 'unknown') thing.gender = genderOfName(/[\p{L}]+/u.exec(thing.name)?.[0] ?? '');
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
