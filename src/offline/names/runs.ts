import { isGivenName } from '../../core/grammar/given-names.ts';
import { isTimeWord } from '../speech/phrases.ts';
import type { TaggedText, Token } from '../tokens.ts';
import { countryOfDemonym, isKnownPlace } from './places.ts';
import { isCapitalised, splitRun } from './splits.ts';
import { governmentWords, knownSurnames, organisationWords, titleParts, titles } from './words.ts';

/** A name as a run of tokens, `last` exclusive; what stands from `from` to `first` is its title ("Prime Minister"). */
export type NameRun = { from: number; first: number; last: number };

const inside = /^(?:al|el|bin|bint|ibn|de|del|della|der|den|di|da|dos|du|van|von|ter|ten|la|le|st|y)$/;
// "People's Army", "Women's Institute": what is owned is part of the name.
const ownsBody = new Set(
  'people women men children workers teachers veterans mothers farmers writers lawyers nurses students king queen prosecutor attorney sheriff governor mayor president commissioner coroner general'.split(
    ' ',
  ),
);
const noNames = new Set(
  'and but or nor so yet if when while as at by in on of to from with it he she we they his her their our my your not no yes'.split(
    ' ',
  ),
);
const captionLabel = /^(?:image|images|video|audio|photo|photos|picture|credit|file|source|graphic|map|caption)$/;

// First names that are words too: at a sentence's start they are names only where the text shows it elsewhere.
const alsoWords = new Set(
  'will mark grant bill rose may april june grace hope joy faith drew art frank pat rob sue penny dick jack guy dean earl don chase rich dawn iris ruby lily ray jay gene miles ward wade reed'.split(
    ' ',
  ),
);

/** Finds where names stand, in reading order. A heading in capitals gives none: there, capitals mark nothing. */
export function findNameRuns(text: TaggedText): NameRun[] {
  const { tokens, sentences } = text;
  const confirmed = listConfirmed(text);
  const surnames = listSurnames(text);
  const runs: NameRun[] = [];
  for (const sentence of sentences) {
    if (isHeading(text, sentence.first, sentence.last)) continue;
    for (let i = sentence.first; i < sentence.last; i++) {
      if (!isCapitalised(tokens[i]) || noNames.has(tokens[i]?.lower ?? '')) continue;
      const last = endOfRun(tokens, i, sentence.last);
      const from = skipOpener(tokens, i, last, sentence.first, confirmed, surnames);
      if (from < last) runs.push(...splitRun(text, from, last));
      i = last - 1;
    }
  }
  return runs;
}

function isHeading({ tokens }: TaggedText, first: number, last: number): boolean {
  let capitals = 0;
  let words = 0;
  for (let i = first; i < last; i++) {
    const word = tokens[i]?.text ?? '';
    if (!/^\p{L}{3,}/u.test(word)) continue;
    words++;
    if (/^\p{Lu}/u.test(word)) capitals++;
  }
  return words >= 5 && capitals / words > 0.9;
}

function opensSentence(tokens: Token[], i: number, sentenceStart: number): boolean {
  const before = tokens[i - 1];
  return (
    i === sentenceStart ||
    (before !== undefined && /^[“"„«‘'([:•*–—-]$/.test(before.text) && before.end <= (tokens[i]?.start ?? 0))
  );
}

/** Words that the text writes with a capital where it need not. */
function listConfirmed({ tokens, sentences }: TaggedText): Set<string> {
  const confirmed = new Set<string>();
  for (const sentence of sentences) {
    for (let i = sentence.first + 1; i < sentence.last; i++) {
      if (isCapitalised(tokens[i]) && !opensSentence(tokens, i, sentence.first)) confirmed.add(tokens[i]?.lower ?? '');
    }
  }
  return confirmed;
}

/** The words that follow a first name or a title somewhere in the text: "Park" where it also has "Helen Park". */
function listSurnames({ tokens }: TaggedText): Set<string> {
  const surnames = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (!before || before.sentence !== token.sentence || !isCapitalised(token) || !isCapitalised(before)) continue;
    if (isGivenName(before.text)) surnames.add(token.lower);
  }
  return surnames;
}

/** A capital at a sentence's start proves nothing: there, only what is known, rare, or confirmed elsewhere is a name. */
function skipOpener(
  tokens: Token[],
  i: number,
  last: number,
  sentenceStart: number,
  confirmed: Set<string>,
  surnames: Set<string>,
): number {
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  if (isTimeWord(token) || captionLabel.test(token.lower)) return i + 1 < last && isCapitalised(next) ? i + 1 : last;
  const isCompound =
    next?.start === token.end && /^[-–]$/.test(next.text) && !isKnownPlace(token.text) && !countryOfDemonym(token.text);
  if (isCompound && i + 1 >= last) return last; // "Ex-friends"
  if (!opensSentence(tokens, i, sentenceStart)) return i;
  // "Banks left early": the Emily Banks of another sentence.
  if (i + 1 >= last && surnames.has(token.lower) && /^(?:VERB|AUX)$/.test(next?.pos ?? '')) return i;
  if (i + 1 >= last && alsoWords.has(token.lower)) return confirmed.has(token.lower) ? i : last;
  const nameLike =
    isGivenName(token.text) ||
    isKnownPlace(token.text) ||
    knownSurnames.has(token.lower) ||
    token.isRare ||
    /^\p{Lu}{2,}$/u.test(token.text);
  if (nameLike || titles.has(token.lower) || titleParts.has(token.lower)) return i;
  const isWord =
    token.pos !== 'PROPN' || /^(?:the|a|an|in|on|at|we|it|this|these|those|that|let|let's)$/.test(token.lower);
  if (i + 1 >= last) return confirmed.has(token.lower) && token.pos === 'PROPN' ? i : last;
  return isWord ? i + 1 : i;
}

function endOfRun(tokens: Token[], i: number, high: number): number {
  let last = i + 1;
  while (last < high) {
    const token = tokens[last];
    const before = tokens[last - 1];
    const next = tokens[last + 1];
    if (!token || !before || token.quotation !== before.quotation) break;
    if (token.start === before.end && /^[-–‘’'.&]$/.test(token.text)) {
      const step =
        /^[-–]$/.test(token.text) && next?.start === token.end && isSyllable(tokens[last - 2], next)
          ? 2
          : stepOverInner(before, token, next);
      if (step === 0) break;
      last += step;
    } else if (isCapitalised(token) && !isTimeWord(token) && token.pos !== 'PRON' && !isLabel(token, next)) last++;
    else if (/^[dl][’']\p{Lu}/u.test(token.text)) last++;
    else if (inside.test(token.lower) && token.quotation === next?.quotation && leadsToName(tokens, last + 1)) last++;
    else if (
      /^(?:of|for)$/.test(token.lower) &&
      tokens.slice(i, last).some(joinsBody) &&
      isCapitalised(next?.lower === 'the' ? tokens[last + 2] : next)
    )
      last += next?.lower === 'the' ? 2 : 1;
    else if (token.lower === "'s" && ownsBody.has(before.lower) && isCapitalised(next)) last++;
    else if (/^(?:and|&)$/.test(token.lower) && joinsMuseum(tokens, i, last, high)) last++;
    else break;
  }
  return Math.min(last, high);
}

/** "Kim Jong-un": the second syllable of a name, in small letters, behind a word that is a name too. */
function isSyllable(family: Token | undefined, next: Token | undefined): boolean {
  const isWord = /^(?:led|run|era|old|born|bred|made|like|wide|free|long|only|type)$/.test(next?.lower ?? '');
  return family !== undefined && isGivenName(family.text) && /^\p{Ll}{2,4}$/u.test(next?.text ?? '') && !isWord;
}

/** "U.S.-led" ends before the hyphen; "al-Askari", "Jean-Claude", "Hau-yip", "O'Neill" and "J. Smith" go on. */
function stepOverInner(before: Token, mark: Token, next: Token | undefined): number {
  if (!next) return 0;
  if (mark.text === '.') return /^\p{Lu}\w{0,2}$/u.test(before.text) && isCapitalised(next) ? 1 : 0;
  if (next.start !== mark.end || !/^\p{L}/u.test(next.text)) return 0;
  if (/^[-–]$/.test(mark.text) && !isCapitalised(next) && !inside.test(next.lower) && !next.isRare) return 0;
  return 2;
}

function isLabel(token: Token, next: Token | undefined): boolean {
  return captionLabel.test(token.lower) && (next?.text === ':' || token.pos !== 'PROPN');
}

/** After "al" or "van": a capital, straight away, past a hyphen, or past another such word ("von der Leyen"). */
function leadsToName(tokens: Token[], i: number): boolean {
  if (/^(?:der|den|de|la|las|los)$/.test(tokens[i]?.lower ?? '') && isCapitalised(tokens[i + 1])) return true;
  return isCapitalised(tokens[i]) || (/^[-’']$/.test(tokens[i]?.text ?? '') && isCapitalised(tokens[i + 1]));
}

function joinsBody({ lower }: Token): boolean {
  if (organisationWords.has(lower) || governmentWords.has(lower)) return true;
  return /^(?:ministry|minister|secretary|undersecretary|bank|house|court|republic|state|states|director|bay|gulf|cape|isle|strait|city|act|lord|church)$/.test(
    lower,
  );
}

/** "Air and Space Museum", "Ministry of Health and Welfare": plain words joined before a word that makes a body. */
function joinsMuseum(tokens: Token[], i: number, and: number, high: number): boolean {
  const before = tokens[and - 1] as Token;
  if (!isCapitalised(tokens[and + 1]) || before.isRare || isGivenName(before.text) || isKnownPlace(before.text))
    return false;
  let last = and + 1;
  while (last < high && isCapitalised(tokens[last])) last++;
  const final = tokens[last - 1]?.lower ?? '';
  const plainLater = tokens
    .slice(and + 1, last)
    .every((token) => !token.isRare && !isKnownPlace(token.text) && !isGivenName(token.text));
  const ofBefore = tokens.slice(i, and).some((token) => token.lower === 'of' || token.lower === 'for');
  return (
    plainLater &&
    (ofBefore ||
      ((organisationWords.has(final) || governmentWords.has(final)) &&
        last - and > 2 &&
        !organisationWords.has(before.lower)))
  );
}
