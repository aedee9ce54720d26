import { isGivenName } from '../../core/grammar/given-names.ts';
import type { TaggedText, Token } from '../tokens.ts';
import { countryOfDemonym, isKnownPlace } from './places.ts';
import type { NameRun } from './runs.ts';
import { governmentWords, honorifics, organisationWords, placeWords, portfolios, titleParts, titles } from './words.ts';

const endsBody =
  /^(?:council|board|committee|commission|agency|association|society|institute|foundation|ministry|department|federation|union|university|authority|bureau|charity|party|trust)$/;

/**
 * Cuts a run of capitals into the names it holds: "NASA Administrator Charles Bolden" names a body and a person; "University of
 * Texas Arlington Amneh Jafari" too.
 */
export function splitRun(text: TaggedText, from: number, to: number): NameRun[] {
  const { tokens } = text;
  const title = findTitle(tokens, from, to);
  if (title && title.from > from)
    return [...splitRun(text, from, title.from), ...trimRun(text, title.from, title.first, to)];
  if (title) return trimRun(text, from, title.first, to);
  for (let k = from + 1; k < to - 1; k++) {
    const token = tokens[k] as Token;
    const isStart =
      (isGivenName(token.text) || isBehindBody(tokens, from, k, to)) &&
      !isGivenName(tokens[k - 1]?.text ?? '') &&
      !/^[-.’'&]$/.test(tokens[k - 1]?.text ?? '');
    const final = tokens[to - 1]?.lower ?? '';
    const isPerson =
      isStart && isCapitalised(tokens[k + 1]) && to - k <= 4 && !organisationWords.has(final) && !placeWords.has(final);
    const before = tokens.slice(from, k);
    const leadsIn =
      before.some(
        ({ lower, text: word }) =>
          organisationWords.has(lower) ||
          governmentWords.has(lower) ||
          isKnownPlace(word) ||
          countryOfDemonym(word) !== undefined ||
          /^\p{Lu}{2,}$/u.test(word),
      ) || before.some(({ lower }) => lower === 'of' || lower === 'for');
    if (isPerson && leadsIn) return [...splitRun(text, from, k), ...trimRun(text, k, k, to)];
  }
  return trimRun(text, from, from, to);
}

/** "Refugee Council Enver Solomon": two unknown words behind a word that ends a body's name. */
function isBehindBody(tokens: Token[], from: number, k: number, to: number): boolean {
  const [first, second] = [tokens[k], tokens[k + 1]];
  const isPlain = ({ lower, text, pos }: Token) =>
    pos !== 'PROPN' || isKnownPlace(text) || organisationWords.has(lower) || placeWords.has(lower);
  const isName =
    first &&
    second &&
    !isPlain(first) &&
    !isPlain(second) &&
    (first.isRare || second.isRare) &&
    /\p{Ll}/u.test(second.text);
  return isName === true && to - k === 2 && k - from >= 2 && endsBody.test(tokens[k - 1]?.lower ?? '');
}

/** "Minister of Education Stefania Giannini": what the office is for belongs to the title. */
function skipPortfolio(tokens: Token[], from: number, to: number): number {
  if (!/^(?:of|for)$/.test(tokens[from]?.lower ?? '')) return from;
  let next = from + 1;
  while (next < to && /^(?:\p{L}+)$/u.test(tokens[next]?.text ?? '') && portfolios.has(tokens[next]?.lower ?? ''))
    next++;
  const name = tokens.slice(next, to);
  const isName = name.length >= 2 && name.every((token) => !organisationWords.has(token.lower) && token.lower !== 'of');
  return next > from + 1 && isName && isCapitalised(name[0]) ? next : from;
}

/** The last title in a run that a name follows. */
function findTitle(tokens: Token[], from: number, to: number): { from: number; first: number } | undefined {
  let found: { from: number; first: number } | undefined;
  for (let i = from; i < to - 1; i++) {
    const word = (tokens[i]?.lower ?? '').replace(/\.$/, '');
    // "CNN Editor-in-Chief Mark Thompson", "Chief Executive Ana Reuss"
    const isOffice = /^(?:chief|executive)$/.test(word) && isGivenName(tokens[i + 1]?.text ?? '') && to - i === 3;
    if (!titles.has(word) && !isOffice) continue;
    const next = skipPortfolio(tokens, tokens[i + 1]?.text === '.' ? i + 2 : i + 1, to);
    if (
      next >= to ||
      /^(?:of|for|-|’|'|'s)$/.test(tokens[next]?.lower ?? '') ||
      /^(?:of|for)$/.test(tokens[i - 1]?.lower ?? '')
    )
      continue;
    // "Attorney General's Office": the office's name, not somebody's title.
    let owner = next;
    while (owner < to && titles.has(tokens[owner]?.lower ?? '')) owner++;
    if (owner < to && tokens[owner]?.lower === "'s") continue;
    // "Judge Helen Park": behind a title and a first name, a word for a place is a surname.
    const isFullName = to - next === 2 && isGivenName(tokens[next]?.text ?? '');
    const final = tokens[to - 1]?.lower ?? '';
    if (!isFullName && (organisationWords.has(final) || placeWords.has(final))) continue;
    let start = i;
    while (
      start > from &&
      !honorifics.has(word) &&
      (titleParts.has(tokens[start - 1]?.lower ?? '') || titles.has(tokens[start - 1]?.lower ?? ''))
    )
      start--;
    if (found && start > found.first) break;
    found = { from: found?.from ?? start, first: next };
  }
  return found;
}

function trimRun({ tokens }: TaggedText, start: number, afterTitle: number, to: number): NameRun[] {
  const hasArticle = /^(?:the|a|an)$/.test(tokens[start]?.lower ?? '') && to - start > 1;
  const from = hasArticle ? start + 1 : start;
  let first = Math.max(from, afterTitle);
  // "African-American Ann Nixon": the half of a compound is no part of the name.
  if (/^[-–]$/.test(tokens[first]?.text ?? '')) first++;
  if (
    first > from &&
    first < to - 1 &&
    countryOfDemonym(tokens[first]?.text ?? '') &&
    tokens[first - 1]?.end === tokens[first]?.start
  )
    first++;
  let last = to;
  while (
    last > first &&
    !/[\p{L}\p{N}]/u.test(tokens[last - 1]?.text ?? '') &&
    !/\.$/.test(tokens[last - 1]?.text ?? '')
  )
    last--;
  // "a NASA T-shirt": half a word.
  const [tail, hyphen, rest] = [tokens[last - 1], tokens[last], tokens[last + 1]];
  const isHalf = hyphen?.text === '-' && hyphen.start === tail?.end && rest?.start === hyphen.end;
  if (last - first > 1 && isHalf && /^\p{Lu}$/u.test(tail.text) && !isCapitalised(rest)) last--;
  // "Mid Vermont Christian Head of School": an office that is held there is no part of the name.
  if (last - first > 1 && /^(?:head|chief|director|chair|president)$/.test(tokens[last - 1]?.lower ?? '')) {
    if (tokens[last]?.lower === 'of' || tokens[last]?.lower === 'for') last--;
  }
  while (last > first && /^(?:'s|’s|of|for|and|&|the)$/.test(tokens[last - 1]?.lower ?? '')) last--;
  return last > first ? [{ from, first, last }] : [];
}

/** A word with a capital, and not "I". */
export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text) && !/^i(?:$|'|’)/.test(token.lower);
}
