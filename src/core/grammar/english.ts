import { isPastForm } from './verb-forms.ts';
import { isCapitalised, isFunctionWord, type Word } from './word-list.ts';

const share = 0.2; // of an English text's words, at least so many are English function words; of others' a tenth
const shortText = 80; // words; fewer say little by their share
// Function words of other languages that are no English words, and so tell a short text apart.
const foreign = new Set(
  (
    'der die das den dem des ein eine einen einem einer und oder aber nicht ist sind wird wurde wurden hat haben hatte von vom mit für auf aus bei nach zu zum zur im sich auch als wie dass er sie wir ihr ' +
    'le la les du de des un une et ou est sont été dans pour par sur avec que qui il elle nous vous au aux ce cette ses son sa ' +
    'el los las una y o es son fue en por con del al su sus para como ' +
    'il lo gli della di e è sono nel per che ha ' +
    'het een van en niet op te dat zijn werd voor ' +
    'och att det som inte med för av på og ikke til og ' +
    'os as um uma não são foi em do da no na ' +
    'jest nie się w z na i'
  ).split(' '),
);
// These stand in English names too ("von der Leyen"), or are English words; those of the second list are no sure sign of English.
const isEnglishToo =
  /^(?:die|den|hat|war|man|also|am|an|as|at|on|no|do|in|so|will|was|is|per|son|once|fin|pour|van|al|o|i|y|e|w|z|un|her|his|he|we|me|des|la|le|les|el|los|las|de|del|der|di|da|du|von|ten|en)$/;
const isUnsure = /^(?:in|am|was|an|a|so|as|me|do|no|on|or|he|her|is|at|i|will|over|under|his|to)$/;
// "Der Stadtrat", "Le maire", but "Le Pen".
const articles = /^(?:die|das|le|la|les|el|los|las|il|lo|gli|een|os)$/;

/**
 * Whether a text reads as English. Of a long one the share of function words tells; of a short one whether it has more English
 * words of that kind, or verbs of English forms, than other languages' ("Ott sued Dunn." has no function word at all).
 *
 * @param language  the page's own word for its language, which counts where the text says nothing
 */
export function readsAsEnglish(words: Word[], language: string | null): boolean {
  const english = words.filter(({ key }) => isFunctionWord(key)).length;
  const isEnough = english >= words.length * share;
  if (words.length >= shortText) return isEnough;
  const others = words.filter(
    ({ key, text }, at) =>
      (foreign.has(key) && !isEnglishToo.test(key)) ||
      text === 'Der' ||
      (articles.test(key) && isCapitalised(text) && /^\p{Ll}/u.test(words[at + 1]?.text ?? '')) ||
      /[äöüßéèêàçñãõøåæłżśęą]/u.test(text.slice(1)),
  ).length;
  const signs = words.filter(({ key, text }) =>
    isFunctionWord(key) ? !isUnsure.test(key) : /^\p{Ll}/u.test(text) && (/\p{L}{2}ed$/u.test(key) || isPastForm(key)),
  ).length;
  const unsure = words.filter(({ key }) => isUnsure.test(key)).length;
  const evidence = signs + Number(unsure > 1);
  if (evidence + others === 0) return language !== null && /^en\b/i.test(language);
  return evidence > others;
}
