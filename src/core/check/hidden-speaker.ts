import { type Reading, sentenceAt } from './reading.ts';
import { findVoices } from './voices.ts';
import { listWords } from './word-list.ts';

/**
 * True where a statement is given as the article's own although every sentence it rests on says who said it, and the
 * statement does not: "the steel is rotten" of "Brown said the steel is rotten". Told in English alone.
 */
export function hidesSpeaker(statement: string, sentences: number[], reading: Reading): boolean {
  if (!reading.isEnglish) return false;
  const said = new Set(listWords(statement).map(({ key }) => key));
  return sentences.every((id) => {
    const sentence = sentenceAt(id, reading);
    // Who "he" is stands elsewhere, and one that says "I" speaks for the page.
    const voices = sentence ? findVoices(sentence, reading).filter(({ kind }) => kind !== 'pronoun') : [];
    return voices.length > 0 && voices.every(({ start, end }) => !names(reading.article.text.slice(start, end), said));
  });
}

function names(voice: string, said: Set<string>): boolean {
  return listWords(voice).some(({ key }) => key.length > 2 && said.has(key));
}
