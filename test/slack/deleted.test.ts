import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from './support/fake-slack.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { toPress } from './support/signed-http.ts';
import { link, unreachable } from './support/ways.ts';

const links = [1, 2, 3, 4, 5].map((n) => `https://news.example/story-${n}`);

describe.each<Mode>(['http', 'socket'])('a deleted post, over %s', (mode) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await startNewsroom(mode);
  });
  beforeEach(() => room.fake.clear());
  afterAll(() => room.close());

  const own = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId);
  const typed = (said: Posted) => ({ type: 'message', channel_type: 'channel', ...said });

  async function post(text: string, threadTs?: string): Promise<Posted> {
    const said = room.fake.say('C1', text, threadTs);
    await room.event(typed(said));
    await room.settle();
    return said;
  }

  async function remove(said: Posted): Promise<void> {
    const deleted = {
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: said.ts,
      previous_message: said,
      ts: '9.9',
    };
    expect(await room.event({ type: 'message', channel: 'C1', channel_type: 'channel', ...deleted })).toBe(true);
    await room.settle();
  }

  /** Presses the button of a link under a message of ours, as its blocks say. */
  async function press(message: Posted | undefined, url: string): Promise<void> {
    const blocks = (message?.blocks ?? []) as { block_id?: string; elements?: { value?: string }[] }[];
    const block = blocks.find(({ elements }) => elements?.some(({ value }) => value === url));
    const pressed = toPress('brief_link', url, room.fake.nextTrigger());
    await room.interact({
      ...pressed,
      container: { type: 'message', message_ts: message?.ts, channel_id: 'C1', thread_ts: message?.thread_ts },
      actions: [{ type: 'button', action_id: 'brief_link', block_id: block?.block_id, value: url, action_ts: '1.1' }],
    });
    await room.settle();
  }

  it.each(['a post', 'a reply in a thread'])(
    '%s with many links takes all along: briefs, the offer of more, and what its buttons brought',
    async (what) => {
      const root = what === 'a post' ? undefined : room.fake.say('C1', 'look').ts;
      const said = await post(links.map((url) => `<${url}>`).join(' '), root);
      const offer = own().at(-1);
      await press(offer, links[3] ?? '');
      await press(offer, links[3] ?? '');
      expect(own()).toHaveLength(5);
      await remove(said);
      expect(own()).toEqual([]);
      await press(offer, links[4] ?? '');
      expect(own()).toEqual([]);
    },
  );

  it('leaves what was said about another post of its thread', async () => {
    const root = await post(`<${unreachable}>`);
    const reply = await post(`<${link}>`, root.ts);
    expect(own()).toHaveLength(2);
    await remove(reply);
    expect(own().map(({ text }) => text)).toEqual([expect.stringMatching(/could not/)]);
    await remove(root);
    expect(own()).toEqual([]);
  });

  it('takes the refusal of its link along, and another try that its button brought', async () => {
    const said = await post(`<${unreachable}>`);
    await press(own()[0], unreachable);
    expect(own()).toHaveLength(2);
    await remove(said);
    expect(own()).toEqual([]);
  });

  it('gets no brief where its deletion comes first', async () => {
    const said = room.fake.say('C1', `<@UBOT> <${link}> <${links.join('> <')}>`);
    await remove(said);
    await room.event(typed(said));
    await room.event({ ...typed(said), type: 'app_mention' });
    await room.settle();
    expect(own()).toEqual([]);
  });
});
