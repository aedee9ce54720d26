import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/core/check-answer.ts';
import type { AnswerDraft } from '../../src/core/draft.ts';
import { harbourText, makeArticle } from './article.ts';

const article = makeArticle(harbourText);
const question = 'How much will it cost?';

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

  it('shows no statement of a drafter who says that the article does not say', () => {
    const statements = [{ text: 'The council has set aside $1.2 million.', sentences: [4], quote: null }];
    const answer = checkAnswer(question, draft({ notInArticle: true, statements, closest: [10] }), article);
    expect(answer.statements).toEqual([]);
    expect(answer.closest?.text).toBe('Shipping companies have not decided whether to stay.');
    expect(checkAnswer(question, draft({ notInArticle: true, closest: [77] }), article).closest).toBeNull();
  });
});
