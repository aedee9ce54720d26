import type { Frame } from './frame.ts';

/** Spanish. */
export const spanish: Frame = {
  claims: 'Afirmaciones y quién las hace',
  whosWho: 'Quién es quién',
  source: 'Fuente',
  passage: 'pasaje',
  quote: 'Cita:',
  noClaims: 'Ninguna afirmación se pudo vincular a un pasaje del artículo.',
  askMe: 'pregunte lo que quiera en este hilo',
  askedBy: 'pedido por',
  notSaid: 'El artículo no lo dice.',
  closest: 'Lo más cercano:',
  translation: 'traducción automática:',
  theArticle: 'el artículo',
  unnamed: 'sin nombre',
  anonymous: 'pidió no ser identificado',
  quotedWordForWord: 'citado palabra por palabra',
  askedInInterview: 'pregunta de la entrevista',
  more: (count) => `y ${count} más`,
  ownWords: (publisher) => `${publisher}, con sus propias palabras`,
  writes: (publisher) => `${publisher} escribe`,
  quotedBy: (publisher) => `citado por ${publisher}`,
  wordForWordFrom: (publisher) => `palabra por palabra: ${publisher}`,
  inOwnWordsOf: (publisher) => `${publisher}, con sus propias palabras`,
  speaksWordForWord: (speaker) => `${speaker}, palabra por palabra`,
  contested: (source, claim) => `Rebatido ${claim === undefined ? '' : `en ${claim} `}por ${source}:`,
  quotesFound: (found, offered) => `citas halladas en el artículo: ${found} de ${offered}`,
  unnamedSources: (count) => (count === 1 ? '1 fuente sin nombre' : `${count} fuentes sin nombre`),
  leftOut: (count) =>
    count === 1
      ? '1 frase omitida que el artículo no respalda'
      : `${count} frases omitidas que el artículo no respalda`,
  notAllIn: () => 'pese a lo pedido, no todo en español',
  draftedBy: (model) => `redactado por ${model}`,
  draftedEarlierBy: (model) => `redactado antes, sin coste, por ${model}`,
};
