import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../../src/core/check/reading.ts';
import { hidesSpeaker } from '../../../../src/core/check/speakers/hidden-speaker.ts';
import { makeArticle } from '../../article.ts';

const reading = readArticle(
  makeArticle(
    'Engineer David Brown said the steel is rotten. The bridge was closed on Monday. Officials told Reuters that 340 jobs would go.',
  ),
);

describe('a claim given as the article’s own', () => {
  it.each([
    ['The steel is rotten.', 1],
    ['Some 340 jobs would go.', 3],
  ])('is not, where its sentence says who said it: %s', (text, id) =>
    expect(hidesSpeaker(text, [id], reading)).toBe(true),
  );

  it.each([
    ['Brown said the steel is rotten.', 1],
    ['The bridge was closed on Monday.', 2],
    ['According to officials 340 jobs would go.', 3],
  ])('is, where it says so or nobody is named: %s', (text, id) =>
    expect(hidesSpeaker(text, [id], reading)).toBe(false),
  );
});
