import { nameAtEnd } from '../names/apposed-names.ts';
import { isNewsroom } from '../names/organisations.ts';
import type { NamedThing } from '../names/things.ts';
import { bodyNouns, documentNouns, isPeopleNoun, isPersonNoun } from '../names/words.ts';
import { findRoles } from '../roles.ts';
import type { TaggedText, Token } from '../tokens.ts';
import { type Antecedent, onlyBodyBefore, sameDescription, sourceAntecedent, toAntecedent } from './antecedents.ts';
import { bodyBehind, groupBehind, personBehind } from './pronouns.ts';
import { type Spoken, whoeverWasTold } from './replies.ts';
import type { Statement } from './statement.ts';
import { jointVoice, type NamedAt, unnamedVoice, type Voice, voiceOfThing } from './voices.ts';

/** Gives each statement its voice; undefined where the text does not make clear who speaks. */
export function resolveSpeakers(
  text: TaggedText,
  statements: Statement[],
  things: NamedThing[],
): (Voice | undefined)[] {
  const thingAt = new Map<number, NamedAt>();
  const mentions: NamedAt[] = [];
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
  let previous: Spoken | undefined;
  for (const { statement, index } of inOrder) {
    const head = text.tokens[statement.subject.head] as Token;
    for (
      let item = mentions[nextMention];
      item && item.mention.first < statement.subject.first;
      item = mentions[++nextMention]
    ) {
      if (!item.thing.isShared) antecedents.push(toAntecedent(text, item.thing, item.mention, titleOf(item.thing)));
    }
    const named = thingAt.get(statement.subject.head);
    const last = nameAtEnd(text, statement.subject, thingAt) ?? named;
    // "Dr Lee said", of two who bear the name: nobody is better than the wrong one.
    if (last?.thing.isShared || (last && isNamesakeOfFirm(text, statement, last, things))) continue;
    const voice: Voice | 'nobody' | undefined =
      formerVoice(text, statement, last) ??
      jointVoice(text, statement, thingAt) ??
      (last
        ? voiceOfThing(last.thing, titleOf(last.thing))
        : (whoeverWasTold(text, statement, previous, thingAt, titleOf) ??
          voiceOfPhrase(text, statement, antecedents, thingAt)));
    previous = { statement, voice: voice === 'nobody' ? undefined : voice };
    if (voice === 'nobody') continue;
    noteGender(voice, head);
    voices[index] = voice;
    if (voice) antecedents.push(sourceAntecedent(text, statement, voice, head));
  }
  return voices;
}

/** "The previous Government said" is not the Government that the text names elsewhere. */
function formerVoice(text: TaggedText, statement: Statement, named: NamedAt | undefined): Voice | undefined {
  if (!named || named.thing.kind === 'person') return undefined;
  const { first, head } = statement.subject;
  const isFormer = text.tokens
    .slice(first, head)
    .some(({ lower }) => /^(?:previous|former|last|outgoing|incoming|next|old)$/.test(lower));
  return isFormer ? unnamedVoice(text, statement) : undefined;
}

/** "Wells said that its own staff", where the text has a Wells Fargo: the firm, more likely than a person Wells. */
function isNamesakeOfFirm(
  { text }: TaggedText,
  { content }: Statement,
  { thing, mention }: NamedAt,
  things: NamedThing[],
): boolean {
  if (thing.kind !== 'person' || mention.words.length > 1) return false;
  if (!/^(?:its|it)\b/i.test(text.slice(content.start, content.end))) return false;
  return things.some(
    ({ kind, mentions: [first] }) =>
      kind !== 'person' &&
      first &&
      first.start < mention.start &&
      first.words.length > 1 &&
      first.words[0] === mention.words[0],
  );
}

/** "Brandt said. … Okafor, she said": from here on the text has told that Brandt is a woman. */
function noteGender(voice: Voice | undefined, { lower }: Token): void {
  if (voice?.thing?.kind !== 'person' || voice.thing.gender !== 'unknown') return;
  if (lower === 'she') voice.thing.gender = 'woman';
  else if (lower === 'he') voice.thing.gender = 'man';
}

const pronouns = new Map<string, 'he' | 'she'>([
  ['he', 'he'],
  ['his', 'he'],
  ['she', 'she'],
  ['her', 'she'],
]);

function voiceOfPhrase(
  text: TaggedText,
  statement: Statement,
  antecedents: Antecedent[],
  thingAt: Map<number, NamedAt>,
): Voice | undefined {
  const { tokens } = text;
  const { first, head } = statement.subject;
  const noun = tokens[head] as Token;
  // "His verdict: …" is his as "he said" is.
  const person = pronouns.get(noun.lower);
  if (person) return personBehind(person, text, noun, antecedents, statement.content, thingAt);
  if (noun.lower === 'it') return bodyBehind(text, noun, antecedents);
  if (noun.lower === 'their') return undefined;
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
    // "The veteran leader" after a named person is most likely that person: unnamed would be wrong, a name a guess.
    const isPerson = isPersonNoun(noun.lower) && !isPeopleNoun(noun.lower);
    if (isPerson && antecedents.some(({ voice, isSource }) => isSource && voice.kind === 'named-person'))
      return undefined;
  }
  const unnamed = unnamedVoice(text, statement);
  if (opener === 'the' && statement.subject.last - first === 2 && press.test(noun.lower)) {
    const paper = onlyBodyBefore(text, noun, antecedents, (thing) => isPress(text, thing));
    if (paper) return paper;
  }
  if (opener !== 'the' || !isSingleBody(noun.lower)) return unnamed;
  // "The company said": the one body the story has just brought up; of several, none is picked.
  const modifies = text.tokens.slice(first + 1, head).some(({ pos }) => pos === 'PROPN' || pos === 'ADJ');
  const body = modifies ? undefined : onlyBodyBefore(text, noun, antecedents, (thing) => isSuchBody(thing, noun.lower));
  return body ?? (unnamed?.kind === 'unnamed-group' ? { ...unnamed, kind: 'named-organisation' } : unnamed);
}

const press = /^(?:newspaper|paper|daily|weekly|magazine|broadcaster|channel|network|website|outlet)$/;
const anyBody =
  /^(?:company|firm|group|organi[sz]ation|agency|association|foundation|charity|team|club|regulator|watchdog|body|party)$/;

/** "The union" is no newspaper, and "the court" no company: what kind of body it is, its name must bear out. */
function isSuchBody({ name, variants, kind }: NamedThing, noun: string): boolean {
  if (isNewsroom(name)) return press.test(noun) || noun === 'agency' || noun === 'company';
  if ([...variants].some((variant) => variant.toLowerCase().includes(noun))) return true;
  if (press.test(noun)) return kind === 'organisation';
  return (
    anyBody.test(noun) ||
    (kind === 'government' && /^(?:government|ministry|department|administration|office)$/.test(noun))
  );
}

/** A newsroom by its name, or called a newspaper where the text names it. */
function isPress({ tokens }: TaggedText, { name, mentions }: NamedThing): boolean {
  return isNewsroom(name) || mentions.some(({ first }) => press.test(tokens[first - 1]?.lower ?? ''));
}

function isSingleBody(noun: string): boolean {
  return bodyNouns.has(noun) && !documentNouns.has(noun);
}
