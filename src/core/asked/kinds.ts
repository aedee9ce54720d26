import { type FitWord, isVagueNumber } from './fit-words.ts';
import type { AskedQuestion } from './read-question.ts';

const units = {
  length:
    /\d[\d.,]*[\s-]*(?:m|cm|mm|km|kilomet\w+|met(?:re|er)s?|mi|miles?|f(?:oo|ee)?t|inch(?:es)?|yards?|centimet\w+|pages?|words?|metres?)\b/iu,
  time: /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur\w+)\b/iu,
  age: /\b(?:aged? (?:of )?\d{1,3}|\d{1,3}[\s-]years?[\s-]old|\p{Lu}[\p{L}’'-]+,? \(?\d{1,3}(?=[,).;]|\s(?:of|from)\b|$))|\b(?:is|was|turns|turned) \d{1,3}\b/u,
  money:
    /\p{Sc}\s?\d|\d[\d.,]*\s?(?:million|billion|trillion|thousand|[mb]n?)?\s?(?:\p{Sc}|dollars?|euros?|pounds?|cents?|pence|francs?|crowns?|kron\w+|rands?|yen|yuan|rupees?|pesos?|rub?les?|lira|shekels?|dirhams?|usd|eur|gbp)(?!\p{L})|\bfree of charge\b|\bfor free\b/iu,
  share:
    /\d\s?%|\bper ?cent\b|\b(?:half|(?:a|one|two|three)[\s-](?:third|quarter|fifth|tenth)s?|majority|most|\p{L}+ (?:in|out of) (?:three|four|five|six|ten|\d+)|quarters? of)\b/iu,
};
const unitsAsked: [asks: RegExp, units: RegExp][] = [
  [/\bhow old\b|\b(?:what|which) age\b|\bwhat is (?:his|her|their|\p{L}+['’]s) age\b/iu, units.age],
  [/\bhow (?:tall|high|wide|deep|far)\b/iu, units.length],
  [/\bhow (?:soon|often)\b/iu, units.time],
  [/\bhow long\b/iu, new RegExp(`${units.length.source}|${units.time.source}`, 'iu')],
  [
    /\bwhat (?:(?:is|was|are|were) (?:the )?)?(?:share|percentage|proportion|part|percent|per cent|fraction) of\b/iu,
    units.share,
  ],
  [
    /\bhow (?:much|many) (?:money|dollars|euros|pounds|cash)\b|\bhow much\b.*\b(?:cost|costs|pay|pays|paid|spend|spent|donate\p{L}*|raise\p{L}*|earn\p{L}*|owe\p{L}*|worth|fined?|bail|rent|lose|lost|price\p{L}*|sold|sell|salar\p{L}+|wages?|budget\p{L}*|funding|invest\p{L}*|loan\p{L}*|give|gave|given)\b|\bwhat (?:did|does|do|will|would|is|was)\b.*\b(?:cost|price|worth|budget|fine|salary)\b/iu,
    units.money,
  ],
];

/** The measure that a question asks for: "how tall" wants metres, "how much did it cost" money. */
export function readUnit({ text, wants }: AskedQuestion): RegExp | undefined {
  if (wants !== 'number') return undefined;
  return unitsAsked.find(([asks]) => asks.test(text))?.[1];
}

const people =
  /^(?:he|she|they|who|i|we|officials?|spokes\p{L}+|researchers?|scientists?|experts?|police|polic\p{L}+|officers?|authorities|government|ministers?|ministry|parliament|court|judges?|residents?|workers?|employees?|voters?|customers?|owners?|students?|teachers?|parents?|father|mother|brother|sister|son|daughter|wife|husband|man|men|woman|women|boys?|girls?|child|children|victims?|suspects?|critics?|protesters?|directors?|managers?|company|companies|firms?|gangs?|criminals?|newspaper|paper|council|committee|board|team|union|army|troops|soldiers|president|king|queen|mayor|governor|lawyers?|attorneys?|doctors?|patients?|members?|leaders?|executives?|groups?|agency|department|dr|mr|mrs|ms)$/u;
const timePhrase =
  /\b(?:last|next|this|that|same|early|earlier|late|later|within|after|every|each|per|past|coming|previous|following|days?|weeks?|months?|years?|hours?|minutes?|a|one|two|three|four|five|six|seven|eight|nine|ten|several|few|\d+)\s(?:\p{L}+\s){0,2}(?:seconds?|minutes?|hours?|days?|nights?|mornings?|evenings?|afternoons?|weeks?|months?|years?|decades?|centur\p{L}+|spring|summer|autumn|fall|winter|season)\b|\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\bin the (?:morning|afternoon|evening)\b|\bat (?:noon|midnight|night|dawn|dusk)\b|\bovernight\b/iu;
const reason =
  /\b(?:[Bb]ecause|[Ss]ince|[Dd]ue to|[Oo]wing to|[Tt]hanks to|[Aa]fter|so that|[Ii]n order|so as|[Aa]s a result|result(?:s|ed|ing)? (?:in|from)|caus(?:e[ds]?|ing)|reasons?|over|[Aa]mid|[Dd]riven by|to \p{Ll}+|blam\p{L}+|[Ii]n response|[Ii]n protest|led to|why|cit(?:ed|ing)|claim(?:s|ed|ing)?|aim(?:s|ed|ing)?)\b|\bfor (?:(?:their|his|her|its|the|an?) )?(?:\p{Ll}+ )?\p{Ll}+(?:ing|ments?|[st]ions?)\b|\b[Aa]s (?:the|it|they|he|she)\b/u;

/** True where a passage holds the kind of thing that is asked for, and not only what the question itself has of it. */
export function holdsKind(words: FitWord[], passage: string, { wants, terms, text }: AskedQuestion): boolean {
  const asked = new Set(terms.flatMap((term) => term.words));
  const inQuestion = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu));
  switch (wants) {
    case 'who':
      return words.some((word) => (word.isName && !asked.has(word.term)) || people.test(word.lower));
    case 'when':
      return words.some((word) => word.isTime && !inQuestion.has(word.lower)) || timePhrase.test(passage);
    case 'where':
      return (
        words.some((word) => word.isName && !asked.has(word.term)) ||
        /\b(?:at|near|from|outside|inside|on|behind|under|across|along|throughout|within) \p{L}|\bin (?!\d|\p{Ll}+ing\b|(?:order|fact|case|addition|response|part|which|that|time|recent|early|late)\b)\p{L}/u.test(
          passage,
        )
      );
    case 'number':
      return words.some((word) => word.isNumber && !inQuestion.has(word.lower) && !isDate(word)) || hasVague(words);
    case 'why':
      return reason.test(passage);
    case 'whether':
    case 'any':
      return true;
  }
}

function isDate({ text }: FitWord): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(text);
}

function hasVague(words: FitWord[]): boolean {
  return words.some((word) => isVagueNumber(word));
}
