import { describe, expect, it } from 'vitest';
import { findForeignNumber } from '../../../src/core/check/facts/numbers.ts';
import { spellDates } from '../../../src/core/grammar/measures.ts';

describe('numbers with what they measure', () => {
  it.each([
    ['It met on 5 December 2024.', 'It met on 2024-12-05.'],
    ['It met on December 5, 2024.', 'It met on 5.12.2024.'],
    ['It met on 13 May 2024.', 'It met on 05/13/2024.'],
    ['It cost 5m dollars.', 'It cost $5 million.'],
    ['It is €5 billion.', 'It is 5 bn euros.'],
    ['A dozen people came.', '12 people came.'],
    ['Over 300 people came.', 'More than 300 people came.'],
    ['It was 30 degrees Celsius.', 'It was 30°C.'],
  ])('are the same: “%s” of “%s”', (statement, passage) => {
    expect(findForeignNumber(statement, passage)).toBeUndefined();
    expect(findForeignNumber(passage, statement)).toBeUndefined();
  });

  it.each([
    ['It was 30°F.', 'It was 30°C.'],
    ['It is 12 miles away.', 'It is 12 km away.'],
    ['It rose 3 percent.', 'It rose 3 percentage points.'],
    ['It rose 3 percent.', 'It rose 3 percent points.'],
    ['Less than 300 people came.', 'More than 300 people came.'],
    ['It rose from 4.5 percent to 4.25 percent.', 'It rose to 4.5 percent from 4.25 percent.'],
    ['It met on 5 December 2024.', 'It met on 2024-12-06.'],
    ['It cost €5 million.', 'It cost $5 million.'],
  ])('are not the same: “%s” of “%s”', (statement, passage) => {
    expect(findForeignNumber(statement, passage)).toBeDefined();
    expect(findForeignNumber(passage, statement)).toBeDefined();
  });

  it('keeps a date as it is that could be read in two ways', () => {
    expect(spellDates('on 05/12/2024 and 31/12/2024')).toBe('on 05/12/2024 and 31 December 2024');
  });
});
