import type { Draft } from '../core/draft.ts';
import { isCreditLine, isProse, skipDateline } from './furniture.ts';
import { stem } from './stems.ts';
import type { TaggedText } from './tokens.ts';

type SummarySentence = Draft['summary'][number];

const maxSentences = 3;
const maxWords = 90;
const minWords = 8;

const pointsBack =
  /^["“„«']?(?:he|she|they|it|this|these|that|those|such|his|her|their|its|but|and|so|yet|also|however|meanwhile|still|then|another|both|i|we|you)\b/i;

/**
 * Picks two or three sentences that carry the story: the lead first, then those that share most with the title and with
 * the words the article keeps coming back to, the earlier the better. A sentence that points back to another is left out,
 * and so is a dateline.
 *
 * @returns in reading order; at most 90 words, unless the first sentence alone is longer; empty where no line is a sentence
 */
export function summarise(tagged: TaggedText, title: string | null): SummarySentence[] {
  const weights = weighWords(tagged, title);
  const candidates = tagged.sentences.flatMap((sentence, index) => {
    const first = skipDateline(tagged, sentence);
    const words = tagged.tokens.slice(first, sentence.last).filter((token) => /[\p{L}\p{N}]/u.test(token.text));
    const text = tagged.text.slice(tagged.tokens[first]?.start ?? sentence.start, sentence.end);
    if (
      words.length < minWords ||
      words.length > 70 ||
      isCreditLine(text) ||
      !isProse(text) ||
      !/[.!?…]["”»')]*$/.test(text)
    )
      return [];
    if (tagged.isEnglish && !words.some((word) => word.pos === 'VERB' || word.pos === 'AUX')) return [];
    const stems = words.map((word) => stem(word.lower));
    return [{ index, text, stems, length: words.length }];
  });
  const chosen: typeof candidates = [];
  const covered = new Set<string>();
  while (chosen.length < maxSentences) {
    const total = chosen.reduce((sum, { length }) => sum + length, 0);
    let best: { candidate: (typeof candidates)[number]; score: number } | undefined;
    for (const [place, candidate] of candidates.entries()) {
      if (chosen.includes(candidate) || (chosen.length > 0 && pointsBack.test(candidate.text))) continue;
      if (chosen.length > 0 && total + candidate.length > maxWords) continue;
      let gain = 0;
      for (const word of new Set(candidate.stems)) if (!covered.has(word)) gain += weights.get(word) ?? 0;
      const score = (gain / Math.sqrt(candidate.length)) * (1 / (1 + 0.35 * place)) * (place === 0 ? 2 : 1);
      if (!best || score > best.score) best = { candidate, score };
    }
    if (!best) break;
    chosen.push(best.candidate);
    for (const word of best.candidate.stems) covered.add(word);
  }
  return chosen
    .sort((a, b) => a.index - b.index)
    .map(({ index, text }) => ({ text: text.replace(/\s+/g, ' '), sentences: [index + 1] }));
}

function weighWords(tagged: TaggedText, title: string | null): Map<string, number> {
  const weights = new Map<string, number>();
  for (const token of tagged.tokens) {
    if (!/^(?:NOUN|PROPN|VERB|ADJ|NUM|X)$/.test(token.pos) || token.lower.length < 3) continue;
    const word = stem(token.lower);
    weights.set(word, (weights.get(word) ?? 0) + 1);
  }
  for (const [word, count] of weights) weights.set(word, Math.log2(1 + count));
  for (const word of (title ?? '').toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
    const key = stem(word);
    if (weights.has(key)) weights.set(key, (weights.get(key) ?? 0) + 2);
  }
  return weights;
}
