import type { Span } from '../core/article.ts';
import { type Antecedent, gap } from './antecedents.ts';
import { isPeopleNoun } from './name-words.ts';
import type { TaggedText, Token } from './tokens.ts';
import type { Voice } from './voices.ts';

/** The nearest person of the right gender; a source counts as nearer than a name that is only mentioned. */
export function personBehind(
  pronoun: 'he' | 'she',
  text: TaggedText,
  token: Token,
  antecedents: Antecedent[],
  content: Span,
): Voice | undefined {
  const wrong = pronoun === 'he' ? 'woman' : 'man';
  const scores = new Map<string, { score: number; voice: Voice }>();
  for (let i = antecedents.length - 1; i >= 0 && i > antecedents.length - 40; i--) {
    const antecedent = antecedents[i] as Antecedent;
    const { voice } = antecedent;
    const distance = gap(text, token, antecedent);
    if (distance > 3) break;
    // “How could I read a book by Morgan?” he said: whom a quotation names is not who speaks it.
    const place = text.tokens[antecedent.at];
    if (place && place.quotation >= 0 && content.start <= place.start && place.end <= content.end) continue;
    if (
      antecedent.plural ||
      !/^(?:named-person|unnamed-person|anonymous)$/.test(voice.kind) ||
      voice.thing?.gender === wrong
    )
      continue;
    const sentences = token.sentence - antecedent.sentence;
    const opensSentence = opensItsSentence(text, antecedent);
    let score = 10 - sentences * 1.5 - distance * 1.5;
    if (antecedent.isSource) score += 4;
    if (opensSentence) score += 2.5;
    if (voice.thing && voice.thing.gender !== 'unknown') score += 1;
    const best = scores.get(voice.name);
    if (!best || best.score < score) scores.set(voice.name, { score, voice });
  }
  const ranked = [...scores.values()].sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || best.score < 3) return undefined;
  // Two persons stand equally near: the text leaves it open, so do we.
  return second && best.score - second.score < 1 ? undefined : best.voice;
}

/** "It added": the body or document that spoke last, in this paragraph or the one before. */
export function bodyBehind(text: TaggedText, token: Token, antecedents: Antecedent[]): Voice | undefined {
  for (let i = antecedents.length - 1; i >= 0; i--) {
    const antecedent = antecedents[i] as Antecedent;
    if (gap(text, token, antecedent) > 1) return undefined;
    if (!antecedent.isSource) continue;
    return /^(?:named-organisation|document|unnamed-group)$/.test(antecedent.voice.kind) ? antecedent.voice : undefined;
  }
  return undefined;
}

/** "they": the group that spoke last, unless other people were brought up in the same sentence. */
export function groupBehind(text: TaggedText, token: Token, antecedents: Antecedent[]): Voice | undefined {
  const sentence = text.sentences[token.sentence];
  for (let i = sentence?.first ?? 0; (text.tokens[i]?.start ?? token.start) < token.start; i++) {
    const word = text.tokens[i];
    if (word?.quotation === -1 && word.pos === 'NOUN' && (isPeopleNoun(word.lower) || word.lower.endsWith('ers')))
      return undefined;
  }
  for (let i = antecedents.length - 1; i >= 0; i--) {
    const antecedent = antecedents[i] as Antecedent;
    if (gap(text, token, antecedent) > 1 || token.sentence - antecedent.sentence > 2) return undefined;
    if (antecedent.isSource && (antecedent.plural || antecedent.voice.kind === 'unnamed-group'))
      return antecedent.voice;
  }
  return undefined;
}

function opensItsSentence({ tokens, sentences }: TaggedText, antecedent: Antecedent): boolean {
  const sentence = sentences[antecedent.sentence];
  if (!sentence) return false;
  for (let i = sentence.first; i < antecedent.at; i++) {
    const pos = tokens[i]?.pos;
    if (pos === 'VERB' || pos === 'AUX' || pos === 'ADP' || pos === 'PUNCT') return false;
  }
  return true;
}
