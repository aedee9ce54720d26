import type { Prompts } from '../core/prompt.ts';
import type { Drafters, Log } from '../ports.ts';
import type { FindHints, HintUse } from './add-hints.ts';
import { createModelDrafters } from './create-drafters.ts';
import { createFallbackDrafters } from './fall-back.ts';
import type { Price } from './read-completion.ts';

type Endpoint = { apiKey: string; baseUrl: string | undefined; model: string; price: Price | undefined };

/** The settings of config.ts, with what it does not know. */
export type ModelOptions = Endpoint & {
  second: Endpoint | undefined;
  timeoutMs: number;
  maxArticleChars: number;
  hints: HintUse;
  /** What the offline reader finds in an article. */
  findHints: FindHints;
  prompts: Prompts;
  log: Log;
  now?: () => number;
};

/** Opens the model that the settings name, with the second endpoint behind the first. Throws as createFallbackDrafters does. */
export function openModel({ second, hints, findHints, now, ...first }: ModelOptions): Drafters {
  const endpoints = [first, ...(second ? [{ ...first, ...second }] : [])];
  const drafters = endpoints.map((endpoint) =>
    createModelDrafters({ ...endpoint, hints: { find: findHints, use: hints } }),
  );
  return createFallbackDrafters(drafters, first.log, now);
}

/** What the drafts of a model's briefs depend on besides article and language: where any of it changed, an earlier draft is another. */
export function nameDrafts(
  { model, baseUrl, hints, maxArticleChars }: Pick<ModelOptions, 'model' | 'baseUrl' | 'hints' | 'maxArticleChars'>,
  { brief, part, merge, repair, translate }: Prompts,
): { model: string; promptVersion: string; settings: unknown } {
  const others = [part, merge, repair, translate].map(({ version }) => version);
  return { model, promptVersion: brief.version, settings: [baseUrl ?? null, hints, maxArticleChars, ...others] };
}
