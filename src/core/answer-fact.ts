import type { Article, ArticleMark } from './article.ts';
import type { Answer, AnswerFact, FactName } from './brief.ts';
import { markWords, showDay } from './wording.ts';

// What the page says of itself is no statement of the article: it has no passage, and is said to be the page's.

// One sentence that names where it is from, or says that it is not there.
function stateFact(fact: FactName, article: Article): AnswerFact {
  const words = wordFact(fact, article);
  const place = article.url === null ? 'text' : 'page';
  if (words === undefined) return { fact, isStated: false, text: `The ${place} does not say ${missing[fact]}.` };
  if (fact === 'length') return { fact, isStated: true, text: `Counted in the article’s text: ${words}.` };
  return { fact, isStated: true, text: `From the ${place}’s own data: ${words}.` };
}

const missing: Record<FactName, string> = {
  author: 'who wrote it',
  date: 'when it was published',
  publisher: 'who published it',
  title: 'what its headline is',
  length: 'how long it is',
  kind: 'what kind of piece it is: nothing marks it as opinion, a press release or a live blog',
};

// How much of it was read is another matter than what it is.
const kinds: Record<Exclude<ArticleMark, 'partial' | 'first-pages'>, string> = {
  opinion: `marked as an ${markWords.opinion}`,
  'live-blog': `marked as a ${markWords['live-blog']}`,
  'press-release': `marked as a ${markWords['press-release']}`,
};

const maxAuthors = 10;

function wordFact(fact: FactName, article: Article): string | undefined {
  switch (fact) {
    case 'author':
      return article.authors.length > 0 ? `written by ${listed(article.authors.slice(0, maxAuthors))}` : undefined;
    case 'date':
      return article.publishedAt === null ? undefined : `published on ${showDay(article.publishedAt)}`;
    case 'publisher':
      return article.publisher === null ? siteOf(article) : `published by ${article.publisher}`;
    case 'title':
      return article.title === null ? undefined : `the headline is “${article.title}”`;
    case 'length':
      return `${article.wordCount.toLocaleString('en')} ${article.wordCount === 1 ? 'word' : 'words'}`;
    case 'kind': {
      const marks = article.marks.flatMap((mark) =>
        mark === 'partial' || mark === 'first-pages' ? [] : [kinds[mark]],
      );
      return marks.length > 0 ? listed(marks) : undefined;
    }
  }
}

function siteOf({ url }: Article): string | undefined {
  const host = url === null ? undefined : URL.parse(url)?.hostname;
  return host === undefined ? undefined : `it was read at ${host}, which names no publisher`;
}

function listed(names: string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}

/** The answer that a fact of the article itself is, without a draft: no model is asked what the page says of itself. */
export function answerFact(question: string, fact: FactName, article: Article): Answer {
  return {
    question,
    statements: [],
    closest: null,
    fact: stateFact(fact, article),
    checks: { statementsOffered: 0, statementsShown: 0, drops: [] },
    drafter: { kind: 'offline', model: null, promptVersion: null, fellBack: null },
  };
}
