import type { Span } from '../../core/article.ts';
import type { NamedThing } from '../names/things.ts';
import { titles } from '../names/words.ts';
import type { TaggedText, Token } from '../tokens.ts';
import type { Statement } from './statement.ts';
import { type NamedAt, type Voice, voiceOfThing } from './voices.ts';

/** A statement with who made it. */
export type Spoken = { statement: Statement; voice: Voice | undefined };

/**
 * "…," Okafor told Brandt. "…," she replied: the one who was told speaks, and never the one who told. 'nobody' where the pronoun
 * does not fit that one, undefined where this is no reply to somebody named.
 */
export function whoeverWasTold(
  text: TaggedText,
  { subject, cue }: Statement,
  previous: Spoken | undefined,
  thingAt: Map<number, NamedAt>,
  titleOf: (thing: NamedThing) => string | null,
): Voice | 'nobody' | undefined {
  const pronoun = text.tokens[subject.head] as Token;
  if (!/^(?:he|she)$/.test(pronoun.lower) || !previous || !isReply(text, cue)) return undefined;
  const told = previous.statement;
  const [asker, answerer] = [text.tokens[told.subject.head] as Token, pronoun];
  const apart = (text.sentences[answerer.sentence]?.paragraph ?? 0) - (text.sentences[asker.sentence]?.paragraph ?? 0);
  if (apart > 1) return undefined;
  const addressee = addresseeOf(text, told, thingAt);
  if (
    addressee === undefined ||
    (addressee !== 'somebody' && /^(?:organisation|government|group|place)$/.test(addressee.kind ?? ''))
  )
    return undefined;
  if (addressee === 'somebody' || addressee.kind !== 'person' || addressee.isShared) return 'nobody';
  if (addressee === previous.voice?.thing) return undefined;
  const wrong = pronoun.lower === 'he' ? 'woman' : 'man';
  return addressee.gender === wrong ? 'nobody' : voiceOfThing(addressee, titleOf(addressee));
}

function isReply({ text }: TaggedText, cue: Span): boolean {
  return /^(?:repl|answer|respond|retort|counter)/i.test(text.slice(cue.start, cue.end));
}

/** The name right behind "told" or "asked"; 'somebody' for a capital that nothing else is known of. */
function addresseeOf(
  { tokens }: TaggedText,
  { subject, cue }: Statement,
  thingAt: Map<number, NamedAt>,
): NamedThing | 'somebody' | undefined {
  let i = subject.head;
  while (i < tokens.length && (tokens[i]?.start ?? 0) < cue.end) i++;
  if (
    (tokens[i - 1]?.start ?? -1) !== cue.start ||
    !/^(?:told|tells?|asked|asks?|warned)$/.test(tokens[i - 1]?.lower ?? '')
  )
    return undefined;
  for (let k = i; k < i + 4; k++) {
    const named = thingAt.get(k);
    if (named) return named.thing;
    if (tokens[k]?.pos === 'PROPN' && !titles.has(tokens[k]?.lower ?? '')) return 'somebody';
    if (!/^(?:NOUN|PROPN|ADJ|DET)$/.test(tokens[k]?.pos ?? '')) return undefined;
  }
  return undefined;
}
