import type { Actor, Brief, Claim } from './brief.ts';
import { findQuote } from './quotes.ts';

/** Somebody in Who's who, as shown: plain text. */
export type ShownActor = Pick<Actor, 'name' | 'role' | 'stance'>;

/**
 * Who is worth a line in Who's who: people and bodies with a role or with words that no shown claim has already, in the brief's
 * order; behind them people who have neither and are the source of a shown claim. A name alone tells a reader nothing.
 *
 * @param claims  those seen in the same view
 */
export function chooseActors({ actors }: Pick<Brief, 'actors'>, claims: Claim[]): ShownActor[] {
  const shown = actors.map(({ name, kind, role, stance }) => ({
    name,
    kind,
    role,
    stance: showStance(name, stance, claims),
  }));
  const told = shown.filter(({ role, stance }) => role !== null || stance !== null);
  const bare = shown.filter(
    (actor) =>
      !told.includes(actor) && actor.kind === 'person' && claims.some(({ source }) => source.name === actor.name),
  );
  return [...told, ...bare].map(({ name, role, stance }) => ({ name, role, stance }));
}

function showStance(name: string, stance: string | null, claims: Claim[]): string | null {
  if (stance === null || claims.some((claim) => isSaidBy(claim, stance))) return null;
  if (!stance.toLowerCase().startsWith(name.toLowerCase())) return stance;
  // The line begins with the name already: "Ada Quill: for the harbour board, says …".
  const rest = stance.slice(name.length);
  if (/^[\p{L}\p{N}’'-]/u.test(rest)) return null;
  return rest.replace(/^[\s,:;]+/u, '') || null;
}

const edges = /^[\s"“”„«»'‘’]+|[\s"“”„«»'‘’.!?…]+$/gu;

/** Whether a reader of the claim has read the stance, or of the stance most of what the claim says. */
function isSaidBy({ text, quote }: Claim, stance: string): boolean {
  const said = stance.replace(edges, '');
  if (findQuote(said, text) || (quote && findQuote(said, quote.text))) return true;
  const claimed = text.replace(edges, '');
  return claimed.length >= said.length / 2 && findQuote(claimed, said) !== undefined;
}
