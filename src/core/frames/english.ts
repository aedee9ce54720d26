import type { Frame } from './frame.ts';

/** "1 quote", "9 quotes". */
export function countOf(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

const possessive = (name: string) => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

/** English, and what stands for every language without words of its own here. */
export const english: Frame = {
  claims: 'Claims and who made them',
  whosWho: 'Who’s who',
  source: 'Source',
  passage: 'passage',
  quote: 'Quote:',
  noClaims: 'No claim could be tied to a passage of the article.',
  askMe: 'ask me anything in this thread',
  askedBy: 'asked for by',
  notSaid: 'The article does not say.',
  closest: 'Closest:',
  translation: 'machine translation:',
  theArticle: 'the article',
  unnamed: 'unnamed',
  anonymous: 'asked not to be named',
  quotedWordForWord: 'quoted word for word',
  askedInInterview: 'asked in the interview',
  more: (count) => `and ${count} more`,
  ownWords: (publisher) => `${publisher}, in its own words`,
  writes: (publisher) => `${publisher} writes`,
  quotedBy: (publisher) => `quoted by ${publisher}`,
  wordForWordFrom: (publisher) => `word for word from ${publisher}`,
  inOwnWordsOf: (publisher) => `in ${possessive(publisher)} own words`,
  speaksWordForWord: (speaker) => `${speaker}, word for word`,
  contested: (source, claim) => `Contested ${claim === undefined ? '' : `in ${claim} `}by ${source}:`,
  quotesFound: (found, offered) => `${found} of ${offered} quotes found in the article`,
  unnamedSources: (count) => countOf(count, 'unnamed source'),
  leftOut: (count) => `${countOf(count, 'statement')} left out that the article does not bear out`,
  notAllIn: (language) => `not all of it in ${language}, as was asked`,
  draftedBy: (model) => `drafted by ${model}`,
  draftedEarlierBy: (model) => `drafted earlier, at no cost, by ${model}`,
};
