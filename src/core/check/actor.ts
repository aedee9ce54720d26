import type { Actor, Drop } from '../brief.ts';
import type { Draft } from '../draft.ts';
import { findMentions } from './mentions.ts';
import { knownIds, type Reading, sentencesIn } from './reading.ts';
import { findFault } from './statement.ts';

const maxGrounds = 40; // sentences in which a role or a stance is looked for; a long article has an actor in thousands

/** An actor after the check, or none, with what was dropped. */
export type CheckedActor = { actor: Actor | undefined; drops: Drop[] };

/** Checks that an actor occurs in the article, and that role and stance each rest on the sentences given or on a mention's. */
export function checkActor(draft: Draft['actors'][number], reading: Reading): CheckedActor {
  const name = draft.name.trim();
  const mentions = findMentions(name, reading);
  const [first] = mentions;
  if (!first)
    return {
      actor: undefined,
      drops: [{ part: 'actor', why: name === '' ? 'empty' : 'actor-not-in-article', text: name }],
    };
  const cited = knownIds(draft.sentences, reading);
  const mentioning = mentions.flatMap((mention) => sentencesIn(mention, reading));
  const sentences = cited.length > 0 ? cited : mentioning.slice(0, 1);
  const drops: Drop[] = [];
  const hold = (part: 'role' | 'stance', line: string | null): string | null => {
    const text = line?.trim() ?? '';
    if (text === '') return null;
    const faultIn = (ground: number[]) => findFault(text, ground, reading, { speaker: name, isQuoted: false });
    const why = faultIn(sentences);
    const others = [...new Set([...cited, ...mentioning])].slice(0, maxGrounds);
    if (why === undefined || others.some((id) => faultIn([id]) === undefined)) return text;
    drops.push({ part, why, text });
    return null;
  };
  const actor = {
    name,
    kind: draft.kind,
    role: hold('role', draft.role),
    stance: hold('stance', draft.stance),
    sentences,
  };
  return { actor, drops };
}
