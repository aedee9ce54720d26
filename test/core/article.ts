import type { Article } from '../../src/core/article.ts';
import type { Draft, DraftClaim, DraftSource } from '../../src/core/draft.ts';

/** An invented article for the check's tests: every way of naming a speaker the rules know. */
export const harbourText = `The port city of Velden will close its old harbour in March, Mayor Ilse Brandt told the Velden Courier on Tuesday.

“We are not closing the door on shipping,” Brandt said. “We are moving it two miles down the coast, where the water is deep enough.”

The council has set aside $1.2 million for the move, or 62 percent of this year's building budget. Tom Okafor, who leads the dockers' union, said 340 jobs were at risk. He called the plan “a gift to the hotel trade”.

A port official, who asked not to be named, said the sea wall had failed an inspection in 2019. “Nobody wanted to hear it,” the official said.

The Ministry of Transport (MOT) denied that it had never answered the city's letters. Shipping companies have not decided whether to stay.`;

/** An article with this text; its other facts are those of a plain page. */
export function makeArticle(text: string, facts: Partial<Article> = {}): Article {
  return {
    kind: 'article',
    url: 'https://news.example/harbour',
    canonicalUrl: null,
    title: null,
    dek: null,
    authors: [],
    publisher: null,
    publishedAt: null,
    language: 'en',
    wordCount: text.split(/\s+/).length,
    text,
    marks: [],
    ...facts,
  };
}

/** A draft with nothing but what is given. */
export function makeDraft(parts: Partial<Draft>): Draft {
  return {
    summary: [],
    actors: [],
    claims: [],
    drafter: { kind: 'model', model: 'test', promptVersion: null, fellBack: null },
    ...parts,
  };
}

/** A claim in the article's own voice, unless a source is given. */
export function makeClaim(
  text: string,
  sentences: number[],
  quote: string | null = null,
  source: Partial<DraftSource> = {},
): DraftClaim {
  const kind = source.name === undefined ? 'article' : 'named-person';
  return { text, sentences, quote, source: { name: null, kind, title: null, via: null, ...source } };
}
