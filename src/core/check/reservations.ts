import { findQuote } from '../quotes.ts';
import { isFunctionWord, listWords, toStem } from './word-list.ts';

// Words that keep what follows them from being so: denied, open, or only possible. A statement may use another of its kind.
const kinds = {
  denied:
    /^(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing|al)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|refus(?:es?|ed|ing|al)|rebut(?:s|ted)?|repudiat(?:es?|ed)|false(?:ly)?|untrue|baseless|hoax|myth|not|no|never|nothing|nobody|none|neither|nor|cannot|without|wrong(?:ly)?|contrary|(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|might|must|need|ai)nt)$/u,
  open: /^(?:whether|if|unless|would|should|could|may|might|ask(?:s|ed|ing)?|question(?:s|ed|ing)?|consider(?:s|ed|ing)?|decid(?:es?|ed|ing)|decision|debat(?:es?|ed|ing)|doubt(?:s|ed)?|investigat(?:es?|ed|ing|ion)|examin(?:es?|ed|ing)|determin(?:es?|ed|ing)|assess(?:es|ed|ing)?|depend(?:s|ed|ing)?|in case|provided|wonder(?:s|ed)?|uncertain|unclear|unknown|possib(?:le|ly|ility))$/u,
  possible:
    /^(?:may|might|could|can|would|should|perhaps|possib(?:le|ly|ility)|potential(?:ly)?|likely|unlikely|risk(?:s|ed|ing)?|threat(?:s|ens?|ened|ening)?|chances?|expect(?:s|ed|ing)?|hop(?:es?|ed|ing)|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|want(?:s|ed|ing)?|propos(?:es?|ed|ing|al)|consider(?:s|ed|ing)?|if|whether|unless|alleg(?:es?|ed|edly|ing|ations?)|suspect(?:s|ed|ing)?|believ(?:es?|ed|ing)|fear(?:s|ed|ing)?|warn(?:s|ed|ing)?|suggest(?:s|ed|ing)?|predict(?:s|ed|ing)?|forecasts?|estimat(?:es?|ed)|appear(?:s|ed)?|seem(?:s|ed)?|probabl[ey]|about|up)$/u,
} as const;
// What opens each, in small letters ("May" is a month): "may spend", "whether the mayor must pay", "rejected claims that it hid the report".
const openers = {
  denied:
    /^(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|refus(?:es?|ed|ing)|rebut(?:s|ted)?)$/u,
  open: /^(?:whether|unless)$/u,
  possible: /^(?:may|might|alleged|allegedly)$/u,
} as const;

const reach = 4; // words with content between the reservation and the first word of the statement it is about
const near = 8; // words of a statement in which "may" reserves what follows
const clauseEnd =
  /[.;:!?]["”’)]?\s|\bbut\b|\band then\b|\band (?:\p{L}+ly )?(?:said|says|told|tells|added|argued|argues|insisted|claimed|stressed)\b|, (?:saying|adding|arguing|insisting|claiming|telling|stressing|calling)\b|\n/u;

type Kind = keyof typeof openers;

/**
 * True where a statement leaves out that its passage denies something, leaves it open, or calls it only possible: of the
 * passage "it rejected claims that it hid the report" the statement "it hid the report".
 */
export function dropsReservation(statement: string, passage: string): boolean {
  const said = listWords(statement);
  const saidStems = said.map(({ key }) => (isFunctionWord(key) ? undefined : toStem(key)));
  const given = listWords(passage);
  // What a statement copies word for word, it has with its reservations.
  const copied = findQuote(statement, passage);
  return given.some((word, at) => {
    if (copied && word.start >= copied.start && word.end <= copied.end) return false;
    const kind = (Object.keys(openers) as Kind[]).find((name) => openers[name].test(word.text));
    if (!kind) return false;
    const clause = word.end + (passage.slice(word.end).split(clauseEnd)[0]?.length ?? 0);
    const behind = given.slice(at + 1).filter(({ end, key }) => end <= clause && !isFunctionWord(key));
    const place = findSubject(
      behind.map(({ key }) => toStem(key)),
      saidStems,
    );
    return (
      place !== undefined &&
      !isReserved(
        statement,
        said.map(({ key }) => key),
        place,
        kind,
      )
    );
  });
}

/** Where a statement says what stands behind a reservation: the place of the first of its words; undefined where it does not. */
function findSubject(behind: string[], said: (string | undefined)[]): number | undefined {
  const first = behind.findIndex((stem) => said.includes(stem));
  if (first < 0 || first > reach) return undefined;
  const content = new Set(said.filter((stem) => stem !== undefined));
  const shared = new Set(behind.filter((stem) => content.has(stem)));
  const isAbout = shared.size >= Math.min(2, content.size, behind.length);
  return isAbout ? said.indexOf(behind[first]) : undefined;
}

function isReserved(statement: string, said: string[], place: number, kind: Kind): boolean {
  // A denial can be said before or after ("the plan was rejected"); that something is possible, only before.
  if (kind === 'possible' && isUnsurePredicate(statement)) return true;
  const words = kind === 'denied' ? said : said.slice(Math.max(0, place - near), place + 1);
  return words.some((word) => kinds[kind].test(word));
}

const unsure =
  /(?<!\b(?:will|shall|would|to)\s)\b(?:is|are|was|were|be|being|been|remains?)\s(?:\p{Ll}+ly\s|also\s|still\s)?(?:possible|likely|expected|planned|considered|discussed|hoped|feared|proposed|wanted|conceivable)\b|\b(?:hopes?|hoped|wants?|wanted|plans?|planned|asks?|asked)(?:\sfor)?[.,]?$/iu;

/** True where a statement says at its end that it is not sure: "a closure is possible", "the reopening is expected". */
export function isUnsurePredicate(statement: string): boolean {
  return unsure.test(statement);
}

/** True where a statement has a word that denies, leaves open or calls possible, whatever it is about. */
export function hasReservation(statement: string, kind: Kind): boolean {
  return listWords(statement).some(({ key }) => kinds[kind].test(key));
}
