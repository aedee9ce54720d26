import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';

/** The sum of what two requests cost; one that failed before the server counted is nothing. */
export function addUsage(a: Usage | undefined, b: Usage | undefined): Usage {
  const isPriced = a?.costMicros !== undefined || b?.costMicros !== undefined;
  return {
    inputTokens: (a?.inputTokens ?? 0) + (b?.inputTokens ?? 0),
    outputTokens: (a?.outputTokens ?? 0) + (b?.outputTokens ?? 0),
    calls: (a?.calls ?? 0) + (b?.calls ?? 0),
    ...(isPriced && { costMicros: (a?.costMicros ?? 0) + (b?.costMicros ?? 0) }),
  };
}

/** The same failure with what all of its requests cost. */
export function withUsage({ code, cause, retryAfterMs }: DraftError, usage: Usage): DraftError {
  return new DraftError(code, { cause, usage, ...(retryAfterMs !== undefined && { retryAfterMs }) });
}
