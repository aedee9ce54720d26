import { describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief.ts';
import { checkDraft } from '../../../src/core/check.ts';
import type { Draft } from '../../../src/core/draft.ts';
import { splitSentences } from '../../../src/core/sentences.ts';
import { makeArticle, makeClaim, makeDraft } from '../article.ts';

const idsOf = (article: string): number[] => splitSentences(article).map((_, at) => at + 1);
const check = (article: string, parts: Partial<Draft>): Brief => checkDraft(makeDraft(parts), makeArticle(article));

describe('one who is another’s', () => {
  const says = (who: string, name: string) =>
    check(`The vote was held on Friday, and Karl Dunn lost it. ${who} said that the vote was rigged.`, {
      claims: [makeClaim('The vote was rigged.', [2], null, { name })],
    }).claims;

  it.each([
    'The rival of Karl Dunn',
    'The killer of Karl Dunn',
    'The widow of Karl Dunn',
    'The driver for Karl Dunn',
    'The author of a book about Karl Dunn',
    'A lawyer for Mayor Karl Dunn',
  ])('is not that person: %s', (who) => expect(says(who, 'Karl Dunn')).toEqual([]));

  it.each([
    ['A statement from Karl Dunn', 'Karl Dunn'],
    ['A spokesman for the Ministry of Transport', 'Ministry of Transport'],
    ['The head of the union, Karl Dunn,', 'Karl Dunn'],
    ['A lawyer for Karl Dunn', 'a lawyer for Karl Dunn'],
  ])('keeps a body’s or an author’s own word: %s', (who, name) => expect(says(who, name)).toHaveLength(1));
});

describe('an actor', () => {
  const judge = 'On Monday in the old court of Velden, Judge Ruth Cole fined Paul Ott, and that was the end of it.';
  const deputy = 'It was late when Brandt’s deputy, Lena Marsh, met Ilse Brandt in the hall of the town.';
  const senator =
    'Senator Anna Wells spoke to the hall for an hour. Her rival Clara Hughes left it at the end of the day.';
  const plan = 'Union leader Tom Okafor called the plan “a betrayal” of Ilse Brandt at the end of the day in the hall.';
  const lied = 'Clara Hughes said that Anna Wells had lied to all of them in the spring.';
  const actor = (article: string, name: string, role: string | null, stance: string | null) =>
    check(article, { actors: [{ name, kind: 'person', role, stance, sentences: idsOf(article) }] }).actors[0];

  it.each([
    [`${judge} Ilse Brandt spoke.`, 'Ruth Brandt'],
    ['Mayor Ilse Brandt spoke. Tom Okafor left the hall with the others when it was over.', 'Tom Brandt'],
    ['Mayor Ilse Brandt spoke.', 'Lena Brandt'],
  ])('with one’s first name and another’s surname is nobody: %s', (article, name) =>
    expect(actor(article, name, null, null)).toBeUndefined(),
  );

  it.each([
    [judge, 'Paul Ott', 'Judge', null],
    [deputy, 'Ilse Brandt', 'deputy', null],
    [senator, 'Clara Hughes', 'Senator', null],
    [judge, 'Ruth Cole', 'Judge', 'Judge'],
    [deputy, 'Lena Marsh', 'Brandt’s deputy', 'Brandt’s deputy'],
    [senator, 'Anna Wells', 'Senator', 'Senator'],
  ])('has the role that stands beside the own name: %s %s', (article, name, role, kept) =>
    expect(actor(article, name, role, null)).toMatchObject({ name, role: kept }),
  );

  it('has a stance that is the own, and not what another does or says', () => {
    expect(actor(plan, 'Ilse Brandt', null, 'called the plan “a betrayal”')?.stance).toBeNull();
    expect(actor(plan, 'Tom Okafor', null, 'called the plan “a betrayal”')?.stance).toContain('betrayal');
    expect(actor(lied, 'Anna Wells', null, 'had lied')?.stance).toBeNull();
  });
});

describe('a summary sentence', () => {
  const shown = (article: string, text: string) =>
    check(article, { summary: [{ text, sentences: idsOf(article) }] }).summary.length === 1;

  it.each([
    ['“The dam is safe,” engineer Paul Ott told reporters on Monday.', 'The dam is safe.'],
    ['Clara Hughes said that Wells had known of the cracks since 2015.', 'Wells had known of the cracks since 2015.'],
  ])('does not state as a fact what one source says: %s', (article, text) => expect(shown(article, text)).toBe(false));

  it('may leave out who announced what a news lead tells in its own words', () => {
    expect(
      shown('The dam will close in March, Mayor Ilse Brandt said on Tuesday.', 'The dam will close in March.'),
    ).toBe(true);
  });
});

it('the winner and the loser of a match stay who they are', () => {
  const article = 'On Friday night Dorn beat Velden by three goals in the last match of the season.';
  const shown = (text: string) => check(article, { summary: [{ text, sentences: [1] }] }).summary.length;
  expect(shown('Dorn lost to Velden.')).toBe(0);
  expect(shown('Velden lost to Dorn.')).toBe(1);
});
