import type { DraftStore, KeepAnswer, Run } from '../ports.ts';

/** Keeps a model's answers as steps of a job: they go with it when it is done. */
export function keepIn(run: Run): KeepAnswer {
  return {
    find: (request) => recallAnswer(run, ownName(request)),
    keep: (request, answer) => run.keep(ownName(request), answer),
  };
}

/** The same for the draft of a public page, and whether all that it was made of came from other jobs. */
export type LentAnswers = KeepAnswer & { isAllLent: () => boolean };

/**
 * Keeps the answers to a public page's requests so that other jobs find them too: one that was killed on its way to its reply has paid
 * for them, and whoever comes first with the same request must not pay again. Who has the request has the article.
 */
export function keepForAll(run: Run, store: DraftStore): LentAnswers {
  let lent = 0;
  let others = 0;
  return {
    async find(request) {
      const own = await recallAnswer(run, sharedName(request));
      if (own !== undefined) {
        others += 1;
        return own;
      }
      const found = await store.findAnswer(sharedName(request));
      if (found === undefined) return undefined;
      lent += 1;
      // The other job may be done, and its steps gone, before this one is.
      await run.keep(sharedName(request), found);
      return found;
    },
    keep(request, answer) {
      others += 1;
      return run.keep(sharedName(request), answer);
    },
    isAllLent: () => lent > 0 && others === 0,
  };
}

const ownName = (request: string) => `asked-${request}`;
const sharedName = (request: string) => `asked-${request}-public`;

async function recallAnswer(run: Run, name: string): Promise<string | undefined> {
  const kept = await run.recall(name);
  return typeof kept?.result === 'string' ? kept.result : undefined;
}
