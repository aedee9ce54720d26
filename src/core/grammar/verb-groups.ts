import { isReportingVerb } from './cues.ts';
import { preposition, relative } from './noun-phrase.ts';
import { isNumberWord } from './number-words.ts';
import { commonVerbs, isBaseForm, isParticiple, isPastForm, toVerbStem } from './verb-forms.ts';
import { isCapitalised, isFunctionWord, listWords, type Word } from './word-list.ts';

/** A word with what stands between it and the word before; `isName` where it is written like one. */
export type Token = Word & { gap: string; isName: boolean };

/**
 * A verb with its auxiliaries: `first` to `at` are places of its words, the last is the verb itself. `isFinite`: it can have a
 * subject of its own ("was sold", not "to sell").
 */
export type VerbGroup = { first: number; at: number; stem: string; isPassive: boolean; isFinite: boolean };

const be = /^(?:am|is|are|was|were|be|been|being|isnt|arent|wasnt|werent)$/;
const have = /^(?:has|have|had|having|hasnt|havent|hadnt)$/;
const modal =
  /^(?:will|would|shall|should|can|could|may|might|must|do|does|did|wont|wouldnt|shant|shouldnt|cant|couldnt|mustnt|dont|doesnt|didnt|cannot)$/;
const adverb = /^(?:\p{L}{2,}ly|not|never|also|then|now|still|yet|already|just|once|ever|even|again|soon|later|to)$/u;
const determiner =
  /^(?:the|an?|this|these|those|his|her|their|its|our|my|your|no|any|some|every|each|both|all|several|many|few|more|most|other|another|such)$/;
const conjunction =
  /^(?:and|or|but|nor|that|than|as|while|when|where|because|if|unless|until|although|though|whether)$/;

/** The words of some texts with the gaps between them; a capital at a sentence's start alone makes no name. */
export function listTokens(texts: string[]): Token[][] {
  const read = texts.map((text) => {
    const words = listWords(text);
    return words.map((word, at) => ({ ...word, gap: text.slice(words[at - 1]?.end ?? 0, word.start) }));
  });
  const isFirst = (at: number, gap: string): boolean => at === 0 || /[.!?:\n]/.test(gap);
  const isUpper = (token: Word | undefined): boolean => token !== undefined && isCapitalised(token.text);
  const proper = new Set(
    read.flatMap((words) => words.flatMap((word, at) => (isUpper(word) && !isFirst(at, word.gap) ? [word.key] : []))),
  );
  return read.map((words) =>
    words.map((word, at) => ({
      ...word,
      isName: isUpper(word) && (!isFirst(at, word.gap) || proper.has(word.key) || isUpper(words[at + 1])),
    })),
  );
}

/** True where a clause or a sentence ends before a token. */
export function isBroken({ gap }: Token): boolean {
  return /[,;:.!?()“”"—–\n]/u.test(gap);
}

export function isDeterminer(key: string): boolean {
  return determiner.test(key);
}

/** True for a word that joins two clauses or opens one. */
export function isJoint(key: string): boolean {
  return conjunction.test(key) || relative.test(key);
}

const furtherPrepositions =
  /^(?:towards?|across|along|alongside|behind|beyond|beside|besides|off|onto|around|round|through|throughout|amongst|above|below|except|regarding|concerning|versus)$/;

/** True for a preposition, rarer ones too; "of" stands within a phrase. */
export function isPreposition(key: string): boolean {
  return key !== 'of' && (preposition.test(key) || furtherPrepositions.test(key));
}

const saying = /^(?:said|says?|saying|told|tells?)$/;

/** Verbs that a text shows to be such: behind an auxiliary, or in a past form where a noun can hardly stand. */
export function listVerbStems(tokens: Token[]): Set<string> {
  return new Set([...commonVerbs, ...findVerbGroups(tokens, commonVerbs).map(({ stem }) => stem)]);
}

/**
 * The verbs of a text in reading order, by their forms and neighbours; English.
 *
 * @param known  stems of verbs, whose present forms ("lives", "hold") are taken for verbs too
 */
export function findVerbGroups(tokens: Token[], known: ReadonlySet<string>): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const group = isAuxiliary(tokens[at]) ? readChain(at, tokens) : readBare(at, tokens, known);
    if (!group) continue;
    groups.push(isResult(group, groups.at(-1), tokens) ? { ...group, isPassive: true, isFinite: false } : group);
    at = group.at;
  }
  return groups;
}

// "want the road closed", "saw the shop burnt": a participle behind the object of another verb.
function isResult({ first, at }: VerbGroup, before: VerbGroup | undefined, tokens: Token[]): boolean {
  if (!before || first !== at || at - before.at < 2 || !isParticiple(tokens[at]?.key ?? '')) return false;
  if (isReportingVerb(tokens[before.at]?.key ?? '') || before.stem === 'be') return false;
  return tokens
    .slice(before.at + 1, at + 1)
    .every((token) => !isBroken(token) && !isJoint(token.key) && !isPreposition(token.key) && token.key !== 'of');
}

function isAuxiliary(token: Token | undefined): boolean {
  const key = token?.key ?? '';
  return be.test(key) || have.test(key) || (modal.test(key) && !(key === 'may' && token?.text === 'May'));
}

function readChain(first: number, tokens: Token[]): VerbGroup | undefined {
  let [at, last] = [first + 1, tokens[first]?.key ?? ''];
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || isBroken(token)) break;
    if (isAuxiliary(token)) last = token.key;
    else if (!adverb.test(token.key)) break;
    else if (token.key === 'to') last = 'will';
  }
  const token = tokens[at];
  const copula = { first, at: at - 1, stem: 'be', isPassive: false, isFinite: true };
  if (
    !token ||
    isBroken(token) ||
    isCapitalised(token.text) ||
    (isFunctionWord(token.key) && !saying.test(token.key)) ||
    /\d/.test(token.key)
  )
    return copula;
  const whole = { first, at, stem: toVerbStem(token.key), isFinite: true };
  if (be.test(last)) {
    if (/ing$/.test(token.key)) return { ...whole, isPassive: false };
    if (isParticiple(token.key)) return { ...whole, isPassive: !isState(token.key, tokens[at + 1]?.key) };
    return copula;
  }
  if (have.test(last)) return isParticiple(token.key) ? { ...whole, isPassive: false } : { ...copula, stem: 'have' };
  return isNumberWord(token.key) ? undefined : { ...whole, isPassive: false };
}

// "was opposed to the plan", "is based in Velden" tell what somebody thinks or where they are, not what was done to them.
function isState(key: string, next: string | undefined): boolean {
  return (
    next !== 'by' &&
    /^(?:opposed|committed|concerned|worried|interested|married|based|located|determined|convinced|devoted|dedicated|retired|involved|related|prepared|pleased|engaged)$/.test(
      key,
    )
  );
}

function readBare(at: number, tokens: Token[], known: ReadonlySet<string>): VerbGroup | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (
    !token ||
    isCapitalised(token.text) ||
    (isFunctionWord(token.key) && !saying.test(token.key)) ||
    /\d/.test(token.key)
  )
    return undefined;
  const lead = before && !isBroken(token) ? before.key : '';
  const stem = toVerbStem(token.key);
  const group = { first: at, at, stem, isPassive: false, isFinite: true };
  if (lead === 'to') return isBaseForm(token.key, known) ? { ...group, isFinite: false } : undefined;
  if (/ing$/.test(token.key)) {
    const isVerb =
      known.has(stem) &&
      !determiner.test(lead) &&
      (lead === '' || isPreposition(lead) || lead === 'of' || !isNounNext(next));
    return isVerb ? { ...group, isFinite: false } : undefined;
  }
  if (
    determiner.test(lead) ||
    isPreposition(lead) ||
    lead === 'of' ||
    isNumberWord(lead) ||
    /^\d/.test(lead) ||
    /['’]s$/.test(before?.text ?? '')
  )
    return undefined;
  if (/^\p{L}{2,}ed$/u.test(token.key) || isPastForm(token.key)) {
    const agent = tokens[at + 2];
    if (next?.key === 'by' && isParticiple(token.key) && agent && !/^\d/.test(agent.key) && !isNumberWord(agent.key))
      return { ...group, isPassive: true, isFinite: false };
    return group;
  }
  if (lead === '' || !known.has(stem) || (next && !isBroken(next) && isAuxiliary(next))) return undefined;
  if (next && !isBroken(next) && (/ed$/.test(next.key) || isPastForm(next.key)) && next.key !== token.key)
    return undefined; // "costs fell"
  return group;
}

function isNounNext(token: Token | undefined): boolean {
  return token !== undefined && !isBroken(token) && !determiner.test(token.key) && !isFunctionWord(token.key);
}
