import { toBase } from '../../grammar/verb-forms.ts';
import { isFunctionWord, listWords, toStem, type Word } from '../../grammar/word-list.ts';
import { findQuote } from '../../quotes.ts';
import { openers, type Reservation, reserved } from './reservation-words.ts';

const kinds = Object.keys(openers) as Kind[];
const maxClause = 800; // characters
const maxBehind = 60; // words behind an opener that it may be about
const maxOpeners = 60; // of a passage; one with more is no statement's ground
const longestOpener = 120; // characters
// What an opener's first word can begin with, so that few words are looked at closely.
const mayOpen =
  /^(?:de|rej|dis|ref|reb|fail|forg|negl|omit|yet|un|far|too|av|prev|foil|thw|stop|ke|ba|bl|prot|sa|spa|no$|lit|wi|any|rul|exc|ap|oth|whe|may|mig|all|susp|acc|char|ind|wan|inv|que)/u;
const reach = 4; // words with content between the reservation and the first word of the statement it is about
const near = 8; // words of a statement in which "may" reserves what follows
const clauseEnd =
  /[.;:!?]["”’)]?\s|\bbut\b|\band then\b|\band (?:\p{L}+ly )?(?:said|says|told|tells|added|argued|argues|insisted|claimed|stressed)\b|, (?:saying|adding|arguing|insisting|claiming|telling|stressing|calling)\b|\n/u;

type Kind = Reservation;

/**
 * True where a statement leaves out that its passage denies something, leaves it open, or calls it only possible: of the
 * passage "it rejected claims that it hid the report" the statement "it hid the report".
 */
export function dropsReservation(statement: string, passage: string): boolean {
  const said = listWords(statement);
  const saidStems = said.map(({ key }) => (isFunctionWord(key) ? undefined : toStem(toBase(key))));
  const given = listWords(passage);
  // What a statement copies word for word, it has with its reservations.
  const copied = findQuote(statement, passage);
  let opened = 0;
  let sentences: Stems[][] | undefined;
  return given.some((word, at) => {
    if (copied && word.start >= copied.start && word.end <= copied.end) return false;
    if (!mayOpen.test(word.text)) return false;
    const from = passage.slice(word.start, word.start + longestOpener);
    const kind = kinds.find((name) => openers[name].test(from));
    if (!kind || opened >= maxOpeners) return false;
    opened += 1;
    const opener = openers[kind].exec(from)?.[0] ?? '';
    const tail = passage.slice(word.end, word.end + maxClause);
    const clause = word.end + (tail.split(clauseEnd)[0]?.length ?? 0);
    const behind = given
      .slice(at + 1, at + 1 + maxBehind)
      .filter(
        ({ start, end, key }) => start >= word.start + opener.trimEnd().length && end <= clause && !isFunctionWord(key),
      );
    const place = findSubject(
      behind.map(({ key }) => toStem(toBase(key))),
      saidStems,
      kind === 'suspected',
    );
    const isPlain = (): boolean => {
      sentences ??= readSentences(passage, given);
      return saysPlainly(sentences, saidStems, behind);
    };
    return (
      place !== undefined &&
      !isPlain() &&
      !isReserved(
        statement,
        said.map(({ key }) => key),
        place,
        kind,
      )
    );
  });
}

type Stems = { start: number; stems: string[] };

/** True where a sentence of the passage has all of a statement's words outside a reservation: "has spent 4 million and may spend 9". */
function saysPlainly(sentences: Stems[][], said: (string | undefined)[], behind: Word[]): boolean {
  const reservedStarts = new Set(behind.map(({ start }) => start));
  return sentences.some((words) => {
    const stems = new Set(words.flatMap((word) => (reservedStarts.has(word.start) ? [] : word.stems)));
    return said.every((stem) => stem === undefined || stems.has(stem));
  });
}

function readSentences(passage: string, words: Word[]): Stems[][] {
  const ends = [...passage.matchAll(/[.!?]["”’]*\s|\n/gu)].map(({ index, 0: mark }) => index + mark.length);
  const sentences: Stems[][] = [[]];
  let at = 0;
  for (const { start, key } of words) {
    while (at < ends.length && (ends[at] ?? 0) <= start) {
      at += 1;
      sentences.push([]);
    }
    sentences.at(-1)?.push({ start, stems: [toStem(key), toStem(toBase(key))] });
  }
  return sentences;
}

/** Where a statement says what stands behind a reservation: the place of the first of its words; undefined where it does not. */
function findSubject(behind: string[], said: (string | undefined)[], isNear: boolean): number | undefined {
  const first = behind.findIndex((stem) => said.includes(stem));
  if (first < 0 || first > reach) return undefined;
  const content = new Set(said.filter((stem) => stem !== undefined));
  const shared = new Set(behind.filter((stem) => content.has(stem)));
  // "on suspicion of arson": the one word tells what of.
  const isAbout = (isNear && first === 0) || shared.size >= Math.min(2, content.size, behind.length);
  return isAbout ? said.indexOf(behind[first]) : undefined;
}

function isReserved(statement: string, said: string[], place: number, kind: Kind): boolean {
  // A denial can be said before or after ("the plan was rejected"); that something is possible, only before.
  if (kind === 'possible' && isUnsurePredicate(statement)) return true;
  const words =
    kind === 'denied' || kind === 'unfulfilled' || kind === 'suspected'
      ? said
      : said.slice(Math.max(0, place - near), place + 1);
  return words.some((word) => reserved[kind].test(word));
}

const unsure =
  /(?<!\b(?:will|shall|would|to)\s)\b(?:is|are|was|were|be|being|been|remains?)\s(?:\p{Ll}+ly\s|also\s|still\s)?(?:possible|likely|expected|planned|considered|discussed|hoped|feared|proposed|wanted|conceivable)\b|\b(?:hopes?|hoped|wants?|wanted|plans?|planned|asks?|asked)(?:\sfor)?[.,]?$/iu;

/** True where a statement says at its end that it is not sure: "a closure is possible", "the reopening is expected". */
export function isUnsurePredicate(statement: string): boolean {
  return unsure.test(statement);
}

/** True where a statement has a word that denies, leaves open or calls possible, whatever it is about. */
export function hasReservation(statement: string, kind: Kind): boolean {
  return listWords(statement).some(({ key }) => reserved[kind].test(key));
}
