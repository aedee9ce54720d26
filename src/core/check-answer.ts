import type { Article } from './article.ts';
import type { Answer, AnswerStatement, Drop } from './brief.ts';
import { cutPassage, cutQuote, findGround } from './check/passage.ts';
import { type Reading, readArticle, stretchOf } from './check/reading.ts';
import { findFault } from './check/statement.ts';
import type { AnswerDraft } from './draft.ts';

/**
 * Turns a drafted answer into the one that is shown, by the rules of a brief: a statement without a passage that bears it
 * is dropped. Where none is left the article does not say, and `closest` is the passage nearest to the question.
 */
export function checkAnswer(question: string, draft: AnswerDraft, article: Article): Answer {
  const reading = readArticle(article);
  const drops: Drop[] = [];
  const statements = (draft.notInArticle ? [] : draft.statements).flatMap((statement) => {
    const checked = checkStatement(statement, reading);
    if ('why' in checked) drops.push({ part: 'answer', why: checked.why, text: statement.text });
    return 'why' in checked ? [] : [checked];
  });
  return {
    question,
    statements,
    closest: statements.length > 0 ? null : findClosest(draft, reading),
    checks: { statementsOffered: draft.statements.length, statementsShown: statements.length, drops },
    drafter: draft.drafter,
  };
}

function checkStatement(
  draft: AnswerDraft['statements'][number],
  reading: Reading,
): AnswerStatement | { why: Drop['why'] } {
  const text = draft.text.trim();
  if (text === '') return { why: 'empty' };
  const ground = findGround(draft.sentences, draft.quote?.trim() || null, reading);
  if ('why' in ground) return ground;
  const { sentences, span, found } = ground;
  const fault = findFault(text, sentences, reading, { speaker: null, isQuoted: found !== undefined });
  if (fault) return { why: fault };
  return { text, sentences, passage: cutPassage(span, reading), quote: cutQuote(found, reading) };
}

/** The first stretch of the sentences the drafter named; of a dropped statement's where it named none. */
function findClosest(draft: AnswerDraft, reading: Reading): Answer['closest'] {
  const ids = draft.closest.length > 0 ? draft.closest : draft.statements.flatMap(({ sentences }) => sentences);
  const ground = findGround(ids, null, reading);
  return 'why' in ground ? null : cutPassage(stretchOf(ground.sentences, reading), reading);
}
