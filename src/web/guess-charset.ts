// Charsets of pages that declare another, by the language that the page gives itself.
const byLanguage: Record<string, string[]> = {
  ja: ['euc-jp', 'shift_jis'],
  zh: ['gb18030', 'big5'],
  ko: ['euc-kr'],
  th: ['windows-874'],
  el: ['windows-1253', 'iso-8859-7'],
  he: ['windows-1255'],
  ar: ['windows-1256', 'iso-8859-6'],
  fa: ['windows-1256'],
  ...Object.fromEntries(
    ['ru', 'uk', 'bg', 'be', 'sr', 'mk', 'kk'].map((code) => [
      code,
      ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'],
    ]),
  ),
};
const scripts: [encodings: RegExp, script: RegExp][] = [
  [/^(?:euc-jp|shift_jis)$/, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu],
  [/^(?:gb18030|gbk|big5)$/, /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu],
  [/^euc-kr$/, /[\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/gu],
  [/^windows-874$/, /\p{Script=Thai}/gu],
  [/^(?:windows-1253|iso-8859-7)$/, /\p{Script=Greek}/gu],
  [/^windows-1255$/, /\p{Script=Hebrew}/gu],
  [/^(?:windows-1256|iso-8859-6)$/, /\p{Script=Arabic}/gu],
  [/^(?:windows-1251|koi8-r|iso-8859-5|ibm866)$/, /\p{Script=Cyrillic}/gu],
];
// Where no language is given: from the charsets whose rules few other bytes keep to those that read anything.
const anyLanguage = ['euc-jp', 'shift_jis', 'euc-kr', 'gb18030', 'windows-1251', 'koi8-r'];
const enoughShare = 0.9;
const sampleBytes = 60_000;

/** True where letters beyond ASCII stand mostly next to one another, as in no language written in Latin letters. */
export function isDense(bytes: Uint8Array): boolean {
  let high = 0;
  let paired = 0;
  for (let at = 1; at < Math.min(bytes.length, sampleBytes); at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high++;
    if ((bytes[at - 1] ?? 0) >= 0x80 && (bytes[at - 2] ?? 0x80) >= 0x80) paired++;
  }
  return high >= 24 && paired > high * 0.4;
}

/**
 * Reads a page whose declared charset cannot be right: in the charset of its language that gives that language's letters.
 *
 * @returns undefined where none does
 */
export function decodeByGuess(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  const language = /<html\b[^>]{0,300}?\blang\s{0,3}=\s{0,3}["']?([a-z]{2,3})/i.exec(start)?.[1]?.toLowerCase() ?? '';
  let best: { text: string; score: number } | undefined;
  for (const encoding of byLanguage[language] ?? anyLanguage) {
    const text = new TextDecoder(encoding).decode(bytes);
    const score = scoreText(text.slice(0, sampleBytes), encoding);
    if (score >= enoughShare && (!best || score > best.score + 0.02)) best = { text, score };
  }
  return best?.text;
}

// How many of the letters beyond ASCII are the language's, less what the wrong one of two charsets shows: mostly capitals
// in Cyrillic, no kana in Japanese.
function scoreText(text: string, encoding: string): number {
  const beyond = text.match(/[^\u0000-\u007f\u2010-\u203a\u00a0-\u00bf]/gu)?.length ?? 0;
  const script = scripts.find(([encodings]) => encodings.test(encoding))?.[1];
  if (!script || beyond === 0) return 0;
  let score = (text.match(script)?.length ?? 0) / beyond;
  if (/\p{Script=Cyrillic}/u.test(text)) {
    const capitals = text.match(/[\u0400-\u042f]/gu)?.length ?? 0;
    score -= capitals > beyond * 0.5 ? 0.5 : 0;
  }
  if (/^(?:euc-jp|shift_jis)$/.test(encoding)) {
    const kana = text.match(/[\u3040-\u30ff]/gu)?.length ?? 0;
    const half = text.match(/[\uff61-\uff9f]/gu)?.length ?? 0;
    score -= (kana < beyond * 0.15 ? 0.5 : 0) + half / beyond;
  }
  // Rare characters are what the wrong bytes make.
  if (/^(?:gb18030|big5)$/.test(encoding))
    score -= (text.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) < beyond * 0.7 ? 0.5 : 0;
  return score;
}
