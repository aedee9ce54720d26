import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderLanes, type Traffic } from '../../src/store/lanes.ts';

const name = fc.constantFrom('a', 'b', 'c');
const traffic: fc.Arbitrary<Traffic> = fc
  .uniqueArray(fc.record({ team: name, channel: name, turn: fc.nat(20), count: fc.nat(3) }), {
    selector: ({ team, channel }) => `${team} ${channel}`,
  })
  .map((lanes) => ({
    waiting: lanes.map(({ team, channel, turn }) => ({ team, channel, turn })),
    running: lanes.filter(({ count }) => count > 0),
    teamTurns: [...new Set(lanes.map(({ team }) => team))].map((team) => ({
      team,
      turn: Math.max(...lanes.filter((lane) => lane.team === team).map(({ turn }) => turn)),
    })),
  }));

function runningIn({ running }: Traffic, team: string, channel?: string): number {
  return running
    .filter((lane) => lane.team === team && (channel === undefined || lane.channel === channel))
    .reduce((sum, { count }) => sum + count, 0);
}

describe('the order of lanes', () => {
  it('holds every lane of every workspace under its limit once, and no other', () => {
    fc.assert(
      fc.property(traffic, fc.integer({ min: 1, max: 5 }), (given, perTeam) => {
        const expected = given.waiting.filter(({ team }) => runningIn(given, team) < perTeam);
        const ordered = orderLanes(given, perTeam);
        expect(ordered).toHaveLength(expected.length);
        expect(new Set(ordered)).toEqual(new Set(expected));
      }),
    );
  });

  it('begins with the workspace, and in it the channel, that runs fewest and has waited longest', () => {
    fc.assert(
      fc.property(traffic, (given) => {
        const [first, ...others] = orderLanes(given, Number.POSITIVE_INFINITY);
        if (!first) return;
        const turnOf = (team: string) => given.teamTurns.find((known) => known.team === team)?.turn ?? 0;
        for (const other of others) {
          const [mine, theirs] = [runningIn(given, first.team), runningIn(given, other.team)];
          expect(mine).toBeLessThanOrEqual(theirs);
          if (other.team !== first.team) {
            if (mine === theirs) expect(turnOf(first.team)).toBeLessThanOrEqual(turnOf(other.team));
            continue;
          }
          const [here, there] = [first, other].map(({ team, channel }) => runningIn(given, team, channel));
          expect(here).toBeLessThanOrEqual(there ?? 0);
          if (here === there) expect(first.turn).toBeLessThanOrEqual(other.turn);
        }
      }),
    );
  });
});
