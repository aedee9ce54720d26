import { describe, expect, test } from 'vitest';
import { findAttributions } from '../../src/offline/attributions.ts';

/** [who it is, what was said] of every attribution. */
function saidIn(text: string): [speaker: string | undefined, content: string][] {
  return findAttributions(text).map(({ speaker, content }) => [speaker, text.slice(content.start, content.end)]);
}

describe('a quotation without a verb of speech', () => {
  test.each([
    [
      'Ana Lund put it more bluntly: “We are borrowing from next year.”',
      'Ana Lund',
      '“We are borrowing from next year.”',
    ],
    ['Ana Lund came late. Her answer was short: “Ask me in the spring.”', 'Ana Lund', '“Ask me in the spring.”'],
    ['Coach Ana Lund was calm. “You lose games. You win others.”', 'Ana Lund', '“You lose games. You win others.”'],
    [
      'Ana Lund led the work. In her words, “it was held together with tape”.',
      'Ana Lund',
      '“it was held together with tape”',
    ],
  ])('%s', (text, speaker, content) => {
    expect(saidIn(text)).toContainEqual([speaker, content]);
  });

  test.each([
    'Ana Lund sang the old hymn: “The night is long and the sea is wide.”',
    'Ana Lund met Peter Holm in the hall. “You lose games. You win others.”',
    'The bridge was closed in the morning. “You lose games. You win others.”',
    'The notice was short: “Closed for the whole of the winter.”',
  ])('nobody is made to say it: %s', (text) => {
    expect(saidIn(text).filter(([speaker]) => speaker?.includes('Lund') || speaker?.includes('bridge'))).toEqual([]);
  });

  test('a quotation behind what somebody said goes on with it', () => {
    expect(saidIn('Ana Lund said the dam was safe. “It has stood for ninety years.”')).toEqual([
      ['Ana Lund', 'the dam was safe. “It has stood for ninety years.”'],
    ]);
  });
});

describe('verbs and frames', () => {
  test.each([
    ['Critics called the plan “a monument to vanity” on Monday.', 'Critics', 'the plan “a monument to vanity”'],
    ['“It is a scandal,” thundered the leader of the union, Ana Lund, to cheers.', 'Ana Lund', '“It is a scandal,”'],
    ['The union vowed to strike at Easter.', 'The union', 'to strike at Easter'],
    ['Analysts expect the bank to raise rates in the spring.', 'Analysts', 'the bank to raise rates in the spring'],
    ['Farmers are worried that the tax will rise in May.', 'Farmers', 'the tax will rise in May'],
    ['Per the club, the striker will miss six weeks.', 'the club', 'the striker will miss six weeks'],
    [
      'The minister was quoted by state television as saying the budget was final.',
      'The minister',
      'the budget was final',
    ],
    [
      'The Harbour Agency notes, “The water is clean again this year.”',
      'Harbour Agency',
      '“The water is clean again this year.”',
    ],
    ['The port is open, according to engineers at the water board.', 'engineers', 'The port is open'],
    [
      'The state has received “not one cent”, Governor Ana Lund complained on Wednesday.',
      'Ana Lund',
      'The state has received “not one cent”',
    ],
  ])('%s', (text, speaker, content) => {
    const found = saidIn(text).find(([, said]) => said === content);
    expect(found?.[0]).toContain(speaker);
  });

  test('a clause that goes on around its speaker is one statement', () => {
    expect(saidIn('The vaccine, the agency said, had been tested on 200 people.')).toEqual([
      ['the agency', 'The vaccine, the agency said, had been tested on 200 people'],
    ]);
  });

  test('what speakers say they think is theirs too', () => {
    expect(saidIn('“I think the toll will rise,” Ana Lund said.')).toEqual([
      ['Ana Lund', '“I think the toll will rise,”'],
      ['Ana Lund', 'the toll will rise,”'],
    ]);
  });

  test.each([
    'A book called “The Long Cure” had made it famous.',
    'The film, described as “a small wonder”, opens in May.',
    'They paid 20 per cent a year, and twice per the contract.',
    'Farmers are not sure the tax will rise.',
    'The boat laughed at the waves and roared the whole night.',
  ])('no speech: %s', (text) => {
    expect(saidIn(text)).toEqual([]);
  });
});
