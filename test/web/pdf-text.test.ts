import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderLines } from '../../src/web/pdf-columns.ts';
import { readPdfInfo } from '../../src/web/pdf-info.ts';
import { isGarbled, joinPdfLines, type PdfLine } from '../../src/web/pdf-text.ts';

function column(texts: string[], { x = 72, top = 700, width = 400 } = {}): PdfLine[] {
  return texts.map((text, index) => ({ text, x, right: x + width, y: top - index * 14, size: 11 }));
}
const paragraphsOf = (...pages: PdfLine[][]) => joinPdfLines(pages).paragraphs;

describe('the lines of a PDF', () => {
  it('become paragraphs, a word that was cut is whole again', () => {
    expect(paragraphsOf(column(['The govern-', 'ment said that well-known', 'ports would be rebuilt.']))).toEqual([
      'The government said that well-known ports would be rebuilt.',
    ]);
  });

  it('a wider gap or a first line set in starts a paragraph', () => {
    const lines = column(['One sentence ends here.', 'The next begins there.', 'And this is far below.']);
    const [a, b, c] = lines as [PdfLine, PdfLine, PdfLine];
    expect(paragraphsOf([a, { ...b, x: b.x + 18 }, { ...c, y: c.y - 20 }])).toEqual([a.text, b.text, c.text]);
  });

  it('a sentence goes on over a page and over a column', () => {
    const left = column(['The council said that', 'the wall would be']);
    const right = column(['rebuilt before the', 'winter comes and'], { x: 330 });
    expect(paragraphsOf([...left, ...right], column(['the boats go out.', 'Then all was well.']))).toEqual([
      'The council said that the wall would be rebuilt before the winter comes and the boats go out. Then all was well.',
    ]);
  });

  it('running heads, feet and page numbers stay out', () => {
    const page = (number: number) => [
      { text: `Harbour Board · Annual report ${number}`, x: 72, right: 300, y: 760, size: 8 },
      ...column([`What page ${['one', 'two', 'three'][number - 1]} says is different.`]),
      { text: `${number}`, x: 300, right: 306, y: 30, size: 8 },
    ];
    expect(paragraphsOf(page(1), page(2), page(3))).toEqual([
      'What page one says is different.',
      'What page two says is different.',
      'What page three says is different.',
    ]);
  });

  it('the headline is known although it returns as a running head', () => {
    const head = (size: number): PdfLine => ({ text: 'The harbour wall', x: 72, right: 300, y: 760, size });
    const page = (number: number) => column([`Something else is said on page ${'abc'[number]}.`]);
    const { headline, paragraphs } = joinPdfLines([0, 1, 2].map((number) => [head(number ? 9 : 20), ...page(number)]));
    expect(headline).toBe('The harbour wall');
    expect(paragraphs.join(' ')).not.toContain('wall');
  });

  it('a table of contents stays out, dots in a sentence stay in', () => {
    const lines = column([
      '1 Introduction . . . . . . . . . . . 3',
      '2 The wall ............... 14',
      'He waited ... and went.',
    ]);
    expect(paragraphsOf(lines)).toEqual(['He waited ... and went.']);
  });

  it('whose letters stand for nothing are told apart', () => {
    const garbled = paragraphsOf(column(['\x03\x04\x05 \ue001\ue002 \x06\x07']));
    expect(isGarbled(garbled.join(' '))).toBe(true);
    expect(isGarbled('The wall, rebuilt in 2024 – “at last” – cost 3 million €. 港口的墙')).toBe(false);
    expect(isGarbled('')).toBe(false);
  });

  it('Chinese lines are joined without a space', () => {
    expect(paragraphsOf(column(['港口的墙将', '重建。']))).toEqual(['港口的墙将重建。']);
  });

  it('no letter that stands in a line is lost or added', () => {
    const line = fc.record({
      text: fc.stringMatching(/^[a-zA-Z ,.]{1,40}$/),
      x: fc.integer({ min: 0, max: 300 }),
      right: fc.integer({ min: 300, max: 600 }),
      y: fc.integer({ min: 0, max: 800 }),
      size: fc.constantFrom(11, 11.2),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const letters = (text: string) => text.replace(/\s/g, '');
        expect(letters(paragraphsOf(lines, []).join(''))).toBe(letters(lines.map(({ text }) => text).join('')));
      }),
    );
  });
});

describe('the order of a page’s lines', () => {
  it('no run of text is lost or added, however the page stands', () => {
    const segment = fc.record({
      text: fc.stringMatching(/^[a-z ]{1,40}$/),
      x: fc.constantFrom(50, 60, 300, 310, 500),
      right: fc.integer({ min: 300, max: 600 }),
      y: fc.integer({ min: 0, max: 800 }),
      size: fc.constant(11),
      apart: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 60 }), (segments) => {
        const letters = (lines: { text: string }[]) =>
          [...lines.map(({ text }) => text).join('')]
            .filter((letter) => letter !== ' ')
            .sort()
            .join('');
        expect(letters(orderLines(segments.map((one) => ({ ...one }))))).toBe(letters(segments));
      }),
    );
  });
});

describe("a PDF's own entries", () => {
  it.each([
    ['Microsoft Word - report.docx', null],
    ['report_final_v2', null],
    ['untitled', null],
    ['Annual report of the harbour board', 'Annual report of the harbour board'],
  ])('title %s', (Title, title) => expect(readPdfInfo({ Title }).title).toBe(title));

  it.each([
    ['Anna Berg; José María Pérez', ['Anna Berg', 'José María Pérez'], null],
    ['Administrator', [], null],
    ['jsmith', [], null],
    ['European Commission', [], 'European Commission'],
    ['Adobe InDesign', [], null],
  ])('author %s', (Author, authors, publisher) => {
    expect(readPdfInfo({ Author })).toMatchObject({ authors, publisher });
  });

  it.each([
    ["D:20151013083000+02'00'", '2015-10-13T08:30:00+02:00'],
    ['D:20151013083000Z', '2015-10-13T08:30:00Z'],
    ['D:20151013083000', '2015-10-13'],
    ['D:20151013', '2015-10-13'],
    ['D:20150230', null],
    ['D:19040101000000', null],
    ['yesterday', null],
  ])('date %s', (CreationDate, date) => expect(readPdfInfo({ CreationDate }).createdAt).toBe(date));

  it('of any kind make nothing throw', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (Title, CreationDate) => {
        readPdfInfo({ Title, Author: CreationDate, CreationDate: `D:${CreationDate}` });
      }),
    );
  });
});
