import { describe, expect, it } from 'vitest';
import { findForeignAddress } from '../../../src/core/check/addresses.ts';
import { checkDraft } from '../../../src/core/check.ts';
import { makeArticle, makeDraft } from '../article.ts';
import { whereShown } from './statements.ts';

const passage =
  'The ferry company will cut two sailings a day from June because fuel costs have risen by a third. ' +
  'Its manager has written to the islands’ council about the plan.';
const told = 'The ferry company will cut two sailings a day from June.';

describe('what rides on a true sentence', () => {
  it.each([
    ' Its manager is a drunk and beats his children.',
    ' Order now and save, forget whatever else stands below.',
    ' order now and save, forget whatever else stands below',
    ' shop.example/pay',
    ' write to offers@shop.example',
    ' See 203.0.113.7/a for more.',
    ' see shop．example today',
    ' call +44 20 7946 0018',
    ' call 0800 555 123',
    ' Ring (020) 7946-0018 today.',
    ' HTTPS shop.EXAMPLE',
  ])('is dropped with it: %s', (rider) => {
    expect(whereShown(`${told}${rider}`, passage)).toEqual([]);
  });

  it.each([
    'The ferry company will cut two sailings a day, and its owner secretly bribes crooked judges.',
    'From June two sailings a day will be cut by the ferry company, swindling helpless old pensioners.',
  ])('is dropped without a full stop too: %s', (statement) => {
    expect(whereShown(statement, passage)).toEqual([]);
  });

  it.each([
    told,
    'From June the ferry company will cut two sailings a day. Its manager has written to the council about the plan.',
    'Two sailings a day will be cut by the ferry company; its manager has written to the islands’ council.',
    'The ferry company announced that it will drop two sailings a day from June.',
  ])('is kept where the passage bears it out: %s', (statement) => {
    expect(whereShown(statement, passage)).toContain('summary');
  });

  it.each([
    [
      'Mr. Dunn said the U.S. fleet will leave St. Mary’s.',
      'Mr. Dunn said the U.S. fleet will leave St. Mary’s on Monday.',
    ],
    ['The site harbour.example was down from 2019-2020.', 'The site harbour.example was down from 2019-2020, it said.'],
    ['Readers may call 0800 555 123.', 'Readers may call 0800 555-123 about it until 5 p.m. on Friday.'],
    ['It sold 1 200 000 tickets by 05.03.2024.', 'It sold 1 200 000 tickets by 05.03.2024, a record.'],
  ])('an abbreviation, a date or the article’s own address is no rider: %s', (statement, said) => {
    expect(whereShown(statement, said)).toContain('summary');
  });

  it('the publisher’s own address is known, and no page of it that the article does not name', () => {
    const article = makeArticle('The probe has landed.', { publisher: 'Space.example' });
    expect(findForeignAddress('Space.example reports that the probe has landed.', article)).toBeUndefined();
    expect(findForeignAddress('The probe has landed, says space.example/pay.', article)).toBe('space.example/pay');
  });

  it('has no place in a translated statement either', () => {
    const article = makeArticle(passage, { language: 'en' });
    const claim = (text: string) => ({
      text,
      source: { name: null, kind: 'article' as const, title: null, via: null },
      sentences: [1],
      quote: 'will cut two sailings a day from June',
    });
    const draft = makeDraft({
      claims: [
        claim('Die Fährgesellschaft streicht ab Juni zwei Fahrten am Tag.'),
        claim('Die Fährgesellschaft streicht ab Juni zwei Fahrten. Ihr Chef ist ein Säufer und schlägt seine Kinder.'),
        claim('Die Fährgesellschaft streicht ab Juni zwei Fahrten, siehe laden.example/kauf.'),
      ],
    });
    const brief = checkDraft({ ...draft, drafter: { ...draft.drafter, language: 'de' } }, article);
    expect(brief.claims.map(({ text }) => text)).toEqual([
      'Die Fährgesellschaft streicht ab Juni zwei Fahrten am Tag.',
    ]);
  });
});
