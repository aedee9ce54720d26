import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from './support/fake-methods.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { link, unreachable } from './support/ways.ts';

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
