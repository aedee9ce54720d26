import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaste } from '../../src/core/paste.ts';

// Invented articles, each as a person copies it: name.txt is the paste, name.json its facts, name.body.txt its text.
const folder = resolve(import.meta.dirname, '../fixtures/pastes');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

const plain = [
  'The ferry stopped running on Monday because of a broken gearbox, the company said.',
  'Three hundred people live on the island; they now get their food by cargo ship.',
  '“We will manage,” said the mayor.',
].join('\n\n');

describe('readPaste', () => {
  it('has fixtures', () => {
    expect(names.length).toBeGreaterThanOrEqual(15);
  });

  it.each(names)('%s: facts and text, nothing else', (name) => {
    const article = readPaste(read(`${name}.txt`));
    expect(article).toMatchObject({ kind: 'article', url: null, ...JSON.parse(read(`${name}.json`)) });
    expect(article.kind === 'article' && article.text).toBe(read(`${name}.body.txt`).trimEnd());
  });

  it('text without page furniture comes through untouched', () => {
    const article = readPaste(plain);
    expect(article).toMatchObject({ kind: 'article', title: null, authors: [], publisher: null, text: plain });
  });

  it('a list at the end of plain text stays', () => {
    const text = `${plain}\n\nWhat to bring:\n\n• Bread\n\n• Salt`;
    expect(readPaste(text)).toMatchObject({ text });
  });

  it('lines that were wrapped by hand become one paragraph again', () => {
    const wrapped =
      'The ferry stopped running on Monday because of a broken\ngearbox, the company said, and nobody knows when a spare\npart will arrive from the yard in the south of the country\nwhere it is made.';
    expect(readPaste(wrapped)).toMatchObject({ text: wrapped.replaceAll('\n', ' ') });
  });

  it('a day that can be read in two ways is left out', () => {
    expect(readPaste(`Ferry stopped by broken gearbox\n3/4/2024\n\n${plain}`)).toMatchObject({ publishedAt: null });
  });

  it.each([
    ['', 'too-short'],
    [' \n\t ', 'too-short'],
    ['hello', 'too-short'],
    ['https://example.org/a', 'too-short'],
    ['Ferry stopped by broken gearbox', 'too-short'],
    ['*** --- !!! ###', 'not-text'],
    ['🎉 🎉 🎉', 'not-text'],
    ['\u0000\u0001\ufffd\ufffd\ufffd\ufffd', 'not-text'],
    [`data ${'QUJDREVGRw'.repeat(60)}`, 'not-text'],
    ['a '.repeat(1_000_001), 'too-large'],
  ])('refuses %j with one sentence', (paste, why) => {
    const refusal = readPaste(paste);
    expect(refusal).toMatchObject({ kind: 'refusal', why });
    expect(refusal.kind === 'refusal' && refusal.detail).toMatch(/^[^.!?]+\.$/);
  });

  it.each([
    [
      'Georgian',
      'ბორანი ორშაბათს გაჩერდა, რადგან გადაცემათა კოლოფი გატყდა, თქვა კომპანიამ. კუნძულზე სამასი ადამიანი ცხოვრობს და საკვებს გემით იღებს.',
    ],
    [
      'Amharic',
      'ጀልባው ሰኞ ዕለት ቆሟል ምክንያቱም የማርሽ ሳጥኑ ተሰብሯል ሲል ኩባንያው ገልጿል። በደሴቲቱ ላይ ሦስት መቶ ሰዎች ይኖራሉ፤ ምግባቸውን በጭነት መርከብ ያገኛሉ።',
    ],
    [
      'Arabic',
      'توقفت العبارة عن العمل يوم الاثنين بسبب عطل في علبة التروس، بحسب ما قالت الشركة. ويعيش في الجزيرة ثلاثمائة شخص.',
    ],
    ['Thai', 'เรือข้ามฟากหยุดให้บริการเมื่อวันจันทร์เนื่องจากเกียร์เสีย บริษัทกล่าว มีผู้คนสามร้อยคนอาศัยอยู่บนเกาะและได้รับอาหารทางเรือสินค้า'],
  ])('reads %s like any other script', (_script, text) => {
    expect(readPaste(text)).toMatchObject({ kind: 'article', text });
  });

  // Invented texts of other kinds, as people post them: none of them is an article.
  const others = resolve(import.meta.dirname, '../fixtures/other-texts');
  it.each(readdirSync(others))('%s is refused as no article, with one sentence', (file) => {
    const refusal = readPaste(readFileSync(join(others, file), 'utf8'));
    expect(refusal.kind).toBe('refusal');
    expect(refusal.kind === 'refusal' && refusal.detail).toMatch(/^[^.!?]+\.$/);
  });

  it('an article about a chat keeps its quoted messages', () => {
    const text = `${plain}\n\n10:15 Ane: the ferry is not coming\n\n10:16 Bo: then we stay here`;
    expect(readPaste(text)).toMatchObject({ kind: 'article' });
  });

  it('a word hyphenated at a line end is one word, unless the text hyphenates it elsewhere', () => {
    const text = [
      'The well-known ferry stopped running on Monday because its gear-',
      'box broke, the company said, and nobody knows when the well-',
      'known ship will run again between the island and the mainland.',
    ].join('\n');
    const article = readPaste(text);
    expect(article.kind === 'article' && article.text).toBe(
      'The well-known ferry stopped running on Monday because its gearbox broke, the company said, and nobody knows when the well-known ship will run again between the island and the mainland.',
    );
  });

  it('one line that begins with a mark of quoting keeps it', () => {
    const text = `${plain}\n\n> 40 people signed the letter to the company, the mayor said.`;
    expect(readPaste(text)).toMatchObject({ text });
  });

  it('marks that turn the reading direction are dropped', () => {
    const article = readPaste(plain.replace('company', '\u202ecompany\u202c'));
    expect(article).toMatchObject({ text: plain });
  });

  it('never throws and gives only words that were pasted', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom(...names.flatMap((name) => read(`${name}.txt`).split('\n'))),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const paste = pieces.join('\n');
        const article = readPaste(paste);
        if (article.kind === 'refusal') return;
        const words = (text: string) =>
          text.replace(/[\s\u0000-\u001f\u007f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff>-]+/g, '');
        for (const paragraph of article.text.split('\n\n')) expect(words(paste)).toContain(words(paragraph));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one line of 300,000 characters', 'ferry '.repeat(50_000)],
    ['300,000 characters without a space', 'ferry'.repeat(60_000)],
    ['capitals without punctuation', 'THE FERRY STOPPED ON MONDAY AND NOBODY KNOWS WHY '.repeat(6_000)],
    ['nothing but line feeds', '\n'.repeat(300_000)],
    ['150,000 lines of one letter', 'a\n'.repeat(150_000)],
    ['marks of quoting', '> '.repeat(150_000)],
    ['mail heads', 'From: a\nTo: b\nSubject: c\n'.repeat(12_000)],
    ['commas', 'a,'.repeat(150_000)],
    [
      'hyphenated lines',
      `${'wrapped at a width that no paragraph has because it goes on and on hy-\nphen and on '.repeat(4_000)}`,
    ],
    ['NULs', `a\u0000b `.repeat(75_000)],
    ['lone surrogates', 'ferry \ud800 stopped \udc00 '.repeat(10_000)],
  ])('ends with an article or a refusal: %s', (_what, paste) => {
    expect(['article', 'refusal']).toContain(readPaste(paste).kind);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (paste) => {
        expect(['article', 'refusal']).toContain(readPaste(paste).kind);
      }),
    );
  });
});

describe('the free part of an article', () => {
  it.each([
    'This article is for subscribers only. Subscribe to read the rest.',
    'Subscribe to continue reading',
    'Cet article est réservé aux abonnés',
  ])('“%s” below it: partial', (line) => {
    expect(readPaste(`${plain}\n\n${line}`)).toMatchObject({ text: plain, marks: ['partial'] });
  });

  it('an offer between paragraphs marks nothing', () => {
    expect(readPaste(`${plain}\n\nSubscribe to continue reading\n\n${plain}`)).toMatchObject({ marks: [] });
  });
});
