import type { SourceKind } from '../../core/draft.ts';
import type { NameMention } from '../names/names.ts';
import type { NamedThing } from '../names/things.ts';
import { bodyNouns, documentNouns, isPeopleNoun, isPersonNoun, singularOf } from '../names/words.ts';
import type { TaggedText, Token } from '../tokens.ts';
import type { Statement } from './statement.ts';

/** Who stands behind a statement, after "he" and "the official" are resolved. `title` is cut from the text. */
export type Voice = { name: string; kind: Exclude<SourceKind, 'article'>; title: string | null; thing?: NamedThing };

/** The name that a token belongs to. */
export type NamedAt = { thing: NamedThing; mention: NameMention };

const anonymity =
  /\b(?:asked|wished|declined|refused|wanted|requested|insisted|preferred)\s+(?:not\s+)?to\s+(?:not\s+)?(?:be\s+)?(?:remain\s+)?(?:named|identified|anonymous|anonymity|quoted)|\bon (?:the )?condition of anonymity|\brequest(?:ed|ing) anonymity|\bnot (?:authori[sz]ed|permitted|allowed) to (?:speak|talk|comment|discuss|brief)|\bdeclin(?:ed|ing) to be (?:named|identified)/i;

/** "Sweden and Finland": one statement of two. */
export function jointVoice(
  { text, tokens }: TaggedText,
  { subject }: Statement,
  thingAt: Map<number, NamedAt>,
): Voice | undefined {
  let end = subject.first;
  while (end < subject.last && tokens[end]?.text !== ',') end++;
  for (let i = subject.first + 1; i < end - 1; i++) {
    if (tokens[i]?.lower !== 'and') continue;
    const [left, right] = [thingAt.get(i - 1), thingAt.get(end - 1)];
    if (!left || !right || left.thing === right.thing) continue;
    // "The brothers Tom and Al Reed", "the co-curators Ann Cole and Bo Lind": who they are stands before.
    const lead = tokens.slice(subject.first, left.mention.first);
    if (lead.some(({ pos, text: word }) => !/^(?:DET|NOUN|ADJ)$/.test(pos) && word !== '-')) continue;
    if (lead.length > 0 && !isPeopleNoun(lead.at(-1)?.lower ?? '')) continue;
    const kind = left.thing.kind === 'person' ? 'named-person' : 'named-organisation';
    return { name: text.slice(left.mention.start, tokens[end - 1]?.end), kind, title: null };
  }
  return undefined;
}

export function voiceOfThing(thing: NamedThing, title: string | null): Voice {
  return {
    name: thing.name,
    kind: thing.kind === 'person' ? 'named-person' : 'named-organisation',
    title: thing.kind === 'person' ? title : null,
    thing,
  };
}

export function unnamedVoice(text: TaggedText, statement: Statement): Voice | undefined {
  const { tokens } = text;
  const { first, last, head } = statement.subject;
  const noun = tokens[head] as Token;
  const whole = text.text.slice(tokens[first]?.start, tokens[last - 1]?.end);
  const sentence = text.sentences[noun.sentence];
  const comma = tokens.slice(first, last).findIndex((token) => token.text === ',');
  const core = comma > 0 ? text.text.slice(tokens[first]?.start, tokens[first + comma - 1]?.end) : whole;
  const around = text.text.slice(sentence?.start, sentence?.end);
  if (anonymity.test(whole)) return { name: whole, kind: 'anonymous', title: null };
  const name = trimName(text, core.length <= 120 ? core : text.text.slice(tokens[first]?.start, noun.end), statement);
  if (anonymity.test(around) && isPersonNoun(singularOf(noun.lower))) return { name, kind: 'anonymous', title: null };
  // "Fifty-one percent said": of whom, another sentence tells.
  if (/^(?:percent|cent|%)$/.test(noun.lower) && !/\bof\b/.test(core)) return undefined;
  const isPart =
    /^(?:percent|cent|majority|minority|half|third|quarter|number|dozens|hundreds|thousands|millions|share)$/.test(
      noun.lower,
    );
  if (isPeopleNoun(noun.lower) || isPart) return { name, kind: 'unnamed-group', title: null };
  if (isPersonNoun(noun.lower)) return { name, kind: 'unnamed-person', title: null };
  // "His report", "its website": whose, another sentence tells.
  const isSomeones = /^(?:his|her|its|their|our|my)$/.test(tokens[first]?.lower ?? '');
  if (isSomeones && (documentNouns.has(noun.lower) || bodyNouns.has(noun.lower))) return undefined;
  if (documentNouns.has(noun.lower)) return { name, kind: 'document', title: null };
  if (bodyNouns.has(noun.lower)) {
    const named = tokens.slice(first, head).some((token) => token.pos === 'PROPN');
    return { name, kind: named ? 'named-organisation' : 'unnamed-group', title: null };
  }
  // "Backers of tariffs", "Models": a plain plural with the capital of its sentence.
  const opens = head === sentence?.first && !noun.isRare && /[^s]s$/.test(noun.lower);
  if (opens && !/\p{Lu}/u.test(name.slice(1))) return { name, kind: 'unnamed-group', title: null };
  // "Cheuk Hau-yip": a name the tagger cut; not "The Courier".
  if (!/^The\s/.test(name) && /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){1,2}$/u.test(name))
    return { name, kind: 'named-person', title: null };
  if (noun.pos === 'PROPN') return { name, kind: 'named-organisation', title: null };
  // "The association said", "veterinary staff said": no noun for one person.
  return { name, kind: 'unnamed-group', title: null };
}

/** "A poll conducted" without the words that would follow. */
function trimName({ text, tokens }: TaggedText, name: string, { subject }: Statement): string {
  const last = tokens[subject.last - 1];
  const isLoose = last?.pos === 'VERB' && /(?:ed|ing)$/.test(last.lower) && name.endsWith(last.text);
  const end = tokens[subject.last - 2]?.end;
  return isLoose && end !== undefined && subject.last - 2 >= subject.head
    ? text.slice(tokens[subject.first]?.start, end)
    : name;
}
