import { readByline, splitNames } from '../byline.ts';
import { findDates } from '../dates.ts';
import { countWords, foldWords } from '../words.ts';
import type { PasteHead } from './head.ts';
import type { PasteLine } from './lines.ts';
import { isAfterthought, isRequest } from './remark.ts';
import { findContinuation, isLinksLabel, type PasteSegment } from './segment.ts';

/** An article's paragraphs, and what the lines below it say about it. */
export type PasteBody = {
  paragraphs: string[];
  /** Who the credits under the text say reported or wrote it. */
  writers: string[];
  publisher: string | null;
  publishedAt: string | null;
};

// What stands below one of these is links to other articles, unless long paragraphs follow.
const closes = new Set(['comments', 'standards', 'copyright']);

/** Keeps the lines that are the article's own paragraphs, subheadings and lists, in reading order. */
export function findBody(lines: PasteLine[], head: PasteHead, segment: PasteSegment | undefined): PasteBody {
  const title = foldWords(head.title ?? '');
  const below = lines.slice(head.bodyStart);
  const tail = segment ? segment.end - head.bodyStart : findTail(below);
  const end = dropRemark(below, findNextArticle(below, tail));
  const paragraphs: string[] = [];
  let amongLinks = false;
  for (const line of below.slice(0, end)) {
    if (line.prose) amongLinks = false;
    else if (isLinksLabel(line)) amongLinks = true;
    if (line.kind || amongLinks) continue;
    if (paragraphs.length === 0 && !line.prose && isLeftOver(line, below)) continue;
    if (paragraphs.length === 0 && line === lines[0] && isRequest(line.text)) continue;
    if (title && foldWords(line.text) === title) continue;
    paragraphs.push(line.text);
  }
  return { paragraphs, ...readFoot(below, end) };
}

/**
 * Finds where the article ends: after its last running text where page furniture follows, and before a box of teasers.
 * Without furniture the last line is the article's own, whatever it looks like.
 */
function findTail(lines: PasteLine[]): number {
  const total = lines.reduce((sum, line) => sum + (line.prose ? line.text.length : 0), 0);
  let read = 0;
  for (const [at, line] of lines.entries()) {
    if (line.prose) read += line.text.length;
    if (!line.kind || read < total * 0.6) continue;
    if (!closes.has(line.kind) && !isLinksLabel(line)) continue;
    if (findContinuation(lines, at) !== undefined) continue;
    const after = lines.slice(at + 1);
    if (!after.some((next) => next.prose && countWords(next.text) >= 30)) {
      lines = lines.slice(0, at);
      return lines.findLastIndex((next) => isOwnWords(next) || (!next.kind && countWords(next.text) >= 8)) + 1;
    }
  }
  const last = lines.findLastIndex(isOwnWords);
  const furnished = lines.slice(last + 1).some((line) => line.kind);
  return furnished && last >= 0 ? last + 1 : lines.length;
}

// Below this much running text a headline with its byline may still be the article's own.
const wordsOfArticle = 60;

/** Where another article begins within a paste, with a headline, a byline and a day of its own; `end` where none does. */
function findNextArticle(lines: PasteLine[], end: number): number {
  let words = 0;
  for (const [at, line] of lines.slice(0, end).entries()) {
    if (line.prose) words += countWords(line.text);
    if (words < wordsOfArticle || line.prose || line.kind || countWords(line.text) < 4) continue;
    const facts = lines.slice(at + 1, at + 4);
    const isSigned = facts.some(({ text, prose }) => !prose && (readByline(text)?.people.length ?? 0) > 0);
    if (isSigned && facts.some(({ text, prose }) => !prose && findDates(text).length > 0)) return at;
  }
  return end;
}

function dropRemark(lines: PasteLine[], end: number): number {
  const last = lines.slice(0, end).findLastIndex((line) => line.text !== '');
  return last > 0 && isAfterthought(lines[last]?.text ?? '') ? last : end;
}

// Running text, or a last word however short: "“We will see,” she said."
function isOwnWords(line: PasteLine): boolean {
  return line.prose || (!line.kind && /[.!?…。！？]["'”’»)]?$/u.test(line.text));
}

// Between the head and the first paragraph: menu words, a section's name. Only where the page shows other furniture.
function isLeftOver(line: PasteLine, lines: PasteLine[]): boolean {
  return countWords(line.text) <= 3 && lines.some((other) => other.kind !== undefined);
}

// A day far below the text is another article's.
const footLines = 5;

function readFoot(lines: PasteLine[], end: number): Pick<PasteBody, 'writers' | 'publisher' | 'publishedAt'> {
  const writers: string[] = [];
  let publisher: string | null = null;
  let publishedAt: string | null = null;
  for (const [at, { kind, text }] of lines.entries()) {
    if (kind === 'credit') writers.push(...readWriters(text));
    if (kind === 'copyright') publisher ??= readCopyright(text);
    if (kind === 'date' && at < end + footLines) publishedAt ??= findDates(text)[0]?.iso ?? null;
  }
  return { writers: [...new Set(writers)], publisher, publishedAt };
}

// "Reporting by A in X and B in Y; writing by C; editing by D": who wrote, else who reported; never who only helped or edited.
function readWriters(credit: string): string[] {
  const parts = credit.replace(/^[\s(*_]+|[\s)*_]+$/g, '').split(/;|\.\s/);
  for (const role of [
    /^\s*(?:writing|written) (?:and [a-z]+ )?by:? /i,
    /^\s*(?:reporting|reported) (?:and [a-z]+ )?by:? /i,
  ]) {
    const part = parts.find((one) => role.test(one));
    if (part)
      return part
        .replace(role, '')
        .split(/,|\band\b/)
        .flatMap((name) => splitNames(name.trim()).people);
  }
  return [];
}

// "© Riproduzione riservata" names nobody.
const rights =
  /(?:all|alle|tous|tutti|todos) (?:rights|rechte|droits|i diritti|los derechos|os direitos)|reserved|vorbehalten|réservés?|riservat[aie]|reservad[oa]s|voorbehouden|förbehåll/iu;

function readCopyright(line: string): string | null {
  const owner =
    /^(?:©|\(c\)|copyright)[\s©(c)]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by )?(\p{Lu}[\p{L}\p{M}&'’ -]{2,40}?)(?:[.,|]| all rights|\s*$)/iu.exec(
      line,
    )?.[1];
  return owner && !rights.test(owner) ? owner.trim() : null;
}
