import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nameOfLink } from '../../src/flows/jobs-of-post.ts';
import { article } from '../flows/fakes.ts';
import type { Posted } from './support/fake-slack.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { link } from './support/ways.ts';

const other = 'https://news.example/other';

describe.each<Mode>(['http', 'socket'])('an edit that takes a link out, over %s', (mode) => {
  let room: Newsroom;
  let edits = 0;
  beforeAll(async () => {
    room = await startNewsroom(mode);
  });
  beforeEach(() => room.fake.clear());
  afterAll(() => room.close());

  const typed = (message: Posted) => ({ type: 'message', channel_type: 'channel', ...message });
  const briefs = () =>
    room.fake.messages.filter(({ user, text }) => user === 'UBOT' && text.startsWith(`${article.title}`));

  async function post(text: string): Promise<Posted> {
    const posted = room.fake.say('C1', text);
    await room.event(typed(posted));
    await room.settle();
    return posted;
  }

  function toEdit(post: Posted, text: string): Record<string, unknown> {
    edits += 1;
    const message = { ...post, type: 'message', text, edited: { user: 'U1', ts: `${edits}.000900` } };
    const changed = {
      subtype: 'message_changed',
      hidden: true,
      message,
      previous_message: { ...post, type: 'message' },
    };
    return { type: 'message', channel: 'C1', channel_type: 'channel', ts: `${edits}.000901`, ...changed };
  }

  it('takes its brief back; the link that came instead is briefed, however often it is delivered', async () => {
    const posted = await post(`see <${link}>`);
    const [first] = briefs();
    expect(first).toBeDefined();
    const edit = toEdit(posted, `see <${other}>`);
    expect(await room.event(edit)).toBe(true);
    expect(await room.event(edit)).toBe(true);
    await room.settle();
    expect(await room.event(edit)).toBe(true);
    await room.settle();
    expect(briefs()).toHaveLength(1);
    expect(briefs()[0]?.ts).not.toBe(first?.ts);
    const kept = await room.store.briefsInThread({ team: 'T1', channel: 'C1', threadTs: posted.ts });
    expect(kept.map(({ brief }) => brief.article.url)).toEqual([other]);
  });

  it('takes back a brief that was still in hand, and leaves the other link’s brief alone', async () => {
    const posted = room.fake.say('C1', `<${link}> <${other}>`);
    await room.event(typed(posted));
    await room.event(toEdit(posted, `<${other}>`));
    await room.settle();
    const kept = await room.store.briefsInThread({ team: 'T1', channel: 'C1', threadTs: posted.ts });
    expect(kept.map(({ brief }) => brief.article.url)).toEqual([other]);
    expect(briefs().map(({ ts }) => ts)).toEqual(kept.map(({ replyTs }) => replyTs));
  });

  it('briefs a link that comes back, as often as it does; the other one’s brief goes each time', async () => {
    let posted = await post(`see <${link}>`);
    for (const text of [`<${other}>`, `<${link}>`, `<${other}>`, 'none', `<${other}>`]) {
      const edit = toEdit(posted, text);
      for (const delivery of [edit, edit]) expect(await room.event(delivery)).toBe(true);
      await room.settle();
      posted = { ...posted, text };
    }
    const kept = await room.store.briefsInThread({ team: 'T1', channel: 'C1', threadTs: posted.ts });
    expect(kept.map(({ brief }) => brief.article.url)).toEqual([other]);
    expect(briefs().map(({ ts }) => ts)).toEqual(kept.map(({ replyTs }) => replyTs));
  });

  it('briefs no link again whose brief stayed for the answers under it', async () => {
    const posted = await post(`see <${link}>`);
    await room.event(typed(room.fake.say('C1', 'How long will the bridge be closed?', posted.ts)));
    await room.settle();
    await room.event(toEdit(posted, 'never mind'));
    await room.event(toEdit({ ...posted, text: 'never mind' }, `<${link}>`));
    await room.settle();
    expect(briefs()).toHaveLength(1);
  });

  it('leaves a brief that people asked about', async () => {
    const posted = await post(`see <${link}>`);
    await room.event(typed(room.fake.say('C1', 'How long will the bridge be closed?', posted.ts)));
    await room.settle();
    await room.event(toEdit(posted, 'never mind'));
    await room.settle();
    expect(briefs()).toHaveLength(1);
  });

  it('does nothing where the words around a link, or what counts its readers, changed, or Slack attached a preview', async () => {
    const posted = await post(`see <${link}>`);
    const preview = { ...toEdit(posted, posted.text) };
    preview.message = { ...posted, type: 'message', attachments: [{ from_url: link, title: 'Preview' }] };
    for (const event of [toEdit(posted, `do see <${link}>`), toEdit(posted, `see <${link}#x>`), preview])
      expect(await room.event(event)).toBe(true);
    await room.settle();
    expect(briefs()).toHaveLength(1);
    expect(room.fake.calls.map(({ method }) => method)).not.toContain('chat.delete');
  });

  it('takes along what was read and drafted for it in vain, and nothing of the link that stays', async () => {
    room.fake.faults.set('chat.postMessage', Array(9).fill({ kind: 'error', error: 'restricted_action' }));
    const posted = await post(`<${link}> <${other}>`);
    room.fake.faults.clear();
    expect((await room.store.failedJobs(9)).filter(({ canRetry }) => canRetry)).toHaveLength(2);
    await room.event(toEdit(posted, `<${other}>`));
    await room.settle();
    const left = (await room.store.failedJobs(9)).filter(({ canRetry }) => canRetry);
    expect(left.map(({ key }) => key)).toEqual([`T1:C1:${posted.ts}:${nameOfLink(other)}`]);
  });

  it('waits where Slack asks to, and deletes once', async () => {
    const posted = await post(`see <${link}>`);
    room.fake.faults.set('chat.delete', [{ kind: 'status', status: 429, retryAfter: 30 }, { kind: 'stored-then-cut' }]);
    await room.event(toEdit(posted, 'never mind'));
    await room.settle();
    expect(room.fake.messages).toEqual([posted]);
  });
});
