import { App } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Budget } from '../core/settings.ts';
import type { FindPost, Log } from '../ports.ts';
import { createExternalAsker } from './ask-external.ts';
import { commitBeforeAck } from './commit-before-ack.ts';
import { createFileFetcher, type FetchFile } from './fetch-file.ts';
import { createMessageFinder } from './find-message.ts';
import { createHttp } from './http.ts';
import { nameError, toLibraryLogger } from './library-log.ts';
import { listen } from './listen/listen.ts';
import type {
  FindBrief,
  ForgetWorkspace,
  ReceiveDeletion,
  ReceiveFeedback,
  ReceiveLinkRemoval,
  ReceivePost,
  ReceiveShare,
  RetryJob,
  SlackStore,
} from './listen/listening.ts';
import { ackDeadlineMs } from './listen/take-post.ts';
import { createPoster, type Poster } from './post.ts';
import type { PricedModels } from './settings/budgets.ts';
import { toSlackError } from './slack-errors.ts';
import { createSockets } from './sockets.ts';
import type { Identity } from './translate.ts';

const callTimeoutMs = 10_000;

type SlackParts = {
  botToken: string;
  /** Slack's Web API; another address for tests and the demo workspace. Ends in a slash. */
  apiUrl?: string;
  /** Commits a post durably; an event is acknowledged only after it has resolved. */
  receivePost: ReceivePost;
  /** Commits durably that a message was deleted; without it deletions pass unheard. */
  receiveDeletion?: ReceiveDeletion;
  receiveLinkRemoval?: ReceiveLinkRemoval;
  /** Keeps what a person thinks of a brief. */
  receiveFeedback: ReceiveFeedback;
  /** Commits that a brief is to be shown to its channel. */
  receiveShare: ReceiveShare;
  /** Deletes what is kept of a workspace that took Byline out; without it that passes unheard. */
  forgetWorkspace?: ForgetWorkspace;
  /** Looks up a brief by the id in its reply. */
  findBrief: FindBrief;
  /** Starts a job anew that was given up; without it none is. */
  retryJob?: RetryJob;
  /** Which models are counted in dollars; where not all are, a budget in dollars does not limit all, and its setter is told. */
  pricedModels?: PricedModels;
  /** The operator's budgets, which hold beside a workspace's own. */
  budgets?: Budget[];
  store: SlackStore;
  /** Nothing will arrive from Slack any more (a revoked app token): end the process so that somebody looks. */
  onLost?: (error: unknown) => void;
  log: Log;
  /** Whether a command's acknowledgement is deleted when its brief is there. Left out: at Slack itself, since workspaces like it cannot. */
  deletesSigns?: boolean;
  now?: () => number;
  /** Milliseconds until a command or a button is acknowledged, committed or not. */
  deadlineMs?: number;
} & (
  | { mode: 'socket'; appToken: string; sockets?: number }
  | { mode: 'http'; signingSecret: string; host: string; port: number }
);

/** Byline's side of Slack. */
export type Slack = Poster & {
  /** Resolves when posts can arrive; in HTTP mode with the port that is listened on. Throws SlackError. */
  start: () => Promise<{ port: number | null }>;
  /** Takes no more events, waits a little for those under way, closes the connection; in five seconds at most. */
  stop: () => Promise<void>;
  /** Whether anything can arrive: a socket is open, or the server takes requests. */
  isConnected: () => boolean;
  /** The workspace that our token is of. Throws SlackError. */
  team: () => Promise<string>;
  /** Whether Slack answers and takes our token; a rate limit is an answer. */
  answers: () => Promise<boolean>;
  findPost: FindPost;
  fetchFile: FetchFile;
};

/** Connects Byline to a Slack workspace over Socket Mode or HTTP. Nothing is sent before `start` or the first reply. */
export function createSlack(parts: SlackParts): Slack {
  const {
    botToken,
    apiUrl,
    log,
    receivePost,
    receiveDeletion = async () => {},
    receiveLinkRemoval = async () => {},
    findBrief,
    now = Date.now,
  } = parts;
  const client = new WebClient(botToken, clientOptions(parts));
  const identify = rememberIdentity(client, apiUrl);

  const connection =
    parts.mode === 'socket'
      ? createSockets(parts.sockets ?? 1, {
          appToken: parts.appToken,
          clientOptions: clientOptions(parts),
          log,
          onLost: parts.onLost ?? (() => log.error({}, 'slack connection lost for good')),
        })
      : createHttp({ signingSecret: parts.signingSecret, host: parts.host, port: parts.port, log, now });
  const intake = commitBeforeAck(connection.receiver);
  const app = new App({
    receiver: connection.receiver,
    authorize: async () => {
      const { botUserId, botId, team } = await identify();
      return { botToken, botUserId, teamId: team, ...(botId ? { botId } : {}) };
    },
    convoStore: false,
    logger: toLibraryLogger(log),
    clientOptions: clientOptions(parts),
  });
  app.error(async (error) => {
    log.error({ error: nameError(error.original ?? error) }, 'slack listener failed');
    throw error;
  });
  listen(app, {
    client,
    identify,
    receivePost,
    askExternal: createExternalAsker({ client, log, now }),
    receiveDeletion,
    receiveLinkRemoval,
    findBrief,
    retryJob: parts.retryJob ?? (async () => 'gone'),
    receiveFeedback: parts.receiveFeedback,
    receiveShare: parts.receiveShare,
    forgetWorkspace: parts.forgetWorkspace ?? (async () => {}),
    pricedModels: parts.pricedModels ?? 'all',
    budgets: parts.budgets ?? [],
    store: parts.store,
    log,
    now,
    deadlineMs: parts.deadlineMs ?? ackDeadlineMs,
  });

  const team = async () => {
    const identity = await identify().catch((error: unknown) => {
      throw toSlackError(error);
    });
    return identity.team;
  };
  return {
    start: async () => {
      await team();
      return { port: (await connection.start()).port };
    },
    stop: async () => {
      await intake.close();
      await connection.stop();
    },
    isConnected: connection.isConnected,
    team,
    answers: () =>
      client.auth.test().then(
        () => true,
        (error: unknown) => toSlackError(error).code === 'rate-limited',
      ),
    ...createPoster({ client, log, identify, now, deletesSigns: parts.deletesSigns ?? apiUrl === undefined }),
    findPost: createMessageFinder(client, identify),
    fetchFile: createFileFetcher({ botToken, ...(apiUrl ? { apiUrl } : {}) }),
  };
}

// A new object each time: Slack's libraries write into the options they are given. Never any headers in it: one workspace's
// token would end up in the next one's calls. No retries: the queue has its own, and it looks for an earlier reply first.
function clientOptions({ apiUrl, log }: SlackParts): WebClientOptions {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logger: toLibraryLogger(log),
    retryConfig: { retries: 0 },
    timeout: callTimeoutMs,
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  };
}

// Asked of Slack once; a failed try is forgotten.
function rememberIdentity(client: WebClient, apiUrl: string | undefined): () => Promise<Identity> {
  let asked: Promise<Identity> | undefined;
  return () => {
    asked ??= askIdentity(client, apiUrl).catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

async function askIdentity(client: WebClient, apiUrl: string | undefined): Promise<Identity> {
  const { team_id: team, user_id: botUserId, bot_id: botId, url } = await client.auth.test();
  if (!team || !botUserId) throw new Error('auth.test named no team or user');
  return { team, botUserId, botId: botId ?? null, ...(url ? { url } : {}), ...(apiUrl ? { apiUrl } : {}) };
}
