// English words that say the reverse of one another, a pair of lists a line; language data, not rules. A verb stands in its
// base form, or with its irregular forms behind it in the same list. Only pairs that turn a fact round where one is put for
// the other; near synonyms that stories use for the same thing (said, told) are none.
const pairs: [string, string][] = [
  [
    'rise rises rose risen rising increase grow grows grew grown growing climb gain jump surge soar up raise higher expand swell rally upward improve upturn growth',
    'fall falls fell fallen falling decrease decline drop cut cuts cutting lower shrink shrinks shrank shrunk slump plunge plummet sink sinks sank down downward dip tumble reduce reduction worsen downturn dwindle contract',
  ],
  [
    'win wins won winning winner winners victory victories beat beats beaten beating',
    'lose loses lost losing loser losers loss losses defeats',
  ],
  [
    'approve accept pass endorse ratify adopt grant welcome approval acceptance support supporter back favour favor advocate',
    'reject refuse veto dismiss block deny denies denied rejection refusal condemn oppose opponent opposition criticise criticize',
  ],
  ['praise', 'criticise criticize condemn blame attack'],
  ['before earlier prior ahead', 'after later following since afterwards'],
  ['first', 'last final finally'],
  ['begin begins began begun beginning start open launch commence', 'end finish stop close halt conclude cease'],
  ['alive survive survivor survivors', 'dead die dies died dying death kill'],
  ['guilty convict conviction', 'innocent acquit acquittal clear'],
  ['arrest detain jail imprison', 'release free freed'],
  ['join enter arrive arrival', 'leave leaves left leaving quit quits exit depart departure'],
  ['buy buys bought buying purchase buyer buyers', 'sell sells sold selling seller sellers sale'],
  ['import', 'export'],
  ['hire appoint recruit', 'fire sack dismiss oust'],
  ['north northern', 'south southern'],
  ['east eastern', 'west western'],
  [
    'man men male males boy boys father son husband brother uncle',
    'woman women female females girl girls mother daughter wife sister aunt',
  ],
  ['legal lawful legally', 'illegal unlawful illegally'],
  ['possible possibly', 'impossible'],
  ['likely probable', 'unlikely improbable'],
  ['succeed success successful successfully', 'fail failure unsuccessful unsuccessfully'],
  ['strong strengthen stronger', 'weak weaken weaker'],
  ['high highest', 'low lowest'],
  ['hot hotter warm warmer hottest', 'cold colder cool cooler coldest'],
  ['early earliest', 'late latest'],
  ['always', 'never rarely seldom'],
  ['best better', 'worst worse'],
  ['safe safely', 'unsafe dangerous'],
  ['rich wealthy richer richest', 'poor poorer poorest'],
  ['allow permit legalise legalize', 'ban prohibit forbid forbids forbade forbidden outlaw'],
  ['lift lifted ease relax', 'impose tighten'],
  ['agree agreement consent', 'disagree disagreement refuse refusal decline'],
  ['love like', 'hate dislike'],
  ['friend friends friendly ally allies', 'enemy enemies hostile foe foes rival rivals'],
  ['majority', 'minority'],
  ['maximum most', 'minimum least fewest'],
  ['more greater larger bigger longer', 'less fewer smaller shorter'],
  ['borrow borrower', 'lend lends lent lender'],
  ['temporary temporarily', 'permanent permanently'],
  ['voluntary', 'mandatory compulsory obligatory'],
  ['widen broaden', 'narrow'],
  ['accelerate quicken speed', 'slow slowdown decelerate'],
  ['build builds built building create construct', 'demolish destroy dismantle'],
  ['import imported', 'export exported'],
  ['public', 'private'],
  ['domestic', 'foreign'],
  ['true correct', 'false untrue incorrect'],
  ['confirm', 'deny denies denied'],
  ['above over exceed', 'below under'],
  ['inside within indoors', 'outside outdoors'],
  ['morning', 'evening afternoon night'],
  ['include included', 'exclude excluded'],
  ['profit profits profitable surplus', 'loss losses deficit'],
  ['positive positively', 'negative negatively'],
  ['optimistic hopeful', 'pessimistic'],
  ['present', 'absent'],
  ['full', 'empty'],
  ['peace peaceful', 'war violent'],
  ['young younger youngest', 'old older oldest'],
  ['new newer', 'old older'],
  ['cheap cheaper', 'expensive dearer costly'],
  ['left', 'right'],
  ['employ employed', 'unemployed jobless'],
  ['attack attacker attackers', 'defend defender defenders'],
  ['give gives gave given giving', 'take takes took taken taking'],
  ['send sends sent sending', 'receive'],
  ['teach teaches taught', 'learn'],
  ['ask', 'answer'],
];

/** What a word is the reverse of: the pair's number and the side it stands on; a word may stand in several pairs. */
export type Side = { pair: number; side: 0 | 1 };

const sides = new Map<string, Side[]>();
for (const [pair, lists] of pairs.entries()) {
  for (const [side, list] of lists.entries()) {
    for (const word of list.split(' ').flatMap(inflect)) {
      const known = sides.get(word) ?? [];
      if (!known.some((one) => one.pair === pair)) sides.set(word, [...known, { pair, side: side === 0 ? 0 : 1 }]);
    }
  }
}

function inflect(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`];
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`];
  const doubled = /^(?:drop|dip|stop|ban|sit|quit|permit|acquit|plan|win)$/.test(word) ? word + word.slice(-1) : word;
  return [word, /(?:s|sh|ch|x|z)$/.test(word) ? `${word}es` : `${word}s`, `${doubled}ed`, `${doubled}ing`];
}

// Pairs that are one deed seen from its two ends: "A sold it to B" is "B bought it from A".
const converses =
  /^(?:buy|buys|bought|buying|s[eo]ll?|sells|selling|sold|purchas\p{L}*|borrow\p{L}*|len[dt]\p{L}*|g[ai]ve\p{L}*|giving|t[ao]ke?\p{L}*|took|sen[dt]\p{L}*|receiv\p{L}*|teach\p{L}*|taught|learn\p{L}*|beat\p{L}*|los[et]\p{L}*|before|after|greater|larger|bigger|longer|less|fewer|smaller|shorter|higher|lower|older|younger|richer|poorer|stronger|weaker|better|worse|above|below)$/u;

/** True for a verb whose opposite says the same of the two changed round: "buy" and "sell". */
export function isConverse(key: string): boolean {
  return converses.test(key);
}

/** The pairs a word stands in. */
export function sidesOf(key: string): Side[] {
  return sides.get(key) ?? [];
}
