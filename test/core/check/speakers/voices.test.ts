import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../../src/core/check/reading.ts';
import { findVoices } from '../../../../src/core/check/speakers/voices.ts';
import { makeArticle } from '../../article.ts';

function voices(text: string): string[] {
  const reading = readArticle(makeArticle(text));
  const found = reading.sentences.flatMap((sentence) => findVoices(sentence, reading));
  return found.map(({ start, end }) => text.slice(start, end));
}

describe('findVoices', () => {
  it.each([
    ['Ilse Brandt said the harbour will close.', ['Ilse Brandt']],
    ['“It will close,” said Ilse Brandt.', ['Ilse Brandt']],
    ['“It will close,” Ilse Brandt told the Courier.', ['Ilse Brandt']],
    ['It will close, Ilse Brandt, the mayor of Velden, told the Courier.', ['Ilse Brandt', 'the mayor of Velden']],
    ['Tom Okafor, who leads the union, said jobs were at risk.', ['Tom Okafor']],
    ['A port official, who asked not to be named, said the wall had failed.', ['A port official', 'A port official']],
    ['Jobs are at risk, according to the dockers’ union.', ['the dockers’ union']],
    ['In Velden on Tuesday, the mayor has repeatedly said that it will close.', ['the mayor']],
    ['The Ministry of Transport (MOT) denied that.', ['Ministry of Transport']],
    ['A spokesman for Ilse Brandt said no.', ['A spokesman for Ilse Brandt', 'Ilse Brandt']],
    ['Velden mayor Ilse Brandt and said so.', ['Velden']],
    ['She added: “We know.”', ['She']],
    ['Brandt: It will close.', ['Brandt']],
    ['It is a “double-edged sword,” said Chris Early, a director.', ['Chris Early']],
    ['It is cheap, but Early still says no.', ['Early']],
    ['The harbour will close, say officials.', ['officials']],
    ['Velden believes the main point of the pact is to win, said the official.', ['Velden', 'the official']],
    ['The first people say it will close.', ['The first people']],
    ['She was torn apart by a royal expert who denied it.', ['She', 'a royal expert']],
    ['Ilse Brandt, CEO of the port, adds.', ['Ilse Brandt', 'CEO']],
    ['Ilse Brandt says he is alarmed by what they found.', ['Ilse Brandt']],
    ['The market is near its top, he said.', ['he']],
  ])('hears them in: %s', (text, expected) => {
    expect(voices(text)).toEqual(expected);
  });

  it.each([
    ['The harbour closes in March.'],
    ['The report was said to be late.'],
    ['“Nobody said it would close.”'],
    ['The claims of the union were many.'],
  ])('hears nobody in: %s', (text) => {
    expect(voices(text)).toEqual([]);
  });
});
