import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { storeError } from '../store/errors.ts';
import type { Store } from '../store/open-store.ts';
import { type Command, type Place, UsageError } from './arguments.ts';

/** Where a command's lines go, and where a whole export does that names no file. */
export type Out = { print: (line: string) => void; stream: NodeJS.WritableStream };

/** Does what an operator asked for on an open store. Throws UsageError and StoreError. */
export async function runCommand(
  command: Exclude<Command, { name: 'help' | 'restore' }>,
  store: Store,
  out: Out,
): Promise<void> {
  switch (command.name) {
    case 'export':
      return exportTo(command.to, command.place, store, out);
    case 'delete':
      return deletePlace(command, store, out);
    case 'failed':
      return listFailed(command, store, out);
    case 'retry':
      return retry(command.ids, store, out);
    case 'queue':
      return tellQueue(command.json, store, out);
    case 'restored':
      return tellRestored(store, out);
    case 'backup':
      await store.backup(command.to);
      return out.print(`Copied to ${command.to}.`);
  }
}

async function exportTo(to: string | undefined, place: Place, store: Store, out: Out): Promise<void> {
  async function* lines() {
    for await (const exported of store.exportPlace(place)) yield `${JSON.stringify(exported)}\n`;
  }
  if (to === undefined) return pipeline(Readable.from(lines()), out.stream, { end: false });
  // It holds what people wrote: for the operator's eyes, and never over another file.
  const file = await open(to, 'wx', 0o600).catch((error: unknown) => {
    throw toFileError(error, to);
  });
  try {
    await pipeline(Readable.from(lines()), file.createWriteStream());
  } catch (error) {
    // Half of it would pass for the whole.
    await rm(to, { force: true });
    throw toFileError(error, to);
  }
  out.print(`Written to ${to}.`);
}

function toFileError(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return storeError('code' in error && error.code === 'EEXIST' ? 'exists' : 'unwritable', path, error);
}

async function tellRestored(store: Store, out: Out): Promise<void> {
  if (!store.isShared) throw new UsageError('an SQLite file is put back with restore, which does this too');
  const jobs = await store.markRestored();
  out.print(`${countOf(jobs, 'open job looks', 'open jobs look')} for a reply that may stand before posting one.`);
}

async function deletePlace({ place, isSure }: { place: Place; isSure: boolean }, store: Store, out: Out) {
  const what = place.channel ? `channel ${place.channel} of ${place.team}` : `workspace ${place.team}`;
  if (!isSure) throw new UsageError(`This deletes everything of ${what}, for ever; add --yes`);
  const { briefs, articles, answers, jobs } = await store.deletePlace(place);
  out.print(
    `Deleted everything of ${what}: ${[
      countOf(briefs, 'brief', 'briefs'),
      countOf(articles, 'article', 'articles'),
      countOf(answers, 'answer', 'answers'),
      countOf(jobs, 'job', 'jobs'),
    ].join(', ')}, its settings and counts.`,
  );
}

async function listFailed({ limit, json }: { limit: number; json: boolean }, store: Store, out: Out): Promise<void> {
  const jobs = await store.failedJobs(limit);
  for (const { failedAt, createdAt, key, ...job } of jobs) {
    // The key may hold a link; the thread says where it was.
    const failed = { ...job, createdAt: toIso(createdAt), failedAt: toIso(failedAt) };
    out.print(json ? JSON.stringify(failed) : describeFailed(failed));
  }
  if (jobs.length === 0 && !json) out.print('No job was given up.');
}

type Failed = Omit<Awaited<ReturnType<Store['failedJobs']>>[number], 'key' | 'createdAt' | 'failedAt'> & {
  failedAt: string;
};

function describeFailed({ id, kind, thread, attempts, errorCode, failedAt, canRetry }: Failed): string {
  const tries = countOf(attempts, 'try', 'tries');
  const then = canRetry ? '' : '; its text was deleted, so it cannot be retried';
  return `${id}  ${failedAt}  ${kind} in ${thread}: ${errorCode ?? 'unknown'} after ${tries}${then}`;
}

async function tellQueue(json: boolean, store: Store, out: Out): Promise<void> {
  const { waitingSince, ...counts } = await store.queueState(store.now());
  if (json)
    return out.print(JSON.stringify({ ...counts, waitingSince: waitingSince === null ? null : toIso(waitingSince) }));
  const since = waitingSince === null ? '' : `, the oldest due since ${toIso(waitingSince)}`;
  const { pending, running, failed } = counts;
  out.print(`${countOf(pending, 'job waits', 'jobs wait')}${since}; ${running} running; ${failed} given up.`);
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

async function retry(ids: string[], store: Store, out: Out): Promise<void> {
  const refused: string[] = [];
  // On PostgreSQL it is told of it at once; on a file it finds it when it looks.
  const takenWhen = store.isShared ? '' : '; a Byline that runs on this file takes it within half a minute';
  for (const id of ids) {
    if ((await store.retryJob(id, store.now())) === 'started') out.print(`Job ${id} is due again${takenWhen}.`);
    else refused.push(id);
  }
  if (refused.length > 0)
    throw new UsageError(`not to be tried again: ${refused.join(', ')} (no such failed job, or its text was deleted)`);
}
