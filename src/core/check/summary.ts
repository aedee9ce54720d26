import type { Drop, SummarySentence } from '../brief.ts';
import type { Draft } from '../draft.ts';
import { isBody, isSameName, listNames } from '../grammar/names.ts';
import { listWords, toStem } from '../grammar/word-list.ts';
import { knownIds, type Reading, sentenceAt } from './reading.ts';
import { hidesSpeaker } from './speakers/hidden-speaker.ts';
import { findActs, maskedOf, type SpeechAct } from './speakers/voices.ts';
import { findFault } from './statement.ts';

/** A summary sentence after the check, or none, with the reason. */
export type CheckedSummary = { sentence: SummarySentence | undefined; drops: Drop[] };

/** Holds a summary sentence to the rules of a claim, against the sentences it cites. */
export function checkSummarySentence(draft: Draft['summary'][number], reading: Reading): CheckedSummary {
  const text = draft.text.trim();
  const sentences = knownIds(draft.sentences, reading);
  const drop = (why: Drop['why']): CheckedSummary => ({ sentence: undefined, drops: [{ part: 'summary', why, text }] });
  if (text === '') return drop('empty');
  if (sentences.length === 0) return drop('no-sentence');
  const fault = findFault(text, sentences, reading, { speaker: null, isQuoted: false });
  // Shown without who said it, somebody's words would stand as a fact.
  if (!fault && hidesSpeaker(text, sentences, reading) && !sentences.some((id) => isAnnounced(id, text, reading)))
    return drop('speaker-not-tied');
  return fault ? drop(fault) : { sentence: { text, sentences }, drops: [] };
}

// "Moss wasted public money, Pike said" is Pike's word against Moss; what somebody "will" do is announced.
function isOfAnother(text: string, { voices }: SpeechAct, reading: Reading): boolean {
  if (/\b(?:will|(?:is|are) to|plans?)\b/u.test(text)) return false;
  const [name] = listNames(text);
  if (name?.start !== 0 || (name.keys.length === 1 && reading.commonStems.has(toStem(name.keys[0] ?? ''))))
    return false;
  const named = voices.filter(({ kind }) => kind === 'named');
  if (isBody(name.keys) && named.length === 0) return false;
  return !named.some(({ start, end }) =>
    listNames(reading.article.text.slice(start, end)).some(({ keys }) => isSameName(keys, name.keys)),
  );
}

const maxTail = 12; // words of ", Mayor Brandt told the Courier on Tuesday"

/** True for a sentence that tells something in the article's own words and only then who said so, as a news lead does. */
function isAnnounced(id: number, text: string, reading: Reading): boolean {
  const sentence = sentenceAt(id, reading);
  if (!sentence) return false;
  const masked = maskedOf(sentence, reading);
  const first = findActs(sentence, reading)[0];
  if (!first || masked.includes('\uFFFC') || isOfAnother(text, first, reading)) return false;
  const tail = masked.slice(0, first.cue.start - sentence.start).lastIndexOf(',');
  return tail > 0 && listWords(masked.slice(tail)).length <= maxTail;
}
