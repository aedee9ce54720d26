import { listWords } from './check/word-list.ts';
import { findInterviewee } from './interviewee.ts';
import { addresses, endsSentence, isQuestion, type Paragraph, speaksOfSelf } from './question-paragraphs.ts';
import type { Turn } from './turns.ts';

const minAnswered = 2; // questions with an answer, for a text without labels to be an interview
const maxAnswerParagraphs = 12;

/**
 * The turns of an interview without labels: paragraphs that ask, each followed by its answer, where headline or lead names the
 * one who is interviewed; or, where nobody is named, those who ask address somebody who speaks of themselves.
 */
export function findAnswers(paragraphs: Paragraph[], text: string, title: string | null): Turn[] {
  const questions = paragraphs.flatMap((paragraph, at) => (isQuestion(paragraph.text) ? [at] : []));
  const first = questions[0];
  if (first === undefined || questions.length < minAnswered) return [];
  const speaker = findInterviewee(text.slice(0, paragraphs[first]?.start), title) ?? null;
  const turns: Turn[] = [];
  let answered = 0;
  for (const [turn, at] of questions.entries()) {
    const question = paragraphs[at] as Paragraph;
    turns.push({ label: null, speaker: null, content: { start: question.start, end: question.end }, isQuestion: true });
    // What follows the last question may be the article again, or what stands under it: one paragraph of it is the answer.
    const next = questions[turn + 1] ?? at + 2;
    const answer = paragraphs
      .slice(at + 1, Math.min(next, at + 1 + maxAnswerParagraphs))
      .filter(
        ({ text: words }) => endsSentence(words) && !(speaker && isAbout(words, speaker.name)) && !isCredit(words),
      );
    if (answer.length > 0) answered += 1;
    for (const { start, end } of answer)
      turns.push({ label: null, speaker, content: { start, end }, isQuestion: false });
  }
  return answered >= minAnswered && isTalk(turns, text, speaker !== null ? 1 : minAnswered) ? turns : [];
}

/** True where those who ask address somebody and those who answer say "I". `least`: how many of each do. */
export function isTalk(turns: Turn[], text: string, least = minAnswered): boolean {
  const wordsOf = ({ content }: Turn): string => text.slice(content.start, content.end);
  const asked = turns.filter((turn) => turn.isQuestion && addresses(wordsOf(turn)));
  const told = turns.filter((turn) => !turn.isQuestion && speaksOfSelf(wordsOf(turn), least > 1));
  return asked.length >= least && told.length >= least;
}

function isAbout(words: string, name: string): boolean {
  const surname = listWords(name).at(-1)?.key;
  return listWords(words).some(({ key }) => key === surname);
}

function isCredit(words: string): boolean {
  return /(?:^|[.\s(])(?:Image|Photo|Picture|Foto|Bild|Source|Quelle|Crédit|Ed)\.?\s?:/iu.test(words);
}
