import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/web/decode.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const html = (charset: string, body: Buffer) => Buffer.concat([latin(`<meta charset="${charset}"><p>`), body]);

describe('the charset of a page', () => {
  it('a byte order mark counts before everything', () => {
    expect(decodeText(hex('efbbbf c3a9'), 'text/html; charset=windows-1251')).toBe('é');
    expect(decodeText(hex('fffe e900'), 'text/html; charset=utf-8')).toBe('é');
    expect(decodeText(hex('feff 00e9'), null)).toBe('é');
  });

  it('the header counts before the page', () => {
    expect(decodeText(html('windows-1251', hex('e9')), 'text/html; charset="iso-8859-7"')).toMatch(/ι$/);
  });

  it.each([
    ['shift_jis', '93fa967b', '日本'],
    ['euc-kr', 'c7d1b1b9', '한국'],
    ['gbk', 'd6d0b9fa', '中国'],
    ['big5', 'a4a4a4e5', '中文'],
    ['euc-jp', 'c6fccbdc', '日本'],
    ['iso-2022-jp', '1b2442467c4b5c1b2842', '日本'],
    ['windows-1251', 'cceef1eae2e0', 'Москва'],
    ['koi8-r', 'edcfd3cbd7c1', 'Москва'],
    ['windows-1252', '93e994', '“é”'],
    ['iso-8859-1', '93e994', '“é”'],
    ['iso-8859-2', 'b3f3', 'łó'],
    ['macintosh', '8e', 'é'],
    ['utf8', 'c3a9', 'é'],
  ])('%s is read from the header and from the page', (charset, bytes, text) => {
    expect(decodeText(hex(bytes), `text/html;charset=${charset}`)).toBe(text);
    expect(decodeText(html(charset, hex(bytes)), 'text/html')).toContain(text);
  });

  it('an older form and an XML declaration are understood', () => {
    const older = latin('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xcc');
    expect(decodeText(older, null)).toMatch(/М$/);
    expect(decodeText(latin('<?xml version="1.0" encoding="windows-1251"?><p>\xcc'), null)).toMatch(/М$/);
  });

  it('a declaration after 1,024 bytes is not looked for', () => {
    const late = latin(`${' '.repeat(1024)}<meta charset="windows-1251">\xcc`);
    expect(decodeText(late, null)).toMatch(/Ì$/);
  });

  it('without one, valid UTF-8 is UTF-8 and the rest windows-1252', () => {
    expect(decodeText(Buffer.from('naïve – 日本'), null)).toBe('naïve – 日本');
    expect(decodeText(latin('na\xefve \x96'), 'text/html')).toBe('naïve –');
  });

  it('a wrong one survives', () => {
    expect(decodeText(Buffer.from('naïve'), 'text/html; charset=iso-8859-1')).toBe('naïve');
    expect(decodeText(Buffer.from('naïve'), 'text/html; charset=made-up')).toBe('naïve');
    expect(decodeText(latin('na\xefve caf\xe9'), 'text/html; charset=utf-8')).toBe('naïve café');
    expect(decodeText(html('utf-16', Buffer.from('naïve')), null)).toContain('naïve');
    expect(decodeText(Buffer.from('naïve'), 'text/html; charset=utf-16')).toBe('naïve');
    expect(decodeText(Buffer.from('日本語で書かれた記事です'), 'text/html; charset=shift_jis')).toBe(
      '日本語で書かれた記事です',
    );
  });

  it('a few broken bytes do not turn a whole page into another charset', () => {
    const bytes = Buffer.concat([Buffer.from('déjà vu, là-bas, où ça'), hex('ff')]);
    expect(decodeText(bytes, 'text/html; charset=utf-8')).toBe('déjà vu, là-bas, où ça\ufffd');
  });

  it('every UTF-8 text comes back whatever single-byte charset is claimed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('windows-1252', 'utf-8', 'nonsense', 'koi8-r'),
        (text, charset) => {
          const bytes = Buffer.from(`a${text}`);
          fc.pre(!bytes.includes(0));
          expect(decodeText(bytes, `text/plain; charset=${charset}`)).toBe(bytes.toString());
        },
      ),
    );
  });

  it('no bytes and no header make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string()), (bytes, contentType) => {
        expect(typeof decodeText(bytes, contentType)).toBe('string');
      }),
    );
  });
});

describe('a page in another charset than it says', () => {
  const russian = 'Старый мост через реку закрыт для движения: инженеры нашли глубокие трещины в двух опорах. '.repeat(
    3,
  );
  const page = (lang: string, text: string) =>
    `<html lang="${lang}"><head><meta charset=utf-8></head><body><p>${text}</p></body></html>`;
  const cyrillic = (text: string, encoding: 'windows-1251' | 'koi8-r') => {
    const decoder = new TextDecoder(encoding);
    const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
    return Uint8Array.from([...text].map((letter) => codes.get(letter) ?? 63));
  };

  it.each(['windows-1251', 'koi8-r'] as const)(
    'Russian in %s that says UTF-8, with its language or without',
    (encoding) => {
      for (const lang of ['ru', ''])
        expect(decodeText(cyrillic(page(lang, russian), encoding), null)).toBe(page(lang, russian));
    },
  );

  it('Russian in windows-1251 that says ISO-8859-1', () => {
    expect(decodeText(cyrillic(page('ru', russian), 'windows-1251'), 'text/html; charset=iso-8859-1')).toBe(
      page('ru', russian),
    );
  });

  it('Japanese in EUC-JP that says UTF-8', () => {
    // "古い橋が通行止めになりました。" in EUC-JP
    const sentence = [
      0xb8, 0xc5, 0xa4, 0xa4, 0xb6, 0xb6, 0xa4, 0xac, 0xc4, 0xcc, 0xb9, 0xd4, 0xbb, 0xdf, 0xa4, 0xe1, 0xa4, 0xcb, 0xa4,
      0xca, 0xa4, 0xea, 0xa4, 0xde, 0xa4, 0xb7, 0xa4, 0xbf, 0xa1, 0xa3,
    ];
    for (const lang of ['ja', '']) {
      const [before, after] = page(lang, '|')
        .split('|')
        .map((part) => [...Buffer.from(part)]);
      const bytes = Uint8Array.from([...(before ?? []), ...sentence, ...sentence, ...(after ?? [])]);
      expect(decodeText(bytes, null)).toBe(page(lang, '古い橋が通行止めになりました。'.repeat(2)));
    }
  });

  it('German in windows-1252 that says UTF-8 is German still', () => {
    const text = page(
      'de',
      'Für die Brücke müssen größere Träger geprüft werden, ließ die Behörde verlauten. '.repeat(3),
    );
    expect(decodeText(Uint8Array.from(Buffer.from(text, 'latin1')), null)).toBe(text);
  });

  it('bytes in no charset stay broken, so that nobody is quoted with them', () => {
    const noise = Uint8Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 71 + 13) % 32));
    const bytes = Uint8Array.from([...Buffer.from('<html lang="ru"><meta charset=utf-8><p>'), ...noise]);
    expect(decodeText(bytes, null)).toContain('\ufffd');
  });
});
