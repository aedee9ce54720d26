import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Newsroom, startNewsroom } from './support/newsroom.ts';
import { link } from './support/ways.ts';

describe('a brief that outlives its article’s text', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await startNewsroom('http');
  });
  beforeEach(() => room.fake.clear());
  afterAll(() => room.close());

  const own = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId).map(({ text }) => text);

  async function say(text: string, channel: string, threadTs?: string): Promise<string> {
    const said = room.fake.say(channel, text, threadTs);
    await room.event({ type: 'message', channel_type: channel.startsWith('D') ? 'im' : 'channel', ...said });
    await room.settle();
    return said.ts;
  }

  async function briefWithoutText(channel: string): Promise<string> {
    const ts = await say(`<${link}>`, channel);
    await room.store.deleteOldText({ before: Number.MAX_SAFE_INTEGER, keepBriefs: true });
    return ts;
  }

  it.each([
    ['a mention in its thread', 'C1', '<@UBOT> How long will the bridge be closed?'],
    ['a question in its thread in Byline’s own conversation', 'D1', 'How long will the bridge be closed?'],
  ])('says so where somebody asks: %s', async (_, channel, question) => {
    const ts = await briefWithoutText(channel);
    await say(question, channel, ts);
    expect(own().slice(1)).toEqual([expect.stringMatching(/article’s text is not any more/)]);
  });

  it('says so where the question stands below the last brief in Byline’s own conversation', async () => {
    await briefWithoutText('D1');
    await say('How long will the bridge be closed?', 'D1');
    expect(own().slice(1)).toEqual([expect.stringMatching(/article’s text is not any more/)]);
  });

  it('leaves people alone who ask one another', async () => {
    const ts = await briefWithoutText('C1');
    await say('How long will the bridge be closed?', 'C1', ts);
    expect(own()).toHaveLength(1);
  });

  it('is made anew where the link is posted again', async () => {
    const ts = await briefWithoutText('C1');
    await say(`<@UBOT> <${link}>`, 'C1', ts);
    await say('<@UBOT> How long will the bridge be closed?', 'C1', ts);
    expect(own()).toHaveLength(3);
    expect(own()[2]).not.toMatch(/any more/);
  });
});
