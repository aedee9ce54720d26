import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readWorkspaceSettings } from '../../src/core/settings.ts';
import { articleOf, briefOf, briefRecord } from '../store/records.ts';
import { textsOf } from './support/block-kit.ts';
import { type Newsroom, startNewsroom } from './support/newsroom.ts';
import { toPress } from './support/signed-http.ts';
import { waitUntil } from './support/wait-until.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom('http');
});
beforeEach(async () => {
  room.fake.clear();
  room.fake.memberships.set('U1', ['C1', 'G1']);
  await room.store.deletePlace({ team: 'T1' });
});
afterAll(() => room.close());

const wordsOf = (view: unknown) =>
  textsOf((view as { blocks: unknown }).blocks)
    .map(({ text }) => text)
    .join('\n');

async function openHome(user = 'U1', tab = 'home'): Promise<string> {
  room.fake.homes.delete(user);
  expect(await room.event({ type: 'app_home_opened', user, channel: 'D1', tab, event_ts: '1.1' })).toBe(true);
  await waitUntil(() => room.fake.homes.has(user));
  return wordsOf(room.fake.homes.get(user));
}

async function brief(channel: string, title: string, createdAt = Date.now()): Promise<void> {
  const record = briefRecord(`b-${channel}-${title}`, { channel, threadTs: '100.1', createdAt });
  const article = articleOf(`${title} is what this says.`, { title });
  await room.store.saveBrief({ ...record, brief: briefOf(article) });
}

describe('Home', () => {
  it('says how Byline is used and what holds in the workspace, also when nothing happened yet', async () => {
    const home = await openHome();
    expect(home).toContain('/invite @Byline');
    expect(home).toContain('None yet in a channel that you and Byline are in.');
    expect(home).toContain('No briefs yet.');
    expect(home).toContain('Reading: automatic');
    expect(home).toContain('Everyone may change settings');
  });

  it('lists the briefs of channels that the viewer is in, newest first, and of nobody else’s', async () => {
    await brief('C1', 'Older news', Date.now() - 3 * 3_600_000);
    await brief('G1', 'Private news');
    await brief('G2', 'Secret news');
    await brief('C2', 'Other news');
    await brief('D1', 'News in direct messages');
    await brief('D2', 'Somebody’s own news');
    const home = await openHome();
    expect(home.indexOf('Private news')).toBeGreaterThan(0);
    expect(home.indexOf('Older news')).toBeGreaterThan(home.indexOf('Private news'));
    expect(home).toContain(
      '• <https://newsroom.slack.com/archives/C1/p1002?thread_ts=100.1&amp;cid=C1|Older news> · The Example · <#C1> · 3 hours ago',
    );
    expect(home).toContain('News in direct messages');
    for (const hidden of ['Secret news', 'Other news', 'Somebody’s own news']) expect(home).not.toContain(hidden);
  });

  it('finds the channels of a person over several pages', async () => {
    room.fake.channels.set('C3', { kind: 'public', member: true, archived: false });
    room.fake.memberships.set('U1', ['C1', 'G1', 'C3']);
    await brief('C3', 'Third channel');
    expect(await openHome()).toContain('Third channel');
    room.fake.channels.delete('C3');
  });

  it.each([
    [['groups:read'], 'C1', 'G1', 'Briefs of private channels are not listed'],
    [['groups:read', 'channels:read'], undefined, 'C1', 'Briefs of channels are not listed'],
  ])(
    'without %s leaves out what it is not sure of, and says which scope is missing',
    async (missing, shown, hidden, words) => {
      room.fake.scopes = room.fake.scopes.filter((scope) => !missing.includes(scope));
      for (const channel of ['C1', 'G1']) await brief(channel, `News of ${channel}`);
      const home = await openHome();
      expect(home).toContain(words);
      expect(home).toContain(`\`${missing.at(-1)}\``);
      if (shown) expect(home).toContain(`News of ${shown}`);
      expect(home).not.toContain(`News of ${hidden}`);
    },
  );

  it('lists nothing where Slack does not say who is where', async () => {
    await brief('C1', 'News');
    room.fake.faults.set('users.conversations', [{ kind: 'status', status: 500 }]);
    expect(await openHome()).toContain('None yet');
  });

  it('counts the month: briefs, quotes, what was left out, opinions, tokens and money', async () => {
    const record = briefRecord('b1', { channel: 'C9', createdAt: Date.now() });
    const checks = { ...record.brief.checks, claimsOffered: 9, claimsShown: 7, quotesOffered: 6, quotesFound: 5 };
    await room.store.saveBrief({ ...record, brief: { ...record.brief, checks } });
    const of = { team: 'T1', channel: 'C9', createdAt: Date.now(), briefId: 'b1', comment: null };
    await room.store.saveFeedback({ ...of, user: 'U1', claim: null, verdict: 'good' });
    await room.store.saveFeedback({ ...of, user: 'U2', claim: 2, verdict: 'wrong' });
    const day = new Date().toISOString().slice(0, 10);
    const spent = { inputTokens: 1200, outputTokens: 300, calls: 1, costMicros: 42_000 };
    await room.store.countUsage({ key: 'k', team: 'T1', channel: 'C9', user: 'U1', day, model: 'm', ...spent });
    const home = await openHome();
    expect(home).toContain('• 1 brief · 5 of 6 quotes found in the articles · 2 claims left out');
    expect(home).toContain('1 found a brief helpful · 0 did not · 1 claim reported as wrong');
    expect(home).toContain('1,500 tokens of a model in 1 call, $0.04');
    await room.store.deleteOldText({ before: Date.now() + 1000, keepBriefs: false });
    expect(await openHome()).toContain('• 1 brief ·');
  });

  it('says of a brief how many minutes old it is, and of the figures when they were counted', async () => {
    await brief('C1', 'Fresh news', Date.now() - 12.5 * 60_000);
    const home = await openHome();
    expect(home).toContain('<#C1> · 12 minutes ago');
    expect(home).toMatch(/\*This month in the workspace\* \(counted \d{1,2} \w+,? \d\d:\d\d UTC\)/);
  });

  it('warns of budgets that are four fifths spent: the workspace’s and the reader’s own, not another person’s', async () => {
    const budgets = [
      { of: 'workspace', per: 'month', unit: 'tokens', amount: 1000 },
      { of: 'user', per: 'day', unit: 'tokens', amount: 850 },
      { of: 'channel', per: 'day', unit: 'tokens', amount: 1 },
    ] as const;
    const settings = readWorkspaceSettings({ budgets });
    await room.store.saveWorkspaceSettings({ team: 'T1', settings, user: 'U1', now: Date.now() });
    const day = new Date().toISOString().slice(0, 10);
    const spent = { day, model: 'm', calls: 1, inputTokens: 800, outputTokens: 57, costMicros: 0 };
    await room.store.countUsage({ key: 'k1', team: 'T1', channel: 'C1', user: 'U2', ...spent });
    const home = await openHome();
    expect(home).toContain('85 % of the workspace’s model budget for this month is spent');
    expect(home).not.toContain('your model budget');
    expect(await openHome('U2')).toContain('your model budget for today (UTC) is spent: articles are read');
  });

  it('cannot be made to show a forged link or mention by an article’s title', async () => {
    await brief('C1', '<!channel> *<https://evil.example|click>* \u202e');
    const home = await openHome();
    expect(home).not.toContain('<!channel>');
    expect(home).not.toContain('<https://evil');
  });

  it('is not drawn for the messages tab', async () => {
    await room.event({ type: 'app_home_opened', user: 'U5', channel: 'D1', tab: 'messages', event_ts: '1.1' });
    await openHome();
    expect(room.fake.homes.has('U5')).toBe(false);
  });
});

describe('the settings of a workspace', () => {
  async function openSettings(user = 'U1'): Promise<unknown> {
    room.fake.views.length = 0;
    const trigger = room.fake.nextTrigger();
    room.fake.triggers.add(trigger);
    const { channel: _, ...press } = toPress('workspace_settings', 'D1', trigger);
    const container = { type: 'view', view_id: 'V2' };
    expect(await room.interact({ ...press, user: { id: user, team_id: 'T1' }, container })).toBe(true);
    await waitUntil(() => room.fake.views.length > 0);
    return room.fake.views[0];
  }

  it('are saved from Home, which is then drawn anew', async () => {
    const view = await openSettings();
    const answer = await room.submit(view, {
      reading: 'asked',
      language: 'fr',
      blockedSites: 'tabloid.example',
      budget_workspace: '$20',
      budget_user: '50,000 tokens',
      retentionDays: '7',
      drafting: 'offline',
    });
    expect(wordsOf(answer.view)).toMatch(/^Saved: /);
    expect(await room.store.workspaceSettings('T1')).toEqual(
      readWorkspaceSettings({
        defaults: { reading: 'asked', language: 'fr', blockedSites: ['tabloid.example'] },
        budgets: [
          { of: 'workspace', per: 'month', unit: 'micros', amount: 20_000_000 },
          { of: 'user', per: 'day', unit: 'tokens', amount: 50_000 },
        ],
        retentionDays: 7,
        drafting: 'offline',
      }),
    );
    await waitUntil(() => room.fake.homes.has('U1'));
    const home = wordsOf(room.fake.homes.get('U1'));
    expect(home).toContain('Reading: when asked');
    expect(home).toContain('Budget: $20 for the workspace a month, 50,000 tokens for each person a day');
    expect(home).toContain('kept for 7 days');
    await room.submit(await openSettings(), { budget_workspace: '', retentionDays: '' });
    expect(await room.store.workspaceSettings('T1')).toMatchObject({ budgets: [{ of: 'user' }], retentionDays: null });
  });

  it('limit the workspace, each channel and each person by day and by month', async () => {
    const given = { budget_workspace_day: '$3', budget_channel_month: '$4', budget_user_month: '70,000 tokens' };
    await room.submit(await openSettings(), { ...given, budget_channel: '$1' });
    expect((await room.store.workspaceSettings('T1')).budgets).toEqual([
      { of: 'workspace', per: 'day', unit: 'micros', amount: 3_000_000 },
      { of: 'channel', per: 'month', unit: 'micros', amount: 4_000_000 },
      { of: 'channel', per: 'day', unit: 'micros', amount: 1_000_000 },
      { of: 'user', per: 'month', unit: 'tokens', amount: 70_000 },
    ]);
    expect(await openHome()).toContain('$3 for the workspace a day, $4 for each channel a month');
  });

  it('cap what one brief may cost, and an empty field leaves that to the operator', async () => {
    await room.submit(await openSettings(), { cap_tokens: '60,000', cap_micros: '$0.20' });
    expect(await room.store.workspaceSettings('T1')).toMatchObject({ briefCap: { tokens: 60_000, micros: 200_000 } });
    expect(await openHome()).toContain('Budget: none, at most 60,000 tokens and $0.20 for one brief');
    await room.submit(await openSettings(), { cap_micros: '' });
    expect(await room.store.workspaceSettings('T1')).toMatchObject({ briefCap: { tokens: 60_000, micros: null } });
  });

  it('with a budget in dollars that nothing is counted for, say so in a sentence', async () => {
    const uncounted = await startNewsroom('http', { pricedModels: 'none' });
    const counted = room;
    room = uncounted;
    try {
      const dollars = await room.submit(await openSettings(), { budget_channel: '$2' });
      expect(wordsOf(dollars.view)).toMatch(/^Saved: .*\nA limit in dollars limits nothing here/);
      expect(await openHome()).toContain('• :warning: A limit in dollars limits nothing here');
      const tokens = await room.submit(await openSettings(), { budget_channel: '2000 tokens' });
      expect(wordsOf(tokens.view)).toMatch(/^Saved: .*settings of its own\.$/);
      room = counted;
      const fine = await room.submit(await openSettings(), { budget_channel: '$2' });
      expect(wordsOf(fine.view)).toMatch(/^Saved: .*settings of its own\.$/);
    } finally {
      room = counted;
      await uncounted.close();
    }
  });

  it('with a budget in dollars that one of two models is not counted for, say that it does not limit all', async () => {
    const counted = room;
    room = await startNewsroom('http', { pricedModels: 'some' });
    try {
      const dollars = await room.submit(await openSettings(), { budget_user: '$2' });
      expect(wordsOf(dollars.view)).toMatch(/^Saved: .*\nA limit in dollars does not limit all .* one of two models/);
      expect(await openHome()).toContain('A limit in dollars does not limit all');
      await room.submit(await openSettings(), { budget_user: '2000 tokens' });
      expect(await openHome()).not.toContain('A limit in dollars');
    } finally {
      await room.close();
      room = counted;
    }
  });

  it('say at each field what is wrong, and save nothing', async () => {
    const given = {
      budget_workspace: 'plenty',
      budget_channel: '-3 tokens',
      retentionDays: '0',
      cap_tokens: '$3',
      cap_micros: '60,000 tokens',
      allowedSites: 'nowhere',
    };
    const answer = await room.submit(await openSettings(), given);
    expect(answer.response_action).toBe('errors');
    expect(Object.keys(answer.errors ?? {}).sort()).toEqual(Object.keys(given).sort());
    expect(await room.store.settingsRecord({ team: 'T1', channel: null })).toBeUndefined();
  });

  it('are left to administrators only by one, so that nobody is locked out', async () => {
    const answer = await room.submit(await openSettings(), { editors: 'admins' });
    expect(answer.errors?.editors).toContain('You are no owner or administrator yourself');
    room.fake.scopes = room.fake.scopes.filter((scope) => scope !== 'users:read');
    const blind = await room.submit(await openSettings(), { editors: 'admins' });
    expect(blind.errors?.editors).toContain('add the scope users:read');
    room.fake.scopes = [...room.fake.scopes, 'users:read'];
    room.fake.admins.add('U1');
    await room.submit(await openSettings(), { editors: 'admins' });
    expect(await room.store.workspaceSettings('T1')).toMatchObject({ editors: 'admins' });
    expect(wordsOf(await openSettings('U7'))).toBe(
      'Only the workspace’s owners and administrators may change this: ask one of them.',
    );
  });

  it('notice that another person saved in between', async () => {
    const view = await openSettings();
    await room.submit(view, { reading: 'off' }, 'U2');
    const answer = await room.submit(view, { reading: 'asked' });
    expect(wordsOf(answer.view)).toContain('*Not saved:* <@U2> changed these settings');
    expect(await room.store.workspaceSettings('T1')).toMatchObject({ defaults: { reading: 'off' } });
  });
});
