import type { Mode } from '../support/newsroom.ts';
import type { Place } from './places.ts';
import type { Trouble } from './troubles.ts';
import type { WayIn } from './ways-in.ts';

/** What is to come of a way in, sorted: each reply as "what, where"; or why there is no such case. */
type Said = { replies: string[]; why: string };
export type Expected = Said | { impossible: string };

type Case = { way: WayIn; place: Place; trouble: Trouble; mode: Mode };
type Rule = { when: (of: Case) => boolean };

const isEvent = ({ by }: WayIn) => by === 'message' || by === 'mention' || by === 'reaction';
const is = (name: string) => (of: Case) => of.trouble.name.includes(name);
const noHistory = is('reading messages');
const removed = is('taken out');
const isMentionWithFile = ({ way }: Case) => way.by === 'mention' && way.brings === 'file';
const hasUrl = ({ by }: WayIn) => by === 'command' || by === 'shortcut' || by === 'form';

/** Cases that Slack cannot bring about. */
const impossible: (Rule & { impossible: string })[] = [
  {
    impossible: 'Slack sends no events from where the bot is not a member',
    when: ({ way, place }) => isEvent(way) && !place.isMember,
  },
  {
    impossible: 'Slack takes no commands in a thread',
    when: ({ way, place }) => way.by === 'command' && place.inThread,
  },
  {
    impossible: 'a form names a conversation, not a thread',
    when: ({ way, place }) => way.by === 'form' && place.inThread,
  },
  { impossible: 'HTTP has no socket', when: (of) => of.mode === 'http' && is('socket is renewed')(of) },
  {
    impossible: 'only answers are sent in pieces',
    when: (of) => is('a stream ends')(of) && of.way.brings !== 'question',
  },
  { impossible: 'without the scope Slack sends no messages', when: (of) => noHistory(of) && of.way.by === 'message' },
  {
    impossible: 'in a direct message a mention is a message',
    when: (of) => noHistory(of) && of.way.by === 'mention' && of.place.kind === 'dm',
  },
  {
    impossible: 'nothing of ours is edited where the bot is not a member',
    when: (of) => is('own edits')(of) && !of.place.isMember,
  },
  {
    impossible: 'no preview is reported where the bot is not a member',
    when: (of) => is('preview')(of) && !of.place.isMember,
  },
  { impossible: 'who is no member cannot be taken out', when: (of) => removed(of) && !of.place.isMember },
  {
    impossible: 'help and settings are acknowledged, not committed',
    when: (of) => of.way.brings === 'page' && (of.trouble.deliveries ?? 1) > 1,
  },
  {
    impossible: 'Slack sends a command once, and a trigger opens one form',
    when: (of) => of.way.brings === 'page' && is('again when all')(of),
  },
];

const closed = ({ way, place }: Case) => place.external === 'off' && isEvent(way);
const rules: (Rule & Said)[] = [
  {
    replies: [],
    why: 'a preview and what was deleted say nothing new',
    when: ({ way }) => way.brings === 'nothing new',
  },
  {
    replies: [],
    why: 'help is said in the acknowledgement, settings in a form',
    when: ({ way }) => way.brings === 'page',
  },
  {
    ...{ replies: [], why: 'an external channel is not read until it is switched on' },
    when: (of) => closed(of) && of.way.by === 'message',
  },
  {
    ...{ replies: ['brief, in the thread'], why: 'the brief was there before' },
    when: (of) => removed(of) && of.way.brings === 'question',
  },
  { replies: [], why: 'nobody can be told any more', when: (of) => removed(of) && !hasUrl(of.way) },
  {
    replies: ['external-off, for one'],
    why: 'who reacts is told, alone',
    when: (of) => closed(of) && of.way.by === 'reaction',
  },
  { replies: ['external-off, in the thread'], why: 'who asks is told why', when: (of) => closed(of) },
  {
    ...{ replies: [], why: 'a long text in a thread is talk, unless it is asked about' },
    when: ({ way, place }) => way.name === 'a pasted article' && place.inThread && place.kind !== 'dm',
  },
  {
    ...{ replies: ['cannot-look, for one'], why: 'earlier messages cannot be read, and who asked is told' },
    when: (of) =>
      (of.way.brings === 'last' && (noHistory(of) || !of.place.isMember)) ||
      (noHistory(of) && of.way.by === 'reaction'),
  },
  {
    ...{ replies: ['cannot-look, in the thread'], why: 'what stands above cannot be read' },
    when: (of) => noHistory(of) && of.place.inThread && (of.way.brings === 'mention alone' || isMentionWithFile(of)),
  },
  {
    ...{ replies: ['how-to-use, in the thread'], why: 'nothing was named to read' },
    when: ({ way, place }) => way.brings === 'mention alone' && !place.inThread,
  },
  {
    ...{ replies: ['how-to-use, in the thread'], why: 'a mention without its message shows no files' },
    when: (of) => noHistory(of) && isMentionWithFile(of),
  },
  {
    ...{ replies: ['files:read, in the thread'], why: 'the missing scope is named' },
    when: (of) => is('for files')(of) && of.way.brings === 'file',
  },
  {
    replies: ['brief, for one'],
    why: 'it was asked for by one person alone',
    when: ({ way }) => way.brings === 'private',
  },
  { replies: ['brief, for one'], why: 'the bot cannot post there', when: (of) => !of.place.isMember || removed(of) },
  {
    replies: ['brief, in the channel'],
    why: 'there is no message to answer under',
    when: ({ way: { by, brings } }) => by === 'form' || (by === 'command' && brings !== 'last'),
  },
  {
    replies: ['brief, in the thread', 'brief, in the thread'],
    why: 'each link has its brief',
    when: ({ way }) => way.brings === 'links',
  },
  {
    replies: ['brief, in the thread', 'answer, in the thread'],
    why: 'the answer follows the brief',
    when: ({ way }) => way.brings === 'question',
  },
];

// Slack sends no press again: the person is told, and presses again.
const isToldToRepeat = ({ way, trouble }: Case) =>
  (way.by === 'shortcut' || way.by === 'button') && trouble.failingCommits !== undefined;

/** What is to come of a case, and why. */
export function expectOf(of: Case): Expected {
  const none = impossible.find(({ when }) => when(of));
  if (none) return { impossible: none.impossible };
  const usual: Said = { replies: ['brief, in the thread'], why: 'it is an article' };
  const { replies, why } = rules.find(({ when }) => when(of)) ?? usual;
  const repeats = Array.from({ length: of.trouble.failingCommits ?? 0 }, () => 'try again, for one');
  return { why, replies: (isToldToRepeat(of) ? [...replies, ...repeats] : [...replies]).sort() };
}
