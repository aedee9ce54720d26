import { describe, expect, test } from 'vitest';
import { draftOffline } from '../../src/offline/draft.ts';
import { makeArticle } from '../core/article.ts';

function claimsOf(text: string): [source: string | null, words: string][] {
  const article = makeArticle(text, { url: null });
  const { claims } = draftOffline(article);
  return claims
    .filter(({ source }) => source.kind !== 'article')
    .map(({ source, text: words }) => [source.name, words]);
}

describe('a claim is a whole statement', () => {
  test.each([
    [
      'behind “said only:”, not the clause before it',
      'However, when harbour master Tom Okafor pressed Reuss to resign, the mayor said only: “The harbour is open. I want it to stay open.”',
      '“The harbour is open. I want it to stay open.”',
    ],
    [
      'behind “months ago that”',
      'Ana Reuss spoke in Larvik. Reuss signaled months ago that the harbour would close in the spring.',
      'The harbour would close in the spring.',
    ],
    [
      'behind “that:”',
      'Ana Reuss spoke in Larvik. She added that: “The chief always tells us to go anywhere we think we will get help.”',
      '“The chief always tells us to go anywhere we think we will get help.”',
    ],
    [
      'without the sentence that breaks off',
      '“I have worked at the harbour for years. It can kind of slide into—” Ana Reuss said.',
      '“I have worked at the harbour for years.”',
    ],
    [
      'without the question it answers',
      '“So what is the town going to do? The order we have is to talk to the firm,” Ana Reuss said.',
      '“The order we have is to talk to the firm.”',
    ],
    [
      'out of its brackets',
      '(“It’s nothing like what happened at the harbour,” Ana Reuss told the Courier.)',
      '“It’s nothing like what happened at the harbour.”',
    ],
    [
      'with “there” for a subject',
      'Ana Reuss spoke. She said there continues to be a lot of noise at the harbour.',
      'There continues to be a lot of noise at the harbour.',
    ],
    [
      'behind “And although”',
      'And although a pond is not the sea, the authors of the harbour plan argued, glass beads showed promise.',
      'Although a pond is not the sea, the authors of the harbour plan argued, glass beads showed promise.',
    ],
    [
      'around “is, according to”',
      'The harbour contract with 350,000 workers is, according to the Teamsters, the biggest in the country.',
      'The harbour contract with 350,000 workers is, according to the Teamsters, the biggest in the country.',
    ],
    [
      'without the next sentence, where a space was lost between the two',
      'Ana Reuss said the harbour was not as lucky.The bureau has closed the harbour.',
      'The harbour was not as lucky.',
    ],
    [
      'without a dateline and its country',
      'LARVIK, Upper Norway — The harbour of the town has closed for good, officials of the port announced Wednesday.',
      'The harbour of the town has closed for good.',
    ],
  ])('%s', (_, text, words) => expect(claimsOf(text).map(([, claim]) => claim)).toEqual([words]));
});

test.each([
  ['only questions', '“Do I like the harbour? No. Do I like the ships? No,” Ana Reuss said.'],
  ['half a sentence', '“The road we took to the harbour was very—” Ana Reuss added.'],
  ['two words', '“Probably not,” Ana Reuss said of the harbour.'],
  ['a promise to answer', 'Harbour master Tom Okafor promised to respond but did not do so.'],
  ['no comment', 'Ana Reuss declined to comment on the harbour, saying it was in court.'],
  [
    'what somebody did, with words at its end that lean on it',
    'Ana Reuss presented her plans during a debate at the harbour but also dodged many questions, saying she would go on with some of them.',
  ],
])('no claim: %s', (_, text) => expect(claimsOf(text)).toEqual([]));
