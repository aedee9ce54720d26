// A run of the whole but Slack and the model, which fail in every way with texts in their errors; its log is standard output.
import { DraftError, SlackError } from '../../src/core/errors.ts';
import { createHandlers } from '../../src/flows/handlers.ts';
import { receivePost } from '../../src/flows/receive-post.ts';
import { tellFailure } from '../../src/flows/tell-failure.ts';
import { createWorker } from '../../src/jobs/worker.ts';
import { createLog } from '../../src/log.ts';
import { directOfflineDrafters } from '../../src/offline/drafters.ts';
import type { PostReply } from '../../src/ports.ts';
import { openStore } from '../../src/store/open-store.ts';
import { article, createPost } from '../flows/fakes.ts';

const [path = '', canary = ''] = process.argv.slice(2);
const log = createLog('debug');
const store = await openStore({ path, log });

const said = `The harbour bridge will close for 12 weeks, Mayor Lena Ortiz said. “We wait for ${canary},” she told reporters.`;
const paste = `${canary} news\n\n${`${said} The council of the town met on Monday and voted for it. `.repeat(12)}`;
const leak = (where: string) => new Error(`${where}: ${canary} at https://news.example/?token=${canary}`);

const failed = new Set<string>();
/** True the first time. */
const failsOnce = (what: string) => !failed.has(what) && failed.add(what).has(what);

let replies = 0;
const postReply: PostReply = async (target, reply) => {
  if (target.channel === 'CGONE') throw new SlackError('channel-gone', { cause: leak('slack') });
  if (failsOnce(`${target.threadTs} ${reply.kind}`))
    throw new SlackError('unavailable', { cause: leak('slack'), maybeStored: true });
  replies += 1;
  return { ts: `900.${replies}` };
};
const worker = createWorker({
  store,
  handlers: createHandlers({
    readPage: async (url) => {
      if (url.includes('broken')) throw leak('reading');
      if (url.includes('wall')) return { kind: 'refusal', why: 'paywall', detail: `A wall before ${canary}.` };
      return { ...article, url, title: `On ${canary}`, text: `${article.text}\n\n${said}` };
    },
    readFile: async () => ({ ...article, url: null, text: said }),
    model: {
      draftBrief: async ({ url }) => {
        throw failsOnce(`model ${url}`) ? leak('model') : new DraftError('bad-answer', { cause: leak('model') });
      },
      draftAnswer: () => Promise.reject(new DraftError('model-down', { cause: leak('model') })),
    },
    offline: directOfflineDrafters,
    language: undefined,
    maxModelWaitMs: 0,
    findPost: () => Promise.reject(leak('slack')),
    receivePost: () => Promise.reject(leak('slack')),
    postReply,
    showWorking: async () => null,
    deleteReply: () => Promise.reject(leak('slack')),
    findReplies: () => Promise.reject(leak('slack')),
    editReply: () => Promise.reject(leak('slack')),
    store,
    now: Date.now,
    log,
  }),
  onGivenUp: (job, _code, run) =>
    tellFailure(job, { showWorking: async () => null, deleteReply: async () => {}, postReply, log }, run),
  maxAttempts: 3,
  // Retries without their pauses.
  setTimer: (work, ms) => {
    const timer = setTimeout(work, Math.min(ms, 20));
    return () => clearTimeout(timer);
  },
  random: () => 0,
  log,
});
await worker.start();

const ports = { store, now: () => Date.now() - 1_000_000, wake: () => worker.wake() };
const link = (id: string, page: string, channel = 'C1') =>
  receivePost(
    createPost({
      key: `T1:${channel}:${id}`,
      ts: id,
      place: { team: 'T1', channel, threadTs: null, kind: 'public', isExternal: false },
      links: [`https://news.example/${page}?token=${canary}`],
      text: `Look: ${canary}`,
    }),
    ports,
  );
await link('100.1', 'article');
await link('200.1', 'broken');
await link('300.1', 'wall');
await link('400.1', 'article', 'CGONE');
await receivePost(createPost({ key: 'T1:C1:500.1', ts: '500.1', asked: true, text: paste }), ports);
await receivePost(
  createPost({
    key: 'T1:C1:100.2',
    ts: '100.2',
    place: { team: 'T1', channel: 'C1', threadTs: '100.1', kind: 'public', isExternal: false },
    asked: true,
    text: `What was said about ${canary}?`,
  }),
  ports,
);

while ((await store.queueState(Date.now())).pending + (await store.queueState(Date.now())).running > 0) {
  worker.wake();
  await new Promise((settle) => setTimeout(settle, 50));
}
await worker.stop({ deadlineMs: 1000 });
// Killed, so that nothing is tidied away at the end.
process.kill(process.pid, 'SIGKILL');
