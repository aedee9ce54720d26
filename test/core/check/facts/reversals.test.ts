import { describe, expect, it } from 'vitest';
import { findFirmer } from '../../../../src/core/check/facts/firmness.ts';
import { findOpposite, findWiderScope } from '../../../../src/core/check/facts/reversals.ts';
import { findSwappedRoles, readFramed } from '../../../../src/core/check/facts/roles.ts';
import { findMisplacedName } from '../../../../src/core/check/facts/substitutions.ts';

const sales = 'Sales at Alder Bank rose 12 percent in the spring, while costs fell.';
const deal = 'Ann Moss bought the house in Velden from Bo Pike.';

describe('a word’s opposite', () => {
  it.each([
    ['Sales at Alder Bank fell 12 percent in the spring.', sales],
    ['Sales declined at Alder Bank.', sales],
    ['The council rejected the plan.', 'The council approved the plan by 12 votes to 9.'],
    ['Moss was elected after Pike joined.', 'Moss was elected before Pike joined the council.'],
    ['Police released Moss.', 'Police arrested Moss on Friday.'],
    ['Ann Moss sold the house in Velden.', deal],
  ])('is heard: “%s” of “%s”', (statement, passage) => expect(findOpposite(statement, passage)).toBeDefined());

  it.each([
    ['Costs fell at Alder Bank in the spring.', sales],
    ['Sales increased 12 percent in the spring.', sales],
    ['The jury cleared Pike.', 'The jury found Moss guilty of fraud and cleared Pike.'],
    ['Bo Pike sold the house in Velden to Ann Moss.', deal],
    ['Sales did not fall in the spring.', sales],
  ])('is not heard where the passage has both, or the deed is turned: “%s” of “%s”', (statement, passage) =>
    expect(findOpposite(statement, passage)).toBeUndefined(),
  );
});

describe('how many, and how surely', () => {
  it.each([
    ['All residents want the road closed.', 'Some residents want the road closed.'],
    ['Every worker has signed.', 'Many of the workers have signed.'],
    ['None of the shops support it.', 'Most shops support it.'],
  ])('more than the passage says is heard: “%s” of “%s”', (statement, passage) =>
    expect(findWiderScope(statement, passage)).toBeDefined(),
  );

  it('fewer, or another thing, is not', () => {
    expect(findWiderScope('Some residents want it.', 'Most residents want it.')).toBeUndefined();
    expect(findWiderScope('All the shops are open.', 'Some residents like all the shops.')).toBeUndefined();
  });

  it.each([
    ['The firm will close its factory.', 'The firm may close its factory next year.'],
    ['The firm closed its factory.', 'The firm plans to close its factory.'],
    ['The firm sold its offices.', 'The firm is considering selling its offices.'],
    ['The court decided in March.', 'The court will decide in March.'],
    ['Pike paid Moss the money.', 'Pike agreed to pay Moss the money.'],
    [
      'It is hard to predict, they will take off.',
      'It is hard to predict, they may take off, and they may take on more.',
    ],
  ])('surer than the passage is heard: “%s” of “%s”', (statement, passage) =>
    expect(findFirmer(statement, passage)).toBeDefined(),
  );

  it.each([
    ['The firm could close its factory.', 'The firm may close its factory next year.'],
    ['A firm wants to close its factory.', 'The firm plans to close its factory.'],
    ['The court is to decide in March.', 'The court will decide in March.'],
    ['The mine closed last year.', 'The mine closed last year and may open again.'],
    ['Reopening the mine is expected.', 'The mine is expected to reopen.'],
  ])('as sure as the passage is not: “%s” of “%s”', (statement, passage) =>
    expect(findFirmer(statement, passage)).toBeUndefined(),
  );
});

describe('who did what to whom', () => {
  it.each([
    ['Pike accused Moss of lying.', 'Moss accused Pike of lying.'],
    ['Moss was accused by Pike.', 'Moss accused Pike of lying.'],
    ['The ferry hit the tanker.', 'The tanker hit the ferry at night.'],
  ])('turned round is heard: “%s” of “%s”', (statement, passage) =>
    expect(findSwappedRoles(readFramed(statement, passage))).toBeDefined(),
  );

  it.each([
    ['Pike was accused of lying by Moss.', 'Moss accused Pike of lying.'],
    ['On Tuesday, police arrested Moss.', 'Police arrested Moss on Tuesday.'],
    ['Pike met Moss.', 'Moss met Pike.'],
  ])('in another order is not: “%s” of “%s”', (statement, passage) =>
    expect(findSwappedRoles(readFramed(statement, passage))).toBeUndefined(),
  );
});

describe('a name in another’s place', () => {
  const passage = 'The election on November 5 would replace outgoing Governor Bob Moss, whom Tom Okafor serves.';
  const forms = [['november'], ['governor', 'bob', 'moss'], ['bob', 'moss'], ['tom', 'okafor'], ['ann', 'okafor']];
  it('is heard between the same words', () => {
    expect(findMisplacedName('The election on Moss 5 would replace him.', passage, forms)).toBe('Moss');
    expect(findMisplacedName('Outgoing Governor Bob Okafor, whom Tom Okafor serves.', passage, forms)).toBe('Okafor');
  });

  it.each([
    ['Outgoing Governor Moss, whom Okafor serves.'],
    ['The election on November 5 replaces Bob Moss.'],
    ['Tom Okafor serves Bob Moss.'],
  ])('is not heard where the name is the same or elsewhere: %s', (statement) =>
    expect(findMisplacedName(statement, passage, forms)).toBeUndefined(),
  );

  it('is not heard where two of a list change places', () => {
    expect(findMisplacedName('He lived in Rome and Paris.', 'He lived in Paris and Rome.', [])).toBeUndefined();
  });
});
