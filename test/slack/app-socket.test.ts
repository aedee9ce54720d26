import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SlackError } from '../../src/core/errors.ts';
import type { Post } from '../../src/core/post.ts';
import { createSlack, type Slack } from '../../src/slack/app.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { type FakeSlack, startFakeSlack } from './support/fake-slack.ts';
import { type FakeSocket, startFakeSocket } from './support/fake-socket.ts';
import { type LogLine, recordLog } from './support/record-log.ts';
import { commandDefaults, toEnvelope } from './support/signed-http.ts';
import { waitUntil } from './support/wait-until.ts';

const message = {
  type: 'message',
  channel: 'C1',
  channel_type: 'channel',
  user: 'U1',
  ts: '1700.1',
  text: 'https://a.example/',
};

let fake: FakeSlack;
let socket: FakeSocket;
let slack: Slack;
let store: Store;
let posts: Post[];
let lines: LogLine[];
let lost: unknown[];
let commit: () => Promise<void>;
const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

beforeEach(async () => {
  fake = await startFakeSlack();
  socket = await startFakeSocket();
  fake.socketUrl = socket.url;
  posts = [];
  lost = [];
  unhandled.length = 0;
  commit = async () => {};
  const recorded = recordLog();
  lines = recorded.lines;
  store = await openStore({ path: ':memory:' });
  slack = createSlack({
    store,
    receiveFeedback: async () => {},
    receiveShare: async () => true,
    mode: 'socket',
    botToken: fake.token,
    appToken: fake.appToken,
    apiUrl: fake.apiUrl,
    receivePost: async (post) => {
      await commit();
      posts.push(post);
    },
    findBrief: async () => undefined,
    onLost: (error) => lost.push(error),
    log: recorded.log,
  });
});
afterEach(async () => {
  await slack.stop();
  await socket.close();
  await fake.close();
  expect(unhandled).toEqual([]);
});

function deliver(id: string, event: Record<string, unknown> = message, retry = 0) {
  socket.send({
    envelope_id: id,
    type: 'events_api',
    payload: toEnvelope(event),
    retry_attempt: retry,
    accepts_response_payload: false,
  });
}

describe('Socket Mode', () => {
  it('acknowledges an event after its post was committed', async () => {
    await slack.start();
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    commit = () => {
      begun.resolve();
      return gate.promise;
    };
    deliver('e1');
    await begun.promise;
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(socket.acks.size).toBe(0);
    gate.resolve();
    await waitUntil(() => socket.acks.has('e1'));
    expect(posts).toMatchObject([{ key: 'T1:C1:1700.1' }]);
  });

  it('does not acknowledge an event whose commit failed, and takes it when it comes again', async () => {
    await slack.start();
    commit = () => Promise.reject(new Error('disk full'));
    deliver('e1');
    await waitUntil(() => lines.some(({ event }) => event === 'slack event not taken'));
    expect(socket.acks.size).toBe(0);
    commit = async () => {};
    deliver('e2', message, 1);
    await waitUntil(() => socket.acks.has('e2'));
    expect(socket.acks.has('e1')).toBe(false);
  });

  it('answers a command in its acknowledgement', async () => {
    await slack.start();
    const payload = { ...commandDefaults, text: 'https://a.example/' };
    socket.send({ envelope_id: 'c1', type: 'slash_commands', payload, accepts_response_payload: true });
    await waitUntil(() => socket.acks.has('c1'));
    expect(socket.acks.get('c1')).toEqual({
      response_type: 'ephemeral',
      text: 'Reading a.example: the answer comes here.',
    });
    expect(posts).toHaveLength(1);
  });

  it('survives envelopes it does not know', async () => {
    await slack.start();
    socket.send({ envelope_id: 'x1', type: 'events_api', payload: { type: 'app_rate_limited', team_id: 'T1' } });
    socket.send({ type: 'never_heard_of_it' });
    socket.send({ envelope_id: 'x2', type: 'events_api' });
    deliver('e1');
    await waitUntil(() => socket.acks.has('e1'));
    expect(lines.map(({ event }) => event)).toContain('slack envelope not understood');
  });

  it('connects again when Slack asks for it', async () => {
    await slack.start();
    socket.send({ type: 'disconnect', reason: 'refresh_requested' });
    await waitUntil(() => socket.opened() === 2 && lines.some(({ event }) => event === 'slack socket connected again'));
    deliver('e1');
    await waitUntil(() => socket.acks.has('e1'));
  });

  it('connects again after a cut connection, however often that fails at first', async () => {
    await slack.start();
    fake.faults.set('apps.connections.open', [{ kind: 'cut' }, { kind: 'status', status: 503 }]);
    socket.drop();
    await waitUntil(() => lines.some(({ event }) => event === 'slack socket connected again'));
    deliver('e1');
    await waitUntil(() => socket.acks.has('e1'));
    expect(lost).toEqual([]);
  });

  it('says that it is lost when Slack refuses the app token', async () => {
    await slack.start();
    fake.appToken = 'xapp-new';
    socket.drop();
    await waitUntil(() => lost.length === 1);
    expect(JSON.stringify(lines)).not.toContain('xapp-');
  });

  it('fails to start with our error where a token is wrong', async () => {
    fake.appToken = 'xapp-new';
    await expect(slack.start()).rejects.toMatchObject({ name: 'SlackError', code: 'not-allowed' });
    fake.token = 'xoxb-new';
    await expect(slack.start()).rejects.toBeInstanceOf(SlackError);
  });

  it('closes its connection when stopped, after the events under way', async () => {
    await slack.start();
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    commit = () => {
      begun.resolve();
      return gate.promise;
    };
    deliver('e1');
    await begun.promise;
    const stopped = slack.stop();
    gate.resolve();
    await stopped;
    await waitUntil(() => socket.open() === 0);
    expect(socket.acks.has('e1')).toBe(true);
    expect(socket.opened()).toBe(1);
  });
});
