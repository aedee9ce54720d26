import { isReportingVerb } from './cues.ts';
import { preposition } from './noun-phrase.ts';
import { isFunctionWord, listWords, toStem, type Word } from './word-list.ts';

// Words with content before a verb in which who acts stands, and behind it in which who is acted on does.
const reach = { before: 6, after: 2 };
// Both sides do the same by these, or the order says nothing.
const mutual =
  /^(?:met|meet|meets|meeting|marr(?:y|ied)|divorc|talk|spok|speak|discuss|agre|disagre|join|play|drew|draw|tied?|resembl|equal|neighbour|border|debat|negotiat|cooperat|collaborat|merg|compar|differ|includ|contain|besid|near|versus|vs|like|unlike|becom|becam|remain|call|nam)/;
// Verbs by which one does something to another; a noun between two names says nothing about who did what.
const verb =
  /^(?:\p{L}+ed|(?:accus|attack|kill|beat|defeat|blam|su|criticis|criticiz|support|oppos|reject|arrest|invad|back|hit|fir|hir|pa[iy]|thank|warn|threaten|betray|rescu|help|invit|urg|succeed|replac|follow|bomb|buy|outnumber|overtak|lead|teach)(?:s|es|ing|e|d)?|beat|beats|bought|sold|shot|sued|led|hit|fought|overtook|struck|gave|sent|paid|taught|told|outsold|bit|stole|left|took|won|lost)$/u;
const passive = /^(?:was|were|is|are|been|being|be|got)$/;

type Scene = { before: Set<string>; after: Set<string>; isPassive: boolean };

/**
 * The first verb whose two sides a statement has changed: "the union accused the council" of "the council accused the union".
 * A passive with "by" turns the sides itself.
 */
export function findSwappedRoles(statement: string, passage: string): string | undefined {
  const given = listWords(passage);
  const said = listWords(statement);
  for (const [at, word] of said.entries()) {
    if (
      !verb.test(word.key) ||
      mutual.test(word.key) ||
      (isReportingVerb(word.key) &&
        !/^(?:accus|blam|criticis|criticiz|thank|warn|praise|urg|threaten)/.test(word.key)) ||
      isFunctionWord(word.key)
    )
      continue;
    const stem = toStem(word.key);
    const places = given.flatMap((other, index) =>
      toStem(other.key) === stem ? [sceneAt(index, given, passage)] : [],
    );
    if (places.length === 0) continue;
    const own = sceneAt(at, said, statement);
    if (own.before.size === 0 || own.after.size === 0) continue;
    if (places.every((place) => isSwapped(own, place))) return word.text;
  }
  return undefined;
}

function isSwapped(own: Scene, place: Scene): boolean {
  const [before, after] = own.isPassive === place.isPassive ? [place.before, place.after] : [place.after, place.before];
  return !meets(own.before, before) && !meets(own.after, after) && meets(own.before, after) && meets(own.after, before);
}

function meets(one: Set<string>, other: Set<string>): boolean {
  return [...one].some((stem) => other.has(stem));
}

function sceneAt(at: number, words: Word[], text: string): Scene {
  const [here, next] = [words[at], words[at + 1]];
  const lead = words.slice(Math.max(0, at - 3), at);
  const tail = words.slice(at + 1, at + 4);
  const isPassive = lead.some(({ key }) => passive.test(key)) && tail.some(({ key }) => key === 'by');
  const start = here?.start ?? 0;
  const clause = { from: lastBreak(text.slice(0, start)), to: start + nextBreak(text.slice(start)) };
  const inside = (word: Word): boolean => word.start >= clause.from && word.end <= clause.to;
  const stems = (part: Word[]): string[] =>
    part.filter((word) => !isFunctionWord(word.key) && inside(word)).map(({ key }) => toStem(key));
  return {
    before: new Set(stems(words.slice(Math.max(0, at - 3 * reach.before), at)).slice(-reach.before)),
    after: new Set(
      next ? stems(cutObject(words.slice(at + 1, at + 1 + 5 * reach.after), isPassive)).slice(0, reach.after) : [],
    ),
    isPassive,
  };
}

// "accused Moss | of lying"; of a passive, what stands behind "by".
function cutObject(words: Word[], isPassive: boolean): Word[] {
  const start = isPassive ? words.findIndex(({ key }) => key === 'by') + 1 : 0;
  const stop = words.findIndex(({ key }, at) => at > start && preposition.test(key));
  return words.slice(start, stop < 0 ? words.length : stop);
}

function lastBreak(lead: string): number {
  return Math.max(...['. ', '; ', ': ', '\n', '? ', '! '].map((mark) => lead.lastIndexOf(mark)), 0);
}

function nextBreak(tail: string): number {
  const at = tail.search(/[.;:?!](?:\s|$)|\n/u);
  return at < 0 ? tail.length : at;
}
