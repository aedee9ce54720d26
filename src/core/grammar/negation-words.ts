// Words that turn a statement round. One list a language is too many: what newsrooms commonly read, each word only where
// it is no common word of another language in the list ("on", "ni" and "pas" stay out of it for that reason).
const words = [
  ...['not', 'no', 'never', 'none', 'nobody', 'nothing', 'neither', 'nor', 'nowhere', 'cannot', 'without', 'hardly'],
  ...['nicht', 'kein', 'keine', 'keinen', 'keinem', 'keiner', 'niemals', 'niemand', 'nichts', 'ohne'],
  ...['jamais', 'aucun', 'aucune', 'rien', 'sans', 'nunca', 'nada', 'ningún', 'ninguna', 'sin', 'não', 'nenhum', 'sem'],
  ...['niet', 'geen', 'nooit', 'niemand', 'zonder', 'inte', 'aldrig', 'ikke', 'aldri', 'не', 'нет', 'ни', 'без'],
];
const contracted = "\\p{L}+n['’‘ʼ`´]t";
const unspaced = '[不没沒未無无非]|ない|ません|지 않|아니';

/** Matches a negation: a word of its own, a contraction, or a character of a script written without spaces. */
export const negationPattern = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${words.join('|')}|${contracted})(?![\\p{L}\\p{M}\\p{N}])|${unspaced}`,
  'giu',
);

const near = 4; // words between a negation that is left out and the words that go on

/**
 * True where an ellipsis that leaves out `gap` would turn the words beside it round: "did [not] say", "the deal [will never
 * be] good". What is shown is the whole stretch with the gap's own words, so a "not" further off does no harm.
 */
export function swallowsNegation(gap: string): boolean {
  for (const negation of gap.matchAll(negationPattern)) {
    const before = gap.slice(0, negation.index);
    const after = gap.slice(negation.index + negation[0].length);
    if (!/[\p{L}\p{N}]/u.test(before)) return true;
    // A clause of its own that is left out whole does not touch what goes on behind it.
    const isClosed = /[.,;:!?()—–"“”«»]|\bbut\b/iu.test(after);
    if (!isClosed && (after.match(/[\p{L}\p{M}\p{N}'’]+/gu)?.length ?? 0) <= near) return true;
  }
  return false;
}
