import { describe, expect, it } from 'vitest';
import { briefPost } from '../../src/flows/brief-post.ts';
import { receivePost } from '../../src/flows/receive-post.ts';
import type { BriefTask, WithdrawTask } from '../../src/flows/tasks.ts';
import { receiveDeletion, withdrawPost } from '../../src/flows/withdraw-post.ts';
import {
  article,
  cannedDrafters,
  createMemoryStore,
  createPost,
  createRecorder,
  createRun,
  draft,
  silentLog,
} from './fakes.ts';

const deletion = { team: 'T1', channel: 'C1', ts: '100.1', threadTs: null };
const link = 'https://news.example/harbour';

function setUp() {
  const store = {
    ...createMemoryStore(),
    repliesToPost: async () => replies,
    deleteReplies: async () => void replies.splice(0),
    jobKeysOfPost: async () => ['T1:C1:100.1:more'],
    textsOfFailedJobs: async () => [],
    emptyFailedJobs: async () => {},
  };
  const replies: { id: string; replyTs: string | null }[] = [];
  const ports = { store, now: () => 1, wake: () => {} };
  return { store, replies, ports };
}

describe('a deleted post', () => {
  it('that Byline said nothing about leaves no trace', async () => {
    const { store, ports } = setUp();
    await receiveDeletion(deletion, ports);
    expect(store.jobs.size).toBe(0);
  });

  it('takes its replies back once, however often the deletion is delivered and tried', async () => {
    const { store, replies, ports } = setUp();
    replies.push({ id: 'b1', replyTs: '100.2' }, { id: 'a1', replyTs: null });
    await receiveDeletion(deletion, ports);
    await receiveDeletion(deletion, ports);
    const jobs = [...store.jobs.values()];
    expect(jobs).toMatchObject([{ kind: 'withdraw-post', thread: 'T1:C1:100.1' }]);
    const deleted: string[] = [];
    const steps = new Map<string, unknown>();
    const deleteReply = async ({ ts }: { ts: string }) => void deleted.push(ts);
    const findReplies = async (_: unknown, keys: string[]) => (keys.includes('T1:C1:100.1:more') ? ['100.3'] : []);
    const slack = { deleteReply, findReplies };
    const failing = { store: { ...store, deleteReplies: () => Promise.reject(new Error('disk full')) }, ...slack };
    await expect(withdrawPost(jobs[0]?.payload as WithdrawTask, failing, createRun(steps))).rejects.toThrow(
      'disk full',
    );
    await withdrawPost(jobs[0]?.payload as WithdrawTask, { store, ...slack }, createRun(steps));
    expect(deleted).toEqual(['100.2', '100.3']);
    expect(replies).toEqual([]);
  });

  it('whose brief is still in hand is not briefed any more', async () => {
    const { store, ports } = setUp();
    const recorder = createRecorder();
    await receivePost(createPost({ links: [link] }), ports);
    const task = [...store.jobs.values()][0]?.payload as BriefTask;
    const briefPorts = {
      ...recorder,
      readPage: async () => {
        await receiveDeletion(deletion, ports);
        return article;
      },
      readFile: async () => article,
      maxModelWaitMs: 0,
      model: undefined,
      offline: cannedDrafters(draft),
      store,
      now: () => 1,
      log: silentLog,
    };
    expect(await briefPost(task, briefPorts, createRun())).toBe('withdrawn');
    expect(await briefPost(task, briefPorts, createRun())).toBe('withdrawn');
    expect(recorder.replies).toEqual([]);
  });
});
