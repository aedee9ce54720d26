import { isReportingVerb } from '../grammar/cues.ts';
import { listTerms, type Term } from './terms.ts';

/** What kind of thing would answer the question. */
export type WantedKind = 'who' | 'when' | 'where' | 'number' | 'why' | 'whether' | 'any';

/** Who the question asks the words of ("What did Ortiz say about the bridge?") and what they are about. */
export type AskedWords = { speaker: string; topic: Term[] };

/** A question's words with their weight, and the kind of answer it wants. */
export type AskedQuestion = { text: string; terms: Term[]; wants: WantedKind; words?: AskedWords };

/** Longer ones are cut: it is no question. In characters. */
export const maxQuestion = 2_000;

/** Reads a question by itself. */
export function readQuestion(question: string): AskedQuestion {
  const text = question.slice(0, maxQuestion);
  const words = readAskedWords(text);
  return { text, terms: listTerms(text), wants: wantedKind(text), ...(words && { words }) };
}

const speech = /^(?:say|tell|tweet|call|think|post|write|speak|talk)$/;

/** "What did X say about Y?", "What does X promise?": whose words are asked for. */
export function readAskedWords(text: string): AskedWords | undefined {
  const found = /\bwhat (?:did|does|do|has|have|had|else did) ((?:(?!\b(?:about|on|of the)\b)[^?!.;])+)/iu.exec(text);
  const clause = (found?.[1] ?? '').trim().split(/\s+/);
  const at = clause.findIndex((word, n) => n > 0 && (speech.test(word) || isReportingVerb(word.toLowerCase())));
  if (!found || at < 0 || at > 8) return undefined;
  const rest = text
    .slice(found.index)
    .split(new RegExp(`\\b${clause[at]}\\b`, 'u'))
    .slice(1)
    .join(' ');
  return {
    speaker: clause.slice(0, at).join(' '),
    topic: listTerms(rest.replace(/\b(?:to|told?) \p{Lu}\p{L}+/gu, ' ')),
  };
}

function wantedKind(text: string): WantedKind {
  if (/(?<!\p{L})(?:wie viele?|combien|cu[aá]nt[oa]s?)(?!\p{L})/iu.test(text)) return 'number';
  if (
    /\bwhat (?:(?:is|was|are|were) (?:the )?)?(?:share|percentage|proportion|percent|per cent|fraction|age)\b/i.test(
      text,
    )
  )
    return 'number';
  if (/\bwhat (?:did|does|do|will|would|is|was)\b.*\b(?:cost|worth|price|budget|salary|fine)\b/i.test(text))
    return 'number';
  if (/\bhow (?:many|much|often|long|old|far|big|large|high|tall)\b/i.test(text)) return 'number';
  if (/\b(?:when|until when|since when)\b|\bwhat (?:day|date|year|time)\b/i.test(text)) return 'when';
  if (/\bwhere\b.*\b(?:come|comes|came|get|gets|got)\b.*\bfrom\b/i.test(text)) return 'any';
  if (/\bwhere\b|\b(?:what|which) (?:city|country|place|town)\b/i.test(text)) return 'where';
  if (/\bwho(?:se|m)?\b/i.test(text)) return 'who';
  if (/\bwhy\b|\bwhat (?:caused|reason)\b/i.test(text)) return 'why';
  if (/^(?:and |but |so )?(?:is|are|was|were|did|does|do|has|have|had|can|will|would)\b/i.test(text.trim()))
    return 'whether';
  return 'any';
}
