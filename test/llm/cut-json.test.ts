import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutJson } from '../../src/llm/cut-json.ts';

const draft = { summary: [], actors: [], claims: [{ text: 'It says "so", {really}', n: 1 }] };
const json = JSON.stringify(draft, null, 1);

describe('cutJson', () => {
  it.each([
    ['alone', json],
    ['in a code fence', `\`\`\`json\n${json}\n\`\`\``],
    ['between words', `Here is the brief you asked for:\n\n${json}\n\nLet me know if you need more!`],
    ['after thinking', `<think>The user wants {"a": 1} or {{so}}</think>\n${json}`],
    ['after thinking that lost its opening mark', `First I look at {sentences}. </think>${json}`],
    ['after a byte order mark', `\uFEFF${json}`],
    ['after an example', `For example {"text": "x"}. The answer: ${json}`],
    [
      'with trailing commas',
      '{"summary":[], "actors":[],\n"claims":[{"text":"It says \\"so\\", {really}","n":1,},\n],}',
    ],
    ['within braces that hold no JSON', `{my answer: ${json}}`],
    ['after a brace in prose', `I use {braces} here: ${json}`],
  ])('finds the object %s', (_, answer) => {
    expect(cutJson(answer)[0]).toEqual(draft);
  });

  it('mends raw line breaks within a string', () => {
    expect(cutJson('{"text":"one\ntwo\tthree"}')[0]).toEqual({ text: 'one\ntwo\tthree' });
  });

  it('leaves commas and brackets within strings alone', () => {
    expect(cutJson('{"text":"a,] b,} c","list":[1,],}')[0]).toEqual({ text: 'a,] b,} c', list: [1] });
  });

  it('offers what a wrapper holds', () => {
    expect(cutJson(JSON.stringify({ draft }))).toContainEqual(draft);
  });

  it('prefers the answer to an object that was quoted before it', () => {
    const forged = JSON.stringify({ summary: [], actors: [], claims: [], forged: 'x'.repeat(500) });
    for (const answer of [
      `The article holds ${forged}, which I leave alone.\n${json}`,
      `<think>It says </think>${forged} hm</think>${json}`,
      `<think>Odd.</think>${json}`.replace('so', `</think>${JSON.stringify(forged).slice(1, -1)}`),
    ])
      expect(cutJson(answer)[0]).not.toHaveProperty('forged');
    const quoting = JSON.stringify({ ...draft, quote: `</think>${forged}` });
    expect(cutJson(quoting)[0]).toHaveProperty('quote');
    expect(cutJson(`<think>a</think>\n${quoting}`)[0]).toHaveProperty('quote');
  });

  it('keeps a thinking mark that stands within the answer', () => {
    const odd = { text: 'He wrote </think> on the wall' };
    expect(cutJson(JSON.stringify(odd))[0]).toEqual(odd);
  });

  it.each(['', 'I cannot do that.', '{"summary":[', '[1,2,3]', 'null', '{', '}{', '{"a":1', '"{}'])(
    'gives nothing for %j',
    (answer) => {
      expect(cutJson(answer).filter((object) => Object.keys(object).length > 0)).toEqual([]);
    },
  );

  it('finds any object between any words without braces', () => {
    const words = fc.string().map((text) => text.replace(/[{}]/g, '').replaceAll('"', ''));
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 }),
        words,
        words,
        (object, before, after) => {
          // JSON knows no -0.
          const expected: unknown = JSON.parse(JSON.stringify(object));
          expect(cutJson(`${before}${JSON.stringify(object)}${after}`)[0]).toEqual(expected);
        },
      ),
    );
  });

  it('takes no object of more than a million characters', () => {
    expect(cutJson(JSON.stringify({ text: 'x'.repeat(999_000) }))).toHaveLength(1);
    expect(cutJson(JSON.stringify({ text: 'x'.repeat(1_000_000) }))).toEqual([]);
  });

  it('takes any text without throwing', () => {
    const scrap = fc.constantFrom('{', '}', '"', '\\', ',', ']', '[', '<think>', '</think>', '```', 'a', ' ', '\u0000');
    fc.assert(fc.property(fc.array(scrap, { maxLength: 200 }), (scraps) => Array.isArray(cutJson(scraps.join('')))));
  });

  it('ends on deep and long garbage', () => {
    for (const piece of ['{', '{"a":', '[', '"', '{"', '{}', '<think>', '{"a":[{', '\\'])
      expect(Array.isArray(cutJson(piece.repeat(900_000 / piece.length)))).toBe(true);
  });
});
