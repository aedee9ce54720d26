import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../src/core/check.ts';
import { splitSentences } from '../../../src/core/sentences.ts';
import { makeArticle, makeClaim, makeDraft } from '../article.ts';

const statement = 'The north pier is rotten to its piles.';
const said = 'the north pier is rotten to its piles';

/** Whether the statement passes with a speaker, on the last sentence of a paragraph. */
function passes(paragraph: string, name: string, text = statement): boolean {
  const article = `Clara Dahl and Hugo Voss inspected Velden on Monday.\n\n${paragraph}\n\nThe inspection was long.`;
  const last = splitSentences(article).length - 1;
  const draft = makeDraft({ claims: [makeClaim(text, [last], null, { name })] });
  return checkDraft(draft, makeArticle(article)).claims.length > 0;
}

describe('a name beside the one who speaks', () => {
  it.each([
    `The lawyer of Clara Dahl said ${said}.`,
    `A spokesman for Clara Dahl said ${said}.`,
    `The deputy of Clara Dahl said ${said}.`,
    `According to an attorney for Clara Dahl, ${said}.`,
    `“The north pier is rotten to its piles,” said a lawyer for Clara Dahl.`,
    `Opponents of Clara Dahl say ${said}.`,
    `The Dahl family said ${said}.`,
    `In a note to Clara Dahl, the council said ${said}.`,
    `A book about Clara Dahl says ${said}.`,
    `Hugo Voss, a lawyer for Clara Dahl, said ${said}.`,
    `Protesters chanted “${said}” as Clara Dahl drove by.`,
    `Clara Dahl read out a letter in which Hugo Voss wrote that ${said}.`,
    `“The north pier is rotten to its piles,” Clara Dahl quoted Hugo Voss as saying.`,
    `Clara Dahl and Hugo Voss answered. The latter said ${said}.`,
  ])('says nothing itself: %s', (sentence) => {
    expect(passes(sentence, 'Clara Dahl')).toBe(false);
  });

  it.each([
    [`The lawyer of Clara Dahl said ${said}.`, 'the lawyer of Clara Dahl'],
    [`A new book by Clara Dahl says ${said}.`, 'Clara Dahl'],
    [`A letter from Clara Dahl said ${said}.`, 'Clara Dahl'],
    [`A spokesman for Harbour Holdings said ${said}.`, 'Harbour Holdings'],
    [`The assembly said ${said}.`, 'the assembly'],
    [`Clara Dahl and Hugo Voss answered. The former said ${said}.`, 'Clara Dahl'],
    [`Clara Dahl read out a letter in which Hugo Voss wrote that ${said}.`, 'Hugo Voss'],
    [`“The north pier is rotten to its piles,” state radio quoted Hugo Voss as saying.`, 'Hugo Voss'],
    [`Protesters chanted “${said}” as Clara Dahl drove by.`, 'Protesters'],
  ])('does not hide the one who does: %s (%s)', (sentence, name) => {
    expect(passes(sentence, name)).toBe(true);
  });

  it.each([
    `Clara Dahl will say on Friday that ${said}.`,
    `Clara Dahl is due to tell the court that ${said}.`,
    `Clara Dahl would say that ${said}.`,
    `Had anybody asked, Clara Dahl would have said that ${said}.`,
  ])('has said nothing yet: %s', (sentence) => {
    expect(passes(sentence, 'Clara Dahl')).toBe(false);
  });

  it('has said what is told of later, and will say what the statement says is to come', () => {
    expect(passes(`Clara Dahl would later say that ${said}.`, 'Clara Dahl')).toBe(true);
    expect(passes(`Clara Dahl would only say that ${said}.`, 'Clara Dahl')).toBe(true);
    const text = 'Clara Dahl will say the north pier is rotten to its piles.';
    expect(passes(`Clara Dahl will say on Friday that ${said}.`, 'Clara Dahl', text)).toBe(true);
  });

  it.each([
    ['Mr', 'Peter Dahl', 'Clara Dahl'],
    ['Mrs', 'Clara Dahl', 'Peter Dahl'],
  ])('is told from a namesake by “%s”', (title, right, wrong) => {
    const text = `Peter Dahl and his sister Clara Dahl own the pier. ${title} Dahl said ${said}.`;
    expect(passes(text, right)).toBe(true);
    expect(passes(text, wrong)).toBe(false);
  });

  it('is told from a namesake who was named in full last', () => {
    const text = `Clara Dahl owns the pier. Her brother Peter Dahl repairs it. Dahl said ${said}.`;
    expect(passes(text, 'Peter Dahl')).toBe(true);
    expect(passes(text, 'Clara Dahl')).toBe(false);
  });
});
