import type { Sentence, TaggedText, Token } from '../tokens.ts';
import type { Cue } from './cues.ts';
import { isTimeWord, phraseStartingAt } from './phrases.ts';

/** Steps over "on Tuesday", "in a statement", commas, colons and the word "that" to where the statement begins. */
export function skipAdjunct(text: TaggedText, sentence: Sentence, from: number): number {
  const { tokens } = text;
  const limit = Math.min(sentence.last, from + 16);
  for (let k = from; k < limit; k++) {
    const token = tokens[k];
    if (!token) break;
    if (token.quotation >= 0)
      return k > from && !/^[,:]$/.test(tokens[k - 1]?.text ?? '') && !isAdjunctStart(tokens[from]) ? from : k;
    // "hoping for support from the groups that form the base": a clause about the groups.
    if (token.lower === 'that' && k > from && /^(?:VERB|AUX)$/.test(tokens[k + 1]?.pos ?? '')) break;
    if (token.lower === 'that' && (k === from || isAdjunctStart(tokens[from]) || tokens[from]?.text === ','))
      return k + 1;
    if (token.text === ':') return k + 1;
    // "signaled months ago that"
    if (token.lower === 'ago' && tokens[k + 1]?.lower === 'that') return k + 2;
    if (token.pos === 'VERB' || token.pos === 'AUX') break;
  }
  // "added a goal as …": an article opens no words of time or place.
  if (/^(?:a|an)$/.test(tokens[from]?.lower ?? '')) return from;
  let k = from;
  while (k < limit && isAdjunctWord(tokens[k])) k++;
  // "Today's increase is welcome": the day belongs to what follows.
  if (/^['’]s$/.test(tokens[k]?.lower ?? '') && k > from) return k - 1;
  if (tokens[k]?.text === ',') k++;
  return k;
}

function isAdjunctStart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.pos === 'ADP' ||
      token.pos === 'ADV' ||
      isTimeWord(token) ||
      /^(?:last|this|earlier|late)$/.test(token.lower))
  );
}

function isAdjunctWord(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    isTimeWord(token) ||
    (/^(?:on|late|earlier|last|this|in|at|during|a|an|statement|interview|week|month|year|morning|evening|night|press|news|conference|speech|email|tweet)$/.test(
      token.lower,
    ) &&
      token.pos !== 'PROPN' &&
      token.pos !== 'PRON')
  );
}

/** True where a statement may begin: with a subject and its verb, or a question word after a verb of speech. */
export function startsClause(text: TaggedText, sentence: Sentence, start: number, cue: Cue): boolean {
  const { tokens } = text;
  const opener = tokens[start];
  if (!opener) return false;
  if (isTimeWord(opener) && /^['’]s$/.test(tokens[start + 1]?.lower ?? ''))
    return hasVerb(tokens, start + 2, sentence.last);
  if (/^(?:how|why|what|whether|if|where|when|who)$/.test(opener.lower))
    return cue.kind === 'say' || cue.kind === 'tell';
  // "repeated that Dunn had said it in May": what was said is told elsewhere.
  if (opener.lower === 'it' && /^(?:ADP|PUNCT|SCONJ|CCONJ)$/.test(tokens[start + 1]?.pos ?? 'PUNCT')) return false;
  if (/^(?:there|it|he|she|they|we|i|you)$/.test(opener.lower)) return true;
  // "added three assists", "added a goal": more often a thing than a statement.
  if (cue.lemma === 'add' && (opener.pos === 'NUM' || /^(?:a|an|another)$/.test(opener.lower))) return false;
  if (opener.pos === 'ADP' && cue.plain) return hasVerb(tokens, start, sentence.last);
  // "knows things they do not": these take an object as easily as a clause.
  if (/^(?:know|want|consider|understand|learn|remember|discover|recogni[sz]e|determine|imagine)$/.test(cue.lemma))
    return false;
  const phrase = phraseStartingAt(text, start, sentence.last);
  // A verb may hide in the phrase where the tagger took it for a noun: "said Mohamed wishes to".
  if (cue.lemma === 'say' && hasVerb(tokens, start, sentence.last)) return opener.pos !== 'ADV' || phrase !== undefined;
  if (!phrase) return false;
  // "mention details that fit": a thing, with a clause about it.
  if (/^(?:that|which|who)$/.test(tokens[phrase.last]?.lower ?? '')) return false;
  for (let k = phrase.last; k < Math.min(sentence.last, phrase.last + 12); k++) {
    const token = tokens[k];
    if (!token) return false;
    if (token.pos === 'AUX') return true;
    if (token.pos === 'VERB') return isFiniteVerb(tokens, k) || cue.lemma === 'say';
    if (token.lower === 'to' || /^[;:.]$/.test(token.text)) return false;
    if (token.text === ',' && cue.lemma !== 'say') return false;
  }
  return false;
}

function isFiniteVerb(tokens: Token[], k: number): boolean {
  const token = tokens[k];
  if (!token || /ing$/.test(token.lower) || tokens[k - 1]?.lower === 'to') return false;
  return tokens[k + 1]?.lower !== 'by';
}

/** True where a verb stands among the tokens. */
export function hasVerb(tokens: Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (tokens[k]?.pos === 'VERB' || tokens[k]?.pos === 'AUX') return true;
  return false;
}

/** A clause that stands by itself, not only "After the vote," or "In the capital,". */
export function hasMainClause(tokens: Token[], from: number, to: number): boolean {
  // "However, when the vote was over"
  if (tokens[from]?.pos === 'ADV' && tokens[from + 1]?.text === ',') return hasMainClause(tokens, from + 2, to);
  // "And although the pond is not the sea"
  if (tokens[from]?.pos === 'CCONJ') return hasMainClause(tokens, from + 1, to);
  const first = tokens[from];
  const opensSubordinate =
    first !== undefined &&
    /^(?:after|when|as|while|although|though|if|because|before|since|once|asked|speaking|by)$/.test(first.lower);
  const opensParticiple = (first?.pos === 'VERB' && /(?:ing|ed)$/.test(first.lower)) || first?.lower === 'not';
  let start = from;
  if (opensSubordinate || opensParticiple) {
    while (start < to && tokens[start]?.text !== ',') start++;
    if (start >= to) return false;
  }
  return to - start >= 3 && hasVerb(tokens, start, to);
}
