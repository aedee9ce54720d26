import type { Span } from '../article.ts';

/** A paragraph of a text, with its offsets there. */
export type Paragraph = Span & { text: string };

const maxQuestionLength = 900; // characters of a paragraph that is a question
const maxPromptLength = 600;

const addressed =
  /(?<!\p{L})(?:you|your|Sie|Ihr|Ihre[nmrs]?|Ihnen|du|dein|vous|votre|vos|tu|usted|ustedes|su)(?!\p{L})/iu;
const self = /(?<!\p{L})(?:I|[Ii]ch|mich|mir|[Jj]e|[Jj]['’]|[Yy]o)(?!\p{Ll})/u;
const firstPerson =
  /(?<!\p{L})(?:I|my|me|we|our|us|ich|wir|mir|mich|uns|mein\p{L}*|unser\p{L}*|je|j['’]|nous|notre|nos|mon|ma|mes|yo|nosotros|mi|nuestr[oa]s?)(?!\p{L})/iu;
const prompt =
  /(?<!\p{L})(?:(?:tell|talk|walk|take|give) (?:us|me)|(?:erzählen|erklären|beschreiben) Sie|(?:parlez|racontez|expliquez|dites)-nous|cuéntenos|háblenos)(?!\p{L})/iu;
// "I wanted to ask you about the bridge.", "We were wondering how you": asked of somebody, without a question's form.
const indirect =
  /^(?:[^.!?]{0,120}[,.;]\s)?(?:(?:and|so|but|well|first)[\s,]+)?(?:I|we)(?:['’](?:d|m|re)|\s(?:would|just|also|was|were|am|are))*\s(?:(?:want(?:ed)?|like|love) to (?:ask|know|hear|talk about)|wonder(?:ed|ing)?|curious)\s[^.!?]*\byour?\b/iu;
const maxRemarkLength = 300;
const remark =
  /^(?:(?:and|but|so|now|yet)[\s,]+)?(?:you|your)\b|\b(?:make|makes|made|give|gives|gave|let|tell|tells) you\b/iu;
const unmarked =
  /^(?:How|What|Why|When|Where|Who|Which|Do|Did|Are|Were|Can|Could|Would|Have)\s[^.!?]*\byour?\b[^.!?]*$/u;

/** True for a paragraph that asks somebody something: "Why now?", "Talk us through the difficulties." */
export function isQuestion(words: string): boolean {
  const bare = words.replace(/^[*_#\s]+/u, '');
  if (words.length > maxQuestionLength || /^["“„«»]/u.test(bare) || words.split(/\s+/).length < 3) return false;
  // "Talk us through the difficulties.", "How did you find it": asked without the mark.
  return (
    endsAsking(words) ||
    unmarked.test(bare) ||
    (words.length <= maxPromptLength && (indirect.test(bare) || (prompt.test(words) && !self.test(words))))
  );
}

/** True for a short paragraph that tells somebody about themselves, as interviewers do between questions: "You won again." */
export function isRemark(words: string): boolean {
  return words.length <= maxRemarkLength && remark.test(words) && !firstPerson.test(words) && endsSentence(words);
}

/** True where a paragraph's last sentence is a question. */
export function endsAsking(words: string): boolean {
  return /[?？؟]["”»’'*_)\s]*$/u.test(words);
}

/** True where a paragraph ends as sentences do, unlike a heading, and is no aside in brackets. */
export function endsSentence(words: string): boolean {
  return /[.!?…:;。！？؟]["”»’'*_)\]\s]*$/u.test(words) && !/^[([].*[)\]]$/su.test(words);
}

/** True where somebody is addressed: "you", "Ihre". */
export function addresses(words: string): boolean {
  return addressed.test(words);
}

/** True where one speaks of oneself; with `isOne`, of oneself alone: "I", not "we". */
export function speaksOfSelf(words: string, isOne: boolean): boolean {
  return (isOne ? self : firstPerson).test(words);
}
