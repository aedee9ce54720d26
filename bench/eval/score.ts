import type { Span } from '../../src/core/article.ts';
import type { Claim } from '../../src/core/brief.ts';
import { checkDraft } from '../../src/core/check.ts';
import { checkAnswer } from '../../src/core/check-answer.ts';
import type { Drafter } from '../../src/core/draft.ts';
import { splitSentences } from '../../src/core/sentences.ts';
import { isSameName, toScore } from '../offline/measures.ts';
import type { AskedArticle } from './asked-articles.ts';
import { halves } from './questions.ts';
import type { Reference } from './references.ts';
import type { Run } from './run.ts';

/** One row of the table: what is measured, and the figure as it is shown. */
export type Row = [measure: string, figure: string];

/**
 * Scores a run after the check, as a reader would see it.
 *
 * - sentences: article sentences with somebody's words in them (annotated) against those that shown claims of a source rest on.
 * - attribution: an annotated statement is found where a shown claim's quote, or else its passage, holds at least half of its
 *   words; each claim finds one statement. Right where the claim's source is one of the article's words for the speaker.
 * - key actors: the first five shown against those that two of five people named in a summary.
 */
export function scoreRun(run: Run, references: Reference[], others: AskedArticle[] = []): Row[] {
  const byId = new Map(references.map((reference) => [reference.id, reference]));
  const articles = new Map([...references, ...others].map(({ id, article }) => [id, article]));
  const tally = new Map<string, number>();
  const add = (key: string, count: number) => tally.set(key, (tally.get(key) ?? 0) + count);
  const get = (key: string) => tally.get(key) ?? 0;

  for (const { id, draft, failure } of run.briefs) {
    const reference = byId.get(id);
    if (!reference) throw new Error(`no reference ${id}`);
    if (failure !== null) add(`failed: ${failure}`, 1);
    const empty = { summary: [], actors: [], claims: [] };
    const brief = checkDraft({ ...(draft ?? empty), drafter: drafterOf(run) }, reference.article);
    const { checks } = brief;
    add('claims offered', checks.claimsOffered);
    add('claims shown', checks.claimsShown);
    add('quotes offered', checks.quotesOffered);
    add('quotes found', checks.quotesFound);
    const quotes = (draft?.claims ?? []).flatMap(({ quote }) => quote || []);
    add('quotes exact', quotes.filter((quote) => reference.article.text.includes(quote)).length);
    add('summary offered', checks.summaryOffered);
    add('summary shown', checks.summaryShown);
    for (const { part, why } of checks.drops) add(`dropped: ${part} ${why}`, 1);
    const sourced = brief.claims.filter(({ source }) => source.kind !== 'article');
    scoreSentences(reference, sourced, add);
    scoreAttributions(reference, sourced, add);
    const actors = brief.actors.slice(0, 5).map(({ name }) => name);
    add('actors offered', actors.length);
    add('actors wanted', reference.keyActors.length);
    add('actors hit', reference.keyActors.filter((key) => actors.some((name) => isSameName(name, key))).length);
  }
  for (const { id, question, answerable, half, expected, draft, failure } of run.answers) {
    const article = articles.get(id);
    if (!article) throw new Error(`no article ${id}`);
    // Neither an abstention nor an answer.
    if (failure !== null) add(`failed: ${failure}`, 1);
    if (!draft) continue;
    const kind = `${half} ${answerable ? 'answerable' : 'unanswerable'}`;
    add(kind, 1);
    if (expected !== null) add(`${half} expected`, 1);
    const answer = checkAnswer(question, { ...draft, drafter: drafterOf(run) }, article);
    if (answer.statements.length === 0) add(`${kind} abstained`, 1);
    const shown = answer.statements.map(({ text, passage }) => `${text} ${passage.text}`).join(' ');
    if (expected !== null && shown.includes(expected)) add(`${half} right`, 1);
  }

  const results = [...run.briefs, ...run.answers];
  const sum = (pick: (result: (typeof results)[number]) => number) =>
    results.reduce((total, one) => total + pick(one), 0);
  const failed = results.filter(({ draft }) => draft === null).length;
  return [
    ...(failed > 0 ? [['failed calls', showShare(failed, results.length)] satisfies Row] : []),
    ['sentences P / R / F1', showScore(get('sentences hit'), get('sentences offered'), get('sentences wanted'))],
    ['attribution P / R / F1', showScore(get('statements right'), get('statements offered'), get('statements wanted'))],
    ['speaker right of found', showShare(get('statements right'), get('statements found'))],
    ['key actors P / R / F1', showScore(get('actors hit'), get('actors offered'), get('actors wanted'))],
    ['claims shown of offered', showShare(get('claims shown'), get('claims offered'))],
    ['quotes offered', `${get('quotes offered')}`],
    ['quotes exact', showShare(get('quotes exact'), get('quotes offered'))],
    ['quotes repaired', showShare(Math.max(0, get('quotes found') - get('quotes exact')), get('quotes offered'))],
    [
      'quotes dropped',
      showShare(get('quotes offered') - Math.max(get('quotes found'), get('quotes exact')), get('quotes offered')),
    ],
    ['summary supported of offered', showShare(get('summary shown'), get('summary offered'))],
    ...halves.flatMap((half): Row[] => [
      [
        `abstained, unanswerable (${half})`,
        showShare(get(`${half} unanswerable abstained`), get(`${half} unanswerable`)),
      ],
      [`refused, answerable (${half})`, showShare(get(`${half} answerable abstained`), get(`${half} answerable`))],
      ...(get(`${half} expected`) > 0
        ? [[`right, answerable (${half})`, showShare(get(`${half} right`), get(`${half} expected`))] satisfies Row]
        : []),
    ]),
    [
      'seconds a brief, mean',
      (run.briefs.reduce((total, { seconds }) => total + seconds, 0) / Math.max(1, run.briefs.length)).toFixed(2),
    ],
    [
      'tokens in / out',
      `${sum(({ usage }) => usage?.inputTokens ?? 0)} / ${sum(({ usage }) => usage?.outputTokens ?? 0)}`,
    ],
    ['cost, dollars', (sum(({ usage }) => usage?.costMicros ?? 0) / 1e6).toFixed(4)],
    ['calls', `${sum(({ usage }) => usage?.calls ?? 0)}`],
    ...[...tally]
      .filter(([key]) => /^(?:failed|dropped): /.test(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, count]): Row => [key, `${count}`]),
  ];
}

type Add = (key: string, count: number) => void;

function scoreSentences({ article, said }: Reference, claims: Claim[], add: Add): void {
  const sentences = splitSentences(article.text);
  const listTouched = (spans: Span[]) =>
    new Set(
      sentences.flatMap((sentence, index) => (spans.some((span) => sharedLength(sentence, span) > 1) ? [index] : [])),
    );
  const wanted = listTouched(said.flatMap(({ content }) => content));
  const offered = listTouched(claims.map(evidenceOf));
  add('sentences wanted', wanted.size);
  add('sentences offered', offered.size);
  add('sentences hit', [...offered].filter((index) => wanted.has(index)).length);
}

function scoreAttributions({ article, said }: Reference, claims: Claim[], add: Add): void {
  const words = [...article.text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const countIn = (spans: Span[], others: Span[]) =>
    words.filter((word) => [spans, others].every((list) => list.some((span) => sharedLength(word, span) > 0))).length;
  const pairs = said
    .flatMap((statement) =>
      claims.map((claim) => {
        const evidence = [evidenceOf(claim)];
        const held = countIn(statement.content, evidence);
        return {
          statement,
          claim,
          coverage: held / Math.max(1, countIn(statement.content, statement.content)),
          // Of two claims that hold it, the one that says less else.
          tightness: held / Math.max(1, countIn(evidence, evidence)),
        };
      }),
    )
    .filter(({ coverage }) => coverage >= 0.5)
    .sort((a, b) => b.coverage + b.tightness - a.coverage - a.tightness);
  const used = new Set<unknown>();
  add('statements wanted', said.length);
  add('statements offered', claims.length);
  for (const { statement, claim } of pairs) {
    if (used.has(statement) || used.has(claim)) continue;
    used.add(statement).add(claim);
    add('statements found', 1);
    const { name } = claim.source;
    if (name !== null && statement.speakers.some((speaker) => isSameName(speaker, name))) add('statements right', 1);
  }
}

function evidenceOf({ quote, passage }: Claim): Span {
  return quote ?? passage;
}

function sharedLength(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

function drafterOf(run: Run): Drafter {
  return { kind: run.model === null ? 'offline' : 'model', model: run.model, promptVersion: null, fellBack: null };
}

function showScore(hits: number, offered: number, wanted: number): string {
  const { precision, recall, f1 } = toScore(hits, offered, wanted);
  return [precision, recall, f1].map((share) => share.toFixed(1)).join(' / ');
}

function showShare(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} % of ${whole}`;
}
