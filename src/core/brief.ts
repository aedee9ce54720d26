import type { Article, Span } from './article.ts';
import type { ActorKind, Drafter, SourceKind } from './draft.ts';

/** The stretch of the article that a claim rests on: `text` is `article.text.slice(start, end)`. */
export type Passage = Span & {
  text: string;
  /** The article's link with a text fragment to the passage; null for pasted text. */
  link: string | null;
};

/** Words that stand inside quotation marks in the article: `text` is `article.text.slice(start, end)`, without the marks. */
export type Quote = Span & { text: string };

export type Source = {
  /** As the article gives it, cut from the article; null for the article's own voice. */
  name: string | null;
  kind: SourceKind;
  title: string | null;
  via: string | null;
};

/**
 * Somebody who disputes a claim in the same article: as the article names them, with the words that say so, cut from it.
 * `claim`: the number, from 1, of the brief's claim that says so, where one does.
 */
export type Contest = { source: string; passage: Passage; claim?: number };

/** `sentences` count from 1. */
export type Claim = {
  text: string;
  source: Source;
  sentences: number[];
  passage: Passage;
  quote: Quote | null;
  /** The check quote in the reply's language, by the drafter; never shown in quotation marks. */
  translation?: string;
  /** Who disputes it, found by code in the article's text; absent where nobody does. */
  contestedBy?: Contest[];
};
export type Actor = { name: string; kind: ActorKind; role: string | null; stance: string | null; sentences: number[] };
export type SummarySentence = { text: string; sentences: number[] };

/** Why the checker dropped a part of a draft. */
export type DropReason =
  | 'empty'
  | 'no-sentence'
  | 'quote-not-found'
  | 'number-not-in-passage'
  | 'name-not-in-passage'
  | 'negation-changed'
  | 'meaning-changed'
  | 'reservation-dropped'
  | 'words-not-in-passage'
  | 'other-language'
  | 'speaker-not-in-article'
  | 'speaker-not-tied'
  | 'actor-not-in-article'
  | 'beside-the-question'
  | 'duplicate';

/** One thing the checker dropped. `text` is the drafter's and is never shown in Slack. */
export type Drop = {
  part: 'summary' | 'actor' | 'role' | 'stance' | 'claim' | 'quote' | 'title' | 'via' | 'answer' | 'translation';
  why: DropReason;
  text: string;
};

/** What the check counted; shown with the brief. */
export type Checks = {
  claimsOffered: number;
  claimsShown: number;
  /** Check quotes the drafter gave, and how many of them code found in the article. */
  quotesOffered: number;
  quotesFound: number;
  actorsOffered: number;
  actorsShown: number;
  summaryOffered: number;
  summaryShown: number;
  /** Sources among the shown claims that the article does not name. */
  unnamedSources: number;
  drops: Drop[];
};

/** A draft after the check; the only thing rendered. */
export type Brief = {
  article: Article;
  summary: SummarySentence[];
  actors: Actor[];
  claims: Claim[];
  checks: Checks;
  drafter: Drafter;
};

/** One statement of an answer with the passage it rests on. */
export type AnswerStatement = {
  text: string;
  sentences: number[];
  passage: Passage;
  quote: Quote | null;
  /** As in a claim. */
  translation?: string;
};

/** What a question can ask of the article itself instead of its text. `kind`: opinion, press release, live blog. */
export type FactName = 'author' | 'date' | 'publisher' | 'title' | 'length' | 'kind';

/** One sentence that states a fact of the article itself, or that the page does not. It has no passage. */
export type AnswerFact = { fact: FactName; isStated: boolean; text: string };

/** A checked answer to a question. No statements: the article does not say, and `closest` is the nearest passage, if any. */
export type Answer = {
  question: string;
  statements: AnswerStatement[];
  closest: Passage | null;
  /** Set where the question asks for a fact of the article itself: then there are no statements, and nobody drafted it. */
  fact?: AnswerFact;
  checks: { statementsOffered: number; statementsShown: number; drops: Drop[] };
  drafter: Drafter;
};
