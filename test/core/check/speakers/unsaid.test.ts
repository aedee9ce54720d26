import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../../src/core/check/reading.ts';
import { wasUnsaid } from '../../../../src/core/check/speakers/unsaid.ts';
import { makeArticle } from '../../article.ts';

const unsaid = (statement: string, sentence: string) => wasUnsaid(statement, [1], readArticle(makeArticle(sentence)));

describe('what was not said', () => {
  it.each([
    ['The water was safe to drink.', 'Neither Cole nor Pratt said the water was safe to drink.'],
    ['The dam would hold for a century.', 'At no point did Cole say that the dam would hold for a century.'],
    ['The dam was finished on time.', 'Not even Pratt said the dam was finished on time.'],
    ['The wall was thin.', 'Had Cole said that the wall was thin, 300 people would have left.'],
    ['The dam was doomed.', 'Rumours that Cole said the dam was doomed are untrue.'],
    ['The dam is safe for children.', 'No minister has said that the dam is safe for children.'],
    ['The dam was worth its price.', 'Few residents said the dam was worth its price.'],
    ['Strand had been dismissed for theft.', 'Cole falsely said that Strand had been dismissed for theft.'],
    ['The dam will hold for a century.', 'At no point did Cole say “the dam will hold for a century”.'],
    ['I took the money and ran.', 'A forged letter in which Cole says “I took the money and ran” is online.'],
  ])('is no claim: “%s” of “%s”', (statement, sentence) => expect(unsaid(statement, sentence)).toBe(true));

  it.each([
    ['No injuries were reported.', 'No injuries were reported, police said.'],
    ['Nobody was hurt.', 'Nobody was hurt, Cole said.'],
    ['Few people came to the meeting.', 'Few people came to the meeting, she said.'],
    ['There is no money left.', 'Cole said there is no money left.'],
    ['The dam is safe.', 'Cole said the dam is safe and no work is needed.'],
    ['Nothing will be done this year.', '“Nothing will be done this year,” Pratt said.'],
  ])('is not what was said with a “no” in it: “%s” of “%s”', (statement, sentence) =>
    expect(unsaid(statement, sentence)).toBe(false),
  );
});
