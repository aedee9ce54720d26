import type { NumberedSentence } from './number-sentences.ts';
import { countChars, groupParagraphs, sumChars } from './split-parts.ts';

const leadShare = 0.1;

/**
 * The sentences of a long article that a question may be about: the lead, then the paragraphs that share most of the
 * question's rarer words, each with the one before and after it, for who "he" is.
 *
 * @param texts  the question and what it may point back to, the question first
 * @param maxChars  bound on the lines; an article within it is given whole
 * @returns in reading order
 */
export function selectSentences(sentences: NumberedSentence[], texts: string[], maxChars: number): NumberedSentence[] {
  if (sumChars(sentences) <= maxChars) return sentences;
  const paragraphs = groupParagraphs(sentences);
  const chosen = new Set<number>();
  let left = maxChars;
  const choose = (index: number, limit: number) => {
    const length = sumChars(paragraphs[index] ?? []);
    if (chosen.has(index) || index < 0 || index >= paragraphs.length || length > limit) return;
    chosen.add(index);
    left -= length;
  };

  for (let index = 0; maxChars - left < maxChars * leadShare && index < 5; index += 1)
    choose(index, maxChars * leadShare);
  for (const { index } of rankParagraphs(paragraphs, texts)) {
    for (const near of [index, index - 1, index + 1]) choose(near, left);
  }
  // Nothing in common, or room left: the article from its beginning.
  for (let index = 0; index < paragraphs.length; index += 1) choose(index, left);
  const picked = paragraphs.filter((_, index) => chosen.has(index)).flat();
  return picked.length > 0 ? picked : takeUpTo(sentences, maxChars);
}

function takeUpTo(sentences: NumberedSentence[], maxChars: number): NumberedSentence[] {
  let left = maxChars;
  const end = sentences.findIndex((sentence) => {
    left -= countChars(sentence);
    return left < 0;
  });
  return end < 0 ? sentences : sentences.slice(0, end);
}

function rankParagraphs(paragraphs: NumberedSentence[][], texts: string[]): { index: number; score: number }[] {
  const words = paragraphs.map((paragraph) => listTerms(paragraph.map(({ line }) => line).join(' ')));
  const spread = new Map<string, number>();
  for (const terms of words) for (const term of terms) spread.set(term, (spread.get(term) ?? 0) + 1);
  const asked = texts.map(listTerms);
  return words
    .map((terms, index) => ({
      index,
      // What the question points back to counts half.
      score: asked.reduce((sum, wanted, turn) => sum + scoreTerms(wanted, terms) / (turn === 0 ? 1 : 2), 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index);

  function scoreTerms(wanted: Set<string>, terms: Set<string>): number {
    let score = 0;
    for (const term of wanted) if (terms.has(term)) score += Math.log(1 + paragraphs.length / (spread.get(term) ?? 1));
    return score;
  }
}

const maxStem = 6;

/** Words without their endings; in scripts without spaces, pairs of characters. */
function listTerms(text: string): Set<string> {
  const terms = new Set<string>();
  const folded = text.normalize('NFKC').toLowerCase();
  for (const [word] of folded.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
        word,
      )
    ) {
      const chars = [...word];
      for (let at = 0; at < chars.length - 1; at += 1) terms.add(`${chars[at]}${chars[at + 1]}`);
    } else terms.add(word.slice(0, maxStem));
  }
  return terms;
}
