import type { Fault as Met } from '../support/fake-methods.ts';
import type { Newsroom } from '../support/newsroom.ts';
import type { Cell } from './places.ts';
import { toUnfurl } from './ways-in.ts';

/** What goes wrong. */
export type Trouble = {
  name: string;
  /** What the calls of one cell meet, one each. */
  posting?: Met[];
  searching?: Met[];
  responding?: Met[];
  fetching?: Met[];
  /** What pieces of an answer meet. */
  streaming?: Met[];
  /** How often Slack delivers the same; 1 where nothing is said. */
  deliveries?: number;
  /** Commits that fail, as on a full disk: Slack is not told that the event was taken. */
  failingCommits?: number;
  /** Scopes that the workspace did not grant. */
  without?: string[];
  /** What else happens just before the deliveries, and when all is done. */
  before?: 'hold-back' | 'refresh' | 'unfurl';
  after?: 'echo' | 'unfurl' | 'again';
};

const times = (n: number, met: Met): Met[] => Array.from({ length: n }, () => met);
const removed = times(40, { kind: 'error', error: 'not_in_channel' });

export const troubles: Trouble[] = [
  { name: 'nothing goes wrong' },
  { name: 'it is delivered three times', deliveries: 3 },
  { name: 'the reply is stored but its answer is lost', posting: [{ kind: 'stored-then-cut' }] },
  { name: 'the bot is taken out of the channel before it answers', posting: removed },
  { name: 'a stream ends before its answer', streaming: [{ kind: 'streams-expired' }] },
  { name: 'the socket is renewed', before: 'refresh' },
  { name: 'the preview of its link comes first', before: 'unfurl' },
  { name: 'the preview of its link comes last', after: 'unfurl' },
  { name: 'the bot’s own edits come back', after: 'echo' },
  {
    name: 'the scopes for reading messages are missing',
    without: ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  },
];

/** Puts what a cell's calls will meet before them. */
export function setTrouble(trouble: Trouble, { channel }: Cell, room: Newsroom, files: string[]): void {
  const { posting = [], searching = [], responding = [], fetching = [], streaming = [], failingCommits = 0 } = trouble;
  const { faults } = room.fake;
  faults.set(`chat.postMessage ${channel}`, [...posting]);
  faults.set(`chat.startStream ${channel}`, [...posting]);
  faults.set(`chat.appendStream ${channel}`, [...streaming]);
  faults.set(`chat.stopStream ${channel}`, [...streaming]);
  if (trouble.posting === removed) faults.set(`chat.postEphemeral ${channel}`, [...removed]);
  faults.set(`conversations.replies ${channel}`, [...searching]);
  faults.set(`conversations.history ${channel}`, [...searching]);
  faults.set(`response_url ${channel}`, [...responding]);
  for (const file of files) faults.set(`file ${file}`, [...fetching]);
  room.failCommits(failingCommits, channel);
}

/** Lets happen what comes before the deliveries, or when all is done. */
export async function happen(
  what: Trouble['before'] | Trouble['after'],
  cell: Cell,
  room: Newsroom,
  again: () => Promise<boolean>,
): Promise<void> {
  const { fake, settle } = room;
  const edit = { type: 'message', subtype: 'message_changed', hidden: true, channel_type: cell.channelType };
  const posted = fake.messages
    .filter(({ channel, user }) => channel === cell.channel && user !== fake.botUserId)
    .at(-1);
  if (what === 'hold-back') await room.holdBack();
  if (what === 'refresh') await room.refresh?.();
  if (what === 'unfurl' && posted) await cell.event({ ...edit, ...toUnfurl(posted) });
  if (what === 'again') await again();
  if (what === 'echo')
    for (const own of fake.messages.filter(
      ({ channel, user }) => channel === cell.channel && user === fake.botUserId,
    )) {
      const before = { ...own, type: 'message' };
      await cell.event({
        ...edit,
        message: { ...before, edited: { user: own.user, ts: '2.1' } },
        previous_message: before,
        ts: '2.2',
      });
    }
  if (what) await settle();
}
