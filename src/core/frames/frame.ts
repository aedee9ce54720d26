/** The words around a brief, in one language: headings, whose words are seen, what was counted. Plain text. */
export type Frame = {
  claims: string;
  whosWho: string;
  source: string;
  passage: string;
  quote: string;
  noClaims: string;
  askMe: string;
  /** Stands before the name of who asked for the brief. */
  askedBy: string;
  notSaid: string;
  closest: string;
  translation: string;
  /** Where no publisher is known, in these. */
  theArticle: string;
  unnamed: string;
  anonymous: string;
  quotedWordForWord: string;
  askedInInterview: string;
  more: (count: number) => string;
  ownWords: (publisher: string) => string;
  writes: (publisher: string) => string;
  quotedBy: (publisher: string) => string;
  wordForWordFrom: (publisher: string) => string;
  inOwnWordsOf: (publisher: string) => string;
  speaksWordForWord: (speaker: string) => string;
  contested: (source: string, claim: number | undefined) => string;
  quotesFound: (found: number, offered: number) => string;
  unnamedSources: (count: number) => string;
  leftOut: (count: number) => string;
  /** `language`: the one that was asked for, by its English name. */
  notAllIn: (language: string) => string;
  draftedBy: (model: string) => string;
  draftedEarlierBy: (model: string) => string;
};
