import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiveFeedback } from '../../src/flows/receive-feedback.ts';
import type { Fault } from './support/fake-methods.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { link, unreachable } from './support/ways.ts';

describe.each<Mode>(['http', 'socket'])('who typed a command, over %s', (mode) => {
  let room: Newsroom;
  beforeEach(async () => {
    room = await startNewsroom(mode);
  });
  afterEach(() => room.close());
  const about = (channel: string) => ({
    ...{ text: link, channel_id: channel, user_id: 'U7', response_url: room.fake.responseUrl },
    trigger_id: room.fake.nextTrigger(),
  });
  const own = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId);
  const shown = () => JSON.stringify([own(), room.fake.responses]);

  it.each(['C1', 'G1', 'G2'])('is named in the brief that others in %s see', async (channel) => {
    await room.command(about(channel));
    await room.settle();
    expect(JSON.stringify(own()[0]?.blocks)).toContain('asked for by <@U7> · ');
  });

  it('is still named once somebody reported the brief as wrong', async () => {
    await room.command(about('C1'));
    await room.settle();
    const [, id = ''] = /"action_id":"what_i_read".*?"value":"([^"]+)"/.exec(shown()) ?? [];
    const record = await room.store.findBrief(id);
    if (!record) throw new Error('no brief is kept');
    const opinion = { briefId: id, user: 'U2', claim: 1, verdict: 'wrong', comment: null, createdAt: 1 } as const;
    const ports = { store: room.store, now: () => 1, wake: () => {} };
    await receiveFeedback(record, [{ ...opinion, team: 'T1', channel: 'C1' }], ports);
    await room.settle();
    expect(shown()).toContain('Claim 1 was reported as wrong by <@U2>');
    expect(shown()).toContain('asked for by <@U7> · ');
  });

  it('is not named where nobody else reads it, nor under a post, which shows who posted', async () => {
    await room.command(about('D1'));
    await room.command(about('C2'));
    const said = room.fake.say('C1', `<${link}>`);
    await room.event({ type: 'message', channel_type: 'channel', ...said });
    await room.settle();
    expect([own().length, room.fake.responses.length]).toEqual([2, 1]);
    expect(shown()).not.toContain('asked for by');
  });
});

describe.each<Mode>(['http', 'socket'])('what only who typed a command sees, over %s', (mode) => {
  let room: Newsroom;
  beforeEach(async () => {
    room = await startNewsroom(mode);
  });
  afterEach(() => room.close());

  async function type(text: string, channel = 'C1'): Promise<void> {
    const { responseUrl, nextTrigger } = room.fake;
    await room.command({ text, channel_id: channel, response_url: responseUrl, trigger_id: nextTrigger() });
    await room.settle();
  }
  const own = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId);

  it('is taken away once the brief stands in the channel, whatever the address answers', async () => {
    await type(link);
    room.fake.faults.set('response_url', [{ kind: 'status', status: 404 }]);
    await type(`${link}?second`);
    expect(own()).toHaveLength(2);
    expect(room.fake.responses).toEqual([]);
    expect(room.fake.signsLeft()).toBe(1);
  });

  it.each<[string, string, string]>([
    ['a private brief', `private ${link}`, 'C1'],
    ['a refusal', unreachable, 'C1'],
    ['a brief where the bot is not in the channel', link, 'C2'],
  ])(
    'is replaced by %s, once, also where the connection drops or hangs after it was taken',
    async (_, text, channel) => {
      for (const faults of [[], [{ kind: 'stored-then-cut' }, { kind: 'stored-then-cut' }]] as Fault[][]) {
        room.fake.responses.length = 0;
        room.fake.faults.set('response_url', faults);
        await type(text, channel);
        expect(room.fake.responses).toHaveLength(1);
        expect([own().length, room.fake.signsLeft()]).toEqual([0, 0]);
      }
    },
  );

  it('does not make the second of two private briefs take the place of the first', async () => {
    await type(`private ${link} https://news.example/second`);
    expect(room.fake.responses).toHaveLength(2);
  });
});
