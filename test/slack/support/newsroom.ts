import { articleLinks } from '../../../src/core/links.ts';
import type { Post } from '../../../src/core/post.ts';
import { createHandlers } from '../../../src/flows/handlers.ts';
import { receiveFeedback } from '../../../src/flows/receive-feedback.ts';
import { receivePost } from '../../../src/flows/receive-post.ts';
import { receiveShare } from '../../../src/flows/share-brief.ts';
import { tellFailure } from '../../../src/flows/tell-failure.ts';
import { receiveLinkRemoval } from '../../../src/flows/withdraw-links.ts';
import { receiveDeletion } from '../../../src/flows/withdraw-post.ts';
import { createWorker } from '../../../src/jobs/worker.ts';
import { createSlack } from '../../../src/slack/app.ts';
import { createFileReader } from '../../../src/slack/fetch-file.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { readDocument } from '../../../src/web/read-document.ts';
import { answerDraft, article, cannedDrafters, draft } from '../../flows/fakes.ts';
import { type FakeSlack, findResponseProblems, startFakeSlack } from './fake-slack.ts';
import { startFakeSocket } from './fake-socket.ts';
import { recordLog } from './record-log.ts';
import { commandDefaults, createSender, signingSecret, toEnvelope } from './signed-http.ts';
import { findAnswerProblems, type Given, toSubmission, type ViewAnswer } from './submit-view.ts';
import { waitUntil } from './wait-until.ts';
import { unreachable } from './ways.ts';

export type Mode = 'http' | 'socket';

const down = { kind: 'refusal', why: 'unreachable', detail: 'This page could not be reached.' } as const;

// Long enough to be sent in pieces.
const twoStatements = {
  ...answerDraft,
  statements: [
    ...answerDraft.statements,
    { text: 'Lena Ortiz said: “We cannot wait any longer.”', sentences: [2], quote: 'We cannot wait any longer' },
  ],
};

export type Newsroom = {
  fake: FakeSlack;
  store: Store;
  /** Delivers as Slack does; true where Byline acknowledged. */
  event: (event: Record<string, unknown>, envelope?: Record<string, unknown>) => Promise<boolean>;
  command: (command: Record<string, string>) => Promise<boolean>;
  interact: (payload: Record<string, unknown>) => Promise<boolean>;
  /** Sends a form in as a person does; what Byline acknowledged it with. */
  submit: (view: unknown, given: Given, user?: string) => Promise<ViewAnswer>;
  /** The next commits fail, as on a full disk; those of one channel's posts alone where it is named. */
  failCommits: (times: number, channel?: string) => void;
  /** Slack says that it holds events back. */
  holdBack: () => Promise<void>;
  /** Slack closes the connection to open a new one; over HTTP there is none. */
  refresh: (() => Promise<void>) | undefined;
  /** Lets every job run to its end, pauses passed at once. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
};

/** Byline whole, on a real store and queue, between a fake Slack and pages that all read well. */
export async function startNewsroom(
  mode: Mode,
  parts: { pricedModels?: 'all' | 'some' | 'none' } = {},
): Promise<Newsroom> {
  const fake = await startFakeSlack();
  const socket = mode === 'socket' ? await startFakeSocket() : undefined;
  fake.socketUrl = socket?.url ?? null;
  const { log, lines } = recordLog();
  const store = await openStore({ path: ':memory:' });
  const failures = new Map<string, number>();
  let aheadMs = 0;
  const now = () => Date.now() + aheadMs;

  const takeIn = (post: Post) => receivePost(post, { store, now, wake: () => worker.wake() });

  const slack = createSlack({
    ...(mode === 'socket'
      ? { mode: 'socket', appToken: fake.appToken }
      : { mode: 'http', signingSecret, host: '127.0.0.1', port: 0 }),
    botToken: fake.token,
    apiUrl: fake.apiUrl,
    deletesSigns: true,
    receivePost: async (post) => {
      for (const named of ['', post.place.channel]) {
        const left = failures.get(named) ?? 0;
        failures.set(named, left - 1);
        if (left > 0) throw new Error('disk full');
      }
      await takeIn(post);
    },
    receiveDeletion: (deletion) => receiveDeletion(deletion, { store, now, wake: () => worker.wake() }),
    receiveLinkRemoval: (removal) => receiveLinkRemoval(removal, { store, now, wake: () => worker.wake() }),
    receiveFeedback: (brief, opinions) => receiveFeedback(brief, opinions, { store, now, wake: () => worker.wake() }),
    receiveShare: (brief, by) => receiveShare(brief, by, { store, now, wake: () => worker.wake() }),
    findBrief: (id) => store.findBrief(id),
    retryJob: (id, of) => store.retryJob(id, now(), of).finally(() => worker.wake()),
    store,
    log,
    ...parts,
  });
  const ports = {
    readPage: async (url: string) => (url === unreachable ? down : { ...article, url: articleLinks([url])[0] ?? url }),
    // A PDF is read in a thread of its own, which test/web looks at; here the way to it is what matters.
    readFile: createFileReader(slack.fetchFile, async (bytes, ...about) =>
      Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-' ? article : readDocument(bytes, ...about),
    ),
    model: undefined,
    offline: cannedDrafters(draft, twoStatements),
    maxModelWaitMs: 0,
    store,
    now,
    log,
    postReply: slack.postReply,
    showWorking: slack.showWorking,
    deleteReply: slack.deleteReply,
    findReplies: slack.findReplies,
    findPost: slack.findPost,
    receivePost: takeIn,
    editReply: slack.editReply,
  };
  const worker = createWorker({
    store,
    now,
    handlers: createHandlers(ports),
    onGivenUp: (job, _code, run) => tellFailure(job, { ...slack, log }, run),
    log,
  });
  const { port } = await slack.start();
  await worker.start();
  const send = createSender(port ?? 0);

  let envelopes = 0;
  // Slack says of each delivery but the first which it is.
  const deliveries = new Map<string, number>();
  async function overSocket(type: string, payload: unknown, retryNum = 0): Promise<boolean> {
    envelopes += 1;
    const id = `e${envelopes}`;
    const refused = () => lines.filter(({ event }) => event === 'slack event not taken').length;
    const before = refused();
    const retry = { retry_attempt: retryNum, retry_reason: retryNum > 0 ? 'timeout' : '' };
    const about =
      type === 'events_api' ? { accepts_response_payload: false, ...retry } : { accepts_response_payload: true };
    socket?.send({ envelope_id: id, type, payload, ...about });
    await waitUntil(() => socket?.acks.has(id) === true || refused() > before);
    return socket?.acks.has(id) === true;
  }
  async function answerTo(payload: Record<string, unknown>): Promise<ViewAnswer> {
    if (!socket) {
      const { status, text } = await send.interact(payload);
      if (status !== 200) throw new Error(`a form was answered with ${status}`);
      return text === '' ? {} : JSON.parse(text);
    }
    await overSocket('interactive', payload);
    return socket.acks.get(`e${envelopes}`) ?? {};
  }
  async function submit(view: unknown, given: Given, user = 'U1'): Promise<ViewAnswer> {
    const answer = await answerTo(toSubmission(view, given, user));
    const problems = findAnswerProblems(view, answer);
    if (problems.length > 0) throw new Error(`a form was answered with ${problems.join()}`);
    return answer;
  }
  async function command(typed: Record<string, string>): Promise<boolean> {
    if (socket) {
      if (!(await overSocket('slash_commands', { ...commandDefaults, ...typed }))) return false;
      expectAnswer(socket.acks.get(`e${envelopes}`));
      return true;
    }
    const { status, text } = await send.command(typed);
    if (text.startsWith('{')) expectAnswer(JSON.parse(text));
    return status === 200;
  }
  function expectAnswer(answer: unknown): void {
    if (typeof answer !== 'object' || answer === null || Object.keys(answer).length === 0) return;
    const problems = findResponseProblems(answer as Record<string, unknown>);
    if (problems.length > 0) throw new Error(`a command was acknowledged with ${problems.join()}`);
  }
  const isOk = async (sent: Promise<{ status: number }>) => (await sent).status === 200;

  return {
    fake,
    store,
    event: (event, envelope = {}) => {
      const what = JSON.stringify([event, envelope]);
      const retryNum = deliveries.get(what) ?? 0;
      deliveries.set(what, retryNum + 1);
      if (!socket) return isOk(send.event(event, { retryNum }, envelope));
      return overSocket('events_api', { ...toEnvelope(event), ...envelope }, retryNum);
    },
    command,
    interact: (payload) => (socket ? overSocket('interactive', payload) : isOk(send.interact(payload))),
    submit,
    failCommits: (times, channel = '') => {
      failures.set(channel, times);
    },
    holdBack: async () => {
      const limited = { token: 'x', type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1, api_app_id: 'A1' };
      if (!socket) return void (await send.raw(limited));
      envelopes += 1;
      socket.send({
        envelope_id: `e${envelopes}`,
        type: 'events_api',
        payload: limited,
        accepts_response_payload: false,
      });
    },
    refresh:
      socket &&
      (async () => {
        const opened = socket.opened();
        socket.refresh();
        await waitUntil(() => socket.opened() > opened && slack.isConnected());
      }),
    settle: async () => {
      for (;;) {
        await worker.idle();
        const next = await store.nextRunAt();
        if (next === undefined) return;
        aheadMs = Math.max(aheadMs, next - Date.now());
        worker.wake();
      }
    },
    close: async () => {
      await slack.stop();
      await worker.stop({ deadlineMs: 1000 });
      await store.close();
      await socket?.close();
      await fake.close();
    },
  };
}
