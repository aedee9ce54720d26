import type { Article } from './article.ts';
import type { Question } from './asked/follow-up.ts';
import { createRelevance, type Relevance } from './asked/relevance.ts';
import type { Answer, AnswerStatement, Drop, Quote } from './brief.ts';
import { keepBound } from './check/copied.ts';
import { cutPassage, cutQuote, findGround, type Ground } from './check/passage.ts';
import { type Reading, readArticle, sentencesIn, stretchOf, textOf } from './check/reading.ts';
import { tieSpeaker } from './check/speakers/speaker.ts';
import { findFault, isLessSure } from './check/statement.ts';
import { isTranslated } from './check/translated.ts';
import { checkTranslation } from './check/translation.ts';
import { markLanguage } from './check/written-in.ts';
import type { AnswerDraft } from './draft.ts';
import { isReportingVerb } from './grammar/cues.ts';
import { listNames } from './grammar/names.ts';
import { shareOfWords } from './grammar/overlap.ts';
import { findVerbGroups, listTokens, listVerbStems } from './grammar/verb-groups.ts';
import { isFunctionWord, listWords } from './grammar/word-list.ts';
import { findQuote } from './quotes.ts';

/**
 * Turns a drafted answer into the one that is shown, by the rules of a brief: a statement without a passage that bears it
 * is dropped, and so is one that does not answer the question. Where none is left the article does not say, and `closest` is
 * the passage nearest to the question.
 *
 * @param earlier  what the thread said before, oldest first
 */
export function checkAnswer(
  question: string,
  draft: AnswerDraft,
  article: Article,
  earlier: Question['earlier'] = [],
): Answer {
  const reading = readArticle(article, draft.drafter.language ?? null);
  let relevance: Relevance | undefined;
  const drops: Drop[] = [];
  const statements = (draft.notInArticle ? [] : draft.statements).flatMap((statement) => {
    // Reads the whole article, which an answer without statements need not wait for.
    relevance ??= createRelevance({ text: question, earlier }, reading);
    const checked = checkStatement(statement, question, reading, relevance);
    if ('why' in checked) drops.push({ part: 'answer', why: checked.why, text: statement.text });
    return 'why' in checked ? [] : [checked];
  });
  return {
    question,
    statements,
    closest: statements.length > 0 ? null : findClosest(draft, reading),
    checks: { statementsOffered: draft.statements.length, statementsShown: statements.length, drops },
    drafter: markLanguage(
      draft.drafter,
      statements.map(({ text }) => text),
    ),
  };
}

function checkStatement(
  draft: AnswerDraft['statements'][number],
  question: string,
  reading: Reading,
  relevance: Relevance,
): AnswerStatement | { why: Drop['why'] } {
  const said = draft.text.trim();
  // "Yes." rests on whatever is cited: there is nothing in it to hold against a passage.
  if (listWords(said).every(({ key }) => isFunctionWord(key))) return { why: 'empty' };
  const ground = findGround(draft.sentences, draft.quote?.trim() || null, reading);
  if ('why' in ground) return ground;
  const { sentences, span, found } = ground;
  const text = keepBound(said, textOf(sentences, reading));
  // Words of another language are held to nothing but the quote.
  if (!found && isTranslated(text, textOf(sentences, reading), reading)) return { why: 'quote-not-found' };
  if (relevance(text, ground)) return { why: 'beside-the-question' };
  const fault = findFault(text, sentences, reading, { speaker: null, isQuoted: found !== undefined });
  if (fault && !(fault === 'reservation-dropped' && isReservedIn(question, text, sentences, reading)))
    return { why: fault };
  const passage = cutPassage(span, reading);
  const speakers = findQuote(text, passage.text) ? [] : listSpeakers(text);
  for (const speaker of speakers) {
    const tie = tieSpeaker(speaker, text, found ? ground : nearestGround(text, sentences, reading), reading);
    if ('why' in tie) return { why: tie.why };
  }
  const { translation } = checkTranslation(draft.translation, found, reading);
  const quote = ownQuote(cutQuote(found, reading), speakers, reading);
  return { text, sentences, passage, quote, ...(translation && { translation }) };
}

const asksWhether =
  /^\W*(?:and |but |so )?(?:d(?:id|oes|o)|is|are|was|were|has|have|had|will|would|can|could|should)\b/iu;

/** "What was Moe accused of?": a few words cut from the passage need not say again what the question says. */
function isReservedIn(question: string, text: string, sentences: number[], reading: Reading): boolean {
  if (asksWhether.test(question) || !findQuote(text, textOf(sentences, reading)) || saysWhole(text)) return false;
  return !isLessSure(`${question.replace(/[?\s]+$/u, '')} ${text}`, sentences, reading, null);
}

/** True for a text with a subject and a verb: it says something by itself. */
function saysWhole(text: string): boolean {
  const [tokens = []] = listTokens([text]);
  return findVerbGroups(tokens, listVerbStems(tokens)).some((group) => group.first > 0 && group.isFinite);
}

/** The one sentence that a statement shares most words with: of several that are cited, each may be another's. */
function nearestGround(text: string, sentences: number[], reading: Reading): Ground {
  const shares = sentences.map((id) => ({ id, share: shareOfWords(text, textOf([id], reading)) }));
  const best = shares.toSorted((a, b) => b.share - a.share)[0]?.id ?? 1;
  return { sentences: [best], span: stretchOf([best], reading), found: undefined };
}

const afterSource = /\baccording to\s+(?:the\s+)?$/iu;

/** The names that a statement gives as those who say something: "Ortiz said …", "…, according to Brandt". */
function listSpeakers(text: string): string[] {
  const words = listWords(text);
  const speakers = listNames(text).filter(({ start, end }) => {
    const next = words.find((word) => word.start >= end);
    const isSubject = next !== undefined && isReportingVerb(next.key) && /^\s+$/.test(text.slice(end, next.start));
    return isSubject || afterSource.test(text.slice(0, start));
  });
  return speakers.map(({ start, end }) => text.slice(start, end));
}

/** As in a claim: a quote is shown where its own sentence gives it to the one who is named as saying it. */
function ownQuote(quote: Quote | null, speakers: string[], reading: Reading): Quote | null {
  if (!quote) return null;
  const sentences = sentencesIn(quote, reading);
  const ground = { sentences, span: stretchOf(sentences, reading), found: quote };
  return speakers.some((speaker) => 'why' in tieSpeaker(speaker, quote.text, ground, reading)) ? null : quote;
}

/** The first stretch of the sentences the drafter named; of a dropped statement's where it named none. */
function findClosest(draft: AnswerDraft, reading: Reading): Answer['closest'] {
  const ids = draft.closest.length > 0 ? draft.closest : draft.statements.flatMap(({ sentences }) => sentences);
  const ground = findGround(ids, null, reading);
  return 'why' in ground ? null : cutPassage(stretchOf(ground.sentences, reading), reading);
}
