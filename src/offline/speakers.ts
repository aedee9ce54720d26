import type { SourceKind } from '../core/draft.ts';
import { bodyNouns, documentNouns, isPeopleNoun, isPersonNoun, singularOf } from './name-words.ts';
import type { NamedThing, NameMention } from './names.ts';
import { findRoles } from './roles.ts';
import type { Statement } from './statements.ts';
import type { TaggedText, Token } from './tokens.ts';

/** Who stands behind a statement, after "he" and "the official" are resolved. `title` is cut from the text. */
export type Voice = { name: string; kind: Exclude<SourceKind, 'article'>; title: string | null; thing?: NamedThing };

const anonymity =
  /\b(?:asked|wished|declined|refused|wanted|requested|insisted|preferred)\s+(?:not\s+)?to\s+(?:not\s+)?(?:be\s+)?(?:remain\s+)?(?:named|identified|anonymous|anonymity|quoted)|\bon (?:the )?condition of anonymity|\brequest(?:ed|ing) anonymity|\bnot (?:authori[sz]ed|permitted|allowed) to (?:speak|talk|comment|discuss|brief)|\bdeclin(?:ed|ing) to be (?:named|identified)/i;

/** Someone the text has brought up, for the pronouns and "the official" that follow. */
type Antecedent = {
  sentence: number;
  paragraph: number;
  at: number;
  voice: Voice;
  noun: string;
  modifiers: Set<string>;
  plural: boolean;
  isSource: boolean;
};

/** Gives each statement its voice; undefined where the text does not make clear who speaks. */
export function resolveSpeakers(
  text: TaggedText,
  statements: Statement[],
  things: NamedThing[],
): (Voice | undefined)[] {
  const thingAt = new Map<number, { thing: NamedThing; mention: NameMention }>();
  const mentions: { thing: NamedThing; mention: NameMention }[] = [];
  for (const thing of things) {
    for (const mention of thing.mentions) {
      mentions.push({ thing, mention });
      for (let i = mention.first; i < mention.last; i++) thingAt.set(i, { thing, mention });
    }
  }
  mentions.sort((a, b) => a.mention.start - b.mention.start);
  const titlesOf = new Map<NamedThing, string | null>();
  const titleOf = (thing: NamedThing): string | null => {
    const known = titlesOf.get(thing);
    if (known !== undefined) return known;
    const role = findRoles(text, thing)[0];
    const title = role ? text.text.slice(role.start, role.end) : null;
    titlesOf.set(thing, title);
    return title;
  };
  const inOrder = statements
    .map((statement, index) => ({ statement, index }))
    .sort((a, b) => a.statement.subject.head - b.statement.subject.head);
  const voices: (Voice | undefined)[] = statements.map(() => undefined);
  const antecedents: Antecedent[] = [];
  let nextMention = 0;
  for (const { statement, index } of inOrder) {
    const head = text.tokens[statement.subject.head] as Token;
    for (
      let item = mentions[nextMention];
      item && item.mention.first < statement.subject.first;
      item = mentions[++nextMention]
    ) {
      antecedents.push(toAntecedent(text, item.thing, item.mention, titleOf(item.thing)));
    }
    const named = thingAt.get(statement.subject.head);
    const last = nameAtEnd(text, statement, thingAt) ?? named;
    const voice =
      jointVoice(text, statement, thingAt) ??
      (last ? voiceOfThing(last.thing, titleOf(last.thing)) : voiceOfPhrase(text, statement, antecedents));
    voices[index] = voice;
    if (voice) antecedents.push(sourceAntecedent(text, statement, voice, head));
  }
  return voices;
}

type NamedAt = { thing: NamedThing; mention: NameMention };

/** "Governor of Washington Chris Gregoire", "The host, board member Nicole Lederer": the phrase ends in the name it describes. */
function nameAtEnd({ tokens }: TaggedText, { subject }: Statement, thingAt: Map<number, NamedAt>): NamedAt | undefined {
  if (thingAt.get(subject.head)?.thing.kind === 'person') return undefined;
  let comma = subject.first;
  while (comma < subject.last && tokens[comma]?.text !== ',') comma++;
  for (const end of [comma, subject.last]) {
    const named = thingAt.get(end - 1);
    if (named?.thing.kind !== 'person' || named.mention.first <= subject.head) continue;
    const before = tokens[named.mention.first - 1];
    // "the lawyer of Chris Gregoire" is somebody else.
    if (
      before?.pos === 'NOUN' ||
      before?.pos === 'PROPN' ||
      (before?.text === ',' && named.mention.first === comma + 1)
    )
      return named;
    if (named.mention.title && named.mention.outerStart === tokens[comma + 1]?.start) return named;
  }
  return undefined;
}

/** "Sweden and Finland": one statement of two. */
function jointVoice(
  { text, tokens }: TaggedText,
  { subject }: Statement,
  thingAt: Map<number, NamedAt>,
): Voice | undefined {
  let end = subject.first;
  while (end < subject.last && tokens[end]?.text !== ',') end++;
  for (let i = subject.first + 1; i < end - 1; i++) {
    if (tokens[i]?.lower !== 'and') continue;
    const [left, right] = [thingAt.get(i - 1), thingAt.get(end - 1)];
    if (!left || !right || left.thing === right.thing || left.mention.first !== subject.first) continue;
    const kind = left.thing.kind === 'person' ? 'named-person' : 'named-organisation';
    return { name: text.slice(tokens[subject.first]?.start, tokens[end - 1]?.end), kind, title: null };
  }
  return undefined;
}

function voiceOfThing(thing: NamedThing, title: string | null): Voice {
  return {
    name: thing.name,
    kind: thing.kind === 'person' ? 'named-person' : 'named-organisation',
    title: thing.kind === 'person' ? title : null,
    thing,
  };
}

function toAntecedent(text: TaggedText, thing: NamedThing, mention: NameMention, title: string | null): Antecedent {
  const token = text.tokens[mention.first] as Token;
  const words = (title ?? '').toLowerCase().match(/[\p{L}]+/gu) ?? [];
  return {
    sentence: token.sentence,
    paragraph: text.sentences[token.sentence]?.paragraph ?? 0,
    at: mention.first,
    voice: voiceOfThing(thing, title),
    noun: '',
    modifiers: new Set(words),
    plural: false,
    isSource: false,
  };
}

function sourceAntecedent(text: TaggedText, statement: Statement, voice: Voice, head: Token): Antecedent {
  const words = text.tokens.slice(statement.subject.first, statement.subject.last).map((token) => token.lower);
  return {
    sentence: head.sentence,
    paragraph: text.sentences[head.sentence]?.paragraph ?? 0,
    at: statement.subject.head,
    voice,
    noun: singularOf(head.lower),
    modifiers: new Set([...words, ...((voice.title ?? '').toLowerCase().match(/[\p{L}]+/gu) ?? [])]),
    plural: head.lower === 'they' || (head.pos === 'NOUN' && isPeopleNoun(head.lower)),
    isSource: true,
  };
}

function voiceOfPhrase(text: TaggedText, statement: Statement, antecedents: Antecedent[]): Voice | undefined {
  const { tokens } = text;
  const { first, head } = statement.subject;
  const noun = tokens[head] as Token;
  if (noun.lower === 'he' || noun.lower === 'she') return personBehind(noun.lower, text, noun, antecedents);
  if (noun.lower === 'it') return bodyBehind(text, noun, antecedents);
  if (noun.lower === 'they') return groupBehind(text, noun, antecedents);
  if (
    /^(?:i|we|another|one|both|all|each|few|none|neither|some|many|most|others|several)$/.test(noun.lower) &&
    statement.subject.last - first === 1
  )
    return undefined;
  const opener = tokens[first]?.lower ?? '';
  const definite = /^(?:the|this|that|these|those)$/.test(opener);
  if (definite) {
    const known = sameDescription(text, statement, antecedents);
    if (known) return known;
  }
  return unnamedVoice(text, statement);
}

function gap(text: TaggedText, token: Token, antecedent: Antecedent): number {
  const paragraph = text.sentences[token.sentence]?.paragraph ?? 0;
  return paragraph - antecedent.paragraph;
}

/** The nearest person of the right gender; a source counts as nearer than a name that is only mentioned. */
function personBehind(
  pronoun: 'he' | 'she',
  text: TaggedText,
  token: Token,
  antecedents: Antecedent[],
): Voice | undefined {
  const wrong = pronoun === 'he' ? 'woman' : 'man';
  const scores = new Map<string, { score: number; voice: Voice }>();
  for (let i = antecedents.length - 1; i >= 0 && i > antecedents.length - 40; i--) {
    const antecedent = antecedents[i] as Antecedent;
    const { voice } = antecedent;
    const distance = gap(text, token, antecedent);
    if (distance > 3) break;
    if (
      antecedent.plural ||
      !/^(?:named-person|unnamed-person|anonymous)$/.test(voice.kind) ||
      voice.thing?.gender === wrong
    )
      continue;
    const sentences = token.sentence - antecedent.sentence;
    const opensSentence = opensItsSentence(text, antecedent);
    let score = 10 - sentences * 1.5 - distance * 1.5;
    if (antecedent.isSource) score += 4;
    if (opensSentence) score += 2.5;
    if (voice.thing && voice.thing.gender !== 'unknown') score += 1;
    const best = scores.get(voice.name);
    if (!best || best.score < score) scores.set(voice.name, { score, voice });
  }
  const ranked = [...scores.values()].sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || best.score < 3) return undefined;
  // Two persons stand equally near: the text leaves it open, so do we.
  return second && best.score - second.score < 1 ? undefined : best.voice;
}

function opensItsSentence({ tokens, sentences }: TaggedText, antecedent: Antecedent): boolean {
  const sentence = sentences[antecedent.sentence];
  if (!sentence) return false;
  for (let i = sentence.first; i < antecedent.at; i++) {
    const pos = tokens[i]?.pos;
    if (pos === 'VERB' || pos === 'AUX' || pos === 'ADP' || pos === 'PUNCT') return false;
  }
  return true;
}

/** "It added": the body or document that spoke last, in this paragraph or the one before. */
function bodyBehind(text: TaggedText, token: Token, antecedents: Antecedent[]): Voice | undefined {
  for (let i = antecedents.length - 1; i >= 0; i--) {
    const antecedent = antecedents[i] as Antecedent;
    if (gap(text, token, antecedent) > 1) return undefined;
    if (!antecedent.isSource) continue;
    return /^(?:named-organisation|document|unnamed-group)$/.test(antecedent.voice.kind) ? antecedent.voice : undefined;
  }
  return undefined;
}

/** "they": the group that spoke last, unless other people were brought up in the same sentence. */
function groupBehind(text: TaggedText, token: Token, antecedents: Antecedent[]): Voice | undefined {
  const sentence = text.sentences[token.sentence];
  for (let i = sentence?.first ?? 0; (text.tokens[i]?.start ?? token.start) < token.start; i++) {
    const word = text.tokens[i];
    if (word?.quotation === -1 && word.pos === 'NOUN' && (isPeopleNoun(word.lower) || word.lower.endsWith('ers')))
      return undefined;
  }
  for (let i = antecedents.length - 1; i >= 0; i--) {
    const antecedent = antecedents[i] as Antecedent;
    if (gap(text, token, antecedent) > 1 || token.sentence - antecedent.sentence > 2) return undefined;
    if (antecedent.isSource && (antecedent.plural || antecedent.voice.kind === 'unnamed-group'))
      return antecedent.voice;
  }
  return undefined;
}

/** "the Iraqi official" after "an Iraqi official who …": the nearest one with that noun and all its adjectives. */
function sameDescription(text: TaggedText, statement: Statement, antecedents: Antecedent[]): Voice | undefined {
  const { first, head } = statement.subject;
  const noun = singularOf(text.tokens[head]?.lower ?? '');
  const plural = noun !== text.tokens[head]?.lower;
  const modifiers = text.tokens
    .slice(first + 1, head)
    .filter((t) => t.pos !== 'PUNCT' && t.lower !== "'s")
    .map((t) => t.lower);
  for (let i = antecedents.length - 1; i >= 0 && i > antecedents.length - 200; i--) {
    const antecedent = antecedents[i] as Antecedent;
    const sameNoun = antecedent.isSource
      ? antecedent.noun === noun || (!plural && antecedent.voice.thing !== undefined && antecedent.modifiers.has(noun))
      : !plural && antecedent.voice.kind === 'named-person' && antecedent.modifiers.has(noun);
    if (
      sameNoun &&
      (plural === antecedent.plural || antecedent.noun !== noun) &&
      modifiers.every((word) => antecedent.modifiers.has(word))
    )
      return antecedent.voice;
  }
  return undefined;
}

function unnamedVoice(text: TaggedText, statement: Statement): Voice | undefined {
  const { tokens } = text;
  const { first, last, head } = statement.subject;
  const noun = tokens[head] as Token;
  const whole = text.text.slice(tokens[first]?.start, tokens[last - 1]?.end);
  const sentence = text.sentences[noun.sentence];
  const comma = tokens.slice(first, last).findIndex((token) => token.text === ',');
  const core = comma > 0 ? text.text.slice(tokens[first]?.start, tokens[first + comma - 1]?.end) : whole;
  const around = text.text.slice(sentence?.start, sentence?.end);
  if (anonymity.test(whole)) return { name: whole, kind: 'anonymous', title: null };
  const name = core.length <= 120 ? core : text.text.slice(tokens[first]?.start, noun.end);
  if (anonymity.test(around) && isPersonNoun(singularOf(noun.lower))) return { name, kind: 'anonymous', title: null };
  if (isPeopleNoun(noun.lower)) return { name, kind: 'unnamed-group', title: null };
  if (isPersonNoun(noun.lower)) return { name, kind: 'unnamed-person', title: null };
  if (documentNouns.has(noun.lower)) return { name, kind: 'document', title: null };
  if (bodyNouns.has(noun.lower)) {
    const named = tokens.slice(first, head).some((token) => token.pos === 'PROPN');
    return { name, kind: named ? 'named-organisation' : 'unnamed-group', title: null };
  }
  if (noun.pos === 'PROPN') return { name, kind: 'named-organisation', title: null };
  return noun.lower.endsWith('s')
    ? { name, kind: 'unnamed-group', title: null }
    : { name, kind: 'unnamed-person', title: null };
}
