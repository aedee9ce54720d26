import { splitSentences } from '../../src/core/sentences.ts';
import { answerOffline } from '../../src/offline/answer.ts';
import { toArticle } from './article.ts';
import type { GumDocument } from './gum.ts';
import { listWords } from './measures.ts';

/**
 * Questions made from the annotations: "What did <name> say about <the three longest words of what was said>?" They are
 * asked of their own article (right: an answer holds a sentence of the statement), of another article, and of another
 * article with a name from there (right: it does not say). Percentages.
 */
export function scoreAnswers(documents: GumDocument[]): {
  asked: number;
  right: number;
  wrong: number;
  abstainedElsewhere: number;
  abstainedOnMixed: number;
} {
  let [asked, right, wrong, elsewhere, mixed] = [0, 0, 0, 0, 0];
  for (const [n, document] of documents.entries()) {
    const other = documents[(n + 1) % documents.length] ?? document;
    const otherName = other.attributions.find(({ name }) => name)?.name ?? 'Smith';
    for (const { name, cue, content } of document.attributions) {
      const [span] = content;
      if (!name || cue.length === 0 || !span || span.end - span.start < 40) continue;
      const said = document.text.slice(span.start, span.end);
      const words = [...new Set(listWords(said).map(({ text }) => text))]
        .sort((a, b) => b.length - a.length)
        .slice(0, 3);
      const question = { text: `What did ${name} say about ${words.join(' ')}?`, earlier: [] };
      asked++;
      const answer = answerOffline(question, toArticle(document));
      const sentences = splitSentences(document.text);
      const hit = answer.statements.some(({ sentences: ids }) =>
        ids.some((id) => {
          const sentence = sentences[id - 1];
          return sentence !== undefined && sentence.start < span.end && sentence.end > span.start;
        }),
      );
      if (hit) right++;
      else if (!answer.notInArticle) wrong++;
      if (answerOffline(question, toArticle(other)).notInArticle) elsewhere++;
      const swapped = { text: `What did ${otherName} say about ${words.join(' ')}?`, earlier: [] };
      if (answerOffline(swapped, toArticle(other)).notInArticle) mixed++;
    }
  }
  const percent = (count: number) => (100 * count) / Math.max(1, asked);
  return {
    asked,
    right: percent(right),
    wrong: percent(wrong),
    abstainedElsewhere: percent(elsewhere),
    abstainedOnMixed: percent(mixed),
  };
}
