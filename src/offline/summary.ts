import { stem } from '../core/asked/stems.ts';
import type { Draft } from '../core/draft.ts';
import type { Turn } from '../core/turns.ts';
import { breaksOff } from './claim-text.ts';
import { isInvitation, isProse, isSuperseded, skipDateline } from './furniture.ts';
import type { TaggedText } from './tokens.ts';
import { turnOver } from './turn-claims.ts';

type SummarySentence = Draft['summary'][number];

// A reader takes in 45 words at a glance. Where the lead is too long to leave room for a second sentence, 75.
const comfortableWords = 45;
const maxWords = 75;
const minWords = 8;
// Of a text whose sentences are all shorter.
const fewWords = 5;
const maxLength = 70;
const maxCandidates = 25;
const leadWeight = 0.3;
const endsSentence = /[.!?…。！？؟।]['"”»’)]*$/;

const pointsBack =
  /^["“„«']?(?:not to mention|he|she|they|it|this|these|that|those|such|his|her|their|its|but|and|so|yet|also|however|meanwhile|still|then|another|both|i|we|you)\b|^the (?:first|second|third|latter|former),|^(?:er|sie|sein|seine|seiner|seinem|ihre|ihrer|ihrem|ihren|dies|diese|dieser|dieses|dabei|damit|doch|aber|und|denn|elle|ils|elles|cela|cette|ses|leur|leurs|mais|ella|ellos|sus|esto|pero) /i;

type Candidate = { index: number; place: number; text: string; stems: Set<string>; length: number };

/**
 * Picks the lead, the sentence that adds most to it, and a third where there is room: those that share most with the title
 * and with the words the article keeps coming back to, the earlier the better. A sentence that points back to another is
 * left out, and so is a dateline.
 *
 * @returns in reading order; at most 45 words where two sentences fit, else at most 75, or the lead alone; empty where no
 *   line is a sentence
 */
export function summarise(tagged: TaggedText, title: string | null, turns: Turn[] = []): SummarySentence[] {
  const weights = weighWords(tagged, title);
  const long = findCandidates(tagged, minWords, turns);
  const candidates = long.length > 0 ? long : findCandidates(tagged, fewWords, turns);
  const lead = candidates.find(({ text }) => !pointsBack.test(text)) ?? candidates[0];
  if (!lead) return [];
  const second =
    pickNext(candidates, [lead], weights, comfortableWords) ?? pickNext(candidates, [lead], weights, maxWords);
  const chosen = second ? [lead, second] : [lead];
  const third = pickNext(candidates, chosen, weights, comfortableWords);
  return (third ? [...chosen, third] : chosen)
    .sort((a, b) => a.index - b.index)
    .map(({ index, text }) => ({ text: text.replace(/\s+/g, ' '), sentences: [index + 1] }));
}

function findCandidates(tagged: TaggedText, least: number, turns: Turn[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [index, sentence] of tagged.sentences.entries()) {
    if (candidates.length === maxCandidates) break;
    // What stands inside quotation marks, or is said in an interview, is somebody's, not the story's own voice.
    if (sentence.isFurniture || tagged.tokens[sentence.last - 2]?.quotation !== -1) continue;
    if (turns.length > 0 && turnOver(sentence, turns)) continue;
    const first = skipDateline(tagged, sentence);
    const text = tagged.text.slice(tagged.tokens[first]?.start ?? sentence.start, sentence.end);
    const words = tagged.tokens.slice(first, sentence.last).filter((token) => /[\p{L}\p{N}]/u.test(token.text));
    if (words.length < least || words.length > maxLength) continue;
    // "… lesen zu können", sagt er: a sentence that a quotation from before runs into.
    const opening = tagged.quotations[tagged.tokens[first]?.quotation ?? -1];
    if (opening && opening.start < sentence.start) continue;
    if (isSuperseded(text) || isInvitation(text) || (tagged.isEnglish && breaksOff(text))) continue;
    if (!isProse(text) || !endsSentence.test(text) || /[“"]/.test(text.slice(0, 1))) continue;
    if (tagged.isEnglish && !words.some((word) => word.pos === 'VERB' || word.pos === 'AUX')) continue;
    const stems = new Set(words.map((word) => stem(word.lower)));
    candidates.push({ index, place: candidates.length, text, stems, length: words.length });
  }
  return candidates;
}

/** The sentence that adds most to those chosen and stays within the words. */
function pickNext(
  candidates: Candidate[],
  chosen: Candidate[],
  weights: Map<string, number>,
  maxTotal: number,
): Candidate | undefined {
  const total = chosen.reduce((sum, { length }) => sum + length, 0);
  let best: { candidate: Candidate; worth: number } | undefined;
  for (const candidate of candidates) {
    if (chosen.includes(candidate) || total + candidate.length > maxTotal || pointsBack.test(candidate.text)) continue;
    const worth = worthOf([...chosen, candidate], weights);
    if (!best || worth > best.worth) best = { candidate, worth };
  }
  return best?.candidate;
}

/** The weight of the words that the sentences bring in, each once, with an early sentence's counting more. */
function worthOf(sentences: Candidate[], weights: Map<string, number>): number {
  const covered = new Set<string>();
  let worth = 0;
  for (const { stems, place } of sentences) {
    const early = 1 / (1 + leadWeight * place);
    for (const word of stems) {
      if (covered.has(word)) continue;
      covered.add(word);
      worth += (weights.get(word) ?? 0) * early;
    }
  }
  return worth;
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
