import type { Article, ArticleMark, Span } from './article.ts';
import type { AnswerStatement, Brief, Contest, Source } from './brief.ts';
import { describeBudget } from './budgets.ts';
import type { Drafter, FallbackReason } from './draft.ts';
import { english } from './frames/english.ts';
import type { Frame } from './frames/frame.ts';
import { frameOf } from './frames/frame-of.ts';
import { findQuotations } from './quotation-marks.ts';
import { findQuote } from './quotes.ts';
import { findTurns, turnAt } from './turns.ts';

// How a brief says things, the same in Slack and in the terminal. Plain text: whoever shows it escapes it.

/** What a mark is called. */
export const markWords: Record<ArticleMark, string> = {
  opinion: 'opinion piece',
  'live-blog': 'live blog, as it stood when read',
  'press-release': 'press release',
  partial: 'only the free part of a paid article',
  'first-pages': 'only the first pages of a long document',
};

const fallbackWords: Record<FallbackReason, string> = {
  'model-down': 'the model did not answer',
  'model-slow': 'the model took too long',
  'rate-limited': 'the model is over its rate limit',
  'model-refused': 'the model declined',
  'bad-answer': 'the model’s answer could not be used',
  'nothing-held': 'nothing in the model’s draft could be found in the article',
  'bad-key': 'the model’s key was not accepted',
  'no-credit': 'the model’s account has no credit left',
  'not-served': 'the model is not offered where this bot runs',
  'unknown-model': 'the model’s server does not know this model or address',
  'request-refused': 'the model’s server did not take the request',
  'over-context': 'the article is too long for the model',
  'over-cap': 'the model would have cost more than one brief may',
  budget: 'the model budget is spent',
};

/** The second line of a brief, part by part: publisher, date, length, authors, then what a reader must not miss. */
export function describeArticle(article: Article, now: number): string[] {
  const words = `${article.wordCount.toLocaleString('en')} ${article.wordCount === 1 ? 'word' : 'words'}`;
  const by = article.authors.length > 0 ? `by ${article.authors.slice(0, 3).join(', ')}` : null;
  const date = article.publishedAt === null ? null : describeDate(article.publishedAt, now);
  return [article.publisher, date, words, by, ...article.marks.map((mark) => markWords[mark])].filter(
    (part) => part !== null,
  );
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayMs = 24 * 3_600_000;

/**
 * "13 Oct 2015 (11 years ago)": the day as the page dates it, in the page's own time zone. The age is said from half a year
 * on, when old news can pass for new.
 */
function describeDate(iso: string, now: number): string {
  const [, year, month, day] = readDay(iso);
  if (!year || !months[Number(month) - 1]) return iso;
  const date = showDay(iso);
  const age = describeAge(now - Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return age ? `${date} (${age})` : date;
}

/** "13 Oct 2015": the day as the page dates it. */
export function showDay(iso: string): string {
  const [, year, month, day] = readDay(iso);
  const monthName = months[Number(month) - 1];
  return year && monthName ? `${day ? `${Number(day)} ` : ''}${monthName} ${year}` : iso;
}

function readDay(iso: string): (string | undefined)[] {
  return /^(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)/.exec(iso) ?? [];
}

function describeAge(ms: number): string | undefined {
  if (ms < -2 * dayMs) return 'a date in the future';
  const months = Math.floor(ms / (30.44 * dayMs));
  if (months < 6) return undefined;
  if (months < 24) return `${months} months ago`;
  return `${Math.floor(months / 12)} years ago`;
}

/** Who a claim comes from, in words: "Hakim al Zamili, head of …, to Reuters"; "an Iraqi official (asked not to be named)". */
export function describeSource(source: Source, article: Article, frame: Frame = english): string {
  if (source.kind === 'article' || source.name === null)
    return toCapital(frame.ownWords(article.publisher ?? frame.theArticle), article);
  const title = source.title && !source.name.includes(source.title) ? `, ${source.title}` : '';
  const anonymous = source.kind === 'anonymous' && !/not to be (?:named|identified)|anonym/i.test(source.name);
  const unnamed = source.kind === 'unnamed-person' || source.kind === 'unnamed-group';
  const note = anonymous ? ` (${frame.anonymous})` : unnamed ? ` (${frame.unnamed})` : '';
  return `${source.name}${title}${note}${source.via ? `, ${describeOccasion(source.via)}` : ''}`;
}

// "to Reuters", but "at a news conference", "in a statement" and "according to Moss".
function describeOccasion(via: string): string {
  const [said, told] = via.split(/, (?=according to |in another’s account$)/);
  if (said && told) return `${describeOccasion(said)}, ${told}`;
  if (/^(?:to|at|in|on|via|through|during|by|from|according to)\s/i.test(via)) return via;
  if (/\b(?:conference|briefing|hearing|rally|meeting|summit|event|trial|court)s?$/i.test(via)) return `at ${via}`;
  if (/\b(?:statement|report|letter|e-?mail|post|tweet|interview|message|speech|filing|memo)s?$/i.test(via))
    return `in ${via}`;
  if (/^(?:twitter|x|facebook|telegram|instagram|truth social|(?:social media|state )?television|radio)$/i.test(via))
    return `on ${via}`;
  return `to ${via}`;
}

/** A marked translation of the words above it; null where there is none. Never in quotation marks: nobody said it. */
export function describeTranslation({ translation }: { translation?: string }, frame: Frame = english): string | null {
  return translation === undefined ? null : `${frame.translation} ${translation}`;
}

/** Who disputes a claim, before the words that say so: "Contested by Washington", "Contested in 4 by Washington". */
export function describeContest({ source, claim }: Contest, frame: Frame = english): string {
  return frame.contested(source, claim);
}

/** Which of a thread's articles an answer is from: “Bridge to close”, Reuters. */
export function describeOrigin({ title, publisher }: Article): string {
  const named = title ? `“${title.length > 90 ? `${title.slice(0, 89)}…` : title}”` : 'an untitled article';
  return publisher ? `${named}, ${publisher}` : named;
}

/**
 * Whose words a shown passage is: the publisher writes what stands in no quotation marks, and quotes what is half in them or more,
 * so that nobody's words are introduced as the publisher's own.
 */
export function describeNarrator(passage: Span, article: Article, frame: Frame = english): string {
  if (shareQuoted(passage, article.text) >= mostlyQuoted)
    return toCapital(frame.quotedBy(article.publisher ?? frame.theArticle), article, true);
  return toCapital(article.publisher ? frame.writes(article.publisher) : frame.theArticle, article);
}

// A publisher writes itself as it likes.
function toCapital(words: string, { publisher }: Article, startsInOurs = false): string {
  return publisher && !startsInOurs ? words : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/**
 * Evidence in words. `words` is null where the statement is most of the quote or the passage, word for word: below it they
 * would only say the same twice. `note` says whose words are seen.
 */
export function describeEvidence(
  { text, quote, passage, source }: AnswerStatement & { source?: Source },
  article: Article,
  frame: Frame = english,
): { note: string | null; words: string | null } {
  if (quote)
    return repeats(text, quote.text)
      ? { note: frame.quotedWordForWord, words: null }
      : { note: null, words: quote.text };
  const spoken = describeTurn(passage, article, frame);
  if (!repeats(text, passage.text))
    return { note: `${spoken ?? describeNarrator(passage, article, frame)}:`, words: passage.text };
  // The line above it has said so of the article's own claims.
  return { note: source?.kind === 'article' ? null : (spoken ?? describeWords(passage, article, frame)), words: null };
}

/** Whose words a passage is where it stands in a turn of an interview or a transcript, which has no quotation marks. */
function describeTurn(passage: Span, { text, title }: Article, frame: Frame): string | null {
  const turn = turnAt(passage, findTurns(text, title));
  if (!turn) return null;
  return turn.speaker ? frame.speaksWordForWord(turn.speaker.name) : frame.askedInInterview;
}

const mostlyQuoted = 0.5;
const hardlyQuoted = 0.05; // a term in quotation marks

/** Whose words a passage is made of, where the statement above it is the passage itself. */
function describeWords(passage: Span, { text, publisher }: Article, frame: Frame): string {
  const share = shareQuoted(passage, text);
  const who = publisher ?? frame.theArticle;
  if (share >= mostlyQuoted) return frame.quotedBy(who);
  return share >= hardlyQuoted ? frame.wordForWordFrom(who) : frame.inOwnWordsOf(who);
}

/** How much of a passage stands in quotation marks, from 0 to 1. */
function shareQuoted({ start, end }: Span, text: string): number {
  const quoted = findQuotations(text)
    .map((quotation) => Math.min(quotation.end, end) - Math.max(quotation.start, start))
    .reduce((sum, length) => sum + Math.max(0, length), 0);
  return quoted / Math.max(1, end - start);
}

/** True for a passage that begins with a quotation mark of its own: another in front of it would only double it. */
export function opensQuoted(passage: string): boolean {
  return /^["“”„«»「『]/u.test(passage) || findQuotations(passage)[0]?.start === 1;
}

// Half of it or more, word for word; a short answer still wants the sentence it comes from.
function repeats(text: string, evidence: string): boolean {
  return text.length >= evidence.length / 2 && findQuote(text, evidence) !== undefined;
}

/** The last line of a brief, part by part: what the check counted and who drafted. */
export function describeChecks(brief: Brief): string[] {
  const { checks } = brief;
  const frame = frameOf(brief.drafter);
  const quotes = checks.quotesOffered > 0 ? frame.quotesFound(checks.quotesFound, checks.quotesOffered) : null;
  const leftOut = checks.drops.filter(
    ({ part, why }) => (part === 'claim' || part === 'summary') && why !== 'duplicate' && why !== 'empty',
  ).length;
  return [
    quotes,
    checks.unnamedSources > 0 ? frame.unnamedSources(checks.unnamedSources) : null,
    leftOut > 0 ? frame.leftOut(leftOut) : null,
    describeDrafter(brief.drafter),
  ].filter((part) => part !== null);
}

/** "drafted by gpt-4.1", or that no model had a part in it and why; and how much of a long article was read. */
export function describeDrafter(drafter: Drafter): string {
  const { read } = drafter;
  const part =
    read && read.sentences < read.of
      ? `; read the first ${read.sentences} of ${read.of} sentences${read.why ? ', as much as one brief may cost' : ''}`
      : '';
  const filledUp = drafter.hints ? ', filled up by the offline reader' : '';
  const untranslated = drafter.isUntranslated ? '; not translated, which takes a model' : '';
  const other = describeOtherLanguage(drafter);
  const near = drafter.budget && drafter.fellBack !== 'budget' ? `; ${describeStrain(drafter.budget)}` : '';
  const speech = drafter.speechRead ? `; ${speechWords[drafter.speechRead]}` : '';
  const frame = frameOf(drafter);
  const model = drafter.model ?? 'a model';
  const drafted = drafter.isReused ? frame.draftedEarlierBy(model) : frame.draftedBy(model);
  if (drafter.kind === 'model') return `${drafted}${filledUp}${part}${other}${near}`;
  const why = drafter.fellBack ? `: ${describeFallback(drafter.fellBack, drafter)}` : '';
  return `read offline, without a model${why}${speech}${part}${untranslated}${near}`;
}

function describeStrain(budget: NonNullable<Drafter['budget']>): string {
  const name = describeBudget(budget);
  return budget.isSpent ? `${name} is spent with this` : `80 % of ${name} is spent`;
}

function describeOtherLanguage(drafter: Drafter): string {
  const { language, otherLanguage } = drafter;
  if (!language || !otherLanguage) return '';
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(language) ?? language;
  return otherLanguage === 'most' ? `; not in ${name}, as was asked` : `; ${frameOf(drafter).notAllIn(name)}`;
}

function describeFallback(why: FallbackReason, { budget }: Drafter): string {
  return why === 'budget' && budget ? `${describeBudget(budget)} is spent` : fallbackWords[why];
}

const speechWords = {
  plain: 'in this language it reads quotations and plain reported speech, not all of who said what',
  quotations: 'in this language it reads direct quotations, and little else of who said what',
  none: 'in this language it cannot tell who said what, which takes a model',
} as const;
