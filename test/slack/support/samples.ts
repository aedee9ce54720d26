import fc from 'fast-check';
import type { Article } from '../../../src/core/article.ts';
import type { Answer, Brief, Claim, Passage } from '../../../src/core/brief.ts';
import type { Drafter } from '../../../src/core/draft.ts';

/** Written for these tests. */
const text = [
  'The port of Lindholm will close its coal terminal in March, two years earlier than planned, the harbour board said on Tuesday.',
  '“We would rather close early than run half empty,” said Mara Ekdahl, who chairs the board, in an interview with the Lindholm Courier.',
  'A dock worker who asked not to be named because he was not allowed to speak to reporters said that nobody had been told where the 140 jobs would go.',
  'Coal made up 11 percent of the cargo handled in Lindholm last year, down from 34 percent in 2015.',
].join('\n\n');

/** The stretch of the sample article, with a link to it. */
export function passageOf(words: string): Passage {
  const start = text.indexOf(words);
  return {
    start,
    end: start + words.length,
    text: words,
    link: `https://courier.example/coal?a=1&b=2#:~:text=${encodeURIComponent(words.slice(0, 30))}`,
  };
}

export const article: Article = {
  kind: 'article',
  url: 'https://www.courier.example/coal?utm_source=x',
  canonicalUrl: 'https://www.courier.example/coal',
  title: 'Lindholm to close coal terminal early',
  dek: null,
  authors: ['Ida Sund'],
  publisher: 'Lindholm Courier',
  publishedAt: '2026-11-17T08:30:00+01:00',
  language: 'en',
  wordCount: 1240,
  text,
  marks: [],
};

export const modelDrafter: Drafter = { kind: 'model', model: 'test-model', promptVersion: '00000000', fellBack: null };

const quoteWords = 'We would rather close early than run half empty,';
const quoteStart = text.indexOf(quoteWords);

const claims: Claim[] = [
  {
    text: 'The coal terminal closes in March.',
    source: { name: 'the harbour board', kind: 'named-organisation', title: null, via: null },
    sentences: [1],
    passage: passageOf('will close its coal terminal in March, two years earlier than planned'),
    quote: null,
  },
  {
    text: 'The board prefers an early end to running below capacity.',
    source: { name: 'Mara Ekdahl', kind: 'named-person', title: 'who chairs the board', via: 'the Lindholm Courier' },
    sentences: [2],
    passage: passageOf('“We would rather close early than run half empty,” said Mara Ekdahl'),
    quote: { start: quoteStart, end: quoteStart + quoteWords.length, text: quoteWords },
  },
  {
    text: 'Workers have not been told where the jobs go.',
    source: { name: 'A dock worker', kind: 'anonymous', title: null, via: 'reporters' },
    sentences: [3],
    passage: passageOf('nobody had been told where the 140 jobs would go'),
    quote: null,
  },
  {
    text: 'Coal was 11 percent of the cargo.',
    source: { name: null, kind: 'article', title: null, via: null },
    sentences: [4],
    passage: passageOf('Coal made up 11 percent of the cargo handled in Lindholm last year'),
    quote: null,
  },
];

export const brief: Brief = {
  article,
  summary: [{ text: 'Lindholm closes its coal terminal in March, two years early.', sentences: [1] }],
  actors: [
    {
      name: 'Mara Ekdahl',
      kind: 'person',
      role: 'chair of the harbour board',
      stance: 'defends closing early',
      sentences: [2],
    },
    { name: 'Harbour board', kind: 'organisation', role: null, stance: null, sentences: [1] },
  ],
  claims,
  checks: {
    claimsOffered: 6,
    claimsShown: 4,
    quotesOffered: 2,
    quotesFound: 1,
    actorsOffered: 2,
    actorsShown: 2,
    summaryOffered: 1,
    summaryShown: 1,
    unnamedSources: 1,
    drops: [
      { part: 'claim', why: 'quote-not-found', text: 'DROPPED WORDS' },
      { part: 'claim', why: 'number-not-in-passage', text: 'DROPPED WORDS' },
      { part: 'claim', why: 'duplicate', text: 'DROPPED WORDS' },
    ],
  },
  drafter: modelDrafter,
};

export const answer: Answer = {
  question: 'When does it close?',
  statements: [
    { text: 'In March.', sentences: [1], passage: passageOf('will close its coal terminal in March'), quote: null },
  ],
  closest: null,
  checks: { statementsOffered: 1, statementsShown: 1, drops: [] },
  drafter: modelDrafter,
};

/** Text as a hostile page, post or model may write it. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '<!channel>',
          '<@U123>',
          '<https://evil.example|bank>',
          '&lt;!here&gt;',
          '&amp;',
          '*',
          '_',
          '~',
          '`',
          '```',
          '>',
          '>>>',
        ],
        ...[
          ':skull:',
          '\n',
          '\r\n\u2028',
          '\u202e',
          '\u2067',
          '|',
          ' ',
          '•',
          'word',
          '👩‍👩‍👧‍👦',
          'é\u0301\u0301',
          '\ud800',
          'ا',
          '漢字',
          ':skull',
          'skull:',
          ':',
          '\u200b',
          '\u200d',
          '\u2060',
          '\u00ad',
          '@channel',
          'https://evil.example',
          'a*b*',
          '<!date^0^{date}^https://evil.example|x>',
        ],
      ),
      { maxLength: 900 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '&'.repeat(40_000),
    'a'.repeat(40_000),
    '\u202eword\u200b '.repeat(5000),
    `a${'\u0301'.repeat(40_000)}`,
    '<'.repeat(5000),
    '😀'.repeat(9000),
  ),
);

const hostileLink = fc.oneof(
  fc.constant(null),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://a.example/|x>y z',
    'https://user:secret@a.example/',
    'not a link',
    `https://a.example/${'a'.repeat(4000)}`,
    `https://a.example/?${'a=1&'.repeat(340)}`,
  ),
);
const nullable = fc.option(hostileText, { nil: null });
const span = { start: fc.nat(), end: fc.nat(), text: hostileText };
const sentences = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 });
const hostilePassage = fc.record({ ...span, link: hostileLink });
const hostileQuote = fc.option(fc.record(span), { nil: null });

const hostileArticle: fc.Arbitrary<Article> = fc.record({
  kind: fc.constant('article' as const),
  url: hostileLink,
  canonicalUrl: hostileLink,
  title: nullable,
  dek: nullable,
  authors: fc.array(hostileText, { maxLength: 6 }),
  publisher: nullable,
  publishedAt: fc.option(fc.constantFrom('2015-10-13', '2026-11-20T10:00:00Z', '2031-01-01', '2015', 'x'), {
    nil: null,
  }),
  language: nullable,
  wordCount: fc.nat(),
  text: hostileText,
  marks: fc
    .subarray(['opinion', 'live-blog', 'press-release', 'partial', 'first-pages'] as const)
    .map((marks) => [...marks]),
});

const hostileClaim: fc.Arbitrary<Claim> = fc.record({
  text: hostileText,
  source: fc.record({
    name: nullable,
    kind: fc.constantFrom('named-person', 'document', 'unnamed-person', 'anonymous', 'article'),
    title: nullable,
    via: nullable,
  }),
  sentences,
  passage: hostilePassage,
  quote: hostileQuote,
});

const drafter: fc.Arbitrary<Drafter> = fc.record({
  kind: fc.constantFrom('model', 'offline'),
  model: nullable,
  promptVersion: fc.constant(null),
  fellBack: fc.option(fc.constantFrom('model-down', 'bad-key', 'nothing-held'), { nil: null }),
});

/** A brief in which every string is hostile. */
export const hostileBrief: fc.Arbitrary<Brief> = fc.record({
  article: hostileArticle,
  summary: fc.array(fc.record({ text: hostileText, sentences }), { maxLength: 5 }),
  actors: fc.array(
    fc.record({ name: hostileText, kind: fc.constant('person' as const), role: nullable, stance: nullable, sentences }),
    { maxLength: 10 },
  ),
  claims: fc.array(hostileClaim, { maxLength: 30 }),
  checks: fc.constant(brief.checks),
  drafter,
});

/** An answer in which every string is hostile. */
export const hostileAnswer: fc.Arbitrary<Answer> = fc.record({
  question: hostileText,
  statements: fc.array(fc.record({ text: hostileText, sentences, passage: hostilePassage, quote: hostileQuote }), {
    maxLength: 60,
  }),
  closest: fc.option(hostilePassage, { nil: null }),
  checks: fc.constant({ statementsOffered: 2, statementsShown: 1, drops: [] }),
  drafter,
});
