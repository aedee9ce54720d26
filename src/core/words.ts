// Scripts that put no space between words; there a word is what the runtime's segmenter says.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_]|['’.,-](?=[\p{L}\p{N}]))*/gu;

const segmented = 20_000;
let segmenter: Intl.Segmenter | undefined;

/** Counts the words of a text in any script. */
export function countWords(text: string): number {
  if (!unspaced.test(text)) return text.match(word)?.length ?? 0;
  // The segmenter takes seconds for a book; a long text's beginning says how many words the rest has.
  if (text.length > segmented) return Math.round((countWords(text.slice(0, segmented)) * text.length) / segmented);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  let count = 0;
  for (const piece of segmenter.segment(text)) if (piece.isWordLike) count++;
  return count;
}

// What ends a sentence, in the scripts that have such a mark, with the quotes and brackets that may follow it.
const sentenceEnd = /[.!?…。！？｡．।॥؟۔։።။។⋯]["'”’“‘»›«‹」』）)\]*\d]{0,4}$/u;

/** True for a line that reads as running text: a sentence with its end, or long enough that it can be no heading. */
export function isProse(line: string): boolean {
  const text = line.trim();
  const dense = unspaced.test(text);
  if (text.length >= (dense ? 80 : 200)) return true;
  return sentenceEnd.test(text) && text.length >= (dense ? 14 : 40) && (dense || hasWords(text, 6));
}

function hasWords(text: string, least: number): boolean {
  word.lastIndex = 0;
  let found = 0;
  while (found < least && word.test(text)) found++;
  return found === least;
}

/** Folds a title or a name for comparison: letters and digits only, small. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
