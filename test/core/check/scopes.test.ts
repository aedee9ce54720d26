import { describe, expect, it } from 'vitest';
import { whereShown } from './statements.ts';

const shown = ['summary', 'claim'];

describe('what did not come about', () => {
  const yacht = 'The crew forgot to anchor the yacht off Lund.';
  const flood = 'Sandbags kept the water from flooding the chapel in Gera.';
  it.each([
    ['The crew anchored the yacht off Lund.', yacht],
    ['The water flooded the chapel in Gera.', flood],
    ['The mayor had kept other towns away.', 'Rosa Klein denied that the mayor had kept other towns away.'],
    ['Rosa Klein stole the coins.', 'Rosa Klein denied stealing the coins from the museum.'],
    ['Linden Foods repaid the loan in May.', 'Linden Foods failed to repay the loan in May.'],
    ['The board has named a successor.', 'The board has yet to name a successor.'],
    ['The driver suffered a heart attack.', 'There is no evidence that the driver suffered a heart attack.'],
    ['The plant will reopen in June.', 'The plant is unlikely to reopen in June.'],
    ['Rosa Klein took the job.', 'Rosa Klein declined to take the job.'],
  ])('is not told as done: “%s” of “%s”', (statement, passage) => expect(whereShown(statement, passage)).toEqual([]));

  it.each([
    ['The yacht was not anchored off Lund by the crew.', yacht],
    ['The chapel in Gera was not flooded.', flood],
    ['Sandbags stopped the water from flooding the chapel.', flood],
    ['Linden Foods did not repay the loan.', 'Linden Foods failed to repay the loan in May.'],
    ['The board has not named a successor.', 'The board has yet to name a successor.'],
    ['Brook Paper paid its staff in June.', 'Brook Paper paid its staff in June but failed to pay its staff in July.'],
  ])('stays where it is told as such: “%s” of “%s”', (statement, passage) =>
    expect(whereShown(statement, passage)).toEqual(shown),
  );
});

describe('how far a thing has come', () => {
  const held = 'Officers detained Peter Vance on suspicion of smuggling on Friday.';
  it.each([
    ['Peter Vance was convicted of smuggling.', held],
    ['Peter Vance smuggled goods.', held],
    ['Peter Vance was jailed for smuggling.', 'Peter Vance was charged with smuggling in Lund.'],
    ['Peter Vance forged the deeds.', 'Rosa Klein accused Peter Vance of forging the deeds.'],
    ['Linden Foods decided to leave Gera.', 'Linden Foods considered leaving Gera last year.'],
    ['Nine hikers died in the avalanche.', 'Nine hikers were hurt in the avalanche.'],
  ])('is not overtaken: “%s” of “%s”', (statement, passage) => expect(whereShown(statement, passage)).toEqual([]));

  it.each([
    ['Peter Vance was detained on suspicion of smuggling.', held],
    ['Peter Vance is suspected of smuggling.', held],
    ['Peter Vance is accused of forging the deeds.', 'Rosa Klein accused Peter Vance of forging the deeds.'],
    ['Peter Vance was jailed.', 'Peter Vance was convicted of smuggling and sentenced to two years in prison.'],
    ['Nine hikers died in the avalanche.', 'The avalanche killed nine hikers.'],
  ])('stays at its step: “%s” of “%s”', (statement, passage) => expect(whereShown(statement, passage)).toEqual(shown));
});

describe('what a thing depends on', () => {
  const strike = 'If the talks collapse, Rosa Klein will sell the brewery in Gera.';
  const ferry = 'All ferries sailed except the night boat to Lund.';
  it.each([
    ['Rosa Klein will sell the brewery in Gera.', strike],
    ['The talks collapse.', strike],
    ['The licence will expire.', 'The licence will expire unless the owner renews it by May.'],
    ['All ferries sailed.', ferry],
    ['Children may swim in the lake.', 'Children may swim in the lake only with an adult.'],
    ['The club was praised for speed.', 'The club was praised for courage, not for speed.'],
  ])('is not left out: “%s” of “%s”', (statement, passage) => expect(whereShown(statement, passage)).toEqual([]));

  it.each([
    ['Rosa Klein will sell the brewery if the talks collapse.', strike],
    ['The licence expires unless the owner renews it.', 'The licence will expire unless the owner renews it by May.'],
    ['All ferries except the night boat to Lund sailed.', ferry],
    ['Children may swim in the lake only with an adult.', 'Children may swim in the lake only with an adult.'],
    ['The club was praised for courage.', 'The club was praised for courage, not for speed.'],
    ['The club was not praised for speed.', 'The club was praised for courage, not for speed.'],
    ['The judge asked if Rosa Klein knew the driver.', 'The judge asked if Rosa Klein knew the driver.'],
  ])('stays where it is said: “%s” of “%s”', (statement, passage) =>
    expect(whereShown(statement, passage)).toEqual(shown),
  );
});

describe('sides, bounds, ages and order', () => {
  const vote = 'Peter Vance voted against the dam, and Rosa Klein voted for it.';
  const ages = 'Peter Vance, 44, and Rosa Klein, 19, swam ashore.';
  const prices = 'Prices rose after the mill in Gera burned down.';
  it.each([
    ['Peter Vance voted for the dam.', vote],
    ['Rosa Klein voted against the dam.', vote],
    ['Farmers rallied in favour of the quarry.', 'Farmers rallied against the quarry on Sunday.'],
    ['220 seats are free.', 'Up to 220 seats are free.'],
    ['More than 220 seats are free.', 'Almost 220 seats are free.'],
    ['At least 220 seats are free.', '220 seats are free.'],
    ['Peter Vance, 19, swam ashore.', ages],
    ['The 44-year-old Rosa Klein swam ashore.', ages],
    ['Prices rose because the mill in Gera burned down.', prices],
    ['The mill in Gera burned down after prices rose.', prices],
  ])('are kept: “%s” of “%s” is dropped', (statement, passage) => expect(whereShown(statement, passage)).toEqual([]));

  it.each([
    ['The dam was voted against by Peter Vance.', vote],
    ['Rosa Klein voted for the dam.', vote],
    ['As many as 220 seats are free.', 'Up to 220 seats are free.'],
    ['Nearly 220 seats are free.', 'Almost 220 seats are free.'],
    ['About 220 seats are free.', 'More than 220 seats are free.'],
    ['Peter Vance, who is 44, swam ashore with Rosa Klein.', ages],
    ['After the mill in Gera burned down, prices rose.', prices],
    ['The mill in Gera burned down before prices rose.', prices],
    ['Prices rose because the mill burned down.', 'Prices rose due to a fire in which the mill burned down.'],
  ])('are kept: “%s” of “%s” stays', (statement, passage) => expect(whereShown(statement, passage)).toEqual(shown));
});
