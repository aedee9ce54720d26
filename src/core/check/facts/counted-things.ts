import { listQuantities, type Quantity } from '../../grammar/quantities.ts';
import { findVerbGroups, listTokens, listVerbStems } from '../../grammar/verb-groups.ts';
import { isFunctionWord, listWords, toStem } from '../../grammar/word-list.ts';
import { isSameQuantity } from './numbers.ts';

// Words for the same counted thing, a line each; "people" stands for any word for persons.
const alike = [
  'job post position role workplace',
  'home house household property dwelling',
  'car vehicle',
  'vote ballot',
  'firm company business enterprise',
  'kid child youngster minor',
  'pupil student schoolchild',
  'police officer policeman cop',
  'worker employee staff',
  'death fatality dead',
  'shop store outlet',
  'flat apartment',
  'plane aircraft jet airplane',
  'ship vessel boat',
  'migrant refugee',
  'case infection',
  'seat place',
  'film movie',
  'match game',
].map((line) => line.split(' ').map(toThing));
const persons =
  /^(?:people|persons?|adults?|man|men|woman|women|child|children|boys?|girls?|teenagers?|babies|kids|citizens?|civilians?|troops|police|staff|dead|wounded|injured|victims?|casualties|deaths?|fatalities|guests?|patients?|hostages?|students?|pupils?|migrants?|crew|members?|passengers?|fans?|nationals?|lives|humans?|individuals?|survivors?|inmates?|relatives|families|others|souls|\p{L}+(?:ers|ors|ists|ians|ants|ees|men|women|folk|er|or|ist|ian|ant|ee))$/u;
const anyPerson = /^(?:people|persons?|humans?|individuals?|lives|others|victims?|souls)$/;

/**
 * The first number of a statement that counts another thing than in its passage ("40 people" of "40 sheep"), or that gives the
 * whole for the part ("80 beams have cracks" of "24 of the 80 beams have cracks").
 */
export function findOtherThing(statement: string, passage: string): string | undefined {
  const said = listQuantities(statement).filter(({ unit, measure }) => unit === '' && measure === undefined);
  if (said.length === 0) return undefined;
  const given = listQuantities(passage);
  return said.find((own) => {
    const same = given.filter((other) => isSameQuantity(own, other));
    if (same.length === 0) return false;
    if (!own.isWhole && same.every(({ isWhole }) => isWhole))
      return same.every((whole) => saysOfWhole(statement, passage, whole));
    return own.things.length > 0 && same.every(({ things }) => things.length > 0 && !isSameThing(own.things, things));
  })?.text;
}

// "home" and "homes", "employee" and "employees" have one stem here.
function toThing(key: string): string {
  return toStem(key).replace(/s$/, '').replace(/e+$/, '');
}

function isSameThing(own: string[], there: string[]): boolean {
  const [ours, theirs] = [own.map(toThing), there.map(toThing)];
  if (ours.some((stem) => theirs.includes(stem))) return true;
  if (alike.some((stems) => ours.some((stem) => stems.includes(stem)) && theirs.some((stem) => stems.includes(stem))))
    return true;
  const isPerson = (words: string[]): boolean => words.some((word) => persons.test(word));
  return (
    (own.some((word) => anyPerson.test(word)) && isPerson(there)) ||
    (there.some((word) => anyPerson.test(word)) && isPerson(own))
  );
}

/** True where a statement has what a sentence says of a part: words of it outside the whole and what tells which whole it is. */
function saysOfWhole(statement: string, passage: string, { start }: Quantity): boolean {
  const from = Math.max(passage.lastIndexOf('. ', start) + 1, passage.lastIndexOf('\n', start) + 1, 0);
  const rest = passage.slice(start);
  const sentence = rest.search(/[.!?](?:\s|$)|\n/u);
  const until = sentence < 0 ? rest.length : sentence;
  const [tokens = []] = listTokens([rest.slice(0, until)]);
  const comma = rest.slice(0, until).search(/,\s/u);
  const isRelative = tokens.some(({ key }) => /^(?:that|which|who)$/.test(key));
  const verb = isRelative ? undefined : findVerbGroups(tokens, listVerbStems(tokens))[0];
  const verbAt = verb ? (tokens[verb.first]?.start ?? until) : until;
  const stop = comma < 0 ? verbAt : Math.min(comma, verbAt);
  const told = new Set(stemsOf(passage.slice(from, start)).concat(stemsOf(rest.slice(stop, until))));
  const whole = new Set(stemsOf(rest.slice(0, stop)));
  return stemsOf(statement).some((stem) => told.has(stem) && !whole.has(stem));
}

function stemsOf(text: string): string[] {
  return listWords(text).flatMap(({ key }) => (isFunctionWord(key) || /^\d/.test(key) ? [] : [toStem(key)]));
}
