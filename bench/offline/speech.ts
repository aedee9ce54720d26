import { readFileSync } from 'node:fs';
import type { Span } from '../../src/core/article.ts';
import { readText } from '../../src/offline/attributions.ts';
import {
  headWord,
  holdsQuotation,
  isSameName,
  listWords,
  overlap,
  pairUp,
  type Score,
  toScore,
  wordsIn,
} from './measures.ts';

/** One attribution marked by hand: `name` is whom the source stands for, where that is not the source itself. */
type Marked = { source: Span[]; content: Span[]; name: string | undefined };

/** A passage without its marks, and what the marks say. */
export type MarkedText = { text: string; attributions: Marked[] };

/** Reads speech/tuning.txt or speech/held-out.txt; the marks are explained in speech/README.md. */
export function readMarked(name: 'tuning' | 'held-out'): MarkedText[] {
  const file = readFileSync(new URL(`speech/${name}.txt`, import.meta.url), 'utf8');
  return file.split(/\n##\n/).map(readMarks);
}

/** Takes the marks out of a passage. Who speaks stays the one before where a further cue has no source of its own. */
export function readMarks(marked: string): MarkedText {
  let text = '';
  const open: { kind: string; id: number; name: string | undefined; start: number }[] = [];
  const pieces: { kind: string; id: number; name: string | undefined; start: number; end: number }[] = [];
  for (const [piece, kind, id, name] of marked.matchAll(/\{([scq])(\d)(?:=([^|{}]+))?\||\}|[^{}]+/g)) {
    if (kind) open.push({ kind, id: Number(id), name, start: text.length });
    else if (piece === '}') {
      const mark = open.pop();
      if (mark) pieces.push({ ...mark, end: text.length });
    } else text += piece;
  }
  const ids = [...new Set(pieces.map((piece) => piece.id))].sort((a, b) => a - b);
  const spansOf = (mark: string, id: number) => pieces.filter((piece) => piece.kind === mark && piece.id === id);
  let last: { spans: Span[]; name: string | undefined } = { spans: [], name: undefined };
  const attributions = ids.flatMap((id): Marked[] => {
    const own = spansOf('s', id);
    if (own.length > 0) last = { spans: own, name: own[0]?.name };
    const inner = [...spansOf('s', id), ...spansOf('c', id)];
    const content = spansOf('q', id).flatMap((span) => cutOut(span, inner));
    return content.length > 0 ? [{ source: last.spans, content, name: last.name }] : [];
  });
  return { text, attributions };
}

/** What is left of a span when the spans inside it are taken out. */
function cutOut({ start, end }: Span, inner: Span[]): Span[] {
  const holes = inner.filter((hole) => start <= hole.start && hole.end <= end).sort((a, b) => a.start - b.start);
  const edges = [start, ...holes.flatMap((hole) => [hole.start, hole.end]), end];
  return edges.flatMap((edge, i) => (i % 2 === 0 ? { start: edge, end: edges[i + 1] ?? end } : []));
}

/**
 * Attribution over marked passages: content overlaps by half or more (with the quotations that go on after the cue), and the source
 * has the same head word. `quotes`: the share of attributions with a quotation of four words or more that are found so.
 * `named`: of those found whose source stands for somebody named elsewhere, the share whose speaker is that one.
 */
export function scoreSpeech(passages: MarkedText[]): {
  attribution: Score;
  speakerRight: number;
  quotes: number;
  named: number;
} {
  let [wanted, offered, matched, right, quotes, quotesRight, named, namedRight] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const { text, attributions } of passages) {
    const words = listWords(text);
    const { statements, voices } = readText(text);
    const isQuote = ({ content }: Marked) => holdsQuotation(text, content);
    const pairs = pairUp(
      attributions.map(({ content }) => wordsIn(words, content)),
      statements.map(({ content, continued }) => wordsIn(words, [content, ...continued])),
    );
    wanted += attributions.length;
    offered += statements.length;
    matched += pairs.length;
    quotes += attributions.filter(isQuote).length;
    for (const [i, j] of pairs) {
      const gold = attributions[i];
      const source = statements[j]?.source;
      if (!gold || !source) continue;
      const [a, b] = [wordsIn(words, gold.source), wordsIn(words, [source])];
      const isRight = a.has(headWord(words, text, [source])) || overlap(a, b) >= 0.5;
      if (gold.name) named++;
      if (gold.name && isSameName(gold.name, voices[j]?.name ?? '')) namedRight++;
      if (!isRight) continue;
      right++;
      if (isQuote(gold)) quotesRight++;
    }
  }
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    attribution: toScore(right, offered, wanted),
    speakerRight: share(right, matched),
    quotes: share(quotesRight, quotes),
    named: share(namedRight, named),
  };
}
