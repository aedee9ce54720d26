import type { Span } from './article.ts';

// Where Intl.Segmenter stops although the sentence goes on. Initials ("J. Smith") and dotted acronyms are matched by form.
const abbreviation =
  /(?:^|[\s(“"'‘])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Rev|Hon|St|Jr|Sr|vs|No|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|Ft|Ave|e\.g|i\.e|\p{Lu}|(?:\p{Lu}\.)+\p{Lu}|a\.m|p\.m)\.$/u;
const certainStart = /^["“'‘(]?(?:The|He|She|They|It|In|But|And|A|An|This|That|These|We|I|On|At|His|Her|Their)\b/;
const closers = /^["”’»)\]]+$/;

/**
 * Cuts a text into sentences, paragraph by paragraph (a line break always ends one).
 *
 * @returns UTF-16 offsets in reading order, without surrounding white space; sentence n of an article, counted from 1, is
 *   element n - 1
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    for (const sentence of splitLine(line[0])) {
      sentences.push({ start: line.index + sentence.start, end: line.index + sentence.end });
    }
  }
  return sentences;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function splitLine(line: string): Span[] {
  const spans: Span[] = [];
  for (const { segment, index } of [...segmenter.segment(line)].flatMap(cutGlued)) {
    const start = index + (segment.length - segment.trimStart().length);
    const end = index + segment.trimEnd().length;
    if (end <= start) continue;
    const piece = segment.trim();
    const previous = spans.at(-1);
    if (previous && (closers.test(piece) || goesOn(line.slice(previous.start, previous.end), piece)))
      previous.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

// "… were not as fortunate.The bureau’s …": a space was lost between two sentences; "Booking.Com" is one word.
const glued = /(?<=\p{Ll}{2}[.!?]+["”’]?)(?=(?!(?:Com|Org|Net)\b)\p{Lu}(?:\p{Ll}+|)[\s,’'])/u;

function cutGlued({ segment, index }: Intl.SegmentData): { segment: string; index: number }[] {
  let at = index;
  return segment.split(glued).map((piece) => {
    const place = at;
    at += piece.length;
    return { segment: piece, index: place };
  });
}

function goesOn(before: string, after: string): boolean {
  if (/^\p{Ll}/u.test(after)) return true;
  return abbreviation.test(before.slice(-12)) && !certainStart.test(after);
}
