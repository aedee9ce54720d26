import { describe, expect, it } from 'vitest';
import type { Draft, Drafter } from '../../src/core/draft.ts';
import { DraftError, SlackError } from '../../src/core/errors.ts';
import type { Budget } from '../../src/core/settings.ts';
import { describeDrafter } from '../../src/core/wording.ts';
import { answerQuestion } from '../../src/flows/answer-question.ts';
import { briefPost } from '../../src/flows/brief-post.ts';
import { leaveBudgetUnsaid } from '../../src/flows/weigh-budgets.ts';
import type { Drafters, ReplyTarget } from '../../src/ports.ts';
import {
  answerDraft,
  article,
  cannedDrafters,
  createMemoryStore,
  createRecorder,
  createRun,
  draft,
  refusalToAsk,
  silentLog,
} from './fakes.ts';

const target = { team: 'T1', channel: 'C1', threadTs: '100.1', user: 'U1', responseUrl: null };
const task = { kind: 'brief-post', postTs: '100.1', asked: false, file: null, text: '' } as const;
const model = { kind: 'model', model: 'canned', promptVersion: '0', fellBack: null } as const;
const usage = { inputTokens: 90, outputTokens: 10, calls: 1, costMicros: 500_000 };

const day = Date.parse('2026-11-22T12:00:00Z');
const dayMs = 24 * 3_600_000;

/** Posts in one workspace, each a job of its own; every model draft costs 100 tokens and half a dollar. */
function openWorkspace(budgets: Budget[], own: Budget[] = []) {
  const recorder = createRecorder();
  const store = createMemoryStore();
  store.workspace = { budgets: own };
  let asked = 0;
  const caps: unknown[] = [];
  const state = { limited: false };
  const drafters: Drafters = {
    draftBrief: async (_article, _signal, options): Promise<Draft> => {
      const refusal = refusalToAsk(options);
      if (refusal) throw refusal;
      if (state.limited) throw new DraftError('rate-limited', { retryAfterMs: 1000 });
      asked += 1;
      caps.push(options?.cap);
      return { ...draft, drafter: { ...model, usage } };
    },
    draftAnswer: async (_question, _article, _signal, options) => {
      const refusal = refusalToAsk(options);
      if (refusal) throw refusal;
      if (state.limited) throw new DraftError('rate-limited', { retryAfterMs: 1000 });
      asked += 1;
      return { ...answerDraft, drafter: { ...model, usage } };
    },
  };
  let posts = 0;
  const ports = {
    ...recorder,
    readPage: async () => article,
    readFile: async () => article,
    offline: cannedDrafters(draft),
    model: drafters as Drafters | undefined,
    budgets,
    store,
    maxModelWaitMs: 0,
    now: () => day,
    log: silentLog,
  };
  const newRun = () => {
    posts += 1;
    return { ...createRun(), key: `post-${posts}`, jobId: `job-${posts}` };
  };
  const drafterOf = (reply: unknown) => {
    const said = reply as { brief?: { drafter: Drafter }; answer?: { drafter: Drafter } };
    return said.brief?.drafter ?? said.answer?.drafter;
  };
  return {
    ports,
    store,
    state,
    newRun,
    get replies() {
      return recorder.replies.map(({ reply }) => reply);
    },
    asked: () => asked,
    caps,
    async post(place: Partial<ReplyTarget> = {}, now = day, run = newRun()) {
      const link = 'https://news.example/harbour';
      await briefPost({ ...task, link, target: { ...target, ...place } }, { ...ports, now: () => now }, run);
      return drafterOf(recorder.replies.at(-1)?.reply);
    },
    async ask(run = newRun()) {
      const question = { kind: 'answer-question', target, postTs: '100.2', asked: true, question: 'Who?' } as const;
      await answerQuestion(question, ports, run);
      return drafterOf(recorder.replies.at(-1)?.reply);
    },
  };
}

const byModel = { kind: 'model', fellBack: null };

describe('a budget', () => {
  it('stops asking the model once it is spent, says why, and briefs go on offline', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'micros', amount: 1_000_000 }]);
    expect(await workspace.post()).toMatchObject(byModel);
    expect(await workspace.post()).toMatchObject(byModel);
    const spent = { kind: 'offline', fellBack: 'budget', budget: { of: 'workspace', per: 'day' } };
    expect(await workspace.post()).toMatchObject(spent);
    expect(await workspace.ask()).toMatchObject(spent);
    expect(workspace.asked()).toBe(2);
  });

  it('that the first article of a question spends is spent for the next ones', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 300 }]);
    await workspace.post();
    await workspace.post();
    expect(await workspace.ask()).toMatchObject({ ...byModel, budget: { of: 'workspace', isSpent: true } });
    expect(workspace.asked()).toBe(3);
    const [reply] = workspace.replies.slice(-1);
    expect(reply).toMatchObject({
      also: [{ answer: { drafter: { fellBack: 'budget', budget: { of: 'workspace' } } } }],
    });
  });

  it('begins anew on the next day', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 100 }]);
    expect(await workspace.post()).toMatchObject(byModel);
    expect(await workspace.post()).toMatchObject({ fellBack: 'budget' });
    expect(await workspace.post({}, day + dayMs)).toMatchObject(byModel);
  });

  it('of a month counts every day of it, and begins anew with the next month', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'month', unit: 'tokens', amount: 100 }]);
    expect(await workspace.post({}, Date.parse('2026-11-01T00:00:01Z'))).toMatchObject(byModel);
    expect(await workspace.post({}, Date.parse('2026-11-30T23:59:00Z'))).toMatchObject({ fellBack: 'budget' });
    expect(await workspace.post({}, Date.parse('2026-12-01T00:00:01Z'))).toMatchObject(byModel);
  });

  it('of a channel or a person leaves the others theirs', async () => {
    const workspace = openWorkspace(
      [],
      [
        { of: 'channel', per: 'day', unit: 'tokens', amount: 100 },
        { of: 'user', per: 'day', unit: 'tokens', amount: 200 },
      ],
    );
    expect(await workspace.post()).toMatchObject(byModel);
    expect(await workspace.post()).toMatchObject({ fellBack: 'budget', budget: { of: 'channel' } });
    expect(await workspace.post({ channel: 'C2' })).toMatchObject(byModel);
    expect(await workspace.post({ channel: 'C3' })).toMatchObject({ fellBack: 'budget', budget: { of: 'user' } });
    expect(await workspace.post({ channel: 'C3', user: 'U2' })).toMatchObject(byModel);
    expect(await workspace.post({ team: 'T2' })).toMatchObject(byModel);
  });

  it('of the operator holds beside a larger one of the workspace', async () => {
    const budget = { of: 'workspace', per: 'day', unit: 'tokens' } as const;
    const workspace = openWorkspace([{ ...budget, amount: 100 }], [{ ...budget, amount: 1e9 }]);
    await workspace.post();
    expect(await workspace.post()).toMatchObject({ fellBack: 'budget' });
  });

  it('is said to near its end by one reply a period: the one whose cost brings it to four fifths', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'month', unit: 'tokens', amount: 500 }]);
    const said = [];
    for (let post = 0; post < 6; post += 1) said.push(await workspace.post());
    expect(said.map((drafter) => (drafter && 'budget' in drafter ? drafter.budget : undefined))).toEqual([
      ...[undefined, undefined, undefined],
      { of: 'workspace', per: 'month' },
      undefined,
      { of: 'workspace', per: 'month' },
    ]);
    expect(said.map((drafter) => drafter && 'fellBack' in drafter && drafter.fellBack)).toEqual([
      ...[null, null, null, null, null],
      'budget',
    ]);
    const nearing = openWorkspace([{ of: 'workspace', per: 'month', unit: 'tokens', amount: 1000 }]);
    for (let post = 0; post < 7; post += 1) await nearing.post();
    expect(await nearing.post()).toHaveProperty('budget');
    expect(await nearing.post()).not.toHaveProperty('budget');
    // Each of two articles is asked for an answer, so an answer costs twice as much here.
    const asking = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 700 }]);
    for (let post = 0; post < 2; post += 1) await asking.post();
    expect(await asking.ask()).not.toHaveProperty('budget');
    expect(await asking.ask()).toMatchObject({ ...byModel, budget: { of: 'workspace', per: 'day' } });
    expect(await asking.ask()).not.toHaveProperty('budget');
  });

  it('that one reply takes past four fifths, or to its end, is said by that reply', async () => {
    const jumped = openWorkspace([{ of: 'channel', per: 'day', unit: 'tokens', amount: 120 }]);
    expect(await jumped.post()).toMatchObject({ ...byModel, budget: { of: 'channel', per: 'day' } });
    const emptied = openWorkspace([
      { of: 'user', per: 'day', unit: 'tokens', amount: 110 },
      { of: 'workspace', per: 'day', unit: 'tokens', amount: 40 },
    ]);
    const said = await emptied.post();
    expect(said).toMatchObject({ ...byModel, budget: { of: 'workspace', per: 'day', isSpent: true } });
    expect(describeDrafter(said as Drafter)).toMatch(
      /the workspace’s model budget for today \(UTC\) is spent with this$/,
    );
    expect(await emptied.post()).toMatchObject({ kind: 'offline', fellBack: 'budget' });
  });

  it('is said to near its end by the next reply, where Slack took the first one never', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 1000 }]);
    for (let post = 0; post < 7; post += 1) await workspace.post();
    const link = 'https://news.example/harbour';
    const refusing = { ...workspace.ports, postReply: () => Promise.reject(new SlackError('channel-gone')) };
    const refused = workspace.newRun();
    await expect(briefPost({ ...task, link, target }, refusing, refused)).rejects.toThrow('channel-gone');
    await leaveBudgetUnsaid(workspace, refused);
    const said = workspace.newRun();
    expect(await workspace.post({}, day, said)).toMatchObject({ ...byModel, budget: { of: 'workspace', per: 'day' } });
    // Given up behind its reply: that stands, and says it.
    await leaveBudgetUnsaid(workspace, said);
    expect(await workspace.post()).not.toHaveProperty('budget');
  });

  it('is said to near its end by the next reply, where the post of the first one was gone', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 1000 }]);
    for (let post = 0; post < 7; post += 1) await workspace.post();
    const { ports } = workspace;
    const { postReply } = ports;
    // The worker ends such a job without a word.
    ports.postReply = () => Promise.reject(new SlackError('post-gone'));
    await expect(workspace.post()).rejects.toThrow('post-gone');
    ports.postReply = postReply;
    expect(await workspace.ask()).toMatchObject({ ...byModel, budget: { of: 'workspace', per: 'day' } });
  });

  it('is said to near its end where those see it whom it concerns: a private reply tells of that person’s budget alone', async () => {
    const workspace = openWorkspace([
      { of: 'workspace', per: 'month', unit: 'tokens', amount: 1000 },
      { of: 'channel', per: 'month', unit: 'tokens', amount: 500 },
      { of: 'user', per: 'month', unit: 'tokens', amount: 600 },
    ]);
    const privately = { isPrivate: true, threadTs: null };
    const budgetIn = async (place: Partial<ReplyTarget>) => (await workspace.post(place))?.budget?.of;
    for (let post = 0; post < 3; post += 1) expect(await budgetIn({})).toBeUndefined();
    // The channel's, which the next one in it tells.
    expect(await budgetIn(privately)).toBeUndefined();
    expect(await budgetIn({ ...privately, channel: 'C2' })).toBe('user');
    expect(await budgetIn({ user: 'U2' })).toBe('channel');
    expect(await budgetIn({ channel: 'C3', user: 'U2' })).toBeUndefined();
    expect(await budgetIn({ channel: 'C4', ...privately, user: 'U3' })).toBeUndefined();
    expect(await budgetIn({ channel: 'D5', user: 'U4' })).toBeUndefined();
    expect(await budgetIn({ channel: 'C6', user: 'U2' })).toBe('workspace');
  });

  it('is said to near its end although the process died when that was to be said', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 120 }]);
    const run = { ...createRun(), key: 'died', jobId: 'died' };
    const step: typeof run.step = (name, work) =>
      run.step(name, async () => {
        const result = await work();
        if (name === 'budget-said') throw new Error('died');
        return result;
      });
    await expect(workspace.post({}, day, { ...run, step })).rejects.toThrow('died');
    expect(await workspace.post({}, day, run)).toMatchObject({ ...byModel, budget: { of: 'workspace', per: 'day' } });
  });

  it('is not used up by a draft of which nothing is said', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 220 }]);
    const nothing = { ...draft, claims: [], summary: [], drafter: { ...model, usage } };
    // Within its budget, so it is asked in any case.
    const model2 = { ...workspace.ports.model, draftBrief: async () => nothing } as Drafters;
    const silent = {
      ...workspace.ports,
      model: model2,
      offline: cannedDrafters({ ...nothing, drafter: draft.drafter }),
    };
    const text = { link: null, text: `${article.text} `.repeat(20), target };
    await workspace.post();
    expect(await briefPost({ ...task, ...text }, silent, workspace.newRun())).toBe('skipped');
    Object.assign(workspace.ports, { budgets: [{ of: 'workspace', per: 'day', unit: 'tokens', amount: 320 }] });
    expect(await workspace.post()).toMatchObject({ ...byModel, budget: { of: 'workspace', per: 'day' } });
  });

  it('is said to near its end also where the model’s drafts are of no use and the offline reader stands in', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 500 }]);
    const useless = { ...workspace.ports.model } as Drafters;
    workspace.ports.model = {
      ...useless,
      draftBrief: async (_article, _signal, options) => {
        const refusal = refusalToAsk(options);
        if (refusal) throw refusal;
        throw new DraftError('bad-answer', { usage });
      },
    };
    const said = [];
    for (let post = 0; post < 6; post += 1) said.push(await workspace.post());
    expect(said.slice(2)).toEqual([
      expect.not.objectContaining({ budget: expect.anything() }),
      expect.objectContaining({ fellBack: 'bad-answer', budget: { of: 'workspace', per: 'day' } }),
      expect.not.objectContaining({ budget: expect.anything() }),
      expect.objectContaining({ fellBack: 'budget' }),
    ]);
  });

  it('is weighed anew when a job has waited for a rate-limited model: others may have spent it meanwhile', async () => {
    const workspace = openWorkspace([{ of: 'channel', per: 'day', unit: 'tokens', amount: 200 }]);
    workspace.ports.maxModelWaitMs = 60_000;
    await workspace.post();
    workspace.state.limited = true;
    const briefs = [workspace.newRun(), workspace.newRun()];
    const question = workspace.newRun();
    for (const run of briefs) await expect(workspace.post({}, day, run)).rejects.toThrow('rate-limited');
    await expect(workspace.ask(question)).rejects.toThrow('rate-limited');
    workspace.state.limited = false;
    const spent = { kind: 'offline', fellBack: 'budget', budget: { of: 'channel', per: 'day' } };
    expect(await workspace.post({}, day, briefs[0])).toMatchObject(byModel);
    expect(await workspace.post({}, day, briefs[1])).toMatchObject(spent);
    expect(await workspace.ask(question)).toMatchObject(spent);
    expect(workspace.asked()).toBe(2);
  });

  it('that others spent takes nothing from a job that has its draft: what it began with the model it ends with the model', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 100 }]);
    const steps = new Map<string, unknown>();
    const run = { ...createRun(steps), key: 'crashed', jobId: 'crashed' };
    const failing = { ...workspace.ports, postReply: () => Promise.reject(new Error('slack is gone')) };
    const link = 'https://news.example/harbour';
    await expect(briefPost({ ...task, link, target }, failing, run)).rejects.toThrow('slack is gone');
    expect(await workspace.post({}, day, run)).toMatchObject(byModel);
    expect(workspace.asked()).toBe(1);
  });

  it('is overspent by the drafts under way at most', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 100 }]);
    await Promise.all([workspace.post(), workspace.post(), workspace.post()]);
    expect(workspace.asked()).toBeLessThanOrEqual(3);
    const before = workspace.asked();
    await workspace.post();
    expect(workspace.asked()).toBe(before);
  });

  it('is not weighed where there is no model', async () => {
    const workspace = openWorkspace([{ of: 'workspace', per: 'day', unit: 'tokens', amount: 0 }]);
    workspace.ports.model = undefined;
    expect(await workspace.post()).toMatchObject({ kind: 'offline', fellBack: null });
  });
});

describe('what one brief may cost', () => {
  it('is what the operator or the workspace sets, the lower of both, and else the usual', async () => {
    const workspace = openWorkspace([]);
    await workspace.post();
    workspace.store.workspace = { briefCap: { tokens: 60_000, micros: null } };
    await workspace.post();
    Object.assign(workspace.ports, { briefCap: { tokens: 40_000, micros: 200_000 } });
    await workspace.post();
    expect(workspace.caps).toEqual([
      { tokens: 100_000, micros: 500_000 },
      { tokens: 60_000, micros: 500_000 },
      { tokens: 40_000, micros: 200_000 },
    ]);
  });
});
