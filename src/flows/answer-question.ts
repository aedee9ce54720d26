import type { Answer } from '../core/brief.ts';
import type { BriefRecord, BriefStore, JobStore, Question, Run, UsageStore } from '../ports.ts';
import type { BriefPorts } from './brief-post.ts';
import { countUsage } from './count-usage.ts';
import { makeAnswer } from './make-answer.ts';
import type { DraftPorts } from './make-brief.ts';
import { replyOnce } from './reply-once.ts';
import type { AnswerTask } from './tasks.ts';
import { createModelWait, showWhile } from './wait-for-model.ts';
import { isWithdrawn } from './withdraw-post.ts';

/** Earlier questions and answers of a thread that a question may refer to. */
const maxEarlier = 6;

export type AnswerPorts = Omit<BriefPorts, 'store' | 'readPage' | 'readFile'> & {
  store: Pick<BriefStore, 'briefsInThread' | 'answersInThread' | 'saveAnswer'> &
    Pick<UsageStore, 'countUsage'> &
    Pick<JobStore, 'wasReceived'>;
};

/** `skipped`: nothing was said, since nobody asked the bot and the thread has no brief, or the question was deleted. */
export type AnswerOutcome = 'answered' | 'not-in-article' | 'skipped' | 'told-how';

/** Answers a question in a thread from the articles that were briefed there, the newest first, and from nothing else. */
export async function answerQuestion(task: AnswerTask, ports: AnswerPorts, run: Run): Promise<AnswerOutcome> {
  const { team, channel, threadTs, user } = task.target;
  if (await isWithdrawn({ team, channel, postTs: task.postTs }, ports.store)) return 'skipped';
  const thread = threadTs === null ? undefined : { team, channel, threadTs };
  const briefs = thread ? await ports.store.briefsInThread(thread) : [];
  if (!thread || briefs.length === 0) {
    if (!task.asked) return 'skipped';
    await replyOnce({ kind: 'notice', notice: 'nothing-to-read' }, task.target, ports, run);
    return 'told-how';
  }
  const show = (working: boolean) => ports.showWorking(task.target, task.postTs, working);
  return showWhile(show, async () => {
    const earlier = await ports.store.answersInThread(thread, maxEarlier);
    const question = { text: task.question, earlier: earlier.map(({ question, answer }) => ({ question, answer })) };
    const draftPorts = { ...ports, waitForModel: createModelWait(run, ports) };
    const { answer, from } = await run.step('draft', () => answerFrom(briefs, question, draftPorts, run.signal));
    await countUsage(answer.drafter, task.target, ports, run);
    const article = briefs.find(({ id }) => id === from)?.brief.article;
    if (!article) return 'skipped';

    const posted = await replyOnce({ kind: 'answer', answer, article }, task.target, ports, run);
    const text = answer.statements.map((statement) => statement.text).join(' ');
    const record = { id: run.jobId, ...thread, question: task.question, answer: text, createdAt: ports.now() };
    await ports.store.saveAnswer({ ...record, replyTs: posted.ts, postTs: task.postTs, user });
    ports.log.info({ statements: answer.statements.length, drafter: answer.drafter.kind }, 'question answered');
    return answer.statements.length > 0 ? 'answered' : 'not-in-article';
  });
}

type FoundAnswer = { answer: Answer; from: string };

/** The first article that says something to the question; where none does, the newest one's "does not say". */
async function answerFrom(
  briefs: BriefRecord[],
  question: Question,
  ports: DraftPorts,
  signal: AbortSignal,
): Promise<FoundAnswer> {
  let newest: FoundAnswer | undefined;
  for (const { id, brief } of briefs) {
    const answer = await makeAnswer(question, brief.article, ports, signal);
    newest ??= { answer, from: id };
    if (answer.statements.length > 0) return { answer, from: id };
  }
  if (!newest) throw new Error('a thread without briefs has nothing to answer from');
  return newest;
}
