import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../src/core/check.ts';
import { draftOffline } from '../../src/offline/draft.ts';
import { makeArticle } from '../core/article.ts';

function briefOf(text: string, language = 'en') {
  const article = makeArticle(text, { url: null, language });
  return checkDraft(draftOffline(article), article);
}

describe('the kind of source that stays when the draft is checked', () => {
  test.each([
    [
      'en',
      'The harbour is closed. Officials said the cranes of the harbour were lost in the storm.',
      'Officials',
      'unnamed-group',
    ],
    [
      'en',
      'The harbour is closed. Backers of tariffs say the cranes of the harbour are too old.',
      'Backers of tariffs',
      'unnamed-group',
    ],
    [
      'de',
      'Der Hafen von Larvik ist nach einem Jahr wieder offen, und die Schiffe sind zurück in der Stadt. „Wir in der Stadt sind schon hinten dran“, sagte der Finanzprofessor.',
      'der Finanzprofessor',
      'unnamed-person',
    ],
    [
      'en',
      'The harbour is closed. The Courier said the cranes of the harbour were lost in the storm.',
      'The Courier',
      'named-organisation',
    ],
  ])('%s: %s', (language, text, name, kind) => {
    const { claims } = briefOf(text, language);
    expect(claims.map(({ source }) => [source.name, source.kind])).toContainEqual([name, kind]);
  });
});

test('whom somebody told is shown without where and when', () => {
  const { claims } = briefOf(
    'Ana Reuss told county officials in her February 5 letter that the cranes of the harbour were lost.',
  );
  expect(claims.map(({ source }) => source.via)).toEqual(['county officials']);
});

test('what a figure is, is no part in the story for the body before it', () => {
  const { actors } = briefOf(
    'Harris is spending more than Dunn on the air, according to Nordlys Group, a figure that dwarfs all the others. Nordlys Group said it would count again.',
  );
  expect(actors.find(({ name }) => name === 'Nordlys Group')?.role).toBeNull();
});
