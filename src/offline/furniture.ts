import type { Sentence, TaggedText } from './tokens.ts';

const credit =
  /^(?:(?:additional\s+)?(?:reporting|writing|editing|photography|photos?|images?|video|graphics?|compiled|translated|report)\s+by\b|(?:by|photo|image|picture|credit|video|audio|file photo|caption|source|sources|read more|related|see also)\s*:|(?:file )?photo(?:graph)?\s+of\b)/i;
const creditTail =
  /(?:\b(?:Image|Photo|Picture|Credit|Video|Audio)\s*:\s*\S.{0,80}|\b[A-Z]{2,}\/[A-Z][\p{L} .-]{1,40}|\bfile photo\.?)$/u;
const retracted =
  /\b(?:an?|the|some) (?:earlier|previous|original|initial|first) versions? of (?:this|the|our) (?:article|story|report|post|headline|page|piece)\b|\bthis (?:article|story|report|post|headline|page|piece) (?:(?:had|has) )?(?:originally|initially|previously|earlier|incorrectly|wrongly|mistakenly|misstated|misidentified|misspelled)\b/i;
const byline = /^By\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}.'’-]+){0,6}$/u;

/** True for "An earlier version of this article said …": what it then tells is no longer said. */
function isRetracted(sentence: string): boolean {
  return retracted.test(sentence);
}

const superseded =
  /^["“]?(?:an?|the|its|their|his|her|some) (?:earlier|previous|initial|original|preliminary) (?:[\p{L}’'-]+ ){0,3}(?:statements?|reports?|counts?|tolls?|estimates?|figures?|versions?|announcements?|accounts?)\b/iu;

/** True for a sentence about what was said before ("An earlier police statement said 12"): the story has gone on since. */
export function isSuperseded(sentence: string): boolean {
  return superseded.test(sentence);
}

const invitation =
  /\b(?:read on|scroll down|click (?:here|below|on)|tap here|sign up|subscribe (?:now|to|today)|keep reading|learn more|find out more|stay tuned|join us|follow us|don['’]t miss|see below|special offer|(?:contributed|contributing) to this (?:report|article|story|guide|piece)|as and when they)\b|^here(?:['’]s| is| are) (?:what|how|why|where|everything|all|some|a look|our|the)\b|(?<!\p{L})(?:à suivre ici|hier klicken|lesen sie auch|lire aussi|haga clic)(?!\p{L})/iu;

/** True for a sentence about the page itself: "Read on for ten more picks.", "Here's what they had to say.", "X contributed to this report." */
export function isInvitation(sentence: string): boolean {
  return invitation.test(sentence);
}

const changeNote =
  /^[([*_]*(?:(?:corrections?|clarifications?|editor['’]?s['’]? note|korrektur|berichtigung|rectificatif|correction|corrección|rectificación)\b.{0,24}[:—–]|th(?:is|e) (?:story|article|report|piece|post|headline) (?:(?:has|had) been|was|is) (?:\p{L}+ )?(?:correct|updat|amend|edit|clarif|chang)ed\b)/iu;

/**
 * True for a note on what the article had wrong or has changed: part of the record, but not of the story. Only its plainest forms:
 * what reads a page keeps whatever may be a correction, here "The report wrongly said" may be the story.
 */
export function isChangeNote(sentence: string): boolean {
  return changeNote.test(sentence);
}

const label =
  /^(?:(?:latest )?updated?|corrections?|clarification|breaking(?: news)?|exclusive|watch|live|analysis|opinion|explainer|editor['’]?s['’]? note|note|just in)\s*[:—–-]\s/iu;

/** The label that a desk puts before a sentence: "UPDATE: ", "" where there is none. It is nobody's name. */
export function deskLabel(sentence: string): string {
  return label.exec(sentence)?.[0] ?? '';
}

/** True for a byline, a photo credit, a caption that ends in one, or the desk's "Additional reporting by". */
function isCreditLine(sentence: string): boolean {
  return credit.test(sentence) || byline.test(sentence) || (sentence.length < 400 && creditTail.test(sentence));
}

const maxCaptionLength = 500;

/** Marks bylines, credits and the captions they stand under: a short paragraph with a photo credit is all caption. */
export function markFurniture(text: string, sentences: Sentence[]): void {
  for (let i = 0; i < sentences.length; ) {
    let end = i;
    while (end < sentences.length && sentences[end]?.paragraph === sentences[i]?.paragraph) end++;
    const paragraph = sentences.slice(i, end);
    const length = (paragraph.at(-1)?.end ?? 0) - (paragraph[0]?.start ?? 0);
    const credits = paragraph.filter(({ start, end: stop }) => isCreditLine(text.slice(start, stop)));
    for (const sentence of credits.length > 0 && length <= maxCaptionLength ? paragraph : credits)
      sentence.isFurniture = true;
    for (const sentence of paragraph)
      if (isRetracted(text.slice(sentence.start, sentence.end))) sentence.isFurniture = true;
    i = end;
  }
}

const dateline =
  /^\(\p{Lu}[\p{L}\s.-]{1,29}\)\s*[-–—]\s|^[\p{Lu}][\p{Lu}\s,.'’/-]{2,60}(?:\([\p{L}\s.-]{2,30}\)\s*)?[-–—:]\s|^\p{Lu}[\p{L}\s,.]{2,40}\s\([\p{L}\s.-]{2,30}\)\s*[-–—]\s|^\p{Lu}[\p{L}.'’ -]{2,30}, \p{Lu}[\p{L}.]{1,6}\s[-–—]\s|^\p{Lu}[\p{Lu}.'’ -]{2,30}(?:, \p{Lu}[\p{L}.'’ ]{1,30}){1,2}\s*(?:\([^)]{2,30}\)\s*)?[-–—]\s/u;

// Only where an article begins: "Gundremmingen - Die Türme", "Evansville, Indiana - This week".
const openingPlace =
  /^\p{Lu}[\p{L}.'’-]+(?:[ ,/]+\p{Lu}[\p{L}.'’-]+){0,5}(?: \([\p{L} .-]{2,30}\))?\s[-–—]\s(?=\p{Lu})/u;
// In English a colon may follow a subject ("Boeing: The crash").
const openingPlaceAndColon =
  /^\p{Lu}\p{Ll}+(?:[ /-]\p{Lu}\p{Ll}+)?(?: \([\p{L} .-]{2,30}\))?(?: \([\p{L} .-]{2,30}\))?:\s(?=\p{Lu}\p{L}+\s)/u;
const openingParagraphs = 3;

/** The sentence's first token after a dateline such as "BAGHDAD (Reuters) - ". */
export function skipDateline({ text, tokens, isEnglish }: TaggedText, sentence: Sentence): number {
  const lead = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 120));
  const isOpening = sentence.paragraph < openingParagraphs;
  const match =
    deskLabel(lead) ||
    (dateline.exec(lead)?.[0] ?? '') ||
    (isOpening ? (openingPlace.exec(lead)?.[0] ?? '') : '') ||
    (isOpening && !isEnglish ? (openingPlaceAndColon.exec(lead)?.[0] ?? '') : '');
  if (!match) return sentence.first;
  const end = sentence.start + match.length;
  let first = sentence.first;
  while (first < sentence.last && (tokens[first]?.start ?? end) < end) first++;
  return first;
}

/** True for a sentence of words; false for code, markup, tables and lists of figures. */
export function isProse(sentence: string): boolean {
  let others = 0;
  for (const [run] of sentence.matchAll(/[^\p{L}\p{M}\s]+/gu)) others += run.length;
  const signs = (sentence.match(/[{}<>=|\\;_~^#*[\]]/g) ?? []).length;
  return others <= sentence.length * 0.25 && signs <= 2 + sentence.length / 100;
}
