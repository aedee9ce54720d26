import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../src/core/check.ts';
import { DraftError, SlackError } from '../../src/core/errors.ts';
import { type AnswerPorts, answerQuestion } from '../../src/flows/answer-question.ts';
import type { AnswerTask } from '../../src/flows/tasks.ts';
import { tellFailure } from '../../src/flows/tell-failure.ts';
import {
  answerDraft,
  article,
  cannedDrafters,
  createMemoryStore,
  createRecorder,
  createRun,
  draft,
  emptyAnswer,
  silentLog,
} from './fakes.ts';

const target = { team: 'T1', channel: 'C1', threadTs: '100.1', user: 'U1', responseUrl: null };
const task: AnswerTask = {
  kind: 'answer-question',
  target,
  postTs: '101.1',
  asked: false,
  question: 'For how long will it close?',
};
const brief = checkDraft(draft, article);
const record = {
  id: 'b1',
  team: 'T1',
  channel: 'C1',
  threadTs: '100.1',
  brief,
  replyTs: '900.1',
  postTs: '100.1',
  user: 'U1',
  createdAt: 1,
};

function setUp(changes: Partial<AnswerPorts> = {}) {
  const recorder = createRecorder();
  const store = createMemoryStore();
  const ports: AnswerPorts = {
    model: undefined,
    offline: cannedDrafters(draft),
    ...recorder,
    store,
    maxModelWaitMs: 0,
    now: () => 1,
    log: silentLog,
    ...changes,
  };
  return { ports, recorder, store };
}

describe('answering a question', () => {
  it('beside a link is answered from what the link led to, and in silence where that was refused', async () => {
    const { ports, recorder, store } = setUp();
    store.briefs.push(record);
    const beside: AnswerTask = { ...task, postTs: '102.1', isAboutPost: true };
    expect(await answerQuestion(beside, ports, createRun())).toBe('skipped');
    store.briefs.push({ ...record, id: 'b2', postTs: '102.1' });
    expect(await answerQuestion(beside, ports, createRun())).toBe('answered');
    expect(recorder.replies).toMatchObject([{ reply: { isOneOfSeveral: false } }]);
  });

  it.each([
    ['a question with nothing of the article in it', 'Who will fetch the sandwiches?', draft],
    ['a remark', 'good work on this one', draft],
  ])('leaves people alone: %s gets silence, not even a sign, unless Byline was asked', async (_, question) => {
    const { ports, recorder, store } = setUp();
    store.briefs.push(record);
    expect(await answerQuestion({ ...task, question }, ports, createRun())).toBe('skipped');
    expect([recorder.replies, recorder.working]).toEqual([[], []]);
    await answerQuestion({ ...task, question, asked: true }, ports, createRun());
    expect(recorder.replies).toHaveLength(1);
  });

  it('leaves people alone where the article has little of their words and no answer', async () => {
    const nothing = { ...answerDraft, notInArticle: true, statements: [], closest: [2] };
    const { ports, recorder, store } = setUp({ offline: cannedDrafters(draft, nothing) });
    store.briefs.push(record);
    for (const question of ['Who will fetch the cake and candles on Monday?', 'that bridge again'])
      expect(await answerQuestion({ ...task, question }, ports, createRun())).toBe('skipped');
    expect(recorder.replies).toEqual([]);
    const question = 'Why does the harbour bridge close?';
    expect(await answerQuestion({ ...task, question }, ports, createRun())).toBe('not-in-article');
  });

  it('answers from the thread’s article with a passage, and remembers it', async () => {
    const { ports, recorder, store } = setUp();
    store.briefs.push(record);
    expect(await answerQuestion(task, ports, createRun())).toBe('answered');
    expect(recorder.replies).toMatchObject([
      { target, reply: { kind: 'answer', answer: { statements: [{ sentences: [1] }] } } },
    ]);
    expect(store.answers).toMatchObject([{ question: task.question, threadTs: '100.1' }]);
  });

  it('says that the article does not say, with the nearest passage', async () => {
    const { ports, recorder, store } = setUp({ offline: cannedDrafters(draft, emptyAnswer) });
    store.briefs.push(record);
    expect(await answerQuestion(task, ports, createRun())).toBe('not-in-article');
    expect(recorder.replies[0]?.reply).toMatchObject({
      answer: { statements: [], closest: { text: expect.stringContaining('any longer') } },
    });
  });

  it('a statement the article does not bear out is not an answer', async () => {
    const invented = {
      ...answerDraft,
      statements: [{ text: 'It will close for 99 weeks.', sentences: [1], quote: null }],
    };
    const { ports, recorder, store } = setUp({ model: cannedDrafters(draft, invented) });
    store.briefs.push(record);
    await answerQuestion(task, ports, createRun());
    expect(JSON.stringify(recorder.replies[0]?.reply)).not.toContain(
      '"text":"It will close for 99 weeks.","sentences"',
    );
    expect(recorder.replies[0]?.reply).toMatchObject({ answer: { statements: [] } });
  });

  it('a model that fails is replaced by the offline reader', async () => {
    const { ports, recorder, store } = setUp({ model: cannedDrafters(draft, new DraftError('model-down')) });
    store.briefs.push(record);
    await answerQuestion(task, ports, createRun());
    expect(recorder.replies[0]?.reply).toMatchObject({
      answer: { drafter: { kind: 'offline', fellBack: 'model-down' } },
    });
  });

  it('says so where the thread has no such article, instead of answering from another', async () => {
    const { ports, recorder, store } = setUp();
    store.briefs.push(record);
    const asked = { ...task, question: 'What does the third article say about the bridge?' };
    expect(await answerQuestion(asked, ports, createRun())).toBe('told-how');
    expect(recorder.replies).toMatchObject([{ reply: { kind: 'notice', notice: 'no-such-article' } }]);
  });

  it('answers from the page’s own data what is asked of the article itself, without a draft', async () => {
    const { ports, recorder, store } = setUp({ model: cannedDrafters(draft, new DraftError('model-down')) });
    store.briefs.push({ ...record, brief: { ...brief, article: { ...article, authors: ['Ann Ray'] } } });
    expect(await answerQuestion({ ...task, question: 'who wrote this?' }, ports, createRun())).toBe('answered');
    expect(recorder.replies).toMatchObject([
      { reply: { kind: 'answer', answer: { statements: [], fact: { text: expect.stringContaining('Ann Ray') } } } },
    ]);
    expect(store.answers).toMatchObject([{ answer: expect.stringContaining('Ann Ray') }]);
  });

  it('of several articles in a thread the one that says it answers', async () => {
    const other = { ...article, title: 'Another story', text: 'The museum opens on Sunday, its director said.' };
    const { ports, recorder, store } = setUp({
      offline: {
        draftBrief: async () => draft,
        draftAnswer: async (_question, from) => (from.title === other.title ? emptyAnswer : answerDraft),
      },
    });
    store.briefs.push({ ...record, id: 'b2', brief: { ...brief, article: other } }, record);
    await answerQuestion(task, ports, createRun());
    expect(recorder.replies[0]?.reply).toMatchObject({ article: { title: article.title } });
  });

  it('of several articles that say something, each answers under its name', async () => {
    const { ports, recorder, store } = setUp();
    const other = { ...article, title: 'Another story' };
    store.briefs.push({ ...record, id: 'b2', brief: { ...brief, article: other } }, record);
    await answerQuestion(task, ports, createRun());
    expect(recorder.replies).toHaveLength(1);
    expect(recorder.replies[0]?.reply).toMatchObject({
      isOneOfSeveral: true,
      article: { title: 'Another story' },
      also: [{ article: { title: article.title } }],
    });
  });

  it('of several articles only the one that the question names is asked', async () => {
    const asked: string[] = [];
    const { ports, recorder, store } = setUp({
      offline: {
        draftBrief: async () => draft,
        draftAnswer: async ({ text }, from) => {
          asked.push(`${from.title}: ${text}`);
          return answerDraft;
        },
      },
    });
    const other = { ...article, title: 'Another story' };
    store.briefs.push({ ...record, id: 'b2', brief: { ...brief, article: other } }, record);
    await answerQuestion({ ...task, question: 'For how long will it close in the first article?' }, ports, createRun());
    expect(asked).toEqual([`${article.title}: For how long will it close?`]);
    expect(recorder.replies[0]?.reply).toMatchObject({
      answer: { question: 'For how long will it close in the first article?' },
      also: [],
    });
  });

  it('of several articles what the first was answered for is counted, although the model was limited at the next', async () => {
    const usage = { inputTokens: 900, outputTokens: 80, calls: 1 };
    const other = { ...article, title: 'Another story' };
    const { ports, store } = setUp({
      maxModelWaitMs: 60_000,
      model: {
        draftBrief: async () => draft,
        draftAnswer: async (_question, from) => {
          if (from.title !== other.title) throw new DraftError('rate-limited', { retryAfterMs: 20_000 });
          return { ...answerDraft, drafter: { ...answerDraft.drafter, kind: 'model', model: 'canned', usage } };
        },
      },
    });
    store.briefs.push({ ...record, id: 'b2', brief: { ...brief, article: other } }, record);
    await expect(answerQuestion(task, ports, createRun())).rejects.toMatchObject({ name: 'RetryLater' });
    expect([...store.usages.values()]).toMatchObject([{ model: 'canned', ...usage }]);
  });

  it('asked outside the brief’s thread it is answered where it stands', async () => {
    const { ports, recorder, store } = setUp();
    store.briefs.push(record);
    const elsewhere = { ...task, asked: true, target: { ...target, threadTs: '300.1' }, ofThread: '100.1' };
    expect(await answerQuestion(elsewhere, ports, createRun())).toBe('answered');
    expect(recorder.replies).toMatchObject([{ target: { threadTs: '300.1' }, reply: { kind: 'answer' } }]);
  });

  it('without a brief in the thread it is silent unless asked', async () => {
    const { ports, recorder } = setUp();
    expect(await answerQuestion(task, ports, createRun())).toBe('skipped');
    expect(await answerQuestion({ ...task, asked: true }, ports, createRun())).toBe('told-how');
    expect(recorder.replies).toMatchObject([{ reply: { notice: 'nothing-to-read' } }]);
  });
});

describe('a job that is given up', () => {
  const job = { id: 'j', key: 'k', kind: 'brief-post', team: 'T1', thread: 't', payload: { target }, attempts: 8 };

  it('is told to the person in the thread, once over all tries', async () => {
    const recorder = createRecorder();
    const ports = { ...recorder, log: silentLog };
    const steps = new Map<string, unknown>();
    const failing = { ...ports, postReply: () => Promise.reject(new SlackError('unavailable')) };
    await expect(tellFailure(job, failing, createRun(steps))).rejects.toThrow();
    await tellFailure(job, ports, createRun(steps));
    await tellFailure(job, ports, createRun(steps));
    const told = { target, key: expect.stringMatching(/:apology$/), mayStand: true };
    expect(recorder.replies).toMatchObject([{ ...told, reply: { kind: 'notice', notice: 'brief-failed' } }]);
  });

  it('takes the sign of life away that a process left which died at it', async () => {
    const recorder = createRecorder();
    const left = { ...job, payload: { target, postTs: '100.1' } };
    await tellFailure(left, { ...recorder, log: silentLog }, createRun());
    expect(recorder.working).toEqual([false]);
  });

  it('that names nobody is only logged', async () => {
    const recorder = createRecorder();
    await tellFailure({ ...job, payload: null }, { ...recorder, log: silentLog }, createRun());
    expect(recorder.replies).toEqual([]);
  });
});
