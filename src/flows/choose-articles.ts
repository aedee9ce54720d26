import type { Article } from '../core/article.ts';

/** Which of a thread's articles a question is about, and the question without the words that say so. */
export type Choice<T> = { chosen: T[]; question: string; isNamed: boolean };

const ordinals: Record<string, number> = {
  first: 0,
  second: 1,
  third: 2,
  fourth: 3,
  fifth: 4,
  '1st': 0,
  '2nd': 1,
  '3rd': 2,
};
const noun = '(?:articles?|stor(?:y|ies)|links?|pieces?|posts?|texts?|files?|reports?|one)';
const byPlace = new RegExp(
  `\\s*,?\\s*\\b(?:in|of|from|about|according to|does|did)?\\s*(?:the|that)\\s+(first|second|third|fourth|fifth|1st|2nd|3rd|last|latest|newest|other)\\s+${noun}\\b`,
  'iu',
);
const byName = new RegExp(
  `\\s*,?\\s*\\b(?:in|of|from|according to|does|did)?\\s*(?:the|that)\\s+((?:[\\p{L}\\p{N}.'’&-]+\\s+){1,4})${noun}\\b`,
  'iu',
);

/**
 * Finds the article that a question names: by its place in the thread ("the second article", "the last one"), by its
 * publisher or host ("the Reuters one", "in the BBC story") or by words of its headline ("the bridge story").
 *
 * @param entries  in the order in which they were posted, oldest first
 * @returns all of them where the question names none, or names several
 */
export function chooseArticles<T>(question: string, entries: T[], articleOf: (entry: T) => Article): Choice<T> {
  const all = { chosen: entries, question, isNamed: false };
  if (entries.length < 2) return all;
  const place = byPlace.exec(question);
  const placed = place ? entryAt(place[1]?.toLowerCase() ?? '', entries) : undefined;
  if (place && placed !== undefined) return { chosen: [placed], question: without(question, place), isNamed: true };

  const name = byName.exec(question);
  const words = (name?.[1] ?? '').toLowerCase().trim().split(/\s+/);
  const named = name ? entries.filter((entry) => isCalled(words, articleOf(entry))) : [];
  if (name && named.length === 1) return { chosen: named, question: without(question, name), isNamed: true };
  return all;
}

function entryAt<T>(word: string, entries: T[]): T | undefined {
  if (word === 'other') return entries.length === 2 ? entries[0] : undefined;
  return Object.hasOwn(ordinals, word) ? entries[ordinals[word] ?? 0] : entries.at(-1);
}

const tooShort = 3;

function isCalled(words: string[], { title, publisher, url }: Article): boolean {
  const host = url === null ? '' : (URL.parse(url)?.hostname ?? '');
  const names = `${publisher ?? ''} ${host.replaceAll('.', ' ')} ${host}`.toLowerCase().split(/\s+/);
  const inTitle: string[] = (title ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.map((word) => word.replace(/['’]s?$/, '')).filter((word) => word !== 'whole');
  return (
    own.some((word) => names.includes(word)) || own.every((word) => word.length > tooShort && inTitle.includes(word))
  );
}

// What is left must still ask something.
function without(question: string, { 0: words, index }: RegExpExecArray): string {
  // "What does the second one say about the roof?" asks about the roof.
  const behind = question.slice(index + words.length).replace(/^\s*(?:say|says|tell us)\b/iu, '');
  const rest = `${question.slice(0, index)} ${behind}`.replace(/\s+/g, ' ').trim();
  return rest.split(' ').length >= 3 ? rest.replace(/ ([?,.])/g, '$1') : question;
}
