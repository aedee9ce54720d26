import type { Span } from '../core/article.ts';
import type { NameMention } from './names/names.ts';
import type { NamedThing } from './names/things.ts';
import { bodyNouns, isPeopleNoun, isPersonNoun, titles } from './names/words.ts';
import { readCue } from './speech/cues.ts';
import { isTimeWord, withAppositionAfter } from './speech/phrases.ts';
import type { TaggedText, Token } from './tokens.ts';

const maxRoleLength = 140;
const honorific = /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|messrs)\.?$/;

/** Roles that the text gives a person or body, in reading order: titles before the name, appositions after it. */
export function findRoles(text: TaggedText, thing: NamedThing): Span[] {
  const roles: Span[] = [];
  for (const mention of thing.mentions) {
    const role = roleAfter(text, mention, thing) ?? (thing.kind === 'person' ? roleBefore(text, mention) : undefined);
    if (role && role.end - role.start <= maxRoleLength) roles.push(role);
  }
  return roles;
}

/** "Hakim al Zamili, the head of the committee, told": the words between the commas, where they begin as a description does. */
function roleAfter(text: TaggedText, mention: NameMention, thing: NamedThing): Span | undefined {
  const { tokens } = text;
  const sentence = text.sentences[tokens[mention.first]?.sentence ?? -1];
  const opener = tokens[mention.last + 1];
  if (!sentence || tokens[mention.last]?.text !== ',' || !opener || opener.sentence !== tokens[mention.first]?.sentence)
    return undefined;
  const describes =
    opener.pos === 'DET' ||
    titles.has(opener.lower) ||
    isPersonNoun(opener.lower) ||
    /^(?:of|former|one-time|professor|director|head|chief|who)$/i.test(opener.lower);
  if (!describes || opener.lower === 'who') return undefined;
  const phrase = withAppositionAfter(
    text,
    { first: mention.first, last: mention.last, head: mention.last - 1 },
    sentence.last,
  );
  if (phrase.last <= mention.last + 1) return undefined;
  const last = tokens[phrase.last - 1] as Token;
  const closed = /^[,.;—–]$/.test(tokens[phrase.last]?.text ?? '.');
  // "According to the board, the province has …": a clause.
  let describesPerson = false;
  for (let i = mention.last + 1; i < phrase.last && !/^(?:who|which|that|whose)$/.test(tokens[i]?.lower ?? ''); i++) {
    const token = tokens[i] as Token;
    if (token.pos === 'VERB' && readCue(token.lower)?.plain) return undefined;
    if (describesPerson) {
      // "In the eyes of Cole, the young lawyer shows": a clause about somebody.
      const isOwnVerb = token.pos === 'VERB' && /[^s]s$/.test(token.lower) && isPersonNoun(tokens[i - 1]?.lower ?? '');
      if (token.pos === 'AUX' || isOwnVerb) return undefined;
      continue;
    }
    // "according to Cole, a figure that beats all others": people are "who".
    const isThing = /^(?:that|which)$/.test(tokens[i + 1]?.lower ?? '');
    if (!isThing && (isPersonNoun(token.lower) || titles.has(token.lower))) describesPerson = true;
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !/(?:ed|ing|en|wn)$/.test(token.lower))) return undefined;
  }
  if (thing.kind === 'person' && !describesPerson) return undefined;
  if (thing.kind !== 'person' && !describesBody(tokens, mention.last + 1, phrase.last)) return undefined;
  // A list ("Iran, the United States, and Russia") or a clause is no description of the name before it.
  if (!closed || (/^(?:and|or)$/.test(tokens[phrase.last + 1]?.lower ?? '') && opener.pos !== 'DET')) return undefined;
  if (
    opener.pos === 'DET' &&
    tokens[mention.last + 2]?.pos === 'PROPN' &&
    !personNounWithin(tokens, mention.last, phrase.last)
  )
    return undefined;
  return { start: opener.start, end: last.end };
}

/** "a London-based charity", "the dominant player"; not "a figure that beats all others", "the net worth has grown". */
function describesBody(tokens: Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { lower, pos } = tokens[i] as Token;
    if (pos === 'VERB' || pos === 'AUX' || /^(?:which|that|who)$/.test(lower)) return false;
    if (
      bodyNouns.has(lower) ||
      isPersonNoun(lower) ||
      /^(?:giant|player|arm|unit|branch|body|subsidiary|start-?up|provider|producer|group|movement|militia|network|chain|brand|branch|service|center|centre|maker|platform|region|city|town|village|country|capital|island|state)$/.test(
        lower,
      )
    )
      return true;
  }
  return false;
}

function personNounWithin(tokens: Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isPersonNoun(tokens[i]?.lower ?? '')) return true;
  return false;
}

/** "Islamic State leader Abu Bakr", "Prime Minister Haider al-Abadi": nouns right before the name that name a person's role. */
function roleBefore({ tokens }: TaggedText, mention: NameMention): Span | undefined {
  let nameStart = mention.first;
  const end = nameStart - 1;
  let hasNoun = false;
  let first = nameStart;
  for (let i = end; i >= 0 && i > end - 8; i--) {
    const token = tokens[i] as Token;
    if (token.sentence !== tokens[nameStart]?.sentence || token.quotation !== tokens[nameStart]?.quotation) break;
    if (isTimeWord(token)) break;
    const isRole = isPersonNoun(token.lower) || titles.has(token.lower.replace(/\.$/, ''));
    if (i === end && !isRole && token.text !== '.') break;
    const joins =
      /^(?:of|for)$/.test(token.lower) &&
      (isPersonNoun(tokens[i - 1]?.lower ?? '') || titles.has(tokens[i - 1]?.lower ?? ''));
    if (joins && hasNoun) continue;
    if (isRole) hasNoun = true;
    else if (!/^(?:NOUN|PROPN|ADJ)$/.test(token.pos) && !/^[-'’.]$/.test(token.text) && token.lower !== "'s") break;
    first = i;
  }
  while (first < nameStart && /^(?:'s|’s|[-'’.])$/.test(tokens[first]?.text ?? '')) first++;
  if (!hasNoun || first >= nameStart) return undefined;
  first = startOfRole(tokens, first, end);
  // "the Bank of Japan governor" cut at "of": half a body's name is no role.
  if (/^(?:of|for|and)$/.test(tokens[first - 1]?.lower ?? '') || /^(?:of|for)$/.test(tokens[first]?.lower ?? ''))
    return undefined;
  // "Deputy chair of the trustees Lord Ames"
  const ofThe = tokens[first - 1]?.lower === 'the' && /^(?:of|for)$/.test(tokens[first - 2]?.lower ?? '');
  if (ofThe && (/^\p{Lu}/u.test(tokens[first]?.text ?? '') || isPeopleNoun(tokens[first]?.lower ?? '')))
    return undefined;
  nameStart = end;
  const words = tokens.slice(first, end + 1);
  // "the estimated value Mr Trump": an honorific is no role, and nothing before it is one.
  if (words.some((word) => honorific.test(word.lower))) return undefined;
  if (words[0]?.pos === 'ADJ' && /ed$/.test(words[0].lower)) return undefined;
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

/** The whole of a compound ("then-director", "25-year-old airman"); without a verb or half a name before it. */
function startOfRole(tokens: Token[], from: number, end: number): number {
  let first = from;
  while (
    tokens[first - 1]?.text === '-' &&
    tokens[first - 1]?.end === tokens[first]?.start &&
    tokens[first - 2]?.end === tokens[first - 1]?.start
  )
    first -= 2;
  // "accused House speaker"
  while (first < end && readCue(tokens[first]?.lower ?? '') && /ed$/.test(tokens[first]?.lower ?? '')) first++;
  // "Indeed Canada's economist": a capital that may be the first half of whose economist it is.
  const [before, owner, mark] = [tokens[first - 1], tokens[first], tokens[first + 1]];
  const isHalf = /^(?:'s|’s)$/.test(mark?.text ?? '') && before?.sentence === owner?.sentence && before?.pos === 'ADV';
  return isHalf && /^\p{Lu}/u.test(before?.text ?? '') ? first + 2 : first;
}
