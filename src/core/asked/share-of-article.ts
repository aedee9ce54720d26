import type { Article } from '../article.ts';
import { readAskedFact } from './about-page.ts';
import type { Question } from './follow-up.ts';
import { contentWords, isEnglishQuestion, listTerms } from './terms.ts';

// What any article has, and is asked for by these names.
const ofAnyArticle = new Set(
  contentWords(
    'article story piece report reporter author writer journalist publisher page source sources evidence proof quote quotes claim claims fact facts figure figures number numbers data detail details reason reasons argument point summary headline date name names person official officials',
  ),
);

/**
 * The share of a reply's words that carry something which are the article's as well, or were asked about or answered before: 0 where
 * it has nothing of them, as what people say to each other. 1 where it has no such words ("who said that?"), and where it cannot be
 * told, in another language than English.
 */
export function shareOfArticle({ text, earlier }: Question, article: Article): number {
  const isEnglish = isEnglishQuestion(text) && (article.language === null || /^en\b/i.test(article.language));
  if (!isEnglish || readAskedFact(text, earlier.length === 0)) return 1;
  const terms = listTerms(text).flatMap(({ words }) => words);
  if (terms.length === 0) return 1;
  const said = earlier.flatMap(({ question, answer }) => [question, answer]);
  const known = new Set(contentWords([article.title, article.dek, article.text, ...said].join(' ')));
  return terms.filter((term) => known.has(term) || ofAnyArticle.has(term)).length / terms.length;
}
