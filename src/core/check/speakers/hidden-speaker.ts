import { toVerbStem } from '../../grammar/verb-forms.ts';
import { listWords } from '../../grammar/word-list.ts';
import { type Reading, sentenceAt } from '../reading.ts';
import { findActs, type SpeechAct } from './voices.ts';

const knowing = /^(?:kn[eo]w|find|found|show|felt|feel|fear|hop|expect|reali[sz]|underst|mean)/;

/**
 * True where a statement is given as the article's own although every sentence it rests on says who said it, and the
 * statement does not: "the steel is rotten" of "Brown said the steel is rotten". Told in English alone.
 */
export function hidesSpeaker(statement: string, sentences: number[], reading: Reading): boolean {
  if (!reading.isEnglish) return false;
  const said = new Set(listWords(statement).map(({ key }) => key));
  const stems = new Set(listWords(statement).map(({ key }) => toVerbStem(key)));
  return sentences.every((id) => {
    const sentence = sentenceAt(id, reading);
    // Who "he" is stands elsewhere, and one that says "I" speaks for the page.
    const acts = sentence ? findActs(sentence, reading) : [];
    // "Hughes said Wells had known": one who knows or finds says nothing where somebody else tells of it.
    const telling = acts.filter(({ cue }) => !knowing.test(reading.article.text.slice(cue.start, cue.end)));
    // "Moss was accused of": that it is an accusation is said.
    const isTold = (act: SpeechAct): boolean => {
      const cue = reading.article.text.slice(act.cue.start, act.cue.end).toLowerCase();
      return !/^(?:sa[iy]|t[eo]l|add|writ|wrote|according)/.test(cue) && stems.has(toVerbStem(cue));
    };
    if (telling.some(isTold) || (telling.length === 0 && acts.some(isTold))) return false;
    const voices = (telling.some((act) => act.voices.length > 0) ? telling : acts)
      .flatMap((act) => act.voices)
      .filter(({ kind }) => kind !== 'pronoun');
    return voices.length > 0 && voices.every(({ start, end }) => !names(reading.article.text.slice(start, end), said));
  });
}

function names(voice: string, said: Set<string>): boolean {
  return listWords(voice).some(({ key }) => key.length > 2 && said.has(key));
}
