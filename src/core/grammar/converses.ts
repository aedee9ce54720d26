import type { Frame } from './frames.ts';
import type { Phrase } from './phrases.ts';
import { toVerbStem } from './verb-forms.ts';

/** Who does it, what it is done to, who gets it, from whom. */
export type Role = 'agent' | 'object' | 'recipient' | 'source';
export type Roles = { verb: string; filled: Map<Role, Phrase[]> };

// Verbs that tell one deed from its two ends, or in other words, by the verb they are compared as; language data, not rules.
// Each line: the verb compared by, then verbs with whom their subject, object, "from" and "to" are there.
const lines = [
  'sell: buy purchase acquire = recipient object agent -',
  'lend: borrow = recipient object agent -',
  'give: receive inherit = recipient object agent -',
  'teach: learn = recipient object agent -',
  'beat: defeat = agent object - -',
  'beat: lose = object - - agent',
  'replace: succeed supplant = agent object - -',
  'kill: die dying perish = object - - -',
  'injure: wound hurt = agent object - -',
  'lead: follow = object agent - -',
];

const known = new Map(
  lines.flatMap((line) => {
    const [verb = '', others = '', ends = ''] = line.split(/: | = /);
    return others
      .split(' ')
      .map(
        (other) => [toVerbStem(other), { verb: toVerbStem(verb), ends: ends.split(' ') as (Role | '-')[] }] as const,
      );
  }),
);
const plain: (Role | '-')[] = ['agent', 'object', 'source', 'recipient'];

/** The verb that another one is compared as: "buy" as "sell". */
export function toDeed(stem: string): string {
  return known.get(stem)?.verb ?? stem;
}

/** Who stands where in a frame, the same for both ends of a deed. */
export function rolesOf({ stem, subject, object, recipient, slots }: Frame): Roles {
  const converse = known.get(stem);
  // "lost the vote" is lost to nobody.
  const ends = converse?.ends ?? plain;
  const filled = new Map<Role, Phrase[]>();
  const put = (role: Role | '-' | undefined, phrases: Phrase[]): void => {
    const full = phrases.filter(({ stems }) => stems.size > 0);
    if (role && role !== '-' && full.length > 0) filled.set(role, [...(filled.get(role) ?? []), ...full]);
  };
  put(ends[0], [subject]);
  put(ends[1], [object]);
  put(ends[2], slots.get('from') ?? []);
  put(ends[3], slots.get('to') ?? []);
  put('recipient', [recipient]);
  return { verb: converse?.verb ?? stem, filled };
}
