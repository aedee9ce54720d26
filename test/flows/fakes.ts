import type { Article, Refusal } from '../../src/core/article.ts';
import type { AnswerDraft, Draft } from '../../src/core/draft.ts';
import { DraftError } from '../../src/core/errors.ts';
import type { Post } from '../../src/core/post.ts';
import {
  type ChannelSettings,
  readChannelSettings,
  readWorkspaceSettings,
  type WorkspaceSettings,
} from '../../src/core/settings.ts';
import type {
  AnswerRecord,
  BriefRecord,
  Drafters,
  DraftOptions,
  KeptDraft,
  Log,
  NewJob,
  Reply,
  ReplyTarget,
  Run,
  Usage,
  UsageStore,
  UsageSum,
} from '../../src/ports.ts';

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const offline = { kind: 'offline', model: null, promptVersion: null, fellBack: null } as const;
const model = { kind: 'model', model: 'canned', promptVersion: '00000000', fellBack: null } as const;

export const article: Article = {
  kind: 'article',
  url: 'https://news.example/harbour',
  canonicalUrl: null,
  title: 'Harbour bridge to close for repairs',
  dek: null,
  authors: ['Ada Quill'],
  publisher: 'The Example',
  publishedAt: '2026-11-01',
  language: 'en',
  wordCount: 44,
  text: 'The harbour bridge will close for 12 weeks, Mayor Lena Ortiz said on Monday.\n\n“We cannot wait any longer,” Ortiz told reporters at the town hall.\n\nTraders fear that the closure will cost them customers, a spokesman for the market said.',
  marks: [],
};

export const draft: Draft = {
  summary: [{ text: 'The harbour bridge will close for 12 weeks.', sentences: [1] }],
  actors: [{ name: 'Lena Ortiz', kind: 'person', role: 'Mayor', stance: null, sentences: [1] }],
  claims: [
    {
      text: 'The harbour bridge will close for 12 weeks.',
      source: { name: 'Lena Ortiz', kind: 'named-person', title: 'Mayor', via: null },
      sentences: [1],
      quote: 'The harbour bridge will close for 12 weeks',
    },
  ],
  drafter: offline,
};

export const inventedDraft: Draft = {
  summary: [{ text: 'The tunnel will open in 40 days.', sentences: [1] }],
  actors: [],
  claims: [
    {
      text: 'The tunnel will open in 40 days.',
      source: { name: 'Boris Falk', kind: 'named-person', title: null, via: null },
      sentences: [1],
      quote: 'We will open the tunnel in 40 days',
    },
  ],
  drafter: model,
};

export const answerDraft: AnswerDraft = {
  notInArticle: false,
  statements: [{ text: 'The harbour bridge will close for 12 weeks.', sentences: [1], quote: 'close for 12 weeks' }],
  closest: [],
  drafter: offline,
};

export const emptyAnswer: AnswerDraft = { notInArticle: true, statements: [], closest: [2], drafter: offline };

export function cannedDrafters(brief: Draft | Error, answer: AnswerDraft | Error = answerDraft): Drafters {
  return {
    draftBrief: async (_article, _signal, options) => orThrow<Draft>(refusalToAsk(options) ?? brief),
    draftAnswer: async (_question, _article, _signal, options) => orThrow<AnswerDraft>(refusalToAsk(options) ?? answer),
  };
}

/** What a model drafter throws that has no answer kept and may ask for none. */
export function refusalToAsk(options: DraftOptions | undefined): DraftError | undefined {
  return options?.keptOnly && new DraftError(options.keptOnly);
}

function orThrow<T>(value: T | Error): T {
  if (value instanceof Error) throw value;
  return value;
}

/** A store in memory that keeps what the real one promises: an event and a job key are taken once. */
export function createMemoryStore() {
  const events = new Set<string>();
  const jobs = new Map<string, NewJob>();
  const briefs: BriefRecord[] = [];
  const answers: AnswerRecord[] = [];
  const drafts = new Map<string, string>();
  const usages = new Map<string, Usage>();
  return {
    jobs,
    /** What every channel has set. */
    settings: {} as Partial<ChannelSettings>,
    /** What the workspace has set. */
    workspace: {} as Partial<WorkspaceSettings>,
    async workspaceSettings() {
      return readWorkspaceSettings(this.workspace);
    },
    async channelSettings() {
      return readChannelSettings(this.settings, readWorkspaceSettings(this.workspace));
    },
    wasReceived: async (key: string) => events.has(key),
    forgetEvent: async (key: string) => void events.delete(key),
    briefs,
    answers,
    receive: async (event: { key: string }, newJobs: NewJob[]) => {
      if (events.has(event.key)) return false;
      events.add(event.key);
      for (const job of newJobs) if (!jobs.has(job.key)) jobs.set(job.key, job);
      return true;
    },
    hasOpenJob: async (thread: string, kind: string) =>
      [...jobs.values()].some((job) => job.thread === thread && job.kind === kind),
    drafts,
    saveBrief: async (record: BriefRecord, kept?: KeptDraft) => {
      briefs.unshift(record);
      if (kept) drafts.set(kept.key, JSON.stringify(kept.draft));
    },
    findAnswer: async (): Promise<string | undefined> => undefined,
    findDraft: async (key: string) => {
      const kept = drafts.get(key);
      return kept === undefined ? undefined : (JSON.parse(kept) as Draft);
    },
    briefsInThread: async ({ threadTs }: { threadTs: string }) =>
      briefs.filter((record) => record.threadTs === threadTs),
    hasTextlessBrief: async () => false,
    recentBriefs: async ({ limit }: { limit: number }) =>
      briefs.slice(0, limit).map(({ brief, ...head }) => ({
        ...head,
        title: brief.article.title,
        publisher: brief.article.publisher,
      })),
    briefsOfJobs: async () => [] as { id: string; replyTs: string | null }[],
    usages,
    countUsage: async (usage: Usage): Promise<UsageSum> => {
      usages.set(usage.key, usage);
      return usage;
    },
    sumUsage: async (of: Parameters<UsageStore['sumUsage']>[0]) => {
      const sum: UsageSum = { calls: 0, inputTokens: 0, outputTokens: 0, costMicros: 0 };
      for (const used of usages.values()) {
        if (used.team !== of.team || used.day < of.fromDay || used.day > of.toDay) continue;
        if (of.channel !== undefined && used.channel !== of.channel) continue;
        if (of.user !== undefined && used.user !== of.user) continue;
        for (const part of Object.keys(sum) as (keyof UsageSum)[]) sum[part] += used[part];
      }
      return sum;
    },
    saveAnswer: async (record: AnswerRecord) => void answers.push(record),
    answersInThread: async () => answers,
  };
}

export function createRecorder() {
  const replies: { target: ReplyTarget; reply: Reply; key: string; mayStand: boolean }[] = [];
  const working: boolean[] = [];
  return {
    replies,
    working,
    deleteReply: async () => {},
    postReply: async (target: ReplyTarget, reply: Reply, options: { key: string; mayStand: boolean }) => {
      replies.push({ target, reply, key: options.key, mayStand: options.mayStand });
      return { ts: '900.1' };
    },
    showWorking: async (_target: unknown, _ts: string | null, on: boolean) => {
      working.push(on);
      return null;
    },
  };
}

/** A run whose finished steps outlive it, like a job's: hand the same `steps` to the next try. */
export function createRun(steps = new Map<string, unknown>()): Run {
  return {
    jobId: 'job-1',
    key: 'T1:C1:100.1:link',
    claim: { jobId: 'job-1', owner: 'owner-1' },
    signal: new AbortController().signal,
    step: async <T>(name: string, work: () => Promise<T>) => {
      // A step's result goes through JSON, as in the store.
      if (!steps.has(name)) steps.set(name, JSON.parse(JSON.stringify(await work())));
      return steps.get(name) as T;
    },
    recall: async (name) => (steps.has(name) ? { result: steps.get(name) } : undefined),
    keep: async (name, result) => void steps.set(name, result),
    beginOnce: async (name) => {
      const begun = steps.has(`begun:${name}`);
      steps.set(`begun:${name}`, true);
      return begun;
    },
    beginSend: async (name) => void steps.set(`${name}-sent`, 0),
    endSend: async (name) => void steps.set(`${name}-sent`, null),
  };
}

export function createPost(changes: Partial<Post> = {}): Post {
  return {
    key: 'T1:C1:100.1',
    place: { team: 'T1', channel: 'C1', threadTs: null, kind: 'public', isExternal: false },
    ts: '100.1',
    user: 'U1',
    asked: false,
    text: '',
    links: [],
    files: [],
    responseUrl: null,
    ...changes,
  };
}

export const refusal = (why: Refusal['why']): Refusal => ({ kind: 'refusal', why, detail: 'One clear sentence.' });
