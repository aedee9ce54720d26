import { describe, expect, it } from 'vitest';
import { whereShown } from '../check/statements.ts';

const suit = 'Rosa Klein is suing Peter Vance over a flooded cellar.';
const sale = 'Brook Paper sold the warehouse to Linden Foods in 2014.';
const gift = 'Rosa Klein gave Peter Vance a silver ring in Lund.';
const lives = 'Rosa Klein was born in Lund and lives in Gera.';

describe('who did what to whom', () => {
  it.each([
    ['Peter Vance is suing Rosa Klein over a flooded cellar.', suit],
    ['Rosa Klein is being sued by Peter Vance.', suit],
    ['Linden Foods sold the warehouse to Brook Paper.', sale],
    ['The warehouse was sold to Brook Paper by Linden Foods.', sale],
    ['Brook Paper bought the warehouse from Linden Foods in 2014.', sale],
    ['Rosa Klein was given a silver ring by Peter Vance.', gift],
    ['Rosa Klein lost to Peter Vance in the semi-final.', 'Rosa Klein beat Peter Vance in the semi-final.'],
    ['The guards were shot at by the hostages.', 'The guards shot at the hostages.'],
  ])('turned round is dropped: “%s” of “%s”', (statement, passage) =>
    expect(whereShown(statement, passage)).toEqual([]),
  );

  it.each([
    ['Peter Vance is being sued by Rosa Klein.', suit],
    ['Rosa Klein, who is suing Peter Vance, has a flooded cellar.', suit],
    ['The warehouse was sold by Brook Paper to Linden Foods.', sale],
    ['In 2014, Linden Foods bought the warehouse from Brook Paper.', sale],
    ['Peter Vance was given a silver ring by Rosa Klein.', gift],
    ['Rosa Klein gave a silver ring to Peter Vance.', gift],
    ['Peter Vance lost to Rosa Klein in the semi-final.', 'Rosa Klein beat Peter Vance in the semi-final.'],
    ['The factory closed in March.', 'Brook Paper closed the factory in March.'],
    ['Vance was opposed to the plan.', 'Peter Vance opposed the plan.'],
  ])('said another way stays: “%s” of “%s”', (statement, passage) =>
    expect(whereShown(statement, passage)).toEqual(['summary', 'claim']),
  );
});

describe('what belongs to which verb', () => {
  const shops = 'Rents in the harbour doubled last year, while wages stalled.';
  it.each([
    ['Rosa Klein lives in Lund.', lives],
    ['Rosa Klein was born in Gera.', lives],
    ['The pool opened in 2019.', 'The pool opened in 1987 and closed in 2019.'],
    ['Wages doubled last year.', shops],
    ['The court freed Rosa Klein.', 'The court jailed Rosa Klein and freed Peter Vance.'],
    ['The blast killed 31 workers.', 'The blast injured 31 workers and killed two guards.'],
  ])('taken from another verb is dropped: “%s” of “%s”', (statement, passage) =>
    expect(whereShown(statement, passage)).toEqual([]),
  );

  it.each([
    ['Rosa Klein, who lives in Gera, was born in Lund.', lives],
    ['The pool closed in 2019.', 'The pool opened in 1987 and closed in 2019.'],
    ['Wages stalled last year.', shops],
    ['The court freed Peter Vance.', 'The court jailed Rosa Klein and freed Peter Vance.'],
    ['Two guards were killed in the blast.', 'The blast injured 31 workers and killed two guards.'],
  ])('beside its own stays: “%s” of “%s”', (statement, passage) =>
    expect(whereShown(statement, passage)).toEqual(['summary', 'claim']),
  );
});

describe('"only" and "not only"', () => {
  it('are not taken for one another', () => {
    const passage = 'The tax will not only hit the farmers but also the millers of the valley.';
    expect(whereShown('The tax will only hit the farmers but also the millers of the valley.', passage)).toEqual([]);
    expect(whereShown('The tax will hit the farmers and the millers of the valley.', passage)).toHaveLength(2);
    expect(whereShown('Not only the farmers will be hit by the tax.', passage)).toHaveLength(2);
  });
});
