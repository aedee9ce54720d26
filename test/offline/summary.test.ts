import { expect, test } from 'vitest';
import { summarise } from '../../src/offline/summary.ts';
import { tagText } from '../../src/offline/tokens.ts';

function summaryOf(lines: string[], title: string | null = null): string[] {
  return summarise(tagText(lines.join('\n\n')), title).map(({ text }) => text);
}

const lead = 'The old harbour of Larvik has begun to take ships again after a year of works.';

test('the lead opens the summary, without its dateline', () => {
  const [first] = summaryOf([
    `OSLO (Reuters) - ${lead}`,
    'The cranes of the harbour were bought from a yard in Denmark.',
  ]);
  expect(first).toBe(lead);
});

test('a sentence that points back to another is left out', () => {
  const lines = [
    lead,
    'They were glad of the ships and of the harbour in the town.',
    'The cranes of the harbour are still broken.',
  ];
  expect(summaryOf(lines)).toEqual([lead, 'The cranes of the harbour are still broken.']);
});

test('what the title names counts for more', () => {
  const lines = [
    lead,
    'The weather in the town was mild for the time of the year.',
    'The ferries of the island will come in summer.',
  ];
  expect(summaryOf(lines, 'Ferries to the island')).toContain('The ferries of the island will come in summer.');
});

test('captions, credits and words inside quotation marks are no summary', () => {
  const lines = [
    'The harbour of Larvik is seen from the hill on a day in June. Image: Anna Berg.',
    lead,
    '“The harbour is the heart of the town and of the whole coast of the country.”',
    'Additional reporting by Anna Berg in Oslo; Editing by Tom Hill.',
  ];
  expect(summaryOf(lines)).toEqual([lead]);
});

test('a text without a sentence has no summary', () => {
  expect(summaryOf(['Ships | Cranes', '12 | 3', 'of the and to that'])).toEqual([]);
});

test('a bid to the reader, a sentence that lost a word and the end of a quotation are no summary', () => {
  const lines = [
    lead,
    'Read on for ten more harbours that were opened in the year.',
    'After , the harbour was closed for a year and more.',
    'She spoke of it: "The harbour is open. The cranes of the harbour are new and strong", said one of the workers there.',
    'The cranes of the harbour are still broken.',
  ];
  expect(summaryOf(lines)).toEqual([lead, 'The cranes of the harbour are still broken.']);
});

test('a dateline with a state goes, and "The first," points to another sentence', () => {
  const lines = [
    `Larvik, Tel. — ${lead}`,
    'The first, the old harbour of the two, was built a hundred years ago.',
    'The cranes of the harbour are still broken.',
  ];
  expect(summaryOf(lines)).toEqual([lead, 'The cranes of the harbour are still broken.']);
});

test('a lead that ends in a quoted word stands, half a quotation does not', () => {
  const quoted = 'The council of Larvik has closed the old harbour for what it calls "repairs".';
  expect(summaryOf([quoted, 'The mayor wrote of the harbour, “We will open it in the spring. And so on.'])).toEqual([
    quoted,
  ]);
});

test.each([
  ['a question', 'What will become of the old harbour of Larvik in the years to come?'],
  ['a note about the page', 'Here is what the people of Larvik had to say about the old harbour.'],
  ['a credit', 'Anna Berg and Tom Hill in Larvik contributed to this report on the old harbour.'],
  ['a bid to the reader', 'Book your trip to the old harbour of Larvik today and bring the family.'],
  ['a welcome', 'Welcome back, my friends, to the old harbour of Larvik and its ships.'],
  ['somebody whom no name before tells', 'Living near the old harbour, she saw the ships of Larvik come and go.'],
  ['a thing that another sentence names', 'Ahead of that repair, the old harbour of Larvik took few ships.'],
  ['a contrast with another sentence', 'The old harbour of Larvik, however, takes only small ships.'],
  ['what is told besides', 'Larvik also says that the old harbour has lost some of its ships.'],
  ['what another sentence asked', 'The answer is far from clear, and experts on the old harbour of Larvik differ.'],
  ['the title', 'Old harbour of Larvik takes ships again after works.'],
])('no summary: %s', (_, sentence) => {
  expect(summaryOf([sentence, lead], 'Old harbour of Larvik takes ships again after works')).toEqual([lead]);
});

test.each(['LARVIK, Upper Norway — ', 'LARVIK, Upper Norway (AP) — '])('a dateline with a country goes: %s', (line) => {
  expect(summaryOf([line + lead])).toEqual([lead]);
});

test('a scene at the start makes way for what the title and the rest of the text tell', () => {
  const lines = [
    'Few things on the coast are more amusing than an unlikely couple of friends.',
    'The ferries from Larvik to the island will stop in May, and the harbour will close.',
    'The harbour will close because the ferries to the island lose money.',
    'The ferries carried 300,000 people to the island last year.',
  ];
  const [first] = summaryOf(lines, 'Ferries from Larvik to stop in May');
  expect(first).toBe(lines[1]);
});

test('a correction is no part of the summary', () => {
  const lines = [
    lead,
    'The cranes of the harbour were bought from a yard in Denmark.',
    'This story has been corrected to say that the harbour of Larvik took a year of works.',
    'Correction, May 5: An earlier version misstated the works in the old harbour of Larvik.',
  ];
  expect(summaryOf(lines, 'The old harbour of Larvik after the works').join(' ')).not.toMatch(/correct/i);
});
