import type { BriefStore, RepliesStore, Run } from '../ports.ts';
import { type AnswerPorts, answerQuestion } from './answer-question.ts';
import { type BriefPorts, briefPost } from './brief-post.ts';
import { clearSign } from './clear-sign.ts';
import { briefAgain, type FindPorts, findPost } from './find-post.ts';
import { type MarkPorts, markBrief } from './mark-brief.ts';
import { offerLinks } from './offer-links.ts';
import { shareBrief } from './share-brief.ts';
import { takeBackApology } from './take-back-apology.ts';
import { takeMention } from './take-mention.ts';
import type { Task } from './tasks.ts';
import { tell } from './tell.ts';
import { withdrawLinks } from './withdraw-links.ts';
import { type WithdrawPorts, withdrawPost } from './withdraw-post.ts';

export type HandlerPorts = BriefPorts &
  AnswerPorts &
  FindPorts &
  MarkPorts &
  WithdrawPorts & {
    store: BriefPorts['store'] &
      AnswerPorts['store'] &
      MarkPorts['store'] &
      RepliesStore &
      Pick<BriefStore, 'moveBrief'>;
  };

type Handler = (payload: unknown, run: Run) => Promise<void>;

/** What is done about each kind of job. */
export function createHandlers(ports: HandlerPorts): Record<Task['kind'], Handler> {
  return {
    'brief-post': handle<'brief-post'>(async (task, run) => {
      await briefPost(task, ports, run);
      await takeBackApology(task.target, ports, run);
    }),
    'answer-question': handle<'answer-question'>(async (task, run) => {
      await answerQuestion(task, ports, run);
      await takeBackApology(task.target, ports, run);
    }),
    'offer-links': handle<'offer-links'>((task, run) => offerLinks(task, ports, run)),
    'find-post': handle<'find-post'>((task, run) => findPost(task, ports, run)),
    'brief-again': handle<'brief-again'>((task, run) => briefAgain(task, ports, run)),
    'take-mention': handle<'take-mention'>((task, run) => takeMention(task, ports, run)),
    'share-brief': handle<'share-brief'>((task, run) => shareBrief(task, ports, run)),
    'mark-brief': handle<'mark-brief'>((task) => markBrief(task, ports)),
    tell: handle<'tell'>((task, run) => tell(task, ports, run)),
    'clear-sign': handle<'clear-sign'>((task) => clearSign(task, ports)),
    'withdraw-links': handle<'withdraw-links'>((task, run) => withdrawLinks(task, ports, run)),
    'withdraw-post': handle<'withdraw-post'>((task, run) => withdrawPost(task, ports, run)),
  };
}

// A cast: payloads are written by what receives posts, deletions and edits alone, under their task's kind.
function handle<Kind extends Task['kind']>(
  work: (task: Extract<Task, { kind: Kind }>, run: Run) => Promise<unknown>,
): Handler {
  return async (payload, run) => void (await work(payload as Extract<Task, { kind: Kind }>, run));
}
