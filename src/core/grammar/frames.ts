import { giving, nothing, type Phrase, readObjects, readSlots, toPhrase } from './phrases.ts';
import { isBroken, isDeterminer, isJoint, isPreposition, type Token, type VerbGroup } from './verb-groups.ts';
import { isCapitalised } from './word-list.ts';

/**
 * A verb and what stands around it in its clause, as stems: who does it, what it is done to, who gets it, and what its
 * prepositions bring ("in", "by", "from"). A passive's sides are put as an active verb has them.
 */
export type Frame = {
  key: string;
  stem: string;
  isPassive: boolean;
  subject: Phrase;
  /** What stands before the verb, of a passive too. */
  surface: Phrase;
  object: Phrase;
  recipient: Phrase;
  slots: Map<string, Phrase[]>;
  sentence: number;
  from: number;
  to: number;
};

const ending = /[.!?]["”’)»]*\s|\n/u;

/** The frames of a text's verbs. */
export function readFrames(tokens: Token[], groups: VerbGroup[]): Frame[] {
  const sentences: number[] = [];
  for (const [at, token] of tokens.entries())
    sentences.push((sentences[at - 1] ?? 0) + Number(at > 0 && ending.test(token.gap)));
  const frames: Frame[] = [];
  const starts = groups.map((group, index) => startOf(group, groups[index - 1], tokens, sentences));
  for (const [index, group] of groups.entries()) {
    const sentence = sentences[group.at] ?? 0;
    const next = groups[index + 1];
    const end = endOf(group.at, next ? (starts[index + 1] ?? next.first) : tokens.length, sentence, sentences);
    const before = groups[index - 1];
    const from = Math.max(
      before ? breakBehind(before.at, starts[index] ?? group.first, tokens) : 0,
      firstOf(sentence, sentences, starts[index] ?? group.first, tokens),
    );
    const own = toPhrase(tokens.slice(starts[index], group.first));
    const earlier = frames.at(-1)?.sentence === sentence ? frames.at(-1) : undefined;
    const subject = own.stems.size > 0 || own.isPronoun ? own : findSubject(group, { tokens, groups, earlier });
    const { direct, second } = readObjects(group, end, tokens);
    const slots = readSlots([...range(from, starts[index] ?? group.first), ...range(group.at + 1, end)], tokens);
    frames.push(
      turn(
        {
          key: tokens[group.at]?.key ?? '',
          stem: group.stem,
          isPassive: group.isPassive,
          subject,
          direct,
          second,
          slots,
        },
        { sentence, from, to: end },
      ),
    );
  }
  return frames;
}

type Raw = {
  key: string;
  stem: string;
  isPassive: boolean;
  subject: Phrase;
  direct: Phrase;
  second: Phrase;
  slots: Frame['slots'];
};

function turn({ subject, direct, second, slots, ...verb }: Raw, place: Pick<Frame, 'sentence' | 'from' | 'to'>): Frame {
  if (!verb.isPassive) {
    const recipient = second.stems.size > 0 ? direct : nothing;
    return {
      ...verb,
      ...place,
      subject,
      surface: subject,
      object: second.stems.size > 0 ? second : direct,
      recipient,
      slots,
    };
  }
  const agent = slots.get('by')?.find(({ isNamed, stems }) => isNamed || stems.size > 0) ?? nothing;
  const isGiven = giving.test(verb.stem) && direct.stems.size > 0;
  return {
    ...verb,
    ...place,
    subject: agent,
    surface: subject,
    object: isGiven ? direct : subject,
    recipient: isGiven ? subject : nothing,
    slots,
  };
}

/** Where the words begin that stand right before a verb and can be its subject; the verb's own place where none do. */
function startOf({ first }: VerbGroup, before: VerbGroup | undefined, tokens: Token[], sentences: number[]): number {
  let at = first;
  // "and cleared Pike" has the earlier verb's subject.
  if (/^(?:and|or|but)$/.test(tokens[first - 1]?.key ?? '')) return first;
  while (at > 0 && at - 1 > (before?.at ?? -1) && sentences[at - 1] === sentences[first]) {
    const [here, previous] = [tokens[at], tokens[at - 1]];
    if (!here || !previous || isBroken(here) || (isJoint(previous.key) && previous.key !== 'and')) break;
    at -= 1;
  }
  // "and cleared Pike", "and Pike said"
  while (at < first && /^(?:and|or|but)$/.test(tokens[at]?.key ?? '')) at += 1;
  const words = tokens.slice(at, first);
  const determiners = words.flatMap(({ key }, index) => (isDeterminer(key) ? [index] : []));
  // "On Monday the council voted", "told Pike the deal was"
  const last = determiners.findLast(
    (index) => index > 0 && !isPreposition(words[index - 1]?.key ?? '') && words[index - 1]?.key !== 'and',
  );
  if (last !== undefined && !words.slice(1, last).some(({ key }) => key === 'and')) return at + last;
  if (isPreposition(words[0]?.key ?? '') && true) {
    const name = words.findIndex(
      ({ text }, index) => index > 1 && isCapitalised(text) && !isCapitalised(words[index - 1]?.text ?? ''),
    );
    return name > 0 ? at + name : first;
  }
  return at;
}

// "opened in 1998 and closed": what stands behind a verb is its own up to a comma or an "and".
function breakBehind(at: number, limit: number, tokens: Token[]): number {
  for (let next = at + 1; next < limit; next += 1) {
    const token = tokens[next];
    if (token && (isBroken(token) || isJoint(token.key))) return next;
  }
  return limit;
}

function firstOf(sentence: number, sentences: number[], start: number, tokens: Token[]): number {
  let at = start;
  while (at > 0 && sentences[at - 1] === sentence && !/[;:—–]/u.test(tokens[at]?.gap ?? '')) at -= 1;
  return at;
}

function endOf(at: number, limit: number, sentence: number, sentences: number[]): number {
  let end = at + 1;
  while (end < limit && sentences[end] === sentence) end += 1;
  return end;
}

type Around = { tokens: Token[]; groups: VerbGroup[]; earlier: Frame | undefined };

/** The subject of a verb that has none right before it: the one an apposition stands behind, or the earlier verb's. */
function findSubject(group: VerbGroup, { tokens, groups, earlier }: Around): Phrase {
  const here = tokens[group.first];
  const before = tokens[group.first - 1];
  if (before && /^(?:who|which|that)$/.test(before.key)) {
    const stop = group.first - 1;
    let from = stop;
    while (from > 0 && !(from < stop && isBroken(tokens[from] as Token)) && !isJoint(tokens[from - 1]?.key ?? '')) {
      if (groups.some(({ at }) => at === from - 1) || isPreposition(tokens[from - 1]?.key ?? '')) break;
      from -= 1;
    }
    return toPhrase(tokens.slice(from, stop));
  }
  if (here && group.isFinite && /,/.test(here.gap)) {
    // "Moss, a clerk in Velden, was charged"
    let comma = group.first - 1;
    while (comma > 0 && !/,/.test(tokens[comma]?.gap ?? '') && !ending.test(tokens[comma]?.gap ?? '')) comma -= 1;
    if (/,/.test(tokens[comma]?.gap ?? '')) {
      let from = comma - 1;
      while (
        from > 0 &&
        !isBroken(tokens[from] as Token) &&
        !isJoint(tokens[from - 1]?.key ?? '') &&
        !groups.some(({ at }) => at === from - 1)
      )
        from -= 1;
      if (!isPreposition(tokens[from]?.key ?? '')) return toPhrase(tokens.slice(from, comma));
    }
    return nothing;
  }
  if (!earlier) return nothing;
  const joins =
    /^(?:and|but|or|to|by|then)$/.test(before?.key ?? '') || isPreposition(before?.key ?? '') || !group.isFinite;
  const isJoined = /^(?:and|but|or)$/.test(before?.key ?? '');
  return isJoined || (joins && (earlier.isPassive || earlier.object.stems.size === 0)) ? earlier.surface : nothing;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
