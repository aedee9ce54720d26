import type { Article } from '../core/article.ts';
import type { Draft, DraftClaim } from '../core/draft.ts';
import { rankActors } from './actors.ts';
import { type Reading, readText } from './attributions.ts';
import { takeBeginning } from './beginning.ts';
import { type RankedClaim, toClaims } from './claims.ts';
import { offlineDrafter } from './drafter.ts';
import { reportsUnspaced } from './foreign/unspaced.ts';
import { summarise } from './summary.ts';
import type { TaggedText } from './tokens.ts';
import { toTurnClaims } from './turn-claims.ts';

const maxClaims = 24;
const fewSourced = 4;
const maxUnsourced = 4;
// More of one source are never shown.
const maxCompared = 60;

/**
 * Drafts a brief without a model: who said what by rules of English news, names, and sentences cut from the article. Every
 * word of it is the article's own. Other languages give direct quotations only.
 *
 * @returns claims with the most important first; empty lists for a text that is no prose
 */
export function draftOffline(article: Article): Draft {
  const { text, read } = takeBeginning(article.text);
  const reading = readText(text, article.title);
  const own = toTurnClaims(reading.tagged, reading.turns, reading.things);
  const claims = [...toClaims(reading), ...own].sort((a, b) => b.score - a.score || a.at - b.at);
  const summary = summarise(reading.tagged, article.title, reading.turns);
  return {
    summary,
    actors: rankActors(reading, article, claims),
    claims: [
      ...spread(claims).slice(0, maxClaims),
      ...(claims.length < fewSourced ? toFacts(summary, claims, reading.tagged) : []),
    ],
    drafter: { ...offlineDrafter, ...speechRead(reading), ...(read && { read }) },
  };
}

/** What of who said what the reader can tell in the article's language; nothing to say of English. */
function speechRead({ tagged }: Reading): Pick<Draft['drafter'], 'speechRead'> {
  if (tagged.isEnglish) return {};
  if (tagged.language) return { speechRead: 'plain' };
  return { speechRead: tagged.unspaced ? 'quotations' : 'none' };
}

/** Each source's best claim before anyone's second, so that the first ones shown do not all come from one mouth. */
function spread(claims: RankedClaim[]): DraftClaim[] {
  const turns = new Map<string, number>();
  const ordered = dropRepeated(claims).flatMap((ranked, place) => {
    const name = ranked.claim.source.name ?? '';
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return [{ claim: ranked.claim, turn: Math.min(turn, 3), place }];
  });
  return ordered.sort((a, b) => a.turn - b.turn || a.place - b.place).map(({ claim }) => claim);
}

/** One claim for one statement: a whole sentence goes where a part of it stands as a claim of the same source. */
function dropRepeated(claims: RankedClaim[]): RankedClaim[] {
  const bySource = new Map<string, { ranked: RankedClaim; words: string }[]>();
  for (const ranked of claims) {
    const name = ranked.claim.source.name ?? '';
    const words = ranked.claim.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const own = bySource.get(name) ?? [];
    bySource.set(name, own);
    const isWhole = own.some((other) => words.includes(other.words));
    if (isWhole || own.length > maxCompared) continue;
    bySource.set(name, [...own.filter((other) => !other.words.includes(words)), { ranked, words }]);
  }
  const kept = new Set([...bySource.values()].flat().map(({ ranked }) => ranked));
  return claims.filter((ranked) => kept.has(ranked));
}

/** "Das Missmanagement stehe im Kern, erklärte die Fed": somebody's words, whom the lists did not make out, are not the article's. */
function reportsSpeech(sentence: string, { language, unspaced }: TaggedText): boolean {
  if (unspaced) return reportsUnspaced(sentence, unspaced);
  if (!language) return false;
  const words = ` ${sentence
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')} `;
  const isThere = (phrase: string) => words.includes(` ${phrase} `);
  return (
    /["“„«]/.test(sentence) ||
    /,\s(?:so|dixit)\s\p{Lu}/u.test(sentence) ||
    language.accordingTo.some(isThere) ||
    language.said.some((verb) => verb.length > 3 && isThere(verb))
  );
}

// Advice to a reader, and what "I" and "we" tell: nobody says who that is.
const addresses =
  /(?<!\p{L})(?:you|your|yours|I|we|my|our|me|ich|wir|uns|mein|meine|unser|unsere|unseren|je|nous|notre|nos|yo|nosotros|nuestro|nuestra)(?!\p{L})/iu;

/** Few sources: the summary's sentences stand as what the article says in its own voice. */
function toFacts(summary: Draft['summary'], sourced: RankedClaim[], tagged: TaggedText): DraftClaim[] {
  const told = new Set(sourced.flatMap(({ claim }) => claim.sentences));
  const facts = summary.filter(
    ({ text, sentences }) =>
      !sentences.some((id) => told.has(id)) && !reportsSpeech(text, tagged) && !addresses.test(text),
  );
  return facts.slice(0, maxUnsourced).map(({ text, sentences }) => ({
    text,
    source: { name: null, kind: 'article', title: null, via: null },
    sentences,
    quote: null,
  }));
}
