import type { Span } from './article.ts';
import { listWords } from './grammar/word-list.ts';
import { findInterviewee } from './turns/interviewee.ts';
import { readLabel, type TurnLabel } from './turns/labels.ts';
import { findLabelNames, type NamedSpeaker } from './turns/names.ts';
import { endsAsking, endsSentence, type Paragraph } from './turns/question-paragraphs.ts';
import { findAnswers, isTalk } from './turns/question-turns.ts';

/**
 * What one person says in an interview or a transcript until another one speaks. `speaker`: the fullest name the article
 * gives, and a place where it stands; null where nobody is named. `label` is null where only question and answer tell the turns
 * apart. `isQuestion`: asked, so that nothing in it is stated.
 */
export type Turn = {
  label: Span | null;
  speaker: NamedSpeaker | null;
  content: Span;
  isQuestion: boolean;
};

type Opening = Paragraph & { read: TurnLabel | undefined };

const minTurns = 4;
const askedShare = 0.5; // of the turns under one label that end in a question, for it to be the interviewer's

/**
 * Finds who speaks where, in a text whose form is that of an interview or a transcript: labels that come back at the start of
 * paragraphs ("KELLER: …", "Q: …"), or paragraphs that ask, each followed by its answer, where headline or lead names the one
 * who is interviewed. By form alone, in any language with capitals; lists ("Note: …"), checks of facts ("Claim: …") and
 * questions that a page answers itself have no speakers.
 *
 * @param title  the article's headline, which often names who is interviewed
 * @returns in reading order, apart from one another; empty for everything else. Time grows linearly with the text.
 */
export function findTurns(text: string, title: string | null = null): Turn[] {
  const paragraphs = [...text.matchAll(/[^\n\r]+/g)].flatMap(({ 0: line, index }) => {
    const start = index + line.length - line.trimStart().length;
    return line.trim() === '' ? [] : [{ start, end: start + line.trim().length, text: line.trim() }];
  });
  const labelled = findLabelled(paragraphs, text, title);
  return labelled.length > 0 ? labelled : findAnswers(paragraphs, text, title);
}

/** The turn that a stretch begins in. */
export function turnAt({ start }: Span, turns: Turn[]): Turn | undefined {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.content.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const turn = turns[low];
  return turn && (turn.label ?? turn.content).start <= start ? turn : undefined;
}

function findLabelled(paragraphs: Paragraph[], text: string, title: string | null): Turn[] {
  const read: Opening[] = paragraphs.map((paragraph) => ({ ...paragraph, read: readLabel(paragraph.text) }));
  const counts = new Map<string, number>();
  for (const { read: label } of read) if (label) counts.set(label.key, (counts.get(label.key) ?? 0) + 1);
  const repeated = new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key));
  const inUse = read.flatMap(({ read: label }) => (label && repeated.has(label.key) ? [label] : []));
  if (inUse.length < minTurns) return [];
  const known = findLabelNames(read, text, title);
  const isSpeaker = ({ kind, key }: TurnLabel): boolean => kind !== 'words' || known.forms.has(key);
  const people = new Set(inUse.filter(isSpeaker).map(({ key }) => key));
  // "The Courier: Why now?": who does nothing but ask someone is an interviewer, named or not.
  const labels = read.flatMap(({ read: label }, at) => (label && repeated.has(label.key) ? [at] : []));
  if (people.size > 0) for (const key of askers(labels, read)) people.add(key);
  // Two speak in turns; of one alone with nobody asking, the labels are headings.
  if (people.size < 2) return [];
  const capitals = inUse.every(({ isCapitals }) => isCapitals);
  const opens = ({ read: label }: Opening): boolean =>
    label !== undefined &&
    (people.has(label.key) ||
      (repeated.has(label.key) && capitals) ||
      (capitals && label.isCapitals && (isSpeaker(label) || label.key.split(' ').some((key) => people.has(key)))));
  const openings = read.flatMap((paragraph, at) => (opens(paragraph) ? [at] : []));
  const asked = askers(openings, read);
  const interviewee =
    people.size === 2 && asked.size === 1
      ? findInterviewee(text.slice(0, read[openings[0] ?? 0]?.start), title)
      : undefined;
  const turns = openings.flatMap((at, turn): Turn[] => {
    const opening = read[at] as Opening;
    const label = opening.read as TurnLabel;
    const span = { start: opening.start + label.start, end: opening.start + label.end };
    const last = endOfTurn(read, at, openings[turn + 1], label);
    const content = { start: Math.min(opening.start + label.contentStart, last.end), end: last.end };
    if (content.end <= content.start) return [];
    const isQuestion = asked.has(label.key);
    const named = label.kind === 'asker' ? undefined : known.nameOf(label, span);
    const speaker = named ?? (label.kind === 'answerer' && interviewee ? interviewee : null);
    return [{ label: span, speaker, content, isQuestion }];
  });
  // "Q: Do I need a visa? A: Yes." answers for the page itself.
  return turns.some(({ speaker }) => speaker !== null) || isTalk(turns, text) ? turns : [];
}

/** The labels of those who ask: by their name ("Q", "Host") or because they do little else. */
function askers(openings: number[], read: Opening[]): Set<string> {
  const asks = new Map<string, { turns: number; questions: number; isAsker: boolean }>();
  for (const at of openings) {
    const { read: label, text } = read[at] as Opening;
    if (!label) continue;
    const seen = asks.get(label.key) ?? { turns: 0, questions: 0, isAsker: label.kind === 'asker' };
    asks.set(label.key, { ...seen, turns: seen.turns + 1, questions: seen.questions + (endsAsking(text) ? 1 : 0) });
  }
  const asking = [...asks].filter(
    ([, { turns, questions, isAsker }]) => isAsker || (turns > 1 && questions > turns * askedShare),
  );
  return new Set(asking.map(([key]) => key));
}

/** A turn goes on over paragraphs up to the next label, but not over a heading or a sentence about its speaker. */
function endOfTurn(read: Opening[], at: number, next: number | undefined, { key, contentStart }: TurnLabel): Paragraph {
  let last = read[at] as Opening;
  const isBare = contentStart >= last.text.length;
  const stop = next ?? at + (isBare ? 2 : 1);
  for (const paragraph of read.slice(at + 1, stop)) {
    const isAbout = listWords(paragraph.text).some((word) => word.key === key.split(' ').at(-1));
    if (!endsSentence(paragraph.text) || isAbout) break;
    last = paragraph;
  }
  return last;
}
