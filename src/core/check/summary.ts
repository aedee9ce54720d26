import type { Drop, SummarySentence } from '../brief.ts';
import type { Draft } from '../draft.ts';
import { knownIds, type Reading } from './reading.ts';
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
  return fault ? drop(fault) : { sentence: { text, sentences }, drops: [] };
}
