import { dropUnseen } from '../core/unseen.ts';
import type { PageSource } from './page-source.ts';
import { decodeEntities } from './page-tree.ts';

/** A value a page states, as plain text: entities read (pages escape them twice), tags and runs of spaces gone. */
export function cleanText(value: string): string {
  return dropUnseen(decodeEntities(decodeEntities(value)))
    .replace(/<[^<>]{1,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first of these meta tags that says something, cleaned; null where none does. */
export function firstMeta(source: PageSource, names: string[]): string | null {
  for (const name of names) {
    for (const meta of source.metas)
      if (meta.name === name && meta.content.trim()) return cleanText(meta.content) || null;
  }
  return null;
}
