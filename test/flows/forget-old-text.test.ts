import { describe, expect, it } from 'vitest';
import { forgetOldText } from '../../src/flows/forget-old-text.ts';
import { silentLog } from './fakes.ts';

describe('forgetting', () => {
  it('deletes what is older than the days that were set', async () => {
    const asked: object[] = [];
    const store = {
      deleteOldText: async (old: object) => {
        asked.push(old);
        return { articles: 1 };
      },
    };
    await forgetOldText(30, { store, now: () => 100 * 86_400_000, log: silentLog });
    expect(asked).toEqual([{ before: 70 * 86_400_000, keepBriefs: false }]);
  });

  it('a store that fails does not stop the bot', async () => {
    const store = { deleteOldText: () => Promise.reject(new Error('disk')) };
    await expect(forgetOldText(30, { store, now: () => 0, log: silentLog })).resolves.toBeUndefined();
  });
});
