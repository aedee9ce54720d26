import { shareOfArticle } from '../core/asked/share-of-article.ts';
import type { Answer } from '../core/brief.ts';
import { isQuestion } from '../core/question.ts';
import type { BriefRecord, BriefStore, JobStore, Question, Run } from '../ports.ts';
import type { BriefPorts } from './brief-post.ts';
import { chooseArticles } from './choose-articles.ts';
import { signOf } from './clear-sign.ts';
import { countUsage } from './count-usage.ts';
import { type JobDraftPorts, settleDraftPorts } from './draft-ports.ts';
import { makeAnswer } from './make-answer.ts';
import type { DraftPorts } from './make-brief.ts';
import { replyOnce } from './reply-once.ts';
import type { AnswerTask } from './tasks.ts';
import { showWhile } from './wait-for-model.ts';
import { postNews, sayBudget } from './weigh-budgets.ts';
import { isWithdrawn } from './withdraw-post.ts';

/** Earlier questions and answers of a thread that a question may refer to. */
const maxEarlier = 6;

export type AnswerPorts = Omit<BriefPorts, 'store' | 'readPage' | 'readFile'> & {
  store: JobDraftPorts['store'] &
    Pick<BriefStore, 'briefsInThread' | 'hasTextlessBrief' | 'answersInThread' | 'saveAnswer'> &
    Pick<JobStore, 'wasReceived' | 'receive' | 'forgetEvent'>;
};

/** `skipped`: nothing was said, since nobody asked the bot and the thread has no brief or people talk to each other, or the question was deleted. */
export type AnswerOutcome = 'answered' | 'not-in-article' | 'skipped' | 'told-how';

/**
 * Answers a question in a thread from the articles that were briefed there and from nothing else: from the one that the question
 * names, else from each that says something, with its name.
 */
export async function answerQuestion(task: AnswerTask, ports: AnswerPorts, run: Run): Promise<AnswerOutcome> {
  const { team, channel, threadTs, user } = task.target;
  if (await isWithdrawn({ team, channel, postTs: task.postTs }, ports.store)) return 'skipped';
  const of = task.ofThread ?? threadTs;
  const thread = of === null ? undefined : { team, channel, threadTs: of };
  const inThread = thread ? await ports.store.briefsInThread(thread) : [];
  const briefs = task.isAboutPost ? inThread.filter(({ postTs }) => postTs === task.postTs) : inThread;
  if (!thread || briefs.length === 0) {
    if (!task.asked) return 'skipped';
    const isGone = thread && (await ports.store.hasTextlessBrief(thread));
    const notice = isGone ? 'text-gone' : 'nothing-to-read';
    await replyOnce({ kind: 'notice', notice }, task.target, ports, run);
    return 'told-how';
  }
  const earlier = await ports.store.answersInThread(thread, maxEarlier);
  const question = { text: task.question, earlier: earlier.map(({ question, answer }) => ({ question, answer })) };
  const share = Math.max(...briefs.map(({ brief }) => shareOfArticle(question, brief.article)));
  const isTurnedToBot = task.asked || task.isAboutPost === true;
  if (!isTurnedToBot && share < (isQuestion(task.question) ? minShare : likelyShare)) return 'skipped';
  return showWhile(signOf(task, ports, run), async () => {
    const choice = chooseArticles(task.question, briefs.toReversed(), ({ brief }) => brief.article);
    if (choice.chosen.length === 0) {
      await replyOnce({ kind: 'notice', notice: 'no-such-article' }, task.target, ports, run);
      return 'told-how';
    }
    const asked = { ...question, text: choice.question };
    const found = await run.step('answers', async () => {
      // Each is paid for, so the budget is asked for each.
      const portsFor = async (index: number): Promise<DraftPorts> => {
        const name = index === 0 ? 'draft' : `draft-${index + 1}`;
        const countPaid: DraftPorts['countPaid'] = (paid) => countUsage(paid, task.target, ports, run, name);
        return { ...(await settleDraftPorts(task.target, ports, run)), countPaid };
      };
      return answerFrom(choice.chosen.toReversed(), asked, portsFor, run.signal);
    });
    const parts = found.flatMap(({ answer, from }) => {
      const article = briefs.find(({ id }) => id === from)?.brief.article;
      return article ? [{ answer: { ...answer, question: task.question }, article }] : [];
    });
    const shown = parts.filter(({ answer }) => answer.statements.length > 0 || answer.fact?.isStated);
    const [first, ...also] = shown.length > 0 ? shown : parts.slice(0, 1);
    if (!first) return 'skipped';
    // Said among people: that the article does not say is no news to them.
    const isTalk = share < likelyShare || !isQuestion(task.question);
    if (!isTurnedToBot && isTalk && shown.length === 0) return 'skipped';

    const isOneOfSeveral = briefs.length > 1;
    const isPaid = parts.some(({ answer }) => answer.drafter.usage);
    const { drafter: by } = first.answer;
    const drafter = isPaid ? await sayBudget(by, task.target, ports, run) : by;
    const told = { ...first, answer: { ...first.answer, drafter } };
    const reply = { kind: 'answer', ...told, isOneOfSeveral, also } as const;
    const posted = await postNews(() => replyOnce(reply, task.target, ports, run), ports, run);
    const text = shown
      .flatMap(({ answer }) => [...(answer.fact ? [answer.fact] : []), ...answer.statements].map((one) => one.text))
      .join(' ');
    const record = { id: run.jobId, ...thread, question: task.question, answer: text, createdAt: ports.now() };
    await ports.store.saveAnswer({ ...record, replyTs: posted.ts, postTs: task.postTs, user }, run.claim);
    const statements = shown.reduce((sum, { answer }) => sum + answer.statements.length, 0);
    ports.log.info({ statements, articles: shown.length, drafter: first.answer.drafter.kind }, 'question answered');
    return shown.length > 0 ? 'answered' : 'not-in-article';
  });
}

/** Of a reply's words, where nobody turned to the bot: anything of the article at all, and enough to be likely about it. */
const minShare = 0.01;
const likelyShare = 0.5;

type FoundAnswer = { answer: Answer; from: string };

/** Each further article costs another draft. */
const maxArticles = 4;

/** What each article says to the question, the newest first. */
async function answerFrom(
  briefs: BriefRecord[],
  question: Question,
  portsFor: (index: number) => Promise<DraftPorts>,
  signal: AbortSignal,
): Promise<FoundAnswer[]> {
  const found: FoundAnswer[] = [];
  for (const [index, { id, brief }] of briefs.slice(0, maxArticles).entries()) {
    found.push({ answer: await makeAnswer(question, brief.article, await portsFor(index), signal), from: id });
  }
  return found;
}
