import type { Span } from '../article.ts';
import { listWords } from '../grammar/word-list.ts';
import type { Turn } from '../turns.ts';
import { findCalled, findInterviewee, findInterviewer, findOnlyPerson } from './interviewee.ts';
import { addresses, endsSentence, isQuestion, isRemark, type Paragraph, speaksOfSelf } from './question-paragraphs.ts';

const minAnswered = 2; // questions with an answer, for a text without labels to be an interview
const maxAnswerParagraphs = 12;
// What tells interviews from guides and columns with questions in them; measured on 12 interviews and 800 pages.
const askedShare = 0.2; // of the paragraphs
const addressedShare = 0.4; // of the questions
const selfShare = 0.5; // of the answers

/**
 * The turns of an interview without labels: paragraphs that ask, each followed by its answer, where headline or lead names the
 * one who is interviewed; or, where nobody is named, those who ask address somebody who speaks of themselves.
 */
export function findAnswers(paragraphs: Paragraph[], text: string, title: string | null): Turn[] {
  const questions = findQuestions(paragraphs);
  const wordsAt = ({ start, end }: Span): string => text.slice(start, end);
  const first = questions[0];
  if (first === undefined || questions.length < minAnswered) return [];
  const lead = text.slice(0, paragraphs[first]?.start);
  const addressed = questions.flatMap((at) => findAddressed(paragraphs[at] as Paragraph) ?? []);
  const interviewed = findInterviewee(lead, title) ?? findCalled(addressed.map(wordsAt), lead) ?? null;
  const found = interviewed ?? findOnlyPerson(lead, title) ?? null;
  const speaker = found && { ...found, addressed };
  const interviewer = speaker && findInterviewer(lead, speaker.name);
  const turns: Turn[] = [];
  let answered = 0;
  for (const [turn, at] of questions.entries()) {
    const question = paragraphs[at] as Paragraph;
    const content = { start: question.start, end: question.end };
    turns.push({ label: null, speaker: interviewer ?? null, content, isQuestion: true });
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
  const last = turns.at(-1)?.content.end ?? 0;
  const all = paragraphs.filter(({ start }, at) => at >= first && start < last).length;
  if (answered < minAnswered || questions.length < all * askedShare || !isExchange(turns, text)) return [];
  return interviewed || isTalk(turns, text) ? turns : [];
}

// "Mr. President, do you still think", "Frau Vogt, wie geht es": by a title or a name alone, so that nobody else is meant.
const vocative =
  /^[*_\s]*(?:(?:so|and|well|now)[,\s]+)?(?<who>(?:(?:Mr|Mrs|Ms|Madam|Dr|Prof|Professor|Sir|Dame|Herr|Frau|Monsieur|Madame|Señora?)\.?\s)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?),\s\p{Ll}/u;

function findAddressed({ text, start }: Paragraph): Span | undefined {
  const who = vocative.exec(text)?.groups?.who;
  if (who === undefined || /^(?:yes|no|however|today|recently|meanwhile|finally|first|also|still|then)$/i.test(who))
    return undefined;
  const at = start + text.indexOf(who);
  return { start: at, end: at + who.length };
}

/** The paragraphs that ask, and, where some do, the remarks between them that an answer in the first person follows. */
function findQuestions(paragraphs: Paragraph[]): number[] {
  const asked = paragraphs.flatMap(({ text }, at) => (isQuestion(text) ? [at] : []));
  const first = asked[0];
  if (first === undefined || asked.length < minAnswered) return asked;
  // In a lead, "You may not know her name" speaks to the reader; right under the headline it speaks to the one interviewed.
  const hasLead = paragraphs.slice(0, Math.max(0, first - 2)).some(({ text }) => endsSentence(text));
  const known = new Set(asked);
  for (const [at, { text }] of paragraphs.entries()) {
    if (at < first && (hasLead || at !== first - 2)) continue;
    if (known.has(at) || known.has(at - 1) || known.has(at + 1) || !isRemark(text)) continue;
    const answer = paragraphs[at + 1];
    if (answer && speaksOfSelf(answer.text, true)) known.add(at);
  }
  return [...known].sort((one, other) => one - other);
}

/** True where those who ask address somebody and those who answer say "I", several times each. */
export function isTalk(turns: Turn[], text: string): boolean {
  const wordsOf = ({ content }: Turn): string => text.slice(content.start, content.end);
  const asked = turns.filter((turn) => turn.isQuestion && addresses(wordsOf(turn)));
  const told = turns.filter((turn) => !turn.isQuestion && speaksOfSelf(wordsOf(turn), true));
  return asked.length >= minAnswered && told.length >= minAnswered;
}

/** True where most questions address somebody, most answers speak of whoever gives them, and answers are the longer ones. */
function isExchange(turns: Turn[], text: string): boolean {
  const questions = turns.filter(({ isQuestion }) => isQuestion);
  const answers = turns.filter(({ isQuestion }) => !isQuestion);
  const wordsOf = ({ content }: Turn): string => text.slice(content.start, content.end);
  const addressing = questions.filter((turn) => addresses(wordsOf(turn))).length;
  const answered: boolean[] = [];
  for (const [at, turn] of turns.entries()) {
    if (turn.isQuestion) continue;
    const speaks = speaksOfSelf(wordsOf(turn), false);
    if (turns[at - 1]?.isQuestion) answered.push(speaks);
    else answered[answered.length - 1] ||= speaks;
  }
  const length = (some: Turn[]): number => some.map(wordsOf).join('').length / Math.max(1, some.length);
  return (
    addressing >= questions.length * addressedShare &&
    answered.filter(Boolean).length >= answered.length * selfShare &&
    length(questions) < length(answers)
  );
}

function isAbout(words: string, name: string): boolean {
  const surname = listWords(name).at(-1)?.key;
  return listWords(words).some(({ key }) => key === surname);
}

function isCredit(words: string): boolean {
  return /(?:^|[.\s(])(?:Image|Photo|Picture|Foto|Bild|Source|Quelle|Crédit|Ed)\.?\s?:/iu.test(words);
}
