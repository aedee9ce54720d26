/**
 * What the reader knows of a language that writes no spaces: word lists alone. A quotation whose speaker does not end in one of
 * the nouns, or stands behind none of them, gives nothing.
 */
export type Unspaced = {
  /** BCP 47. */
  code: string;
  /** Verbs of speech that stand right before a quotation. */
  saysBefore: string[];
  /** What stands right behind a quotation and makes it speech; `{who}` is where a speaker may stand. */
  saysAfter: string[];
  /** Words that end the name of who speaks: a date, a place, "again". What follows them is no part of it. */
  stops: string[];
  /** Nouns for persons. `titleFirst`: they stand before the name, otherwise behind it. */
  titles: string[];
  titleFirst: boolean;
  /** Plain suffixes of persons' names that are no title: "さん". */
  honorifics: string[];
  /** What the names of bodies end in. */
  bodies: string[];
  /** Particle behind the one a sentence is about: "は"; empty where there is none. */
  topic: string[];
};
