import type { TaggedText } from '../tokens.ts';
import type { Statement } from './statement.ts';

const subordinators =
  /^(?:that|when|because|as|if|after|before|where|while|how|why|whether|since|until|what|which|who|whom|than|unless|although|though)$/;
const innerThoughts = /^(?:kn[eo]w|reali[sz]e|understood|understand)/i;

/**
 * True where a sentence does not give the words behind a verb as that subject's statement: "Officials who suggested a ban only
 * showed their ignorance", "Blake knew full well that the vote was illegal", "The bill proposes a ban, according to the brief".
 */
export function leavesItOpen({ text }: TaggedText, { source, cue, content }: Statement): boolean {
  // Where a clause behind "who" ends, its words do not tell.
  if (source.end < cue.start && /^\s*(?:who|which|that)\b/.test(text.slice(source.end, cue.start))) return true;
  // What somebody knows is so: the article's judgement, and nothing that was said.
  if (content.start > cue.start && innerThoughts.test(text.slice(cue.start, cue.end))) return true;
  return (
    !isCredit(text.slice(cue.start, cue.end)) &&
    /,\saccording to [^,“”"]+$/.test(text.slice(content.start, content.end))
  );
}

function isCredit(cue: string): boolean {
  return /^(?:according|per)\b/i.test(cue);
}

/** True where a whole sentence is not its speaker's to say, who stands in a clause of it or beside another credit. */
export function isOthersSentence(tagged: TaggedText, statement: Statement): boolean {
  return speaksInPassing(tagged, statement) || speaksInClause(tagged, statement) || hasOtherCredit(tagged, statement);
}

/** "Novak is one of several who could follow Solberg, who said she would leave": the sentence is not Solberg's to say. */
function speaksInPassing({ text, tokens }: TaggedText, { source, cue, subject }: Statement): boolean {
  const sentence = tokens[subject.first]?.sentence;
  const opens = tokens[subject.first - 1]?.sentence !== sentence;
  return !opens && source.end < cue.start && /\b(?:who|which)\b/.test(text.slice(source.end, cue.start));
}

/** "Blake's worst failure came when he defended the president": what is said of him, not by him. */
function speaksInClause({ tokens }: TaggedText, { subject, content, cue }: Statement): boolean {
  const before = tokens[subject.first - 1];
  if (content.start < cue.start || !before || before.sentence !== tokens[subject.first]?.sentence) return false;
  return before.quotation < 0 && subordinators.test(before.lower);
}

/** "That will leave one firm, Ott said, which wants 40 million, according to Reuters": two credits, and no telling which is for what. */
function hasOtherCredit(
  { text, tokens, sentences }: TaggedText,
  { source, cue, content, subject }: Statement,
): boolean {
  const sentence = sentences[tokens[subject.head]?.sentence ?? -1];
  if (!sentence || isCredit(text.slice(cue.start, cue.end))) return false;
  const last = Math.max(source.end, cue.end, content.end);
  const isTrailing = /,\saccording to [^,“”"]+$/.test(text.slice(sentence.start, sentence.end));
  return isTrailing || /,\saccording to\s/.test(text.slice(last, sentence.end));
}
