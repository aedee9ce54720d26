import { expect, test } from 'vitest';
import { splitSentences } from '../../src/core/sentences.ts';

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

test('two sentences whose space a page lost are two', () => {
  expect(cut('Some were not as fortunate.The bureau closed the harbour. It stays shut.')).toEqual([
    'Some were not as fortunate.',
    'The bureau closed the harbour.',
    'It stays shut.',
  ]);
  expect(cut('Was it the harbour?A ship came “in time.”The rest is known.')).toEqual([
    'Was it the harbour?',
    'A ship came “in time.”',
    'The rest is known.',
  ]);
});

test.each([
  'They booked it at Booking.Com in May.',
  'The page harbour.example.Org was shut.',
  'It is on www.Harbour.com since May.',
  'He has a Ph.D. in ships.',
  'See harbour.Larvik.no for more.',
  'It was Mrs.Reuss who had said it.',
  'It was made by Nordlys Corp.Norway in May.',
])('an address or a short form stays whole: %s', (text) => expect(cut(text)).toEqual([text]));
