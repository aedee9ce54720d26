import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/core/post.ts';
import { receivePost } from '../../src/flows/receive-post.ts';
import type { BriefRecord } from '../../src/ports.ts';
import { article, createMemoryStore, createPost } from './fakes.ts';

async function receive(post: Post, store = createMemoryStore()) {
  let woken = 0;
  const ports = { store, now: () => 1, wake: () => void woken++ };
  await receivePost(post, ports);
  return { jobs: [...store.jobs.values()], woken, ports, store };
}

const link = 'https://news.example/2026/11/harbour-bridge';
const longText = Array.from(
  { length: 12 },
  (_, n) =>
    `Paragraph ${n} of the story says that the bridge over the harbour will be closed, as the mayor told the council.`,
).join('\n\n');
const file = (id: string) => ({
  id,
  name: `${id}.txt`,
  mimeType: 'text/plain',
  sizeBytes: 9,
  url: `https://files.slack.com/${id}`,
});
const inThread = { team: 'T1', channel: 'C1', threadTs: '50.1', kind: 'public', isExternal: false } as const;

describe('receiving a post', () => {
  it('a link becomes one job in the post’s thread and wakes the worker', async () => {
    const { jobs, woken } = await receive(createPost({ links: [link], text: link }));
    expect(jobs).toHaveLength(1);
    expect(jobs[0]).toMatchObject({
      kind: 'brief-post',
      team: 'T1',
      thread: 'T1:C1:100.1',
      payload: { link, target: { threadTs: '100.1' } },
    });
    expect(woken).toBe(1);
  });

  it('the same post delivered again does nothing', async () => {
    const { store, ports } = await receive(createPost({ links: [link] }));
    await receivePost(createPost({ links: [link], asked: true }), ports);
    expect(store.jobs.size).toBe(1);
  });

  it('one article linked twice is one job, three at most are briefed and the rest offered', async () => {
    expect((await receive(createPost({ links: [link, `${link}?utm_source=x#top`] }))).jobs).toHaveLength(1);
    const many = [1, 2, 3, 4, 5].map((n) => `https://news.example/2026/11/story-${n}`);
    const { jobs } = await receive(createPost({ links: many }));
    expect(jobs.map(({ kind }) => kind)).toEqual(['brief-post', 'brief-post', 'brief-post', 'offer-links']);
    expect(jobs[3]?.payload).toMatchObject({ links: many.slice(3), target: { threadTs: '100.1' } });
  });

  it('talk, and a link that is no article, leave no trace', async () => {
    const { jobs, woken } = await receive(createPost({ text: 'lunch at noon?' }));
    expect([jobs.length, woken]).toEqual([0, 0]);
    expect((await receive(createPost({ links: ['mailto:a@example.com'] }))).jobs).toEqual([]);
  });

  it('a pasted article is a job that carries its text; a short text is talk', async () => {
    const { jobs } = await receive(createPost({ text: longText }));
    expect(jobs[0]?.payload).toMatchObject({ link: null, text: longText });
    expect((await receive(createPost({ text: longText.slice(0, 200) }))).jobs).toEqual([]);
  });

  it('each file is a job of its own that carries no text of the post', async () => {
    const { jobs } = await receive(createPost({ text: 'see these', files: [file('F1'), file('F2')] }));
    expect(jobs).toMatchObject([
      { key: 'T1:C1:100.1:file:F1', kind: 'brief-post', payload: { link: null, text: '', file: { id: 'F1' } } },
      { key: 'T1:C1:100.1:file:F2', thread: 'T1:C1:100.1', payload: { target: { threadTs: '100.1' } } },
    ]);
  });

  it('a text file as long as a book is left alone unless the bot was asked; a PDF says nothing by its size', async () => {
    const book = { ...file('F1'), sizeBytes: 2_000_000 };
    expect((await receive(createPost({ files: [book] }))).jobs).toEqual([]);
    expect((await receive(createPost({ files: [book], asked: true }))).jobs).toHaveLength(1);
    const pdf = { ...book, mimeType: 'application/pdf' };
    expect((await receive(createPost({ files: [pdf] }))).jobs).toHaveLength(1);
  });

  it('a file beside a link or a pasted article is briefed too', async () => {
    const files = [file('F1')];
    const beside = async (change: Partial<Post>) =>
      (await receive(createPost({ files, ...change }))).jobs.map(({ key }) => key.replace(/^T1:C1:100\.1:/, ''));
    expect(await beside({ links: [link] })).toEqual([expect.stringMatching(/^link:/), 'file:F1']);
    expect(await beside({ text: longText })).toEqual(['text', 'file:F1']);
  });

  it('a question in a thread with a brief, or with one on its way, is a job; other replies are left alone', async () => {
    const store = createMemoryStore();
    const question = createPost({ key: 'T1:C1:101.1', ts: '101.1', place: inThread, text: 'When does it close?' });
    expect((await receive(question, store)).jobs).toEqual([]);
    const brief = { article } as never;
    const answered = { replyTs: '51.1', postTs: '50.1', user: 'U1' };
    store.briefs.push({ id: 'b', team: 'T1', channel: 'C1', threadTs: '50.1', brief, ...answered, createdAt: 1 });
    expect((await receive(question, store)).jobs).toMatchObject([{ kind: 'answer-question', thread: 'T1:C1:50.1' }]);
    const remark = createPost({ key: 'T1:C1:102.1', ts: '102.1', place: inThread, text: 'I will be late, sorry.' });
    expect((await receive(remark, store)).jobs).toHaveLength(1);
  });

  it('asked with nothing to read, the flow is to say how it works', async () => {
    const { jobs } = await receive(createPost({ asked: true, text: 'hello' }));
    expect(jobs).toMatchObject([{ kind: 'brief-post', payload: { link: null } }]);
  });

  it('a channel that is read when asked is left alone otherwise, but its threads are answered', async () => {
    const store = createMemoryStore();
    store.settings = { reading: 'asked' };
    expect((await receive(createPost({ links: [link] }), store)).jobs).toEqual([]);
    expect((await receive(createPost({ links: [link], asked: true }), store)).jobs).toHaveLength(1);
    const question = createPost({
      key: 'T1:C1:101.1',
      place: { ...inThread, threadTs: '100.1' },
      text: 'Who said so?',
    });
    expect((await receive(question, store)).jobs.map(({ kind }) => kind)).toEqual(['brief-post', 'answer-question']);
  });

  it('a channel that is off, and one shared with others, are silent, and say why to who asks', async () => {
    const post = createPost({ links: [link] });
    const external = { ...post, place: { ...post.place, isExternal: true } };
    for (const [settings, shared, notice] of [
      [{ reading: 'off' }, post, 'reading-off'],
      [{}, external, 'external-off'],
    ] as const) {
      const store = createMemoryStore();
      store.settings = settings;
      expect((await receive(shared, store)).jobs).toEqual([]);
      const { jobs } = await receive({ ...shared, asked: true }, store);
      expect(jobs).toMatchObject([{ kind: 'tell', payload: { notice, target: { user: 'U1' } } }]);
    }
    const store = createMemoryStore();
    store.settings = { external: true };
    expect((await receive(external, store)).jobs).toMatchObject([{ kind: 'brief-post' }]);
  });

  it('a direct message is read whatever its settings say', async () => {
    const store = createMemoryStore();
    store.settings = { reading: 'off' };
    const place = { ...createPost().place, kind: 'dm', isExternal: true } as const;
    expect((await receive(createPost({ place, asked: true, links: [link] }), store)).jobs).toHaveLength(1);
  });

  it('a blocked site is not read, nor is the text around it; who asks is told', async () => {
    const store = createMemoryStore();
    store.settings = { blockedSites: ['news.example'] };
    expect((await receive(createPost({ links: [link], text: longText }), store)).jobs).toEqual([]);
    const { jobs } = await receive(createPost({ links: [link], asked: true }), store);
    expect(jobs).toMatchObject([{ kind: 'tell', payload: { notice: 'site-blocked' } }]);
    const both = createPost({ key: 'k2', links: [link, 'https://other.example/2026/11/story'] });
    expect((await receive(both, store)).jobs.slice(1)).toMatchObject([
      { payload: { link: 'https://other.example/2026/11/story' } },
    ]);
  });

  it.each([
    ['questions', { 'When does it close?': 1, 'I will be late, sorry.': 0 }],
    ['all', { 'When does it close?': 1, 'cost of the repairs': 1, 'I will be late, sorry.': 0 }],
    ['mention', { 'When does it close?': 0 }],
    ['never', { 'When does it close?': 0 }],
  ] as const)('where follow-ups are set to %s, replies are answered so', async (followUps, expected) => {
    for (const [text, count] of Object.entries(expected)) {
      const store = createMemoryStore();
      store.settings = { followUps };
      await receive(createPost({ links: [link] }), store);
      const reply = createPost({ key: 'T1:C1:101.1', place: { ...inThread, threadTs: '100.1' }, text });
      expect((await receive(reply, store)).jobs.slice(1), text).toHaveLength(count);
      const { jobs } = await receive({ ...reply, key: 'T1:C1:102.1', asked: true }, store);
      expect(jobs.at(-1)?.kind).toBe(followUps === 'never' ? 'tell' : 'answer-question');
    }
  });

  it.each([
    ['Who pays for the repairs?', 'Who pays for the repairs?'],
    ['How many weeks will it be closed', 'How many weeks will it be closed'],
    ['this one please', undefined],
    ['can you sum this up?', undefined],
    ['did you see this?', undefined],
  ])('a mention with a link and “%s” is briefed, and answered where it asks', async (words, question) => {
    const text = `${link} ${words}`;
    const { jobs } = await receive(createPost({ place: inThread, links: [link], text, asked: true }));
    expect(jobs.map(({ kind }) => kind)).toEqual(question ? ['brief-post', 'answer-question'] : ['brief-post']);
    if (question) expect(jobs[1]?.payload).toMatchObject({ question, asked: false, isAboutPost: true });
    const unasked = await receive(createPost({ links: [link], text }));
    expect(unasked.jobs.map(({ kind }) => kind)).toEqual(['brief-post']);
  });

  it('who turns to Byline without a question gets help, a pointer to the brief, or silence', async () => {
    const said = async (text: string) => {
      const store = createMemoryStore();
      await receive(createPost({ links: [link] }), store);
      const reply = createPost({ key: 'T1:C1:101.1', place: { ...inThread, threadTs: '100.1' }, text, asked: true });
      return (await receive(reply, store)).jobs.slice(1).map(({ payload }) => payload);
    };
    for (const text of ['', '🙏', 'help', 'What can you do?'])
      expect(await said(text), text).toMatchObject([{ kind: 'tell', notice: 'how-to-use' }]);
    for (const text of ['summarize', 'please summarise this', 'tl;dr', 'Can you sum up the article for us?'])
      expect(await said(text), text).toMatchObject([{ kind: 'tell', notice: 'brief-above' }]);
    for (const text of ['thanks!', 'Thank you so much', 'great, thanks']) expect(await said(text), text).toEqual([]);
    for (const text of ['why?', 'who is Ortiz', 'what did the mayor say about help for traders?'])
      expect(await said(text), text).toMatchObject([{ kind: 'answer-question' }]);
  });

  it('in a direct message thanks get silence, and a question outside a thread is about its last brief', async () => {
    const place = { ...createPost().place, kind: 'dm' } as const;
    const store = createMemoryStore();
    const said = async (text: string, ts: string) => {
      const before = store.jobs.size;
      await receive(createPost({ key: `T1:C1:${ts}`, ts, place, text, asked: true }), store);
      return [...store.jobs.values()].slice(before).map(({ payload }) => payload);
    };
    for (const [n, text] of ['thanks', 'Merci beaucoup!', ':tada:', '🎉'].entries())
      expect(await said(text, `20${n}.1`), text).toEqual([]);
    expect(await said('When does it open?', '300.1')).toMatchObject([{ kind: 'brief-post', text: '' }]);
    const brief = { article, summary: [], actors: [], claims: [] } as unknown as BriefRecord['brief'];
    for (const threadTs of ['90.1', '95.1'])
      await store.saveBrief({
        ...{ id: threadTs, team: 'T1', channel: 'C1', threadTs, replyTs: '1', postTs: threadTs },
        ...{ user: 'U1', brief, createdAt: 1 },
      });
    expect(await said('When does it close?', '301.1')).toMatchObject([
      { kind: 'answer-question', target: { threadTs: '301.1' }, ofThread: '95.1' },
    ]);
    expect(await said('help', '302.1')).toMatchObject([{ kind: 'brief-post', text: '' }]);
  });

  it('a store that cannot commit makes receiving fail, so that Slack is not told', async () => {
    const store = { ...createMemoryStore(), receive: () => Promise.reject(new Error('disk full')) };
    await expect(receivePost(createPost({ links: [link] }), { store, now: () => 1, wake: () => {} })).rejects.toThrow(
      'disk full',
    );
  });
});
