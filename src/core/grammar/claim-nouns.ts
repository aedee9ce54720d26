import { readNounPhrase, type Voice } from './noun-phrase.ts';

const nouns =
  'claims?|views?|opinions?|beliefs?|suggestions?|assertions?|statements?|arguments?|allegations?|contentions?|accusations?|remarks?|comments?|insistence|ideas?|notion|theor(?:y|ies)|promises?|warnings?|predictions?|messages?|assurances?|reports?|rumou?rs?|impression|assessments?|conclusions?|findings?';
const owned = new RegExp(
  `(?<owner>(?:\\p{Lu}[\\p{L}.-]*\\s){0,3}\\p{Lu}[\\p{L}.-]*)['’]s?\\s(?:\\p{Ll}+\\s){0,2}?(?<noun>${nouns})\\sthat\\b`,
  'gu',
);
const ofOwner = new RegExp(
  `(?<![\\p{L}])(?<noun>${nouns})\\s(?:of|by|from)\\s(?<owner>(?:(?!and\\s|that\\s)[^,;:\\s\uFFFC]+\\s){1,6}?)that\\b`,
  'gu',
);
// Verbs by which one makes a claim one's own, or passes another's on as it is; any other may doubt or mock it.
const passedOn =
  /^(?:ma(?:ke|kes|de|king)|put|puts|putting|voic|express|rais|shar|repeat|reiterat|restat|echo|relay|pass|cit|quot|report|recall|recount|support|back|endors|confirm|publish|not|mention|h(?:as|ave|ad|old|olds|eld|olding)|tak|took|giv|gave|deliver|issu|offer|release|reach|cam|com|agree|accept|adopt|stat|announc|defend|prove|proved|bolster|strengthen|add|send|sent|is|was|are|were|with|in|on|by|of|despite|after|amid|for|under|to)/;

/**
 * Claims that a sentence names by a noun with its owner, as acts of speech: "Pratt's warning that", "the view of Pratt that".
 * Offsets are those of `masked`.
 */
export function readClaimNouns(
  masked: string,
): { cue: { start: number; end: number }; voices: Voice[]; isPassive: false }[] {
  return [...masked.matchAll(owned), ...masked.matchAll(ofOwner)].flatMap((met) => {
    const { owner = '', noun = '' } = met.groups ?? {};
    const at = met.index + met[0].indexOf(noun, met[0].startsWith(owner) ? owner.length : 0);
    const start = met.index + met[0].indexOf(owner, met[0].startsWith(noun) ? noun.length : 0);
    const voices = readNounPhrase({ text: owner, start });
    return voices.length > 0 ? [{ cue: { start: at, end: at + noun.length }, voices, isPassive: false as const }] : [];
  });
}

const before = new RegExp(
  `(?<lead>[^.;:\uFFFC]*?)(?:(?:\\p{Lu}[\\p{L}.-]*\\s){0,3}\\p{Lu}[\\p{L}.-]*['’]s?\\s|\\b(?:the|an?|any|some|this|these|those|his|her|its|their|such|all)\\s|\\b)(?:\\p{Ll}+\\s){0,2}?(?:${nouns})(?:\\s(?:of|by|from)\\s[^,;:]{2,60}?)?\\sthat\\s*["“«]?$`,
  'u',
);

/**
 * True where the words before a statement are a claim that the sentence does not pass on as it is: "laughed off the idea that",
 * "distanced himself from a claim that".
 *
 * @param lead  the sentence up to the statement
 */
export function isDoubtedClaim(lead: string): boolean {
  const verbs = before.exec(lead)?.groups?.lead?.trim();
  if (!verbs) return false;
  const last = verbs.split(/\s+/).slice(-3);
  const at = last.findLastIndex((word) => /^\p{Ll}+$/u.test(word));
  return at >= 0 && !last.some((word) => /^\p{Ll}/u.test(word) && passedOn.test(word));
}
