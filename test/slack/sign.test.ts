import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from './support/fake-methods.ts';
import { type Newsroom, startNewsroom } from './support/newsroom.ts';
import { link } from './support/ways.ts';

describe('a sign of life', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await startNewsroom('http');
  });
  beforeEach(() => room.fake.clear());
  afterAll(() => room.close());

  async function say(text: string, thread?: string): Promise<string> {
    const said = room.fake.say('C1', text, thread);
    await room.event({ type: 'message', channel_type: 'channel', ...said });
    await room.settle();
    return said.ts;
  }
  const own = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId);

  const busy: Fault = { kind: 'status', status: 429, retryAfter: 30 };
  const down: Fault = { kind: 'status', status: 503 };
  it.each<[string, Fault[]]>([
    ['asked to wait', [busy]],
    ['was down for a while', [down, down, busy, down]],
    ['cut the connection', [{ kind: 'cut' }]],
    ['stored it and lost its answer', [{ kind: 'stored-then-cut' }]],
  ])(
    'that Slack did not clear because it %s is cleared later, under a brief and under a question',
    async (_, faults) => {
      room.fake.faults.set('reactions.remove', [...faults]);
      const post = await say(`<${link}>`);
      expect([room.fake.reactions, own().length]).toEqual([[], 1]);
      room.fake.faults.set('reactions.remove', [...faults]);
      await say('How long will the bridge be closed?', post);
      expect([room.fake.reactions, own().length]).toEqual([[], 2]);
    },
  );

  it('that Slack will never clear is let be, and nobody is told', async () => {
    room.fake.faults.set('reactions.remove', [{ kind: 'error', error: 'not_reactable' }]);
    await say(`<${link}>`);
    expect([room.fake.reactions.length, own().length]).toEqual([1, 1]);
    expect(await room.store.nextRunAt()).toBeUndefined();
  });

  it.each(['account_inactive', 'token_revoked', 'invalid_auth'])(
    'that Slack refuses with %s, as it will the reply, ends the job before a page is read or a model paid',
    async (error) => {
      for (const method of ['reactions.add', 'reactions.remove', 'chat.postMessage'] as const)
        room.fake.faults.set(method, Array(9).fill({ kind: 'error', error }));
      await say(`<${link}>`);
      room.fake.faults.clear();
      const [failed] = await room.store.failedJobs(1);
      expect(failed).toMatchObject({ kind: 'brief-post', errorCode: 'not-allowed' });
      expect(await room.store.readStep(failed?.id ?? '', 'read')).toBeUndefined();
      // Once the token is another, an operator starts it anew.
      await room.store.retryJob(failed?.id ?? '', 0);
      await room.settle();
      expect(own()).toHaveLength(1);
    },
  );

  it('that Slack has no time for is cleared in the end, after more tries than a job has, and nobody is told', async () => {
    room.fake.faults.set(
      'reactions.remove',
      Array.from({ length: 40 }, () => down),
    );
    await say(`<${link}>`);
    expect([room.fake.reactions, own().length]).toEqual([[], 1]);
    expect(await room.store.failedJobs(5)).toEqual([]);
  });
});
