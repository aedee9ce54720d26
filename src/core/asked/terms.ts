import { toTerm } from './stems.ts';

/** A word of a question, or a name of several ("Alia Salem"), which counts once however many words it has. */
export type Term = { words: string[]; weight: number; isName?: boolean };

const empty = new Set(
  `a about after all also am an and any are article as at be because been before being but by can could did do does doing done
  for from get give had has have he her hers him his how i if in into is it its just know let like many me more most much my no
  not of off on one or other our out over please said say says she should so some story tell text than that the their them then
  there these they this those to told too under up us very was we were what when where which while who whom whose why will with
  would you your mean means happen happened happens exactly anything something someone anyone people kind sort there's what's
  who's does according think thinks believe believes mention mentioned mentions ok okay else place took take takes
  occur occurs occurred locate located called named show shows showed shown go goes went come comes came make makes made put
  given gave giving besides aside except now currently total actually really must might may shall need needs next name names`.split(
    /\s+/,
  ),
);

/** True for a small word of a question that nothing is looked for by. */
export function isEmptyWord(word: string): boolean {
  return empty.has(word.toLowerCase());
}

// The same small words of German, French and Spanish, for questions in them: "die" and "son" are words of English.
const emptyElsewhere = new Set(
  `wie viel viele wer wen wem was wann wo wohin warum wieso welche welcher welches welchen der die das den dem des ein eine einen einem
  einer und oder von vom zu zum zur im in am an auf für mit dass sich wurde wurden wird werden worden hat haben hatte ist sind war waren
  es er sie ihr sein seine über laut gesagt sagt sagte sagten gibt gab denn nicht
  qui que qu quoi quand où pourquoi comment combien de la le les des du un une a ont est sont été avait avaient était dit dite disent au aux
  en et il elle ils elles ce cet cette ces se sur par pour dans quel quelle quels quelles selon son sa ses leur leurs ne pas
  quién quiénes qué cuándo dónde cómo cuánto cuánta cuántos cuántas cuál por el los las una del ha han es fue fueron dijo dice según y
  su sus con para al lo`.split(/\s+/),
);
const foreignWords =
  /(?<!\p{L})(?:wer|wen|wem|wann|wo|warum|wieso|wie|viele|welche[rsnm]?|der|die|das|den|dem|ist|sind|hat|haben|wurden?|sagten?|über|qui|que|quoi|quand|où|pourquoi|comment|combien|quel(?:le)?s?|est|sont|ont|dit|le|les|des|une?|du|quién(?:es)?|qué|cuándo|dónde|cómo|cuánt[oa]s?|el|los|las|dijo|según|por|chi|che|quando|dove|perché|quanti|quanto|wat|waarom|wanneer|hoeveel|het|een)(?!\p{L})/giu;
const englishWords =
  /(?<!\p{L})(?:who|what|which|when|where|why|how|is|are|were|did|does|do|has|have|had|will|can|could|the|of|to|and|in|they|he|she|it|his|her|about|said)(?!\p{L})/giu;

/** True where a question reads as English; names alone do. */
export function isEnglishQuestion(question: string): boolean {
  return (question.match(englishWords)?.length ?? 0) >= (question.match(foreignWords)?.length ?? 0);
}

/** The words that carry something, in reading order; a name's words are one term. */
export function listTerms(question: string): Term[] {
  if (!isEnglishQuestion(question)) return listForeignTerms(question);
  const text = question
    .replace(
      /\b(what) (?:(?:is|was|are|were) (?:the )?)?(?:share|percentage|proportion|percent|per cent|fraction|age) of\b/giu,
      '$1',
    )
    .replace(/\b(how) (?:long|old|far|big|large|high|tall|wide|deep|soon|fast|often)\b/giu, '$1');
  const terms: Term[] = [];
  // Capitalised words in a row, but not the question's first.
  const runs =
    /(?<=\S\s+)\p{Lu}[\p{L}\p{N}'’-]*(?:\s+(?:(?:of|the|for|al|de|van|von|bin)\s+)*\p{Lu}[\p{L}\p{N}'’-]*)*/gu;
  let from = 0;
  for (const run of text.matchAll(runs)) {
    terms.push(...contentWords(text.slice(from, run.index)).map(one));
    const words = contentWords(run[0]);
    if (words.length > 0) terms.push({ words, weight: 1, isName: true });
    from = run.index + run[0].length;
  }
  terms.push(...contentWords(text.slice(from)).map(one));
  // "What language …?": the answer is a language and need not say so.
  const [, kind] = /\b(?:what|which) (?:other )?(\p{Ll}+)(?= (?:\p{L}+))/iu.exec(question) ?? [];
  const kindTerm = kind === undefined ? undefined : contentWords(kind)[0];
  for (const term of terms) if (term.words.length === 1 && term.words[0] === kindTerm) term.weight = kindWeight;
  // "How many people came?": where nothing else is asked with, words that are used of everything must do.
  if (terms.length === 0) terms.push(...lightWords(question).map(one));
  const seen = new Set<string>();
  return terms.filter(({ words }) => {
    const key = words.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

// Capitals tell names in few languages, so each word stands for itself.
function listForeignTerms(question: string): Term[] {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [];
  const carrying = words.filter((word) => !emptyElsewhere.has(word) && (word.length > 1 || /\d/.test(word)));
  return [...new Set(carrying.map(toTerm))].map(one);
}

const light =
  /^(?:people|person|came|come|comes|go|goes|went|make|makes|made|take|takes|took|given|gave|show|shows|shown)$/;

function lightWords(question: string): string[] {
  return (question.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => light.test(word)).map(toTerm);
}

const kindWeight = 0.4;

function one(word: string): Term {
  return { words: [word], weight: 1 };
}

/** A text's words that carry something, as they are compared, in reading order. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [];
  return words.filter((word) => !empty.has(word) && (word.length > 1 || /\d/.test(word))).map(toTerm);
}
