import { createHash } from 'node:crypto';
import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import type { KeepAnswer } from '../ports.ts';
import type { ModelAnswer } from './call-model.ts';
import { anyFence } from './render-article.ts';

type Answer = Extract<ModelAnswer, { kind: 'answer' }>;
/** An answer, or what a model was paid for although it is none (cut at its length, refused). */
type Kept = Answer | { kind: 'failed'; code: DraftError['code']; usage: Usage };

/** What is asked of whom, but not how: form and schema change with what is learned about the server. */
type Request = { endpoint: string; shape: string; messages: unknown[] };

/** Asks, unless an earlier try of the same job asked the same and was answered; what it got is stored before it is looked at. */
export async function keepAnswer(
  keep: KeepAnswer | undefined,
  request: Request,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  if (!keep) return ask();
  const kept = await keep<Kept>(nameRequest(request), async () => {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof DraftError && error.usage && error.usage.calls > 0)
        return { kind: 'failed', code: error.code, usage: error.usage };
      throw error;
    }
  });
  if (kept.kind === 'failed') throw new DraftError(kept.code, { usage: kept.usage });
  return kept;
}

// The fence is drawn anew for every request.
function nameRequest(request: Request): string {
  return hash(JSON.stringify(request).replaceAll(anyFence, ''));
}

/** Tells endpoints apart without giving away their key. */
export function nameEndpoint(endpoint: { baseUrl?: string | undefined; apiKey: string; model: string }): string {
  return hash(JSON.stringify([endpoint.baseUrl ?? null, endpoint.apiKey, endpoint.model]));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
