import type { Reference } from './references.ts';

/** A question about one article, and whether that article answers it. */
export type Asked = { id: string; question: string; answerable: boolean };

const maxPerArticle = 3;

/**
 * "What did … say?" about an article's own named speakers, and as many about speakers of the other articles whose name the
 * article does not hold a word of. The same on every run.
 */
export function makeQuestions(references: Reference[]): Asked[] {
  return references.flatMap(({ id, article, said }, index) => {
    const own = listNames(said).slice(0, maxPerArticle);
    const text = article.text.toLowerCase();
    const others = references
      .slice(index + 1)
      .concat(references.slice(0, index))
      .flatMap((other) => listNames(other.said))
      .filter(
        (name) =>
          !name
            .toLowerCase()
            .split(/\s+/)
            .some((word) => text.includes(word)),
      );
    return [
      ...own.map((name) => ({ id, question: `What did ${name} say?`, answerable: true })),
      ...others.slice(0, maxPerArticle).map((name) => ({ id, question: `What did ${name} say?`, answerable: false })),
    ];
  });
}

function listNames(said: Reference['said']): string[] {
  return [...new Set(said.flatMap(({ name }) => name ?? []))];
}
