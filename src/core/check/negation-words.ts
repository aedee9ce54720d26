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

/** True where an ellipsis that leaves out `gap` would turn the words around it round ("did [not] say"). */
export function swallowsNegation(gap: string): boolean {
  for (const negation of gap.matchAll(negationPattern)) {
    const before = gap.slice(0, negation.index);
    const after = gap.slice(negation.index + negation[0].length);
    // A negation right behind the words kept belongs to them; one in a clause of its own that is left out whole does not.
    if (!/[\p{L}\p{N}]/u.test(before) || !/[.,;:!?()—–"“”«»]|\bbut\b/iu.test(after)) return true;
  }
  return false;
}
