import type { Drafter } from '../core/draft.ts';
import type { ReplyTarget, Run, UsageStore } from '../ports.ts';

/** Counts what a draft cost so far, by workspace, channel, user and day; a job that is tried again counts once. */
export async function countUsage(
  { usage, model }: Pick<Drafter, 'model' | 'usage'>,
  target: ReplyTarget,
  ports: { store: Pick<UsageStore, 'countUsage'>; now: () => number },
  run: Run,
  name = 'draft',
): Promise<void> {
  if (!usage?.calls) return;
  const { team, channel, user } = target;
  const day = new Date(ports.now()).toISOString().slice(0, 10);
  const { costMicros = 0, ...counted } = usage;
  const key = `${run.key}:${name}`;
  await ports.store.countUsage(
    { key, team, channel, user, day, model: model ?? 'failed', costMicros, ...counted },
    run.claim,
  );
}
