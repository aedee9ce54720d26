import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { findMessageProblems } from './block-kit.ts';
import { callMethod, type Fault, type Method, type Workspace } from './fake-methods.ts';
import { expireStreams } from './fake-streams.ts';

// The scopes that an installed Byline has.
const manifest = JSON.parse(readFileSync(new URL('../../../manifest.json', import.meta.url), 'utf8'));

/** A message as it stands in the fake workspace. */
export type Posted = {
  channel: string;
  ts: string;
  thread_ts?: string;
  user?: string | undefined;
  bot_id?: string;
  text: string;
  blocks?: unknown;
  attachments?: unknown;
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  streaming_state?: 'in_progress' | 'completed' | 'errored';
};

type Faulty = Method | 'response_url' | 'file';

export type FakeSlack = Workspace & {
  apiUrl: string;
  /** A URL that a command or a button would bring along, another each time; and what stands there of what was sent to them. */
  readonly responseUrl: string;
  responses: Record<string, unknown>[];
  /** URLs whose first sentence, the acknowledgement of a command, was neither replaced nor deleted. */
  signsLeft: () => number;
  /** A response URL of this name, and what was sent to each. */
  responseUrlOf: (name: string) => string;
  responsesTo: Map<string, Record<string, unknown>[]>;
  /** What the next calls of a method meet, one each; after a space, of those about one channel, URL or file alone. */
  faults: Map<Faulty | `${Faulty} ${string}`, Fault[]>;
  /** Puts a person's message into a channel, or with more about it another's; a string is its thread. */
  say: (channel: string, text: string, about?: string | Partial<Posted>) => Posted;
  /** What is kept of each file, by its id; undefined once it is deleted. */
  files: Map<string, { bytes: Buffer; contentType: string } | undefined>;
  /** Keeps a file; gives what an event says about it. */
  keepFile: (name: string, bytes: Buffer | string, about?: Record<string, unknown>) => Record<string, unknown>;
  /** A trigger id that no command had before. */
  nextTrigger: () => string;
  /** Empties the workspace for the next test; its clock goes on, so that no message has the timestamp of an earlier one. */
  clear: () => void;
  close: () => Promise<void>;
};

/**
 * A strict Slack Web API on loopback: unknown arguments, missing scopes, blocks that Slack would refuse, channels the bot is
 * not in and threads that do not exist are answered as Slack answers them. Faults are queued by method.
 */
export async function startFakeSlack(change: Partial<Workspace> = {}): Promise<FakeSlack> {
  const workspace: Workspace = {
    token: 'xoxb-fake',
    appToken: 'xapp-fake',
    socketUrl: null,
    team: 'T1',
    botUserId: 'UBOT',
    botId: 'BBOT',
    scopes: [...manifest.oauth_config.scopes.bot, ...manifest.oauth_config.scopes.bot_optional],
    channels: new Map([
      ['C1', { kind: 'public', member: true, archived: false }],
      ['C2', { kind: 'public', member: false, archived: false }],
      ['G1', { kind: 'private', member: true, archived: false }],
      ['G2', { kind: 'group-dm', member: true, archived: false }],
      ['D1', { kind: 'dm', member: true, archived: false }],
    ]),
    messages: [],
    ephemerals: [],
    reactions: [],
    views: [],
    homes: new Map(),
    memberships: new Map([['U1', ['C1', 'G1']]]),
    statuses: new Map(),
    admins: new Set(),
    strangers: new Set(['U9']),
    triggers: new Set(['trigger-1', 'trigger-2']),
    calls: [],
    clock: 1_700_000_000,
    ...change,
  };
  const { scopes } = workspace;
  const responses: Record<string, unknown>[] = [];
  let urls = 0;
  const originals = new Map<string, Record<string, unknown> | undefined>();
  const responsesTo: FakeSlack['responsesTo'] = new Map();
  const usesOf = new Map<string, number>();
  const faults: FakeSlack['faults'] = new Map();
  const files: FakeSlack['files'] = new Map();

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const [, root, name = ''] = (request.url ?? '').split('/');
    const fault =
      root === 'response'
        ? takeFault('response_url', name)
        : root === 'files-pri'
          ? takeFault('file', name.replace(/^T1-/, ''))
          : takeFault(name as Method, channelIn(body));
    if (fault?.kind === 'cut') return void request.socket.destroy();
    if (fault?.kind === 'status') {
      return void response.writeHead(fault.status, { 'retry-after': String(fault.retryAfter ?? 1) }).end('busy');
    }
    if (root === 'files-pri') return giveFile(name.replace(/^T1-/, ''), request.headers.authorization, response);
    if (root === 'response') {
      if (!request.headers['content-type']?.startsWith('application/json')) return void response.writeHead(400).end();
      const uses = (usesOf.get(name) ?? 0) + 1;
      usesOf.set(name, uses);
      if (uses > maxUses) return void response.writeHead(404).end('used_url');
      const problems = findResponseProblems(JSON.parse(body));
      if (problems.length > 0) return void response.writeHead(400).end(problems.join());
      if (!JSON.parse(body).delete_original)
        responsesTo.set(name, [...(responsesTo.get(name) ?? []), JSON.parse(body)]);
      takeResponse(name, JSON.parse(body));
      if (fault?.kind === 'stored-then-cut') return void request.socket.destroy();
      return void response.end('ok');
    }
    if (fault?.kind === 'streams-expired') expireStreams(workspace);
    const result =
      fault?.kind === 'error'
        ? { ok: false, error: fault.error }
        : callMethod(workspace, name, body, request.headers.authorization);
    // Stored, and then the answer never arrives.
    if (fault?.kind === 'stored-then-cut') return void request.socket.destroy();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }

  // What a command was acknowledged with stands first at its URL, until something takes its place.
  function takeResponse(url: string, sent: Record<string, unknown>): void {
    const before = originals.get(url);
    if (sent.delete_original) {
      if (before) responses.splice(responses.indexOf(before), 1);
      originals.set(url, undefined);
    } else if (sent.replace_original) {
      if (before) responses.splice(responses.indexOf(before), 1, sent);
      else responses.push(sent);
      originals.set(url, sent);
    } else responses.push(sent);
  }

  // Slack sends whoever may not read a file to the workspace's sign-in page.
  function giveFile(id: string, authorization: string | undefined, response: ServerResponse): void {
    if (authorization !== `Bearer ${workspace.token}` || !workspace.scopes.includes('files:read'))
      return void response
        .writeHead(302, { location: `https://newsroom.slack.com/?redir=%2Ffiles-pri%2FT1-${id}` })
        .end();
    const file = files.get(id);
    if (!file) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Slack</title>');
    response.writeHead(200, { 'content-type': file.contentType }).end(file.bytes);
  }

  function takeFault(method: Faulty, of: string): Fault | undefined {
    return faults.get(method)?.shift() ?? faults.get(`${method} ${of}`)?.shift();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  Object.defineProperty(workspace, 'responseUrl', {
    get: () => {
      urls += 1;
      return `http://127.0.0.1:${port}/response/${urls}`;
    },
  });
  // The getter above.
  return Object.assign(workspace as Workspace & Pick<FakeSlack, 'responseUrl'>, {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    signsLeft: () => urls - originals.size,
    responses,
    responseUrlOf: (name: string) => `http://127.0.0.1:${port}/response/${name}`,
    responsesTo,
    faults,
    files,
    keepFile: (name: string, content: Buffer | string, about: Record<string, unknown> = {}) => {
      const id = `F${files.size + 1}`;
      const bytes = Buffer.from(content);
      files.set(id, { bytes, contentType: 'text/plain; charset=utf-8' });
      return {
        id,
        name,
        ...{ mimetype: 'text/plain', filetype: 'text', mode: 'hosted', is_external: false, size: bytes.length },
        url_private: `http://127.0.0.1:${port}/files-pri/T1-${id}/${name}`,
        ...about,
      };
    },
    say: (channel: string, text: string, about: string | Partial<Posted> = {}) => {
      workspace.clock += 1;
      const more = typeof about === 'string' ? { thread_ts: about } : about;
      const message: Posted = { channel, ts: `${workspace.clock}.000100`, user: 'U1', text, ...more };
      workspace.messages.push(message);
      return message;
    },
    nextTrigger: () => {
      workspace.clock += 1;
      return `${workspace.clock}.trigger`;
    },
    clear: () => {
      for (const list of [workspace.messages, workspace.ephemerals, workspace.reactions, workspace.views])
        list.length = 0;
      workspace.calls.length = 0;
      responses.length = 0;
      responsesTo.clear();
      files.clear();
      workspace.statuses.clear();
      faults.clear();
      workspace.homes.clear();
      workspace.admins.clear();
      workspace.scopes = scopes;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** How often a response URL may be used. */
const maxUses = 5;

/** What Slack would refuse of what is sent to a response URL, or of the acknowledgement of a command. */
export function findResponseProblems(sent: Record<string, unknown>): string[] {
  const known = ['response_type', 'replace_original', 'delete_original', 'text', 'blocks', 'thread_ts'];
  const unknown = Object.keys(sent).filter((key) => !known.includes(key));
  if (sent.delete_original === true) return unknown;
  const isType = ['ephemeral', 'in_channel'].includes(String(sent.response_type));
  // Text alone is drawn as a section is.
  const blocks = sent.blocks ?? [{ type: 'section', text: { type: 'mrkdwn', text: sent.text } }];
  return [...unknown, ...(isType ? [] : ['response_type']), ...findMessageProblems({ text: sent.text, blocks })];
}

function channelIn(body: string): string {
  const args = new URLSearchParams(body);
  return args.get('channel') ?? args.get('channel_id') ?? '';
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
