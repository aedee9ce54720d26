import { genderOfName, isGivenName } from '../../core/grammar/given-names.ts';
import type { Language } from '../languages/language.ts';
import type { Token } from '../tokens.ts';

/** A language's lists as sets, and its phrases of several words by their first one. */
export class WordLists {
  readonly language: Language;
  readonly articles: Set<string>;
  readonly particles: Set<string>;
  readonly stops: Set<string>;
  readonly of: Set<string>;
  readonly attendants: Set<string>;
  readonly persons: Set<string>;
  readonly groups: Set<string>;
  readonly bodies: Set<string>;
  readonly documents: Set<string>;
  readonly women: Set<string>;
  readonly men: Set<string>;

  constructor(language: Language) {
    this.language = language;
    this.articles = new Set(language.articles);
    this.particles = new Set(language.particles);
    this.stops = new Set(language.stops);
    this.of = new Set(language.of);
    this.attendants = new Set(language.attendants);
    this.persons = new Set([...language.persons, ...language.attendants]);
    this.groups = new Set(language.groups);
    this.bodies = new Set(language.bodies);
    this.documents = new Set(language.documents);
    this.women = new Set(language.women.map((name) => name.toLowerCase()));
    this.men = new Set(language.men.map((name) => name.toLowerCase()));
  }

  /** A noun for a person, also as the end of a longer one: "Hafenchef", "expresidente". */
  isPerson(word: string): boolean {
    if (this.persons.has(word)) return true;
    for (let cut = 1; word.length - cut >= 4; cut++) if (this.persons.has(word.slice(cut))) return true;
    return false;
  }

  /** A noun for whoever can be a source: a person, a group, a body, a document. */
  isSource(word: string): boolean {
    return this.isPerson(word) || this.groups.has(word) || this.bodies.has(word) || this.documents.has(word);
  }

  isFirstName(word: string): boolean {
    return isGivenName(word) || this.women.has(word.toLowerCase()) || this.men.has(word.toLowerCase());
  }

  genderOf(word: string): 'woman' | 'man' | 'unknown' {
    if (this.women.has(word.toLowerCase())) return 'woman';
    return this.men.has(word.toLowerCase()) ? 'man' : genderOfName(word);
  }
}

/** "er", "elle", and "dit-il" with its pronoun. */
export function isPronoun({ lower }: Token, { language }: WordLists): boolean {
  const last = lower.split('-').at(-1) ?? '';
  return (
    language.he.includes(lower) ||
    language.she.includes(lower) ||
    (last !== lower && language.fusedPronouns.includes(last))
  );
}
