import { isDesk, isPersonName, readByline } from '../byline.ts';
import { readDateline } from '../dateline.ts';
import { countWords, foldWords } from '../words.ts';
import type { PasteLine } from './lines.ts';
import { isRequest } from './remark.ts';
import type { PasteSegment } from './segment.ts';
import { isPictureCredit, readSigner } from './signer.ts';

// A headline stands within so many lines above the first paragraph, or, where the text seems to begin too early, in its first lines.
const linesAbove = 60;
const linesInside = 3;
const standfirstMargin = 1.5;

/**
 * Finds the headline: the line that most looks like one by its length and place, by the day and byline below it, by standing
 * there twice, and above all by sharing its words with the article's text.
 *
 * @param segment  where the article's text stands, if that is known
 * @returns the line's index; undefined where no line can be a headline
 */
export function findTitle(lines: PasteLine[], segment: PasteSegment | undefined): number | undefined {
  const first = segment?.start ?? findTopEnd(lines.slice(0, linesAbove));
  const from = Math.max(0, first - linesAbove);
  const end = segment && segment.end - first >= 4 * linesInside ? first + linesInside : first;
  const folded = lines.slice(0, Math.max(end, first + 13)).map((line) => foldWords(line.text));
  const text = new Set(
    lines
      .slice(first, segment?.end)
      .filter((line) => line.prose)
      .flatMap((line) => foldWords(line.text).split(' ')),
  );
  const scores = new Map<number, number>();
  let best: { at: number; score: number } | undefined;
  for (let at = from; at < end; at++) {
    const line = lines[at];
    if (!line || !mayBeHeadline(line, isShortHeadline(line, at)) || isAskedAgain(line, at)) continue;
    if (at === 0 && isRequest(line.text)) continue;
    const score = scoreLine(line, at) + scorePlace(at);
    scores.set(at, score);
    if (!best || score > best.score) best = { at, score };
  }
  if (!best) return undefined;
  // A standfirst looks like a headline too; right above it stands the headline.
  const above = countWords(lines[best.at - 1]?.text ?? '') >= 4 ? scores.get(best.at - 1) : undefined;
  return above !== undefined && above > best.score - standfirstMargin ? best.at - 1 : best.at;

  // Two words in the first line or above a byline, if the text has one of them and they are nobody's name.
  function isShortHeadline({ text: words }: PasteLine, at: number): boolean {
    const known = folded[at]?.split(' ').some((word) => word.length >= 4 && text.has(word)) === true;
    const below = lines[at + 1];
    return known && (at === 0 || (below !== undefined && isFactLine(below))) && !isPersonName(words) && !isDesk(words);
  }

  // An interview's first question, where no byline or day below it makes it a headline.
  function isAskedAgain({ text: words }: PasteLine, at: number): boolean {
    if (!words.endsWith('?') || lines.slice(at + 1, at + 4).some(isFactLine)) return false;
    return lines.slice(at + 1).filter((line) => line.text.endsWith('?') && mayBeQuestion(line)).length >= 2;
  }

  // The weights were fitted on one half of some 640 saved pages, by site, and hold on the other half.
  function scoreLine({ text: words }: PasteLine, at: number): number {
    const count = countWords(words);
    const long = folded[at]?.split(' ').filter((word) => word.length >= 4) ?? [];
    const known = long.filter((word) => text.has(word) || text.has(word.replace(/s$/, ''))).length;
    const share = long.length > 0 ? known / long.length : 0;
    const shape = (count > 20 ? -0.5 : 0) + (count < 4 ? -1.5 : 0) + (/[>»|›·•]/u.test(words) ? -0.5 : 0);
    return Math.min(count, 8) * 0.17 + share * (1.3 + Math.min(long.length, 6) / 3) + shape;
  }

  function scorePlace(at: number): number {
    const above = Math.max(0, first - at);
    const facts = lines.slice(at + 1, at + 10).findIndex(isFactLine);
    const byFacts = facts < 0 ? 0 : facts < 3 ? 2.2 : 1.1;
    const twice = isRepeated(folded, at) ? 0.8 : 0;
    const remark = at === 0 && isRemark(lines[at]?.text ?? '') ? -8 : 0;
    return byFacts + twice + remark - above * 0.035 - (above > 8 ? 0.25 : 0) - (segment && at >= first ? 1.2 : 0);
  }
}

/** True for a line of the head that gives a day or a byline. */
export function isFactLine(line: PasteLine): boolean {
  if (line.kind === 'date') return true;
  return !line.prose && (readByline(line.text) !== undefined || readSigner(line.text) !== undefined);
}

// What an agency files a story under: "FERRY-SORN/GEARBOX (UPDATE 2)".
const slug = /^[\p{Lu}\d]+(?:[-/][\p{Lu}\d]+)+(?: \(.{3,20}\))?$/u;

function mayBeHeadline(line: PasteLine, isShort: boolean): boolean {
  if (line.kind || line.row || isFactLine(line) || readDateline(line.text)) return false;
  if (line.prose && !mayBeQuestion(line)) return false;
  if (isPictureCredit(line.text) || slug.test(line.text)) return false;
  const count = countWords(line.text);
  return count >= (isShort ? 2 : 3) && count <= 40 && line.text.length <= 250 && !/[:,;]$|^[-–—•*]\s/.test(line.text);
}

function mayBeQuestion(line: PasteLine): boolean {
  return /^[^.!?]+[?!]["'”’]?$/.test(line.text) && countWords(line.text) <= 25;
}

// Somebody's own remark above a paste begins small or points down; a headline does not.
function isRemark(text: string): boolean {
  return (
    /^\p{Ll}|[👇⬇]/u.test(text) || /^(?:fyi|this|check|look|read|interesting|thoughts|worth|via|from)\b/iu.test(text)
  );
}

// The headline once more below, or at the end of a breadcrumb above: a teaser further down may repeat another article's.
function isRepeated(folded: string[], at: number): boolean {
  const title = folded[at] ?? '';
  if (title.length <= 12) return false;
  return (
    folded.slice(at + 1, at + 13).includes(title) ||
    folded.slice(Math.max(0, at - 30), at).some((one) => one.includes(title))
  );
}

// A person's own words may stand above the copied headline, so the top reaches past one such line of running text.
function findTopEnd(top: PasteLine[]): number {
  const firstProse = top.findIndex((line) => line.prose && !mayBeQuestion(line));
  if (firstProse < 0) return top.length;
  const facts = top.findIndex((line, at) => at > firstProse && at < firstProse + 6 && isFactLine(line));
  const between = top.slice(firstProse + 1, Math.max(firstProse + 1, facts)).some((line) => line.prose);
  return facts > 0 && !between ? facts : firstProse;
}
