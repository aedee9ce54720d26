import { expect, test } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { answerOffline } from '../../src/offline/answer.ts';
import type { Question } from '../../src/ports.ts';

const article: Article = {
  kind: 'article',
  url: null,
  canonicalUrl: null,
  title: 'Larvik harbour takes ships again',
  dek: null,
  authors: [],
  publisher: null,
  publishedAt: null,
  language: 'en',
  wordCount: 60,
  text: [
    'The old harbour of Larvik has begun to take ships again after a year of works.',
    'The works cost 40 million crowns, Ingrid Solberg told Reuters.',
    'Two cranes are still broken because spare parts are late, according to a Danish engineer.',
    'Pavel Novak opened the new quay on Monday. He promised that a second ferry would come for the island.',
  ].join('\n\n'),
  marks: [],
};

function ask(text: string, earlier: Question['earlier'] = []) {
  return answerOffline({ text, earlier }, article);
}

test('a question is answered with the sentence that holds its words', () => {
  const answer = ask('How much did the works cost?');
  expect(answer.notInArticle).toBe(false);
  expect(answer.statements).toEqual([
    { text: 'The works cost 40 million crowns, Ingrid Solberg told Reuters.', sentences: [2], quote: null },
  ]);
});

test('other forms of the same words are found', () => {
  expect(ask('Who opens the quays?').statements.map(({ sentences }) => sentences)).toEqual([[4]]);
});

test.each([
  'What did Angela Dupont say about the works?',
  'How many people died in the fire?',
  'Who won the election?',
  'When was the airport closed?',
])('%s: the article does not say', (question) => {
  expect(ask(question)).toMatchObject({ notInArticle: true, statements: [] });
});

test('an unanswered question still names the nearest sentence', () => {
  expect(ask('How many sailors lost their jobs when the works began?').closest.length).toBeGreaterThan(0);
});

test('a follow-up takes up the words of the question before', () => {
  const earlier = [{ question: 'How many cranes are broken?', answer: 'Two cranes are still broken.' }];
  expect(ask('Why are they?', earlier).statements.map(({ sentences }) => sentences)).toEqual([[3]]);
});

test('a question without a word of substance is not answered', () => {
  expect(ask('???')).toMatchObject({ notInArticle: true, statements: [], closest: [] });
});

test('what a pronoun says is found by the name it stands for', () => {
  expect(ask('What did Novak promise?').statements.map(({ sentences }) => sentences)).toEqual([[5]]);
});

test('the same question has the same answer, whatever was asked before', () => {
  const questions = [
    'How much did the works cost?',
    'Is it true that two cranes are broken?',
    'Who opened the new quay?',
  ];
  const before = [{ question: 'Who won the football match in Bergen on Saturday?', answer: '' }];
  for (const question of questions) expect(ask(question, before).statements).toEqual(ask(question).statements);
});
