import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import type { Draft } from '../../src/core/draft.ts';
import { DraftError } from '../../src/core/errors.ts';
import { describeDrafter } from '../../src/core/wording.ts';
import { type BriefPorts, briefPost } from '../../src/flows/brief-post.ts';
import { createDraftReuse } from '../../src/flows/reuse-draft.ts';
import type { BriefTask } from '../../src/flows/tasks.ts';
import type { DraftOptions } from '../../src/ports.ts';
import {
  article,
  cannedDrafters,
  createMemoryStore,
  createRecorder,
  createRun,
  inventedDraft,
  draft as offlineDraft,
  refusalToAsk,
  silentLog,
} from './fakes.ts';

const drafted: Draft = {
  ...offlineDraft,
  drafter: {
    ...inventedDraft.drafter,
    usage: { inputTokens: 900, outputTokens: 100, calls: 1, costMicros: 5000 },
  },
};
const made = { model: 'canned', promptVersion: '00000000', settings: [], isPublicPage: isPublic };

function isPublic(link: string): boolean {
  return new URL(link).hostname !== 'intranet.example';
}

function taskIn(team: string, channel: string, changes: Partial<BriefTask> = {}): BriefTask {
  return {
    kind: 'brief-post',
    target: { team, channel, threadTs: '100.1', user: 'U1', responseUrl: null },
    postTs: '100.1',
    asked: false,
    link: 'https://news.example/harbour',
    file: null,
    text: '',
    ...changes,
  };
}

/** A workspace or more with one store, and a model that counts how often it is asked. */
function setUp(
  changes: Partial<BriefPorts> = {},
  answers: (n: number, options?: DraftOptions) => Draft | Promise<Draft> = () => drafted,
) {
  const recorder = createRecorder();
  const store = createMemoryStore();
  const state = { asked: 0, jobs: 0, page: article as Article };
  const ports: BriefPorts = {
    readPage: async () => state.page,
    readFile: async () => ({ ...article, url: null }),
    model: {
      ...cannedDrafters(drafted),
      draftBrief: async (_article, _signal, options) => {
        const refusal = refusalToAsk(options);
        if (refusal) throw refusal;
        return answers(++state.asked, options);
      },
    },
    offline: cannedDrafters(offlineDraft),
    postReply: recorder.postReply,
    showWorking: recorder.showWorking,
    reuse: createDraftReuse(made),
    store,
    maxModelWaitMs: 0,
    now: () => 1,
    log: silentLog,
    ...changes,
  };
  const brief = (task: BriefTask, steps?: Map<string, unknown>) => {
    const id = `job-${++state.jobs}`;
    return briefPost(task, ports, { ...createRun(steps), jobId: id, key: id });
  };
  const drafters = () =>
    recorder.replies.map(({ reply }) => (reply.kind === 'brief' ? reply.brief.drafter : undefined));
  const said = () => drafters().map((drafter) => drafter && describeDrafter(drafter));
  return { ports, store, state, brief, drafters, said };
}

describe('one article in many places', () => {
  it('is drafted once for every channel and workspace, counted once, and later replies say that they cost nothing', async () => {
    const { brief, state, store, said } = setUp();
    await brief(taskIn('T1', 'C1'));
    await brief(taskIn('T1', 'C2'));
    await brief(taskIn('T2', 'C3'));
    expect(state.asked).toBe(1);
    expect([...store.usages.values()].map(({ team, channel }) => [team, channel])).toEqual([['T1', 'C1']]);
    expect(said()).toEqual([
      'drafted by canned',
      'drafted earlier, at no cost, by canned',
      'drafted earlier, at no cost, by canned',
    ]);
  });

  it('a repeat names no place, no person and no time', async () => {
    const { brief, drafters, store } = setUp();
    await brief(taskIn('TSECRET', 'CSECRET', { postTs: '777.7' }));
    const kept = [...store.drafts].flat().join();
    await brief(taskIn('T2', 'C3'));
    expect(Object.keys(drafters()[1] ?? {}).sort()).toEqual(['fellBack', 'isReused', 'kind', 'model', 'promptVersion']);
    expect(kept).not.toMatch(/SECRET|777\.7|U1|job-|costMicros/);
  });

  it('is the same article under another link and with other parameters', async () => {
    const { brief, state, store } = setUp();
    await brief(taskIn('T1', 'C1'));
    state.page = { ...article, url: 'https://news.example/harbour?utm_source=x', canonicalUrl: article.url };
    await brief(taskIn('T1', 'C2', { link: 'https://news.example/harbour?utm_source=x' }));
    expect(state.asked).toBe(1);
    // Its passages lead to the page that was posted.
    expect(store.briefs[0]?.brief.claims[0]?.passage.link).toContain('utm_source=x');
  });

  it('a repeat is free when the budget is spent', async () => {
    const { brief, state, store, said } = setUp();
    await brief(taskIn('T1', 'C1'));
    store.workspace = { budgets: [{ of: 'workspace', per: 'day', unit: 'tokens', amount: 1000 }] };
    await brief(taskIn('T1', 'C2'));
    state.page = { ...article, title: 'Another headline' };
    await brief(taskIn('T1', 'C2'));
    expect(state.asked).toBe(1);
    expect(said()[1]).toBe('drafted earlier, at no cost, by canned');
    expect(said()[2]).toContain('read offline');
  });

  it('a budget that is nearly spent is still said by the next reply that costs something', async () => {
    const { brief, state, store, said } = setUp();
    await brief(taskIn('T1', 'C1'));
    store.workspace = { budgets: [{ of: 'workspace', per: 'day', unit: 'tokens', amount: 2400 }] };
    await brief(taskIn('T1', 'C2'));
    state.page = { ...article, title: 'Another headline' };
    await brief(taskIn('T1', 'C2'));
    expect(said()[1]).not.toContain('80 %');
    expect(said()[2]).toContain('80 %');
  });

  it.each<[string, Partial<Article>]>([
    ['a word of its text', { text: `${article.text} More.` }],
    ['its headline', { title: 'Harbour bridge to close' }],
    ['its date', { publishedAt: '2026-11-02' }],
    ['how much of it could be read', { marks: ['partial'] }],
  ])('is drafted anew when %s changed', async (_what, change) => {
    const { brief, state } = setUp();
    await brief(taskIn('T1', 'C1'));
    state.page = { ...article, ...change };
    await brief(taskIn('T1', 'C1'));
    expect(state.asked).toBe(2);
  });

  it.each([{ model: 'another' }, { promptVersion: '11111111' }, { settings: ['other'] }])(
    'is drafted anew by another model, prompt or setting: %o',
    async (change) => {
      const { brief, state, ports } = setUp();
      await brief(taskIn('T1', 'C1'));
      ports.reuse = createDraftReuse({ ...made, ...change });
      await brief(taskIn('T1', 'C1'));
      expect(state.asked).toBe(2);
    },
  );

  it('is drafted once in each language, and the article’s own is one of them', async () => {
    const { brief, state, store } = setUp({}, (_n, options) =>
      options?.language === 'fr' ? { ...drafted, drafter: { ...drafted.drafter, language: 'fr' } } : drafted,
    );
    await brief(taskIn('T1', 'C1'));
    store.settings = { language: 'fr' };
    await brief(taskIn('T1', 'C2'));
    await brief(taskIn('T2', 'C3'));
    store.settings = { language: 'en' };
    await brief(taskIn('T2', 'C4'));
    expect(state.asked).toBe(2);
    expect(store.briefs.map(({ brief: { drafter } }) => drafter.language ?? null)).toEqual([null, 'fr', 'fr', null]);
  });

  it('a workspace that wants no model gets no model’s draft', async () => {
    const { brief, store, said } = setUp();
    await brief(taskIn('T1', 'C1'));
    store.workspace = { drafting: 'offline' };
    await brief(taskIn('T2', 'C3'));
    expect(said()[1]).toContain('read offline');
  });
});

describe('what is never kept for others', () => {
  const file = { id: 'F1', name: 'a.txt', mimeType: 'text/plain', sizeBytes: 4, url: 'https://files.slack.com/F1' };

  it.each<[string, Partial<BriefTask>, Partial<Article>]>([
    ['a page of a private host', { link: 'https://intranet.example/a' }, { url: 'https://intranet.example/a' }],
    ['a page that a public link led to on a private host', {}, { url: 'https://intranet.example/a' }],
    ['a page that a private host’s link led to', { link: 'https://intranet.example/a' }, {}],
    ['a file', { link: null, file }, {}],
  ])('%s is drafted each time, and nothing of it is kept', async (_what, task, page) => {
    const { brief, state, store, said } = setUp();
    state.page = { ...article, ...page };
    await brief(taskIn('T1', 'C1', task));
    await brief(taskIn('T1', 'C1', task));
    await brief(taskIn('T2', 'C3', task));
    expect(state.asked).toBe(3);
    expect(store.drafts.size).toBe(0);
    expect(said().join()).not.toContain('earlier');
  });

  it('pasted text is drafted each time, and is found neither through a page nor through another place', async () => {
    const { brief, state, store } = setUp();
    const pasted = { link: null, asked: true, text: `${article.title}\n\n${article.text}` };
    await brief(taskIn('T1', 'C1', pasted));
    const read = store.briefs[0]?.brief.article;
    expect(read?.text).toContain('Mayor Lena Ortiz');
    expect(store.drafts.size).toBe(0);
    // The very same words on a page.
    if (read) state.page = { ...read, url: 'https://news.example/harbour' };
    await brief(taskIn('T2', 'C3'));
    expect(state.asked).toBe(2);
    // And what the page's draft is kept for is no paste.
    await brief(taskIn('T1', 'C1', pasted));
    expect(state.asked).toBe(3);
  });

  it.each<[string, () => Draft]>([
    [
      'an offline stand-in',
      () => {
        throw new DraftError('model-down');
      },
    ],
    ['a draft of which no claim holds', () => inventedDraft],
    [
      'a draft of the first part',
      () => ({ ...drafted, drafter: { ...drafted.drafter, read: { sentences: 1, of: 3 } } }),
    ],
  ])('%s', async (_what, answer) => {
    const { brief, state, store } = setUp({}, answer);
    await brief(taskIn('T1', 'C1'));
    await brief(taskIn('T2', 'C3'));
    expect(state.asked).toBe(2);
    expect(store.drafts.size).toBe(0);
  });
});

describe('a draft that was kept', () => {
  it('is checked against the article that is read now', async () => {
    const { brief, state, store } = setUp();
    await brief(taskIn('T1', 'C1'));
    for (const [key, kept] of store.drafts) {
      const changed = JSON.parse(kept) as Draft;
      changed.claims.push(...inventedDraft.claims);
      store.drafts.set(key, JSON.stringify(changed));
    }
    await brief(taskIn('T2', 'C3'));
    expect(state.asked).toBe(1);
    expect(store.briefs[0]?.brief.claims).toHaveLength(1);
    expect(store.briefs[0]?.brief.checks.drops).toMatchObject([{ part: 'claim' }]);
  });

  it('is left where nothing of it holds, and the article drafted anew', async () => {
    const { brief, state, store, said } = setUp();
    await brief(taskIn('T1', 'C1'));
    for (const key of store.drafts.keys()) store.drafts.set(key, JSON.stringify(inventedDraft));
    await brief(taskIn('T2', 'C3'));
    expect(state.asked).toBe(2);
    expect(said()[1]).toBe('drafted by canned');
  });

  it('is not taken by a job that an earlier try drafted for', async () => {
    const { brief, ports, state, store } = setUp();
    const steps = new Map<string, unknown>();
    const post = ports.postReply;
    ports.postReply = async () => {
      throw new Error('killed');
    };
    await expect(brief(taskIn('T1', 'C1'), steps)).rejects.toThrow('killed');
    ports.postReply = post;
    await brief(taskIn('T2', 'C3'));
    await brief(taskIn('T1', 'C1'), steps);
    expect(state.asked).toBe(2);
    expect(store.briefs[0]?.brief.drafter.isReused).toBeUndefined();
  });
});

describe('posts of one article at the same time', () => {
  it('wait for the first one’s draft', async () => {
    const gate = Promise.withResolvers<Draft>();
    const { brief, state, store } = setUp({}, () => gate.promise);
    const jobs = ['C1', 'C2', 'C3', 'C4', 'C5'].map((channel) => brief(taskIn('T1', channel)));
    gate.resolve(drafted);
    expect(await Promise.all(jobs)).toEqual(Array(5).fill('briefed'));
    expect(state.asked).toBe(1);
    expect(store.briefs.filter(({ brief: { drafter } }) => drafter.isReused)).toHaveLength(4);
    expect(store.usages.size).toBe(1);
  });

  it('go on by themselves where the first comes to no draft for others', async () => {
    const { brief, state, ports } = setUp({}, (n) => {
      if (n === 1) throw new DraftError('model-slow');
      return drafted;
    });
    const outcomes = await Promise.all(['C1', 'C2', 'C3'].map((channel) => brief(taskIn('T1', channel))));
    expect(outcomes).toEqual(['briefed', 'briefed', 'briefed']);
    expect(state.asked).toBe(3);
    expect(ports.reuse?.underWay.size).toBe(0);
  });

  it('go on by themselves where the first one breaks', async () => {
    const { brief, ports } = setUp({}, (n) => {
      if (n === 1) throw new Error('a fault of ours');
      return drafted;
    });
    const [first, second] = await Promise.allSettled([brief(taskIn('T1', 'C1')), brief(taskIn('T1', 'C2'))]);
    expect(first.status).toBe('rejected');
    expect(second).toMatchObject({ status: 'fulfilled', value: 'briefed' });
    expect(ports.reuse?.underWay.size).toBe(0);
  });

  it('one that is stopped waits no longer, and the others are not held up', async () => {
    const gate = Promise.withResolvers<Draft>();
    const { brief, ports } = setUp({}, () => gate.promise);
    const first = brief(taskIn('T1', 'C1'));
    const stop = new AbortController();
    const stopped = briefPost(taskIn('T1', 'C2'), ports, { ...createRun(), signal: stop.signal });
    const third = brief(taskIn('T1', 'C3'));
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    gate.resolve(drafted);
    expect(await Promise.all([first, third])).toEqual(['briefed', 'briefed']);
  });
});
