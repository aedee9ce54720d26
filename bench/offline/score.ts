import { findAttributions, readText } from '../../src/offline/attributions.ts';
import { draftOffline } from '../../src/offline/draft.ts';
import { toArticle } from './article.ts';
import type { GumDocument } from './gum.ts';
import {
  headWord,
  holdsQuotation,
  isSameName,
  listWords,
  overlap,
  pairUp,
  rouge,
  type Score,
  toScore,
  wordsIn,
} from './measures.ts';

const types = ['person', 'organization', 'place'] as const;
const ourKinds = {
  person: ['person'],
  organization: ['organisation', 'government', 'group'],
  place: ['place'],
} as const;
const maxSummaryWords = 45;
const minLeadWords = 8;

/**
 * Attribution: content words overlap by half or more, and the source has the same head word (or overlaps by half). Only
 * annotated attributions with a cue count; photo credits have none.
 *
 * `speakerRight`: share of the matched contents whose source is right; `nameRight`: share of the matched ones with a named
 * speaker whose resolved name is that name; `quotes`: share of the annotated ones with a quotation of four words or more whose
 * content and source are right.
 */
export function scoreAttributions(documents: GumDocument[]): {
  content: Score;
  attribution: Score;
  speakerRight: number;
  nameRight: number;
  quotes: number;
} {
  let [wanted, offered, matched, right, named, namedRight, quotes, quotesRight] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const { text, attributions } of documents) {
    const words = listWords(text);
    const gold = attributions.filter(({ cue }) => cue.length > 0);
    const isQuote = gold.map(({ content }) => holdsQuotation(text, content));
    quotes += isQuote.filter(Boolean).length;
    const found = findAttributions(text);
    const goldSources = gold.map(({ source }) => ({
      words: wordsIn(words, source),
      head: headWord(words, text, source),
    }));
    const foundSources = found.map(({ source }) => {
      const spans = source ? [source] : [];
      return { words: wordsIn(words, spans), head: headWord(words, text, spans) };
    });
    const pairs = pairUp(
      gold.map(({ content }) => wordsIn(words, content)),
      found.map(({ content }) => wordsIn(words, [content])),
    );
    wanted += gold.length;
    offered += found.length;
    matched += pairs.length;
    for (const [i, j] of pairs) {
      const [a, b] = [goldSources[i], foundSources[j]];
      if (a && b && (a.head === b.head || a.words.has(b.head) || overlap(a.words, b.words) >= 0.5)) {
        right++;
        if (isQuote[i]) quotesRight++;
      }
      const name = gold[i]?.name;
      if (!name) continue;
      named++;
      if (isSameName(name, found[j]?.speaker ?? '')) namedRight++;
    }
  }
  return {
    content: toScore(matched, offered, wanted),
    attribution: toScore(right, offered, wanted),
    speakerRight: matched === 0 ? 0 : (100 * right) / matched,
    nameRight: named === 0 ? 0 : (100 * namedRight) / named,
    quotes: quotes === 0 ? 0 : (100 * quotesRight) / quotes,
  };
}

/** Named mentions: a found mention is right where it holds the head word of an annotated one of that type, each once. */
export function scoreNames(documents: GumDocument[]): Record<(typeof types)[number] | 'any', Score> {
  const readings = documents.map(({ text }) =>
    readText(text).things.flatMap((thing) =>
      thing.mentions.map(({ outerStart, end }) => ({ start: outerStart, end, kind: thing.kind })),
    ),
  );
  const score = (type: (typeof types)[number] | 'any'): Score => {
    let [wanted, offered, hits] = [0, 0, 0];
    for (const [n, { mentions }] of documents.entries()) {
      const gold = mentions.filter(
        (m) => m.named && !m.pron && (type === 'any' ? types.some((t) => t === m.type) : m.type === type),
      );
      const found = (readings[n] ?? []).filter(
        ({ kind }) => type === 'any' || ourKinds[type].some((ours) => ours === kind),
      );
      found.sort((a, b) => a.start - b.start);
      wanted += gold.length;
      offered += found.length;
      const used = new Set<number>();
      for (const { start, end } of found) {
        const at = gold.findIndex(({ h }, i) => !used.has(i) && h.start >= start && h.end <= end + 1);
        if (at < 0) continue;
        used.add(at);
        hits++;
      }
    }
    return toScore(hits, offered, wanted);
  };
  return { person: score('person'), organization: score('organization'), place: score('place'), any: score('any') };
}

/** Key actors: our first five names against the named persons, bodies and places that two of five human summaries name. */
export function scoreActors(documents: GumDocument[]): Score {
  let [wanted, offered, hits] = [0, 0, 0];
  for (const document of documents) {
    const gold = document.entities.filter((e) => e.salience >= 2 && e.name && types.some((type) => type === e.type));
    if (gold.length === 0) continue;
    const found = draftOf(document).actors.slice(0, 5);
    wanted += gold.length;
    offered += found.length;
    const used = new Set<number>();
    for (const { name } of found) {
      const at = gold.findIndex((entity, i) => !used.has(i) && isSameName(entity.name ?? '', name));
      if (at < 0) continue;
      used.add(at);
      hits++;
    }
  }
  return toScore(hits, offered, wanted);
}

/** Mean ROUGE over documents, and the mean length in words. */
export type SummaryScore = { one: number; two: number; longest: number; words: number };

/** ROUGE of the summary's first sentences, as many as stay within 45 words, against the nearest human summary. */
export function scoreSummaries(documents: GumDocument[]): SummaryScore {
  return scoreTexts(documents, (document) => withinWords(draftOf(document).summary.map(({ text }) => text)));
}

/** The same with the title as the first sentence, as the figure to compare with was made. */
export function scoreTitled(documents: GumDocument[]): SummaryScore {
  return scoreTexts(documents, (document) =>
    withinWords([document.title, ...draftOf(document).summary.map(({ text }) => text)]),
  );
}

/** The figure to compare with, on the same documents: the first two sentences of eight words or more, the title's line among them. */
export function scoreLeads(documents: GumDocument[]): SummaryScore {
  return scoreTexts(documents, ({ text, sentences }) =>
    sentences
      .map(({ start, end }) => text.slice(start, end))
      .filter((sentence) => listWords(sentence).length >= minLeadWords)
      .slice(0, 2)
      .join(' '),
  );
}

function withinWords(sentences: string[]): string {
  let summary = '';
  for (const sentence of sentences) {
    const longer = `${summary} ${sentence}`.trim();
    if (summary && listWords(longer).length > maxSummaryWords) break;
    summary = longer;
  }
  return summary;
}

function scoreTexts(documents: GumDocument[], summarise: (document: GumDocument) => string): SummaryScore {
  const scored = documents.filter(({ summaries }) => summaries.length > 0);
  const total = { one: 0, two: 0, longest: 0, words: 0 };
  for (const document of scored) {
    const summary = summarise(document);
    const [best] = document.summaries.map((reference) => rouge(summary, reference)).sort((a, b) => b[0] - a[0]);
    total.one += best?.[0] ?? 0;
    total.two += best?.[1] ?? 0;
    total.longest += best?.[2] ?? 0;
    total.words += listWords(summary).length;
  }
  const mean = (sum: number) => sum / Math.max(1, scored.length);
  return { one: mean(total.one), two: mean(total.two), longest: mean(total.longest), words: mean(total.words) };
}

function draftOf(document: GumDocument) {
  return draftOffline(toArticle(document));
}
