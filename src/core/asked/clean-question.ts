import { isEmptyWord } from './terms.ts';
import { isWrittenAsName, type WordStock } from './word-stock.ts';

const asksWhether =
  /^\W*(?:and |but |so |ok,? )*(?:(?:did|do|does|have|has) (?:they|he|she|it|we|you|anyone|anybody|the (?:article|story|piece|paper|report)) (?:say|mention|know|explain|tell us|give|specify)|(?:can|could) (?:you|u) (?:tell (?:me|us)|say)|(?:please )?tell (?:me|us)|(?:any (?:idea|word|info) (?:on )?)|(?:i|we) (?:want|need) to know|do (?:we|you) know|is it (?:known|clear|said)) (?=(?:who|what|when|where|why|how|which)\b)/iu;

/**
 * A question as it is read: "whos" is "who is", "did they say why …" asks why, and a name that was typed in small letters is
 * written as the article writes it.
 */
export function cleanQuestion(question: string, stock: WordStock): string {
  return question
    .replace(/\b(who|what|when|where|why|how)['’‘]?s\b/giu, '$1 is')
    .replace(/\b(did|is|was|are|were|do|does|has|have)n['’‘]?t\b/giu, '$1 not')
    .replace(asksWhether, '')
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => restoreCapital(word, stock));
}

const shortest = 3; // letters; "it" is no "IT"

function restoreCapital(word: string, stock: WordStock): string {
  const lower = word.toLowerCase();
  if (word !== lower || word.length < shortest || isEmptyWord(word)) return word;
  if (isWrittenAsName(lower, stock)) return stock.capitals.get(lower) ?? word;
  // "swedens" is "Sweden's".
  const bare = lower.replace(/s$/, '');
  if (bare === lower || bare.length < shortest || stock.small.has(lower) || !isWrittenAsName(bare, stock)) return word;
  return `${stock.capitals.get(bare) ?? bare}’s`;
}
