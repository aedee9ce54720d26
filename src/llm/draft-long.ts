import type { Article } from '../core/article.ts';
import type { Drafter, Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import { fillPrompt } from '../core/prompt.ts';
import { type Asking, askModel } from './ask-model.ts';
import type { LengthLimits } from './fit-context.ts';
import { boundClaims, type DraftBody, mergeDrafts } from './merge-drafts.ts';
import { flattenText, type NumberedSentence } from './number-sentences.ts';
import { orderDraft, takeLines } from './order-draft.ts';
import { draftShape, translatedDraftShape } from './read-answer.ts';
import { drawFence, fenceBlock, renderFacts, renderSentences } from './render-article.ts';
import { splitParts, sumChars } from './split-parts.ts';
import { addUsage, withUsage } from './usage.ts';
import { fillFor, type WriteIn } from './write-in.ts';

/** A draft with what it cost; `read` where not all of the article was read. */
export type Drafted = DraftBody & { usage: Usage; read?: Drafter['read'] };

// Shares of a part's characters: the part itself, the lead, the sentences just before it, the actors so far.
const partShare = 0.7;
const leadShare = 0.06;
const beforeShare = 0.06;
const actorShare = 0.06;
// Of what a draft may cost, for the request that puts the parts in order.
const orderShare = 0.15;

/**
 * Drafts a brief of an article that is over `maxArticleChars`: part by part, each with the lead, the sentences before it
 * and the actors so far, then one request that puts what was found in order. Where a part after the first fails, what was
 * read so far is the draft.
 *
 * @throws DraftError where the first part fails; where the signal is aborted, its reason
 */
export async function draftLong(
  asking: Asking,
  article: Article,
  sentences: NumberedSentence[],
  { maxArticleChars, maxParts }: LengthLimits,
  signal: AbortSignal,
  writeIn: WriteIn,
): Promise<Drafted> {
  const parts = splitParts(sentences, maxArticleChars * partShare);
  const drafts: DraftBody[] = [];
  let usage: Usage = { inputTokens: 0, outputTokens: 0, calls: 0 };
  let lastRead = 0;
  let why: 'cap' | undefined;
  for (const [index, part] of parts.slice(0, maxParts).entries()) {
    try {
      const messages = renderPart(index, part);
      const asked = { ...asking, keptBack: index === 0 ? 0 : orderShare };
      const { usage: spent, ...body } = await askForDraft(asked, messages, writeIn, signal);
      usage = addUsage(usage, spent);
      drafts.push(body);
      lastRead = part.at(-1)?.id ?? lastRead;
    } catch (error) {
      if (!(error instanceof DraftError)) throw error;
      if (drafts.length === 0) throw error;
      usage = addUsage(usage, error.usage);
      if (mayComeLater(asking, error)) throw withUsage(error, usage);
      if (error.code === 'over-cap') why = 'cap';
      // What was read so far is a brief of its own.
      asking.log.warn(
        { model: asking.model, code: error.code, part: index + 1, parts: parts.length },
        'article read in part',
      );
      break;
    }
  }
  const read =
    lastRead < sentences.length ? { read: { sentences: lastRead, of: sentences.length, ...(why && { why }) } } : {};
  const merged = mergeDrafts(drafts);
  if (drafts.length < 2) return { ...merged, usage, ...read };
  try {
    const ordered = await orderDraft(asking, article, drafts, maxArticleChars, signal, writeIn);
    return { ...ordered.draft, usage: addUsage(usage, ordered.usage), ...read };
  } catch (error) {
    if (!(error instanceof DraftError)) throw error;
    if (mayComeLater(asking, error)) throw withUsage(error, addUsage(usage, error.usage));
    asking.log.warn({ model: asking.model, code: error.code }, 'parts not put in order');
    // The first part holds the lead, and with it the news.
    const claims = boundClaims(drafts, merged.claims);
    const summary = drafts[0]?.summary ?? [];
    return { ...merged, claims, summary, usage: addUsage(usage, error.usage), ...read };
  }

  function renderPart(index: number, part: NumberedSentence[]): { system: string; user: string } {
    const first = part[0]?.id ?? 1;
    const earlier = sentences.slice(0, first - 1);
    const lead = takeWithin(earlier.slice(0, 3), maxArticleChars * leadShare);
    const before = takeWithin(earlier.slice(lead.length).slice(-5).reverse(), maxArticleChars * beforeShare).reverse();
    const actors = renderActorsSoFar(mergeDrafts(drafts), maxArticleChars * actorShare);
    const fence = drawFence([article, actors]);
    const place = {
      part: `${index + 1}`,
      parts: `${parts.length}`,
      first: `${first}`,
      last: `${part.at(-1)?.id ?? first}`,
    };
    const lines = [...renderFacts(article), '', ...renderSentences([...lead, ...before, ...part])];
    return {
      system: `${fillFor(asking.prompts.brief, fence, writeIn, asking.prompts)}\n\n${fillPrompt(asking.prompts.part, place)}`,
      user: [
        ...(actors === '' ? [] : [fenceBlock('ACTORS SO FAR', actors, fence)]),
        fenceBlock('ARTICLE', lines.join('\n'), fence),
      ].join('\n\n'),
    };
  }
}

// Not asked, since the server is over its limit: the job can wait for all of the article.
function mayComeLater({ keptOnly }: Asking, { code }: DraftError): boolean {
  return keptOnly === 'rate-limited' && code === keptOnly;
}

/** One request for a draft, with translations where the reply is in another language. */
export async function askForDraft(
  asking: Asking,
  messages: { system: string; user: string },
  { isTranslated }: WriteIn,
  signal: AbortSignal,
): Promise<DraftBody & { usage: Usage }> {
  const { value, usage } = isTranslated
    ? await askModel<DraftBody>(asking, messages, translatedDraftShape, signal)
    : await askModel<DraftBody>(asking, messages, draftShape, signal);
  return { ...value, usage };
}

function takeWithin(sentences: NumberedSentence[], maxChars: number): NumberedSentence[] {
  const end = sentences.findIndex((_, index) => sumChars(sentences.slice(0, index + 1)) > maxChars);
  return end < 0 ? sentences : sentences.slice(0, end);
}

function renderActorsSoFar({ actors }: DraftBody, maxChars: number): string {
  return takeLines(
    actors.map(({ name, role }) => [name, role].map((text) => flattenText(text ?? '')).join('|')),
    maxChars,
  ).join('\n');
}
