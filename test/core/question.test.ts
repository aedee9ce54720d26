import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../src/core/question.ts';
import { amongPeople, ofTheArticle } from './thread-replies.ts';

describe('a question in a thread', () => {
  it.each([
    'When does it close?',
    'who said that',
    'Wer hat das gesagt',
    '¿Cuánto cuesta el puente?',
    '何人ですか？',
    'so the mayor, what did she say about ferries?',
    'Is it true that Washington denies the accusations?',
    'how many generals are there',
    'Who said “we will not let you down”?',
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
    'can someone check this?',
    'Really?!',
    'hey Bob, did you see this?',
    'Why?',
    'shall we run it tomorrow?',
    'lunch at noon?',
  ])('is none: %s', (text) => expect(isQuestion(text)).toBe(false));

  it('people who talk to each other are left alone', () => {
    expect(amongPeople.length).toBeGreaterThan(100);
    expect(amongPeople.filter(isQuestion)).toEqual([]);
  });

  it('questions of the article are heard', () => {
    expect(ofTheArticle.filter((reply) => !isQuestion(reply))).toEqual([]);
  });
});
