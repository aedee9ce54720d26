import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/core/check-answer.ts';
import type { AnswerDraft } from '../../src/core/draft.ts';
import { harbourText, makeArticle } from './article.ts';

const article = makeArticle(harbourText);
const question = 'How much has the council set aside?';
const open = 'And what else?'; // holds no statement to a word

function draft(parts: Partial<AnswerDraft>): AnswerDraft {
  const drafter = { kind: 'model' as const, model: 'test', promptVersion: null, fellBack: null };
  return { notInArticle: false, statements: [], closest: [], drafter, ...parts };
}

describe('checkAnswer', () => {
  it('shows a statement with the passage it rests on', () => {
    const statements = [{ text: 'The council has set aside $1.2 million.', sentences: [4], quote: null }];
    const answer = checkAnswer(question, draft({ statements }), article);
    expect(answer.statements[0]?.passage.text).toMatch(/^The council has set aside/);
    expect(answer).toMatchObject({ question, closest: null, checks: { statementsOffered: 1, statementsShown: 1 } });
  });

  it('drops what the article does not say and gives the closest passage', () => {
    const statements = [{ text: 'The council has set aside $9 million.', sentences: [4], quote: null }];
    const answer = checkAnswer(question, draft({ statements }), article);
    expect(answer.statements).toEqual([]);
    expect(answer.checks.drops).toMatchObject([{ part: 'answer', why: 'number-not-in-passage' }]);
    expect(answer.closest?.text).toMatch(/^The council has set aside/);
  });

  const council = makeArticle(
    'The bridge will close, Mayor Lena Ortiz told reporters. “Half of my customers come across that bridge,” said Tomas Brandt, a baker.\n\nThe closure is needed, “the steel is tired,” Ortiz said.',
  );
  const holds = (text: string, sentences: number[], quote: string | null = null) =>
    checkAnswer(open, draft({ statements: [{ text, sentences, quote }] }), council);

  it('drops what is told as said by somebody who did not say it', () => {
    const wrong = holds('Ortiz said half of my customers come across that bridge.', [1, 2], 'Half of my customers');
    expect(wrong.checks.drops).toMatchObject([{ why: 'meaning-changed' }]);
    expect(holds('Half of his customers come across that bridge, according to Ortiz.', [1, 2]).statements).toEqual([]);
    const right = holds('Brandt said half of his customers come across that bridge.', [1, 2], 'Half of my customers');
    expect(right.statements).toMatchObject([{ quote: { text: expect.stringContaining('Half of my customers') } }]);
  });

  it.each(['Yes.', 'No.', 'It is.', 'They will not.', '…', ''])(
    '%j is no answer: nothing in it can be checked',
    (text) => {
      expect(holds(text, [1], 'The bridge will close').statements).toEqual([]);
    },
  );

  it.each([
    'The bridge, built in 1962 by Otto Falk, will close.',
    'The bridge will close, as bridges in Paris do.',
    'Lena Ortiz, born in 1970, is mayor.',
    'The bridge will close because of a storm in Norway.',
    'The bridge will not close.',
    'The steel is tired and dangerous for children, schools, hospitals and tourists.',
    'Mayor Lena Ortiz told CNN that the bridge will close.',
    'Prices usually rise when supply falls.',
  ])('what a model knows from elsewhere stays out: %j', (text) => {
    expect(holds(text, [1, 2, 3]).statements).toEqual([]);
    expect(holds(text, [1, 2, 3], 'The bridge will close').statements).toEqual([]);
  });

  it('shows no statement of a drafter who says that the article does not say', () => {
    const statements = [{ text: 'The council has set aside $1.2 million.', sentences: [4], quote: null }];
    const answer = checkAnswer(question, draft({ notInArticle: true, statements, closest: [10] }), article);
    expect(answer.statements).toEqual([]);
    expect(answer.closest?.text).toBe('Shipping companies have not decided whether to stay.');
    expect(checkAnswer(question, draft({ notInArticle: true, closest: [77] }), article).closest).toBeNull();
  });
});
