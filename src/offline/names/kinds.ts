import { isGivenName } from '../../core/grammar/given-names.ts';
import { readCue } from '../speech/cues.ts';
import type { Token } from '../tokens.ts';
import { kindOfKnownBody } from './organisations.ts';
import { isKnownPlace } from './places.ts';
import {
  eventWords,
  governmentWords,
  groupNouns,
  isPersonNoun,
  knownSurnames,
  organisationWords,
  placeWords,
  surnamePlaces,
  thingWords,
  titles,
} from './words.ts';

export type NameKind = 'person' | 'organisation' | 'government' | 'group' | 'place';

/** What one mention says about what a name is; `weight` 4 overrules others, 3 is as good as certain, 1 a hint. */
export type KindHint = { kind: NameKind; weight: number };

const sure = 4;
const strong = 3;
const fair = 2;
const weak = 1;

/** Reads what kind of thing a name is from its words and from what stands around it. */
export function readKind(
  tokens: Token[],
  first: number,
  last: number,
  name: string,
  hasTitle: boolean,
): KindHint | undefined {
  const words = tokens.slice(first, last).filter((token) => /\p{L}/u.test(token.text));
  const final = words.at(-1)?.lower ?? '';
  const next = tokens[last]?.lower ?? '';
  const before = tokens[first - 1]?.lower ?? '';
  const hint = (kind: NameKind, weight: number): KindHint => ({ kind, weight });
  const has = (set: Set<string>) =>
    words.some(
      (word, i) =>
        set.has(word.lower.replace(/\.$/, '')) &&
        (i > 0 || words.length === 1 || words[1]?.lower === 'of' || words[1]?.lower === 'for'),
    );
  if (words.length > 1 && thingWords.has(words[0]?.lower ?? '')) return undefined;
  if (isKnownPlace(name)) return hint('place', strong);
  const body = kindOfKnownBody(name);
  if (body) return hint(body, strong);
  if (groupNouns.has(final)) return hint('group', strong);
  if (governmentWords.has(words.map(({ lower }) => lower).join(' ')) || has(governmentWords))
    return hint('government', strong);
  if (hasTitle) return hint('person', strong);
  if (words.length > 1 && (eventWords.has(final) || /ism$/.test(final))) return undefined;
  const definite = /^(?:the|a|an|this)$/.test(before);
  // "the newspaper Dagens Nyheter", though it speaks like a person.
  if (tokens[first - 1]?.pos === 'NOUN' && kindsOfBody.test(before)) return hint('organisation', sure);
  // "journalist Alex Press"
  const isCalled = tokens[first - 1]?.pos === 'NOUN' && isPersonNoun(before);
  if (words.length === 2 && isCalled && isGivenName(words[0]?.text ?? '')) return hint('person', strong);
  // "Serhii Radio, a chemistry researcher": a word for a body as a surname.
  if (words.length === 2 && words[0]?.isRare && isDescribedPerson(tokens, last)) return hint('person', strong);
  // "Helen Park said": a surname, where nobody is in it.
  if (
    surnamePlaces.has(final) &&
    words.length === 2 &&
    isPersonForm(words) &&
    !definite &&
    !isLocative(tokens, first, last)
  )
    return hint('person', isUsedAsPerson(tokens, first, last) ? strong : fair);
  if (placeWords.has(final) && words.length > 1) return hint('place', fair);
  if (has(organisationWords) && (words.length > 1 || /^(?:the|a)$/.test(before))) return hint('organisation', strong);
  if (words.length > 1 && words.length <= 5 && isPersonForm(words)) return hint('person', strong);
  if (groupNouns.has(next)) return hint('group', fair);
  // "HUNTER" is a word in capitals, "NASA" a name.
  const isShouted = words.length === 1 && name.length > 4 && !words[0]?.isRare;
  if (/^\p{Lu}[\p{Lu}&.]{1,6}$/u.test(name) && !/^[-–]$/.test(next) && !isShouted) return hint('organisation', fair);
  if (!definite && isUsedAsPerson(tokens, first, last)) return hint('person', words.length > 1 ? strong : fair);
  if (
    tokens[last]?.text === ',' &&
    isKnownPlace(tokens[last + 1]?.text ?? '') &&
    /^(?:in|near|at|from|of|to)$/.test(before)
  )
    return hint('place', fair);
  // "the Plains of Arafat"
  if (before === 'of' && placeWords.has(tokens[first - 2]?.lower ?? '')) return hint('place', fair);
  // "the Bush administration"
  if (
    definite &&
    words.length === 1 &&
    words[0]?.isRare &&
    /^(?:administration|presidency|government|cabinet)$/.test(next)
  )
    return hint('person', weak);
  if (words.length === 1 && knownSurnames.has(final)) return hint('person', fair);
  if (words.length === 1 && isGivenName(name) && !definite) return hint('person', weak);
  if (isUsedAsBody(tokens, first, last)) return hint('organisation', fair);
  // "in Vadsø", but "in Pryor's letter".
  if (/^(?:in|near)$/.test(before) && words.length <= 2 && words.at(-1)?.isRare && !/^['’]s?$/.test(next))
    return hint('place', weak);
  if (definite) return undefined;
  // Two or three capitals, none of them a word of the language: a first name and a surname.
  const isUnknown = ({ text, isRare }: Token) => isRare && /^\p{Lu}\p{Ll}/u.test(text);
  if (words.length >= 2 && words.length <= 3 && words.every(isUnknown)) return hint('person', weak);
  return undefined;
}

/** A first name and what may follow one; or initials and a surname. */
function isPersonForm(words: Token[]): boolean {
  const [start, second] = words;
  if (!start || !second) return false;
  if (/^(?:\p{Lu}\.)+$/u.test(start.text) || /^\p{Lu}$/u.test(start.text))
    return words.length === 2 && /^\p{Lu}\p{Ll}/u.test(second.text);
  return (
    isGivenName(start.text) &&
    words.slice(1).every(
      ({ text, lower, start: at }, i) =>
        /^\p{Lu}/u.test(text) ||
        // "Kim Jong-un"
        (/^\p{Ll}{2,4}$/u.test(text) && words[i]?.end === at - 1) ||
        /^(?:al|bin|de|del|van|von|der|den|di|da|la|el|ibn)$/.test(lower),
    )
  );
}

/** Speaks, has an age, is followed by "who" or by an apposition with a noun for a person. */
function isUsedAsPerson(tokens: Token[], first: number, last: number): boolean {
  const [next, second, third] = [tokens[last], tokens[last + 1], tokens[last + 2]];
  if (isPersonNoun(tokens[first - 1]?.lower ?? '') && tokens[first - 1]?.pos === 'NOUN') return true;
  if (!next) return false;
  // "…," said Dalton.
  if (/^(?:said|says|added)$/.test(tokens[first - 1]?.lower ?? '') && /^[.,]$/.test(next.text)) return true;
  if (saysIt(tokens, last)) return false;
  if (next.lower === 'who' || (next.text === ',' && second?.lower === 'who')) return true;
  if (next.text === ',' && second && /^\d{1,2}$/.test(second.text) && third?.text === ',') return true;
  if (next.text === ',' && isPersonNounNear(tokens, last + 1)) return true;
  return (
    next.pos === 'VERB' &&
    readCue(next.lower)?.plain === true &&
    /^(?:said|says|told|added|wrote|explained|tells|replied|argued)$/.test(next.lower)
  );
}

function isDescribedPerson(tokens: Token[], last: number): boolean {
  return (
    tokens[last]?.text === ',' && /^(?:a|an)$/.test(tokens[last + 1]?.lower ?? '') && isPersonNounNear(tokens, last + 1)
  );
}

function isPersonNounNear(tokens: Token[], from: number): boolean {
  for (let i = from; i < from + 4; i++) {
    const token = tokens[i];
    if (!token || token.text === ',' || token.pos === 'VERB' || token.pos === 'AUX') return false;
    if (isPersonNoun(token.lower) || titles.has(token.lower)) return true;
  }
  return false;
}

/** "in London", "from Paris, France": where something is, so that nobody of that name is meant. */
export function isLocative(tokens: Token[], first: number, last: number): boolean {
  if (/^(?:in|near|at|from|to|across|outside|around|through|into|via|towards?)$/.test(tokens[first - 1]?.lower ?? ''))
    return true;
  return tokens[last]?.text === ',' && isKnownPlace(tokens[last + 1]?.text ?? '');
}

/** "Zentrix says it will", "Zentrix said its": a body's own pronoun. */
function saysIt(tokens: Token[], last: number): boolean {
  return /^(?:said|says)$/.test(tokens[last]?.lower ?? '') && /^its?$/.test(tokens[last + 1]?.lower ?? '');
}

const kindsOfBody =
  /^(?:company|firm|agency|party|group|union|bank|newspaper|magazine|daily|weekly|broadcaster|channel|network|website|charity|foundation|airline|retailer|publisher|startup|start-up|giant|maker|carmaker|manufacturer|band|club|chain|think-tank)$/;
const partsOfBody =
  /^(?:party|newspaper|magazine|television|channel|network|website|shares|stock|founder|co-founder|subsidiary|franchise)$/;

/** "the magazine MicroMega", "Zentrix shares": a noun beside the name tells what it is. */
function isUsedAsBody(tokens: Token[], first: number, last: number): boolean {
  const [before, next, second] = [tokens[first - 1], tokens[last], tokens[last + 1]];
  if (saysIt(tokens, last)) return true;
  if (before?.pos === 'NOUN' && kindsOfBody.test(before.lower)) return true;
  const isParty = next?.lower === 'co' && second?.text === '-' && /^founder/.test(tokens[last + 2]?.lower ?? '');
  const isAgency = next?.lower === 'news' && second?.lower === 'agency';
  return isParty || isAgency || (next?.pos === 'NOUN' && partsOfBody.test(next.lower));
}
