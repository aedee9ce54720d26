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
  return bases.get(key) ?? key;
}

/** True for an irregular past or participle: "sold", "given". */
export function isPastForm(key: string): boolean {
  return bases.has(key);
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
