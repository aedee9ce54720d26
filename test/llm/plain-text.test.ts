import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../src/llm/plain-text.ts';

describe('toPlainText', () => {
  it.each([
    ['See <https://evil.example/a?b=c|the report> now', 'See the report now'],
    ['See <https://evil.example/a> now', 'See now'],
    ['See [the report](https://evil.example/a) now', 'See the report now'],
    ['![x](https://evil.example/pixel.gif) done', 'x done'],
    ['Go to https://evil.example/?q=secret today', 'Go to today'],
    ['Go to www.evil.example today', 'Go to today'],
    ['Run javascript:alert(1) here', 'Run here'],
    ['<!channel> Wake up <@U012AB3CD>', 'Wake up'],
    ['<!subteam^S012|editors> Wake up', 'editors Wake up'],
    ['@channel wake up, @here too', 'channel wake up, here too'],
    ['It is **very** *bad* and _odd_ and `coded` and ~gone~', 'It is very bad and odd and coded and gone'],
    ['# Headline', 'Headline'],
    ['- a point', 'a point'],
    ['Fire :rotating_light: now', 'Fire rotating_light now'],
    ['One\ntwo\u2028three\u0007', 'One two three'],
    ['a\u202Eb\u200Bc\u{E0041}', 'abc'],
    ['Wake up &lt;!here&gt; now', 'Wake up now'],
    ['See &lt;https://evil.example|the report&gt; &amp;lt;!here&amp;gt;', 'See the report'],
    ['&#60;@U012AB3CD&#x3e; rose', 'rose'],
    ['<b>Bold</b> <img src="x" onerror="y"> text', 'Bold text'],
  ])('makes %j plain', (text, plain) => {
    expect(toPlainText(text)).toBe(plain);
  });

  it.each([
    'Fewer than <5 % or >3 of 10 in 2024',
    'The score was x<y and y>z',
    'He wrote to @realname and paid $5 & 10 %',
    'At 10:30:45 on 3/4, AT&T said “no” — *',
    "It's 5 * 3 * 2, snake_case_name, f*** off",
    'Amazon.com said so',
    'He gave the data:45 of 90',
    'R&D; Q&A, A&B',
    'यह सच है: “हाँ”',
  ])('leaves %j as it is', (text) => {
    expect(toPlainText(text)).toBe(text);
  });

  it('gives one line without a scheme, a broadcast or a control character, whatever comes', () => {
    const scrap = fc.constantFrom(
      '<',
      '>',
      '!',
      '@',
      '|',
      'channel',
      'https://',
      'a',
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '`',
      ' ',
      '\n',
      ':',
      'www.',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string()), { maxLength: 60 }), (scraps) => {
        const plain = toPlainText(scraps.join(''));
        expect(plain).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(plain).not.toMatch(/https:\/\/\S/i);
        expect(plain).not.toMatch(/<!channel>|<@[A-Z]/);
        expect(plain).toBe(plain.trim());
      }),
      { numRuns: 1_000 },
    );
  });
});
