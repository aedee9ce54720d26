import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../src/core/check.ts';
import { checkAnswer } from '../../../src/core/check-answer.ts';
import type { DraftClaim, Drafter } from '../../../src/core/draft.ts';
import { makeArticle } from '../article.ts';

const article = makeArticle(
  'The bridge in Velden will close for 12 weeks, Mayor Lena Ortiz said on Monday. The repairs will cost 18 million euros.\n\nFrance will not pay for them, she said.',
);
const german: Drafter = { kind: 'model', model: 'm', promptVersion: null, fellBack: null, language: 'de' };
const source = { name: 'Lena Ortiz', kind: 'named-person', title: 'Mayor', via: null } as const;

function check(claim: Partial<DraftClaim>, drafter = german) {
  const whole = { text: '', source, sentences: [1], quote: 'will close for 12 weeks', translation: null, ...claim };
  return checkDraft({ summary: [], actors: [], claims: [whole], drafter }, article);
}
const whyOf = (claim: Partial<DraftClaim>) => check(claim).checks.drops.map(({ part, why }) => `${part} ${why}`);

describe('a claim in another language than the article', () => {
  it('is shown with the original words and a marked translation', () => {
    const text = 'Die Brücke in Velden wird 12 Wochen lang gesperrt.';
    const [claim] = check({ text, translation: '“wird 12 Wochen lang schließen”' }).claims;
    expect(claim).toMatchObject({ text, source: { name: 'Lena Ortiz' }, translation: 'wird 12 Wochen lang schließen' });
    expect(claim?.passage.text).toContain('will close for 12 weeks');
  });

  it('keeps numbers, scales and countries in their other forms', () => {
    const cost = { sentences: [2], quote: 'The repairs will cost 18 million euros' };
    expect(check({ ...cost, text: 'Die Reparatur kostet 18 Millionen Euro.' }).claims).toHaveLength(1);
    expect(whyOf({ ...cost, text: 'Die Reparatur kostet 18 Milliarden Euro.' })).toEqual([
      'claim number-not-in-passage',
    ]);
    const france = { sentences: [3], quote: 'France will not pay for them' };
    expect(check({ ...france, text: 'Dafür zahlt Frankreich nicht.' }).claims).toHaveLength(1);
  });

  it.each([
    ['another number', { text: 'Die Brücke wird 40 Wochen lang gesperrt.' }, 'claim number-not-in-passage'],
    ['a name of nobody there', { text: 'Die Brücke wird laut Boris Falk gesperrt.' }, 'claim name-not-in-passage'],
    ['a "not" that is not there', { text: 'Die Brücke wird nicht gesperrt.' }, 'claim negation-changed'],
    [
      'a quote that is not there',
      { text: 'Die Brücke wird gesperrt.', quote: 'will be blown up' },
      'claim quote-not-found',
    ],
    ['no quote at all', { text: 'Die Brücke wird gesperrt.', quote: null }, 'claim quote-not-found'],
    ['words in quotation marks', { text: 'Ortiz nennt sie „eine Ruine“.' }, 'claim quote-not-found'],
    [
      'another speaker',
      { text: 'Die Brücke wird gesperrt.', source: { ...source, name: 'Boris Falk' } },
      'claim speaker-not-in-article',
    ],
  ])('is dropped with %s', (_, claim, why) => {
    expect(whyOf(claim)).toEqual([why]);
  });

  it('loses a translation that says something else than its quote', () => {
    const text = 'Die Brücke wird gesperrt.';
    const brief = check({ text, translation: 'wird 99 Wochen lang schließen' });
    expect(brief.claims).toHaveLength(1);
    expect(brief.claims[0]?.translation).toBeUndefined();
    expect(brief.checks.drops).toMatchObject([{ part: 'translation', why: 'number-not-in-passage' }]);
  });

  it('that is in the article’s language after all is held to all its words', () => {
    expect(whyOf({ text: 'The bridge in Velden will not close.' })).toEqual(['claim negation-changed']);
  });

  it('gets no translation where none was asked for', () => {
    const { language: _, ...plain } = german;
    const text = 'The bridge will close for 12 weeks.';
    expect(check({ text, translation: 'wird schließen' }, plain).claims[0]?.translation).toBeUndefined();
    expect(check({ text: 'Die Brücke wird 12 Wochen lang gesperrt.' }, plain).claims).toEqual([]);
  });
});

it('an answer in another language keeps the same rules', () => {
  const ask = (text: string, quote: string | null) =>
    checkAnswer(
      'Wie lange?',
      {
        notInArticle: false,
        statements: [{ text, sentences: [1], quote, translation: 'für 12 Wochen' }],
        closest: [],
        drafter: german,
      },
      article,
    ).statements;
  expect(ask('Sie wird 12 Wochen lang gesperrt.', 'close for 12 weeks')).toMatchObject([
    { translation: 'für 12 Wochen' },
  ]);
  expect(ask('Sie wird 40 Wochen lang gesperrt.', 'close for 12 weeks')).toEqual([]);
  expect(ask('Sie wird gesperrt.', null)).toEqual([]);
});
