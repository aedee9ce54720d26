import { isReportingVerb } from '../../grammar/cues.ts';
import { listWords } from '../../grammar/word-list.ts';
import { type Reading, sentenceAt } from '../reading.ts';
import { maskedOf } from './voices.ts';

// "Neither Cole nor Pratt said …", "At no point did Cole say …", "Few residents said …": a negation before the verb that
// reports, in one clause with it.
const nobodySaid =
  /(?<![\p{L}\p{N}])(?:neither|nor|none|nobody|no|not (?:one|even|a single|all)|at no (?:point|time|stage)|few|hardly any(?:body|one)?|nothing)(?![\p{L}\p{N}])[^.,;:!?\uFFFC]{0,80}/giu;
// What a sentence says of words that were not said, or not so.
const madeUp =
  /(?<![\p{L}\p{N}])(?:falsely|wrongly|untrue|rumou?rs?|hoax(?:es)?|fake[ds]?|forge(?:d|ry)|fabricated|made up|doctored|mis(?:quoted?|attributed)|purported(?:ly)?|impersonat\p{L}+|impost[eo]rs?|deepfakes?|parody|spoof|(?:actor|actress|comedian|puppet|avatar)s? (?:who |that )?(?:play|portray|imitat|mimic)\p{L}*|pos(?:es|ed|ing) as)(?![\p{L}\p{N}])/iu;
// "Had Cole said that …, 300 people would have left."
const hadSaid = /^["“]?(?:Had|Should|Were)\s(?:\p{Lu}[\p{L}'’.-]*\s|he\s|she\s|they\s){1,4}(?:ever\s)?(\p{Ll}+)/u;

/**
 * True where the sentences that a statement rests on say that it was not said, or not truly, or only might have been, and
 * the statement does not: "the dam is safe" of "no minister has said that the dam is safe". English words alone.
 */
export function wasUnsaid(statement: string, sentences: number[], reading: Reading): boolean {
  return sentences.some((id) => {
    const sentence = sentenceAt(id, reading);
    if (!sentence) return false;
    const masked = maskedOf(sentence, reading);
    if (madeUp.test(masked) && !madeUp.test(statement)) return true;
    if (isReportingVerb(hadSaid.exec(masked)?.[1] ?? '') && !/^["“]?(?:Had|Should|Were|If)\b/iu.test(statement))
      return true;
    return [...masked.matchAll(nobodySaid)].some(([clause]) => {
      const reports = listWords(clause).some(
        ({ key }, at, all) =>
          isReportingVerb(key) &&
          !/^(?:doubt|den|disput|question|reject|wonder)/.test(key) &&
          // "No injuries were reported": the injuries were not.
          !(/^(?:was|were|been|is|are)$/.test(all[at - 1]?.key ?? '') && all[at + 1]?.key !== 'that'),
      );
      return reports && !startsTheSame(clause, statement);
    });
  });
}

// A statement that has the negation too, in the same words, leaves nothing out.
function startsTheSame(clause: string, statement: string): boolean {
  const words = listWords(clause)
    .slice(0, 2)
    .map(({ key }) => key);
  return ` ${listWords(statement)
    .map(({ key }) => key)
    .join(' ')} `.includes(` ${words.join(' ')} `);
}
