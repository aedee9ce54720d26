import type { Article } from '../core/article.ts';
import { readAskedFact } from '../core/asked/about-page.ts';

/**
 * Which of a thread's articles a question is about, and the question without the words that say so. None are chosen where it
 * names one that the thread does not have: "the third article" of two.
 */
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
  `\\s*,?\\s*\\b(?:in|of|from|according to|does|did)?\\s*(?:the|that)\\s+((?:(?!(?:the|that)\\s)[\\p{L}\\p{N}.'’&-]+\\s+){1,4})${noun}\\b`,
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
  if (namesMissing(question, entries.length)) return { chosen: [], question, isNamed: true };
  if (entries.length < 2) return all;
  const each = readEach(question);
  if (each !== undefined) return { ...all, question: each };
  const place = byPlace.exec(question);
  const placed = place ? entryAt(place[1]?.toLowerCase() ?? '', entries) : undefined;
  if (place && placed !== undefined) return { chosen: [placed], question: without(question, place), isNamed: true };

  const name = byName.exec(question);
  const words = (name?.[1] ?? '').toLowerCase().trim().split(/\s+/);
  const named = name ? entries.filter((entry) => isCalled(words, articleOf(entry))) : [];
  if (name && named.length === 1) return { chosen: named, question: without(question, name), isNamed: true };
  return all;
}

const placeInThread = new RegExp(
  `\\b(?:the|that)\\s+(${Object.keys(ordinals).join('|')})\\s+(?:article|story|link|piece)\\b`,
  'iu',
);

// "The third one" may be the third of anything that the article counts.
function namesMissing(question: string, count: number): boolean {
  const word = placeInThread.exec(question)?.[1]?.toLowerCase();
  return word !== undefined && (ordinals[word] ?? 0) >= count;
}

const articles =
  '(?:(?:of )?(?:the |these |those |them )?(?:two |three )?(?:articles|stories|links|pieces)|of them|of these|of those)';
const eachAsked: [asks: RegExp, instead: string][] = [
  // "Which of them says that …?" asks each one whether it does.
  [
    new RegExp(
      `\\b(?:which|what) (?:one |article |story )?${articles} (?:say|mention|report|claim|state|write)s?(?: that)? `,
      'iu',
    ),
    'Is it true that ',
  ],
  [
    new RegExp(
      `\\bdo (?:both|all|they both|they all)(?: ${articles})? (?:say|mention|explain|tell us)(?: that)? `,
      'iu',
    ),
    'Does it say ',
  ],
  [new RegExp(`\\bdo (?:both|all)(?: ${articles})? (?=say|mention)`, 'iu'), 'does the article '],
  [new RegExp(`,?\\s*\\b(?:in|from|according to) (?:both|all|each)(?: ${articles})?(?=[\\s?.!]*$)`, 'iu'), ''],
  [/\b(?:does|do) (?:each|both|all) (?:of (?:them|these) )?(?=say)/iu, 'does the article '],
];

/** A question to every article of the thread ("both", "which of them says …") as it is put to one. */
function readEach(question: string): string | undefined {
  const asked = eachAsked.find(([asks]) => asks.test(question));
  return asked && question.replace(asked[0], asked[1]).replace(/\s+/g, ' ').trim();
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
  const [preposition = ''] = /^[\s,]*(?:of|in|from|about)?/iu.exec(words) ?? [];
  const ofArticle =
    `${question.slice(0, index)}${preposition} the article${question.slice(index + words.length)}`.replace(/\s+/g, ' ');
  // "When was the first article published?" asks the page, not its text.
  if (readAskedFact(ofArticle, true)) return ofArticle;
  // "What does the second one say about the roof?" asks about the roof.
  const behind = question.slice(index + words.length).replace(/^\s*(?:say|says|tell us)\b/iu, '');
  const rest = `${question.slice(0, index)} ${behind}`.replace(/\s+/g, ' ').trim();
  return rest.split(' ').length >= 3 ? rest.replace(/ ([?,.])/g, '$1') : question;
}
