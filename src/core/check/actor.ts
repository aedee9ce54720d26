import type { Span } from '../article.ts';
import type { Actor, Drop, DropReason } from '../brief.ts';
import type { Draft } from '../draft.ts';
import { findQuote } from '../quotes.ts';
import { findMisplacedSubject } from './facts/deeds.ts';
import { knownIds, type Reading, sentencesIn, stretchOf, textOf } from './reading.ts';
import { hidesSpeaker } from './speakers/hidden-speaker.ts';
import { findMentions } from './speakers/mentions.ts';
import { tieSpeaker } from './speakers/speaker.ts';
import { findVoices } from './speakers/voices.ts';
import { findFault } from './statement.ts';

const maxGrounds = 40; // sentences in which a role or a stance is looked for; a long article has an actor in thousands

/** An actor after the check, or none, with what was dropped. */
export type CheckedActor = { actor: Actor | undefined; drops: Drop[] };

/** Checks that an actor occurs in the article, and that role and stance each rest on the sentences given or on a mention's. */
export function checkActor(draft: Draft['actors'][number], reading: Reading): CheckedActor {
  const name = draft.name.trim();
  const mentions = findMentions(name, reading);
  const [first] = mentions;
  if (!first)
    return {
      actor: undefined,
      drops: [{ part: 'actor', why: name === '' ? 'empty' : 'actor-not-in-article', text: name }],
    };
  const cited = knownIds(draft.sentences, reading);
  const mentioning = mentions.flatMap((mention) => sentencesIn(mention, reading));
  const sentences = cited.length > 0 ? cited : mentioning.slice(0, 1);
  const drops: Drop[] = [];
  const hold = (part: 'role' | 'stance', line: string | null): string | null => {
    const text = line?.trim() ?? '';
    if (text === '') return null;
    const faultIn = (ground: number[]): DropReason | undefined =>
      findFault(text, ground, reading, { speaker: name, isQuoted: false }) ??
      (part === 'stance' ? findStanceFault({ name, text }, ground, reading) : undefined);
    if (part === 'role' && (isAnothersRole(text, mentions, cited, reading) || isRoleToward(text, mentions, reading))) {
      drops.push({ part, why: 'words-not-in-passage', text });
      return null;
    }
    const why = faultIn(sentences);
    const others = [...new Set([...cited, ...mentioning])].slice(0, maxGrounds);
    if (why === undefined || others.some((id) => faultIn([id]) === undefined)) return text;
    drops.push({ part, why, text });
    return null;
  };
  const actor = {
    name,
    kind: draft.kind,
    role: hold('role', draft.role),
    stance: hold('stance', draft.stance),
    sentences,
  };
  return { actor, drops };
}

/** Why a stance is not the actor's own: the article has it of another, or has another say that it is so. */
function findStanceFault(
  { name, text }: { name: string; text: string },
  ground: number[],
  reading: Reading,
): DropReason | undefined {
  const told = `${name} ${text}`;
  const own = quotedPlace(text, ground, reading);
  // Words of a quotation are held to who said it, as a claim's are.
  if (own) {
    const sentences = sentencesIn(own, reading);
    const tie = tieSpeaker(name, text, { sentences, span: stretchOf(sentences, reading), found: own }, reading);
    if ('why' in tie) return tie.why;
  }
  if (!reading.isEnglish) return undefined;
  const isNamed = ground.some((id) =>
    findVoices(stretchOf([id], reading), reading).some(({ kind }) => kind === 'named'),
  );
  if (isNamed && hidesSpeaker(told, ground, reading)) return 'speaker-not-tied';
  const misplaced = findMisplacedSubject(told, textOf(ground, reading), stretchOf(ground, reading).start, reading);
  return misplaced === undefined ? undefined : 'meaning-changed';
}

/**
 * True where the article has a role only as what somebody is to the actor: "deputy" of "Brandt's deputy", "widow" of "the widow of
 * Ott". A town's mayor is no role of the town either.
 */
function isRoleToward(role: string, mentions: Span[], reading: Reading): boolean {
  const { text } = reading.article;
  const places = mentions.slice(0, maxGrounds).flatMap((mention) => {
    const sentence = stretchOf(sentencesIn(mention, reading), reading);
    const met = findQuote(role, text.slice(sentence.start, sentence.end));
    return met ? [{ mention, start: sentence.start + met.start, end: sentence.start + met.end }] : [];
  });
  return (
    places.length > 0 &&
    places.every(({ mention, start, end }) =>
      end <= mention.start
        ? /^\s(?:of|for|to)\s(?:the\s)?(?:\p{L}+\s){0,2}$/u.test(text.slice(end, mention.start))
        : start >= mention.end &&
          /['’]s?$/u.test(text.slice(mention.start, mention.end)) &&
          /^\s(?:\p{Ll}+\s){0,3}$/u.test(text.slice(mention.end, start)),
    )
  );
}

/** Where a stance stands word for word inside a quotation. */
function quotedPlace(text: string, ground: number[], reading: Reading): Span | undefined {
  const within = stretchOf(ground, reading);
  const met = findQuote(text, reading.article.text.slice(within.start, within.end));
  if (!met) return undefined;
  const place = { start: within.start + met.start, end: within.start + met.end };
  return reading.quotations.some(({ start, end }) => start <= place.start && place.end <= end + 1) ? place : undefined;
}

const title = /^\s*,?\s*$/u;
const apposition = /^,\s(?:\d{1,3},\s)?(?:the|an?|its|their|his|her)?\s?$/u;

/** True where a role stands right beside another's name wherever the article has it near the actor's: "Judge" of "Judge Cole fined Ott". */
function isAnothersRole(role: string, mentions: Span[], cited: number[], reading: Reading): boolean {
  const { article, names } = reading;
  const ids = [...new Set([...mentions.flatMap((mention) => sentencesIn(mention, reading)), ...cited])].slice(
    0,
    maxGrounds,
  );
  let others = 0;
  for (const id of ids) {
    const sentence = stretchOf([id], reading);
    const met = findQuote(role, article.text.slice(sentence.start, sentence.end));
    if (!met) continue;
    const found = { start: sentence.start + met.start, end: sentence.start + met.end };
    const isBeside = ({ start, end }: Span): boolean =>
      (start < found.end && end > found.start) ||
      (start >= found.end && title.test(article.text.slice(found.end, start))) ||
      (end <= found.start && apposition.test(article.text.slice(end, found.start)));
    const near = names.filter(({ start, end }) => start < sentence.end && end > sentence.start);
    const isOwn = (name: Span): boolean => mentions.some(({ start, end }) => start < name.end && end > name.start);
    if (mentions.some(isBeside) || !near.some((name) => isBeside(name) && !isOwn(name))) return false;
    others += 1;
  }
  return others > 0;
}
