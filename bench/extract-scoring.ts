// How close an extracted text and its facts come to the answer key, by the definitions of the public benchmarks.

/** Overlap of two multisets as true positives, false positives and false negatives, each a share of their sum. */
export type Overlap = { hit: number; extra: number; missed: number };
export type Score = { precision: number; recall: number; f1: number };

const wordPattern = /[\p{L}\p{N}_]+/gu;

export function wordsOf(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

export function mean(values: number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : Number.NaN;
}

function harmonic(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

function countAll(items: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Runs of four words; a shorter text is one run. */
function shinglesOf(text: string): string[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  if (words.length <= 4) return [words.join(' ')];
  return words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '));
}

/** article-extraction-benchmark: four-word runs of the key and of the text, as multisets. */
export function shingleOverlap(key: string, text: string): Overlap {
  const wanted = countAll(shinglesOf(key));
  const got = countAll(shinglesOf(text));
  let hit = 0;
  let extra = 0;
  let missed = 0;
  for (const [shingle, count] of got) {
    const common = Math.min(count, wanted.get(shingle) ?? 0);
    hit += common;
    extra += count - common;
  }
  for (const [shingle, count] of wanted) missed += Math.max(0, count - (got.get(shingle) ?? 0));
  const all = hit + extra + missed || 1;
  return { hit: hit / all, extra: extra / all, missed: missed / all };
}

export function scoreOverlap({ hit, extra, missed }: Overlap): Score {
  const same = extra === 0 && missed === 0;
  const precision = same ? 1 : hit / (hit + extra || 1);
  const recall = same ? 1 : hit / (hit + missed || 1);
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** The benchmark's own mean: precision over pages with a text, recall over pages with a key, F1 of the two means. */
export function meanOfOverlaps(overlaps: Overlap[]): Score {
  const precision = mean(
    overlaps.filter(({ hit, extra }) => hit + extra > 0).map((one) => scoreOverlap(one).precision),
  );
  const recall = mean(overlaps.filter(({ hit, missed }) => hit + missed > 0).map((one) => scoreOverlap(one).recall));
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** WCXB: bags of small-letter words. */
export function scoreWords(key: string, text: string): Score {
  const wanted = wordsOf(key.toLowerCase());
  const got = wordsOf(text.toLowerCase());
  if (wanted.length === 0 || got.length === 0) {
    const both = wanted.length === got.length ? 1 : 0;
    return { precision: both, recall: both, f1: both };
  }
  const left = countAll(wanted);
  let common = 0;
  for (const [word, count] of countAll(got)) common += Math.min(count, left.get(word) ?? 0);
  const precision = common / got.length;
  const recall = common / wanted.length;
  return { precision, recall, f1: harmonic(precision, recall) };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function latinSentences(text: string): string[][] {
  return [...segmenter.segment(text)]
    .map(({ segment }) => segment.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .filter((words) => words.length > 0);
}

/** ROUGE-LSum: for each sentence of the key the union of its longest common subsequences with the text's sentences. */
export function scoreRouge(key: string, text: string): Score {
  const wanted = latinSentences(key);
  const got = latinSentences(text);
  const wantedLeft = countAll(wanted.flat());
  const gotLeft = countAll(got.flat());
  const [wantedCount, gotCount] = [wanted.flat().length, got.flat().length];
  if (wantedCount === 0 || gotCount === 0) return { precision: 0, recall: 0, f1: 0 };
  let hits = 0;
  for (const sentence of wanted) {
    const matched = new Set(got.flatMap((other) => commonSubsequence(sentence, other)));
    for (const at of matched) {
      const word = sentence[at] ?? '';
      const [inWanted, inGot] = [wantedLeft.get(word) ?? 0, gotLeft.get(word) ?? 0];
      if (inWanted === 0 || inGot === 0) continue;
      hits++;
      wantedLeft.set(word, inWanted - 1);
      gotLeft.set(word, inGot - 1);
    }
  }
  const precision = hits / gotCount;
  const recall = hits / wantedCount;
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** Indices into `a` of one longest common subsequence with `b`. */
function commonSubsequence(a: string[], b: string[]): number[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      lengths[row * width + column] =
        a[row - 1] === b[column - 1] ? at(row - 1, column - 1) + 1 : Math.max(at(row - 1, column), at(row, column - 1));
    }
  }
  const indices: number[] = [];
  for (let row = a.length, column = b.length; row > 0 && column > 0; ) {
    if (a[row - 1] === b[column - 1]) {
      indices.push(row - 1);
      row--;
      column--;
    } else if (at(row, column - 1) > at(row - 1, column)) column--;
    else row--;
  }
  return indices;
}

function foldTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function isSameTitle(key: string, title: string): boolean {
  return foldTitle(key) === foldTitle(title);
}

export function isCloseTitle(key: string, title: string): boolean {
  return scoreWords(foldTitle(key), foldTitle(title)).f1 >= 0.8;
}

const betweenNames = /\s*(?:,|;|\||\/|&|\n|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bmit\b|\bwith\b)\s*/i;
const beforeName = /^(?:by|von|par|por|di|de|written by|text|story by|words by)\s+/i;

function nameSet(names: string[]): Set<string> {
  const parts = names.flatMap((name) => name.replace(/\([^)]*\)/g, ' ').split(betweenNames));
  return new Set(parts.map((name) => foldTitle(name).replace(beforeName, '')).filter(Boolean));
}

/** F1 of two sets of names. */
export function scoreAuthors(key: string[], authors: string[]): number {
  const wanted = nameSet(key);
  const got = nameSet(authors);
  if (wanted.size === 0 || got.size === 0) return wanted.size === got.size ? 1 : 0;
  const common = [...got].filter((name) => wanted.has(name)).length;
  return harmonic(common / got.size, common / wanted.size);
}

/** The calendar days a date may mean: as written, and in UTC. */
function daysOf(date: string): Set<string> {
  const days = new Set<string>();
  const written = /^\d{4}-\d\d-\d\d/.exec(date)?.[0];
  if (written) days.add(written);
  const instant = Date.parse(date.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/, '$1T$2'));
  if (!Number.isNaN(instant)) days.add(new Date(instant).toISOString().slice(0, 10));
  return days;
}

export function isSameDay(key: string, date: string): boolean {
  const wanted = daysOf(key);
  return [...daysOf(date)].some((day) => wanted.has(day));
}
