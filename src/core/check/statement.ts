import type { DropReason } from '../brief.ts';
import { spellDates } from '../grammar/measures.ts';
import { listWords } from '../grammar/word-list.ts';
import { countSentences, findAddition } from './additions.ts';
import { findForeignAddress } from './addresses.ts';
import { findWholeSentence, maxStatementLength } from './copied.ts';
import { findForeignAge } from './facts/ages.ts';
import { dropsCondition } from './facts/conditions.ts';
import { findOtherThing } from './facts/counted-things.ts';
import { findMisplacedSubject } from './facts/deeds.ts';
import { findFirmer } from './facts/firmness.ts';
import { findForeignName } from './facts/foreign-names.ts';
import { findInsertedWord } from './facts/inserted-words.ts';
import { findMisplacedPart } from './facts/misplaced.ts';
import { changesNegation } from './facts/negation.ts';
import { findForeignNumber } from './facts/numbers.ts';
import { findOtherDay, spellYears } from './facts/relative-days.ts';
import { dropsReservation } from './facts/reservations.ts';
import { findOpposite, findWiderScope } from './facts/reversals.ts';
import { findSwappedRoles, readFramed } from './facts/roles.ts';
import { addsCause, turnsSequence } from './facts/sequence.ts';
import { findFurtherStep, turnsJobs } from './facts/strengths.ts';
import { findMisplacedName } from './facts/substitutions.ts';
import { restsElsewhere } from './passage.ts';
import { findForeignQuotation } from './quoted-words.ts';
import { type Reading, stretchOf, textOf } from './reading.ts';
import { isDisproved } from './speakers/disproved.ts';
import { wasUnsaid } from './speakers/unsaid.ts';
import { findTranslatedFault, isTranslated } from './translated.ts';

type Fault = Extract<
  DropReason,
  | 'quote-not-found'
  | 'number-not-in-passage'
  | 'name-not-in-passage'
  | 'negation-changed'
  | 'meaning-changed'
  | 'reservation-dropped'
  | 'words-not-in-passage'
>;

/**
 * What a statement says that the sentences it rests on do not: words in quotation marks, a number, a name, a "not", that
 * something is so which they deny or leave open, or most of its words.
 *
 * @param speaker  the name of who said it, which the statement may repeat
 * @param isQuoted  a check quote was found there, so that fewer of the statement's own words must be
 */
export function findFault(
  statement: string,
  sentences: number[],
  reading: Reading,
  { speaker, isQuoted }: { speaker: string | null; isQuoted: boolean },
): Fault | undefined {
  if (statement.length > maxStatementLength) return 'words-not-in-passage';
  if (findForeignAddress(statement, reading.article) !== undefined) return 'words-not-in-passage';
  const passage = textOf(sentences, reading);
  if (findForeignQuotation(statement, passage) !== undefined) return 'quote-not-found';
  const whole = findWholeSentence(statement, sentences, reading);
  if (whole !== undefined) {
    const isUnsaid = wasUnsaid(statement, [whole], reading) || isDisproved(statement, sentences, reading, speaker);
    return isUnsaid ? 'reservation-dropped' : undefined;
  }
  const licensed = [
    ...(speaker === null ? [] : [listWords(speaker).map(({ key }) => key)]),
    ...referents(statement, sentences, reading),
  ];
  if (isTranslated(statement, passage, reading)) {
    // Its words cannot be compared; that it says more can be counted.
    if (countSentences(statement) > sentences.length) return 'words-not-in-passage';
    return findTranslatedFault(statement, passage, licensed, reading);
  }
  const dated = spellYears(passage, statement, reading.article.publishedAt);
  if (findForeignNumber(statement, dated) !== undefined) return 'number-not-in-passage';
  if (reading.isEnglish && findOtherThing(statement, passage) !== undefined) return 'number-not-in-passage';
  if (findForeignName(spellDates(statement), spellDates(passage), { ...reading, licensed }))
    return 'name-not-in-passage';
  if (changesNegation(statement, passage)) return 'negation-changed';
  if (reading.isEnglish && turnsRound(statement, passage, sentences, reading)) return 'meaning-changed';
  if (isLessSure(statement, sentences, reading, speaker)) return 'reservation-dropped';
  if (findInsertedWord(statement, passage, reading.stems) !== undefined) return 'words-not-in-passage';
  const ground = `${passage} ${licensed.flat().join(' ')}`;
  if (findAddition(statement, ground, reading) !== undefined) return 'words-not-in-passage';
  return restsElsewhere(statement, ground, isQuoted) ? 'words-not-in-passage' : undefined;
}

/** True where the sentences that a statement rests on deny it, leave it open, suspect it or make it depend on something. */
export function isLessSure(statement: string, sentences: number[], reading: Reading, speaker: string | null): boolean {
  const passage = textOf(sentences, reading);
  return (
    (reading.isEnglish && findFirmer(statement, passage) !== undefined) ||
    wasUnsaid(statement, sentences, reading) ||
    isDisproved(statement, sentences, reading, speaker) ||
    dropsReservation(statement, passage) ||
    (reading.isEnglish && (dropsCondition(statement, passage) || findFurtherStep(statement, passage) !== undefined))
  );
}

/** True where a statement has a word's opposite, another name in a name's place, or who did it and to whom the other way round. */
function turnsRound(statement: string, passage: string, sentences: number[], reading: Reading): boolean {
  const framed = readFramed(statement, passage);
  return (
    findOpposite(statement, passage) !== undefined ||
    findWiderScope(statement, passage) !== undefined ||
    findMisplacedName(statement, passage, reading.forms) !== undefined ||
    findSwappedRoles(framed) !== undefined ||
    findMisplacedPart(framed) !== undefined ||
    findForeignAge(statement, passage) !== undefined ||
    findOtherDay(statement, passage) !== undefined ||
    turnsJobs(statement, passage) ||
    turnsSequence(statement, passage) ||
    addsCause(statement, passage) ||
    findMisplacedSubject(statement, passage, stretchOf(sentences, reading).start, reading) !== undefined
  );
}

const refersBack = /\b(?:he|she|they|it|his|her|hers|him|them|their|its)\b/giu;
const sentencesBack = 6;

/** Names shortly before the passage that its pronouns may stand for, where the statement puts something else for a pronoun. */
function referents(statement: string, sentences: number[], reading: Reading): string[][] {
  const pronouns = countPronouns(textOf(sentences, reading));
  const first = Math.min(...sentences);
  if (first === 1 || pronouns === 0 || countPronouns(statement) >= pronouns) return [];
  const back = stretchOf([Math.max(1, first - sentencesBack), first - 1], reading);
  return reading.names.filter((name) => name.start >= back.start && name.end <= back.end).map(({ keys }) => keys);
}

function countPronouns(text: string): number {
  return text.match(refersBack)?.length ?? 0;
}
