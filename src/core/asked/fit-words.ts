import { isReportingVerb } from '../grammar/cues.ts';
import { isNumberWord } from '../grammar/number-words.ts';
import { isIrregularForm } from '../grammar/verb-forms.ts';
import { toTerm } from './stems.ts';
import { isWrittenAsName, type WordStock } from './word-stock.ts';

/** A word of a passage with what a question may ask of it. */
export type FitWord = {
  text: string;
  lower: string;
  term: string;
  isName: boolean;
  isNumber: boolean;
  isTime: boolean;
  isVerb: boolean;
  /** A stop, a comma or another mark stands between it and the word before. */
  isAfterMark: boolean;
};

const auxiliary =
  /^(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|get|gets|got)$/;
const timeWord =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|yesterday|today|tomorrow|tonight|weekend|ago|since|until|(?:1[5-9]|20)\d\ds?)$/;
const vague = /^(?:half|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|several|many|few|no|nobody|none)$/;

/** The words of a passage in reading order. */
export function listFitWords(text: string, stock: WordStock): FitWord[] {
  let end = 0;
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.,]\d+)*(?:['’](?=\p{L})\p{L}+)?/gu)].map(({ 0: word, index }) => {
    const bare = word.replace(/['’]s?$/u, '');
    const lower = bare.toLowerCase();
    const isAfterMark = /[^\s\p{Sc}%]/u.test(text.slice(end, index));
    const startsSentence = end === 0 || /[.!?:“"]\s*$/u.test(text.slice(end, index));
    end = index + word.length;
    const isCapital = /^\p{Lu}/u.test(bare);
    const isTime = timeWord.test(lower) && (lower !== 'may' || isCapital) && (lower !== 'march' || isCapital);
    return {
      text: bare,
      lower,
      term: toTerm(bare),
      isName: isCapital && !isTime && (startsSentence ? isWrittenAsName(bare, stock) : true),
      // "thousand-strong" counts nothing else.
      isNumber:
        /^\d/.test(bare) || isNumberWord(lower) || (vague.test(lower) && !/^-\p{L}/u.test(text.slice(end, end + 2))),
      isTime,
      isVerb: auxiliary.test(lower) || isReportingVerb(lower) || isIrregularForm(lower) || /\p{L}{2}ed$/u.test(lower),
      isAfterMark,
    };
  });
}

/** True for a number that says no more than that there are some, or none. */
export function isVagueNumber({ lower }: FitWord): boolean {
  return /^(?:several|many|few|no|half)$/.test(lower);
}

/** True for a form of "to be", which makes the verb behind it a passive. */
export function isPassiveMark(word: FitWord | undefined): boolean {
  return word !== undefined && /^(?:is|are|was|were|been|be|being|get|gets|got)$/.test(word.lower);
}
