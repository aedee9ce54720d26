import type { Article, Refusal, RefusalReason } from '../core/article.ts';
import { readPaste } from '../core/paste.ts';
import type { BriefStore, JobStore, PostReply, ReadFile, ReadPage, RepliesStore, Run, ShowWorking } from '../ports.ts';
import { signOf } from './clear-sign.ts';
import { directCheckers } from './direct-checkers.ts';
import { findAsker } from './find-asker.ts';
import { nameOfLink } from './jobs-of-post.ts';
import { replyOnce } from './reply-once.ts';
import { draftOnce, type ReusePorts, toKeptDraft } from './reuse-draft.ts';
import type { BriefTask } from './tasks.ts';
import { showWhile } from './wait-for-model.ts';
import { postNews, sayBudget } from './weigh-budgets.ts';
import { isWithdrawn } from './withdraw-post.ts';

export type BriefPorts = ReusePorts & {
  readPage: ReadPage;
  readFile: ReadFile;
  postReply: PostReply;
  showWorking: ShowWorking;
  store: ReusePorts['store'] &
    Pick<BriefStore, 'saveBrief'> &
    Pick<RepliesStore, 'briefsOfJobs'> &
    Pick<JobStore, 'wasReceived' | 'receive' | 'forgetEvent'>;
};

/** `skipped`: nothing was said, since nobody asked and there is no article; `withdrawn`: since the post was deleted. */
export type BriefOutcome = 'briefed' | 'refused' | 'skipped' | 'withdrawn' | 'told-how';

// A link that leads to one of these is not an article somebody failed to get: unasked, the bot says nothing about it.
const quiet: ReadonlySet<RefusalReason> = new Set(['home-page', 'not-text', 'too-short', 'blocked-address']);

// What may be otherwise in a minute.
const passing: ReadonlySet<RefusalReason> = new Set(['unreachable', 'timed-out']);

/** Answers a post: reads its link, its file or its text, drafts, checks, and replies once. */
export async function briefPost(task: BriefTask, ports: BriefPorts, run: Run): Promise<BriefOutcome> {
  if (task.link === null && !task.file && task.text.trim() === '') {
    await replyOnce({ kind: 'notice', notice: 'how-to-use' }, task.target, ports, run);
    return 'told-how';
  }
  const post = { ...task.target, postTs: task.postTs };
  if (await isWithdrawn(post, ports.store)) return 'withdrawn';
  if (await isBriefed(task, ports, run)) return 'skipped';
  return showWhile(signOf(task, ports, run), async () => {
    const article = await run.step('read', () => readSource(task, ports, run.signal));
    if (article.kind === 'refusal') return await refuse(article, task, ports, run);

    const draft = await draftOnce(article, task, ports, run);
    const checked = await (ports.checkers ?? directCheckers).checkBrief(draft, article, run.signal);
    // A text or a file that nobody asked about and that claims nothing (a poem, a list) was not posted as news.
    if (!task.asked && task.link === null && checked.claims.length === 0) return 'skipped';
    if (await isWithdrawn(post, ports.store)) return 'withdrawn';
    // Kept, it would be an article without a name or a word of which people ask.
    if (task.link === null && checked.claims.length === 0 && checked.summary.length === 0) {
      await replyOnce({ kind: 'notice', notice: 'nothing-to-read' }, task.target, ports, run);
      return 'told-how';
    }
    const { team, channel, user } = task.target;
    const { drafter: by } = checked;
    const brief = by.usage ? { ...checked, drafter: await sayBudget(by, task.target, ports, run) } : checked;
    const { length } = await ports.store.channelSettings({ team, channel });
    const askedBy = findAsker({ channel, postTs: task.postTs, user });
    const reply = { kind: 'brief', brief, id: run.jobId, length, askedBy } as const;
    const posted = await postNews(() => replyOnce(reply, task.target, ports, run), ports, run);
    // What only one person saw is in nobody's thread.
    const inThread = task.target.isPrivate ? null : (task.target.threadTs ?? posted.ts);
    const threadTs = inThread ?? `private:${run.jobId}`;
    const where = { team, channel, threadTs, replyTs: posted.ts, postTs: task.postTs, user };
    const kept = brief.claims.length > 0 ? toKeptDraft(draft, article, task, ports) : undefined;
    await ports.store.saveBrief({ id: run.jobId, ...where, brief, createdAt: ports.now() }, kept, run.claim);
    const { claims, checks, drafter } = brief;
    ports.log.info({ claims: claims.length, dropped: checks.drops.length, drafter: drafter.kind }, 'brief posted');
    return 'briefed';
  });
}

// A link that an edit took out and another put back may have kept its brief, for the answers under it.
async function isBriefed(
  { target: { team, channel }, postTs, link }: BriefTask,
  { store }: BriefPorts,
  run: Run,
): Promise<boolean> {
  if (postTs === null || link === null) return false;
  const briefs = await store.briefsOfJobs({ team, channel, postTs, jobNames: [nameOfLink(link)] });
  return briefs.some(({ id }) => id !== run.jobId);
}

async function readSource(task: BriefTask, ports: BriefPorts, signal: AbortSignal): Promise<Article | Refusal> {
  if (task.file) return ports.readFile(task.file, signal);
  return task.link === null ? readPaste(task.text) : ports.readPage(task.link, signal);
}

async function refuse(refusal: Refusal, task: BriefTask, ports: BriefPorts, run: Run): Promise<BriefOutcome> {
  const host = task.link === null ? null : (URL.parse(task.link)?.host ?? null);
  ports.log.info({ why: refusal.why, host, isFile: Boolean(task.file) }, 'not summarised');
  // Who deleted a file before it was read did not want it read.
  const isWithdrawn = refusal.why === 'gone' && task.file;
  if (!task.asked && (quiet.has(refusal.why) || isWithdrawn)) return 'skipped';
  // Pressed, the button answers for all to see.
  const retry = passing.has(refusal.why) && !task.target.isPrivate ? task.link : null;
  const about = task.file?.name ?? host;
  await replyOnce({ kind: 'refusal', refusal, about, retry, postTs: task.postTs }, task.target, ports, run);
  return 'refused';
}
