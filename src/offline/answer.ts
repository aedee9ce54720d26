import type { Article } from '../core/article.ts';
import type { AnswerDraft } from '../core/draft.ts';
import type { Question } from '../ports.ts';
import { type Reading, readText } from './attributions.ts';
import { takeBeginning } from './beginning.ts';
import { sentencesOver } from './claims.ts';
import { offlineDrafter } from './drafter.ts';
import { isTimeWord } from './phrases.ts';
import { isKnownPlace } from './places.ts';
import {
  type AskedQuestion,
  cannotStandAlone,
  contentWords,
  readFollowUp,
  readQuestion,
  type WantedKind,
} from './question.ts';
import { type RankedSentence, rankSentences } from './retrieval.ts';
import type { TaggedText } from './tokens.ts';

const maxStatements = 3;
const maxClosest = 3;

// Share of the question's weight that a sentence must hold to count as an answer. A question whose rare words the article
// never uses cannot reach it.
const minCoverage = 0.56;
const nearBest = 0.75;

/**
 * Answers a question with sentences of the article, found by their words (BM25), or says that the article does not tell.
 * A follow-up that points back ("what did he say then?") takes the words of the question before.
 *
 * @returns at most three statements, each one whole sentence; `closest` holds the nearest sentences either way, if any
 *   shares a word with the question
 */
export function answerOffline(question: Question, article: Article): AnswerDraft {
  const { text, read } = takeBeginning(article.text);
  const reading = readText(text);
  const alone = findAnswers(readQuestion(question.text), reading, article);
  // Only a question that cannot stand alone leans on the one before: otherwise the same question had two answers.
  if (alone.statements.length > 0 && !cannotStandAlone(question.text)) return signed(alone);
  const stems = new Set(contentWords(text));
  const followUp = readFollowUp(question, (word) => stems.has(word));
  return signed(followUp ? findAnswers(followUp, reading, article) : alone);

  function signed(answer: AnswerDraft): AnswerDraft {
    return { ...answer, drafter: { ...offlineDrafter, ...(read && { read }) } };
  }
}

function findAnswers(asked: AskedQuestion, reading: Reading, article: Article): AnswerDraft {
  const { tagged } = reading;
  const ranked = rankSentences(tagged, asked.terms, speakersBySentence(reading));
  const closest = ranked.slice(0, maxClosest).map(({ index }) => index + 1);
  const fitting = ranked
    .map((sentence) => ({ ...sentence, score: sentence.score * fitOf(tagged, sentence.index, asked.wants) }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const best = fitting[0];
  const answers =
    best && isAnswer(tagged, best, asked.wants)
      ? fitting.filter((s) => s.score >= best.score * nearBest && isAnswer(tagged, s, asked.wants))
      : [];
  const statements = answers
    .slice(0, maxStatements)
    .sort((a, b) => a.index - b.index)
    .map(({ index }) => {
      const sentence = tagged.sentences[index];
      return {
        text: article.text.slice(sentence?.start, sentence?.end).replace(/\s+/g, ' '),
        sentences: [index + 1],
        quote: null,
      };
    });
  return { notInArticle: statements.length === 0, statements, closest, drafter: offlineDrafter };
}

function speakersBySentence({ tagged, statements, voices }: Reading): Map<number, string> {
  const speakers = new Map<number, string>();
  for (const [i, { content, source }] of statements.entries()) {
    const name = voices[i]?.name;
    if (name) for (const id of sentencesOver(tagged, [content, source]).slice(0, 8)) speakers.set(id - 1, name);
  }
  return speakers;
}

function isAnswer(tagged: TaggedText, sentence: RankedSentence, wants: WantedKind): boolean {
  return sentence.coverage >= minCoverage && (wants === 'any' || holds(tagged, sentence.index, wants));
}

/** A sentence that holds the kind of thing asked for is worth more than one that does not. */
function fitOf(tagged: TaggedText, index: number, wants: WantedKind): number {
  return wants === 'any' || holds(tagged, index, wants) ? 1 : 0.5;
}

function holds({ text, tokens, sentences }: TaggedText, index: number, wants: WantedKind): boolean {
  const sentence = sentences[index];
  if (!sentence) return false;
  const words = tokens.slice(sentence.first, sentence.last);
  switch (wants) {
    case 'who':
      return words.some(
        (word) =>
          word.pos === 'PROPN' ||
          /^(?:he|she|they|officials?|spokes\w+|researchers?|police|government)$/.test(word.lower),
      );
    case 'when':
      return words.some(
        (word) =>
          isTimeWord(word) ||
          /^(?:week|month|year|day|hour|minute|morning|evening|night|ago|since|until|last|next)s?$/.test(word.lower),
      );
    case 'where':
      return (
        words.some((word) => word.pos === 'PROPN' || isKnownPlace(word.text)) ||
        /\b(?:in|at|near|from) the\b/.test(text.slice(sentence.start, sentence.end))
      );
    case 'number':
      return words.some(
        (word) =>
          word.pos === 'NUM' ||
          /\d/.test(word.text) ||
          /^(?:half|dozens?|hundreds?|thousands?|millions?|billions?|several|many|few)$/.test(word.lower),
      );
    case 'why':
      return /\b(?:because|since|due to|after|so that|in order|to \w+|as a result|caused?|reasons?|over)\b/i.test(
        text.slice(sentence.start, sentence.end),
      );
    case 'any':
      return true;
  }
}
