import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { article } from '../flows/fakes.ts';
import type { Posted } from './support/fake-slack.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { toLinkForm, toShortcut } from './support/signed-http.ts';
import { waitUntil } from './support/wait-until.ts';
import { link } from './support/ways.ts';

describe.each<Mode>(['http', 'socket'])('asked about what stands there, over %s', (mode) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await startNewsroom(mode);
  });
  beforeEach(() => room.fake.clear());
  afterAll(() => room.close());

  const own = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId);
  const toldPrivately = () => [...room.fake.ephemerals, ...room.fake.responses].map(({ text }) => text);
  const react = (said: Posted, reaction = 'newspaper') =>
    room.event({
      ...{ type: 'reaction_added', user: 'U7', reaction, item_user: 'U1', event_ts: '1.1' },
      item: { type: 'message', channel: said.channel, ts: said.ts },
    });
  const press = (said: Posted) =>
    room.interact(toShortcut(said, { trigger_id: room.fake.nextTrigger(), response_url: room.fake.responseUrl }));
  const type = (text: string, channel = 'C1') =>
    room.command({
      ...{ text, channel_id: channel },
      ...{ response_url: room.fake.responseUrl, trigger_id: room.fake.nextTrigger() },
    });
  async function postAndSettle(text: string): Promise<Posted> {
    const said = room.fake.say('C1', text);
    await room.event({ type: 'message', channel_type: 'channel', ...said });
    await room.settle();
    return said;
  }

  it('a message that was briefed as it came is not briefed again; who pressed is told where the brief is', async () => {
    const said = await postAndSettle(`<${link}>`);
    await react(said);
    await press(said);
    await press(said);
    await type('last');
    await room.settle();
    expect(own()).toHaveLength(1);
    const already = expect.stringMatching(/^There is a brief of this already/);
    expect(toldPrivately()).toEqual([already, already, already]);
  });

  it('a message that is being briefed is not briefed again', async () => {
    const said = room.fake.say('C1', `<${link}>`);
    await Promise.all([room.event({ type: 'message', channel_type: 'channel', ...said }), react(said), press(said)]);
    await room.settle();
    expect(own()).toHaveLength(1);
  });

  it('each link of a message is briefed, three of them and a button for the rest', async () => {
    const links = ['a', 'b', 'c', 'd'].map((name) => `<https://news.example/${name}>`);
    await react(room.fake.say('C1', links.join(' '), { bot_id: 'B2', user: undefined }));
    await room.settle();
    expect(own()).toHaveLength(4);
  });

  it('another reaction, one of ours, and one on our own message get silence', async () => {
    const said = room.fake.say('C1', `<${link}>`);
    await react(said, 'eyes');
    await react(room.fake.say('C1', `<${link}>`, { user: room.fake.botUserId, bot_id: room.fake.botId }));
    await room.settle();
    expect([own().length, toldPrivately()]).toEqual([1, []]);
  });

  it('a message with nothing to read is said to hold nothing, to who asked alone', async () => {
    await press(room.fake.say('C1', 'lunch?'));
    await react(room.fake.say('C1', 'lunch!'));
    await room.settle();
    expect(own()).toEqual([]);
    const nothing = expect.stringMatching(/^There is no link and no article text here/);
    expect(toldPrivately()).toEqual([nothing, nothing]);
    expect(room.fake.ephemerals[0]).toMatchObject({ user: 'U7' });
  });

  it('a reacted message that is deleted before it is read gets silence', async () => {
    const said = room.fake.say('C1', `<${link}>`);
    room.fake.messages.length = 0;
    await react(said);
    await room.settle();
    expect([own(), toldPrivately()]).toEqual([[], []]);
  });

  it('a card that another bot posted without a link in its text is read', async () => {
    await press(
      room.fake.say('C1', '', { bot_id: 'B2', user: undefined, attachments: [{ title: 'News', title_link: link }] }),
    );
    await room.settle();
    expect(own()[0]?.text).toContain(article.title);
  });

  it('a bot’s message whose link is in a block or a button is read', async () => {
    const text = { type: 'mrkdwn', text: `*<${link}|Harbour bridge>*` };
    const bot = { bot_id: 'B2', user: undefined };
    await react(room.fake.say('C1', 'Harbour bridge', { ...bot, blocks: [{ type: 'section', text }] }));
    const read = { type: 'button', text: { type: 'plain_text', text: 'Read' }, url: link, action_id: 'read' };
    await react(room.fake.say('C1', 'Harbour bridge', { ...bot, blocks: [{ type: 'actions', elements: [read] }] }));
    await room.settle();
    expect(own().map((reply) => reply.text.includes(String(article.title)))).toEqual([true, true]);
  });

  it('the last link is asked for where there is none, and where the bot may not look: one sentence to who asked', async () => {
    room.fake.say('C1', 'no links today');
    await type('last');
    await type('last', 'C2');
    room.fake.scopes = room.fake.scopes.filter((scope) => scope !== 'channels:history');
    await type('private last');
    await room.settle();
    expect(own()).toEqual([]);
    const cannot = expect.stringMatching(/^Byline cannot read earlier messages here: .*channels:history/);
    expect(toldPrivately()).toEqual([expect.stringMatching(/^There is no link by a person/), cannot, cannot]);
  });

  it('a brief for one person leaves nothing in the channel, and no button for more links', async () => {
    const links = ['a', 'b', 'c', 'd'].map((name) => `https://news.example/${name}`);
    await type(`private ${links.join(' ')}`);
    await room.settle();
    expect(own()).toEqual([]);
    expect(toldPrivately().filter((text) => String(text).startsWith(article.title ?? ''))).toHaveLength(3);
    expect(room.fake.responses.every(({ response_type: type }) => type === 'ephemeral')).toBe(true);
  });

  it('a mention of nothing says once how it works, in either order of its two events', async () => {
    const [one, two] = [room.fake.say('C1', '<@UBOT>'), room.fake.say('C1', '<@UBOT> hello')];
    const [mention, message] = [{ type: 'app_mention' }, { type: 'message', channel_type: 'channel' }];
    for (const event of [mention, message]) await room.event({ ...one, ...event });
    for (const event of [message, mention]) await room.event({ ...two, ...event });
    await room.settle();
    expect(own().map(({ thread_ts: thread }) => thread)).toEqual([one.ts, two.ts]);
  });

  it('a mention under talk says that there is nothing to read', async () => {
    const root = room.fake.say('C1', 'good morning');
    const said = room.fake.say('C1', '<@UBOT> this?', root.ts);
    await room.event({ type: 'message', channel_type: 'channel', ...said });
    await room.settle();
    expect(own().map(({ text }) => text)).toEqual([expect.stringMatching(/^There is no link and no article text/)]);
  });

  it('the form for a link is opened once, and asks again where nothing was given', async () => {
    const opening = { type: 'shortcut', callback_id: 'summarize_link', trigger_id: room.fake.nextTrigger() };
    room.fake.triggers.add(opening.trigger_id);
    const who = { team: { id: 'T1', domain: 'fake' }, user: { id: 'U1', team_id: 'T1' }, token: 'x' };
    await room.interact({ ...opening, ...who, action_ts: '1.1' });
    await waitUntil(() => room.fake.views.length > 0);
    expect(room.fake.views).toEqual([expect.objectContaining({ callback_id: 'summarize_link' })]);
    await room.interact(toLinkForm('  ', 'C1', 'V1'));
    await room.interact(toLinkForm('just some words', 'C1', 'V2'));
    await room.settle();
    expect(own().map(({ text }) => text)).toEqual([expect.stringMatching(/^Byline briefs news articles/)]);
  });

  it('who opens the bot’s own conversation sees what to ask; without the scope nothing breaks', async () => {
    const opened = { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages', event_ts: '1.1' };
    const shown = () => room.fake.calls.filter(({ method }) => method === 'assistant.threads.setSuggestedPrompts');
    expect(await room.event(opened)).toBe(true);
    expect(shown()).toHaveLength(1);
    room.fake.scopes = room.fake.scopes.filter((scope) => scope !== 'assistant:write');
    expect(await room.event(opened)).toBe(true);
    expect(await room.event({ ...opened, tab: 'home' })).toBe(true);
    expect(shown()).toHaveLength(2);
  });
});
