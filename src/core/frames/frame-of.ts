import type { Drafter } from '../draft.ts';
import { english } from './english.ts';
import type { Frame } from './frame.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { spanish } from './spanish.ts';

const frames = new Map<string, Frame>([
  ['de', german],
  ['es', spanish],
  ['fr', french],
]);

/** The words around what a drafter wrote: in its language where it was asked for another than the article's and held to it. */
export function frameOf({ language, otherLanguage }: Drafter): Frame {
  if (language === undefined || otherLanguage === 'most') return english;
  return frames.get(new Intl.Locale(language).language) ?? english;
}
