import { checkDraft } from '../../../src/core/check.ts';
import { splitSentences } from '../../../src/core/sentences.ts';
import { makeArticle, makeClaim, makeDraft } from '../article.ts';

/** Where a statement that rests on a whole passage is shown: as a summary sentence, as the article's own claim. */
export function whereShown(statement: string, passage: string): ('summary' | 'claim')[] {
  const lead = 'The news of the day came late in the evening.';
  const text = `${lead}\n\n${passage}\n\nMore is to follow in the morning.`;
  const ids = splitSentences(text).map((_, at) => at + 1);
  const cited = ids.slice(1, -1);
  const brief = checkDraft(
    makeDraft({ summary: [{ text: statement, sentences: cited }], claims: [makeClaim(statement, cited)] }),
    makeArticle(text),
  );
  return [...brief.summary.map(() => 'summary' as const), ...brief.claims.map(() => 'claim' as const)];
}
