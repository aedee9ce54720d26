import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findRuns, indexText } from '../../src/core/fold.ts';

const letters = fc.constantFrom('a', 'b', ' ', '说', '不', '.', '1');

it('finds every place where words stand in a row, overlapping ones too', () => {
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 80 }),
      fc.array(letters, { minLength: 1, maxLength: 6 }),
      (some, few) => {
        const [index, wanted] = [indexText(some.join('')), indexText(few.join(''))];
        fc.pre(wanted.codes.length > 2);
        const length = wanted.codes.length;
        const places = [...index.codes.keys()].filter((from) =>
          wanted.codes.every((code, at) => index.codes[from + at] === code),
        );
        expect(findRuns(wanted, index)).toEqual(places.map((from) => ({ from, to: from + length - 1 })));
      },
    ),
    { numRuns: 2000 },
  );
});

it.each([
  ['a ', 'a a a'],
  ['ab ', 'ab ab'],
])('finds what repeats itself in a long text of “%s”', (unit, words) => {
  const index = indexText(unit.repeat(3000));
  const length = words.split(' ').length;
  expect(findRuns(indexText(words), index)).toHaveLength(3000 - length + 1);
});
