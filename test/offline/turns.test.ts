import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../src/core/check.ts';
import { describeEvidence } from '../../src/core/wording.ts';
import { findAttributions } from '../../src/offline/attributions.ts';
import { draftOffline } from '../../src/offline/draft.ts';
import { makeArticle } from '../core/article.ts';
import { type Interview, interviews } from '../interviews.ts';

const briefOf = ({ text, title, language }: Interview) => {
  const article = makeArticle(text, { title, language });
  return checkDraft(draftOffline(article), article);
};

describe.each(Object.entries(interviews))('the offline brief of %s', (_, interview) => {
  const brief = briefOf(interview);

  test('gives every claim in a turn to whoever says it', () => {
    for (const [words, speaker] of interview.right) {
      const claim = brief.claims.find(({ text }) => text.includes(words));
      if (claim)
        expect(`${words}: ${claim.source.name}`.toLowerCase()).toContain(speaker.toLowerCase().split(' ').at(-1));
    }
    const surnames = new Set(interview.right.map(([, speaker]) => speaker.toLowerCase().split(' ').at(-1)));
    const found = brief.claims.map(({ source }) => source.name?.toLowerCase().split(' ').at(-1));
    expect([...surnames].filter((name) => !found.includes(name))).toEqual([]);
  });

  test('claims nothing that is asked', () => {
    const shown = [...brief.claims, ...brief.summary].filter(
      ({ text }) => text.includes('?') || interview.nobody.some((words) => text.includes(words)),
    );
    expect(shown).toEqual([]);
  });
});

test('“I think” in an answer is whoever is interviewed', () => {
  const text = `Clara Moss has counted flowers since 1998. She spoke to the Courier.

Clara Moss talked to the Courier about it.

What made you count flowers?

I think that the meadows were larger in my childhood. We found eleven of them built over.

Do you agree with the farmers?

I believe that the farmers count grass alone.`;
  const speakers = findAttributions(text).filter(
    ({ source }) => source && text.slice(source.start, source.end) === 'I',
  );
  expect(speakers.map(({ speaker }) => speaker)).toEqual(['Clara Moss', 'Clara Moss']);
});

test('words from a turn are shown as their speaker’s, without quotation marks the article lacks', () => {
  const interview = interviews['a hearing with surnames in capitals'] as Interview;
  const { article, claims } = briefOf(interview);
  const claim = claims.find(({ text }) => text.includes('Water has come'));
  expect(claim?.quote).toBeNull();
  expect(claim?.text).not.toMatch(/["“”]/);
  expect(claim && describeEvidence(claim, article).note).toBe('Anna Keller, word for word');
});
