import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/core/draft.ts';
import { describeDrafter } from '../../src/core/wording.ts';
import { briefPost } from '../../src/flows/brief-post.ts';
import { createDraftReuse } from '../../src/flows/reuse-draft.ts';
import type { BriefTask } from '../../src/flows/tasks.ts';
import { createWorker } from '../../src/jobs/worker.ts';
import type { DraftOptions } from '../../src/ports.ts';
import { newJob } from '../store/records.ts';
import { openTestStore } from '../store/stores.ts';
import { article, cannedDrafters, createRecorder, draft, silentLog } from './fakes.ts';

const usage = { inputTokens: 900, outputTokens: 100, calls: 1, costMicros: 5000 };
const drafter = { kind: 'model', model: 'canned', promptVersion: '0', fellBack: null, usage } as const;
const made = {
  model: 'canned',
  promptVersion: '0',
  settings: [],
  isPublicPage: (link: string) => !/intranet/.test(link),
};

function taskIn(channel: string, changes: Partial<BriefTask> = {}): BriefTask {
  const target = { team: 'T1', channel, threadTs: '100.1', user: 'U1', responseUrl: null };
  const post = { postTs: '100.1', asked: true, link: 'https://news.example/harbour', file: null, text: '' };
  return { kind: 'brief-post', target, ...post, ...changes };
}

/** Processes one after another on one store; each is killed when its model's answer has been kept. */
async function openNewsroom(url = article.url) {
  const store = await openTestStore(':memory:');
  const recorder = createRecorder();
  const state = { asked: 0, dies: true };
  // As the real drafters do: what was answered before is not asked again.
  const draftBrief = async (_article: unknown, _signal: unknown, options?: DraftOptions): Promise<Draft> => {
    const kept = await options?.keep?.find('the-request');
    if (kept === undefined) {
      state.asked += 1;
      await options?.keep?.keep('the-request', 'the answer');
    }
    if (state.dies) await new Promise(() => {});
    return { ...draft, drafter };
  };
  const startProcess = async (order: string[]) => {
    const ports = {
      ...recorder,
      readPage: async () => ({ ...article, url }),
      readFile: async () => article,
      model: { ...cannedDrafters(draft), draftBrief },
      offline: cannedDrafters(draft),
      reuse: createDraftReuse(made),
      store,
      maxModelWaitMs: 0,
      now: store.now,
      log: silentLog,
    };
    const worker = createWorker({
      store,
      handlers: {
        // A cast: the test's own payload.
        'brief-post': async (payload, run) => {
          const task = payload as BriefTask;
          // Those who come first in this process.
          while (order.length > 0 && order[0] !== task.target.channel)
            await new Promise((settle) => setTimeout(settle, 5));
          order.shift();
          await briefPost(task, ports, run);
        },
      },
      onGivenUp: async () => {},
      now: store.now,
      log: silentLog,
    });
    await worker.start();
    return worker;
  };
  const add = (task: BriefTask) => {
    const { channel } = task.target;
    return store.receive({ key: channel, team: 'T1', receivedAt: store.now() }, [
      newJob(channel, { channel, payload: task }),
    ]);
  };
  const waitForAsked = async () => {
    while (state.asked === 0) await new Promise((settle) => setTimeout(settle, 5));
    await new Promise((settle) => setTimeout(settle, 30));
  };
  return { store, state, recorder, startProcess, add, waitForAsked };
}

describe('a model’s answer that a killed process had read', () => {
  it.each([{ order: ['C2', 'C1'] }, { order: ['C1', 'C2'] }])(
    'is used for every post of the article, whichever goes on first: $order',
    async ({ order }) => {
      const { store, state, recorder, startProcess, add, waitForAsked } = await openNewsroom();
      await add(taskIn('C1'));
      await add(taskIn('C2'));
      await startProcess(['C1', 'C2']);
      await waitForAsked();
      // Killed; its promises never settle.
      state.dies = false;
      const worker = await startProcess([...order]);
      await worker.idle();
      await worker.stop({ deadlineMs: 100 });
      expect(recorder.replies).toHaveLength(2);
      expect(state.asked).toBe(1);
      const spent = await store.sumUsage({ team: 'T1', fromDay: '1970-01-01', toDay: '2999-01-01' });
      expect(spent.calls).toBeLessThanOrEqual(1);
      const said = recorder.replies.map(({ reply }) =>
        reply.kind === 'brief' ? describeDrafter(reply.brief.drafter) : '',
      );
      expect(said.filter((words) => words.includes('at no cost')).length).toBeGreaterThan(0);
    },
  );

  it('is for that post alone where not everybody can read the page', async () => {
    const link = 'https://intranet.example/harbour';
    const { state, recorder, startProcess, add, waitForAsked } = await openNewsroom(link);
    await add(taskIn('C1', { link }));
    await add(taskIn('C2', { link }));
    await startProcess(['C1', 'none']);
    await waitForAsked();
    state.dies = false;
    const worker = await startProcess(['C2', 'C1']);
    await worker.idle();
    await worker.stop({ deadlineMs: 100 });
    expect(recorder.replies).toHaveLength(2);
    expect(state.asked).toBe(2);
  });
});
