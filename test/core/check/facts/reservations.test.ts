import { describe, expect, it } from 'vitest';
import { dropsReservation } from '../../../../src/core/check/facts/reservations.ts';

describe('a reservation', () => {
  it.each([
    ['The council hid the report.', 'The council rejected claims that it hid the report.'],
    ['The firm paid bribes in Kenya.', 'The firm denies that it paid bribes in Kenya.'],
    [
      'The mayor must pay 50,000 pounds.',
      'A judge will decide on 3 May whether the mayor must pay 50,000 pounds to Brown.',
    ],
    ['The council will spend 9 million more.', 'The council has spent 4 million and may spend up to 9 million more.'],
    ['The minister took the money.', 'The minister allegedly took the money.'],
  ])('is missed in “%s” of “%s”', (statement, passage) => expect(dropsReservation(statement, passage)).toBe(true));

  it.each([
    ['The council denied hiding the report.', 'The council rejected claims that it hid the report.'],
    [
      'The claim that the council hid the report is false, it says.',
      'The council rejected claims that it hid the report.',
    ],
    [
      'It is to be decided whether the mayor must pay.',
      'A judge will decide on 3 May whether the mayor must pay 50,000 pounds to Brown.',
    ],
    ['The council could spend 9 million more.', 'The council has spent 4 million and may spend up to 9 million more.'],
    ['The council has spent 4 million.', 'The council has spent 4 million and may spend up to 9 million more.'],
    ['The plan was rejected by the council.', 'The council rejected the plan.'],
    ['The harbour was closed in May.', 'In May the harbour was closed.'],
  ])('is kept, or none of “%s” in “%s”', (statement, passage) =>
    expect(dropsReservation(statement, passage)).toBe(false),
  );
});
