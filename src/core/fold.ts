import type { Span } from './article.ts';

/**
 * A text as its words alone, for comparing: case, typography, white space and composed or decomposed marks are folded
 * away, and every folded character knows the stretch of the text it came from.
 */
export type TextIndex = {
  text: string;
  /** UTF-16 codes: words in lower case with one space before each word and one at the end. */
  codes: Uint16Array;
  /** Where in `text` the folded character at the same place comes from: a UTF-16 offset. */
  starts: Int32Array;
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
  // A script without spaces has a space before every character.
  const spread = kindOf(unitAt(text, text.length >> 1)) === ownWordUnit ? text.length : text.length >> 2;
  let room = text.length + spread + 4 * maxExpansion;
  let codes = new Uint16Array(room);
  let starts = new Int32Array(room);
  let length = 0;
  let inWord = false;
  let unit = unitAt(text, 0);
  let kind = kindOf(unit);
  for (let at = 0; at < text.length; ) {
    if (length + 2 * maxExpansion > room) {
      room *= 2;
      codes = grow(codes, new Uint16Array(room));
      starts = grow(starts, new Int32Array(room));
    }
    let end = at + 1;
    let next = unitAt(text, end);
    let nextKind = kindOf(next);
    let code = 0; // what the character adds, 0 for nothing
    let more = '';
    let goesOn = true; // the character belongs to the word before it
    let isAlone = false;
    if (kind === slow || nextKind === slow) {
      end = clusterEnd(text, at);
      next = unitAt(text, end);
      nextKind = kindOf(next);
      const folded = foldCluster(text.slice(at, end));
      code = folded.text.charCodeAt(0) || 0;
      more = folded.text.slice(1);
      goesOn = folded.kind === 'word' || folded.kind === 'dropped';
      isAlone = folded.kind === 'alone';
    } else if (kind === partsWords) {
      code = isDigit(next) ? signInNumber(text, at) : 0;
      goesOn = code !== 0 && isDigit(text.charCodeAt(at - 1));
    } else {
      code = codeOfUnit[unit] ?? unit;
      isAlone = kind === ownWordUnit;
    }
    inWord = inWord && goesOn && !isAlone;
    if (code !== 0) {
      if (!inWord) {
        codes[length] = space;
        starts[length] = at;
        length += 1;
      }
      codes[length] = code;
      starts[length] = at;
      length += 1;
      for (let k = 0; k < more.length; k += 1, length += 1) {
        codes[length] = more.charCodeAt(k);
        starts[length] = at;
      }
      inWord = !isAlone;
    }
    at = end;
    unit = next;
    kind = nextKind;
  }
  codes[length] = space;
  starts[length] = text.length;
  return { text, codes: codes.subarray(0, length + 1), starts: starts.subarray(0, length + 1) };
}

function grow<Numbers extends Uint16Array | Int32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

// Behind the text's end stands a space, as it were.
function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : space;
}

function kindOf(unit: number): number {
  return kindOfUnit[unit] || meetUnit(unit);
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** The sign that the character at `at`, which has a digit behind it, stands for in a number; 0 where it is none. */
function signInNumber(text: string, at: number): number {
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

/** A stretch of an index's folded characters, from the space before its first word to the space after its last. */
export type Run = { from: number; to: number };

/** Every place where the words of `wanted` stand in a row, in reading order. Linear in both, whatever they hold. */
export function findRuns(wanted: TextIndex, index: TextIndex): Run[] {
  const pattern = wanted.codes;
  if (pattern.length < 3) return [];
  return findBySkipping(pattern, index.codes) ?? findByFallback(pattern, index.codes);
}

const skipClasses = 256;

/**
 * Looks at a pattern's end first and skips as far as the text there allows (Horspool): some ten times faster than one
 * character after the other, but not linear in a text that repeats itself; undefined once it costs more than reading it.
 */
function findBySkipping(pattern: Uint16Array, codes: Uint16Array): Run[] | undefined {
  const last = pattern.length - 1;
  // By the last letter: behind it stands a space, which skips next to nothing.
  const key = last - 1;
  const skips = new Int32Array(skipClasses).fill(last);
  for (let at = 0; at < key; at += 1) skips[(pattern[at] ?? 0) % skipClasses] = key - at;
  const runs: Run[] = [];
  let left = codes.length;
  for (let end = last; end < codes.length; ) {
    let same = 0;
    while (same <= last && codes[end - same] === pattern[last - same]) same += 1;
    if (same > last) runs.push({ from: end - last, to: end });
    left -= same + 1;
    if (left < 0) return undefined;
    end += skips[(codes[end - 1] ?? 0) % skipClasses] ?? 1;
  }
  return runs;
}

/** Knuth, Morris and Pratt. */
function findByFallback(pattern: Uint16Array, codes: Uint16Array): Run[] {
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
  return { start: startOf(run.from + 1, index), end: endOf(run.to - 1, index) };
}

/** How many words stand in a run, or in the whole index. */
export function countWords(index: TextIndex, run: Run = { from: 0, to: index.codes.length - 1 }): number {
  let words = 0;
  for (let at = run.from; at < run.to; at += 1) if (index.codes[at] === space) words += 1;
  return words;
}

/** Where in the text a folded character starts. */
export function startOf(at: number, index: TextIndex): number {
  return index.starts[at] ?? 0;
}

/** Where in the text a folded character ends, with its marks. */
export function endOf(at: number, index: TextIndex): number {
  return clusterEnd(index.text, startOf(at, index));
}
