import { spellDates } from '../../grammar/measures.ts';
import { spellNumbers } from '../../grammar/number-forms.ts';
import { listQuantities, type Quantity } from '../../grammar/quantities.ts';
import { isPastForm } from '../../grammar/verb-forms.ts';

const clearlyMore = 2;
const maxQuantities = 150; // of a statement or a passage; a table of more is no statement's ground

/**
 * The first number of a statement that its passage does not give with the same unit, as often, and of the same thing:
 * where the passage counts with other numbers what the statement counts, a number from elsewhere in it is none of its.
 */
export function findForeignNumber(statement: string, passage: string): string | undefined {
  const written = spellNumbers(spellDates(passage));
  const given = listQuantities(written).slice(0, maxQuantities);
  const free = [...given];
  const said = listQuantities(spellNumbers(spellDates(statement)));
  if (said.length > maxQuantities) return said[maxQuantities]?.text;
  for (const quantity of said) {
    // "90 stayed" counts what the number before it does, "31 of the 70 wells" wells.
    const isBare = (other: Quantity): boolean => isSameQuantity(quantity, other) && countsAlong(other, written);
    const named = given.filter((other) => other.counts !== undefined && other.counts === quantity.counts);
    const counted =
      named.length > 0 ? [...named, ...given.filter((other) => !named.includes(other) && isBare(other))] : [];
    const candidates = counted.length > 0 ? counted : given;
    const own = candidates.filter((other) => isSameQuantity(quantity, other));
    const others = candidates.filter((other) => !isSameQuantity(quantity, other));
    if (own.length > 0 && own.every((other) => isTurned(quantity, other))) return quantity.text;
    if (own.length === 0 || standsCloser(quantity, others, own)) return quantity.text;
    const used = free.findIndex((other) => isSameQuantity(quantity, other));
    if (used < 0) return quantity.text;
    free.splice(used, 1);
  }
  return undefined;
}

function countsAlong({ start, text }: Quantity, passage: string): boolean {
  const tail = passage.slice(start + text.length, start + text.length + 40);
  if (/^\s(?:out\s)?of\s(?:the\s|its\s|his\s|her\s|their\s|all\s)?\d/u.test(tail)) return true;
  const next = /^\s(\p{Ll}+)(?!\p{L})/u.exec(tail)?.[1] ?? '';
  return /ed$/.test(next) || isPastForm(next);
}

/** True where one text says "more than" of a number and the other "less than" or just the number, or one "from" and the other "to". */
function isTurned(one: Quantity, other: Quantity): boolean {
  if (one.bound !== other.bound && !((one.isRough || other.isRough) && one.bound * other.bound >= 0)) return true;
  return one.change !== undefined && other.change !== undefined && one.change !== other.change;
}

/** True where two numbers are the same, in the same unit and measure. */
export function isSameQuantity(one: Quantity, other: Quantity): boolean {
  const isOrdinal = [one.unit, other.unit].toSorted().join() === ',th';
  if (one.measure !== undefined && other.measure !== undefined && one.measure !== other.measure) return false;
  return (one.unit === other.unit || isOrdinal) && one.values.some((value) => other.values.includes(value));
}

/** True where a number stands among words that the passage puts around another one: two numbers have changed places. */
function standsCloser({ around }: Quantity, others: Quantity[], own: Quantity[]): boolean {
  const shared = (other: Quantity): number => around.filter((stem) => other.around.includes(stem)).length;
  const best = Math.max(...own.map(shared));
  return others.some((other) => shared(other) >= best + clearlyMore);
}
