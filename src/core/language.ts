// Scripts that one language writes, or nearly: what else is written in it is rarer in the news than a wrong guess.
const scripts: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Myanmar}/gu, 'my'],
];

// The commonest words of a language that its neighbours do not write, or seldom. In running text they are a tenth of all words and more.
const commonWords: Record<string, string> = {
  en: 'the of and to that is was with for said has it by from are be this were have which his as they not but at who',
  de: 'der die das und nicht ist von mit den dem ein eine auf auch sich für wird werden im zu dass bei nach hat sind aus',
  fr: 'le la les des et est une du dans que pour qui pas sur par avec au ce plus sont il aux ont cette été',
  es: 'el la los las de que y en una por con para del se al lo como más su ha pero fue este son sus',
  pt: 'o a os as de que e do da em um uma para com não no na por mais dos das ao foi se como são pela pelo',
  it: 'il di che e la per un una del della non con sono nel alla più gli dei le anche dal ha è delle come',
  nl: 'de het een en van in is dat op te zijn voor met niet die er aan ook om bij wordt naar heeft door',
  sv: 'och att det som en är på för med av den till inte har ett om från var de kan ska också efter han',
  da: 'og at det er en af til på som for med den der ikke de har et fra var blev også efter ved kan men',
  nb: 'og det er en av til på som for med at den ikke de har et fra var ble også etter ved kan men seg',
  fi: 'ja on ei että se oli hän ovat mutta myös kun kuin joka mukaan sen tai ole vuoden sekä jo nyt',
  pl: 'w i na z się nie do to że jest od po o za przez jak oraz dla są był przy ale tym być',
  cs: 'a se v na je že s z do o to i za ve podle by které jako jsou ale byl k pro jeho',
  sk: 'a sa v na je že s z do o to aj za vo podľa by ktoré ako sú ale bol k pre jeho',
  hu: 'a az és hogy nem is egy meg van volt már csak mint ez azt el de ha szerint még',
  ro: 'și de în la a care cu din pe nu o să este un mai că pentru au prin fost sunt după',
  hr: 'i u je na se da su za od s o koji što ne bi kako će nije samo te kao iz do ali',
  tr: 've bir bu için ile da de olarak daha çok olan gibi en ise kadar sonra dedi oldu var ancak',
  id: 'yang dan di untuk dengan dari ini itu pada dalam tidak akan adalah oleh juga ke tersebut kata sebagai telah',
  vi: 'và của là có trong được cho với các không người những một đã này khi để ở tại',
  sw: 'ya wa na kwa ni katika la za cha kuwa hiyo huo alisema ambao kama hii yake',
};
const common = Object.entries(commonWords).map(([code, words]) => ({ code, words: new Set(words.split(' ')) }));

const sampleChars = 20_000;

/**
 * The language a text is written in, from its script and its commonest words; of two languages in one text the one that
 * fills more of it.
 *
 * @returns a BCP 47 code of one part (`en`, `zh`), or null where too little of any language shows: never a guess
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleChars).toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  // Japanese writes half of its text in Chinese characters, Chinese none of it in kana.
  if (kana > letters * 0.1) return 'ja';
  for (const [pattern, code] of scripts) if (count(pattern) > letters * 0.5) return code;
  if (count(/\p{Script=Cyrillic}/gu) > letters * 0.5) return nameCyrillic(count);
  if (count(/\p{Script=Arabic}/gu) > letters * 0.5) return nameArabic(count, letters);
  if (count(/\p{Script=Devanagari}/gu) > letters * 0.5) return count(/\u0933|आहे|च्या/gu) > letters * 0.005 ? 'mr' : 'hi';
  return nameLatin(sample.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []);
}

// Languages that share so many of their small words that one sentence does not tell them apart.
const relatives = ['da nb nn no sv', 'cs sk', 'hr sr bs sl', 'es pt gl ca', 'id ms', 'nl af', 'ru uk be bg mk sr'].map(
  (codes) => new Set(codes.split(' ')),
);

/**
 * True where a text is clearly written in another language than `tag` names: never of too short a text, of close relatives, or of
 * a language in the same script whose words are not known here.
 */
export function isOtherLanguage(text: string, tag: string): boolean {
  const found = detectLanguage(text);
  if (found === null) return false;
  const [asked, read] = [readTag(tag), readTag(found)];
  if (!asked || !read || asked.language === read.language) return false;
  if (asked.script !== read.script) return true;
  const isKnown = asked.script !== 'Latn' || Object.hasOwn(commonWords, asked.language);
  return isKnown && !relatives.some((codes) => codes.has(asked.language) && codes.has(read.language));
}

function readTag(tag: string): { language: string; script: string } | undefined {
  try {
    const { language, script = '' } = new Intl.Locale(tag).maximize();
    // Simplified and traditional characters are one script here.
    return { language, script: script.startsWith('Han') ? 'Han' : script };
  } catch {
    return undefined;
  }
}

function nameCyrillic(count: (pattern: RegExp) => number): string | null {
  if (count(/[іїєґ]/g) > count(/[ыэё]/g)) return count(/ў/g) > 2 ? 'be' : 'uk';
  if (count(/[јљњђћџ]/g) > 2) return count(/[ѓќѕ]/g) > 0 ? 'mk' : 'sr';
  if (count(/[ыэё]/g) > 0) return 'ru';
  return count(/ъ/g) > 1 ? 'bg' : null;
}

function nameArabic(count: (pattern: RegExp) => number, letters: number): string {
  if (count(/[ٹڈڑںے]/g) > letters * 0.02) return 'ur';
  if (count(/[ۆێڕڵە]/g) > letters * 0.03) return 'ckb';
  return count(/[پچژگکی]/g) > letters * 0.02 ? 'fa' : 'ar';
}

function nameLatin(words: string[]): string | null {
  let best = { code: 'en', hits: 0 };
  let second = 0;
  for (const { code, words: known } of common) {
    // A single letter may be anything's: a list's number, a unit, an initial.
    const hits = words.reduce((sum, word) => sum + (known.has(word) ? (word.length > 1 ? 1 : 0.5) : 0), 0);
    if (hits > best.hits) {
      second = best.hits;
      best = { code, hits };
    } else if (hits > second) second = hits;
  }
  // Danish and Norwegian, Czech and Slovak share most of their small words: a tie names neither.
  return best.hits >= Math.max(2, words.length * 0.11) && best.hits > second ? best.code : null;
}
