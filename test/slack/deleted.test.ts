import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from './support/fake-slack.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { toPress } from './support/signed-http.ts';
import { link, longPaste, unreachable } from './support/ways.ts';

const pasted = longPaste.split('\n\n').slice(0, 20).join('\n\n');
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

  async function postInVain(text: string, threadTs?: string): Promise<Posted> {
    room.fake.faults.set('chat.postMessage', Array(9).fill({ kind: 'error', error: 'restricted_action' }));
    const said = await post(text, threadTs);
    room.fake.faults.clear();
    return said;
  }

  /** What is kept for jobs that were given up, as an operator sees it. */
  async function keptOfFailed(): Promise<string[]> {
    const kinds: string[] = [];
    for await (const { kind, record } of room.store.exportPlace({ team: 'T1' }))
      if (kind === 'job' && record.status === 'failed') kinds.push(String(record.kind));
    const retriable = (await room.store.failedJobs(99)).filter(({ canRetry }) => canRetry);
    expect(retriable).toHaveLength(kinds.length);
    return kinds;
  }

  it('takes along what was read and drafted for it in vain: of a link, a pasted article, a question', async () => {
    const said = [
      await postInVain(`<${link}>`),
      await postInVain(pasted),
      await postInVain(`<@UBOT> How long? <${links[0]}>`),
    ];
    const root = await post(`<${links[1]}>`);
    said.push(await postInVain('How long will the bridge be closed?', root.ts));
    expect((await keptOfFailed()).toSorted()).toEqual(['answer-question', ...Array(3).fill('brief-post')]);
    for (const one of said) await remove(one);
    expect(await keptOfFailed()).toEqual([]);
  });

  it('takes along a question in its thread that was given up, and not another post’s link', async () => {
    const root = await post(`<${link}>`);
    await postInVain('How long will the bridge be closed?', root.ts);
    const reply = await postInVain(`<${links[2]}>`, root.ts);
    expect((await keptOfFailed()).toSorted()).toEqual(['answer-question', 'brief-post']);
    await remove(root);
    expect(await keptOfFailed()).toEqual(['brief-post']);
    await remove(reply);
    expect(await keptOfFailed()).toEqual([]);
  });

  it('takes along what another person asked about it in vain', async () => {
    const said = room.fake.say('C1', `<${link}>`);
    room.fake.faults.set('chat.postMessage', Array(9).fill({ kind: 'error', error: 'restricted_action' }));
    const item = { type: 'message', channel: 'C1', ts: said.ts };
    await room.event({ type: 'reaction_added', user: 'U2', reaction: 'newspaper', item, event_ts: '8.8' });
    await room.settle();
    room.fake.faults.clear();
    expect(await keptOfFailed()).toEqual(['brief-post']);
    await remove(said);
    expect(await keptOfFailed()).toEqual([]);
  });

  it('loses what is kept of it also where Slack lets Byline delete no message', async () => {
    const said = await post(`<${link}>`);
    room.fake.faults.set('chat.delete', [{ kind: 'error', error: 'restricted_action' }]);
    await remove(said);
    room.fake.faults.clear();
    expect(await room.store.briefsInThread({ team: 'T1', channel: 'C1', threadTs: said.ts })).toEqual([]);
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
