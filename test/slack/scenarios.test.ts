import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { article } from '../flows/fakes.ts';
import type { Fault } from './support/fake-methods.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { toPress } from './support/signed-http.ts';
import { waitUntil } from './support/wait-until.ts';
import { link, longPaste, type Way, ways } from './support/ways.ts';

type Trouble = {
  name: string;
  posting?: Fault[];
  searching?: Fault[];
  responding?: Fault[];
  /** What fetching a shared file meets. */
  giving?: Fault[];
  deliveries?: number;
};

const troubles: Trouble[] = [
  { name: 'nothing goes wrong' },
  { name: 'it is delivered three times', deliveries: 3 },
  {
    name: 'Slack asks to wait',
    posting: [{ kind: 'status', status: 429, retryAfter: 30 }],
    giving: [{ kind: 'status', status: 429, retryAfter: 30 }],
    responding: [{ kind: 'status', status: 429, retryAfter: 30 }],
  },
  {
    name: 'Slack is down for a while',
    posting: Array.from({ length: 4 }, () => ({ kind: 'status', status: 503 })),
    giving: [{ kind: 'status', status: 503 }],
    responding: [{ kind: 'status', status: 503 }],
  },
  {
    name: 'the connection is cut',
    posting: [{ kind: 'cut' }, { kind: 'cut' }],
    responding: [{ kind: 'cut' }],
    giving: [{ kind: 'cut' }],
  },
  { name: 'the reply is stored but its answer is lost', posting: [{ kind: 'stored-then-cut' }] },
  {
    name: 'the answer is lost and the search for the reply fails at first',
    posting: [{ kind: 'stored-then-cut' }],
    searching: [{ kind: 'status', status: 500 }, { kind: 'cut' }, { kind: 'status', status: 429, retryAfter: 5 }],
  },
];

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await startNewsroom(mode);
  });
  beforeEach(() => room.fake.clear());
  afterAll(() => room.close());

  function expectOneBrief(place: Way['place']): void {
    const own = room.fake.messages.filter(({ user }) => user === room.fake.botUserId);
    const isBrief = ({ text }: { text?: unknown }) =>
      typeof text === 'string' && text.startsWith(String(article.title));
    if (place === 'response-url') {
      expect(own).toEqual([]);
      expect(room.fake.responses.filter(isBrief)).toHaveLength(1);
      return;
    }
    expect(own.map(isBrief)).toEqual([true]);
    expect(own[0]).toMatchObject({ channel: place.channel });
    const root = room.fake.messages.find(({ channel, thread_ts }) => channel === place.channel && !thread_ts);
    expect(own[0]?.thread_ts).toBe(place.inThread ? root?.ts : undefined);
    expect(room.fake.responses).toEqual([]);
  }

  describe.each(ways)('$name', ({ deliver, place }) => {
    it.each(troubles)(
      'is briefed once when $name',
      async ({ posting, searching, responding, giving, deliveries = 1 }) => {
        const { faults } = room.fake;
        faults.set('chat.postMessage', place === 'response-url' ? [] : [...(posting ?? [])]);
        faults.set('conversations.replies', [...(searching ?? [])]);
        faults.set('conversations.history', [...(searching ?? [])]);
        faults.set('response_url', [...(responding ?? [])]);
        faults.set('file', [...(giving ?? [])]);
        const send = await deliver(room);
        for (let delivery = 0; delivery < deliveries; delivery += 1) expect(await send()).toBe(true);
        await room.settle();
        expectOneBrief(place);
        expect([room.fake.reactions, room.fake.statuses.size]).toEqual([[], 0]);
      },
    );

    it('is briefed once without the scope for reactions', async () => {
      room.fake.scopes = room.fake.scopes.filter((scope) => scope !== 'reactions:write');
      await (await deliver(room))();
      await room.settle();
      expectOneBrief(place);
    });
  });

  it('an external channel gets silence unless it is switched on; who mentions Byline is told why', async () => {
    const external = { is_ext_shared_channel: true };
    await room.store.saveChannelSettings({ team: 'T1', channel: 'C1', user: 'U1', now: 2, settings: null });
    const posted = room.fake.say('C1', `<${link}>`, { user: 'U9' });
    await room.event({ type: 'message', channel_type: 'channel', ...posted }, external);
    const item = { type: 'message', channel: 'C1', ts: posted.ts };
    await room.event({ type: 'reaction_added', reaction: 'newspaper', item, user: 'U9', event_ts: '1.1' }, external);
    await room.settle();
    expect(room.fake.messages).toHaveLength(1);
    expect(room.fake.ephemerals.map(({ text }) => text)).toEqual([expect.stringMatching(/shared with other org/)]);
    const said = room.fake.say('C1', `<@UBOT> <${link}>`);
    await room.event({ type: 'message', channel_type: 'channel', ...said }, external);
    await room.settle();
    expect(room.fake.messages.at(-1)?.text).toMatch(/shared with other org/);
  });

  it('a question that arrives before its brief is posted waits for it, and posts out of order are each answered once', async () => {
    const [first, second] = [room.fake.say('C1', `<${link}>`), room.fake.say('C1', '<https://news.example/two>')];
    const question = room.fake.say('C1', 'How many weeks will it be closed?', first.ts);
    for (const said of [second, first, question, first, question, second])
      await room.event({ type: 'message', channel_type: 'channel', ...said });
    await room.settle();
    const own = room.fake.messages.filter(({ user }) => user === room.fake.botUserId);
    expect(own.map(({ thread_ts: thread }) => thread).sort()).toEqual([first.ts, first.ts, second.ts]);
    expect(own.filter(({ thread_ts: thread }) => thread === first.ts)[0]?.text).toContain(article.title);
  });

  it('a mention in a thread with a link and a question gets the brief and then the answer', async () => {
    const root = room.fake.say('C1', 'what do you make of it?');
    const said = room.fake.say('C1', `<@UBOT> <${link}> How many weeks will the bridge be closed?`, root.ts);
    const message = { type: 'message', channel_type: 'channel', ...said };
    for (const event of [{ ...message, type: 'app_mention' }, message, message]) await room.event(event);
    await room.settle();
    const own = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId).map(({ text }) => text);
    expect(own()).toHaveLength(2);
    expect(own()[0]).toContain(article.title);
    expect(own()[1]).not.toContain('nothing to read');
  });

  it('an event whose commit fails is briefed once when Slack sends it again', async () => {
    const [way] = ways;
    const send = await way?.deliver(room);
    room.failCommits(2);
    expect([await send?.(), await send?.(), await send?.(), await send?.()]).toEqual([false, false, true, true]);
    await room.settle();
    expectOneBrief({ channel: 'C1', inThread: true });
  });

  async function share(files: unknown[], change: Record<string, unknown> = {}): Promise<string[]> {
    const said = room.fake.say('C1', '');
    const message = { type: 'message', subtype: 'file_share', channel_type: 'channel', ...said, files, ...change };
    expect(await room.event(message)).toBe(true);
    await room.settle();
    return room.fake.messages.filter(({ thread_ts }) => thread_ts === said.ts).map(({ text }) => text);
  }

  it('each file of a post gets a brief in its thread; a snippet is read whole', async () => {
    const files = [room.fake.keepFile('one.txt', longPaste), room.fake.keepFile('two.md', longPaste)];
    expect(await share(files)).toEqual([expect.stringContaining(article.title ?? ''), expect.any(String)]);
    const words = longPaste.split(/\s+/).length;
    const shown = Number(
      /([\d,]+) words/.exec(JSON.stringify(room.fake.messages.at(-1)?.blocks))?.[1]?.replace(',', ''),
    );
    expect(shown).toBeGreaterThan(words * 0.95);
  });

  it('without the scope for files it says which one is missing, in one reply', async () => {
    room.fake.scopes = room.fake.scopes.filter((scope) => scope !== 'files:read');
    const replies = await share([room.fake.keepFile('notes.txt', longPaste, { mode: 'snippet' })]);
    expect(replies).toEqual([expect.stringMatching(/^notes\.txt: .*files:read scope.*Paste the article’s text/)]);
  });

  it('pictures, archives and code get silence, and so does a file that was deleted before it was read', async () => {
    const { fake } = room;
    const gone = fake.keepFile('gone.txt', longPaste);
    fake.files.set(String(gone.id), undefined);
    const files = [
      fake.keepFile('photo.png', 'x', { mimetype: 'image/png', filetype: 'png' }),
      fake.keepFile('all.zip', 'x', { mimetype: 'application/zip', filetype: 'zip' }),
      fake.keepFile('tool.py', longPaste, { mode: 'snippet', filetype: 'python' }),
      fake.keepFile('photo.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')),
      gone,
    ];
    expect(await share(files)).toEqual([]);
    expect(await share([gone], { text: '<@UBOT> this one', user: 'U1' })).toEqual([
      expect.stringMatching(/^gone\.txt: This file was deleted/),
    ]);
  });

  it('a file that was given up has “Try again”, which reads what is kept, once; what is gone is said in a sentence', async () => {
    const { fake } = room;
    const down = () => Array.from({ length: 30 }, (): Fault => ({ kind: 'status', status: 503 }));
    fake.faults.set('file', down());
    const [apology] = await share([fake.keepFile('harbour.txt', longPaste)]);
    expect(apology).toMatch(/went wrong|could not/);
    const own = () => fake.messages.filter(({ user }) => user === fake.botUserId);
    const [, id = ''] = /"action_id":"retry_job"[^}]*},"value":"([^"]+)"/.exec(JSON.stringify(own()[0]?.blocks)) ?? [];
    expect(id).not.toBe('');
    fake.faults.clear();
    const press = (job: string) =>
      room.interact({
        ...toPress('retry_job', job),
        container: { type: 'message', message_ts: own()[0]?.ts, channel_id: 'C1', thread_ts: own()[0]?.thread_ts },
      });
    expect([await press(id), await press(id)]).toEqual([true, true]);
    await room.settle();
    expect(own().map(({ text }) => String(text).startsWith(String(article.title)))).toEqual([true]);
    expect(await press(id)).toBe(true);
    await room.settle();
    expect(own()).toHaveLength(1);
    await press('999999');
    await waitUntil(() => fake.ephemerals.length > 0);
    expect(fake.ephemerals.map(({ text }) => text)).toEqual([expect.stringMatching(/not kept any more/)]);
  });

  it('the apology for a job that an operator starts anew goes when the brief is there, and comes once where it fails again', async () => {
    const { faults } = room.fake;
    const refuse = () => faults.set('chat.postMessage', [{ kind: 'error', error: 'invalid_blocks' }]);
    refuse();
    await (await ways[0]?.deliver(room))?.();
    await room.settle();
    const own = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId);
    const [failed] = await room.store.failedJobs(1);
    for (const isRefused of [true, false]) {
      expect(own().map(({ text }) => text)).toEqual([expect.stringMatching(/went wrong/)]);
      if (isRefused) refuse();
      expect(await room.store.retryJob(failed?.id ?? '', Date.now())).toBe('started');
      await room.settle();
    }
    expectOneBrief({ channel: 'C1', inThread: true });
  });

  it('a deleted post takes its brief along, delivered twice or not', async () => {
    const send = await ways[0]?.deliver(room);
    await send?.();
    await room.settle();
    const [post] = room.fake.messages;
    const deleted = { subtype: 'message_deleted', hidden: true, deleted_ts: post?.ts, ts: '9.9' };
    const event = { type: 'message', channel: 'C1', channel_type: 'channel', ...deleted };
    expect([await room.event(event), await room.event(event)]).toEqual([true, true]);
    await room.settle();
    expect(room.fake.messages).toEqual([post]);
    await send?.();
    await room.settle();
    expect(room.fake.messages).toEqual([post]);
  });

  it('is silent where silence is right', async () => {
    const { ts } = room.fake.say('C1', 'hello');
    const message = { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', ts, text: `<${link}>` };
    const own = { ...message, user: 'UBOT', bot_id: 'BBOT' };
    for (const event of [
      own,
      { ...message, bot_id: 'B2', subtype: 'bot_message', user: undefined },
      {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel: 'C1',
        ts,
        message: own,
        previous_message: own,
      },
      {
        ...{ type: 'message', subtype: 'message_changed', hidden: true, channel: 'C1', ts },
        message: { ...message, attachments: [{ from_url: link, title: 'Preview' }] },
        previous_message: message,
      },
      { type: 'message', subtype: 'message_deleted', hidden: true, channel: 'C1', deleted_ts: ts, ts: '1.1' },
      { type: 'message', subtype: 'channel_join', channel: 'C1', user: 'U1', ts, text: '<@U1> has joined the channel' },
      { ...message, text: 'lunch?' },
    ])
      expect(await room.event(event)).toBe(true);
    await room.settle();
    expect(room.fake.messages).toHaveLength(1);
    expect(room.fake.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
  });
});
