import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/core/sentences.ts';
import { takeBeginning } from '../../src/offline/beginning.ts';

describe('a text that is longer than the offline reader reads', () => {
  it('is read in whole sentences from its beginning, with the numbers of the whole, and says how far', () => {
    const long = Array.from({ length: 9000 }, (_, n) => `The clerk read line number ${n} aloud.`).join(' ');
    const { text, read } = takeBeginning(long);
    expect(text.length).toBeLessThanOrEqual(200_000);
    expect(long.startsWith(text)).toBe(true);
    expect(text).toMatch(/aloud\.$/);
    expect(read?.of).toBe(9000);
    expect(splitSentences(text)).toHaveLength(read?.sentences ?? 0);
  });

  it('a shorter one is read whole', () => {
    expect(takeBeginning('One. Two.')).toEqual({ text: 'One. Two.' });
  });
});
