import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deletion, Post } from '../../src/core/post.ts';
import type { BriefRecord } from '../../src/ports.ts';
import { createSlack, type Slack } from '../../src/slack/app.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { findModalProblems } from './support/block-kit.ts';
import { type FakeSlack, startFakeSlack } from './support/fake-slack.ts';
import { type LogLine, recordLog } from './support/record-log.ts';
import { brief } from './support/samples.ts';
import { createSender, signingSecret, toPress } from './support/signed-http.ts';
import { waitUntil } from './support/wait-until.ts';

const message = {
  type: 'message',
  channel: 'C1',
  channel_type: 'channel',
  user: 'U1',
  ts: '1700.1',
  text: 'https://a.example/',
};
const record: BriefRecord = {
  id: 'k1',
  team: 'T1',
  channel: 'C1',
  threadTs: '1700.1',
  brief,
  replyTs: '1.2',
  postTs: '1.1',
  user: 'U1',
  createdAt: 0,
};

let fake: FakeSlack;
let slack: Slack;
let store: Store;
let send: ReturnType<typeof createSender>;
let posts: Post[];
let deletions: Deletion[];
let forgotten: unknown[];
let lines: LogLine[];
/** What committing a post does; tests make it fail or wait. */
let commit: () => Promise<void>;

beforeEach(async () => {
  fake = await startFakeSlack();
  posts = [];
  deletions = [];
  forgotten = [];
  commit = async () => {};
  const recorded = recordLog();
  lines = recorded.lines;
  store = await openStore({ path: ':memory:' });
  slack = createSlack({
    store,
    receiveFeedback: async () => {},
    receiveShare: async () => true,
    forgetWorkspace: async (team) => {
      await commit();
      forgotten.push(team);
    },
    mode: 'http',
    botToken: fake.token,
    signingSecret,
    host: '127.0.0.1',
    port: 0,
    apiUrl: fake.apiUrl,
    receivePost: async (post) => {
      await commit();
      posts.push(post);
    },
    receiveDeletion: async (deletion) => {
      await commit();
      deletions.push(deletion);
    },
    findBrief: async (id) => (id === record.id ? record : undefined),
    log: recorded.log,
    deadlineMs: 150,
  });
  const { port } = await slack.start();
  send = createSender(port ?? 0);
});
afterEach(async () => {
  await slack.stop();
  await fake.close();
});

describe('a workspace that uninstalls Byline', () => {
  it('is forgotten, and Slack says so again where that failed; a revoked token is no uninstalling', async () => {
    commit = () => Promise.reject(new Error('disk full'));
    expect((await send.event({ type: 'app_uninstalled' })).status).toBe(503);
    expect(forgotten).toEqual([]);
    commit = async () => {};
    expect((await send.event({ type: 'app_uninstalled' })).status).toBe(200);
    expect((await send.event({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } })).status).not.toBe(503);
    expect(forgotten).toEqual([{ team: 'T1', event: expect.stringMatching(/^Ev/) }]);
  });
});

describe('whether Slack answers', () => {
  it('is asked of Slack: not where it is gone or refuses the token, but where it is only busy', async () => {
    expect(await slack.answers()).toBe(true);
    fake.faults.set('auth.test', [
      { kind: 'cut' },
      { kind: 'status', status: 503 },
      { kind: 'error', error: 'account_inactive' },
      { kind: 'status', status: 429 },
    ]);
    const heard = [];
    for (let n = 0; n < 5; n += 1) heard.push(await slack.answers());
    expect(heard).toEqual([false, false, false, true, true]);
  });
});

describe('an event over HTTP', () => {
  it('is acknowledged after its post was committed', async () => {
    const gate = holdCommits();
    let acknowledged = false;
    const delivery = send.event(message).then((answered) => {
      acknowledged = true;
      return answered;
    });
    await gate.begun;
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(acknowledged).toBe(false);
    gate.release();
    expect(await delivery).toMatchObject({ status: 200 });
    expect(posts).toMatchObject([{ key: 'T1:C1:1700.1', links: ['https://a.example/'] }]);
  });

  it('is not acknowledged when the commit failed, and taken when Slack sends it again', async () => {
    commit = () => Promise.reject(new Error('disk full'));
    expect((await send.event(message)).status).toBe(503);
    commit = async () => {};
    expect((await send.event(message, { retryNum: 1 })).status).toBe(200);
    expect(posts).toHaveLength(1);
  });

  it('is acknowledged and nothing more when it is no post', async () => {
    for (const event of [
      { ...message, user: 'UBOT' },
      { ...message, bot_id: 'B2', subtype: 'bot_message' },
      { ...message, subtype: 'message_changed', hidden: true, message: {} },
      { type: 'reaction_added', user: 'U1', item: { type: 'message', channel: 'C1', ts: '1.1' }, reaction: 'eyes' },
    ])
      expect((await send.event(event)).status).toBe(200);
    expect((await send.raw({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 })).status).toBe(200);
    expect(posts).toEqual([]);
  });

  it('is committed as a deletion before it is acknowledged', async () => {
    const deleted = {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel: 'C1',
      deleted_ts: '1700.1',
      ts: '1701.1',
    };
    commit = () => Promise.reject(new Error('disk full'));
    expect((await send.event(deleted)).status).toBe(503);
    commit = async () => {};
    expect((await send.event(deleted, { retryNum: 1 })).status).toBe(200);
    expect(deletions).toEqual([{ team: 'T1', channel: 'C1', ts: '1700.1', threadTs: null }]);
  });

  it('gives the same key for the two events of a mention', async () => {
    const text = '<@UBOT> https://a.example/';
    await send.event({ ...message, text });
    await send.event({ ...message, type: 'app_mention', channel_type: undefined, text });
    expect(posts.map(({ key, asked }) => [key, asked])).toEqual([
      ['T1:C1:1700.1', true],
      ['T1:C1:1700.1', true],
    ]);
  });

  it('is refused with a wrong signature, an old date or a date ahead', async () => {
    expect((await send.event(message, { secret: 'other' })).status).toBe(401);
    expect((await send.event(message, { skew: -3600 })).status).toBe(401);
    expect((await send.event(message, { skew: 3600 })).status).toBe(401);
    expect(posts).toEqual([]);
  });

  it('is left to Slack when the program is stopping; those under way are finished', async () => {
    const gate = holdCommits();
    const underWay = send.event(message);
    await gate.begun;
    const stopped = slack.stop();
    const late = await send.event({ ...message, ts: '1700.2' });
    expect(late.status).toBe(503);
    gate.release();
    expect((await underWay).status).toBe(200);
    await stopped;
    expect(posts).toMatchObject([{ ts: '1700.1' }]);
  });

  it('lets neither secrets nor what people wrote into the log', async () => {
    commit = () => Promise.reject(new Error('cannot store the mayor resigns for xoxb-fake'));
    await send.event(message);
    await send.command({ text: 'https://a.example/' });
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toMatch(/a\.example|mayor|xoxb-fake|fake-signing/);
  });
});

describe('/summarize', () => {
  const read = (answered: { text: string }) => JSON.parse(answered.text);

  it('is committed, then acknowledged with a sign of life for the one who typed it', async () => {
    const { responseUrl } = fake;
    const answered = await send.command({ text: 'https://a.example/x?b=1&c=2', response_url: responseUrl });
    expect(read(answered)).toEqual({ response_type: 'ephemeral', text: 'Reading a.example: the answer comes here.' });
    expect(posts).toMatchObject([{ asked: true, ts: null, links: ['https://a.example/x?b=1&c=2'], responseUrl }]);
  });

  it('says at once that it was not understood, and reads nothing', async () => {
    for (const text of ['setings', 'last 2', 'settings foo'])
      expect(read(await send.command({ text })).text).toMatch(/^Byline did not understand that: type `\/summarize`/);
    expect(posts).toEqual([]);
  });

  it('says how to use it where there is no text, or help', async () => {
    for (const text of ['', ' ', 'help'])
      expect(read(await send.command({ text })).text).toMatch(/^Byline briefs news articles/);
    expect(posts).toEqual([]);
  });

  it('says so in one sentence when it could not be committed', async () => {
    commit = () => Promise.reject(new Error('disk full'));
    const answered = await send.command({ text: 'https://a.example/' });
    expect(read(answered).text).toBe('Byline could not take this just now: please try again in a minute.');
  });

  it('is acknowledged in time with one sentence where the commit takes too long, which it may still do', async () => {
    const gate = holdCommits();
    const answered = await send.command({ text: 'https://a.example/' });
    expect(read(answered).text).toBe(
      'Byline is slow just now: please try again if nothing has come within two minutes.',
    );
    gate.release();
    await waitUntil(() => posts.length === 1);
  });

  it('is read from a form with a charset in its content type', async () => {
    const contentType = 'application/x-www-form-urlencoded; charset=utf-8';
    expect((await send.command({ text: 'https://a.example/' }, { contentType })).status).toBe(200);
    expect(posts).toHaveLength(1);
  });
});

describe('a button', () => {
  it('opens all claims, and what was read, in a modal', async () => {
    expect((await send.interact(toPress('all_claims', 'k1', 'trigger-1'))).status).toBe(200);
    expect((await send.interact(toPress('what_i_read', 'k1', 'trigger-2'))).status).toBe(200);
    await waitUntil(() => fake.views.length === 2);
    expect(fake.views.flatMap(findModalProblems)).toEqual([]);
    const shown = fake.views.map((view) => JSON.stringify(view)).sort();
    expect(shown.join()).toContain('All claims');
    expect(shown.join()).toContain('Mara Ekdahl, who chairs the board');
    expect(shown.join()).toContain('Coal made up 11 percent of the cargo handled in Lindholm last year, down from');
  });

  it('shows the same to the presser alone where no modal can be opened', async () => {
    await send.interact(toPress('all_claims', 'k1', 'too-late'));
    await waitUntil(() => fake.ephemerals.length === 1);
    expect(fake.ephemerals[0]).toMatchObject({ channel: 'C1', user: 'U1', thread_ts: '1700000001.000100' });
    expect(JSON.stringify(fake.ephemerals[0])).toContain('Mara Ekdahl, who chairs the board');
  });

  it('says so where the brief is gone', async () => {
    await send.interact(toPress('all_claims', 'k2'));
    await waitUntil(() => fake.ephemerals.length === 1);
    expect(fake.ephemerals[0]?.text).toBe(
      'This brief is no longer kept: post the link or the text again for a new one.',
    );
  });

  it('asks for the brief of its link, committed before the acknowledgement', async () => {
    expect((await send.interact(toPress('brief_link', 'https://b.example/?x=1&y=2'))).status).toBe(200);
    expect(posts).toMatchObject([
      { asked: true, user: 'U1', links: ['https://b.example/?x=1&y=2'], place: { threadTs: '1700000001.000100' } },
    ]);
  });

  it('says so to the presser when its link could not be committed', async () => {
    commit = () => Promise.reject(new Error('disk full'));
    expect((await send.interact(toPress('brief_link', 'https://b.example/'))).status).toBe(200);
    await waitUntil(() => fake.ephemerals.length === 1);
    expect(fake.ephemerals[0]?.text).toMatch(/^Byline could not take this just now/);
  });
});

// Keeps every commit waiting until it is released.
function holdCommits(): { begun: Promise<void>; release: () => void } {
  const begun = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  commit = () => {
    begun.resolve();
    return released.promise;
  };
  return { begun: begun.promise, release: released.resolve };
}
