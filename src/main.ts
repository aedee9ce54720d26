import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCheckers } from './checking/check-in-thread.ts';
import { pricedModels } from './config/budgets.ts';
import { type Config, loadConfig } from './config.ts';
import type { Post } from './core/post.ts';
import { type Demo, openDemo } from './demo/open-demo.ts';
import { explainFailure } from './explain-failure.ts';
import { forgetDaily } from './flows/forget-old-text.ts';
import { createHandlers } from './flows/handlers.ts';
import { receiveFeedback } from './flows/receive-feedback.ts';
import { receivePost } from './flows/receive-post.ts';
import { createDraftReuse } from './flows/reuse-draft.ts';
import { receiveShare } from './flows/share-brief.ts';
import { tellFailure } from './flows/tell-failure.ts';
import { leaveBudgetUnsaid } from './flows/weigh-budgets.ts';
import { receiveLinkRemoval } from './flows/withdraw-links.ts';
import { receiveDeletion } from './flows/withdraw-post.ts';
import { atMostEvery, createHealth } from './health.ts';
import { createWorker } from './jobs/worker.ts';
import { nameDrafts, openModel } from './llm/open-model.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createOfflineDrafters, hintsOf } from './offline/drafters.ts';
import type { Claim, Log } from './ports.ts';
import { loadPrompts } from './prompts.ts';
import { createSlack } from './slack/app.ts';
import { createFileReader } from './slack/fetch-file.ts';
import { openStore } from './store/open-store.ts';
import { createPublicPageTest } from './web/address-guard.ts';
import { readDocument } from './web/read-document.ts';
import { createPageReader } from './web/read-page.ts';

/** Exit status where a setting or a file is wrong: sysexits.h's EX_CONFIG. */
const badConfig = 78;
/** For the jobs that run; with what closes before and after them a stop takes ten seconds at most. */
const stopDeadlineMs = 4_000;
/** Then a stop is cut off, where a database or Slack hangs: what is unfinished is done by the next process. */
const longestStopMs = 9_000;
/** Between two tries to write that readiness makes. */
const proofPauseMs = 5_000;
/** Between two questions to Slack, whose limit for this one is some hundred a minute. */
const slackPauseMs = 15_000;
/** Between two looks at whether npm is still there. */
const parentLookMs = 500;
const promptsFolder = join(import.meta.dirname, '../prompts');

/** What is open, to be closed in the order that nothing is lost: the newest first. */
type Closers = (() => Promise<void>)[];

async function start(config: Config, log: Log, closers: Closers): Promise<void> {
  const demo = config.slack.mode === 'demo' ? await openDemo(config.slack.port) : undefined;
  if (demo) closers.unshift(demo.close);
  const store = await openStore(
    demo ? { path: ':memory:', log } : { path: config.databasePath, url: config.databaseUrl, log },
  );
  closers.unshift(() => store.close());

  const metrics = createMetrics({ queueState: () => store.queueState(store.now()), now: store.now });
  const offline = createOfflineDrafters();
  const checkers = createCheckers();
  const prompts = loadPrompts(promptsFolder);
  const allowedPrivateHosts = [...config.allowedPrivateHosts, ...(demo ? [demo.sampleHost] : [])];
  const isPublicPage = createPublicPageTest(allowedPrivateHosts);
  const ports = metrics.watch({
    readPage: createPageReader({
      allowedPrivateHosts,
      userAgent: config.userAgent,
      honourRobots: config.honourRobots,
      log,
    }),
    model: config.model && openModel({ ...config.model, findHints: hintsOf(offline), prompts, log }),
    offline,
    checkers,
    language: config.replyLanguage,
    budgets: config.budgets,
    briefCap: config.briefCap,
    reuse: config.model && createDraftReuse({ ...nameDrafts(config.model, prompts), isPublicPage }),
    maxModelWaitMs: config.model?.maxWaitMs ?? 0,
    store,
    now: store.now,
    log,
  });
  const intake = { store, now: store.now, wake: () => worker.wake() };
  const takeIn = (post: Post, claim?: Claim) => receivePost(post, intake, claim);
  const slack = createSlack({
    ...toSlackOptions(config, demo),
    receivePost: takeIn,
    receiveDeletion: (deletion) => receiveDeletion(deletion, intake),
    receiveLinkRemoval: (removal) => receiveLinkRemoval(removal, intake),
    receiveFeedback: (brief, opinions) => receiveFeedback(brief, opinions, intake),
    receiveShare: (brief, by) => receiveShare(brief, by, intake),
    forgetWorkspace: async ({ team, event }) => {
      if (!(await store.markUninstalled({ team, event }))) return;
      if (config.deleteOnUninstall) log.warn(await store.deletePlace({ team }), 'uninstalled: everything deleted');
    },
    findBrief: (id) => store.findBrief(id),
    retryJob: async (id, of) => {
      const outcome = await store.retryJob(id, store.now(), of);
      worker.wake();
      return outcome;
    },
    budgets: config.budgets,
    pricedModels: pricedModels(config.model),
    store,
    onLost: () => void stop(closers, log, 1),
    log,
  });
  const { showWorking, deleteReply, editReply, findReplies, findPost, fetchFile } = slack;
  const postReply = metrics.watchPosting(slack.postReply);
  const readFile = createFileReader(fetchFile, readDocument);
  const worker = createWorker({
    store,
    handlers: createHandlers({
      ...ports,
      readFile,
      postReply,
      showWorking,
      deleteReply,
      editReply,
      findReplies,
      findPost,
      receivePost: takeIn,
    }),
    onGivenUp: async (job, _code, run) => {
      await leaveBudgetUnsaid({ store }, run);
      await tellFailure(job, { postReply, showWorking, deleteReply, log }, run);
    },
    concurrency: config.jobs.perProcess,
    ...(config.jobs.perWorkspace && { perTeam: config.jobs.perWorkspace }),
    isShared: store.isShared,
    ofTeam: slack.team,
    now: store.now,
    log,
  });

  closers.unshift(() => worker.stop({ deadlineMs: stopDeadlineMs }));
  // Its token works, so Byline is installed: what comes is taken in, also where it was taken out before.
  await store.markInstalled(await slack.team(), store.now());
  await slack.start();
  // Stops first: then no post arrives that nobody works on, and replies under way are still posted.
  closers.unshift(() => slack.stop());
  await worker.start();
  const retention = { days: config.retentionDays, keepBriefs: config.keepBriefs };
  closers.unshift(store.watch({ wake: () => worker.wake(), duty: () => forgetDaily(retention, ports) }));
  if (config.health) {
    const canStore = atMostEvery(proofPauseMs, () => store.proveWritable().then(() => true));
    const slackAnswers = atMostEvery(slackPauseMs, slack.answers);
    const health = createHealth({
      ...config.health,
      alive: { worker: () => worker.isAlive() },
      ready: { store: canStore, slack: async () => slack.isConnected() && (await slackAnswers()) },
      metrics: metrics.text,
    });
    await health.start();
    closers.unshift(health.stop);
  }
  await demo?.welcome();
  announce(config, demo, log);
}

function toSlackOptions(config: Config, demo: Demo | undefined) {
  if (demo) return { mode: 'socket' as const, botToken: demo.botToken, appToken: demo.appToken, apiUrl: demo.apiUrl };
  if (config.slack.mode === 'demo') throw new Error('the demo workspace was not opened');
  return config.slack;
}

// A person reads the demo's terminal; everything else reads the bot's lines as JSON.
function announce({ model, slack }: Config, demo: Demo | undefined, log: Log): void {
  if (!demo) {
    log.info({ mode: slack.mode, model: model?.model ?? null }, 'connected to slack');
    return;
  }
  const drafting = model ? `drafting with ${model.model}` : 'drafting offline, without a model';
  process.stdout.write(`\nByline's demo workspace is open: ${demo.pageUrl}\n(${drafting}; Ctrl-C stops it)\n\n`);
}

async function main(): Promise<void> {
  let log: Log = createLog('info');
  let config: Config | undefined;
  const closers: Closers = [];
  try {
    config = loadConfig();
    log = createLog(config.logLevel ?? (config.slack.mode === 'demo' ? 'warn' : 'info'));
    // A library's stray rejection is no reason to stop answering.
    process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));
    stopOnSignals(closers, log);
    if (config.isUnderNpm) stopWithParent(closers, log);
    await start(config, log, closers);
  } catch (error) {
    const sentence = explainFailure(error, config);
    if (sentence) process.stderr.write(`${sentence}\n`);
    else log.error({ err: error }, 'could not start');
    await stop(closers, log, sentence ? badConfig : 1);
  }
}

async function stop(closers: Closers, log: Log, exitCode: number): Promise<void> {
  let code = exitCode;
  setTimeout(() => {
    log.error({ ms: longestStopMs }, 'stop cut off');
    process.exit(code || 1);
  }, longestStopMs);
  for (const close of closers.splice(0)) {
    try {
      await close();
    } catch (error) {
      log.error({ err: error }, 'did not stop cleanly');
      code ||= 1;
    }
  }
  process.exit(code);
}

function stopOnSignals(closers: Closers, log: Log): void {
  let stoppedAt: number | undefined;
  const onSignal = () => {
    // A terminal's Ctrl-C arrives twice, from the terminal and through npm: only a later one means "now".
    if (stoppedAt !== undefined && Date.now() - stoppedAt > 1000) process.exit(130);
    if (stoppedAt !== undefined) return;
    stoppedAt = Date.now();
    void stop(closers, log, 0);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

// Where the system has no /proc, the shell between npm and us has to do.
function parentOf(pid: number): string | undefined {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

// npm hands a signal on to the shell that it starts us in, and that alone ends: an orphan would keep the file to itself.
function stopWithParent(closers: Closers, log: Log): void {
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const atStart = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === atStart) return;
    clearInterval(watch);
    void stop(closers, log, 0);
  }, parentLookMs);
  watch.unref();
}

await main();
