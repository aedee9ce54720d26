import { describe, expect, test } from 'vitest';
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

const inquiry: Article = {
  ...article,
  text: [
    'The interest rate of the central bank stays at 4.5 percent, Governor Amina Okafor said on Friday.',
    'Okafor told reporters: “Inflation is coming down. We will not be hurried. Families feel it already.”',
    'Tomas Brandt, head of the retailers’ association, called the decision a mistake. Brandt met Okafor on Thursday.',
    'Several shops in the old town have closed, and schools in Velden lost 12 teachers because pay is low.',
  ].join('\n\n'),
};
const askInquiry = (text: string, earlier: Question['earlier'] = []) =>
  answerOffline({ text, earlier }, inquiry).statements.map((statement) => statement.text);

test('nouns that belong together are found together: the inflation rate is not the interest rate', () => {
  expect(askInquiry('What is the inflation rate?')).toEqual([]);
  expect(askInquiry('What is the interest rate?')).toEqual([expect.stringContaining('4.5 percent')]);
});

test('half a quotation is no answer: the whole of it is given', () => {
  expect(askInquiry('What did Okafor say about inflation?')).toEqual([
    expect.stringMatching(/^Okafor told reporters: “Inflation is coming down\. .* feel it already\.”$/),
  ]);
});

test('what somebody did is no answer to what they said', () => {
  expect(askInquiry('What did Brandt say about Thursday?')).toEqual([]);
  expect(askInquiry('What did Brandt call the decision?')).toEqual([expect.stringContaining('a mistake')]);
});

test('whom the article never names, it says nothing about', () => {
  expect(askInquiry('Why did Pavel Sokolov criticise the interest rate?')).toEqual([]);
});

test('a number that counts something else is no answer', () => {
  expect(askInquiry('How many shops have closed?')).toEqual([expect.stringContaining('Several shops')]);
  expect(askInquiry('How many schools are in Velden?')).toEqual([]);
  expect(askInquiry('How tall are the shops?')).toEqual([]);
});

test('a question is followed by "and why?", and "he" is whom the talk named last', () => {
  const lost = [{ question: 'How many teachers did the schools lose?', answer: 'Schools in Velden lost 12 teachers.' }];
  expect(askInquiry('And why?', lost)).toEqual([expect.stringContaining('because pay is low')]);
  const head = [{ question: 'Who is the head of the association?', answer: 'Tomas Brandt is its head.' }];
  expect(askInquiry('What did he say about the decision?', head)).toEqual([expect.stringContaining('a mistake')]);
});

test('a number that was given earlier and taken back answers no question', () => {
  const text =
    'The police now say that nobody died in the fire at the mill. An earlier police statement said 12 people had died in the fire at the mill.';
  const answer = (question: string) =>
    answerOffline({ text: question, earlier: [] }, { ...article, title: null, text });
  expect(JSON.stringify(answer('How many people died in the fire?').statements)).not.toContain('12');
  expect(JSON.stringify(answer('What did the earlier statement say about the fire?').statements)).toContain('12');
});

describe('whom a question is about', () => {
  const text = [
    'The prosecutor, Eva Holm, said Dunn had lied to the bank. Mary Smith said the house burned at night. John Smith left.',
    'Ann Ray sued Paul Gale over the book. Gale won the prize in 2011.',
    'Ipsum surveyed 1,200 adults in May. DataCo surveyed voters in June.',
  ].join('\n\n');
  const answer = (question: string) =>
    answerOffline({ text: question, earlier: [] }, { ...article, title: null, text }).statements.map((s) => s.text);

  test.each([
    'What did Dunn say?',
    'What did John Smith say?',
    'Who sued Ann Ray?',
    'How many adults did DataCo survey?',
    'When did Ray win the prize?',
  ])('%j is not answered with what another did or said', (question) => {
    expect(answer(question)).toEqual([]);
  });

  test.each([
    ['What did Eva Holm say?', 'Dunn had lied'],
    ['What did the prosecutor say?', 'Dunn had lied'],
    ['What did Mary Smith say?', 'the house burned'],
    ['Who sued Paul Gale?', 'Ann Ray sued'],
    ['How many adults did Ipsum survey?', '1,200'],
    ['When did Gale win the prize?', '2011'],
  ])('%j is answered', (question, words) => {
    expect(answer(question).join(' ')).toContain(words);
  });
});

describe('a question in the article’s own language', () => {
  const german = {
    ...article,
    title: null,
    language: 'de',
    text: [
      'Das Werk in Aalen hat am Freitag 340 Stellen gestrichen, weil die Aufträge aus China ausblieben.',
      '„Wir hatten keine Wahl“, sagte Werksleiterin Ute Brandt der Zeitung.',
      '„Das ist ein Schlag für die ganze Stadt“, sagte Betriebsrat Nils Vogt.',
    ].join('\n\n'),
  };
  const french = {
    ...article,
    title: null,
    language: 'fr',
    text: [
      'Le port de Brest a vendu mardi 14 grues parce que le trafic avait baissé de moitié.',
      '« Nous avons attendu trop longtemps », a dit la directrice Odile Caron.',
      '« Les grues manqueront à la ville », a dit le maire Luc Morel.',
    ].join('\n\n'),
  };
  const answer = (of: Article, text: string) =>
    answerOffline({ text, earlier: [] }, of)
      .statements.map((statement) => statement.text)
      .join(' ');

  test.each([
    [german, 'Wie viele Stellen wurden gestrichen?', '340 Stellen'],
    [german, 'Was sagte Brandt?', 'keine Wahl'],
    [french, 'Combien de grues le port a-t-il vendu ?', '14 grues'],
    [french, 'Qui a dit que les grues manqueront à la ville ?', 'Luc Morel'],
  ])('is answered (%#)', (of, question, words) => {
    expect(answer(of, question)).toContain(words);
  });

  test.each([
    [german, 'Was sagte Brandt?', 'Schlag'],
    [german, 'Wie viele Filialen hat das Werk?', '340'],
    [french, 'Combien d’employés a le port ?', '14'],
    [french, 'Que dit Caron ?', 'manqueront'],
  ])('is not answered beside the point (%#)', (of, question, words) => {
    expect(answer(of, question)).not.toContain(words);
  });
});
