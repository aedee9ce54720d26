/** What the reader knows of a language besides English. Words in lower case; a phrase may hold several, one space apart. */
export type Language = {
  /** BCP 47. */
  code: string;
  /** Its commonest words, by which it is told from others. */
  common: string[];
  /** Verbs of speech in the forms that stand beside a quotation. */
  said: string[];
  /** Those of them that report a statement without quoting it: "…, sagte Berg", "a déclaré que"; no commands, no "so". */
  reporting: string[];
  /** What opens the clause that such a verb reports, when the speaker stands before it: "que", or a comma and "dass". */
  clauseOpeners: string[];
  /** What opens a question in its place: "ob", "pourquoi". */
  questionWords: string[];
  /** Words that a sentence begins with when another tells what it is about: "er", "cela", "pero". */
  leaning: string[];
  /** Verbs of speech that close around their subject: "fügte sie hinzu". */
  splitVerbs: string[];
  /** Forms of verbs of speech that stand behind an auxiliary: what somebody tells of another's words ("habe gesagt"). */
  participles: string[];
  /** Pronouns that hang on a verb behind a quotation: "dit-il", "a-t-elle ajouté". */
  fusedPronouns: string[];
  /** What stands before a source: "laut", "selon". */
  accordingTo: string[];
  he: string[];
  she: string[];
  and: string;
  articles: string[];
  /** Words that may stand within a name: "von", "de". */
  particles: string[];
  /** Where a source's name ends: words of time and place behind it. */
  stops: string[];
  /** What stands between a noun and whose it is: "der Sprecher von", "le maire de". */
  of: string[];
  /** Nouns for persons who are somebody's: "the lawyer of". Whose they are is not who speaks. */
  attendants: string[];
  /** Nouns for persons: titles before a name, or an unnamed source behind an article. */
  persons: string[];
  /** Nouns for groups of people, and for bodies and documents that can speak. */
  groups: string[];
  bodies: string[];
  documents: string[];
  /** First names beyond the common ones the reader knows anyway. */
  women: string[];
  men: string[];
};
