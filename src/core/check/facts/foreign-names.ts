import { isAcronym, isOpeningWord, isSameName, listNames } from '../../grammar/names.ts';
import { isNumberWord } from '../../grammar/number-words.ts';
import { isCapitalised, isFunctionWord, listWords, toStem, type Word } from '../../grammar/word-list.ts';

const rootLength = 6; // letters that a noun and the verb it is made of share
const maxNames = 300; // of a passage; a list of more is no statement's ground

/**
 * The first name of a statement that neither its passage nor a name in `licensed` gives; undefined where all are there.
 *
 * @param forms  the names of the whole article: a name's other forms there count as the name
 * @param licensed  the words of names that may stand in the statement besides the passage's: the speaker, those a pronoun refers to
 */
export function findForeignName(
  statement: string,
  passage: string,
  { forms: all, licensed, commonStems }: { forms: string[][]; licensed: string[][]; commonStems: Set<string> },
): string | undefined {
  const here = [...listNames(passage).map(({ keys }) => keys), ...licensed].slice(0, maxNames);
  const keys = new Set([...listWords(passage).map(({ key }) => key), ...licensed.flat()]);
  const stems = new Set([...keys].map((key) => toOrigin(key)));
  const forms = all.filter((form) => here.some((name) => isSameName(name, form)));
  const runs = listNames(statement);
  return listWords(statement).find((word, at) => {
    if (!isCapitalised(word.text) && !/^(?=.*\p{L})(?=.*\d)/u.test(word.text)) return false;
    if (isMonthOfMay(word, at)) return !/(?<![\p{L}\p{N}])May(?![\p{L}\p{N}])/u.test(passage);
    if (keys.has(word.key) || stems.has(toOrigin(word.key))) return false;
    if (isFunctionWord(word.key) && !isAcronym(word.text)) return false;
    if (at === 0 && startsPlainly(word, commonStems)) return false;
    const run = runs.find(({ start, end }) => start <= word.start && word.end <= end)?.keys ?? [word.key];
    const isForm = forms.some((form) => form.includes(word.key) && isSameName(run, form));
    return !isForm && !here.some((name) => isSameName([word.key], name));
  })?.text;
}

// In small letters it is the verb; other months are words with content and held like names.
function isMonthOfMay({ text }: Word, at: number): boolean {
  return at > 0 && text === 'May';
}

/** True where a statement's first word is a common word: the article has it, or a form of it, in small letters. */
function startsPlainly(word: Word, commonStems: Set<string>): boolean {
  // "Sixty people" of "60 people": numbers are held as numbers.
  if (isOpeningWord(word.key)) return true;
  if (isNumberWord(word.key) || commonStems.has(toStem(word.key)) || /^.{3,}ing$/.test(word.key)) return true;
  // "Criticism" of "criticised".
  const root = word.key.slice(0, rootLength);
  return word.key.length > rootLength && [...commonStems].some((stem) => stem.startsWith(root));
}

const irregular: Record<string, string> = {
  january: 'january',
  february: 'february',
  jan: 'january',
  feb: 'february',
  mar: 'march',
  apr: 'april',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  sept: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
  mon: 'monday',
  tue: 'tuesday',
  tues: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  thurs: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
  french: 'franc',
  france: 'franc',
  dutch: 'netherland',
  netherlands: 'netherland',
  spanish: 'spain',
  swiss: 'switzerland',
  greek: 'greece',
  danish: 'denmark',
  turkish: 'turkey',
  polish: 'poland',
  swedish: 'sweden',
  finnish: 'finland',
  welsh: 'wales',
  irish: 'ireland',
  british: 'britain',
  english: 'england',
  scottish: 'scotland',
  german: 'german',
  germany: 'german',
  chinese: 'chin',
  china: 'chin',
  thai: 'thailand',
  filipino: 'philippines',
  norwegian: 'norway',
  americans: 'america',
  american: 'america',
  us: 'us',
  usa: 'us',
  uk: 'uk',
  afghan: 'afghanistan',
  iraqi: 'iraq',
};

/** What a name and its demonym share: "Iraqi" and "Iraq". */
export function toOrigin(key: string): string {
  const known = irregular[key] ?? irregular[key.replace(/s$/, '')];
  if (known) return known;
  if (key.length < 5) return key;
  const bare = key.replace(/s$/, '').replace(/(?:ians?|eans?|ans?|ese|ish|is?|a|ia|y)$/, '');
  return bare.length >= 4 ? bare : key;
}
