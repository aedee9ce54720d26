import type { Span } from './article.ts';

/**
 * A text as its words alone, for comparing: case, typography, white space and composed or decomposed marks are folded
 * away, and every folded character knows the stretch of the text it came from.
 */
export type TextIndex = {
  text: string;
  /** UTF-16 codes: words in lower case with one space before each word and one at the end. */
  codes: Uint16Array;
  /** For the folded character at the same place: UTF-16 offsets into `text`, `ends` exclusive. */
  starts: Int32Array;
  ends: Int32Array;
};

const space = 32;
const minus = 45;
const maxExpansion = 18; // the longest NFKC expansion of one character (U+FDFA)

// What a character is, beyond standing for itself. Anything else (white space, punctuation) parts two words.
const dropped = /^(?:\p{Cf}|\p{Variation_Selector}|\u0640)+$/u;
const joinsBefore = /^[\p{M}\u1160-\u11ff\uff9e\uff9f]$/u; // marks, and the later parts of decomposed kana and Hangul
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const ownWord = /^[\p{Sc}\p{Sm}%‰]/u; // $ € + < %: a changed one is a changed statement
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const numberForm = /^\p{No}/u; // ², ½: "10²" is not "102"
const dash = /^[\p{Pd}\u2212]$/u;

type Folded = { kind: 'parts' | 'dropped' | 'word' | 'alone' | 'fresh'; text: string };

const parts: Folded = { kind: 'parts', text: '' };
const nothing: Folded = { kind: 'dropped', text: '' };
const clusters = new Map<string, Folded>();
const maxClusters = 10_000;

/** Folds one character with its marks. */
function foldCluster(cluster: string): Folded {
  const known = clusters.get(cluster);
  if (known) return known;
  const folded = foldNewCluster(cluster);
  if (clusters.size < maxClusters) clusters.set(cluster, folded);
  return folded;
}

function foldNewCluster(cluster: string): Folded {
  if (dropped.test(cluster)) return nothing;
  if (dash.test(cluster)) return parts;
  const text = cluster.normalize('NFKC').toLowerCase().replace('i\u0307', 'i').replace('ς', 'σ').normalize('NFKC');
  if (ownWord.test(text)) return { kind: 'alone', text };
  const kept = [...text].filter((character) => wordCharacter.test(character) || character === '\u2044').join('');
  if (!/[\p{L}\p{N}]/u.test(kept)) return parts;
  if (unspaced.test(kept)) return { kind: 'alone', text: kept };
  return { kind: numberForm.test(cluster) ? 'fresh' : 'word', text: kept };
}

// What a UTF-16 unit is, 0 until it is met, so that most of a text never takes the slow way through clusters.
const partsWords = 1;
const inWords = 2;
const ownWordUnit = 3;
const slow = 4;
const kindOfUnit = new Uint8Array(65_536);
const codeOfUnit = new Uint16Array(65_536);

function meetUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = isSurrogate(unit) || joinsBefore.test(character) ? nothing : foldCluster(character);
  codeOfUnit[unit] = folded.text.charCodeAt(0) || 0;
  let kind = slow;
  if (folded.kind === 'parts') kind = partsWords;
  else if (folded.kind === 'word' && folded.text.length === 1) kind = inWords;
  else if (folded.kind === 'alone' && folded.text.length === 1) kind = ownWordUnit;
  kindOfUnit[unit] = kind;
  return kind;
}

/**
 * Folds a text once, so that many quotes can be looked for in it.
 *
 * Words are letters and digits with their marks; a character of a script written without spaces is a word of its own, and
 * so is a currency or arithmetic sign. A point, comma, colon, slash or dash between two digits, and a minus before one,
 * belong to the number. Linear in the text.
 */
export function indexText(text: string): TextIndex {
  const folding = new Folding(text);
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const kind = kindOfUnit[unit] || meetUnit(unit);
    if (kind === partsWords) {
      folding.partWords(at);
      at += 1;
    } else if (kind === slow || isSlow(text.charCodeAt(at + 1))) {
      at = folding.addCluster(at);
    } else {
      folding.addUnit(codeOfUnit[unit] ?? unit, at, kind === ownWordUnit);
      at += 1;
    }
  }
  return folding.finish();
}

// NaN, behind the text's end, is not slow.
function isSlow(unit: number): boolean {
  return unit >= 128 && (kindOfUnit[unit] || meetUnit(unit)) === slow;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** The sign that the character at `at` stands for within or before a number, 0 where it is none. */
function signInNumber(text: string, at: number): number {
  if (!isDigit(text.charCodeAt(at + 1))) return 0;
  const character = text.charAt(at);
  const isDash = dash.test(character);
  if (at > 0 && isDigit(text.charCodeAt(at - 1))) {
    if (isDash) return minus;
    return '.,:/'.includes(character) ? character.charCodeAt(0) : 0;
  }
  const startsWord = at === 0 || /[\s(“"]/.test(text.charAt(at - 1));
  return isDash && character !== '—' && startsWord ? minus : 0;
}

/** Where the character at `at` ends, with the marks that belong to it. */
function clusterEnd(text: string, at: number): number {
  let end = at + characterLength(text, at);
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (unit < 128) break;
    const mark = text.slice(end, end + characterLength(text, end));
    if (!joinsBefore.test(mark)) break;
    end += mark.length;
  }
  return end;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

class Folding {
  readonly text: string;
  codes: Uint16Array;
  starts: Int32Array;
  ends: Int32Array;
  length = 0;
  inWord = false;

  constructor(text: string) {
    this.text = text;
    const room = text.length * 2 + maxExpansion + 2;
    this.codes = new Uint16Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
  }

  /** Ends the word, unless the character at `at` belongs to a number. */
  partWords(at: number): void {
    const sign = signInNumber(this.text, at);
    if (sign === 0 || !isDigit(this.text.charCodeAt(at - 1))) this.inWord = false;
    if (sign !== 0) this.put(sign, at, at + 1);
  }

  addUnit(code: number, at: number, alone: boolean): void {
    if (alone) this.inWord = false;
    this.put(code, at, at + 1);
    if (alone) this.inWord = false;
  }

  /** Adds the character at `at` with the marks after it; gives the offset behind them. */
  addCluster(at: number): number {
    const end = clusterEnd(this.text, at);
    const cluster = this.text.slice(at, end);
    const folded = foldCluster(cluster);
    if (folded === parts) this.partWords(at);
    else if (folded.kind !== 'dropped') {
      if (folded.kind !== 'word') this.inWord = false;
      for (let k = 0; k < folded.text.length; k += 1) this.put(folded.text.charCodeAt(k), at, end);
      if (folded.kind === 'alone') this.inWord = false;
    }
    return end;
  }

  private put(code: number, start: number, end: number): void {
    if (this.length + 3 > this.codes.length) this.grow();
    if (!this.inWord) {
      this.write(space, start, start);
      this.inWord = true;
    }
    this.write(code, start, end);
  }

  private write(code: number, start: number, end: number): void {
    this.codes[this.length] = code;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }

  private grow(): void {
    const room = this.codes.length * 2;
    const [codes, starts, ends] = [new Uint16Array(room), new Int32Array(room), new Int32Array(room)];
    codes.set(this.codes);
    starts.set(this.starts);
    ends.set(this.ends);
    this.codes = codes;
    this.starts = starts;
    this.ends = ends;
  }

  finish(): TextIndex {
    this.write(space, this.text.length, this.text.length);
    return {
      text: this.text,
      codes: this.codes.subarray(0, this.length),
      starts: this.starts.subarray(0, this.length),
      ends: this.ends.subarray(0, this.length),
    };
  }
}

/** A stretch of an index's folded characters, from the space before its first word to the space after its last. */
export type Run = { from: number; to: number };

/** Every place where the words of `wanted` stand in a row, in reading order (Knuth, Morris and Pratt: linear in both). */
export function findRuns(wanted: TextIndex, index: TextIndex): Run[] {
  const pattern = wanted.codes;
  if (pattern.length < 3) return [];
  const codes = index.codes;
  const fallback = new Int32Array(pattern.length);
  for (let at = 1, matched = 0; at < pattern.length; at += 1) {
    while (matched > 0 && pattern[at] !== pattern[matched]) matched = fallback[matched - 1] ?? 0;
    if (pattern[at] === pattern[matched]) matched += 1;
    fallback[at] = matched;
  }
  const runs: Run[] = [];
  for (let at = 0, matched = 0; at < codes.length; at += 1) {
    while (matched > 0 && codes[at] !== pattern[matched]) matched = fallback[matched - 1] ?? 0;
    if (codes[at] === pattern[matched]) matched += 1;
    if (matched === pattern.length) {
      runs.push({ from: at - matched + 1, to: at });
      matched = fallback[matched - 1] ?? 0;
    }
  }
  return runs;
}

/** Where a run stands in the text. */
export function toSpan(run: Run, index: TextIndex): Span {
  return { start: index.starts[run.from + 1] ?? 0, end: index.ends[run.to - 1] ?? 0 };
}

/** How many words stand in a run, or in the whole index. */
export function countWords(index: TextIndex, run: Run = { from: 0, to: index.codes.length - 1 }): number {
  let words = 0;
  for (let at = run.from; at < run.to; at += 1) if (index.codes[at] === space) words += 1;
  return words;
}
