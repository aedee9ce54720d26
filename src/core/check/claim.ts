import type { Claim, Drop, DropReason, Quote, Source } from '../brief.ts';
import type { DraftClaim } from '../draft.ts';
import { cutPassage, cutQuote, findGround, type Ground, restsElsewhere } from './passage.ts';
import { type Reading, sentencesIn, stretchOf } from './reading.ts';
import { hidesSpeaker } from './speakers/hidden-speaker.ts';
import { cutSource } from './speakers/source.ts';
import { tieSpeaker } from './speakers/speaker.ts';
import { turnOf } from './speakers/turn-speaker.ts';
import { findFault } from './statement.ts';
import { isTranslated } from './translated.ts';
import { checkTranslation } from './translation.ts';

/** A claim after the check, or none, with what was dropped of it and whether its check quote was found. */
export type CheckedClaim = { claim: Claim | undefined; drops: Drop[]; quoteFound: boolean };

/** Checks one claim: where it rests, what it says, who said it. The first rule it breaks drops it. */
export function checkClaim(draft: DraftClaim, reading: Reading): CheckedClaim {
  const text = draft.text.trim();
  const offered = draft.quote?.trim() || null;
  const drop = (why: DropReason, quoteFound = false): CheckedClaim => ({
    claim: undefined,
    drops: [{ part: 'claim', why, text }],
    quoteFound,
  });
  if (text === '') return drop('empty');

  const ground = findGround(draft.sentences, offered, reading);
  if ('why' in ground) return drop(ground.why);
  const { sentences, span, found } = ground;
  const isQuoted = found !== undefined;
  const passage = cutPassage(span, reading);
  const drops: Drop[] = [];
  if (offered !== null && !isQuoted) {
    if (reading.writtenIn !== null || restsElsewhere(text, passage.text, false)) return drop('quote-not-found');
    drops.push({ part: 'quote', why: 'quote-not-found', text: offered });
  }

  // Words of another language are held to nothing but the quote.
  if (!isQuoted && isTranslated(text, passage.text, reading)) return drop('quote-not-found');
  const fault = findFault(text, sentences, reading, { speaker: draft.source.name, isQuoted });
  if (fault) return drop(fault, isQuoted);

  const checked = checkSource(draft, ground, reading);
  if ('why' in checked) return drop(checked.why, isQuoted);
  const quote = ownQuote(cutQuote(found, reading), draft, reading);
  const { translation, drops: untranslated } = checkTranslation(draft.translation, found, reading);
  const claim = { text, source: checked.source, sentences, passage, quote, ...(translation && { translation }) };
  return { claim, drops: [...drops, ...untranslated, ...checked.drops], quoteFound: isQuoted };
}

function checkSource(
  { source, text }: DraftClaim,
  ground: Ground,
  reading: Reading,
): { source: Source; drops: Drop[] } | { why: DropReason } {
  const name = source.name?.trim() ?? '';
  if (source.kind === 'article') {
    // What somebody says in an interview, or asks, is nothing the article says.
    if (turnOf(ground, reading) || hidesSpeaker(text, ground.sentences, reading)) return { why: 'speaker-not-tied' };
    return { source: { name: null, kind: 'article', title: null, via: null }, drops: [] };
  }
  if (name === '') return { why: 'speaker-not-in-article' };
  const tie = tieSpeaker(name, text, ground, reading);
  return 'why' in tie ? tie : cutSource({ ...source, name }, tie, reading);
}

/** A quote is shown where its own sentence gives it to the source: a check quote may reach over another's words. */
function ownQuote(quote: Quote | null, { source }: DraftClaim, reading: Reading): Quote | null {
  if (!quote || source.kind === 'article' || !source.name) return quote;
  const sentences = sentencesIn(quote, reading);
  const ground = { sentences, span: stretchOf(sentences, reading), found: quote };
  const tie = tieSpeaker(source.name.trim(), quote.text, ground, reading);
  return 'why' in tie ? null : quote;
}
