import type { Article } from '../core/article.ts';
import type { Usage } from '../core/draft.ts';
import { fillPrompt } from '../core/prompt.ts';
import { type Asking, askModel } from './ask-model.ts';
import { boundClaims, type DraftBody, mergeDrafts, rankClaims } from './merge-drafts.ts';
import { flattenText } from './number-sentences.ts';
import { mergeShape } from './read-answer.ts';
import { drawFence, fenceBlock, renderFacts } from './render-article.ts';
import type { WriteIn } from './write-in.ts';

const maxActorsOffered = 40;

/**
 * Asks once more, with what was found in an article's parts instead of the article: for the summary of the whole, and which
 * claims and actors a reader must know, in which order.
 *
 * @param maxChars  bound on what is sent
 */
export async function orderDraft(
  asking: Asking,
  article: Article,
  drafts: DraftBody[],
  maxChars: number,
  signal: AbortSignal,
  writeIn: WriteIn,
): Promise<{ draft: DraftBody; usage: Usage }> {
  const draft = mergeDrafts(drafts);
  const lines = [
    ...renderFacts(article),
    ...draft.summary.map(({ text, sentences }, index) => `P${index + 1}|${listIds(sentences)}|${text}`),
    ...draft.actors
      .slice(0, maxActorsOffered)
      .map(({ sentences, name, role, stance }, index) =>
        [`A${index + 1}`, listIds(sentences), name, role ?? '', stance ?? ''].join('|'),
      ),
  ].map(flattenText);
  const numbers = new Map(draft.claims.map((claim, index) => [claim, index + 1]));
  // Where not all fit, the first of each part do, so that the end of the article is heard too.
  const claims = rankClaims(drafts, draft.claims).map((claim) =>
    flattenText(
      [`C${numbers.get(claim)}`, listIds(claim.sentences), claim.source.name ?? 'the article', claim.text].join('|'),
    ),
  );
  lines.push(...takeLines(claims, maxChars - lines.join('\n').length));

  const fence = drawFence(lines);
  const messages = {
    system: fillPrompt(asking.prompts.merge, { fence, language: writeIn.name }),
    user: fenceBlock('FOUND', lines.join('\n'), fence),
  };
  const { value, usage } = await askModel(asking, messages, mergeShape, signal);
  return {
    usage,
    draft: {
      summary: value.summary.length > 0 ? value.summary : draft.summary.slice(0, 3),
      actors: pick(draft.actors, value.actors) ?? draft.actors,
      claims: boundClaims(drafts, pick(draft.claims, value.claims) ?? draft.claims),
    },
  };
}

function listIds(ids: number[]): string {
  return ids
    .slice(0, 10)
    .map((id) => `S${id}`)
    .join(',');
}

// By numbers that count from 1, each once; undefined where the model picked none.
function pick<T>(entries: T[], numbers: number[]): T[] | undefined {
  const picked = [...new Set(numbers)].map((number) => entries[number - 1]).filter((entry) => entry !== undefined);
  return picked.length > 0 ? picked : undefined;
}

/** The lines from the first that fit into so many characters. */
export function takeLines(lines: string[], maxChars: number): string[] {
  let left = maxChars;
  const end = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return end < 0 ? lines : lines.slice(0, end);
}
