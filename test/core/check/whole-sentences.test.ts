import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../../src/core/check-answer.ts';
import { makeArticle } from '../article.ts';
import { whereShown } from './statements.ts';

const shown = ['summary', 'claim'];

describe('a sentence copied whole', () => {
  it.each([
    'If the pump stops, the cellar floods within a day.',
    'Only Marlow managed to sell its boats, and it sold some of them twice.',
    'Tickets cost 14 to 20 euros, the fair having had over 9,000 guests in 2019.',
    'The harbour staff never answered, but kept the gates from closing and denied nothing.',
  ])('leaves nothing of itself out: “%s” stays', (sentence) => {
    const beside =
      'Not one of the boats was new, and few may sail if the pump is not mended. The cellar has 12 rooms for 300 guests.';
    expect(whereShown(sentence, `${sentence} ${beside}`)).toEqual(shown);
  });

  it('is not held to what the sentence beside it leaves open', () => {
    const beside = 'The police asked whether the harbour gates closed in the flood.';
    expect(whereShown('The harbour gates closed.', `The harbour gates closed. ${beside}`)).toEqual(shown);
    expect(whereShown('The harbour gates closed.', beside)).toEqual([]);
  });

  it('is still dropped where it is the claim that the article disproves', () => {
    const text = 'CLAIM: Lund is under water. The dam near Lund burst on Friday.\n\nFACT: The dam is whole.';
    expect(whereShown('The dam near Lund burst on Friday.', text)).toEqual([]);
  });
});

describe('what a sentence makes something depend on', () => {
  it.each([
    ['The town gave 40 rooms.', 'The town gave 40 rooms, and it provided beds for the guests.'],
    ['Guests can borrow skates.', 'Guests can borrow skates, with free lessons if needed.'],
    ['The lease ends if Moe does not pay the rent.', 'The lease ends unless Moe pays the rent by Friday.'],
    ['Two halls are to be closed.', 'The town plans to close two halls.'],
    ['Ulla Moe likes the new rink.', 'Ulla Moe likes the new rink and if it rains she skates in the hall.'],
  ])('is read with its sense: “%s” stays', (statement, passage) =>
    expect(whereShown(statement, passage)).toEqual(shown),
  );

  it.each([
    ['The lease ends if Moe pays the rent.', 'The lease ends unless Moe pays the rent by Friday.'],
    ['Two halls were closed.', 'The town plans to close two halls.'],
    ['The rink will open in May.', 'The rink will open in May, provided that the ice holds.'],
    ['Guests can skate at night.', 'Guests can skate at night provided they bring a lamp.'],
    ['She skates in the hall.', 'Ulla Moe likes the new rink and if it rains she skates in the hall.'],
    ['The rink closed its doors.', 'The rink closed its doors if the wind was strong.'],
  ])('is not left out: “%s” is dropped', (statement, passage) => expect(whereShown(statement, passage)).toEqual([]));
});

describe('a short answer in the passage’s own words', () => {
  const answer = (question: string, text: string, passage: string): string[] =>
    checkAnswer(
      question,
      {
        notInArticle: false,
        statements: [{ text, sentences: [2], quote: null }],
        closest: [],
        drafter: { kind: 'model', model: 'test', promptVersion: null, fellBack: null },
      },
      makeArticle(`The news of the day came late in the evening.\n\n${passage}\n\nMore is to follow in the morning.`),
    ).statements.map((statement) => statement.text);

  it.each([
    ['How many skaters came to the rink?', '5,200', 'over 5,200', 'The rink had over 5,200 skaters in January.'],
    ['How much did the rink cost?', '€3 million', 'more than €3 million', 'The rink cost more than €3 million.'],
    ['How many lamps did the rink buy?', '80', 'Up to 80', 'Up to 80 lamps were bought for the rink, the town says.'],
    ['How many lamps did the rink buy?', '80 lamps', '80 lamps or more', 'The rink wants to buy 80 lamps or more.'],
  ])('is shown with the bound of its number: “%s” “%s” as “%s”', (question, text, whole, passage) =>
    expect(answer(question, text, passage)).toEqual([whole]),
  );

  it.each([
    ['What did Moe accuse the town of?', 'wasting ice', 'Ulla Moe accused the town of wasting ice.'],
    [
      'Who rejected the plan for the rink?',
      'Ulla Moe',
      'The plan for the rink was rejected by Ulla Moe over its cost.',
    ],
    ['How many lamps did the rink buy?', '12 lamps', 'No thefts were reported at the rink, but it bought 12 lamps.'],
  ])('need not say again what the question says: “%s” “%s” stays', (question, text, passage) =>
    expect(answer(question, text, passage)).toEqual([text]),
  );

  it.each([
    [
      'Did the rink say whether Moe took the lamps?',
      'Moe took the lamps',
      'The rink would not say whether Moe took the lamps.',
    ],
    ['Why did the rink close?', 'enough ice', 'The rink closed because it did not have enough ice.'],
    ['What will Ulla Moe sell?', 'the lamps', 'If the rink fails, Ulla Moe will sell the lamps.'],
  ])('leaves no “not”, “if” or “whether” out: “%s” “%s” is dropped', (question, text, passage) =>
    expect(answer(question, text, passage)).toEqual([]),
  );
});
