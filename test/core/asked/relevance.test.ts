import { describe, expect, test } from 'vitest';
import { checkAnswer } from '../../../src/core/check-answer.ts';
import type { AnswerDraft } from '../../../src/core/draft.ts';
import { splitSentences } from '../../../src/core/sentences.ts';
import { makeArticle } from '../article.ts';

const article = makeArticle(
  [
    'The ferry Halvard ran aground off Tjome on Sunday night because its rudder had jammed, the coast guard said.',
    'Eleven passengers were hurt and 240 were taken ashore. Captain Odd Lund, 58, has sailed the route since 1999.',
    'Transport minister Kari Moe called the accident “a warning”. The union Norsk Sjo accused Moe of cutting inspections.',
    'A leaked report said the company, Fjordline, had spent 3.2 million crowns on repairs. Women make up 12 % of its crews.',
    'The hearing is scheduled for 4 June in Oslo. Moe did not say whether she would resign.',
  ].join('\n\n'),
);

/** What is shown when a model answers with the sentence that has these words in it. */
function answerWith(question: string, words: string, earlier: { question: string; answer: string }[] = []): string[] {
  const sentences = splitSentences(article.text).map(({ start, end }) => article.text.slice(start, end));
  const at = sentences.findIndex((sentence) => sentence.includes(words));
  const draft: AnswerDraft = {
    notInArticle: false,
    statements: [{ text: sentences[at] ?? '', sentences: [at + 1], quote: null }],
    closest: [],
    drafter: { kind: 'model', model: 'test', promptVersion: null, fellBack: null },
  };
  return checkAnswer(question, draft, article, earlier).statements.map(({ text }) => text);
}

describe('a true sentence that does not answer the question is not shown', () => {
  test.each([
    ['how many died?', 'Eleven passengers'],
    ['How tall is the ferry?', 'Eleven passengers'],
    ['how much did the ferry cost', 'Eleven passengers'],
    ['How old is the ferry?', 'ran aground'],
    ['When was the report leaked?', 'A leaked report'],
    ['Who leaked the report?', 'A leaked report'],
    ['Why did Fjordline spend millions on repairs?', 'A leaked report'],
    ['What did Lund say?', 'has sailed the route'],
    ['What did Moe say about inspections?', 'accused Moe'],
    ['Who did Moe accuse?', 'accused Moe'],
    ['did moe apologise?', 'did not say whether'],
    ['What share of passengers are women?', 'Eleven passengers'],
    ['Who is the captain of the Fjordline fleet?', 'A leaked report'],
    ['When will the ferry sail again?', 'ran aground'],
    ['where was Lund born', 'has sailed the route'],
    ['Who sailed the route in 1987?', 'has sailed the route'],
  ])('%j, with the sentence “%s”', (question, words) => {
    expect(answerWith(question, words)).toEqual([]);
  });
});

describe('a sentence that answers is shown', () => {
  test.each([
    ['how many were hurt?', 'Eleven passengers'],
    ['how old is lund', 'has sailed the route'],
    ['whos the captain?', 'has sailed the route'],
    ['Who is Odd Lund?', 'has sailed the route'],
    ['when did it run aground', 'ran aground'],
    ['why did the ferry run aground?', 'ran aground'],
    ['did they say why it ran aground', 'ran aground'],
    ['How much did Fjordline spend on repairs?', 'A leaked report'],
    ['what share of the crews are women?', 'Women make up'],
    ['Who accused Moe?', 'accused Moe'],
    ['What did the minister call the accident?', 'a warning'],
    ['what does moe think of the crash', 'a warning'],
    ['whens the hearing?', 'The hearing is scheduled'],
    ['where is the hearing', 'The hearing is scheduled'],
    ['will moe resign?', 'did not say whether'],
    ['What is the share of women in the crews?', 'Women make up'],
  ])('%j, with the sentence “%s”', (question, words) => {
    expect(answerWith(question, words)).toHaveLength(1);
  });
});

describe('in a piece whose headings ask', () => {
  const faq = makeArticle(
    [
      'Dana Holt is the new head of the Velden museum.',
      'How many children does Holt have?',
      'She and her husband Finn have a son called Ole and two daughters.',
      'Is the museum open?',
      'It is thought to be closed until May. The organisers of the fair, the Lund brothers, met Holt at the gate.',
    ].join('\n\n'),
  );
  const shown = (question: string, words: string) => {
    const sentences = splitSentences(faq.text).map(({ start, end }) => faq.text.slice(start, end));
    const at = sentences.findIndex((sentence) => sentence.includes(words));
    const statements = [{ text: sentences[at] ?? '', sentences: [at + 1], quote: null }];
    const drafter = { kind: 'model' as const, model: 'test', promptVersion: null, fellBack: null };
    return checkAnswer(question, { notInArticle: false, statements, closest: [], drafter }, faq).statements.length;
  };

  test('a heading that asks is no answer, and tells what stands below it', () => {
    expect(shown('how many children does Holt have?', 'How many children')).toBe(0);
    expect(shown('how many children does Holt have?', 'two daughters')).toBe(1);
  });

  test('who does a thing is found by the thing', () => {
    expect(shown('Who organised the fair?', 'organisers of the fair')).toBe(1);
    expect(shown('Who opened the fair?', 'Dana Holt is')).toBe(0);
  });

  test('a name that is only given, or a thing that is thought, is nobody’s words', () => {
    expect(shown('What did Ole say about Finn?', 'a son called Ole')).toBe(0);
    expect(shown('What did the museum say about May?', 'thought to be closed')).toBe(0);
  });
});

test('a question that leans on the one before is held to both', () => {
  const earlier = [{ question: 'When did the ferry run aground?', answer: 'The ferry ran aground on Sunday night.' }];
  expect(answerWith('and why?', 'ran aground', earlier)).toHaveLength(1);
  expect(answerWith('and why?', 'The hearing is scheduled', earlier)).toEqual([]);
});

test('a role is asked for by its bearer’s words alone', () => {
  const two = makeArticle(
    'The mayor, Ida Roos, said the plan would go ahead. The governor, Ada Reuss, said she would stop it.',
  );
  const shown = (question: string, at: number) => {
    const { start, end } = splitSentences(two.text)[at] ?? { start: 0, end: 0 };
    const statements = [{ text: two.text.slice(start, end), sentences: [at + 1], quote: null }];
    const drafter = { kind: 'model' as const, model: 'test', promptVersion: null, fellBack: null };
    return checkAnswer(question, { notInArticle: false, statements, closest: [], drafter }, two).statements.length;
  };
  expect([shown('What did the mayor say?', 0), shown('What did the mayor say?', 1)]).toEqual([1, 0]);
  expect([shown('what did the governor say?', 0), shown('what did the governor say?', 1)]).toEqual([0, 1]);
});

test('a question in another language is held to no English word', () => {
  expect(answerWith('Wie viele wurden verletzt?', 'Eleven passengers')).toHaveLength(1);
});
