import { stem } from '../core/asked/stems.ts';
import type { Draft } from '../core/draft.ts';
import type { Turn } from '../core/turns.ts';
import { type Candidate, carriesMeaning, findCandidates } from './summary-candidates.ts';
import type { TaggedText } from './tokens.ts';

type SummarySentence = Draft['summary'][number];

// A reader takes in 45 words at a glance. Where one sentence takes up most of that, 75 with another.
const comfortableWords = 45;
const maxWords = 75;
const minWords = 8;
// Of a text whose sentences are all shorter.
const fewWords = 5;
const maxCompared = 14;
const leadWeight = 0.25;
const titleWeight = 2;
const sameShare = 0.6;

/**
 * Picks the one to three sentences that together hold most of what the article keeps coming back to, with what its title
 * names counting more, and that share most with its other sentences, the earlier the better. A sentence that points back to
 * another, a question, a bid to the reader and a repetition of the title are left out, and so is a dateline.
 *
 * @returns in reading order; at most 45 words where that makes a summary, else at most 75, or one sentence alone; empty where
 *   no line is a sentence
 */
export function summarise(tagged: TaggedText, title: string | null, turns: Turn[] = []): SummarySentence[] {
  const long = findCandidates(tagged, title, minWords, turns);
  const candidates = long.length > 0 ? long : findCandidates(tagged, title, fewWords, turns);
  const rate = rater(candidates, weighWords(tagged, title));
  const standing = candidates.filter(({ leans }) => !leans).slice(0, maxCompared);
  const chosen = pickBest(standing.length > 0 ? standing : candidates.slice(0, 1), rate);
  return chosen.map(({ index, text }) => ({ text: text.replace(/\s+/g, ' '), sentences: [index + 1] }));
}

/** The best one, two or three within the words; where it is one, with the best that comes after it within more of them. */
function pickBest(candidates: Candidate[], rate: (chosen: Candidate[]) => number): Candidate[] {
  let best: Candidate[] = [];
  let worth = -1;
  const weigh = (chosen: Candidate[], most: number) => {
    const total = chosen.reduce((sum, { length }) => sum + length, 0);
    if ((chosen.length > 1 && total > most) || repeats(chosen)) return false;
    const rated = rate(chosen);
    if (rated > worth) [best, worth] = [chosen, rated];
    return true;
  };
  for (const [i, first] of candidates.entries()) {
    weigh([first], comfortableWords);
    for (const [j, second] of candidates.slice(i + 1).entries()) {
      if (!weigh([first, second], comfortableWords)) continue;
      for (const third of candidates.slice(i + j + 2)) weigh([first, second, third], comfortableWords);
    }
  }
  const [only, ...more] = best;
  if (!only || more.length > 0) return best;
  worth = -1;
  for (const next of candidates.slice(candidates.indexOf(only) + 1)) weigh([only, next], maxWords);
  return best;
}

function repeats(chosen: Candidate[]): boolean {
  return chosen.some((one, i) => chosen.slice(0, i).some((other) => shareOf(one.content, other.content) > sameShare));
}

function shareOf(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

/**
 * How well sentences stand for the article: the weight of the words they bring in, each once, for their number (the cosine to
 * the article's own weights), times how much each shares with the article's other sentences, less for one that comes late.
 */
function rater(candidates: Candidate[], weights: Map<string, number>): (chosen: Candidate[]) => number {
  const central = centralities(candidates);
  return (chosen) => {
    const covered = new Set<string>();
    let worth = 0;
    let shared = 0;
    let manner = 1;
    for (const [i, candidate] of chosen.entries()) {
      for (const word of candidate.content) {
        if (covered.has(word)) continue;
        covered.add(word);
        worth += weights.get(word) ?? 0;
      }
      shared += (central[candidate.place] ?? 0) / (1 + leadWeight * candidate.place);
      if (candidate.isPersonal) manner *= 0.75;
      if (candidate.isDefinite && i > 0 && chosen[i - 1]?.index !== candidate.index - 1) manner *= 0.85;
    }
    return (worth / Math.sqrt(Math.max(1, covered.size))) * (shared / Math.sqrt(chosen.length)) * manner;
  };
}

/** Each candidate's mean likeness to the others; words that few of them hold make them more alike. */
function centralities(candidates: Candidate[]): number[] {
  const holders = new Map<string, number>();
  for (const { content } of candidates) for (const word of content) holders.set(word, (holders.get(word) ?? 0) + 1);
  const rarity = (word: string) => Math.log(1 + candidates.length / (holders.get(word) ?? 1));
  const lengths = candidates.map(({ content }) => Math.hypot(...[...content].map(rarity)) || 1);
  return candidates.map(({ content }, i) => {
    let sum = 0.02; // a lone sentence is worth something too
    for (const [j, other] of candidates.entries()) {
      if (i === j) continue;
      let shared = 0;
      for (const word of content) if (other.content.has(word)) shared += rarity(word) ** 2;
      sum += shared / ((lengths[i] ?? 1) * (lengths[j] ?? 1)) / (candidates.length - 1);
    }
    return sum;
  });
}

function weighWords(tagged: TaggedText, title: string | null): Map<string, number> {
  const weights = new Map<string, number>();
  for (const token of tagged.tokens) {
    if (!carriesMeaning(token)) continue;
    const word = stem(token.lower);
    weights.set(word, (weights.get(word) ?? 0) + 1);
  }
  // In a language whose parts of speech are not known, the words that stand in every other sentence are articles and the like.
  const most = tagged.isEnglish ? Number.POSITIVE_INFINITY : Math.max(4, tagged.sentences.length * 0.4);
  for (const [word, count] of weights) weights.set(word, count > most ? 0 : Math.log2(1 + count));
  for (const word of (title ?? '').toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
    const key = stem(word);
    const weight = weights.get(key) ?? 0;
    if (weight > 0) weights.set(key, weight + titleWeight);
  }
  return weights;
}
