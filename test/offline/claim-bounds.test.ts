import { describe, expect, test } from 'vitest';
import { readPaste } from '../../src/core/paste.ts';
import { draftOffline } from '../../src/offline/draft.ts';

function claimsOf(text: string): [who: string | null, words: string][] {
  const article = readPaste(text);
  if (article.kind !== 'article') throw new Error('no article');
  return draftOffline(article).claims.flatMap(({ source, text: words }) =>
    source.kind === 'article' ? [] : [[source.name, words] as [string | null, string]],
  );
}

const end = ' The harbour of Velden was closed for the whole of the week, and the ferries stayed where they were.';

describe('where a claim ends', () => {
  test.each([
    [
      'Although engineers have said the old dam is still sound, farmers have warned that it leaks.',
      'engineers',
      'The old dam is still sound.',
    ],
    [
      'While the owner insists the pump was bought last year, divers say it was rusty.',
      'the owner',
      'The pump was bought last year.',
    ],
    [
      'City officials argued that the old pier was safe, but the court still ordered a ban on all boats.',
      'City officials',
      'The old pier was safe.',
    ],
    [
      'City officials argued that the old pier was safe, sparking anger among the fishermen.',
      'City officials',
      'The old pier was safe.',
    ],
  ])('a clause of the reporter’s own is not in it: %s', (text, who, words) =>
    expect(claimsOf(text + end)).toContainEqual([who, words]),
  );

  test.each([
    [
      'City officials said that the old pier was safe, but that it would be closed.',
      'The old pier was safe, but that it would be closed.',
    ],
    [
      'City officials said that the old pier was safe, but it would be closed.',
      'The old pier was safe, but it would be closed.',
    ],
  ])('what the speaker goes on with is: %s', (text, words) =>
    expect(claimsOf(text + end).map(([, said]) => said)).toContain(words),
  );
});

describe('what is nobody’s claim', () => {
  test.each([
    'Judge Paul Ott knew full well that the bridge was rotten and that the money was gone.',
    'There is a strong case that Paul Ott’s worst mistake came when he praised the builders of the old bridge.',
    'City officials who suggested closing the pier only showed their contempt for the people of the port.',
    'Paul Ott—unlike, say, Lena Marsh—saw the truth that the bridge could not be saved by money.',
    'His rival, Lena Marsh, repeated that Paul Ott had said it in June in Velden.',
  ])('%s', (text) => expect(claimsOf(text + end)).toEqual([]));

  test.each([
    'That will leave one firm, Ott said, which wants to raise 40 million, according to Reuters. Paul Ott owns the firm.',
    'The city plan proposes "the hardest cuts we have had in years," closing two piers, according to the mayor’s letter.',
    'A column on 4 June about the Velden Trust said that its chairman, Paul Ott, had admitted "losing the ships".',
  ])('a sentence that rests on another credit: %s', (text) =>
    expect(claimsOf(text + end).map(([who]) => who)).not.toContainEqual(
      expect.stringMatching(/^(?:Paul Ott|The city plan|Velden Trust)$/),
    ),
  );
});

test('a body that has been replaced is not the one that is there now', () => {
  const text =
    'The new Council met on Monday. The plan was dropped, with the previous Council saying the city had no money.';
  expect(claimsOf(text + end).find(([, words]) => words.includes('no money'))?.[0]).toMatch(/previous Council/);
});

test('residents of several towns are not the last two of the towns', () => {
  const text = 'Residents of Upper Velden, Marsh End, Dunn Hill and Brandt say they now live in fear of the water.';
  expect(claimsOf(text + end)[0]?.[0]).not.toBe('Dunn Hill and Brandt');
});
