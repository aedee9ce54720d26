import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { toPress } from './support/signed-http.ts';
import { waitUntil } from './support/wait-until.ts';

const link = 'https://news.example/harbour';

describe.each<Mode>(['http', 'socket'])('a brief that one person saw, over %s', (mode) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await startNewsroom(mode);
  });
  beforeEach(async () => {
    room.fake.clear();
    await room.store.deletePlace({ team: 'T1' });
  });
  afterAll(() => room.close());

  const ownMessages = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId);

  /** Types the command; gives the id that the button of the answer comes back with. */
  async function ask(text: string, channel: string): Promise<string> {
    const { fake } = room;
    const typed = { text, channel_id: channel, response_url: fake.responseUrl, trigger_id: fake.nextTrigger() };
    expect(await room.command(typed)).toBe(true);
    await room.settle();
    const [, id = ''] = /"action_id":"share_brief"[^}]*},"value":"([^"]+)"/.exec(JSON.stringify(fake.responses)) ?? [];
    expect(id).not.toBe('');
    fake.responses.length = 0;
    return id;
  }

  async function press(briefId: string, channel: string, user = 'U1'): Promise<void> {
    const body = {
      ...toPress('share_brief', briefId),
      user: { id: user, team_id: 'T1' },
      channel: { id: channel, name: 'news' },
      container: { type: 'message', message_ts: '1700000002.000200', channel_id: channel, is_ephemeral: true },
      response_url: room.fake.responseUrl,
    };
    expect(await room.interact(body)).toBe(true);
    await room.settle();
  }
  const told = (words: string) => waitUntil(() => room.fake.ephemerals.some(({ text }) => text.includes(words)));

  it('is shared once, opens a thread that questions are asked in, and then stands on Home', async () => {
    const id = await ask(`private ${link}`, 'C1');
    expect(ownMessages()).toEqual([]);
    const channels = { team: 'T1', channels: ['C1'], limit: 5 };
    expect(await room.store.recentBriefs(channels)).toEqual([]);
    await press(id, 'C1');
    const [shared] = ownMessages();
    expect(shared?.text).toContain('Harbour bridge to close');
    expect(JSON.stringify(shared?.blocks)).not.toContain('share_brief');
    expect(JSON.stringify(shared?.blocks)).toContain('asked for by <@U1>');
    expect(await room.store.recentBriefs(channels)).toMatchObject([{ id, threadTs: shared?.ts }]);
    await press(id, 'C1');
    await told('You have shared this brief in the channel already.');
    expect(ownMessages()).toHaveLength(1);
    const question = room.fake.say('C1', 'How long will it close?', shared?.ts);
    await room.event({ type: 'message', channel_type: 'channel', ...question });
    await room.settle();
    expect(ownMessages()).toHaveLength(2);
  });

  it('is shared for all through the response URL where the bot is not in the channel', async () => {
    const id = await ask(link, 'C2');
    await press(id, 'C2');
    expect(ownMessages()).toEqual([]);
    expect(room.fake.responses).toMatchObject([
      { response_type: 'in_channel', text: expect.stringContaining('Harbour bridge to close') },
    ]);
    expect(JSON.stringify(room.fake.responses)).not.toMatch(/share_brief|\/invite|ask me anything/);
    expect(JSON.stringify(room.fake.responses)).toContain('asked for by <@U1>');
  });

  it('is shared with what its reader reported as wrong', async () => {
    const id = await ask(`private ${link}`, 'C1');
    const opinion = {
      briefId: id,
      user: 'U1',
      claim: 1,
      verdict: 'wrong',
      comment: 'ten weeks',
      createdAt: 1,
    } as const;
    await room.store.saveFeedback({ ...opinion, team: 'T1', channel: 'C1' });
    await press(id, 'C1');
    expect(JSON.stringify(ownMessages()[0]?.blocks)).toContain('Claim 1 was reported as wrong by <@U1> (“ten weeks”)');
  });

  it('has thumbs, also where the bot is not in the channel: thanks come through the address of the press', async () => {
    const id = await ask(`private ${link}`, 'C2');
    room.fake.responses.length = 0;
    const pressed = {
      ...toPress('brief_good', id),
      channel: { id: 'C2', name: 'elsewhere' },
      container: { type: 'message', message_ts: '1700000002.000200', channel_id: 'C2', is_ephemeral: true },
      response_url: room.fake.responseUrl,
    };
    expect(await room.interact(pressed)).toBe(true);
    await waitUntil(() => room.fake.responses.length > 0);
    expect(room.fake.responses).toMatchObject([{ text: 'Thank you: noted that this brief is helpful.' }]);
    expect(await room.store.sumFeedback({ team: 'T1', since: 0 })).toMatchObject({ good: 1 });
  });

  it('is shared by nobody else, and not once it is gone', async () => {
    const id = await ask(`private ${link}`, 'C1');
    await press(id, 'C1', 'U2');
    await told('Only who asked for this brief can share it.');
    await room.store.deletePlace({ team: 'T1' });
    await press(id, 'C1');
    await told('This brief is no longer kept');
    expect(ownMessages()).toEqual([]);
  });
});
