import { describe, expect, it } from 'vitest';
import type { Article, Refusal } from '../../src/core/article.ts';
import { DraftError, GiveUp, SlackError } from '../../src/core/errors.ts';
import { type BriefPorts, briefPost } from '../../src/flows/brief-post.ts';
import type { BriefTask } from '../../src/flows/tasks.ts';
import {
  article,
  cannedDrafters,
  createMemoryStore,
  createRecorder,
  createRun,
  draft,
  inventedDraft,
  refusal,
  silentLog,
} from './fakes.ts';

const target = { team: 'T1', channel: 'C1', threadTs: '100.1', user: 'U1', responseUrl: null };
const task: BriefTask = {
  kind: 'brief-post',
  target,
  postTs: '100.1',
  asked: false,
  link: 'https://news.example/harbour',
  file: null,
  text: '',
};

const file = {
  id: 'F1',
  name: 'harbour.txt',
  mimeType: 'text/plain',
  sizeBytes: 40_000,
  url: 'https://files.slack.com/F1',
};
const fileTask: BriefTask = { ...task, link: null, file };

function setUp(changes: Partial<BriefPorts> & { page?: Article | Refusal } = {}) {
  const recorder = createRecorder();
  const store = createMemoryStore();
  let reads = 0;
  const ports: BriefPorts = {
    readPage: async () => {
      reads++;
      return changes.page ?? article;
    },
    readFile: async () => changes.page ?? { ...article, url: null },
    model: undefined,
    offline: cannedDrafters(draft),
    postReply: recorder.postReply,
    showWorking: recorder.showWorking,
    store,
    maxModelWaitMs: 0,
    now: () => 1,
    log: silentLog,
    ...changes,
  };
  return { ports, recorder, store, reads: () => reads };
}

describe('briefing a post', () => {
  it('reads, drafts, checks, replies once in the thread and keeps the brief for questions', async () => {
    const { ports, recorder, store } = setUp();
    expect(await briefPost(task, ports, createRun())).toBe('briefed');
    expect(recorder.replies).toHaveLength(1);
    expect(recorder.replies[0]).toMatchObject({
      target,
      reply: { kind: 'brief', brief: { claims: [{ source: { name: 'Lena Ortiz' } }] } },
    });
    expect(store.briefs).toMatchObject([{ threadTs: '100.1', replyTs: '900.1' }]);
    expect(recorder.working).toEqual([true, false]);
  });

  it('is as long as the channel wants it', async () => {
    const { ports, recorder, store } = setUp();
    store.settings = { length: 'short' };
    await briefPost(task, ports, createRun());
    expect(recorder.replies).toMatchObject([{ reply: { kind: 'brief', length: 'short' } }]);
  });

  it('is drafted in the channel’s language, and without a model where the workspace wants none', async () => {
    const languages: unknown[] = [];
    const model = cannedDrafters(draft);
    const spying = {
      ...model,
      draftBrief: async (...given: Parameters<typeof model.draftBrief>) => {
        languages.push(given[2]?.language);
        return model.draftBrief(...given);
      },
    };
    const { ports, store } = setUp({ model: spying, language: 'sv' });
    await briefPost(task, ports, createRun());
    store.settings = { language: 'de' };
    await briefPost(task, ports, createRun());
    store.workspace = { drafting: 'offline' };
    await briefPost(task, ports, createRun());
    expect(languages).toEqual(['sv', 'de']);
  });

  it('a command’s reply opens the thread that questions are asked in', async () => {
    const { ports, store } = setUp();
    await briefPost({ ...task, target: { ...target, threadTs: null } }, ports, createRun());
    expect(store.briefs[0]?.threadTs).toBe('900.1');
  });

  it('a page that was not read is said, once, and nothing is kept', async () => {
    const { ports, recorder, store } = setUp({ page: refusal('paywall') });
    expect(await briefPost(task, ports, createRun())).toBe('refused');
    expect(recorder.replies).toMatchObject([{ reply: { kind: 'refusal', about: 'news.example' } }]);
    expect(store.briefs).toEqual([]);
  });

  it('a page that may be there in a minute can be tried again, for all to see only where it was asked so', async () => {
    const { ports, recorder } = setUp({ page: refusal('unreachable') });
    await briefPost({ ...task, asked: true }, ports, createRun());
    await briefPost({ ...task, asked: true, target: { ...target, isPrivate: true } }, ports, createRun());
    expect(recorder.replies).toMatchObject([{ reply: { retry: task.link } }, { reply: { retry: null } }]);
  });

  it('a link that is no article gets silence, unless the bot was asked', async () => {
    const { ports, recorder } = setUp({ page: refusal('home-page') });
    expect(await briefPost(task, ports, createRun())).toBe('skipped');
    expect(recorder.replies).toEqual([]);
    expect(await briefPost({ ...task, asked: true }, ports, createRun())).toBe('refused');
    expect(recorder.replies).toHaveLength(1);
  });

  it('an invention of the model is not shown: the offline reader stands in and the brief says why', async () => {
    const { ports, recorder } = setUp({ model: cannedDrafters(inventedDraft) });
    await briefPost(task, ports, createRun());
    const reply = recorder.replies[0]?.reply;
    expect(JSON.stringify(reply)).not.toMatch(/Falk|tunnel|40 days/);
    expect(reply).toMatchObject({ brief: { drafter: { kind: 'offline', fellBack: 'nothing-held' } } });
  });

  it.each(['model-down', 'model-slow', 'rate-limited', 'model-refused', 'bad-answer', 'bad-key'] as const)(
    'a model that fails (%s) is replaced by the offline reader',
    async (code) => {
      const { ports, recorder } = setUp({ model: cannedDrafters(new DraftError(code)) });
      expect(await briefPost(task, ports, createRun())).toBe('briefed');
      expect(recorder.replies[0]?.reply).toMatchObject({ brief: { drafter: { kind: 'offline', fellBack: code } } });
    },
  );

  it('what a model spent is counted once, also where its draft was not used', async () => {
    const usage = { inputTokens: 900, outputTokens: 80, calls: 2 };
    const { ports, store } = setUp({ model: cannedDrafters(new DraftError('bad-answer', { usage })) });
    const steps = new Map<string, unknown>();
    await briefPost(task, ports, createRun(steps));
    await briefPost(task, ports, createRun(steps));
    expect([...store.usages.values()]).toMatchObject([
      { team: 'T1', channel: 'C1', user: 'U1', day: '1970-01-01', inputTokens: 900 },
    ]);
  });

  it('what a model was paid before it ran into its limit is counted, also where the post is deleted meanwhile', async () => {
    const usage = { inputTokens: 5000, outputTokens: 5000, calls: 1 };
    const limited = new DraftError('rate-limited', { usage, retryAfterMs: 20_000 });
    const { ports, store } = setUp({ model: cannedDrafters(limited), maxModelWaitMs: 60_000 });
    const run = createRun();
    await expect(briefPost(task, ports, run)).rejects.toMatchObject({ name: 'RetryLater' });
    await store.receive({ key: 'T1:C1:100.1:deleted' }, []);
    expect(await briefPost(task, ports, run)).toBe('withdrawn');
    expect([...store.usages.values()]).toMatchObject([{ inputTokens: 5000, outputTokens: 5000, calls: 1 }]);
  });

  it('what a model was paid is counted also where its draft cannot be checked', async () => {
    const usage = { inputTokens: 900, outputTokens: 80, calls: 1 };
    const paid = { ...draft, drafter: { ...inventedDraft.drafter, usage } };
    const checkBrief = () => Promise.reject(new GiveUp('check-limits'));
    const checkers = { checkBrief, checkAnswer: () => Promise.reject(new GiveUp('check-limits')) };
    const { ports, store } = setUp({ model: cannedDrafters(paid), checkers });
    await expect(briefPost(task, ports, createRun())).rejects.toThrow('check-limits');
    expect([...store.usages.values()]).toMatchObject([{ model: 'canned', inputTokens: 900, calls: 1 }]);
  });

  it('a second try repeats no finished step and looks for the reply of the first', async () => {
    const steps = new Map<string, unknown>();
    const { ports, recorder, reads } = setUp();
    const failing = { ...ports, postReply: () => Promise.reject(new SlackError('unavailable', { maybeStored: true })) };
    await expect(briefPost(task, failing, createRun(steps))).rejects.toMatchObject({ code: 'unavailable' });
    // Work goes on once Slack is back.
    expect(recorder.working).toEqual([true]);
    expect(await briefPost(task, ports, createRun(steps))).toBe('briefed');
    expect(reads()).toBe(1);
    expect(recorder.replies).toMatchObject([{ mayStand: true }]);
    await briefPost(task, ports, createRun(steps));
    expect(recorder.replies).toHaveLength(1);
  });

  it('a rate limit is waited out, a channel that takes no reply ends the job', async () => {
    const { ports } = setUp();
    const failing = (error: Error) =>
      briefPost(task, { ...ports, postReply: () => Promise.reject(error) }, createRun());
    const limited = new SlackError('rate-limited', { retryAfterMs: 7000 });
    await expect(failing(limited)).rejects.toMatchObject({ name: 'RetryLater', afterMs: 7000 });
    await expect(failing(new SlackError('channel-gone'))).rejects.toMatchObject({
      name: 'GiveUp',
      code: 'channel-gone',
    });
  });

  it('a file is briefed like a link, and read by the reader of files', async () => {
    const { ports, recorder, store, reads } = setUp();
    expect(await briefPost(fileTask, ports, createRun())).toBe('briefed');
    expect(recorder.replies).toMatchObject([{ target, reply: { kind: 'brief' } }]);
    expect(store.briefs[0]?.brief.article.url).toBeNull();
    expect(reads()).toBe(0);
  });

  it('a file that may not be read is said under its name, and the log names neither it nor where it is', async () => {
    const logged: unknown[] = [];
    const log = { ...silentLog, info: (...line: unknown[]) => void logged.push(line) };
    const { ports, recorder } = setUp({ page: refusal('unreachable'), log });
    expect(await briefPost(fileTask, ports, createRun())).toBe('refused');
    expect(recorder.replies).toMatchObject([{ reply: { kind: 'refusal', about: 'harbour.txt' } }]);
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toMatch(/harbour|files\.slack/);
  });

  it.each(['not-text', 'too-short', 'gone'] as const)(
    'a file that is no article or was taken back (%s) gets silence, unless the bot was asked',
    async (why) => {
      const { ports, recorder } = setUp({ page: refusal(why) });
      expect(await briefPost(fileTask, ports, createRun())).toBe('skipped');
      expect(recorder.replies).toEqual([]);
      expect(await briefPost({ ...fileTask, asked: true }, ports, createRun())).toBe('refused');
    },
  );

  it('a file that claims nothing was not shared as news: silence, unless the bot was asked', async () => {
    const { ports, recorder } = setUp({ offline: cannedDrafters({ ...draft, claims: [] }) });
    expect(await briefPost(fileTask, ports, createRun())).toBe('skipped');
    expect(await briefPost({ ...fileTask, asked: true }, ports, createRun())).toBe('briefed');
    expect(recorder.replies).toHaveLength(1);
  });

  it('a text of which nothing is said is no article, and nobody can ask about it: who asked is told', async () => {
    const { ports, recorder, store } = setUp({ offline: cannedDrafters({ ...draft, summary: [], claims: [] }) });
    const text = { ...task, link: null, text: article.text };
    expect(await briefPost(text, ports, createRun())).toBe('skipped');
    expect(await briefPost({ ...text, asked: true }, ports, createRun())).toBe('told-how');
    expect(recorder.replies).toMatchObject([{ reply: { kind: 'notice', notice: 'nothing-to-read' } }]);
    const thread = { team: 'T1', channel: 'C1', threadTs: '100.1' };
    expect(await store.briefsInThread(thread)).toEqual([]);
  });

  it('a file that Slack does not give out just now is tried again', async () => {
    const { ports, recorder } = setUp();
    const steps = new Map<string, unknown>();
    const failing = { ...ports, readFile: () => Promise.reject(new SlackError('unavailable')) };
    await expect(briefPost(fileTask, failing, createRun(steps))).rejects.toMatchObject({ code: 'unavailable' });
    expect(await briefPost(fileTask, ports, createRun(steps))).toBe('briefed');
    expect(recorder.replies).toHaveLength(1);
  });

  it('asked with nothing to read, it says how it works', async () => {
    const { ports, recorder } = setUp();
    expect(await briefPost({ ...task, asked: true, link: null, text: ' ' }, ports, createRun())).toBe('told-how');
    expect(recorder.replies).toMatchObject([{ reply: { kind: 'notice', notice: 'how-to-use' } }]);
  });
});
