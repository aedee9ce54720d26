import type { DeleteReply, Log, ReplyTarget, Run } from '../ports.ts';

/**
 * Takes back what a person was told when this job was given up before: it was started anew since. Never throws: the reply is there,
 * and an apology that stays is no reason to try again.
 */
export async function takeBackApology(
  { channel }: Pick<ReplyTarget, 'channel'>,
  { deleteReply, log }: { deleteReply: DeleteReply; log: Log },
  run: Pick<Run, 'recall'>,
): Promise<void> {
  const past = (await run.recall('past-apology'))?.result;
  const ts = typeof past === 'object' && past !== null && 'ts' in past ? past.ts : null;
  if (typeof ts !== 'string') return;
  await deleteReply({ channel, ts }).catch(() => log.warn({ channel }, 'apology not taken back'));
}
