// Saved pages with an answer key, as the extraction benchmarks and the paste benchmark read them.
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { splitNames } from '../src/core/byline.ts';
import { scoreAuthors, scoreOverlap, shingleOverlap } from './extract-scoring.ts';

/** A page as saved, with its answer key. */
export type SavedPage = {
  id: string;
  url: string;
  html: string;
  text?: string;
  paras?: string[];
  optional?: number[];
  title?: string;
  authors?: string[];
  date?: string;
  with?: string[];
  without?: string[];
};

/** The JSON Lines files of a folder, or the one file named. */
export function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((file) => /\.jsonl(?:\.br|\.gz)?$/.test(file))
    .sort()
    .map((file) => join(path, file));
}

/** A file’s pages in order. Lines are cut at line feeds alone: a page may hold other line separators as they are. */
export async function* readPages(file: string): AsyncGenerator<SavedPage> {
  const raw = createReadStream(file);
  const stream: Readable = file.endsWith('.br')
    ? raw.pipe(createBrotliDecompress())
    : file.endsWith('.gz')
      ? raw.pipe(createGunzip())
      : raw;
  let pieces: Buffer[] = [];
  for await (const chunk of stream) {
    let rest: Buffer = chunk;
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      pieces.push(rest.subarray(0, at));
      const line = Buffer.concat(pieces).toString('utf8');
      pieces = [];
      rest = rest.subarray(at + 1);
      if (line.trim()) yield JSON.parse(line);
    }
    pieces.push(rest);
  }
  const last = Buffer.concat(pieces).toString('utf8');
  if (last.trim()) yield JSON.parse(last);
}

/** Authors where the key names people, its agencies and desks aside: an article's authors are people only. */
export function scorePeople(page: Pick<SavedPage, 'authors'>, authors: string[]): number | null {
  const people = (page.authors ?? []).flatMap((name) => splitNames(name).people);
  return people.length > 0 ? scoreAuthors(people, authors) : null;
}

/** The answer keys a page allows: its text, with every choice of its optional paragraphs. */
export function keysOf(page: SavedPage): string[] {
  const { paras, optional } = page;
  if (!paras || !optional?.length) return [page.text ?? ''];
  const choices = optional.length <= 6 ? Array.from({ length: 2 ** optional.length }, (_, bits) => bits) : [0, -1];
  return choices.map((bits) =>
    paras
      .filter((_, at) => {
        const place = optional.indexOf(at);
        return place < 0 || (bits >= 0 && (bits & (1 << place)) === 0);
      })
      .join('\n\n'),
  );
}

/** The key closest to a text. */
export function bestKey(keys: string[], text: string): string | undefined {
  let best: { key: string; f1: number } | undefined;
  for (const key of keys) {
    const { f1 } = scoreOverlap(shingleOverlap(key, text));
    if (!best || f1 > best.f1) best = { key, f1 };
  }
  return best?.key;
}
