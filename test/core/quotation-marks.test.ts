import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../src/core/quotation-marks.ts';

function quotations(text: string): string[] {
  return findQuotations(text).map(({ start, end }) => text.slice(start, end));
}

describe('findQuotations', () => {
  it.each([
    ['“One,” he said. “Two.”', ['One,', 'Two.']],
    ['"One," he said. "Two."', ['One,', 'Two.']],
    ['„Eins“, sagte er. »Zwei«, sagte sie.', ['Eins', 'Zwei']],
    ['« Un », dit-il, «deux»', [' Un ', 'deux']],
    ['首相は「経済は『回復』した」と述べた。', ['経済は『回復』した']],
    ['”Ett”, sade han.', ['Ett']],
    ["``One,'' he said. ``Two,\" she said.", ['One,', 'Two,']],
    ['‘Don’t go,’ she said, ‘it’s late.’', ['Don’t go,', 'it’s late.']],
    ["'We saw the workers' rights go,' she said.", ["We saw the workers' rights go,"]],
    ['He said: “She told me ‘no’ and ‘never’ again.”', ['She told me ‘no’ and ‘never’ again.']],
    // The first has lost its partner, or was never meant to hold the second: narration may stand between them.
    ['“A shameful day, the minister said. Holm said: “He lied.” She added “he did.””', ['He lied.', 'he did.']],
  ])('reads %s', (text, expected) => {
    expect(quotations(text)).toEqual(expected);
  });

  it.each([
    ['apostrophes', "The Shi‘ite leader's men, the dogs' food and rock 'n' roll of the '90s"],
    ['inches', 'He is 6\'2" tall'],
    ['a mark without its partner', '“We find it useful, he said, and left.'],
  ])('takes %s for no quotation', (_, text) => {
    expect(quotations(text)).toEqual([]);
  });

  it('reads a quotation that every paragraph opens again', () => {
    const text = 'He said: “First of all.\n\n“Second of all.\n\n“Last of all.” Then he left.';
    expect(quotations(text)).toEqual(['First of all.', 'Second of all.', 'Last of all.']);
    expect(findQuotations(text).map(({ goesOn }) => goesOn)).toEqual([true, true, false]);
  });

  it('does not take the words between two quotations in where a mark was forgotten', () => {
    expect(quotations('“We find it useful, he said. “It helps.”\n\n“More,” he said.')).toEqual(['It helps.', 'More,']);
  });

  it('gives spans in order that do not overlap, for any text', () => {
    const marks = fc.string({ unit: fc.constantFrom(...'“”"„«»‘’\'「」ab s.,\n'), maxLength: 60 });
    fc.assert(
      fc.property(marks, (text) => {
        let end = 0;
        for (const quotation of findQuotations(text)) {
          expect(quotation.start).toBeGreaterThanOrEqual(end);
          expect(quotation.end).toBeGreaterThanOrEqual(quotation.start);
          expect(text.slice(quotation.start, quotation.end)).not.toContain('\n');
          end = quotation.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
