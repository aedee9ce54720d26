import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/threads/turns.ts';

describe('turns', () => {
  it('come one after the other, in order, past one that fails', async () => {
    const takeTurn = createTurns();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (name === 'b') throw new Error('broken');
      return name;
    };
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => takeTurn(work(name))));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});
