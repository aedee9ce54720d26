import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../../src/core/check/reading.ts';
import { isDisproved } from '../../../../src/core/check/speakers/disproved.ts';
import { checkDraft } from '../../../../src/core/check.ts';
import { makeArticle, makeClaim, makeDraft } from '../../article.ts';

const statement = 'The bridge is a death trap.';
const start = 'Anna Keller and Paul Voss run Marlow.\n\n';

function shown(text: string, name: string, ids: number[]): number {
  const quote = 'The bridge is a death trap';
  const draft = makeDraft({ claims: [makeClaim(statement, ids, quote, { name })] });
  return checkDraft(draft, makeArticle(start + text)).claims.length;
}

describe('words that the article disproves', () => {
  it.each([
    ['CLAIM: Anna Keller, the mayor, said: “The bridge is a death trap.”\n\nFACT: The video was made with software.'],
    ['Claim: Anna Keller said “the bridge is a death trap”.\n\nThe clip went around on Monday.\n\nVerdict: False.'],
    ['Anna Keller said: “The bridge is a death trap.” She never said it.'],
    ['Anna Keller said: “The bridge is a death trap,” a post has it. Keller never said this, and the video is old.'],
    ['The Daily Star reported that Anna Keller said “the bridge is a death trap”. Keller, the mayor, denies this.'],
    [
      'Anna Keller said “the bridge is a death trap”, a card on the net says.\n\nThe quote is fabricated, the council said.',
    ],
    ['Anna Keller said “the bridge is a death trap”, a card says. There is no record that she ever said so.'],
    ['In a video Anna Keller said “the bridge is a death trap”. But she did not say those words.'],
  ])('are nobody’s: %s', (text) => expect(shown(text, 'Anna Keller', [2])).toBe(0));

  it.each([
    ['CLAIM: Anna Keller said “the bridge is a death trap”.\n\nVERDICT: True. A recording has it.'],
    ['Claim: Anna Keller said “the bridge is a death trap”.\n\nThe council will meet on Monday.'],
    ['Anna Keller said “the bridge is a death trap”. She never said it was safe to cross.'],
    ['Anna Keller said “the bridge is a death trap”. Voss denies this.'],
    ['Anna Keller said “the bridge is a death trap”. Keller denied taking money.'],
    ['Anna Keller said “the bridge is a death trap”. The statement was read out on Monday.'],
    ['Anna Keller said “the bridge is a death trap”. They did not say when it will close.'],
  ])('are the speaker’s all the same: %s', (text) => expect(shown(text, 'Anna Keller', [2])).toBe(1));

  it('are the speaker’s where what is denied stands before them', () => {
    expect(
      shown(
        'Voss says she sold it. Keller denies this. “The bridge is a death trap,” Keller said.',
        'Anna Keller',
        [4],
      ),
    ).toBe(1);
  });

  it('may be told as what they are', () => {
    const reading = readArticle(
      makeArticle('CLAIM: Keller said “the bridge is a death trap”.\n\nFACT: She never said it.'),
    );
    expect(isDisproved('A false video has Keller say that the bridge is a death trap.', [1], reading, null)).toBe(
      false,
    );
    expect(isDisproved('Keller said the bridge is a death trap.', [1], reading, null)).toBe(true);
  });
});
