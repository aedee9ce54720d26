import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/web/read-document.ts';
import { sniffDocument } from '../../src/web/sniff.ts';
import { layOut, makePdf } from './make-pdf.ts';
import { plainReaders } from './plain-readers.ts';

const signal = new AbortController().signal;
const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const kindOf = (text: string, contentType: string | null = null, name: string | null = null) =>
  sniffDocument(bytesOf(text), contentType, name).kind;

describe('what a document is', () => {
  it.each([
    ['html', '<!DOCTYPE html><p>Hello', null, null],
    ['html', '\n\n  <html lang=en>', 'text/plain', null],
    ['html', '\xef\xbb\xbf<html>', null, null],
    ['html', '\xff\xfe<\0h\0t\0m\0l\0>\0', null, null],
    ['html', '<?xml version="1.0"?><!DOCTYPE html><html xmlns="a">', 'application/xhtml+xml', null],
    ['html', '<p>Fragment', 'text/html; charset=utf-8', null],
    ['html', '<p>Fragment', null, 'saved.HTM'],
    ['html', '<!--saved--><html>', 'text/plain', null],
    ['html', '<h1>A headline</h1><p>A paragraph.</p>', 'text/plain', 'note.txt'],
    ['html', '<p class="x">A paragraph.</p>', 'text/plain', null],
    ['text', '<person> said on Monday', 'text/plain', null],
    ['text', '{sic} was the word', 'text/plain', null],
    ['other', '{"headline": "A"}', 'text/plain', 'a.txt'],
    ['other', '[{"headline": "A"}]', 'text/plain', null],
    ['other', '%!PS-Adobe-3.0\n/Times findfont', 'text/plain', null],
    ['other', 'MIME-Version: 1.0\n\n<html>', 'multipart/related', 'a.mhtml'],
    ['text', 'A headline\n\nA paragraph.', 'text/plain', null],
    ['text', 'A headline', null, 'article.txt'],
    ['text', 'BM said on Monday that it', null, null],
    ['text', 'MZ, a company, said', null, null],
    ['text', '[A note in brackets]', null, null],
    ['pdf', '%PDF-1.7\n', 'text/html', null],
    ['pdf', '\r\n%PDF-1.7\n', 'application/octet-stream', 'x.bin'],
    ['other', '\x89PNG\r\n\x1a\n\0\0', 'text/html', null],
    ['other', '\xff\xd8\xff\xe0\0\x10JFIF', null, null],
    ['other', 'RIFF\x10\0\0\0WEBPVP8', null, null],
    ['other', '\0\0\0\x18ftypmp42', null, null],
    ['other', 'PK\x03\x04\x14\0', 'text/html', 'a.docx'],
    ['other', '{\\rtf1\\ansi Hello}', null, null],
    ['other', '{"a": 1}', 'application/json', null],
    ['other', '[{"a": 1}]', null, null],
    ['other', '<?xml version="1.0"?>\n<rss version="2.0">', null, null],
    ['other', '<?xml version="1.0"?>\n<data/>', 'application/xml', null],
    ['other', 'abc\0def', 'text/plain', null],
    ['other', 'body { color: red }', 'text/css', null],
  ])('%s: %j (%s, %s)', (kind, start, contentType, name) => {
    expect(kindOf(start, contentType, name)).toBe(kind);
  });

  it('any bytes are something', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string()), fc.option(fc.string()), (bytes, type, name) => {
        expect(['html', 'text', 'pdf', 'other']).toContain(sniffDocument(bytes, type, name).kind);
      }),
    );
  });
});

describe('reading a document', () => {
  const read = (bytes: Uint8Array, url: string | null, contentType: string | null = null, name: string | null = null) =>
    readDocument(bytes, { url, contentType, name }, signal, plainReaders);

  it('a file on disk has no address', async () => {
    expect(await read(bytesOf('<html><p>Hello'), null, null, 'a page?.html')).toMatchObject({
      url: null,
      text: 'Hello',
    });
    expect(await read(bytesOf('Hello'), null, null, 'a.txt')).toMatchObject({ url: null, text: 'Hello' });
  });

  it('a page has the one it was read from', async () => {
    const url = 'https://news.example.com/a';
    expect(await read(bytesOf('<html><p>Hello'), url)).toMatchObject({ url });
    expect(await read(bytesOf('Hello'), url)).toMatchObject({ url });
  });

  it('what is no text is refused with what it is', async () => {
    const refusal = await read(bytesOf('PK\x03\x04\x14\0'), null, null, 'a.docx');
    expect(refusal).toMatchObject({
      kind: 'refusal',
      why: 'not-text',
      detail: expect.stringContaining('Office document'),
    });
    expect(await read(new Uint8Array(), null)).toMatchObject({
      why: 'not-text',
      detail: expect.stringContaining('empty'),
    });
  });

  it('a PDF goes its own way', async () => {
    const sentence = 'The council said on Monday that it would rebuild the harbour wall after the storm.';
    const pdf = makePdf([layOut([sentence, sentence, sentence])]);
    expect(await read(pdf, 'https://a.example/x', 'text/html')).toMatchObject({
      kind: 'article',
      url: 'https://a.example/x',
    });
  });

  it('stops where the caller has stopped', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(
      readDocument(bytesOf('Hello'), { url: null, contentType: null, name: null }, stopped, plainReaders),
    ).rejects.toThrow('stopped');
  });
});
