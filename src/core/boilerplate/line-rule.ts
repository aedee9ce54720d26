/** What a line is that stands around an article but is not part of it. */
export type LineKind =
  | 'advertisement'
  | 'byline'
  | 'caption'
  | 'comments'
  | 'copyright'
  | 'counter'
  | 'credit'
  | 'date'
  | 'layout'
  | 'navigation'
  | 'newsletter'
  | 'reading-time'
  | 'related'
  | 'share'
  | 'standards'
  | 'subscription';

/**
 * A kind of line, known by its words. `unless` names what a sentence of the article's own has and such a line has not; `firstWords`
 * says that only those are known.
 *
 * Every pattern is anchored at the line's start or end and holds no nested repetition, so that no line can make it slow.
 * English comes first in each; then German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages and others.
 */
export type LineRule = { kind: LineKind; pattern: RegExp; maxChars: number; unless?: RegExp; firstWords?: true };
