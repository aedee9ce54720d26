import type { Article } from './article.ts';
import type { Actor, Brief, Claim, Drop, SummarySentence } from './brief.ts';
import { checkActor } from './check/actor.ts';
import { checkClaim } from './check/claim.ts';
import { pairContested } from './check/disputes/contested.ts';
import { readArticle } from './check/reading.ts';
import { dropRepeats } from './check/repeats.ts';
import { checkSummarySentence } from './check/summary.ts';
import { markLanguage } from './check/written-in.ts';
import type { Draft } from './draft.ts';

/**
 * Turns a draft into the brief that is shown: every passage, quote, name, number and speaker is held against the article,
 * what is displayed is cut from it, and what fails is dropped and counted. Never throws, whatever the draft holds.
 */
export function checkDraft(draft: Draft, article: Article): Brief {
  const reading = readArticle(article, draft.drafter.language ?? null);
  const summary = draft.summary.map((sentence) => checkSummarySentence(sentence, reading));
  const actors = draft.actors.map((actor) => checkActor(actor, reading));
  const claims = draft.claims.map((claim) => checkClaim(claim, reading));

  const shown = {
    summary: dropRepeats(
      summary.flatMap(({ sentence }) => sentence ?? []),
      'summary',
      ({ text }: SummarySentence) => text,
    ),
    actors: dropRepeats(
      actors.flatMap(({ actor }) => actor ?? []),
      'actor',
      ({ name }: Actor) => name,
    ),
    claims: dropRepeats(
      claims.flatMap(({ claim }) => claim ?? []),
      'claim',
      ({ text, source }: Claim) => `${source.name} ${text}`,
    ),
  };
  const drops: Drop[] = [...summary, ...actors, ...claims, ...Object.values(shown)].flatMap((checked) => checked.drops);
  return {
    article,
    summary: shown.summary.kept,
    actors: shown.actors.kept,
    claims: pairContested(shown.claims.kept, reading),
    checks: {
      claimsOffered: draft.claims.length,
      claimsShown: shown.claims.kept.length,
      quotesOffered: draft.claims.filter(({ quote }) => quote !== null && quote.trim() !== '').length,
      quotesFound: claims.filter(({ quoteFound }) => quoteFound).length,
      actorsOffered: draft.actors.length,
      actorsShown: shown.actors.kept.length,
      summaryOffered: draft.summary.length,
      summaryShown: shown.summary.kept.length,
      unnamedSources: countUnnamed(shown.claims.kept),
      drops,
    },
    drafter: markLanguage(
      draft.drafter,
      [...shown.summary.kept, ...shown.claims.kept].map(({ text }) => text),
    ),
  };
}

function countUnnamed(claims: Claim[]): number {
  const unnamed = new Set(['unnamed-person', 'unnamed-group', 'anonymous']);
  return new Set(
    claims.filter(({ source }) => unnamed.has(source.kind)).map(({ source }) => source.name?.toLowerCase()),
  ).size;
}
