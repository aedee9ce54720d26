import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SlackError } from '../../src/core/errors.ts';
import type { Reply, ReplyTarget } from '../../src/ports.ts';
import { createPoster } from '../../src/slack/post.ts';
import { renderReply } from '../../src/slack/render.ts';
import { type FakeSlack, startFakeSlack } from './support/fake-slack.ts';
import { type LogLine, recordLog } from './support/record-log.ts';
import { brief } from './support/samples.ts';

const reply: Reply = { kind: 'brief', id: 'brief-1', brief };
const signal = new AbortController().signal;
let slack: FakeSlack;
let lines: LogLine[];

beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(() => slack.close());

function poster(timeout = 5000) {
  const recorded = recordLog();
  lines = recorded.lines;
  const client = new WebClient(slack.token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    timeout,
    rejectRateLimitedCalls: true,
    logger: recorded.library,
  });
  const identify = async () => ({ team: slack.team, botUserId: slack.botUserId, botId: slack.botId });
  return createPoster({ client, identify, log: recorded.log, now: () => Date.UTC(2026, 10, 22), timeoutMs: timeout });
}

function target(change: Partial<ReplyTarget> = {}): ReplyTarget {
  return { team: 'T1', channel: 'C1', threadTs: null, user: 'U1', responseUrl: null, ...change };
}

async function failureOf(work: Promise<unknown>): Promise<SlackError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SlackError);
  return error as SlackError;
}

const once = { key: 'k1', mayStand: false, signal };

describe('postReply', () => {
  it('posts once into the thread, without unfurls, with its key', async () => {
    const { ts: threadTs } = slack.say('C1', 'https://courier.example/coal');
    const { ts } = await poster().postReply(target({ threadTs }), reply, once);
    expect(slack.messages.at(-1)).toMatchObject({
      ts,
      thread_ts: threadTs,
      metadata: { event_payload: { key: 'k1' } },
    });
    expect(slack.calls.at(-1)?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    expect(slack.messages.at(-1)?.text).toMatch(/^Lindholm to close/);
  });

  it('posts fewer claims where Slack finds the message too long, and gives up only then', async () => {
    const { ts: threadTs } = slack.say('C1', 'https://courier.example/coal');
    const tooLong = { kind: 'error', error: 'msg_blocks_too_long' } as const;
    const many = {
      ...brief,
      claims: Array.from({ length: 12 }, () => brief.claims)
        .flat()
        .slice(0, 12),
    };
    const long: Reply = { ...reply, brief: many, length: 'full' };
    slack.faults.set('chat.postMessage', [tooLong]);
    const { ts } = await poster().postReply(target({ threadTs }), long, once);
    const shown = slack.messages.find((message) => message.ts === ts);
    expect(shown?.metadata?.event_payload).toEqual({ key: 'k1' });
    const claimsIn = (blocks: unknown) => JSON.stringify(blocks).match(/\*\d+\.\*/g)?.length ?? 0;
    const whole = renderReply(long, Date.UTC(2026, 10, 22)).blocks;
    expect(claimsIn(shown?.blocks)).toBeLessThan(claimsIn(whole));
    expect(claimsIn(shown?.blocks)).toBeGreaterThan(0);

    slack.faults.set('chat.update', [tooLong]);
    await poster().editReply({ channel: 'C1', ts: String(ts) }, long);
    expect(slack.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(1);

    slack.faults.set('chat.postMessage', [tooLong, tooLong, tooLong]);
    const failure = await failureOf(poster().postReply(target({ threadTs }), long, { ...once, key: 'k2' }));
    expect(failure.code).toBe('too-long');
    expect(slack.faults.get('chat.postMessage')).toHaveLength(1);
  });

  it('finds what an earlier try posted, beyond the first page, and posts nothing', async () => {
    const { ts: threadTs } = slack.say('C1', 'link');
    for (let at = 0; at < 250; at += 1) slack.say('C1', `reply ${at}`, threadTs);
    slack.faults.set('chat.postMessage', [{ kind: 'stored-then-cut' }]);
    const failure = await failureOf(poster().postReply(target({ threadTs }), reply, once));
    expect(failure).toMatchObject({ code: 'unavailable', maybeStored: true });
    const stored = slack.messages.at(-1);
    expect(await poster().postReply(target({ threadTs }), reply, { ...once, mayStand: true })).toEqual({
      ts: stored?.ts,
    });
    expect(slack.messages.at(-1)).toBe(stored);
  });

  it('says before it sends, and not where it found what an earlier try sent', async () => {
    const calls: number[] = [];
    const beforeSend = async () => void calls.push(slack.messages.length);
    await poster().postReply(target(), reply, { ...once, beforeSend });
    await poster().postReply(target(), reply, { ...once, beforeSend, mayStand: true });
    expect([calls, slack.messages.length]).toEqual([[0], 1]);
    const stop = new Error('not now');
    const failure = await poster()
      .postReply(target(), reply, { ...once, key: 'k2', beforeSend: () => Promise.reject(stop) })
      .catch((error: unknown) => error);
    expect([failure, slack.messages.length]).toEqual([stop, 1]);
  });

  it('finds an earlier message of its own in the channel', async () => {
    const first = await poster().postReply(target(), reply, once);
    slack.say('C1', 'chat');
    expect(await poster().postReply(target(), reply, { ...once, mayStand: true })).toEqual(first);
    expect(slack.messages).toHaveLength(2);
  });

  it('finds it where the workspace keeps no metadata', async () => {
    const { ts: threadTs } = slack.say('C1', 'link');
    const first = await poster().postReply(target({ threadTs }), reply, once);
    for (const message of slack.messages) delete message.metadata;
    expect(await poster().postReply(target({ threadTs }), reply, { ...once, mayStand: true })).toEqual(first);
  });

  it('posts when only another key, or another author with this key, is there', async () => {
    const { ts: threadTs } = slack.say('C1', 'link');
    await poster().postReply(target({ threadTs }), reply, { ...once, key: 'k0' });
    const forged = slack.say('C1', 'forged', threadTs);
    forged.metadata = { event_type: 'byline_reply', event_payload: { key: 'k1' } };
    const { ts } = await poster().postReply(target({ threadTs }), reply, { ...once, mayStand: true });
    expect(slack.messages.at(-1)?.ts).toBe(ts);
    expect(slack.messages).toHaveLength(4);
  });

  it('does not post while it cannot tell whether an earlier try stands', async () => {
    const { ts: threadTs } = slack.say('C1', 'link');
    slack.faults.set('conversations.replies', [{ kind: 'status', status: 503 }]);
    await failureOf(poster().postReply(target({ threadTs }), reply, { ...once, mayStand: true }));
    expect(slack.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
  });

  it('posts all the same where it may not read the thread at all, and logs it', async () => {
    slack.scopes = ['chat:write'];
    await poster().postReply(target(), reply, { ...once, mayStand: true });
    expect(slack.messages).toHaveLength(1);
    expect(lines.map(({ event }) => event)).toContain('could not look for an earlier reply');
  });

  it('says how long Slack asked to wait', async () => {
    slack.faults.set('chat.postMessage', [{ kind: 'status', status: 429, retryAfter: 7 }]);
    expect(await failureOf(poster().postReply(target(), reply, once))).toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 7000,
      maybeStored: false,
    });
  });

  it.each([
    ['not_in_channel', 'not-in-channel', false],
    ['channel_not_found', 'not-in-channel', false],
    ['is_archived', 'channel-gone', false],
    ['msg_blocks_too_long', 'too-long', false],
    ['missing_scope', 'not-allowed', false],
    ['token_revoked', 'not-allowed', false],
    ['fatal_error', 'unavailable', true],
    ['ratelimited', 'rate-limited', false],
    ['invalid_blocks', 'refused', false],
    ['never_heard_of_it', 'refused', false],
  ])('turns %s into %s', async (error, code, maybeStored) => {
    slack.faults.set('chat.postMessage', Array(2).fill({ kind: 'error', error }));
    expect(await failureOf(poster().postReply(target(), reply, once))).toMatchObject({ code, maybeStored });
  });

  it('knows that nothing was stored where no connection was made', async () => {
    const { postReply } = poster();
    await slack.close();
    expect(await failureOf(postReply(target(), reply, once))).toMatchObject({
      code: 'unavailable',
      maybeStored: false,
    });
    slack = await startFakeSlack();
  });

  it('answers through the response URL where it is not in the channel, and says how to invite it', async () => {
    const outside = target({ channel: 'C2', responseUrl: slack.responseUrl });
    expect(await poster().postReply(outside, reply, once)).toEqual({ ts: null });
    expect(slack.responses).toHaveLength(1);
    expect(slack.responses[0]).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(JSON.stringify(slack.responses[0])).toContain('`/invite @Byline`');
    expect(JSON.stringify(slack.responses[0])).not.toMatch(/ask me anything/);
  });

  it('tells a command that gets no brief to its person alone; where the URL is used up, to the channel', async () => {
    const commanded = target({ responseUrl: slack.responseUrl });
    const refused: Reply = {
      kind: 'refusal',
      refusal: { kind: 'refusal', why: 'gone', detail: 'It is gone.' },
      about: null,
    };
    expect(await poster().postReply(commanded, refused, once)).toEqual({ ts: null });
    expect(JSON.stringify(slack.responses)).toContain('It is gone.');
    expect(JSON.stringify(slack.responses)).not.toContain('/invite');
    expect(slack.messages).toEqual([]);
    slack.faults.set('response_url', [{ kind: 'status', status: 404 }]);
    expect((await poster().postReply(commanded, refused, once)).ts).toBe(slack.messages.at(-1)?.ts);
  });

  it('fails where it is not in the channel and has no response URL, or one that is used up', async () => {
    const outside = target({ channel: 'C2' });
    expect(await failureOf(poster().postReply(outside, reply, once))).toMatchObject({ code: 'not-in-channel' });
    slack.faults.set('response_url', [
      { kind: 'status', status: 404 },
      { kind: 'status', status: 429, retryAfter: 3 },
    ]);
    const responding = { ...outside, responseUrl: slack.responseUrl };
    expect(await failureOf(poster().postReply(responding, reply, once))).toMatchObject({ code: 'refused' });
    expect(await failureOf(poster().postReply(responding, reply, once))).toMatchObject({ retryAfterMs: 3000 });
  });

  it('does nothing once it was told to stop', async () => {
    await expect(poster().postReply(target(), reply, { ...once, signal: AbortSignal.abort() })).rejects.toThrow();
    expect(slack.calls).toEqual([]);
  });

  it('lets neither the token nor article text into the log', async () => {
    slack.faults.set('chat.postMessage', [{ kind: 'cut' }]);
    slack.scopes = ['chat:write'];
    await failureOf(poster().postReply(target(), reply, { ...once, mayStand: true }));
    expect(JSON.stringify(lines)).not.toMatch(/xoxb-fake|Lindholm|courier/);
  });
});

describe('showWorking', () => {
  it('adds one reaction and takes it away again', async () => {
    const { ts } = slack.say('C1', 'link');
    const { showWorking } = poster();
    await showWorking(target(), ts, true);
    await showWorking(target(), ts, true);
    expect(slack.reactions).toEqual([`C1:${ts}:eyes`]);
    await showWorking(target(), ts, false);
    await showWorking(target(), ts, false);
    expect(slack.reactions).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('swallows a failure and logs it; a command has nothing to react to', async () => {
    slack.scopes = [];
    const { showWorking } = poster();
    await showWorking(target(), slack.say('C1', 'link').ts, true);
    expect(lines).toMatchObject([{ event: 'could not show that work goes on', fields: { error: 'missing_scope' } }]);
    await showWorking(target(), null, true);
    expect(slack.calls).toHaveLength(1);
  });
});

describe('showWorking in a direct message', () => {
  it('shows the assistant’s status instead of a reaction, and clears it', async () => {
    const { ts } = slack.say('D1', 'link');
    const { showWorking } = poster();
    await showWorking(target({ channel: 'D1', threadTs: ts }), ts, true);
    expect([[...slack.statuses], slack.reactions]).toEqual([[[`D1:${ts}`, 'is reading …']], []]);
    await showWorking(target({ channel: 'D1', threadTs: ts }), ts, false);
    expect(slack.statuses.size).toBe(0);
  });

  it('reacts where there are no statuses', async () => {
    const { ts } = slack.say('D1', 'link');
    const noStatus = { kind: 'error', error: 'unknown_method' } as const;
    slack.faults.set('assistant.threads.setStatus', [noStatus, noStatus]);
    const { showWorking } = poster();
    await showWorking(target({ channel: 'D1' }), ts, true);
    expect(slack.reactions).toEqual([`D1:${ts}:eyes`]);
    await showWorking(target({ channel: 'D1' }), ts, false);
    expect(slack.reactions).toEqual([]);
  });
});

describe('deleteReply', () => {
  it('deletes a reply of ours, and is content when it is gone already', async () => {
    const { postReply, deleteReply } = poster();
    const { ts } = await postReply(target(), reply, once);
    await deleteReply({ channel: 'C1', ts: ts ?? '' });
    await deleteReply({ channel: 'C1', ts: ts ?? '' });
    expect(slack.messages).toEqual([]);
    const person = slack.say('C1', 'mine');
    await failureOf(deleteReply({ channel: 'C1', ts: person.ts }));
  });
});
