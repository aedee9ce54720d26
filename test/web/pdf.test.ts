import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { defaultPdfLimits, readPdf } from '../../src/web/pdf.ts';
import { layOut, makePdf, type PageLine } from './make-pdf.ts';

const signal = new AbortController().signal;
const first =
  'The council said on Monday that it would rebuild the harbour wall after the storm, and the government promised to pay for half of the work before the winter comes again.';
const second =
  'Fishermen (there are forty of them) said that the boats cannot wait that long. "We go out every night," said Anna Berg, who has fished here since 1998 and knows the wall well.';
const title: PageLine = { text: 'Harbour wall to be rebuilt', x: 72, y: 740, size: 22 };
const read = (pdf: Uint8Array, limits = {}) =>
  readPdf(pdf, 'https://a.example/x.pdf', signal, { ...defaultPdfLimits, ...limits });

describe('a PDF', () => {
  it('gives its paragraphs, its headline and the facts that people filled in', async () => {
    const info = {
      Title: 'Microsoft Word - final2.doc',
      Author: 'Anna Berg and Port Authority',
      CreationDate: "D:20240102030405+01'00'",
    };
    expect(await read(makePdf([[title, ...layOut([first, second])]], info))).toEqual({
      kind: 'article',
      url: 'https://a.example/x.pdf',
      canonicalUrl: null,
      title: 'Harbour wall to be rebuilt',
      dek: null,
      authors: ['Anna Berg'],
      publisher: 'Port Authority',
      publishedAt: '2024-01-02T03:04:05+01:00',
      language: null,
      wordCount: expect.any(Number),
      text: `${first}\n\n${second}`,
      marks: [],
    });
  });

  it('is read no further than the page limit, and says so', async () => {
    const pdf = makePdf([layOut([first, first]), layOut([second])]);
    const article = await read(pdf, { maxPages: 1 });
    expect(article).toMatchObject({ kind: 'article', marks: ['first-pages'], text: `${first}\n\n${first}` });
  });

  const left = layOut([first, second], { x: 50, width: 42 });
  const right = layOut([second, first], { x: 330, width: 42 });
  const across = left.flatMap((line, at) => {
    const beside = right[at];
    return beside ? [line, { ...beside, y: line.y }] : [line];
  });

  it.each([
    ['column by column', [title, ...left, ...right]],
    ['across its columns', [title, ...across]],
    ['from its foot up', [...layOut([first, second, second, first])].reverse()],
  ])('that paints its text %s is read in order', async (_, lines) => {
    const article = await read(makePdf([lines]));
    expect(article).toMatchObject({ kind: 'article', text: [first, second, second, first].join('\n\n') });
  });

  it('keeps the rows of a table', async () => {
    const cells = ['Harwick 4.2', 'Saltmere 1.9', 'Norby 0.7', 'Lindau 0.5', 'Harle 0.4', 'Brack 0.3', 'Velt 0.1'];
    const rows = cells.flatMap((cell, at): PageLine[] => {
      const [town = '', sum = ''] = cell.split(' ');
      return [town, sum].map((text, column) => ({ text, x: 72 + column * 200, y: 400 - at * 14 }));
    });
    const article = await read(makePdf([[title, ...layOut([first]), ...rows]]));
    expect(article.kind === 'article' && article.text).toContain('Harwick 4.2 Saltmere 1.9 Norby 0.7');
  });

  it.each([
    ['damaged', Buffer.from('%PDF-1.7 and then nothing'), 'not-text'],
    ['of pictures alone', makePdf([[], []]), 'not-text'],
    ['of a few words', makePdf([[{ text: 'Annual report', x: 72, y: 700 }]]), 'too-short'],
  ])('that is %s is refused', async (_, pdf, why) => {
    expect(await read(pdf)).toMatchObject({ kind: 'refusal', why });
  });

  it('with a password is refused', async () => {
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<00> <00>]`;
    const pdf = makePdf([layOut([first, second])], {}, { extra: encrypt });
    expect(await read(pdf)).toMatchObject({ why: 'not-text', detail: expect.stringContaining('password') });
  });

  it('that inflates without end is stopped by its memory', async () => {
    const bomb = deflateSync(Buffer.alloc(100_000_000, ' '), { level: 1 });
    const pdf = makePdf([[title]], {}, { deflate: () => bomb });
    expect(await read(pdf, { maxMemoryMb: 48 })).toMatchObject({ kind: 'refusal', why: 'too-large' });
  });

  it('that takes too long is stopped by the clock', async () => {
    expect(await read(makePdf([layOut([first])]), { timeoutMs: 1 })).toMatchObject({
      kind: 'refusal',
      why: 'timed-out',
    });
  });

  it('is put down when the caller stops', async () => {
    const controller = new AbortController();
    const reading = readPdf(makePdf([layOut([first])]), null, controller.signal);
    controller.abort(new Error('stopped'));
    await expect(reading).rejects.toThrow('stopped');
  });

  it("leaves the caller's bytes as they are", async () => {
    const pdf = makePdf([layOut([first, second])]);
    const before = Buffer.from(pdf);
    await read(pdf);
    expect(pdf.equals(before)).toBe(true);
  });
});
