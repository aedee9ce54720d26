import { describe, expect, it } from 'vitest';
import { changesNegation } from '../../../../src/core/check/facts/negation.ts';

describe('changesNegation', () => {
  it.each([
    ['The council did not approve the plan', 'The council has not approved the plan.'],
    ["The council hasn't approved the plan", 'The council has not approved the plan.'],
    ['There were no injuries', 'No injuries were reported.'],
    ['The minister did not sign', 'The minister refused to sign.'],
    ['Marsh paid Brandt on Friday.', 'Marsh did not pay Brandt on Monday. Marsh paid Brandt on Friday.'],
    ['The bill cuts taxes', 'The bill not only cuts taxes but raises pay.'],
    ['Marsh has not sold the mill.', 'Marsh did not sell the mill.'],
    ['He said he would not go', 'He did not say he would go.'],
    ['The plan will cost the city', 'The plan, which is not new, will cost the city.'],
  ])('takes "%s" for what "%s" says', (statement, passage) => {
    expect(changesNegation(statement, passage)).toBe(false);
  });

  it.each([
    ['The council has not approved the plan', 'The council has approved the plan.'],
    ['The council has approved the plan', 'The council has not approved the plan.'],
    ['The council approved the plan not to build', 'The council has not approved the plan to build.'],
    ['Nobody was hurt in the blast', 'Ten people were hurt in the blast.'],
    ['He never signed the letter', 'He signed the letter.'],
    ['They can avoid the crowds', 'They cannot avoid the crowds.'],
    ['They cannot avoid the crowds', 'They can avoid the crowds.'],
    ['The forecasts have not been important', 'The forecasts have been important.'],
    ['Marsh paid Brandt.', 'Marsh did not pay Brandt.'],
    ['The bakery sells rye.', 'The bakery does not sell rye.'],
    ['Marsh closed the gate.', "Marsh didn't close the gate."],
    ['Marsh took the keys.', 'Marsh did not take the keys.'],
    ['Marsh criticised the plan.', 'Marsh did not criticise the plan.'],
    ['Kai Lund visited Dorn on Monday.', 'Kai Lund, the minister, did not visit Dorn on Monday.'],
    ['Ilse Brandt visited Dorn.', 'Ilse Brandt left. She did not visit Dorn.'],
    ['Der Rat hat den Plan nicht gebilligt', 'Der Rat hat den Plan gebilligt.'],
    ['首相は回復しないと述べた', '首相は回復すると述べた'],
  ])('refuses "%s" for "%s"', (statement, passage) => {
    expect(changesNegation(statement, passage)).toBe(true);
  });
});
