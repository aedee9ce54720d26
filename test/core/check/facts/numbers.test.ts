import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findForeignNumber } from '../../../../src/core/check/facts/numbers.ts';
import { listQuantities } from '../../../../src/core/grammar/quantities.ts';

describe('listQuantities', () => {
  it.each([
    ['two', [2], ''],
    ['twenty-five', [25], ''],
    ['two hundred and fifty thousand', [250_000], ''],
    ['1,200,000', [1_200_000], ''],
    ['1.2 million', [1_200_000], ''],
    ['$1.2m', [1.2, 1_200_000], '$'],
    ['€5 billion', [5e9], '€'],
    ['5 billion euros', [5e9], '€'],
    ['62%', [62], '%'],
    ['62 per cent', [62], '%'],
    ['sixty-two percent', [62], '%'],
    ['a dozen', [12], ''],
    ['the 13th', [13], ''],
    ['thirteen', [13], ''],
    ['third', [3], 'th'],
    ['thousands', [1000], 'many'],
  ])('reads %s', (text, values, unit) => {
    expect(listQuantities(text)).toMatchObject([{ values, unit }]);
  });

  it('takes "one" and letters with digits for no number', () => {
    expect(listQuantities('one of them, someone, hundreds-of words').map(({ unit }) => unit)).toEqual(['many']);
  });

  it('reads a whole number back however it is grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (number) => {
        expect(findForeignNumber(String(number), number.toLocaleString('en-US'))).toBeUndefined();
        expect(findForeignNumber(number.toLocaleString('en-US'), String(number + 1))).toBeDefined();
      }),
    );
  });
});

describe('findForeignNumber', () => {
  it.each([
    ['2 people died', 'Two people died.'],
    ['The plan costs 1,200,000 dollars', 'The plan costs $1.2 million.'],
    ['62% voted', 'Some 62 percent voted'],
    ['On 13 October', 'on October 13th, 2015'],
    ['Its 2nd win', 'its second win'],
    ['It is ten degrees warmer', 'ten degrees warmer'],
  ])('accepts "%s" for "%s"', (statement, passage) => {
    expect(findForeignNumber(statement, passage)).toBeUndefined();
  });

  it.each([
    ['3 people died', 'Two people died.'],
    ['62 people voted', 'Some 62 percent voted.'],
    ['It costs €5 million', 'It costs $5 million.'],
    ['It costs 5 billion', 'It costs 5 million.'],
    ['Thousands came', 'Hundreds came.'],
    ['From 2009 to 2009', 'From 2004 to 2009'],
    ['10 people were killed and 5 people were hurt', '5 people were killed and 10 were hurt, the same 5 said'],
    [
      'Last year 4 million visitors came to the show',
      'Last year 6 million visitors came to the show; now the city expects 4 million visitors',
    ],
  ])('refuses "%s" for "%s"', (statement, passage) => {
    expect(findForeignNumber(statement, passage)).toBeDefined();
  });
});

describe('a number written in another way', () => {
  it.each([
    ['50% of voters stayed home', 'Half of voters stayed home.'],
    ['A quarter of homes lost power', '25% of homes lost power.'],
    ['Three quarters of pupils passed', '75 percent of pupils passed.'],
    ['1.5 million people left', 'One and a half million people left.'],
    ['1.5 million people left', 'A million and a half people left.'],
    ['500,000 people', 'Half a million people'],
    ['250,000 people', 'A quarter of a million people'],
    ['2.5 hours later', 'Two and a half hours later.'],
    ['It starts at 17:00', 'It starts at 5 pm.'],
    ['It starts at 5:30 p.m.', 'It starts at 17:30.'],
    ['It opens at 5', 'It opens at 5 pm.'],
    ['In the 1990s it grew', 'In the nineties it grew.'],
    ['It fell in the second quarter', 'It fell in Q2.'],
  ])('is the same one: %s | %s', (statement, passage) => {
    expect(findForeignNumber(statement, passage)).toBeUndefined();
  });

  it.each([
    ['60% of voters stayed home', 'Half of voters stayed home.'],
    ['Half of voters stayed home', 'A third of voters stayed home.'],
    ['A quarter of homes lost power', '50% of homes lost power.'],
    ['2.5 million people left', 'One and a half million people left.'],
    ['1.5 million people', 'Half a million people'],
    ['It starts at 18:00', 'It starts at 5 pm.'],
    ['It opens at 5 am', 'It opens at 5 pm.'],
    ['It opens at 5:30 am', 'It opens at 17:30.'],
    ['In the 1980s it grew', 'In the nineties it grew.'],
    ['It fell in the third quarter', 'It fell in Q2.'],
    ['Two thirds of pupils passed', 'A third of pupils passed.'],
  ])('is another one: %s | %s', (statement, passage) => {
    expect(findForeignNumber(statement, passage)).toBeDefined();
  });
});
