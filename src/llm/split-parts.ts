import type { NumberedSentence } from './number-sentences.ts';

/**
 * Cuts an article that is too long for one request into parts of about the same length, at the ends of paragraphs; a
 * paragraph that is too long itself is cut between sentences. No sentence is left out or comes twice.
 *
 * @param maxChars  bound on a part's lines; a single sentence may be over it
 */
export function splitParts(sentences: NumberedSentence[], maxChars: number): NumberedSentence[][] {
  const total = sumChars(sentences);
  const target = Math.ceil(total / Math.max(1, Math.ceil(total / maxChars)));
  const parts: NumberedSentence[][] = [];
  let part: NumberedSentence[] = [];
  let chars = 0;
  const close = () => {
    if (part.length > 0) parts.push(part);
    part = [];
    chars = 0;
  };
  for (const paragraph of groupParagraphs(sentences)) {
    const length = sumChars(paragraph);
    if (chars >= target || chars + length > maxChars) close();
    for (const sentence of paragraph) {
      if (chars + countChars(sentence) > maxChars) close();
      part.push(sentence);
      chars += countChars(sentence);
    }
  }
  close();
  return parts;
}

/** What a sentence takes in a prompt: its line, its line break and at most one empty line before it. */
export function countChars(sentence: NumberedSentence): number {
  return sentence.line.length + 2;
}

/** What sentences take in a prompt. */
export function sumChars(sentences: NumberedSentence[]): number {
  return sentences.reduce((sum, sentence) => sum + countChars(sentence), 0);
}

/** Sentences by paragraph, in reading order. */
export function groupParagraphs(sentences: NumberedSentence[]): NumberedSentence[][] {
  const groups: NumberedSentence[][] = [];
  for (const sentence of sentences) {
    const last = groups.at(-1);
    if (last?.[0]?.paragraph === sentence.paragraph) last.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}
