import { decodeEntities } from './page-tree.ts';

/** A value a page states, as plain text: entities read (pages escape them twice), tags and runs of spaces gone. */
export function cleanText(value: string): string {
  return decodeEntities(decodeEntities(value))
    .replace(/<[^<>]{1,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
