import { describe, expect, it } from 'vitest';
import { readDateline } from '../../src/core/dateline.ts';

const words = 'Pilots in the port have stopped guiding ships after dark.';

describe('readDateline', () => {
  it.each([
    ['VELTHAVEN (Reuters) - ', 'Reuters'],
    ['VELTHAVEN, Norland (AP) — ', 'AP'],
    ['PARIS, Oct 13 (AFP) – ', 'AFP'],
    ['Westersiel (dpa) – ', 'dpa'],
    ['MADRID, 13 Oct. (EUROPA PRESS) - ', 'EUROPA PRESS'],
    ['(Bloomberg) -- ', 'Bloomberg'],
    ['CNN — ', 'CNN'],
    ['WASHINGTON — ', null],
    ['KYIV, Ukraine — ', null],
  ])('%j goes, its agency is the publisher', (dateline, publisher) => {
    expect(readDateline(dateline + words)).toMatchObject({ end: dateline.length, publisher });
  });

  it.each([
    words,
    'The bank (Norbank) - the largest in the country - said so.',
    'Anna (not her real name) - said so.',
    'NATO said on Tuesday that it would not.',
    'A deal — at last — was reached.',
    '',
  ])('%j has none', (paragraph) => {
    expect(readDateline(paragraph)).toBeUndefined();
  });
});
