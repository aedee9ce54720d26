// English verbs whose past does not end in "-ed": base form, then its others. Language data, not rules.
const irregular = [
  'arise arose arisen',
  'awake awoke awoken',
  'bear bore borne born',
  'beat beaten',
  'become became',
  'begin began begun',
  'bend bent',
  'bind bound',
  'bite bit bitten',
  'bleed bled',
  'blow blew blown',
  'break broke broken',
  'breed bred',
  'bring brought',
  'build built',
  'burn burnt',
  'buy bought',
  'catch caught',
  'choose chose chosen',
  'cling clung',
  'come came',
  'creep crept',
  'deal dealt',
  'dig dug',
  'draw drew drawn',
  'drink drank drunk',
  'drive drove driven',
  'eat ate eaten',
  'fall fell fallen',
  'feed fed',
  'feel felt',
  'fight fought',
  'find found',
  'flee fled',
  'fly flew flown',
  'forbid forbade forbidden',
  'forget forgot forgotten',
  'forgive forgave forgiven',
  'freeze froze frozen',
  'get got gotten',
  'give gave given',
  'go went gone',
  'grow grew grown',
  'hang hung',
  'hear heard',
  'hide hid hidden',
  'hold held',
  'keep kept',
  'know knew known',
  'lay laid',
  'lead led',
  'learn learnt',
  'leave left',
  'lend lent',
  'lie lay lain',
  'lose lost',
  'make made',
  'mean meant',
  'meet met',
  'mislead misled',
  'overcome overcame',
  'overthrow overthrew overthrown',
  'pay paid',
  'plead pled',
  'prove proven',
  'ride rode ridden',
  'ring rang rung',
  'rise rose risen',
  'run ran',
  'see saw seen',
  'seek sought',
  'sell sold',
  'send sent',
  'shake shook shaken',
  'shine shone',
  'shoot shot',
  'show shown',
  'shrink shrank shrunk',
  'sing sang sung',
  'sink sank sunk',
  'sit sat',
  'sleep slept',
  'slide slid',
  'speak spoke spoken',
  'spend spent',
  'spin spun',
  'spring sprang sprung',
  'stand stood',
  'steal stole stolen',
  'stick stuck',
  'sting stung',
  'strike struck stricken',
  'strive strove striven',
  'swear swore sworn',
  'sweep swept',
  'swim swam swum',
  'swing swung',
  'take took taken',
  'teach taught',
  'tear tore torn',
  'think thought',
  'throw threw thrown',
  'undergo underwent undergone',
  'understand understood',
  'undertake undertook undertaken',
  'wake woke woken',
  'wear wore worn',
  'weep wept',
  'win won',
  'withdraw withdrew withdrawn',
  'withhold withheld',
  'withstand withstood',
  'write wrote written',
];

const bases = new Map(
  irregular.flatMap((forms) => {
    const [base = '', ...others] = forms.split(' ');
    return others.map((form): [string, string] => [form, base]);
  }),
);

/** A verb's base form where this is an irregular form of it, else the word itself. */
export function toBase(key: string): string {
  const known = bases.get(key);
  if (known !== undefined) return known;
  const [, prefix = '', rest = ''] = prefixed.exec(key) ?? [];
  const base = bases.get(rest);
  return base === undefined ? key : prefix + base;
}

// "repaid", "overtook"
const prefixed = /^(re|over|out|under|mis|fore|up)(\p{L}{3,})$/u;

/** True for an irregular past or participle: "sold", "given". */
export function isPastForm(key: string): boolean {
  return toBase(key) !== key;
}

const baseForms = new Set(irregular.map((forms) => forms.split(' ')[0] ?? ''));
// "rose" and "took" are no participles; of a verb with one other form it is both.
const pastAlone = new Set(
  irregular.flatMap((forms) => (forms.split(' ').length > 2 ? forms.split(' ').slice(1, 2) : [])),
);
const unchanged = new Set('burst cost cut hit hurt let put set shed shut split spread'.split(' '));

/** True for a form that can stand behind "have" or "was": "sold", "given", "accused". */
export function isParticiple(key: string): boolean {
  return /ed$/.test(key) || (bases.has(key) && !pastAlone.has(key)) || unchanged.has(key);
}

// Regular verbs that newsrooms use in the present, and whose forms are no common nouns.
const regular =
  'adopt aid appear apply approve argue arrive assume attend avoid believe belong carry close collapse consider consist contain continue create decide defend deliver deny depend destroy develop die earn employ enter exist expect explain explore happen hate help improve include intend introduce invest investigate involve join kill lack like live love manage marry move occur open operate oppose own perform prefer prepare prevent produce promote protect provide reach receive refuse reject relate rely remain remember remove replace represent require rescue reside retain retire reveal seem serve solve start stay succeed suffer support survive threaten treat try use vote want work';

/** The stems of verbs that need no evidence to be taken for such. */
export const commonVerbs: ReadonlySet<string> = new Set(
  [...baseForms, ...unchanged, ...regular.split(' ')].map(toVerbStem),
);

/** True for the base form of an irregular verb, or of one that `known` has the stem of. */
export function isBaseForm(key: string, known: ReadonlySet<string>): boolean {
  return baseForms.has(key) || (known.has(toVerbStem(key)) && !/(?:s|ed|ing)$/u.test(key.replace(/ss$/u, '')));
}

/**
 * What the forms of a verb share, short and irregular ones too: "sell", "sells", "selling" and "sold" give the same. For
 * comparing only; a noun's plural gives what its singular gives.
 *
 * @param key  of a word, as `toKey` gives it
 */
export function toVerbStem(key: string): string {
  const base = toBase(key);
  if (base.length < 3 || /\d/.test(base)) return base;
  const bare = base
    .replace(/(?:ies|ied)$/u, 'y')
    .replace(/(?<=\p{L}{2})(?:es|s|ed|ing)$/u, '')
    .replace(/e$/u, '');
  return bare.replace(/([^aeiou])\1$/u, '$1');
}

/** The base of an irregular verb's form: "sold" gives "sell"; any other word is given back. */
export function toBaseForm(key: string): string {
  return bases.get(key) ?? key;
}

/** True for a past form that does not end in "-ed": "sold", "began". */
export function isIrregularForm(key: string): boolean {
  return bases.has(key);
}
