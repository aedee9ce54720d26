import { describe, expect, it } from 'vitest';
import type { Brief } from '../../../../src/core/brief.ts';
import { checkDraft } from '../../../../src/core/check.ts';
import { splitSentences } from '../../../../src/core/sentences.ts';
import { makeArticle, makeClaim, makeDraft } from '../../article.ts';

const statement = 'The old dam is safe for children.';

/** The brief of a claim that gives the statement to somebody, on a sentence of an article that names Moss and Pike before. */
function claim(sentence: string, name: string, text = statement): Brief {
  const article = `Ann Moss and Bo Pike met in Velden on Friday.\n\n${sentence}\n\nThe meeting was long.`;
  const ids = splitSentences(article).map((_, at) => at + 1);
  const draft = makeDraft({ claims: [makeClaim(text, ids.slice(1, -1), null, { name })] });
  return checkDraft(draft, makeArticle(article));
}

describe('whose words a statement is', () => {
  it.each([
    ['Ann Moss testified that Bo Pike told him “the old dam is safe for children”.'],
    ['According to Ann Moss, Bo Pike said the old dam is safe for children.'],
    ['“The old dam is safe for children,” Bo Pike told him, Ann Moss testified.'],
    ['Ann Moss swore that Bo Pike had said that the old dam is safe for children.'],
  ])('are those of the one who said it, as another tells: %s', (sentence) => {
    expect(claim(sentence, 'Bo Pike').claims[0]?.source).toMatchObject({
      name: 'Bo Pike',
      via: 'according to Ann Moss',
    });
    expect(claim(sentence, 'Ann Moss').claims).toEqual([]);
  });

  it.each([
    ['Ann Moss told the Courier that the old dam is safe for children.', 'the Courier', 'the Courier'],
    [
      'Speaking to reporters at a news conference, Ann Moss said the old dam is safe for children.',
      'reporters',
      'reporters',
    ],
    [
      'Ann Moss told the Courier that the old dam is safe for children, with the Star reporting it leaks.',
      'the Star',
      null,
    ],
    ['Ann Moss said the old dam is safe for children. Bo Pike told the Courier nothing.', 'the Courier', null],
    [
      'Ann Moss told the Courier the old dam is safe for children, according to the Star.',
      'the Star',
      'according to the Star',
    ],
    [
      'Ann Moss told the Courier the old dam is safe for children, according to the Star.',
      'the Courier',
      'the Courier, according to the Star',
    ],
  ])('are said to whom the sentence that gives the speaker says: %s (%s)', (sentence, via, shown) => {
    const article = `The council met in Velden on Friday.\n\n${sentence}\n\nThe meeting was long.`;
    const given = makeClaim(statement, [2], null, { name: 'Ann Moss', via });
    const brief = checkDraft(makeDraft({ claims: [given] }), makeArticle(article));
    expect(brief.claims[0]?.source.via).toBe(shown);
  });

  it.each([
    ['Ann Moss quoted Bo Pike as saying “the old dam is safe for children”.'],
    ['Ann Moss was told by Bo Pike that the old dam is safe for children.'],
    ['Ann Moss said nothing, but Bo Pike said that the old dam is safe for children.'],
    ['Ann Moss asked Bo Pike, who replied that the old dam is safe for children.'],
    ['Bo Pike insisted that the old dam is safe for children, something Ann Moss disputes.'],
    ['Ann Moss repeated Bo Pike’s assertion that the old dam is safe for children.'],
    ['Ann Moss read out a letter from Bo Pike, which says that the old dam is safe for children.'],
  ])('are one speaker’s and not the other’s: %s', (sentence) => {
    expect(claim(sentence, 'Bo Pike').claims).toHaveLength(1);
    expect(claim(sentence, 'Ann Moss').claims).toEqual([]);
  });

  it.each([
    ['Ann Moss never said that the old dam is safe for children.'],
    ['Ann Moss denied saying “the old dam is safe for children”.'],
    ['Ann Moss denied on Tuesday a report in the Star that she had told aides “the old dam is safe for children”.'],
    ['Police rejected the claim that Ann Moss had said that the old dam is safe for children.'],
    ['Ann Moss insists she never claimed that the old dam is safe for children.'],
    ['It was said that the old dam is safe for children, which Ann Moss denied.'],
    ['A study was published, contradicting Moss’s view that the old dam is safe for children.'],
    ['Bo Pike mocked Moss’s suggestion that the old dam is safe for children.'],
    ['Ann Moss used to say that the old dam is safe for children, a view she no longer holds.'],
    ['Ann Moss has withdrawn her statement that the old dam is safe for children.'],
    ['Ann Moss laughed off the idea that the old dam is safe for children.'],
    ['Ann Moss was informed on Tuesday that the old dam is safe for children.'],
    ['Bo Pike accused Ann Moss of saying that the old dam is safe for children.'],
    ['Bo Pike urged Ann Moss to admit that the old dam is safe for children.'],
    ['If Ann Moss says that the old dam is safe for children, the deal is off.'],
    ['Ann Moss might say that the old dam is safe for children.'],
    ['It is not true that Ann Moss said that the old dam is safe for children.'],
    ['An account that impersonates Ann Moss wrote that the old dam is safe for children.'],
  ])('are nobody’s where the sentence disowns them: %s', (sentence) => {
    expect(claim(sentence, 'Ann Moss').claims).toEqual([]);
  });

  it.each([
    ['Ann Moss rejected the offer, saying that the old dam is safe for children.'],
    ['Ann Moss denied wrongdoing and said that the old dam is safe for children.'],
    ['Ann Moss was quoted as saying that the old dam is safe for children.'],
    ['Ann Moss said on Monday, after Bo Pike had spoken, that the old dam is safe for children.'],
    ['Ann Moss said it was no longer a secret that the old dam is safe for children.'],
    ['Ann Moss said the figures show that the old dam is safe for children.'],
    ['Ann Moss would not give a date but said that the old dam is safe for children.'],
  ])('stay the speaker’s beside other words: %s', (sentence) => {
    const [shown] = claim(sentence, 'Ann Moss').claims;
    expect(shown?.source).toMatchObject({ name: 'Ann Moss', via: null });
  });

  it('are the teller’s where the statement says that another said it', () => {
    const sentence = 'Ann Moss testified that Bo Pike told him the old dam is safe for children.';
    expect(claim(sentence, 'Ann Moss', 'Bo Pike told him the old dam is safe for children.').claims).toHaveLength(1);
  });
});
