import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findMessageProblems, textsOf } from './support/block-kit.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { toPress } from './support/signed-http.ts';
import { link } from './support/ways.ts';

const usage = /^Byline briefs news articles/;
const bidi = /[\u202a-\u202e\u2066-\u2069]/;

describe.each<Mode>(['http', 'socket'])('bad input over %s', (mode) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await startNewsroom(mode);
  });
  beforeEach(() => room.fake.clear());
  afterAll(() => room.close());

  const own = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId);
  const responses = () => room.fake.responses.map(({ text }) => text);
  async function say(channel: string, text: string): Promise<void> {
    const said = room.fake.say(channel, text);
    const kind = channel.startsWith('D') ? 'im' : 'channel';
    expect(await room.event({ type: 'message', channel_type: kind, ...said })).toBe(true);
    await room.settle();
  }
  async function type(text: string, channel = 'C1'): Promise<void> {
    const about = { response_url: room.fake.responseUrl, trigger_id: room.fake.nextTrigger() };
    expect(await room.command({ text, channel_id: channel, ...about })).toBe(true);
    await room.settle();
  }
  // Every text that anybody was shown, and nothing of how it is made.
  function expectHarmless(): void {
    for (const message of [...own(), ...room.fake.ephemerals, ...room.fake.responses]) {
      expect(findMessageProblems({ text: message.text, blocks: message.blocks ?? [{ type: 'divider' }] })).toEqual([]);
      const marked = textsOf(message.blocks).filter(({ mrkdwn }) => mrkdwn);
      for (const text of [String(message.text), ...marked.map((part) => part.text)]) {
        const own = text.replace(/^asked for by <@U1> · /, '');
        expect(own).not.toMatch(/<[!@#]|node:internal|at \S+ \(|\.ts:\d+/);
        expect(text).not.toMatch(bidi);
      }
    }
  }

  const paragraph = 'The mayor said on Monday that the bridge would close for twelve weeks from January onwards. ';
  const hostile: [string, string][] = [
    ['a call to everybody', '<!channel> <!here> <!everyone> <!subteam^S1|@desk>'],
    ['names of people', '<@U2> <@U3|ada> <#C9|secret>'],
    ['only emoji', ':tada: :newspaper: 🎉🎉🎉👩‍👩‍👧‍👦'],
    ['overrides of direction', '\u202egnp.exe\u202c \u2067abc\u2069'],
    ['nothing', ''],
    ['white space and invisible characters', ' \u200b\u00a0\ufeff\n\t '],
    ['broken surrogates', '\ud800 \udfff'],
    ['a link that is none', '<javascript:alert(1)|https://news.example/harbour> <file:///etc/passwd> <http://>'],
    ['control characters', '\u0000\u0007\u001b[31mred'],
  ];
  it.each(hostile)(
    '%s gets silence in a channel and one sentence where it is meant for the bot',
    async (name, text) => {
      await say('C1', text);
      expect(own()).toEqual([]);
      await say('D1', text);
      if (name === 'only emoji') return expect(own()).toEqual([]);
      expect(own()).toHaveLength(1);
      expect(own()[0]?.text).toMatch(usage);
      expectHarmless();
    },
  );

  it.each([
    ['words', `${paragraph.repeat(430)}`],
    ['one word', 'a'.repeat(40_000)],
    ['accents', `a${'\u0301'.repeat(40_000)}`],
    ['entities', '&amp;&lt;!channel&gt;'.repeat(2000)],
    ['marks', '<@U2>*_~`'.repeat(4000)],
  ])('40,000 characters of %s get one reply, inside every limit', async (_, text) => {
    await say('D1', text);
    expect(own()).toHaveLength(1);
    expectHarmless();
  });

  it('a pasted article with mentions and forged links calls nobody and links nowhere', async () => {
    const forged = `<!channel> <@U2> ${paragraph} <https://evil.example|https://bank.example> \u202e`;
    await say('D1', `Bridge <!here> closes\n\n${`${forged}\n\n`.repeat(12)}`);
    expect(own().length).toBeGreaterThan(0);
    expectHarmless();
  });

  it.each(['', '   ', 'help', 'HELP', 'private', ' private  '])(
    'the command with “%s” leaves nothing behind',
    async (text) => {
      await type(text);
      expect([own(), responses(), room.fake.ephemerals]).toEqual([[], [], []]);
    },
  );

  it('the command with two links briefs both; one in angle brackets, or given twice, is one', async () => {
    await type('https://news.example/a and https://news.example/b');
    expect(own()).toHaveLength(2);
    await type(`<${link}|news.example/harbour> ${link}`);
    expect(own()).toHaveLength(3);
  });

  it('the command in a channel that the bot cannot see is answered to who typed it', async () => {
    await type('lunch', 'C404');
    await type(link, 'C404');
    expect(own()).toEqual([]);
    expect(responses()).toEqual([expect.stringMatching(/\/invite @Byline/)]);
    expectHarmless();
  });

  it('a button pressed twice, by others, with a value nobody wrote, or on a brief that is gone', async () => {
    const { ts } = room.fake.say('C1', 'links');
    const container = { type: 'message', message_ts: ts, channel_id: 'C1' };
    const press = (value: string, user = 'U1', actionId = 'brief_link') =>
      room.interact({ ...toPress(actionId, value), container, user: { id: user, team_id: 'T1' } });
    await Promise.all([press(link), press(link), press(link, 'U2')]);
    for (const value of ['', 'javascript:alert(1)', '<!channel>', 'a'.repeat(2000)])
      expect(await press(value)).toBe(true);
    await room.settle();
    expect(own()).toHaveLength(1);
    for (const actionId of ['all_claims', 'what_i_read']) {
      const before = room.fake.ephemerals.length;
      expect(await press('999', 'U2', actionId)).toBe(true);
      while (room.fake.ephemerals.length === before) await new Promise((resolve) => setImmediate(resolve));
      expect(room.fake.ephemerals.at(-1)?.text).toMatch(/^This brief is no longer kept/);
    }
    expectHarmless();
  });
});
