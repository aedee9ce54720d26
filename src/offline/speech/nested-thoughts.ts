import type { TaggedText } from '../tokens.ts';
import { startsClause } from './clauses.ts';
import { clauseAfter, firstTokenFrom, spanOf } from './contents.ts';
import { readCue } from './cues.ts';
import type { Statement } from './statement.ts';

/**
 * Finds what a speaker says they think: “I think the toll will rise,” Lee said. The words are Lee's statement already; the thought
 * inside is a second one, whose source is the "I" within the marks.
 *
 * @param found  the statements read so far
 */
export function readNestedThoughts(text: TaggedText, found: Statement[]): Statement[] {
  const { tokens, sentences, quotations } = text;
  const nested: Statement[] = [];
  for (const outer of found) {
    for (const { start, end } of [outer.content, ...outer.continued]) {
      for (let i = firstTokenFrom(text, start); (tokens[i]?.end ?? end + 1) <= end; i++) {
        const [subject, verb] = [tokens[i], tokens[i + 1]];
        if (!subject || !verb || subject.quotation < 0 || !/^(?:i|we)$/.test(subject.lower)) continue;
        const cue = readCue(verb.lower);
        const sentence = sentences[verb.sentence];
        if (cue?.kind !== 'think' || verb.pos !== 'VERB' || !sentence || verb.sentence !== subject.sentence) continue;
        const from = tokens[i + 2]?.lower === 'that' ? i + 3 : i + 2;
        if (tokens[from]?.quotation !== subject.quotation || !startsClause(text, sentence, from, cue)) continue;
        const content = clauseAfter(text, sentence, from, i + 1);
        const limit = quotations[subject.quotation]?.end ?? end;
        if (!content) continue;
        nested.push({
          subject: { first: i, last: i + 1, head: i },
          source: spanOf(tokens, i, i + 1),
          cue: spanOf(tokens, i + 1, i + 2),
          cueKind: 'think',
          content: { start: content.start, end: Math.min(content.end, limit, tokens[sentence.last - 1]?.end ?? limit) },
          continued: [],
          within: outer,
        });
      }
    }
  }
  return nested;
}
