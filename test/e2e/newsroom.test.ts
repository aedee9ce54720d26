import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkspace } from '../../src/demo/local-slack.ts';
import { freePort } from '../free-port.ts';
import { makePdf } from '../web/make-pdf.ts';
import { createPerson, eventually, type Newsroom, openNewsroom, startByline, stopByline, textOf } from './newsroom.ts';

const hasBinary = process.platform === 'linux' && process.arch === 'x64';

const pasted = `Harbour bridge to close for twelve weeks

By Ada Quill
1 November 2026

The bridge over the harbour will close for twelve weeks from January, Mayor Lena Ortiz said on Monday, the longest closure since it was opened in 1962.

“We cannot wait any longer,” Ortiz told reporters at the town hall. “The steel is tired, and every winter makes it worse.”

The city expects the repairs to cost 18 million euros, according to a report by the council’s engineers that was published with the decision.

Traders on the eastern bank said they feared for their business. “Half of my customers come across that bridge,” said Tomas Brandt, who runs a bakery there.

A ferry will carry people on foot and on bicycles without charge while the bridge is closed, the council said in a statement. Cars will be sent over the northern ring.

The opposition called the plan late and expensive. “They knew about this four years ago,” Councillor Miriam Adeyemi said.`;

describe.skipIf(!hasBinary).each(['socket', 'http'] as const)('in a workspace over %s', (mode) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(mode);
  });
  afterAll(() => room.close());

  it('a posted link is briefed once, in its own thread, with sources and the article’s words', async () => {
    const sample = room.samples.samples.find(({ url }) => url.includes('asylum'));
    const ts = await room.person.post(`worth a look: ${sample?.url}`);
    const replies = await room.person.seeReplies(ts);
    expect(replies).toHaveLength(1);
    const text = textOf(replies?.[0]);
    expect(text).toContain('Claims and who made them');
    expect(text).toContain('Yvette Cooper');
    expect(text).toContain('Wikinews');
  });

  it('a pasted article is briefed, and a question in its thread is answered with the passage', async () => {
    const ts = await room.person.post(pasted);
    const brief = await room.person.seeReplies(ts);
    expect(textOf(brief?.[0])).toContain('Ortiz');
    await room.person.post('How much will the repairs cost?', ts);
    const answered = await room.person.seeReplies(ts, 2);
    expect(textOf(answered?.[1])).toContain('18 million euros');
    // Among people it is no question to the article, so Byline is asked by name.
    await room.person.post(`<@${demoWorkspace.bot}> Who won the football match on Saturday?`, ts);
    const third = await room.person.seeReplies(ts, 3);
    expect(textOf(third?.[2])).toMatch(/does not say/);
  });

  it('a shared text or PDF file is briefed in its thread; a picture is left alone', async () => {
    const picture = await room.person.share('bridge.png', 'image/png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
    const text = await room.person.share('harbour.txt', 'text/plain', pasted);
    expect(textOf((await room.person.seeReplies(text))?.[0])).toContain('Miriam Adeyemi');
    const lines = pasted.split('\n\n').flatMap((paragraph) => [...(paragraph.match(/.{1,80}(\s|$)/g) ?? []), '']);
    const page = lines.map((line, n) => ({
      text: line.trim().replace(/[“”]/g, '"').replaceAll('’', "'"),
      x: 60,
      y: 740 - n * 14,
    }));
    const pdf = await room.person.share('harbour.pdf', 'application/pdf', new Uint8Array(makePdf([page])));
    expect(textOf((await room.person.seeReplies(pdf))?.[0])).toContain('Ortiz');
    expect(await room.person.repliesIn(picture)).toEqual([]);
  });

  it('the command answers with a brief whose thread takes questions', async () => {
    const sample = room.samples.samples.find(({ url }) => url.includes('iodine'));
    await room.person.command(sample?.url ?? '');
    const root = await eventually(async () =>
      (await room.person.messages()).find((message) => !message.thread_ts && textOf(message).includes('iodine')),
    );
    expect(textOf(root)).toContain('Claims and who made them');
    await room.person.post('What should be done about salt?', root?.ts ?? '');
    expect(await room.person.seeReplies(root?.ts ?? '')).toHaveLength(1);
  });

  it('a page that is not there is said in one sentence; talk is left alone', async () => {
    const talk = await room.person.post('see you at noon');
    const missing = await room.person.post(`http://${room.samples.host}/articles/was-never-written`);
    const replies = await room.person.seeReplies(missing);
    expect(replies).toHaveLength(1);
    expect(await room.person.repliesIn(talk)).toEqual([]);
  });

  it('nothing was answered twice', async () => {
    const ours = (await room.person.messages()).filter(({ user }) => user === demoWorkspace.bot);
    // Of the command's "Reading …" only the person who typed it knew.
    const said = ours.filter((message) => !/^Reading \S+: the answer comes here\.$/.test(message.text));
    expect(said.map(({ text }) => text.slice(0, 60))).toHaveLength(9);
    expect(room.byline.output()).not.toMatch(/could not|unhandled|given up/);
  });
});

describe.skipIf(!hasBinary).each(['socket', 'http'] as const)('the further ways in, over %s', (mode) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(mode);
  });
  afterAll(() => room.close());
  const sampleAbout = (word: string) => room.samples.samples.find(({ url }) => url.includes(word))?.url ?? '';
  const asked = (words: string) =>
    eventually(async () => ((await room.person.log()).includes(words) ? true : undefined));

  it('a link that is edited into a message is briefed; with the message its brief goes', async () => {
    const ts = await room.person.post('worth a look');
    await room.person.edit(ts, `worth a look: ${sampleAbout('asylum')}`);
    expect(textOf((await room.person.seeReplies(ts))?.[0])).toContain('Yvette Cooper');
    await room.person.remove(ts);
    const gone = await eventually(async () => ((await room.person.repliesIn(ts)).length === 0 ? true : undefined));
    expect(gone).toBe(true);
  });

  it('the newspaper reaction has a text read that was left alone', async () => {
    const root = await room.person.post('what do you make of this?');
    const reply = await room.person.post(pasted, root);
    await room.person.react(reply, 'newspaper');
    const replies = await room.person.seeReplies(root);
    expect(replies).toHaveLength(1);
    expect(textOf(replies?.[0])).toContain('Ortiz');
  });

  it('the command finds the last link, answers one person alone, helps, and opens the settings', async () => {
    const ts = await room.person.post(sampleAbout('iodine'));
    expect(await room.person.seeReplies(ts)).toHaveLength(1);
    for (const text of ['last', `private ${sampleAbout('italy')}`, 'help', 'settings']) await room.person.command(text);
    for (const words of ['for your eyes only', 'Channel settings']) expect(await asked(words), words).toBe(true);
    const alone = await eventually(async () =>
      (await room.person.messages()).find((message) => textOf(message).includes('Share in channel')),
    );
    expect(textOf(alone), await room.person.log()).toContain('religious');
    expect(await room.person.repliesIn(ts)).toHaveLength(1);
  });

  it('a colleague asks in another’s thread, reads alone what they asked for alone, and is named for their command', async () => {
    const { channel, secondChannel, colleague } = demoWorkspace;
    const mara = createPerson(room.slack.pageUrl, { user: colleague, channel });
    const ts = await room.person.post(pasted);
    expect(await room.person.seeReplies(ts)).toHaveLength(1);
    await mara.post('How much will the repairs cost?', ts);
    expect(textOf((await room.person.seeReplies(ts, 2))?.[1])).toContain('18 million euros');
    await mara.command(`private ${sampleAbout('asylum')}`);
    const alone = await eventually(async () =>
      (await mara.messages()).find(({ ephemeral_to: to, text }) => to === colleague && text.includes('asylum')),
    );
    expect(textOf(alone)).toContain('Share in channel');
    const atDesk = createPerson(room.slack.pageUrl, { user: colleague, channel: secondChannel });
    await atDesk.command(sampleAbout('iodine'));
    const named = await eventually(async () =>
      (await atDesk.messages()).find((message) => textOf(message).includes(`asked for by <@${colleague}>`)),
    );
    expect(textOf(named)).toContain('iodine');
  });

  it('Home is drawn when it is opened', async () => {
    await room.person.openHome();
    expect(await asked('How to use Byline')).toBe(true);
    expect(await asked('Recent briefs in your channels')).toBe(true);
    // A message that is deleted while it is read has no sign of life left to clear, and the log says so.
    expect(room.byline.output()).not.toMatch(/unhandled|given up/);
  });
});

describe.skipIf(!hasBinary)('the demo', () => {
  it('opens without any setting, briefs a sample at one press and stops with what it started', async () => {
    const port = await freePort();
    const byline = startByline({ DEMO_PORT: String(port) });
    try {
      const pageUrl = `http://127.0.0.1:${port}`;
      const open = await eventually(async () => (byline.output().includes(pageUrl) ? true : undefined));
      expect(open, byline.output()).toBe(true);
      const person = createPerson(pageUrl);
      const [welcome] = await person.messages();
      const blocks = (welcome?.blocks ?? []) as { elements?: { type: string; action_id: string; value: string }[] }[];
      const button = blocks.flatMap(({ elements }) => elements ?? []).find(({ type }) => type === 'button');
      await person.press(welcome?.ts ?? '', { type: 'button', action_id: button?.action_id, value: button?.value });
      const brief = await eventually(async () =>
        (await person.messages()).find((message) => textOf(message).includes('Claims and who')),
      );
      expect(brief).toBeDefined();
      expect(await stopByline(byline.child)).toBe(0);
      await expect(fetch(pageUrl)).rejects.toThrow();
    } finally {
      await stopByline(byline.child);
    }
  });

  it('a wrong setting is named in one line, its value is not printed, and the exit code is 78', async () => {
    const byline = startByline({ SLACK_BOT_TOKEN: 'canary-3301' });
    const code = await new Promise((resolve) => byline.child.once('exit', resolve));
    expect(code).toBe(78);
    expect(byline.output()).toMatch(/SLACK_BOT_TOKEN must start with xoxb-/);
    expect(byline.output()).not.toContain('canary');
  });
});
