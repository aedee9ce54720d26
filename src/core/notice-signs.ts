import { countWords } from './words.ts';

const quoted =
  /“[^“”\n]{1,600}”|„[^„“”\n]{1,600}[“”]|«[^«»\n]{1,600}»|»[^«»\n]{1,600}«|‘[^‘’\n]{1,300}’|"[^"\n]{1,600}"|「[^「」\n]{1,300}」/g;

/** A text without what stands in quotation marks: words about a notice are not the notice. */
export function dropQuoted(text: string): string {
  return text.replace(quoted, ' ');
}

const toReader =
  /(?<![\p{L}])(?:you|your|yours|we|our|vous|votre|vos|nous|nos|usted|nuestr[ao]s?|você|uw|wij|onze|jouw|tuo[i]?|tua|nostr[oiae]|våra|dina|vores|twoj[aeą]|nasz[ae]?)(?![\p{L}])|(?<=\s)(?:Sie|Ihre?[nmrs]?|Ihnen|[Ww]ir|[Uu]nsere?[nmrs]?)(?![\p{L}])/giu;

/** Tells whether a text speaks to its reader in every sentence, as notices do and articles about them do not. */
export function speaksToReader(text: string): boolean {
  return (text.match(toReader)?.length ?? 0) * 20 >= countWords(text);
}

/**
 * Tells whether at least half of a text matches, by its paragraphs or by their words: a list's items are short.
 * Another `share` of the words is asked for alone.
 */
export function mostlyMatches(text: string, pattern: RegExp, share?: number): boolean {
  const paragraphs = text.split('\n\n').filter(Boolean);
  const matching = paragraphs.filter((paragraph) => pattern.test(paragraph));
  if (matching.length === 0) return false;
  if (share === undefined && matching.length * 2 >= paragraphs.length) return true;
  return countWords(matching.join('\n')) >= countWords(text) * (share ?? 0.5);
}
