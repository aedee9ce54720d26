import type { Frame } from './frame.ts';

/** French. */
export const french: Frame = {
  claims: 'Affirmations et leurs auteurs',
  whosWho: 'Qui est qui',
  source: 'Source',
  passage: 'passage',
  quote: 'Citation :',
  noClaims: 'Aucune affirmation n’a pu être rattachée à un passage de l’article.',
  askMe: 'posez vos questions dans ce fil',
  askedBy: 'demandé par',
  notSaid: 'L’article ne le dit pas.',
  closest: 'Au plus près :',
  translation: 'traduction automatique :',
  theArticle: 'l’article',
  unnamed: 'non nommé',
  anonymous: 'sous couvert d’anonymat',
  quotedWordForWord: 'cité mot pour mot',
  askedInInterview: 'question de l’entretien',
  more: (count) => `et ${count} de plus`,
  ownWords: (publisher) => `${publisher}, dans ses propres mots`,
  writes: (publisher) => `${publisher} écrit`,
  quotedBy: (publisher) => `cité par ${publisher}`,
  wordForWordFrom: (publisher) => `mot pour mot : ${publisher}`,
  inOwnWordsOf: (publisher) => `${publisher}, dans ses propres mots`,
  speaksWordForWord: (speaker) => `${speaker}, mot pour mot`,
  contested: (source, claim) => `Contesté ${claim === undefined ? '' : `au point ${claim} `}par ${source} :`,
  quotesFound: (found, offered) => `citations retrouvées dans l’article : ${found} sur ${offered}`,
  unnamedSources: (count) => (count === 1 ? '1 source non nommée' : `${count} sources non nommées`),
  leftOut: (count) =>
    count === 1
      ? '1 phrase écartée, que l’article n’étaie pas'
      : `${count} phrases écartées, que l’article n’étaie pas`,
  notAllIn: () => 'contrairement à la demande, pas entièrement en français',
  draftedBy: (model) => `rédigé par ${model}`,
  draftedEarlierBy: (model) => `rédigé plus tôt, sans frais, par ${model}`,
};
