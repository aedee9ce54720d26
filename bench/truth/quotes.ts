import { findQuote } from '../../src/core/quotes.ts';
import { createChooser, type Reference, showShare } from './articles.ts';

type Chooser = ReturnType<typeof createChooser>;
type Edit = (quote: string, source: Source, chooser: Chooser) => string | undefined;
type Source = { text: string; words: string[]; names: string[]; sentences: string[] };

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const isContent = (word: string): boolean => /^[a-z]{5,}$/.test(word);

function changeWord(quote: string, choose: (word: string) => string | undefined, chooser: Chooser): string | undefined {
  const words = wordsOf(quote);
  const places = words.flatMap((word, at) => (at > 1 && at < words.length - 2 && isContent(word) ? [at] : []));
  const at = chooser.pick(places);
  if (at === undefined) return undefined;
  const changed = choose(words[at] ?? '');
  return changed === undefined ? undefined : words.toSpliced(at, 1, ...wordsOf(changed)).join(' ');
}

// What an ellipsis must not leave out; whether a quote without it says the same is for a person to judge.
const negation = /\b(?:not|no|never|none|nobody|nothing|without|cannot)\b|n['’]t\b/i;

// Quotes as a careful person may write them.
const faithful: Record<string, Edit> = {
  verbatim: (quote) => quote,
  'straight marks': (quote) => quote.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
  'curly marks': (quote) => quote.replace(/"/g, '”').replace(/'/g, '’'),
  'in quotation marks': (quote) => `“${quote.replace(/[“”"]/g, "'")}”`,
  'no final stop': (quote) => quote.replace(/[.,!?"”’']+$/, ''),
  'comma for the final stop': (quote) => quote.replace(/\.$/, ','),
  'capital at the start': (quote) => quote.charAt(0).toUpperCase() + quote.slice(1),
  'all capitals': (quote) => quote.toUpperCase(),
  'other spaces': (quote) => quote.replace(' ', '\u00a0').replace(/ (?=\S+$)/, ' \n '),
  'other dashes': (quote) => quote.replace(/[–—]/g, '-').replace(/ - /g, ' — '),
  'soft hyphens': (quote) => quote.replace(/([a-z]{3})([a-z]{3})/, '$1\u00ad$2'),
  'decomposed marks': (quote) => quote.normalize('NFD'),
  'ellipsis at the end': (quote) => `${wordsOf(quote).slice(0, 7).join(' ')} …`,
  'elided middle': (quote) => {
    const words = wordsOf(quote);
    return words.length < 14 || negation.test(words.slice(5, -5).join(' '))
      ? undefined
      : [...words.slice(0, 5), '...', ...words.slice(-5)].join(' ');
  },
  'elided in brackets': (quote) => {
    const words = wordsOf(quote);
    return words.length < 20 || negation.test(words.slice(8, -8).join(' '))
      ? undefined
      : [...words.slice(0, 8), '[…]', ...words.slice(-8)].join(' ');
  },
};

const auxiliary = /\b(?:is|are|was|were|will|has|have|had|can|could|would|should)\b(?! not|n['’]t)/;
const numberWords: Record<string, string> = {
  two: 'three',
  three: 'four',
  four: 'five',
  five: 'six',
  ten: 'twelve',
  first: 'second',
  million: 'billion',
  hundred: 'thousand',
};

// Quotes that say something else than the article.
const altered: Record<string, Edit> = {
  'negation added': (quote) => quote.replace(auxiliary, '$& not'),
  'negation dropped': (quote) => quote.replace(/ (?:not|never|no)\b|n['’]t\b/, ''),
  'digits changed': (quote) => quote.replace(/\d+/, (digits) => String(Number(digits) + 1)),
  'number word changed': (quote) =>
    quote.replace(/\b(?:two|three|four|five|ten|first|million|hundred)\b/, (word) => numberWords[word] ?? word),
  'decimal point moved': (quote) => quote.replace(/(\d)([.,])(\d)/, '$1$3'),
  'currency or percent changed': (quote) =>
    /[$€£%]/.test(quote) ? quote.replace(/[$£]/, '€').replace('%', ' points') : undefined,
  'name swapped': (quote, { names }, chooser) => {
    const name = /(?<=\s)\p{Lu}\p{Ll}{3,}/u.exec(quote)?.[0];
    const other = chooser.pick(names.filter((known) => known !== name));
    return name && other ? quote.replace(name, other) : undefined;
  },
  'word swapped': (quote, { words }, chooser) =>
    changeWord(quote, (word) => chooser.pick(words.filter((other) => other !== word)), chooser),
  'word dropped': (quote, _, chooser) => changeWord(quote, () => '', chooser),
  'word added': (quote, { words }, chooser) => changeWord(quote, (word) => `${chooser.pick(words)} ${word}`, chooser),
  'ending changed': (quote) => quote.replace(/\b([a-z]{3,})(?:ed|s)\b/, '$1'),
  'tense changed': (quote) =>
    quote.replace(
      /\b(?:is|are|will|has)\b/,
      (word) => ({ is: 'was', are: 'were', will: 'would', has: 'had' })[word] ?? word,
    ),
  'pronoun changed': (quote) =>
    quote.replace(
      /\b(?:he|she|they|we|his|her)\b/,
      (word) => ({ he: 'she', she: 'he', they: 'we', we: 'they', his: 'her', her: 'his' })[word] ?? word,
    ),
  'two words reordered': (quote, _, chooser) => {
    const words = wordsOf(quote);
    const at = 1 + chooser.below(Math.max(1, words.length - 3));
    const [one, other] = [words[at], words[at + 1]];
    return one && other && one.toLowerCase() !== other.toLowerCase()
      ? words.toSpliced(at, 2, other, one).join(' ')
      : undefined;
  },
  'halves reordered': (quote) => {
    const words = wordsOf(quote);
    return [...words.slice(words.length / 2), ...words.slice(0, words.length / 2)].join(' ');
  },
  'two sentences stitched': (quote, { sentences }, chooser) => {
    const other = chooser.pick(sentences.filter((sentence) => sentence !== quote));
    return other && [...wordsOf(quote).slice(0, 6), ...wordsOf(other).slice(-6)].join(' ');
  },
  'far sentences stitched with an ellipsis': (quote, { text, sentences }, chooser) => {
    const far = sentences.filter((sentence) => Math.abs(text.indexOf(sentence) - text.indexOf(quote)) > 1500);
    const other = chooser.pick(far);
    return other && [...wordsOf(quote).slice(0, 6), '...', ...wordsOf(other).slice(-6)].join(' ');
  },
  'ellipsis over a "not"': (quote) => {
    const words = wordsOf(quote);
    const at = words.findIndex((word) => /^not$|n['’]t$/.test(word));
    return at < 3 || words.length - at < 4 ? undefined : words.toSpliced(at, 1, '...').join(' ');
  },
  'ellipsis with the parts in the wrong order': (quote) => {
    const words = wordsOf(quote);
    return words.length < 14 ? undefined : [...words.slice(-6), '...', ...words.slice(0, 6)].join(' ');
  },
};

/** How many faithful and altered quotes findQuote takes; every sentence of 8 to 45 words is one quote. */
export function scoreQuotes(references: Reference[]): string[] {
  const chooser = createChooser(7);
  const counts = new Map<string, { taken: number; made: number; group: string }>();
  const wrong: string[] = [];
  for (const { article, sentences, id } of references) {
    const source = toSource(
      article.text,
      sentences.map(({ start, end }) => article.text.slice(start, end)),
    );
    for (const quote of source.sentences) {
      for (const [group, edits] of Object.entries({ faithful, altered })) {
        for (const [name, edit] of Object.entries(edits)) {
          const made = edit(quote, source, chooser);
          if (made === undefined || (group === 'altered' && saysAsWell(made, source.text))) continue;
          const count = counts.get(name) ?? { taken: 0, made: 0, group };
          const taken = findQuote(made, source.text) !== undefined;
          counts.set(name, { ...count, taken: count.taken + Number(taken), made: count.made + 1 });
          if (taken === (group === 'altered')) wrong.push(`  ${group} ${name} ${id}: ${made}`);
        }
      }
    }
  }
  return [...['faithful', 'altered'].flatMap((group) => showGroup(group, counts)), ...wrong.slice(0, 40)];
}

function toSource(text: string, all: string[]): Source {
  return {
    text,
    words: [...new Set(text.match(/\b[a-z]{5,}\b/g) ?? [])],
    names: [...new Set(text.match(/(?<=[a-z] )\p{Lu}\p{Ll}{3,}/gu) ?? [])],
    sentences: all.filter((sentence) => wordsOf(sentence).length >= 8 && wordsOf(sentence).length <= 45),
  };
}

/** True where an edit by chance left what the article says as well; told without the code under test. */
function saysAsWell(quote: string, text: string): boolean {
  const plain = (words: string): string =>
    ` ${words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}$€£%]+/gu, ' ')
      .trim()} `;
  let from = 0;
  for (const part of quote.split(/\[?(?:\.\.\.|…)\]?/).filter((words) => /[\p{L}\p{N}]/u.test(words))) {
    const at = plain(text).indexOf(plain(part), from);
    if (at < 0) return false;
    from = at + plain(part).length - 1;
  }
  return true;
}

function showGroup(group: string, counts: Map<string, { taken: number; made: number; group: string }>): string[] {
  const rows = [...counts].filter(([, count]) => count.group === group);
  const taken = rows.reduce((sum, [, count]) => sum + count.taken, 0);
  const made = rows.reduce((sum, [, count]) => sum + count.made, 0);
  return [
    `${group} quotes accepted: ${taken} = ${showShare(taken, made)}`,
    ...rows.map(([name, count]) => `  ${name.padEnd(44)} ${count.taken} = ${showShare(count.taken, count.made)}`),
  ];
}
