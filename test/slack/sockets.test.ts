import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlack, type Slack } from '../../src/slack/app.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { type FakeSlack, startFakeSlack } from './support/fake-slack.ts';
import { type FakeSocket, startFakeSocket } from './support/fake-socket.ts';
import { recordLog } from './support/record-log.ts';
import { toEnvelope } from './support/signed-http.ts';
import { waitUntil } from './support/wait-until.ts';

let fake: FakeSlack;
let socket: FakeSocket;
let store: Store;
let slack: Slack;
let keys: string[];
let lost: unknown[];

beforeEach(async () => {
  fake = await startFakeSlack();
  socket = await startFakeSocket();
  fake.socketUrl = socket.url;
  store = await openStore({ path: ':memory:' });
  keys = [];
  lost = [];
  const { token: botToken, appToken, apiUrl } = fake;
  const receivePost = async ({ key }: { key: string }) => void keys.push(key);
  const connection = { mode: 'socket', botToken, appToken, apiUrl, sockets: 3 } as const;
  const onLost = (error: unknown) => lost.push(error);
  slack = createSlack({
    ...connection,
    store,
    receivePost,
    receiveFeedback: async () => {},
    receiveShare: async () => true,
    findBrief: async () => undefined,
    onLost,
    log: recordLog().log,
  });
  await slack.start();
});
afterEach(async () => {
  await slack.stop();
  await store.close();
  await socket.close();
  await fake.close();
});

function deliver(id: string, ts: string) {
  const event = { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', ts, text: 'https://a.example/' };
  socket.send({ envelope_id: id, type: 'events_api', payload: toEnvelope(event), accepts_response_payload: false });
}

describe('several sockets', () => {
  it('are all opened, and each takes what comes', async () => {
    expect([socket.open(), slack.isConnected()]).toEqual([3, true]);
    deliver('e1', '1.1');
    await waitUntil(() => socket.acks.has('e1'));
    expect(keys).toEqual(['T1:C1:1.1']);
  });

  it.each(['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'] as const)(
    'one that Slack closes (%s) is opened again while the others take what comes',
    async (reason) => {
      socket.refresh(reason);
      deliver('e1', '1.1');
      await waitUntil(() => socket.acks.has('e1'));
      await waitUntil(() => socket.open() === 3 && (reason === 'warning' || socket.opened() >= 4));
      deliver('e2', '1.2');
      await waitUntil(() => socket.acks.has('e2'));
      expect(keys).toEqual(['T1:C1:1.1', 'T1:C1:1.2']);
    },
  );

  it('with none of them open nothing is connected, until they are again', async () => {
    socket.greets = false;
    socket.drop();
    await waitUntil(() => !slack.isConnected());
    await waitUntil(() => socket.open() === 3);
    expect(slack.isConnected()).toBe(false);
    socket.greets = true;
    socket.drop();
    await waitUntil(() => slack.isConnected());
  });

  it('a token that Slack refuses for good is said once', async () => {
    fake.appToken = 'xapp-new';
    socket.drop();
    await waitUntil(() => lost.length > 0 && socket.open() === 0);
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(lost).toHaveLength(1);
  });

  it('are all closed when stopped', async () => {
    await slack.stop();
    await waitUntil(() => socket.open() === 0);
    expect(slack.isConnected()).toBe(false);
  });
});
