import type { Frame } from './frame.ts';

/** German. */
export const german: Frame = {
  claims: 'Aussagen und von wem sie stammen',
  whosWho: 'Wer ist wer',
  source: 'Quelle',
  passage: 'Textstelle',
  quote: 'Zitat:',
  noClaims: 'Keine Aussage ließ sich an einer Stelle des Artikels belegen.',
  askMe: 'Fragen zum Artikel gern hier im Thread',
  askedBy: 'angefragt von',
  notSaid: 'Das steht nicht im Artikel.',
  closest: 'Am nächsten kommt:',
  translation: 'maschinell übersetzt:',
  theArticle: 'der Artikel',
  unnamed: 'namentlich nicht genannt',
  anonymous: 'wollte nicht genannt werden',
  quotedWordForWord: 'wörtlich zitiert',
  askedInInterview: 'Frage im Interview',
  more: (count) => `und ${count} weitere`,
  ownWords: (publisher) => `${publisher}, in eigenen Worten`,
  writes: (publisher) => `${publisher} schreibt`,
  quotedBy: (publisher) => `zitiert von: ${publisher}`,
  wordForWordFrom: (publisher) => `wörtlich aus: ${publisher}`,
  inOwnWordsOf: (publisher) => `${publisher}, in eigenen Worten`,
  speaksWordForWord: (speaker) => `${speaker}, wörtlich`,
  contested: (source, claim) => `Bestritten ${claim === undefined ? '' : `in ${claim} `}von ${source}:`,
  quotesFound: (found, offered) => `${found} von ${offered} Zitaten im Artikel gefunden`,
  unnamedSources: (count) => (count === 1 ? '1 ungenannte Quelle' : `${count} ungenannte Quellen`),
  leftOut: (count) =>
    count === 1
      ? '1 Aussage weggelassen, die der Artikel nicht belegt'
      : `${count} Aussagen weggelassen, die der Artikel nicht belegt`,
  notAllIn: () => 'anders als gewünscht nicht alles auf Deutsch',
  draftedBy: (model) => `Entwurf: ${model}`,
  draftedEarlierBy: (model) => `früherer Entwurf, ohne Kosten: ${model}`,
};
