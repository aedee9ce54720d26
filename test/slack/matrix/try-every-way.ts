import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { troubles as notTaken } from '../../../src/slack/listen/take-post.ts';
import { wordNotice } from '../../../src/slack/wording.ts';
import { article } from '../../flows/fakes.ts';
import { textsOf } from '../support/block-kit.ts';
import { type Mode, type Newsroom, startNewsroom } from '../support/newsroom.ts';
import { waitUntil } from '../support/wait-until.ts';
import { link } from '../support/ways.ts';
import { type Cell, openCell, places } from './places.ts';
import { expectOf } from './rules.ts';
import { happen, setTrouble, type Trouble, troubles } from './troubles.ts';
import { type WayIn, waysIn } from './ways-in.ts';

const troubledWords = notTaken['not-taken'].mrkdwn;
const notices = [
  'how-to-use',
  'nothing-to-read',
  'external-off',
  'cannot-look',
  'brief-failed',
  'already-briefed',
] as const;

/** Tries every way in × every place × every trouble in one mode: a test is a way and a trouble, tried at all places at once. */
export function tryEveryWay(mode: Mode): void {
  describe(`every way in, over ${mode}`, () => {
    let room: Newsroom;
    let opened = 0;
    beforeAll(async () => {
      room = await startNewsroom(mode);
    });
    beforeEach(() => room.fake.clear());
    afterAll(() => room.close());

    describe.each(waysIn)('$name', (way) => {
      it.each(troubles)('has at every place what the rules say when $name', async (trouble) => {
        const cells = places.map((place) => ({ place, expected: expectOf({ way, place, trouble, mode }) }));
        const wanted = cells.map(({ place: { name }, expected }) =>
          'replies' in expected ? { place: name, ...expected, signs: [] } : { place: name, ...expected },
        );
        const possible = cells.filter(({ expected }) => 'replies' in expected).map(({ place }) => place);
        const tried = await tryAt(possible, way, trouble);
        const found = () =>
          cells.map(({ place: { name: place }, expected }) => {
            const cell = tried.get(place);
            return 'replies' in expected && cell ? { place, why: expected.why, ...look(cell) } : { place, ...expected };
          });
        await settleAcks(() => isDeepStrictEqual(found(), wanted));
        expect(found()).toEqual(wanted);
        if (trouble.streaming && way.brings === 'question')
          expect([...tried.values()].filter(hasStreamed).length).toBeGreaterThan(5);
      });
    });

    async function tryAt(at: typeof places, way: WayIn, trouble: Trouble) {
      const { fake } = room;
      fake.scopes = fake.scopes.filter((scope) => !trouble.without?.includes(scope));
      const mayRead = !trouble.without?.includes('im:history');
      const cells: { cell: Cell; send: () => Promise<boolean> }[] = [];
      for (const place of at) {
        const kept = fake.files.size;
        const opening = way.brings === 'mention alone' ? `<${link}>` : 'what do you think?';
        const cell = await openCell(place, room, opened++, { opening, mayRead });
        const send = await way.deliver(cell, room);
        setTrouble(trouble, cell, room, [...fake.files.keys()].slice(kept));
        cells.push({ cell, send });
      }
      for (const { cell, send } of cells) await happen(trouble.before, cell, room, send);
      await Promise.all(
        cells.map(async ({ send }) => {
          for (let delivery = 0; delivery < (trouble.deliveries ?? 1); delivery += 1) await send();
        }),
      );
      await room.settle();
      for (const { cell, send } of cells) await happen(trouble.after, cell, room, send);
      return new Map(cells.map(({ cell }) => [cell.name, cell]));
    }
    const hasStreamed = ({ channel }: Cell) => room.fake.faults.get(`chat.appendStream ${channel}`)?.length === 0;
    /** What was said in a cell, and signs of life that were left standing. */
    function look({ channel }: Cell): { replies: string[]; signs: string[] } {
      const { fake } = room;
      const here = fake.messages.filter((message) => message.channel === channel);
      const root = here.find(({ thread_ts: thread }) => !thread);
      const own = here.filter(({ user, text }) => user === fake.botUserId && text !== 'links');
      const said = own.map(({ text: whole, blocks, thread_ts: thread }) => {
        // What was sent in pieces has its text in them alone.
        const text =
          whole ||
          textsOf(blocks)
            .map((part) => part.text)
            .join('\n');
        const where = thread ? (thread === root?.ts ? 'in the thread' : 'in another thread') : 'in the channel';
        return `${nameReply(text)}, ${where}`;
      });
      const alone = [
        ...fake.ephemerals.filter((one) => one.channel === channel),
        ...(fake.responsesTo.get(channel) ?? []),
      ];
      const signs = [...fake.reactions, ...[...fake.statuses.keys()]].filter((sign) => sign.startsWith(`${channel}:`));
      const replies = [...said, ...alone.map(({ text }) => `${nameReply(String(text))}, for one`)];
      return { replies: replies.sort(), signs };
    }
  });
}

// What is said after an acknowledgement, for one person alone, is no job that could be waited for. Where it stays away, the
// comparison that follows says where.
async function settleAcks(isSo: () => boolean): Promise<void> {
  const patience = AbortSignal.timeout(3000);
  await waitUntil(() => isSo() || patience.aborted);
}

function nameReply(text: string): string {
  if (text.startsWith(String(article.title))) return 'brief';
  if (text.includes('12 weeks')) return 'answer';
  if (text.includes('files:read')) return 'files:read';
  if (text === troubledWords) return 'try again';
  return notices.find((notice) => text.startsWith(wordNotice(notice).mrkdwn)) ?? text;
}
