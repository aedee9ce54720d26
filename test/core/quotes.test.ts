import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../src/core/quotes.ts';
import { harbourText } from './article.ts';

function found(quote: string, text: string): string | undefined {
  const span = findQuote(quote, text);
  return span && text.slice(span.start, span.end);
}

describe('findQuote', () => {
  it.each([
    [
      'straight marks for curly ones',
      '"We are not closing the door on shipping"',
      'We are not closing the door on shipping',
    ],
    ['a comma for the final stop', 'where the water is deep enough,', 'where the water is deep enough'],
    ['capitals', 'SHIPPING COMPANIES HAVE NOT DECIDED', 'Shipping companies have not decided'],
    ['spaces and a non-breaking one', 'We  are\u00a0moving\nit two miles', 'We are moving it two miles'],
    ['a soft hyphen and a zero-width space', 'build\u00ading bud\u200bget', 'building budget'],
  ])('folds %s', (_, quote, expected) => {
    expect(found(quote, harbourText)).toContain(expected);
  });

  it.each([
    ['dashes', 'the plan - if there is one - failed', 'the plan—if there is one—failed'],
    ['composed and decomposed marks', 'Beyonce\u0301 in a cafe\u0301', 'Beyonc\u00e9 in a caf\u00e9'],
    ['full-width letters', 'ABC 123', 'ＡＢＣ １２３'],
    ['decomposed Hangul', '대통령은'.normalize('NFD'), '대통령은'],
    ['half-width kana', 'ｶﾞｲﾄﾞ', 'ガイド'],
    ['Turkish capitals', 'istanbul', 'İstanbul'],
    ['Greek final sigma', 'ΛΟΓΟΣ', 'λόγος'.normalize('NFD').replace(/\u0301/g, '')],
  ])('folds %s', (_, quote, text) => {
    expect(found(quote, text)).toBe(text);
  });

  it('finds words in scripts written without spaces', () => {
    expect(found('経済は回復した', '首相は「経済は回復した」と述べた。')).toBe('経済は回復した');
    expect(found('経済は回復しない', '首相は「経済は回復した」と述べた。')).toBeUndefined();
    expect(found('เศรษฐกิจ', 'นายกกล่าวว่าเศรษฐกิจดีขึ้น')).toBe('เศรษฐกิจ');
  });

  it.each([
    ['an added "not"', 'We are not moving it two miles'],
    ['a dropped "not"', 'We are closing the door on shipping'],
    ['a changed number', 'We are moving it three miles down the coast'],
    ['a swapped word', 'We are moving it two miles up the coast'],
    ['a part of a word', 'e are moving it two mile'],
    ['nothing but marks', '“…”'],
    ['nothing', ''],
  ])('refuses %s', (_, quote) => {
    expect(found(quote, harbourText)).toBeUndefined();
  });

  it.each([
    ['3.5 million', '3,5 million'],
    ['$5', '€5'],
    ['-5 degrees', '5 degrees'],
    ['5%', '5'],
    ['10² metres', '102 metres'],
    ["we're late", 'were late'],
    ['2–3 people', '2.3 people'],
  ])('tells %s from %s', (quote, text) => {
    expect(found(quote, text)).toBeUndefined();
    expect(found(quote, quote)).toBeDefined();
  });

  it('joins the parts around an ellipsis and gives the whole stretch', () => {
    expect(found('We are moving it ... the water is deep', harbourText)).toBe(
      'We are moving it two miles down the coast, where the water is deep',
    );
    expect(found('… where the water is deep […]', harbourText)).toBe('where the water is deep');
  });

  it.each([
    ['parts of fewer than three words', 'We are ... down the coast'],
    ['parts in the wrong order', 'where the water is ... We are moving it'],
    ['parts of paragraphs that are apart', 'We are moving it ... denied that it had'],
    ['parts of two quotations in two paragraphs', 'a gift to the hotel trade ... Nobody wanted to hear it'],
    ['a left-out "not"', 'Shipping companies have ... decided whether to stay'],
  ])('refuses an ellipsis with %s', (_, quote) => {
    expect(found(quote, harbourText)).toBeUndefined();
  });

  it('lets an ellipsis leave out a clause that has its own "not"', () => {
    const text = 'The big plan, which is not a new one, will cost the city dearly.';
    expect(found('The big plan ... will cost the city', text)).toBe(
      'The big plan, which is not a new one, will cost the city',
    );
  });

  it('finds a text whose own words have an ellipsis', () => {
    expect(found('I just ... I cannot', 'She stopped. “I just ... I cannot,” she said.')).toBe('I just ... I cannot');
  });

  it('refuses words that stand at distant places, unless one is where they are expected', () => {
    const text = `We will win.${' Other words.'.repeat(80)} We will win.`;
    expect(findQuote('We will win.', text)).toBeUndefined();
    const last = { start: text.length - 20, end: text.length };
    expect(findQuote('We will win.', text, last)).toEqual({ start: text.length - 12, end: text.length });
    expect(findQuote('We will win.', 'We will win. We will win.')).toEqual({ start: 0, end: 12 });
  });

  it('takes the first place of a long statement that a page repeats', () => {
    const statement = 'We are moving it two miles down the coast, where the water is deep enough for us.';
    expect(findQuote(statement, `${statement}${' Other words.'.repeat(80)} ${statement}`)?.start).toBe(0);
  });

  it('joins parts over an ellipsis of the article beside one of its own', () => {
    const text = 'I just ... I cannot say how much this harbour has meant to the people of our town.';
    expect(found('I just ... I cannot say … the people of our town', text)).toBe(text.slice(0, -1));
    expect(found('I just ... the people of our town', text)).toBeUndefined();
  });

  it('keeps the stops and marks that the quote has too', () => {
    expect(found('“Nobody wanted to hear it,”', harbourText)).toBe('“Nobody wanted to hear it,”');
    expect(found('Nobody wanted to hear it.', harbourText)).toBe('Nobody wanted to hear it');
  });
});

describe('findQuote on any text', () => {
  const word = fc.stringMatching(/^[a-zåéïöşв-я]{2,9}$/u);
  const article = fc.uniqueArray(word, { minLength: 30, maxLength: 80 }).map((words) => words.join(' '));
  const fold = fc.constantFrom<(quote: string) => string>(
    (quote) => quote,
    (quote) => quote.toUpperCase().toLowerCase(),
    (quote) => quote.normalize('NFD'),
    (quote) => quote.replaceAll(' ', '\u00a0 '),
    (quote) => `“${quote}.”`,
    (quote) => quote.replace(/(.)(.)/u, '$1\u00ad$2'),
    (quote) => quote.replace(' ', ' – '),
  );

  it('finds every span of words at its place, however it is faithfully written', () => {
    fc.assert(
      fc.property(article, fc.nat(20), fc.integer({ min: 1, max: 9 }), fold, (text, from, length, refold) => {
        const words = text.split(' ');
        const quote = words.slice(from, from + length).join(' ');
        const start = words.slice(0, from).join(' ').length + (from > 0 ? 1 : 0);
        expect(findQuote(refold(quote), text)).toEqual({ start, end: start + quote.length });
      }),
    );
  });

  it('never finds a quote with a word put in, left out or changed', () => {
    fc.assert(
      fc.property(
        article,
        fc.nat(20),
        fc.integer({ min: 3, max: 9 }),
        fc.nat(),
        word,
        (text, from, length, where, other) => {
          const words = text.split(' ');
          fc.pre(!words.includes(other));
          const quote = words.slice(from, from + length);
          const at = where % (length - 1);
          expect(findQuote(quote.toSpliced(at, 0, other).join(' '), text)).toBeUndefined();
          expect(findQuote(quote.toSpliced(at, 1, other).join(' '), text)).toBeUndefined();
          if (at > 0) expect(findQuote(quote.toSpliced(at, 1).join(' '), text)).toBeUndefined();
        },
      ),
    );
  });

  it('gives a span inside the text for any strings at all', () => {
    const strings = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(strings, strings, fc.boolean(), (one, other, inside) => {
        const text = inside ? `${other} ${one} ${other}` : other;
        const span = findQuote(one, text);
        if (span) expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
      }),
    );
  });
});
