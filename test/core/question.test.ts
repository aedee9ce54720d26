import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../src/core/question.ts';

describe('a question in a thread', () => {
  it.each([
    'When does it close?',
    'who said that',
    'Wer hat das gesagt',
    '¿Cuánto cuesta?',
    '何人ですか？',
    'so the mayor, what did she say about ferries?',
  ])('is one: %s', (text) => expect(isQuestion(text)).toBe(true));

  it.each([
    '',
    '?',
    'Thanks!',
    'I will be late.',
    '@U02ANNA did you see this?',
    'What a mess.',
    'Is fine.',
    'was gut.',
  ])('is none: %s', (text) => expect(isQuestion(text)).toBe(false));
});
