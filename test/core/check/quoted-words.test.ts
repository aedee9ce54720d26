import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findForeignQuotation } from '../../../src/core/check/quoted-words.ts';

const passage =
  'Brown said the steel is rotten. “Nobody should drive over it,” he added, calling it “a ‘real’ danger”.';

describe('words a statement puts in quotation marks', () => {
  it.each([
    '“I am a crook” and the steel is rotten.',
    'Brown said "the steel is golden".',
    'Brown: «I lied».',
    'The steel is “rotten to the bone.',
  ])('that the passage does not have are found: %s', (statement) =>
    expect(findForeignQuotation(statement, passage)).toBeDefined(),
  );

  it.each([
    '“Nobody should drive over it”, Brown said.',
    'Brown says "nobody should drive over it."',
    'The steel is “rotten”.',
    'It is “a real danger”.',
    'Brown’s steel isn’t bad.',
  ])('that it has are no fault: %s', (statement) => expect(findForeignQuotation(statement, passage)).toBeUndefined());

  it('ends on any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (statement, text) => findForeignQuotation(statement, text) !== null),
    );
  });
});
