import type { Span } from '../../core/article.ts';
import type { Unspaced } from '../languages/unspaced.ts';
import { firstTokenFrom } from '../speech/contents.ts';
import type { Statement } from '../speech/statement.ts';
import type { Voice } from '../speech/voices.ts';
import type { TaggedText } from '../tokens.ts';
import type { ForeignStatement } from './voices.ts';

const minQuotedLength = 8; // characters: a shorter one is a term
const maxLead = 90; // characters between a sentence's start and its quotation
const maxSpeaker = 30;
const nameLength = /^[\p{Script=Han}\p{Script=Katakana}ー・·]{2,12}$/u;

/**
 * Finds quotations with a verb of speech and a speaker beside them in Chinese or Japanese, by word lists: „市长李明表示：“…”“,
 * „木原官房長官は「…」と述べた“. A speaker without a title, an honorific or a body's ending gives nothing, unless the text has
 * named the same one before.
 */
export function readUnspaced(tagged: TaggedText, words: Unspaced): ForeignStatement[] {
  const found: ForeignStatement[] = [];
  for (const quotation of tagged.quotations) {
    if (quotation.end - quotation.start - 2 < minQuotedLength) continue;
    const read = readAfter(tagged.text, quotation, words) ?? readBefore(tagged.text, quotation, words);
    const voice = read && toVoice(tagged.text.slice(read.source.start, read.source.end), words, found);
    if (!read || !voice) continue;
    found.push({ statement: toStatement(tagged, read, quotation), voice });
  }
  return found;
}

type Read = { source: Span; cue: Span };

/** “…”市长李明说。 / 木原官房長官は「…」と述べた */
function readAfter(text: string, { start, end }: Span, words: Unspaced): Read | undefined {
  const skipped = /^[，,、]?\s*/u.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  const tail = text.slice(end + skipped, end + skipped + maxSpeaker + 12);
  for (const pattern of words.saysAfter) {
    const [lead = '', verb = ''] = pattern.split('{who}');
    if (!tail.startsWith(lead)) continue;
    const at = tail.indexOf(verb, lead.length);
    if (at < 0 || at > maxSpeaker || /[。！？：“”「」\n]/u.test(tail.slice(0, at))) continue;
    const from = end + skipped;
    const cue = { start: from + at, end: from + at + verb.length };
    const who = tail.slice(lead.length, at);
    if (words.topic.length === 0) {
      const named = trimSpeaker(who, words);
      const source = { start: from + lead.length, end: from + lead.length + named.length };
      return named === '' ? undefined : { source, cue };
    }
    const topic = words.topic.find((particle) => who.endsWith(particle) && who.length > particle.length);
    if (topic)
      return { source: { start: from + lead.length, end: from + lead.length + who.length - topic.length }, cue };
    const source = who === '' ? topicBefore(text, start, words) : undefined;
    return source && { source, cue };
  }
  return undefined;
}

/** 外交部发言人毛宁3日在记者会上表示：“…” */
function readBefore(text: string, { start }: Span, words: Unspaced): Read | undefined {
  const lead = text.slice(Math.max(0, start - maxLead), start).replace(/[：:，,]\s*$/u, '');
  const verb = words.saysBefore.find((word) => lead.endsWith(word));
  if (!verb) return undefined;
  const clause = lead.slice(0, -verb.length);
  const edge = Math.max(...[...'。！？；，,”」\n'].map((mark) => clause.lastIndexOf(mark))) + 1;
  const named = trimSpeaker(clause.slice(edge), words);
  if (!named) return undefined;
  const from = Math.max(0, start - maxLead) + edge;
  const cue = Math.max(0, start - maxLead) + clause.length;
  return { source: { start: from, end: from + named.length }, cue: { start: cue, end: cue + verb.length } };
}

/** The one the sentence is about, where nobody else comes between: 木原官房長官は会見で「…」 */
function topicBefore(text: string, start: number, words: Unspaced): Span | undefined {
  const lead = text.slice(Math.max(0, start - maxLead), start);
  const edge = Math.max(...[...'。！？」\n'].map((mark) => lead.lastIndexOf(mark))) + 1;
  const clause = lead.slice(edge);
  const ends = words.topic.flatMap((particle) =>
    [...clause.matchAll(new RegExp(particle, 'gu'))].map(({ index }) => index),
  );
  // Only a title or a body's ending right before the particle shows that it is one; of two such, nobody knows who speaks.
  const known = [...words.titles, ...words.honorifics, ...words.bodies];
  const topics = ends.filter((index) => known.some((ending) => clause.slice(0, index).endsWith(ending)));
  const [only] = topics;
  if (only === undefined || topics.length > 1) return undefined;
  const from = Math.max(...[...'、の　 ）)'].map((mark) => clause.lastIndexOf(mark, only - 1))) + 1;
  const base = Math.max(0, start - maxLead) + edge;
  return only - from > maxSpeaker ? undefined : { start: base + from, end: base + only };
}

function trimSpeaker(clause: string, { stops }: Unspaced): string {
  const cuts = stops.map((stop) => clause.indexOf(stop)).filter((at) => at > 1);
  const named = clause.slice(0, Math.min(clause.length, ...cuts)).trim();
  return named.length > maxSpeaker ? '' : named;
}

function toVoice(speaker: string, words: Unspaced, found: ForeignStatement[]): Voice | undefined {
  const longest = (list: string[]) => list.toSorted((a, b) => b.length - a.length);
  const honorific = words.honorifics.find((ending) => speaker.endsWith(ending));
  if (honorific) return named(speaker.slice(0, -honorific.length), null);
  for (const title of longest(words.titles)) {
    if (speaker === title) return { name: speaker, kind: 'unnamed-person', title: null };
    const at = words.titleFirst ? speaker.lastIndexOf(title) : speaker.length - title.length;
    if (at < 0 || !speaker.startsWith(title, at)) continue;
    const rest = words.titleFirst ? speaker.slice(at + title.length) : speaker.slice(0, at);
    if (words.titleFirst && rest === '') return { name: speaker, kind: 'unnamed-person', title: null };
    return named(rest, words.titleFirst ? speaker.slice(0, at + title.length) : title);
  }
  const known = found.findLast(({ voice }) => voice?.kind === 'named-person' && voice.name === speaker)?.voice;
  if (known) return known;
  const isBody = words.bodies.some((ending) => speaker.endsWith(ending) && speaker.length > 1);
  return isBody ? { name: speaker, kind: 'named-organisation', title: null } : undefined;
}

function named(name: string, title: string | null): Voice | undefined {
  return nameLength.test(name) ? { name, kind: 'named-person', title } : undefined;
}

function toStatement(tagged: TaggedText, { source, cue }: Read, { start, end }: Span): Statement {
  // A run of letters is one token, so that a source may begin within it.
  const at = firstTokenFrom(tagged, source.start + 1) - 1;
  const subject = { first: at, last: at + 1, head: at };
  return { subject, source, cue, cueKind: 'say', content: { start, end }, continued: [] };
}

/** True for a sentence that holds somebody's words, though not who speaks: „负责人表示，…“, „…としている“. */
export function reportsUnspaced(sentence: string, { saysBefore, saysAfter, topic }: Unspaced): boolean {
  if (/[“「『]/u.test(sentence)) return true;
  const leads = topic.length > 0 ? ['という', 'といい', 'として', ...saysAfter] : saysBefore;
  return leads.some((lead) => sentence.includes(lead.replace('{who}', '')));
}
