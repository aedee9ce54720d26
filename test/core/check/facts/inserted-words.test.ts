import { describe, expect, it } from 'vitest';
import { findInsertedWord } from '../../../../src/core/check/facts/inserted-words.ts';

const passage = 'We will not let the town down, Smith told reporters in the old market.';
const known = new Set(['we', 'let', 'town', 'down', 'smith', 'told', 'report', 'old', 'market']);

describe('a word put in between', () => {
  it.each([
    'We will not let the stupid town down.',
    'We will not let the stupid, corrupt town down.',
    'Smith angrily told reporters.',
  ])('two that stand side by side is found: %s', (statement) =>
    expect(findInsertedWord(statement, passage, known)).toBeDefined(),
  );

  it.each([
    'We will not let the town down.',
    'Smith, speaking to journalists, promised to stand by the town.',
    'The town is not let down, Smith told reporters.',
    '',
  ])('is none where a statement says it in its own way: %s', (statement) =>
    expect(findInsertedWord(statement, passage, known)).toBeUndefined(),
  );
});
