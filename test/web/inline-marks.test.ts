// What stands within a line and is more than a look: raised figures, struck-out words, quotations. Every name is invented.
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { bridgeAt, bridgePage, paragraphs } from './bridge-page.ts';

const read = (line: string): string | undefined => {
  const article = extractArticle(bridgePage({ body: `${paragraphs(0, 2)}<p>${line}</p>${paragraphs(2)}` }), bridgeAt);
  return article.kind === 'article' ? article.text.split('\n\n')[2] : article.why;
};

describe('the mark of a note is no part of a number', () => {
  it.each([
    ['The bridge carries 38,000<sup>1</sup> vehicles a day.', 'The bridge carries 38,000 vehicles a day.'],
    ['The bridge carries 38,000<sup>[1]</sup> vehicles a day.', 'The bridge carries 38,000 vehicles a day.'],
    ['It cost 4%<sup>2,3</sup> more, £3 million<sup>*</sup> in all.', 'It cost 4% more, £3 million in all.'],
    [
      'Some 9,000<a href="#n1"><sup>1</sup></a> cross it, in 2010<sup>12</sup> more.',
      'Some 9,000 cross it, in 2010 more.',
    ],
    [
      'Four piers are cracked.<sup>a</sup> Two are worse, engineers say.',
      'Four piers are cracked. Two are worse, engineers say.',
    ],
  ])('%s', (html, text) => expect(read(html)).toBe(text));
});

describe('a power, a fraction, an ordinal and a price stay what they are', () => {
  it.each([
    [
      'The deck is 400 m<sup>2</sup>, the load 10<sup>6</sup> newtons or 10<sup>-3</sup>.',
      'The deck is 400 m², the load 10⁶ newtons or 10⁻³.',
    ],
    ['The tunnel is 2<sup>1</sup>/<sub>2</sub> miles long, they said.', 'The tunnel is 2 1/2 miles long, they said.'],
    [
      'It is <sup>1</sup>⁄<sub>2</sub> a mile of CO<sub>2</sub> on the 3<sup>rd</sup> pier.',
      'It is 1⁄2 a mile of CO2 on the 3rd pier.',
    ],
    [
      'Le pont du XIX<sup>e</sup> siècle et la 1<sup>re</sup> pile, a dit le maire.',
      'Le pont du XIXe siècle et la 1re pile, a dit le maire.',
    ],
    [
      'La 1<sup>a</sup> planta del puente se cierra, dijo el alcalde.',
      'La 1a planta del puente se cierra, dijo el alcalde.',
    ],
    ['A ticket costs $9<sup>99</sup> at the gate of the bridge.', 'A ticket costs $9.99 at the gate of the bridge.'],
  ])('%s', (html, text) => expect(read(html)).toBe(text));
});

describe('struck-out words', () => {
  it.each(['del', 's', 'strike'])('in <%s> are not read', (tag) => {
    expect(read(`Police said that <${tag}>nine</${tag}> two people had died on the bridge.`)).toBe(
      'Police said that two people had died on the bridge.',
    );
  });

  it('that a page never ends leave it its article', () => {
    expect(extractArticle(bridgePage({ body: `<s>${paragraphs()}` }), bridgeAt)).toMatchObject({ kind: 'article' });
  });
});

describe('a quotation in <q>', () => {
  it.each([
    ['The mayor said <q>I will resign</q> and left the bridge.', 'The mayor said “I will resign” and left the bridge.'],
    ['The mayor said <q>He told me <q>go</q> twice</q> and left.', 'The mayor said “He told me ‘go’ twice” and left.'],
    [
      'The mayor said “<q>I will resign</q>” and left the bridge.',
      'The mayor said “I will resign” and left the bridge.',
    ],
    [
      'The mayor said <q>«I will resign»</q> and left the bridge.',
      'The mayor said «I will resign» and left the bridge.',
    ],
  ])('%s', (html, text) => expect(read(html)).toBe(text));
});

it('a reading written above a word is no second word', () => {
  expect(
    read('<ruby>田村<rp>(</rp><rt>たむら</rt><rp>)</rp></ruby>さんは月曜日、橋の亀裂について初めて詳しく話した。'),
  ).toBe('田村さんは月曜日、橋の亀裂について初めて詳しく話した。');
});
