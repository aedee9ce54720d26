import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../../src/core/check.ts';
import { makeArticle, makeClaim, makeDraft } from '../../article.ts';
import { whereShown } from '../statements.ts';

const shown = ['summary', 'claim'];
const lock = 'The lock in Lund was closed last year.';
const strike = 'Crews in Lund walked out yesterday and will meet the owners next week.';

describe('a day named from the article’s own', () => {
  it.each([
    ['The lock in Lund was closed this year.', lock],
    ['The lock in Lund was closed next month.', 'The lock in Lund was closed last week.'],
    ['The lock in Lund was closed tomorrow.', lock],
    ['Crews in Lund walked out tomorrow.', 'Crews in Lund walked out yesterday.'],
  ])('is not another: “%s” of “%s” is dropped', (statement, passage) =>
    expect(whereShown(statement, passage)).toEqual([]),
  );

  it.each([
    ['Last year the lock in Lund was closed.', lock],
    ['The lock was closed the previous year.', lock],
    ['Crews in Lund walked out this week.', strike],
    ['The crews will meet the owners next week.', strike],
    ['The lock in Lund is closed today.', 'The lock in Lund is closed.'],
  ])('may be said in other words: “%s” of “%s” stays', (statement, passage) =>
    expect(whereShown(statement, passage)).toEqual(shown),
  );

  it('is the year that the article’s own date makes it', () => {
    const article = { ...makeArticle(`${lock} More is to follow.`), publishedAt: '2031-03-04' };
    const claims = [2030, 2031, 2029].map((year) => makeClaim(`The lock in Lund was closed in ${year}.`, [1]));
    expect(checkDraft(makeDraft({ claims }), article).claims.map(({ text }) => text)).toEqual([
      'The lock in Lund was closed in 2030.',
    ]);
  });
});
