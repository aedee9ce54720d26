import { type Role, type Roles, rolesOf, toDeed } from '../../grammar/converses.ts';
import { isReportingVerb } from '../../grammar/cues.ts';
import { type Frame, readFrames } from '../../grammar/frames.ts';
import type { Phrase } from '../../grammar/phrases.ts';
import { findVerbGroups, listTokens, listVerbStems } from '../../grammar/verb-groups.ts';

// Both sides do the same by these, or the order says nothing.
const mutual =
  /^(?:be|have?|meet|marry|divorc|talk|speak|discus|agre|disagre|join|play|draw|ti|resembl|equal|neighbour|border|debat|negotiat|cooperat|collaborat|merg|compar|differ|includ|contain|becom|remain|call|nam)$/;
// Verbs of speech by which one does something to another.
const addressing = /^(?:accus|blam|criticis|criticiz|condemn|denounc|thank|warn|prais|urg|threat|inform|tell|told)/;
const maxPlaces = 40; // of one verb in a passage

/** A statement's frames and its passage's, each text read once. */
export type Framed = { said: Frame[]; given: Frame[] };

/** Reads the frames of a statement and of the passage it rests on; a verb that one of them shows is known in both. */
export function readFramed(statement: string, passage: string): Framed {
  const [own = [], other = []] = listTokens([statement, passage]);
  const known = new Set([...listVerbStems(own), ...listVerbStems(other)]);
  return {
    said: readFrames(own, findVerbGroups(own, known)),
    given: readFrames(other, findVerbGroups(other, known)),
  };
}

/**
 * The first verb whose sides a statement has changed: "the union accused the council" of "the council accused the union",
 * "was replaced by Moss" of "replaced Moss", "bought from Alder" of "sold to Alder".
 */
export function findSwappedRoles({ said, given }: Framed): string | undefined {
  const wrong = said.find((frame) => {
    if (mutual.test(frame.stem) || (isReportingVerb(frame.key) && !addressing.test(frame.key))) return false;
    const places = given.filter(({ stem }) => toDeed(stem) === toDeed(frame.stem)).slice(0, maxPlaces);
    const own = rolesOf(frame);
    return places.length > 0 && places.every((place) => isSwapped(own, rolesOf(place)));
  });
  return wrong?.stem;
}

function isSwapped(own: Roles, place: Roles): boolean {
  // "The door opened" of "Moss opened the door"
  const isAlone = own.filled.size === 1 && own.filled.has('agent') && !place.filled.has('recipient');
  return [...own.filled].some(([role, phrases]) => {
    const others = place.filled.get(role) ?? [];
    if (phrases.some((phrase) => others.some((other) => meets(phrase, other)))) return false;
    return [...place.filled].some(
      ([there, given]) =>
        there !== role &&
        !isLoose(role, there) &&
        given.some((phrase) => phrases.some((one) => meets(one, phrase) && (!isAlone || one.isNamed))) &&
        // Where the statement has the same one in both places, it has not moved.
        !(own.filled.get(there) ?? []).some((one) => given.some((phrase) => meets(one, phrase))),
    );
  });
}

// "sent the letter to the council", "sent the council the letter": an object without a name may be read for either.
function isLoose(one: Role, other: Role): boolean {
  return [one, other].every((role) => role === 'object' || role === 'recipient');
}

function meets(one: Phrase, other: Phrase): boolean {
  return [...one.stems].some((stem) => other.stems.has(stem));
}
