import { describe, expect, it } from 'vitest';
import { chooseArticles } from '../../src/flows/choose-articles.ts';
import { article } from './fakes.ts';

const bridge = { ...article, title: 'Harbour bridge to close', publisher: 'Reuters', url: 'https://www.reuters.com/a' };
const museum = { ...article, title: 'Museum opens on Sunday', publisher: 'BBC News', url: 'https://www.bbc.co.uk/b' };
const budget = { ...article, title: 'Budget talks fail', publisher: null, url: 'https://courier.example/c' };
const all = [bridge, museum, budget];

function choose(question: string, entries = all) {
  const { chosen, question: rest, isNamed } = chooseArticles(question, entries, (one) => one);
  return { titles: chosen.map(({ title }) => title), rest, isNamed };
}

describe('the article of a thread that a question names', () => {
  it.each([
    ['What does the second article say about the roof?', museum, 'What about the roof?'],
    ['Who is the mayor in the first one?', bridge, 'Who is the mayor?'],
    ['How much does it cost, according to the last link?', budget, 'How much does it cost?'],
    ['What does the mayor want in the Reuters one?', bridge, 'What does the mayor want?'],
    ['Who is quoted in the BBC story?', museum, 'Who is quoted?'],
    ['When do talks resume in the courier.example piece?', budget, 'When do talks resume?'],
    ['How long will it take in the bridge story?', bridge, 'How long will it take?'],
    ['Who failed in the budget talks article?', budget, 'Who failed?'],
  ])('%s', (question, wanted, rest) => {
    expect(choose(question)).toEqual({ titles: [wanted.title], rest, isNamed: true });
  });

  it.each([
    ['When was the second article published?', museum, 'When was the article published?'],
    ['What is the headline of the Reuters one?', bridge, 'What is the headline of the article?'],
    ['Who wrote the first story?', bridge, 'Who wrote the article?'],
  ])('a question about the page stays one: %s', (question, wanted, rest) => {
    expect(choose(question)).toEqual({ titles: [wanted.title], rest, isNamed: true });
  });

  it('is none where the thread has not so many', () => {
    expect(choose('What does the fourth article say about the roof?')).toMatchObject({ titles: [], isNamed: true });
    expect(choose('Who is quoted in the second story?', [bridge])).toMatchObject({ titles: [] });
    expect(choose('What does the first article say?', [bridge]).titles).toEqual([bridge.title]);
    expect(choose('Who drove the third car?', [bridge]).titles).toEqual([bridge.title]);
  });

  it.each([
    ['Which of them says the bridge is safe?', 'Is it true that the bridge is safe?'],
    ['which of these articles mentions the mayor', 'Is it true that the mayor'],
    ['What is the cost in both articles?', 'What is the cost?'],
    ['Do both say how many died?', 'Does it say how many died?'],
  ])('is each of them: %s', (question, rest) => {
    expect(choose(question)).toEqual({ titles: all.map(({ title }) => title), rest, isNamed: false });
  });

  it.each([
    'How much will it cost?',
    'Did he tell Reuters why?',
    'What does the article say about the roof?',
    'Is the whole story true?',
    'Who wrote the football article?',
    'Who is the first minister?',
  ])('is all of them where it names none: %s', (question) => {
    expect(choose(question)).toEqual({ titles: all.map(({ title }) => title), rest: question, isNamed: false });
  });

  it('"the other one" is the older of two, and nothing among three', () => {
    expect(choose('Who is the mayor in the other article?', [bridge, museum]).titles).toEqual([bridge.title]);
    expect(choose('Who is the mayor in the other article?').isNamed).toBe(false);
  });

  it('a name that two share decides nothing', () => {
    expect(choose('Who is quoted in the Reuters one?', [bridge, { ...museum, publisher: 'Reuters' }]).isNamed).toBe(
      false,
    );
  });

  it('of one article a question needs no name', () => {
    expect(choose('Who is quoted in the BBC story?', [bridge]).titles).toEqual([bridge.title]);
  });
});
