import type { Span } from '../article.ts';
import { isGivenName } from './given-names.ts';
import { isAcronym, isTitle, listNames } from './names.ts';
import { isCapitalised, listWords, type Word } from './word-list.ts';

/**
 * Who a sentence gives as speaking: the words that stand for them ("Zamili", "she", "the Iraqi official"). `headEnd` is
 * where what they are ends and what they are of begins ("the head | of the union").
 */
export type Voice = Span & { kind: 'named' | 'pronoun' | 'described'; headEnd: number };

// Classes of words that English word order turns on.
export const pronoun = /^(?:i|we|he|she|they|it|you|who)$/;
export const preposition =
  /^(?:of|for|from|at|in|with|to|by|on|about|after|before|during|near|under|over|against|into|among|amid|between|since|until|upon|via|despite|without|within|outside|inside|per|prior|following|like|unlike)$/;
export const opener =
  /^(?:but|and|or|so|yet|however|meanwhile|moreover|furthermore|that|while|whilst|as|when|because|if|whether|where|though|although|later|also|then|still|now|once|earlier|today|yesterday|both|only|even|indeed|instead|separately|which)$/;
export const relative = /^(?:who|whom|whose|which|where|that)$/;
export const filler =
  /^(?:has|have|had|will|would|could|can|may|might|must|should|shall|did|does|do|is|are|am|was|were|be|been|being|also|later|then|previously|recently|further|repeatedly|once|yet|not|never|however|again|still|now|just|already|both|all|had|always|often|sometimes|further|went|on|to|declined|refused|(?!(?:family|assembly|ally|rally|reply|bully|july|italy)$)\p{L}+ly)$/u;
export const auxiliary = /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)$/;
export const complementizer =
  /^(?:that|because|whether|if|when|while|whilst|although|though|but|so|since|until|nevertheless)$/;
export const nounMaker =
  /^(?:the|an?|this|that|these|those|his|her|their|its|our|my|your|of|in|for|any|some|such|no|new|recent|several|many|same|own|other)$/;
/** A word for one who speaks for another. */
export const spokesPerson = /^(?:spokes\p{L}*|representatives?|officials?)$/u;
const paper =
  /^(?:statement|report|letter|release|tests?|survey|study|poll|analysis|review|research|figures|data|findings|books?|memoirs?|essay|article|column|e-?mail|email|tweets?|posts?)$/;
// Somebody else than the one they are of: "opponents of Cole" at a sentence's start is no name.
const others =
  /^(?:opponents?|supporters?|critics?|allies|ally|rivals?|friends?|relatives?|colleagues?|aides?|advis[eo]rs?|fans?|followers?|lawyers?|attorneys?|deputy|deputies|assistants?|victims?|members?|parents|children|brothers?|sisters?|sons?|daughters?|wife|husband|widow|widower|mother|father|biographers?|backers|detractors|admirers|neighbou?rs?)$/;

/** True for a word that stands for somebody, with or without its verb: "she", "I've", "they’re". */
export function isPronoun({ text, key }: Word): boolean {
  return pronoun.test(key) || /^(?:i|we|he|she|they|it|you)['’](?:m|ve|d|ll|re)$/i.test(text);
}

/** A stretch of a sentence, with its offset there. */
export type Part = { text: string; start: number };

/** A noun phrase's head: its names, or else its words up to a preposition; a body's spokesperson stands for the body. */
export function readNounPhrase(part: Part): Voice[] {
  const all = listWords(part.text);
  // "The agreement was that Gorbachev" speaks of Gorbachev.
  const words = all.slice(all.slice(0, -1).findLastIndex(({ key }) => complementizer.test(key)) + 1);
  let from = words.findIndex(({ key }) => !opener.test(key) && key !== 'with');
  if (from < 0) return [];
  if (preposition.test(words[from]?.key ?? '')) {
    const name = words.findLastIndex(({ key, text }) => isCapitalised(text) && key !== 'i');
    if (name < 0) return [];
    from = name;
    while (from > 0 && isCapitalised(words[from - 1]?.text ?? '')) from -= 1;
  }
  const phrase = words.slice(from);
  const stop = phrase.findIndex((word, at) => at > 0 && endsHead(word, phrase[at - 1], phrase[at + 1]));
  const head = stop < 0 ? phrase : phrase.slice(0, stop);
  const [first, last] = [head[0], head.at(-1)];
  if (!first || !last) return [];
  if (filler.test(first.key) && !isCapitalised(first.text)) return [];
  const toVoice = (start: Word, end: Word, kind: Voice['kind']): Voice => ({
    start: part.start + start.start,
    end: part.start + end.end,
    headEnd: part.start + Math.min(end.end, last.end),
    kind,
  });
  if (isPronoun(first) && !isAcronym(first.text)) return [toVoice(first, first, 'pronoun')];
  // "Velden mayor Ilse Brandt": the name at the end speaks; "the Velden mayor": nobody is named.
  const nameAt = head.findLastIndex((word, at) => !isPartOfName(word, at)) + 1;
  const name = head[nameAt];
  const whole = toVoice(first, phrase.at(-1) ?? last, 'described');
  const voices = name ? [toVoice(name, last, 'named')] : [whole];
  // "Keller and Baker said": both did.
  const other = head[nameAt - 1]?.key === 'and' ? head.slice(0, nameAt - 1) : [];
  const otherStart = other[other.findLastIndex((word, at) => !isPartOfName(word, at)) + 1];
  const otherEnd = other.at(-1);
  if (name && otherStart && otherEnd) voices.unshift(toVoice(otherStart, otherEnd, 'named'));
  // "CEO of the Refugee Council Enver Solomon": a title, and the name behind what it is the title in.
  const tail = phrase.slice(phrase.findLastIndex((word, at) => !isPartOfName(word, at)) + 1);
  const [tailStart, tailEnd] = [tail.find(({ text }) => isCapitalised(text)), tail.at(-1)];
  const isBehindAnd = tailStart !== undefined && phrase[phrase.indexOf(tailStart) - 1]?.key === 'and';
  if (!name && isBehindAnd && tailEnd) voices.push(toVoice(tailStart, tailEnd, 'named'));
  // "The deputy of Ann Moss" is not Moss.
  const isOwner = tailStart === phrase[stop + 1] && tailStart === tail.at(-2) && isGivenName(tailStart?.key ?? '');
  const isTitled = !spokesPerson.test(last.key) && isTitle(last.key) && !isOwner;
  if (stop > 0 && tailStart && tailEnd && tailStart !== tailEnd && isTitled)
    voices.push(toVoice(tailStart, tailEnd, 'named'));
  const isOfBody = /^(?:of|for|from|at|in|by)$/.test(phrase[stop]?.key ?? 'of');
  if (isOfBody && (paper.test(last.key) || head.some(({ key }) => spokesPerson.test(key)))) {
    const represented = listNames(part.text).filter(({ start }) => start >= first.start && start !== name?.start);
    voices.push(
      ...represented.map(({ start, end }) => ({
        start: part.start + start,
        end: part.start + end,
        headEnd: part.start + end,
        kind: 'named' as const,
      })),
    );
  }
  return voices;
}

// "University of Texas" goes on behind "of"; "the head of the union" does not.
function endsHead(word: Word, before: Word | undefined, after: Word | undefined): boolean {
  if (relative.test(word.key) || auxiliary.test(word.key)) return true;
  if (!preposition.test(word.key)) return false;
  if (others.test(before?.key ?? '')) return true;
  return !(word.key === 'of' && isCapitalised(before?.text ?? '') && isCapitalised(after?.text ?? ''));
}

/** True for a word that can stand within a name; a determiner at the start of a phrase cannot. */
export function isPartOfName(word: Word, at: number): boolean {
  if (at === 0 && nounMaker.test(word.key) && !isAcronym(word.text)) return false;
  if (/['’]s$/.test(word.text) || word.key === 'i') return false;
  return (
    isCapitalised(word.text) || /^(?:al|el|bin|ibn|de|del|della|di|da|der|den|du|la|le|van|von|of)$/.test(word.key)
  );
}

/** True where a part begins with a preposition, so that no subject does. */
export function startsWithPreposition({ text }: Part): boolean {
  return preposition.test(listWords(text)[0]?.key ?? '');
}
