import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply, ReplyTarget } from '../../src/ports.ts';
import { createPoster } from '../../src/slack/post.ts';
import { renderReply } from '../../src/slack/render.ts';
import type { Fault, Method } from './support/fake-methods.ts';
import { type FakeSlack, startFakeSlack } from './support/fake-slack.ts';
import { recordLog } from './support/record-log.ts';
import { answer, article, passageOf } from './support/samples.ts';

const statements = [
  ...answer.statements,
  {
    text: 'Coal was 11 percent of the cargo.',
    sentences: [4],
    passage: passageOf('Coal made up 11 percent'),
    quote: null,
  },
  { text: 'Some 140 jobs go.', sentences: [3], passage: passageOf('where the 140 jobs would go'), quote: null },
];
const reply: Reply = { kind: 'answer', answer: { ...answer, statements }, article };
const once = { key: 'k1', mayStand: false, signal: new AbortController().signal };
const again = { ...once, mayStand: true };
let slack: FakeSlack;

beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(() => slack.close());

function poster() {
  const recorded = recordLog();
  const client = new WebClient(slack.token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: recorded.library,
  });
  const identify = async () => ({ team: slack.team, botUserId: slack.botUserId, botId: slack.botId });
  return createPoster({ client, identify, log: recorded.log, now: () => 0 });
}

function ask(channel = 'D1'): ReplyTarget {
  const { ts: threadTs } = slack.say(channel, 'When, how much, how many?');
  return { team: 'T1', channel, threadTs, user: 'U1', responseUrl: null };
}

const own = () => slack.messages.filter(({ user }) => user === slack.botUserId);
const methods = () => slack.calls.map(({ method }) => method);
/** The whole reply as an ordinary message has it. */
const whole = () => renderReply(reply, 0).blocks.map((block) => ({ ...block, block_id: undefined }));

function expectOneWholeAnswer(): void {
  expect(own()).toHaveLength(1);
  const blocks = own()[0]?.blocks as { block_id?: string }[];
  expect(blocks.map((block) => ({ ...block, block_id: undefined }))).toEqual(whole());
  expect(own()[0]).toMatchObject({ metadata: { event_payload: { key: 'k1' } } });
  expect(own()[0]?.streaming_state).not.toBe('in_progress');
}

describe('an answer in the bot’s own conversation', () => {
  it('comes statement by statement and ends as the ordinary message would be', async () => {
    const target = ask();
    const { ts } = await poster().postReply(target, reply, once);
    expect(methods()).toEqual(['chat.startStream', 'chat.appendStream', 'chat.appendStream', 'chat.stopStream']);
    expectOneWholeAnswer();
    expect(own()[0]).toMatchObject({ ts, thread_ts: target.threadTs, streaming_state: 'completed' });
    expect(await poster().postReply(target, reply, again)).toEqual({ ts });
    expect(methods().at(-1)).toBe('conversations.replies');
  });

  it('of one statement is one message: there is nothing to send in pieces', async () => {
    await poster().postReply(ask(), { kind: 'answer', answer, article }, once);
    expect(methods()).toEqual(['chat.postMessage']);
  });

  it.each<[string, Fault]>([
    ['has used up its streams for this minute', { kind: 'status', status: 429 }],
    ['does not stream there', { kind: 'error', error: 'channel_type_not_supported' }],
    ['misses a scope', { kind: 'error', error: 'missing_scope' }],
    ['does not know these blocks in a stream', { kind: 'error', error: 'invalid_chunks' }],
  ])('is one message where Slack %s', async (_, fault) => {
    slack.faults.set('chat.startStream', [fault]);
    await poster().postReply(ask(), reply, once);
    expect(methods()).toEqual(['chat.postMessage']);
    expectOneWholeAnswer();
  });

  it('does not ask a workspace without streams twice', async () => {
    const unknown: Fault = { kind: 'error', error: 'unknown_method' };
    const faults = [unknown, unknown];
    slack.faults.set('chat.startStream', faults);
    const { postReply } = poster();
    await postReply(ask(), reply, once);
    await postReply(ask(), reply, { ...once, key: 'k2' });
    expect(methods()).toEqual(['chat.postMessage', 'chat.postMessage']);
    expect(faults).toHaveLength(1);
  });

  const ends: [Method, Fault][] = (['chat.appendStream', 'chat.stopStream'] as const).flatMap((method) =>
    (
      [
        { kind: 'streams-expired' },
        { kind: 'status', status: 429 },
        { kind: 'status', status: 503 },
        { kind: 'cut' },
        { kind: 'stored-then-cut' },
        { kind: 'error', error: 'msg_blocks_too_long' },
      ] satisfies Fault[]
    ).map((fault): [Method, Fault] => [method, fault]),
  );
  it.each(ends)('is made whole in its place where %s meets %o', async (method, fault) => {
    slack.faults.set(method, [fault]);
    await poster().postReply(ask(), reply, once);
    expectOneWholeAnswer();
  });

  it.each<[string, Fault]>([
    ['its start', { kind: 'stored-then-cut' }],
    ['Slack', { kind: 'status', status: 500 }],
  ])('is not posted again where nobody knows what became of %s; the next try completes it', async (_, fault) => {
    const target = ask();
    slack.faults.set('chat.startStream', [fault]);
    await expect(poster().postReply(target, reply, once)).rejects.toMatchObject({ maybeStored: true });
    expect(methods()).not.toContain('chat.postMessage');
    await poster().postReply(target, reply, again);
    expectOneWholeAnswer();
  });

  it.each<[string, Fault[]]>([
    ['still open', []],
    ['expired meanwhile', [{ kind: 'streams-expired' }]],
  ])('that a killed process left half-way is completed by the next try, %s', async (_, searching) => {
    const target = ask();
    const { postReply } = poster();
    slack.faults.set('chat.appendStream', [{ kind: 'status', status: 503 }]);
    slack.faults.set('chat.update', [{ kind: 'cut' }]);
    await expect(postReply(target, reply, once)).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(own()).toMatchObject([{ streaming_state: 'in_progress' }]);
    slack.faults.set('conversations.replies', searching);
    await poster().postReply(target, reply, again);
    expectOneWholeAnswer();
  });

  it('stops where a person stopped it', async () => {
    slack.faults.set('chat.appendStream', [{ kind: 'error', error: 'stopped_by_user' }]);
    await poster().postReply(ask(), reply, once);
    expect(methods()).toEqual(['chat.startStream']);
    expect(own()).toHaveLength(1);
  });
});

describe.each(['C1', 'G1', 'G2'])('an answer in a thread of %s, which others read too', (channel) => {
  it('comes in pieces for the one who asked, and ends as the ordinary message would be', async () => {
    const target = ask(channel);
    const { ts } = await poster().postReply(target, reply, once);
    expect(slack.calls[0]).toMatchObject({
      method: 'chat.startStream',
      args: { recipient_team_id: 'T1', recipient_user_id: 'U1', thread_ts: target.threadTs },
    });
    expectOneWholeAnswer();
    expect(own()[0]).toMatchObject({ ts, thread_ts: target.threadTs, streaming_state: 'completed' });
  });

  it('is one message for a person of another organisation, whom Slack streams nothing to', async () => {
    await poster().postReply({ ...ask(channel), user: 'U9' }, reply, once);
    expect(methods()).toEqual(['chat.startStream', 'chat.postMessage']);
    expectOneWholeAnswer();
  });

  it('that a killed process left half-way is completed by the next try', async () => {
    const target = ask(channel);
    slack.faults.set('chat.appendStream', [{ kind: 'status', status: 503 }]);
    slack.faults.set('chat.update', [{ kind: 'cut' }]);
    await expect(poster().postReply(target, reply, once)).rejects.toMatchObject({ code: 'unavailable' });
    await poster().postReply(target, reply, again);
    expectOneWholeAnswer();
  });
});
