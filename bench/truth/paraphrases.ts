import { checkDraft } from '../../src/core/check.ts';
import { splitSentences } from '../../src/core/sentences.ts';
import { findTurns, turnAt } from '../../src/core/turns.ts';
import { type Reference, showShare } from './articles.ts';

type Paraphrase = (sentence: string, place: { start: number; end: number }, reference: Reference) => string | undefined;

const digitsOf: Record<string, string> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
  twenty: '20',
};
const wordsOf = Object.fromEntries(Object.entries(digitsOf).map(([word, digits]) => [digits, word]));
const shortVerbs: Record<string, string> = {
  "don't": 'do not',
  "doesn't": 'does not',
  "didn't": 'did not',
  "isn't": 'is not',
  "aren't": 'are not',
  "wasn't": 'was not',
  "can't": 'cannot',
  "won't": 'will not',
  "haven't": 'have not',
  "hasn't": 'has not',
};
const longVerbs = Object.fromEntries(Object.entries(shortVerbs).map(([short, long]) => [long, short]));
const backshift: Record<string, string> = {
  is: 'was',
  are: 'were',
  has: 'had',
  have: 'had',
  will: 'would',
  can: 'could',
  may: 'might',
};
const verbs: Record<string, string> = {
  said: 'stated',
  says: 'states',
  told: 'informed',
  added: 'said',
  explained: 'said',
  noted: 'said',
  announced: 'said',
  'according to': 'as reported by',
};

const any = (words: Record<string, string>): RegExp => new RegExp(`\\b(?:${Object.keys(words).join('|')})\\b`, 'g');
const swap = (sentence: string, words: Record<string, string>): string =>
  sentence.replace(any(words), (word) => words[word] ?? word);

// Ways of saying a sentence again that keep what it says.
const paraphrases: Record<string, Paraphrase> = {
  'the part before the last comma': (sentence) => /^(.{40,}),(?!\d)[^,]{10,}$/s.exec(sentence)?.[1]?.concat('.'),
  'without the words in brackets': (sentence) => sentence.replace(/ \([^()]*\)/g, ''),
  'without the opening words': (sentence) => {
    const rest = /^(?:On|In|At|After|During|According to|For|Last|Earlier)\b[^,]{3,50}, (.{30,})$/s.exec(sentence)?.[1];
    return rest && rest.charAt(0).toUpperCase() + rest.slice(1);
  },
  'the opening words last': (sentence) => {
    const [, opening, rest] = /^((?:On|In|At|After|During|For)\b[^,]{3,50}), (.{30,}?)\.$/s.exec(sentence) ?? [];
    return (
      opening &&
      rest &&
      `${rest.charAt(0).toUpperCase()}${rest.slice(1)} ${opening.charAt(0).toLowerCase()}${opening.slice(1)}.`
    );
  },
  'the speaker first': (sentence) => {
    const [, quote, verb, who] =
      /^["“](.{10,}?),["”] (said|says|added|explained) ([^.]{3,60})\.$/su.exec(sentence) ?? [];
    return quote && `${who} ${verb} that ${quote.charAt(0).toLowerCase()}${quote.slice(1)}.`;
  },
  'the speaker last': (sentence) => {
    const [, who, verb, said] =
      /^([^,.“"]{3,50}) (said|says|explained) (?:that )?([^“"]{30,})\.$/su.exec(sentence) ?? [];
    return said && `${said.charAt(0).toUpperCase()}${said.slice(1)}, ${verb} ${who}.`;
  },
  'number words as digits': (sentence) => swap(sentence, digitsOf),
  'digits as number words': (sentence) =>
    sentence.replace(/(?<![\p{L}\d.,$:–-])\d+(?![\p{L}\d.,:%–-])/gu, (digits) => wordsOf[digits] ?? digits),
  'percent as a sign': (sentence) => sentence.replace(/(\d) ?(?:percent|per cent)\b/g, '$1%'),
  'a percent sign as words': (sentence) => sentence.replace(/(\d)%/g, '$1 percent'),
  'thousands without a comma': (sentence) => sentence.replace(/(\d),(?=\d{3}\b)/g, '$1'),
  'millions in digits': (sentence) =>
    sentence.replace(/(\d+(?:\.\d+)?) million\b/g, (_, digits: string) =>
      String(Math.round(Number(digits) * 1e6)).replace(/\B(?=(?:\d{3})+$)/g, ','),
    ),
  'the day before the month': (sentence) =>
    sentence.replace(
      /\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})\b(?:,? (\d{4}))?/g,
      (_, month: string, day: string, year?: string) => [day, month, year].filter(Boolean).join(' '),
    ),
  'months cut short': (sentence) =>
    sentence.replace(/\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?:uary|ruary|ust|ember|ober) (?=\d)/g, '$1. '),
  'short verbs in full': (sentence) => swap(sentence.replaceAll('’', "'"), shortVerbs),
  'full verbs short': (sentence) => swap(sentence, longVerbs),
  'the past for the present': (sentence) => swap(sentence, backshift),
  'another verb of saying': (sentence) => swap(sentence, verbs),
  'curly for straight marks': (sentence) => sentence.replace(/"([^"]*)"/g, '“$1”').replaceAll("'", '’'),
  'without quotation marks': (sentence) => sentence.replace(/["“”]/g, ''),
  'without the articles': (sentence) => sentence.replace(/(?<=\s)(?:the|an?) /g, ''),
  'names by their last word': (sentence, place, { article, mentions }) => {
    const names = mentions
      .filter(({ start, end, type, named }) => named && type === 'person' && start >= place.start && end <= place.end)
      .map(({ start, end }) => article.text.slice(start, end))
      .filter((name) => /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2}$/u.test(name));
    return names.reduce((text, name) => text.replace(name, name.split(' ').at(-1) ?? name), sentence);
  },
  'names for pronouns': (sentence, place, { article, mentions }) => {
    const pronoun = mentions.find(
      ({ start, end, pronoun: is, type }) => is && type === 'person' && start === place.start && end <= place.end,
    );
    if (!pronoun || !/^(?:he|she)$/i.test(article.text.slice(pronoun.start, pronoun.end))) return undefined;
    const name = mentions.findLast(
      ({ entity, named, end }) => named && entity === pronoun.entity && end <= pronoun.start,
    );
    return name && article.text.slice(name.start, name.end) + sentence.slice(pronoun.end - pronoun.start);
  },
};

/** How many sentences of the articles, said again in other words, are dropped as claims and as summary sentences. */
export function scoreParaphrases(references: Reference[], shows: boolean): string[] {
  const counts = new Map<string, { made: number; dropped: number }>();
  const missed: string[] = [];
  for (const reference of references) {
    const { article } = reference;
    const turns = findTurns(article.text, article.title);
    for (const [at, place] of splitSentences(article.text).entries()) {
      const sentence = article.text.slice(place.start, place.end);
      // What somebody says in an interview is rightly no claim of the article's own.
      const claims = turnAt(place, turns) ? 0 : 1;
      if (sentence.split(/\s+/).length < 8) continue;
      for (const [name, paraphrase] of Object.entries(paraphrases)) {
        const text = paraphrase(sentence, place, reference);
        if (text === undefined || text === sentence || changesQuotedWords(text, sentence)) continue;
        const brief = checkDraft(
          {
            summary: [{ text, sentences: [at + 1] }],
            actors: [],
            claims: [
              {
                text,
                quote: null,
                sentences: [at + 1],
                source: { name: null, kind: 'article' as const, title: null, via: null },
              },
            ].slice(0, claims),
            drafter: { kind: 'model', model: 'bench', promptVersion: null, fellBack: null },
          },
          article,
        );
        const count = counts.get(name) ?? { made: 0, dropped: 0 };
        const dropped = 1 + claims - brief.claims.length - brief.summary.length;
        counts.set(name, { made: count.made + 1 + claims, dropped: count.dropped + dropped });
        const why = brief.checks.drops.map((drop) => drop.why).join(' ');
        if (dropped > 0) missed.push(`  ${name} (${why}): ${text}\n      < ${sentence}`);
      }
    }
  }
  const rows = [...counts].map(
    ([name, count]) => `  ${name.padEnd(44)} ${count.dropped} = ${showShare(count.dropped, count.made)}`,
  );
  const all = [...counts.values()].reduce((sum, count) => ({
    made: sum.made + count.made,
    dropped: sum.dropped + count.dropped,
  }));
  return [
    `faithful paraphrases dropped: ${all.dropped} = ${showShare(all.dropped, all.made)}`,
    ...rows,
    ...(shows ? missed : []),
  ];
}

// Words in quotation marks are nobody's to say in other words: a paraphrase that does is an invention.
function changesQuotedWords(text: string, sentence: string): boolean {
  const quoted = (from: string) =>
    [...from.matchAll(/["“']([^"“”]{3,}?)["”']|["“](.*)$/gu)].map(([all]) => all.replace(/["“”']/g, ''));
  return quoted(text).some((words) => !sentence.replace(/["“”']/g, '').includes(words));
}
