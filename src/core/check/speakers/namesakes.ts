import { genderOfName, isGivenName } from '../../grammar/given-names.ts';
import { isBody, type Name, withoutTitles } from '../../grammar/names.ts';
import type { Reading } from '../reading.ts';

const titleOf: Record<string, 'woman' | 'man'> = {
  mr: 'man',
  sir: 'man',
  mrs: 'woman',
  ms: 'woman',
  miss: 'woman',
  dame: 'woman',
};

/**
 * Of the places that may name the person of a form of words, those that do where the article has a namesake: "Mr Moss" is not Ann Moss, and a bare
 * "Moss" is whichever Moss was named in full last. Where nobody shares the surname, all of them.
 */
export function dropNamesakes(found: Name[], form: string[], { names }: Reading): Name[] {
  const own = bareOf(form);
  const surname = own.at(-1);
  if (own.length < 2 || surname === undefined || isBody(own) || !isGivenName(own[0] ?? '')) return found;
  const full = names.filter(({ keys }) => {
    const bare = bareOf(keys);
    return bare.length > 1 && bare.at(-1) === surname;
  });
  const first = own[0] ?? '';
  const others = full.filter(({ keys }) => {
    const [given = '', ...rest] = bareOf(keys);
    return isGivenName(given) && given !== first && !rest.includes(first);
  });
  if (others.length === 0) return found;
  return found.filter((place) => isThisOne(place, first, others, full));
}

// "Abgeordnete Jens Vogel", "Passenger Mo Hussain": words with capitals before the first name are titles.
function bareOf(keys: string[]): string[] {
  const bare = withoutTitles(keys);
  const given = bare.slice(0, -1).findIndex(isGivenName);
  return given > 0 ? bare.slice(given) : bare;
}

function isThisOne({ start, keys }: Name, first: string, others: Name[], full: Name[]): boolean {
  const bare = bareOf(keys);
  if (bare.length > 1) return bare.includes(first);
  const called = keys.map((key) => titleOf[key]).find((gender) => gender !== undefined);
  const genders = [first, ...others.map((other) => bareOf(other.keys)[0] ?? '')].map(genderOfName);
  if (called && genders[0] !== 'unknown' && genders[0] !== called) return false;
  if (called && genders[0] === called && genders.slice(1).every((gender) => gender !== called)) return true;
  const known = full.filter(({ keys }) => isGivenName(bareOf(keys)[0] ?? ''));
  const last = known.findLast((name) => name.start < start) ?? known[0];
  return last === undefined || bareOf(last.keys).includes(first);
}
