import type { Generated } from 'kysely';

// Times are epoch milliseconds, JSON is text, ids that count are numbers: the same on SQLite and PostgreSQL.

/** One row for every event that was acknowledged; its key is never taken twice. */
type InboxTable = { key: string; team: string; received_at: number };

/**
 * A job. `due_at`: while pending the earliest start, while running the end of the lease; so "due" is one comparison.
 * `channel` is empty where none was named. `owner` is set exactly while running, `ended_at` exactly when done or failed. Order of arrival is order of `id`.
 */
type JobTable = {
  id: Generated<number>;
  key: string;
  kind: string;
  team: string;
  channel: string;
  thread: string;
  payload: string | null;
  status: 'pending' | 'running' | 'done' | 'failed';
  due_at: number;
  attempts: number;
  owner: string | null;
  error_code: string | null;
  created_at: number;
  ended_at: number | null;
};

/** Whose turn it is: a channel's `turn` is the number of its last claim, so the smallest has waited longest. */
type LaneTable = { team: string; channel: string; turn: number };

/** A step of a job: `result` is null while it is only begun. */
type StepTable = { job_id: number; name: string; result: string | null };

/** An article as one channel saw it. `version` is a hash of all of it; `facts` is the article without its text. */
type ArticleTable = {
  id: string;
  team: string;
  channel: string;
  url: string | null;
  version: string;
  facts: string;
  text: string | null;
  created_at: number;
};

/** `seq` keeps the order of saving; `brief` is the brief without its article. */
type BriefTable = {
  seq: Generated<number>;
  id: string;
  team: string;
  channel: string;
  thread_ts: string;
  article_id: string;
  brief: string;
  reply_ts: string | null;
  post_ts: string | null;
  user_id: string | null;
  created_at: number;
};

/** A model's draft of an article, as JSON. `key`: of what it was made (flows/reuse-draft.ts). */
type DraftTable = { key: string; article_id: string; draft: string; created_at: number };

/** `shown`: question and answer as JSON. */
type AnswerTable = {
  seq: Generated<number>;
  id: string;
  team: string;
  channel: string;
  thread_ts: string;
  shown: string;
  reply_ts: string | null;
  post_ts: string | null;
  user_id: string | null;
  created_at: number;
};

/** What a channel set, as JSON; the row whose `channel` is empty is the workspace's. */
type SettingsTable = { team: string; channel: string; settings: string; user_id: string; changed_at: number };

/** `claim`: counted from 1, 0 for the whole brief. */
type FeedbackTable = {
  brief_id: string;
  user_id: string;
  claim: number;
  team: string;
  channel: string;
  verdict: 'good' | 'bad' | 'wrong';
  comment: string | null;
  created_at: number;
};

/** What the check counted in a brief; it stays when the brief's text goes. */
type BriefCountsTable = {
  brief_id: string;
  team: string;
  channel: string;
  day: string;
  claims_offered: number;
  claims_shown: number;
  quotes_offered: number;
  quotes_found: number;
};

/** What one draft cost so far; raised and never added to, so that counting twice changes nothing. Of deleted channels a day's sum, with `channel` and `user_id` empty. */
type UsageTable = {
  key: string;
  team: string;
  channel: string;
  user_id: string;
  day: string;
  model: string;
  calls: number;
  input_tokens: number;
  output_tokens: number;
  cost_micros: number;
};

/** A workspace that took Byline out. `event`: Slack's id of its saying so; `installed_at`: null for as long as it is out. */
type UninstallTable = { team: string; event: string | null; installed_at: number | null };

/** The tables as the latest migration leaves them. */
export type Tables = {
  inbox: InboxTable;
  jobs: JobTable;
  lanes: LaneTable;
  steps: StepTable;
  articles: ArticleTable;
  briefs: BriefTable;
  drafts: DraftTable;
  answers: AnswerTable;
  brief_counts: BriefCountsTable;
  usage: UsageTable;
  settings: SettingsTable;
  feedback: FeedbackTable;
  uninstalls: UninstallTable;
};

/** What they are called. */
export const tableNames = Object.keys({
  inbox: true,
  jobs: true,
  lanes: true,
  steps: true,
  articles: true,
  briefs: true,
  drafts: true,
  answers: true,
  brief_counts: true,
  usage: true,
  settings: true,
  feedback: true,
  uninstalls: true,
} satisfies Record<keyof Tables, true>);
