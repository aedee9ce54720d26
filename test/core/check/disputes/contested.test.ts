import { describe, expect, it } from 'vitest';
import type { Contest } from '../../../../src/core/brief.ts';
import { checkDraft } from '../../../../src/core/check.ts';
import type { DraftClaim } from '../../../../src/core/draft.ts';
import { briefToText } from '../../../../src/core/plain-text.ts';
import { splitSentences } from '../../../../src/core/sentences.ts';
import { makeArticle, makeClaim, makeDraft } from '../../article.ts';

const opening = 'Ann Moss and Bo Pike met in Velden on Friday.';

/** Who the brief says disputes Ann Moss's claim, where the article goes on with these sentences behind it. */
function contest(said: string, text: string, name = 'Ann Moss', others: DraftClaim[] = []): Contest[] | undefined {
  const article = `${opening}\n\n${said}\n\nThe meeting was long.`;
  const draft = makeDraft({ claims: [makeClaim(text, [2], null, { name }), ...others] });
  return checkDraft(draft, makeArticle(article)).claims[0]?.contestedBy;
}

const taking = 'Ann Moss accused Pike of taking bribes from the port.';

describe('a contested claim', () => {
  it.each([
    ['Washington denies such accusations.', 'Washington', 'denies such accusations'],
    ['Pike denied the allegations.', 'Pike', 'denied the allegations'],
    [
      'Pike has repeatedly denied any wrongdoing and says he will stay.',
      'Pike',
      'denied any wrongdoing and says he will stay',
    ],
    ['Bo Pike, who is the mayor, denied ever taking bribes.', 'Bo Pike', 'denied ever taking bribes'],
    ['A spokesman for Pike rejected the accusation.', 'A spokesman for Pike', 'rejected the accusation'],
    ['Pike dismissed her claims as “nonsense”.', 'Pike', 'dismissed her claims as “nonsense”'],
    ['Pike denies that.', 'Pike', 'denies that'],
    ['The ministry said the allegations were false.', 'The ministry', 'said the allegations were false'],
    ['Pike pushed back on Moss’s allegations.', 'Pike', 'pushed back on Moss’s allegations'],
    ['Police said there was no evidence of bribes.', 'Police', 'said there was no evidence of bribes'],
    ['The mayor called the accusations “baseless”.', 'The mayor', 'called the accusations “baseless”'],
    ['Pike spoke to reporters in the hall. He then denied taking bribes.', 'Pike', 'denied taking bribes'],
    [
      'The accusation has since been denied by the mayor.',
      'the mayor',
      'The accusation has since been denied by the mayor',
    ],
    [
      'Denying the allegations, Pike said he had never met the builders.',
      'Pike',
      'Denying the allegations, Pike said he had never met the builders',
    ],
    ['Pike left the hall, rejecting the accusation.', 'Pike', 'rejecting the accusation'],
    ['Pike has pleaded not guilty.', 'Pike', 'pleaded not guilty'],
    ['“There is no truth in this whatsoever,” Pike said.', 'Pike', 'There is no truth in this whatsoever'],
    ['“That’s simply untrue,” said Pike.', 'Pike', 'That’s simply untrue'],
    [
      'Pike told reporters that the allegations were untrue.',
      'Pike',
      'told reporters that the allegations were untrue',
    ],
    ['Pike rejected the accusation as pure politics.', 'Pike', 'rejected the accusation as pure politics'],
    ['Pike insists he never took bribes.', 'Pike', 'insists he never took bribes'],
    ['Pike said he had done nothing wrong.', 'Pike', 'said he had done nothing wrong'],
    ['Both sides accuse each other of taking bribes.', 'Both sides', 'Both sides accuse each other of taking bribes'],
  ])('is shown with who disputes it, in the article’s words: %s', (denial, source, words) => {
    const [met, ...more] =
      contest(`${taking} ${denial}`, 'Ann Moss accused Pike of taking bribes from the port.') ?? [];
    expect(met).toMatchObject({ source, passage: { text: words } });
    expect(more).toEqual([]);
  });

  it.each([
    [
      'Ann Moss said the ministry paid for the dam, an allegation the agency refutes.',
      'the agency',
      'an allegation the agency refutes',
    ],
    ['Ann Moss said the ministry paid for the dam, something Cole denies.', 'Cole', 'something Cole denies'],
    ['Ann Moss said the ministry paid for the dam, which Bo Pike denies.', 'Bo Pike', 'which Bo Pike denies'],
    ['Ann Moss said the ministry paid for the dam, a claim rejected by Pike.', 'Pike', 'a claim rejected by Pike'],
  ])('is paired with the end of its own sentence: %s', (sentence, source, words) => {
    expect(contest(sentence, 'The ministry paid for the dam.')).toMatchObject([{ source, passage: { text: words } }]);
  });

  it.each([
    ['The company has denied any wrongdoing.', 'The company'],
    ['The company disputes that.', 'The company'],
    ['The company disputes those figures.', 'The company'],
  ])('of several people is disputed by a body that is none of them: %s', (denial, source) => {
    const claim = 'Anglers accused the mill of emptying its vats into the Orrin.';
    expect(contest(`${claim} ${denial}`, claim, 'Anglers')).toMatchObject([{ source }]);
  });

  it('of somebody who only says it is disputed where the article knows of no other allegations', () => {
    const claim = 'Ann Moss said the port had hidden its losses.';
    expect(contest(`${claim} Pike denied the allegation.`, claim)).toMatchObject([{ source: 'Pike' }]);
    expect(contest(`Cole accused Pike of theft. ${claim} Pike denied the allegation.`, claim)).toBeUndefined();
  });

  it('with a number is disputed by who calls that number wrong', () => {
    const claim = 'Ann Moss said that 400 berths were empty.';
    expect(contest(`${claim} Brokers say that number is wrong.`, claim)).toMatchObject([{ source: 'Brokers' }]);
  });

  it('by a person is disputed by a body that is named beside them', () => {
    const claim = 'Ann Moss accused the board of taking bribes.';
    expect(contest(`${claim} The accusation was denied by the board.`, claim)).toMatchObject([{ source: 'the board' }]);
  });

  it('is found by its owner and by its words further on in the article', () => {
    const between = 'The port opened in 1990. It has two piers.';
    const claim = 'Ann Moss accused Pike of taking bribes from the port.';
    expect(contest(`${taking} ${between} Pike denied Moss’s claims.`, claim)).toMatchObject([{ source: 'Pike' }]);
    expect(contest(`${taking} ${between} Pike denied that he took bribes from the port.`, claim)).toMatchObject([
      { source: 'Pike' },
    ]);
  });

  it.each([
    ['the denial is of something else', `${taking} Pike denied that the bridge was closed.`],
    ['it is about the same people', `${taking} Bo Pike denied that Moss owned the port.`],
    ['something is not granted', `${taking} The council denied Pike a permit.`],
    ['a plan is turned down', `${taking} The council rejected the plan.`],
    ['a court ends a case', `${taking} A judge dismissed the charges.`],
    ['nobody denies', `${taking} Pike could not deny the allegations.`],
    ['nobody denies yet', `${taking} Pike has never denied the allegations.`],
    ['a denial is asked for', `${taking} Moss asked if Pike denied the allegations.`],
    [
      'a denial stands behind other news',
      `${taking} The port opened in 1990. It has two piers. Cole denied the allegations.`,
    ],
    ['a subheading denies', `${taking}\n\nOperator denies allegations\n\nThe port opened in 1990.`],
    ['the text does not say who', `${taking} They denied it.`],
    ['somebody else’s claim is meant', `${taking} Pike denied Cole’s claims about the port.`],
    ['a denial is quoted', `${taking} “Pike denied the allegations.”`],
    ['a denial is told of', `${taking} Moss said that Pike denied the allegations.`],
    ['heirs quarrel', `${taking} Pike has had disputes over the claims.`],
    ['an application is denied', `${taking} His request for files was denied by the port.`],
    ['a denial is denied', `${taking} The accusation was never denied by Pike.`],
    ['a denial is taken back', `${taking} Pike denied it, but has since admitted it.`],
    ['a denial is taken back later', `${taking} Pike denied the accusation. He later conceded that it was so.`],
    ['a denial is withdrawn', `${taking} Pike denied it in May and withdrew his denial in June.`],
    ['somebody is no longer denying', `${taking} Pike no longer denies the accusation.`],
    ['a request is turned down', `${taking} Denying the request, Pike said the port would stay shut.`],
    ['somebody else pleads', `${taking} In another case, Cole pleaded not guilty.`],
    ['a plea is to come', `${taking} Pike will plead not guilty if he is charged.`],
    ['other deeds are denied', `${taking} Pike insists he never raised rents.`],
    ['others’ deeds are denied', `${taking} Pike insists that Cole never took bribes.`],
    ['the claimant insists', `${taking} Moss insists she did not take bribes.`],
    ['something is not fair', `${taking} “That is not fair,” Pike said.`],
    ['two accuse each other of other things', `${taking} Both sides accuse each other of wasting time.`],
    ['a number is disputed that the claim has not', `${taking} Pike disputes that figure.`],
    ['the claimant denies something', `${taking} Moss denied the allegations.`],
  ])('is not made where %s', (_, said) => {
    expect(contest(said, 'Ann Moss accused Pike of taking bribes from the port.')).toBeUndefined();
  });

  it('names the brief’s own claim that disputes it, in the terminal too', () => {
    const article = makeArticle(`${opening}\n\n${taking} Bo Pike denied taking bribes.\n\nThe meeting was long.`);
    const brief = checkDraft(
      makeDraft({
        claims: [
          makeClaim('Ann Moss accused Pike of taking bribes from the port.', [2], null, { name: 'Ann Moss' }),
          makeClaim('Bo Pike denied taking bribes.', [3], null, { name: 'Bo Pike' }),
        ],
      }),
      article,
    );
    expect(brief.claims.map(({ contestedBy }) => contestedBy?.map(({ source, claim }) => [source, claim]))).toEqual([
      [['Bo Pike', 2]],
      undefined,
    ]);
    const link = brief.claims[0]?.contestedBy?.[0]?.passage.link;
    expect(link).toContain('#:~:text=');
    expect(briefToText(brief, 0)).toContain('   Contested in 2 by Bo Pike: “denied taking bribes”');
    expect(splitSentences(article.text)).toHaveLength(4);
  });
});
