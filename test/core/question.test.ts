import { describe, expect, it } from 'vitest';
import { isQuestion, isTalk, readRequest } from '../../src/core/question.ts';
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

  it.each([':+1:', ':tada: :rocket:', '👍', ':100:'])('emoji alone want nothing: %s', (text) =>
    expect(readRequest(text)).toBe('nothing'),
  );

  it.each(['ok good, I will do it', 'let’s talk later', 'Nice, thanks everyone', 'hey Bob, done'])(
    'a remark to others is talk, whatever replies are answered: %s',
    (text) => expect(isTalk(text)).toBe(true),
  );

  it.each(['cost of the repairs', 'tell us why it closes?', 'more on the mayor', 'list the sources'])(
    'what may ask for something is none: %s',
    (text) => expect(isTalk(text)).toBe(false),
  );

  it('people who talk to each other are left alone', () => {
    expect(amongPeople.length).toBeGreaterThan(100);
    expect(amongPeople.filter(isQuestion)).toEqual([]);
  });

  it('questions of the article are heard', () => {
    expect(ofTheArticle.filter((reply) => !isQuestion(reply))).toEqual([]);
  });
});
