// Number words, plurals of scale and signs that belong to a number.
const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
/** Words of scale and what they multiply by. */
export const scales: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  billion: 1e9,
  bn: 1e9,
  bln: 1e9,
  trillion: 1e12,
  tn: 1e12,
  dozen: 12,
};

type Token = { word: string; digits: string | undefined };

/** The number that English words give from the token at `at` on, and its last token; undefined where none begins there. */
export function parseWords(
  at: number,
  tokens: Token[],
  follows: (at: number) => string | undefined,
): { values: number[]; last: number; unit: string } | undefined {
  const word = tokens[at]?.word ?? '';
  const ordinal = ordinals.indexOf(word);
  if (ordinal > 0) return { values: [ordinal], last: at, unit: 'th' };
  const many = word.endsWith('s') ? scales[word.slice(0, -1)] : undefined;
  if (many && word.length > 4) return { values: [many], last: at, unit: 'many' };
  let [total, current, last] = [0, 0, at - 1];
  for (let next: string | undefined = word; next !== undefined; next = follows(last + 1)) {
    const [unit, ten, scale] = [small.indexOf(next), tens.indexOf(next), next.length > 2 ? scales[next] : undefined];
    if (unit >= 0) current += unit;
    else if (ten >= 0) current += (ten + 2) * 10;
    else if (scale === 100 || scale === 12) current = Math.max(1, current) * scale;
    else if (scale) [total, current] = [total + Math.max(1, current) * scale, 0];
    else if (!(next === 'and' && last >= at && isNumberWord(follows(last + 2)))) break;
    last += 1;
  }
  if (last < at || (last === at && word === 'one')) return undefined;
  return { values: [total + current], last, unit: '' };
}

/** True for a number from nought to ninety in letters, without its parts: "twelve", "sixty". */
export function isNumberWord(word: string | undefined): boolean {
  return word !== undefined && (small.includes(word) || tens.includes(word));
}

/** What digits may mean: "1,200" is 1200 and, in some countries, 1.2. */
export function valuesOf(digits: string): number[] {
  const plain = Number(digits.replaceAll(',', ''));
  const european = Number(digits.replaceAll('.', '').replace(',', '.'));
  const isThousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
  if (isThousands || /^\d+(?:\.\d{1,2})?$/.test(digits)) return [plain];
  return [plain, european].filter((value) => Number.isFinite(value));
}
