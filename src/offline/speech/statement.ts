import type { Span } from '../../core/article.ts';
import type { Cue } from './cues.ts';
import type { Phrase } from './phrases.ts';

/** Somebody's statement as the text lays it out; who the subject stands for is not resolved yet. */
export type Statement = {
  subject: Phrase;
  source: Span;
  cue: Span;
  cueKind: Cue['kind'];
  content: Span;
  /** Quotations of the same speaker that go on after the cue or in the next paragraph. */
  continued: Span[];
  /** Who it was said to: "Reuters". */
  via?: Span;
  /** The statement in whose quotation this one stands: the "I" of it is whoever makes that one. */
  within?: Statement;
};

/** What one verb gives: who, what, and to whom. */
export type Candidate = { subject: Phrase; content: Span; continued?: Span[]; via?: Span };
