import { describe, expect, it } from 'vitest';
import { SlackError } from '../../src/core/errors.ts';
import { replyOnce } from '../../src/flows/reply-once.ts';
import type { PostReply, Reply, ReplyTarget } from '../../src/ports.ts';
import { createScene, stopAtOnce } from './scene.ts';

const target: ReplyTarget = { team: 'T1', channel: 'C1', threadTs: '100.1', user: 'U1', responseUrl: null };
const reply: Reply = { kind: 'notice', notice: 'how-to-use' };

/** A Slack that stores what it is sent `lateMs` later, and answers as it is told to. */
function createSlowSlack(clock: { now: () => number }, lateMs: number) {
  const sent: number[] = [];
  const answers: ((ts: string) => Promise<{ ts: string }>)[] = [];
  const postReply: PostReply = async (_target, _reply, { mayStand, beforeSend }) => {
    const stored = sent.findIndex((at) => clock.now() >= at + lateMs);
    if (mayStand && stored >= 0) return { ts: `${stored}` };
    await beforeSend?.();
    sent.push(clock.now());
    const answer = answers.shift();
    return answer ? answer(`${sent.length - 1}`) : { ts: `${sent.length - 1}` };
  };
  return { sent, answers, postReply };
}

const never = () => new Promise<never>(() => {});

describe('sending, when a process ends or stands still', () => {
  it.each([0, 3000, 7000])('a reply that is stored %i ms late is found by who takes the job over', async (lateMs) => {
    const { add, work, clock, store } = await createScene();
    const slack = createSlowSlack(clock, lateMs);
    slack.answers.push(never);
    const handler = async (_payload: unknown, run: Parameters<Parameters<typeof work>[0]>[1]) =>
      void (await replyOnce(reply, target, slack, run));
    await add({ key: 'a' });
    const first = work(handler);
    await first.start();
    await clock.settle();
    expect(slack.sent).toHaveLength(1);
    await stopAtOnce(first, clock);
    await work(handler).start();
    await clock.advance(10_000);
    expect(slack.sent).toHaveLength(1);
    expect(await store.nextRunAt()).toBeUndefined();
  });

  it('one that never arrived is sent again, within ten seconds', async () => {
    const { add, work, clock, store } = await createScene();
    const slack = createSlowSlack(clock, Number.POSITIVE_INFINITY);
    slack.answers.push(never);
    await add({ key: 'a' });
    const first = work(async (_, run) => void (await replyOnce(reply, target, slack, run)));
    await first.start();
    await clock.settle();
    await stopAtOnce(first, clock);
    await work(async (_, run) => void (await replyOnce(reply, target, slack, run))).start();
    await clock.advance(10_000);
    expect(slack.sent).toHaveLength(2);
    expect(await store.nextRunAt()).toBeUndefined();
  });

  it('one that Slack refused before it took it is not waited for', async () => {
    const { add, work, clock } = await createScene();
    const slack = createSlowSlack(clock, Number.POSITIVE_INFINITY);
    slack.answers.push(async () => {
      throw new SlackError('rate-limited', { retryAfterMs: 2000 });
    });
    await add({ key: 'a' });
    await work(async (_, run) => void (await replyOnce(reply, target, slack, run))).start();
    await clock.advance(2000);
    expect(slack.sent).toHaveLength(2);
  });

  it('who could not look for an earlier one goes on waiting for it', async () => {
    const { add, work, clock } = await createScene();
    const slack = createSlowSlack(clock, 5000);
    slack.answers.push(async () => {
      throw new SlackError('unavailable', { maybeStored: true });
    });
    let looks = 0;
    const postReply: PostReply = async (to, what, options) => {
      if (options.mayStand && ++looks === 1) throw new SlackError('rate-limited', { retryAfterMs: 1000 });
      return slack.postReply(to, what, options);
    };
    await add({ key: 'a' });
    await work(async (_, run) => void (await replyOnce(reply, target, { postReply }, run))).start();
    await clock.advance(20_000);
    expect([slack.sent.length, looks > 1]).toEqual([1, true]);
  });

  it('a process that stood still until its lease had ended sends nothing', async () => {
    let stoodStillMs = 0;
    const { add, work, clock } = await createScene((real) => ({
      ...real,
      saveStep: async (step) => {
        const saved = await real.saveStep(step);
        if (step.name.endsWith('-sent')) stoodStillMs = 6000;
        return saved;
      },
    }));
    const slack = createSlowSlack(clock, 0);
    await add({ key: 'a' });
    await work(async (_, run) => void (await replyOnce(reply, target, slack, run)), {
      isShared: true,
      now: () => clock.now() + stoodStillMs,
    }).start();
    await clock.settle();
    expect(slack.sent).toEqual([]);
  });
});
