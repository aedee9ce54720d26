import { rolesOf, toDeed } from '../../grammar/converses.ts';
import { isReportingVerb } from '../../grammar/cues.ts';
import type { Frame } from '../../grammar/frames.ts';
import { isNumberWord } from '../../grammar/number-words.ts';
import type { Phrase } from '../../grammar/phrases.ts';
import type { Framed } from './roles.ts';

const maxPlaces = 40; // of one verb in a passage
const placing = /^(?:in|at|on|to|from|near|against|for|with|by|as|into|over|under|after|before|since|until|through)$/;

/**
 * The first verb of a statement that has beside it what its passage has beside another verb: "costs rose" of "sales rose, while
 * costs fell", "opened in 2016" of "opened in 1998 and closed in 2016", "cleared Moss" of "found Moss guilty and cleared Pike".
 * Only where the passage fills that place with something else.
 */
export function findMisplacedPart({ said, given }: Framed): string | undefined {
  return said.find((frame) => {
    const places = given.filter(({ stem }) => toDeed(stem) === toDeed(frame.stem)).slice(0, maxPlaces);
    if (places.length === 0) return false;
    const others = given.filter(({ stem }) => toDeed(stem) !== toDeed(frame.stem)).slice(0, maxPlaces);
    if (others.length === 0) return false;
    return places.every(
      (place) =>
        hasAnothersSubject(frame, place, others) ||
        hasAnothersObject(frame, place, others) ||
        hasAnothersPlace(frame, place, others),
    );
  })?.stem;
}

/** Of two common nouns in one sentence; names are compared with more care elsewhere, and descriptions may stand for them. */
function hasAnothersSubject(frame: Frame, place: Frame, others: Frame[]): boolean {
  if (frame.isPassive !== place.isPassive || isReportingVerb(frame.key)) return false;
  const [own, there] = frame.isPassive ? [frame.object, place.object] : [frame.subject, place.subject];
  if (!isNoun(own) || !isNoun(there) || meets(own, there)) return false;
  if (place.slots.size > 0 && [...place.slots.values()].flat().some((phrase) => meets(own, phrase))) return false;
  return others.some(
    (other) =>
      other.sentence === place.sentence &&
      !isReportingVerb(other.key) &&
      other.stem !== 'be' &&
      isNoun(other.subject) &&
      meets(own, other.subject),
  );
}

function hasAnothersObject(frame: Frame, place: Frame, others: Frame[]): boolean {
  const [own, there] = [rolesOf(frame), rolesOf(place)].map(
    ({ filled }) => filled.get('object')?.filter(isExact) ?? [],
  );
  if (!own?.[0] || !there?.[0] || own.some((one) => there.some((other) => meets(one, other)))) return false;
  if (own.some((one) => isIn(one, place))) return false;
  return own.some((one) =>
    others.some((other) =>
      rolesOf(other)
        .filled.get('object')
        ?.some((phrase) => meets(one, phrase)),
    ),
  );
}

/** True where a name or a number behind a preposition is what another verb has there. */
function hasAnothersPlace(frame: Frame, place: Frame, others: Frame[]): boolean {
  return [...frame.slots].some(([key, phrases]) => {
    const there = (place.slots.get(key) ?? []).filter(isExact);
    if (!placing.test(key) || there.length === 0) return false;
    return phrases.filter(isExact).some((own) => {
      if (there.some((phrase) => meets(own, phrase)) || isIn(own, place)) return false;
      return others.some((other) => (other.slots.get(key) ?? []).some((phrase) => meets(own, phrase)));
    });
  });
}

function isIn(own: Phrase, place: Frame): boolean {
  const phrases = [place.subject, place.object, place.recipient, ...[...place.slots.values()].flat()];
  return phrases.some((phrase) => meets(own, phrase));
}

function isNoun({ stems, isNamed, isPronoun }: Phrase): boolean {
  return stems.size > 0 && !isNamed && !isPronoun;
}

function isExact({ stems, isNamed }: Phrase): boolean {
  return isNamed || [...stems].some((stem) => /\d/.test(stem) || isNumberWord(stem));
}

function meets(one: Phrase, other: Phrase): boolean {
  return [...one.stems].some((stem) => other.stems.has(stem));
}
