import { describe, expect, it } from 'vitest';
import { forgetOldText } from '../../src/flows/forget-old-text.ts';
import { silentLog } from './fakes.ts';

const dayMs = 86_400_000;
const now = () => 100 * dayMs;

function recordingStore(own: { team: string; days: number }[] = []) {
  const asked: unknown[] = [];
  const store = {
    ownRetention: async () => own,
    deleteOldText: async (old: object) => {
      asked.push(old);
      return { articles: 1 };
    },
    forgetOldKeys: async (before: number) => void asked.push({ keys: before }),
  };
  return { asked, store };
}

describe('forgetting', () => {
  it('deletes what is older than the days that were set, and events after two months', async () => {
    const { asked, store } = recordingStore();
    await forgetOldText({ days: 30, keepBriefs: true }, { store, now, log: silentLog });
    expect(asked).toEqual([{ before: 70 * dayMs, keepBriefs: true, exceptTeams: [] }, { keys: 38 * dayMs }]);
  });

  it('a workspace that set its own time has that, longer or shorter, and no other', async () => {
    const { asked, store } = recordingStore([
      { team: 'T1', days: 7 },
      { team: 'T2', days: 90 },
    ]);
    await forgetOldText({ days: 30, keepBriefs: false }, { store, now, log: silentLog });
    expect(asked.slice(0, 3)).toEqual([
      { before: 93 * dayMs, keepBriefs: false, team: 'T1' },
      { before: 10 * dayMs, keepBriefs: false, team: 'T2' },
      { before: 70 * dayMs, keepBriefs: false, exceptTeams: ['T1', 'T2'] },
    ]);
  });

  it('a store that fails does not stop the bot', async () => {
    const { store } = recordingStore();
    const failing = { ...store, deleteOldText: () => Promise.reject(new Error('disk')) };
    await expect(
      forgetOldText({ days: 30, keepBriefs: false }, { store: failing, now, log: silentLog }),
    ).resolves.toBeUndefined();
  });
});
