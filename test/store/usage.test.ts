import { describe, expect, it } from 'vitest';
import type { Usage } from '../../src/ports.ts';
import { engines } from './stores.ts';

function usage(key: string, fields: Partial<Usage> = {}): Usage {
  return {
    key,
    team: 'T1',
    channel: 'C1',
    user: 'U1',
    day: '2026-11-22',
    model: 'some-model',
    calls: 1,
    inputTokens: 1000,
    outputTokens: 200,
    costMicros: 350,
    ...fields,
  };
}

describe.each(engines)('usage on $name', ({ open }) => {
  it('is counted once for a key', async () => {
    const store = await open();
    const counted = { calls: 1, inputTokens: 1000, outputTokens: 200, costMicros: 350 };
    expect(await store.countUsage(usage('a'))).toEqual(counted);
    const nothing = { calls: 0, inputTokens: 0, outputTokens: 0, costMicros: 0 };
    expect(await store.countUsage(usage('a'))).toEqual(nothing);
    expect(await store.countUsage(usage('a', { inputTokens: 1, costMicros: 349 }))).toEqual(nothing);
    expect(await store.countUsage(usage('b'), { jobId: '99', owner: 'nobody' })).toEqual(nothing);
    expect(await store.sumUsage({ team: 'T1', fromDay: '2026-11-22', toDay: '2026-11-22' })).toEqual(counted);
  });

  it('of a draft that costs more by and by is raised, and what that adds is told', async () => {
    const store = await open();
    await store.countUsage(usage('a', { model: 'failed', calls: 1 }));
    const more = { calls: 2, inputTokens: 3000, outputTokens: 100, costMicros: 5_000_000_000 };
    expect(await store.countUsage(usage('a', more))).toEqual({
      ...{ calls: 1, inputTokens: 2000, outputTokens: 0, costMicros: 4_999_999_650 },
    });
    const sum = await store.sumUsage({ team: 'T1', fromDay: '2026-11-22', toDay: '2026-11-22' });
    expect(sum).toEqual({ ...more, outputTokens: 200 });
    const exported = [];
    for await (const { record } of store.exportPlace({ team: 'T1' })) exported.push(record);
    expect(exported).toMatchObject([{ model: 'some-model', calls: 2 }]);
  });

  it('of a deleted channel goes on counting for the workspace, as numbers alone', async () => {
    const store = await open();
    const day = { fromDay: '2026-11-22', toDay: '2026-11-22' };
    await store.countUsage(usage('T1:C1:100.1:link:draft'));
    await store.countUsage(usage('T1:C1:100.2:link:draft', { user: 'U2', costMicros: 150 }));
    await store.countUsage(usage('T1:C1:100.3:link:draft', { day: '2026-11-21', costMicros: 7 }));
    await store.countUsage(usage('T1:C2:100.1:link:draft', { channel: 'C2', costMicros: 1000 }));
    await store.countUsage(usage('T2:C1:100.1:link:draft', { team: 'T2' }));
    const before = await store.sumUsage({ team: 'T1', ...day });
    for (const times of [1, 2]) {
      await store.deletePlace({ team: 'T1', channel: 'C1' });
      expect(await store.sumUsage({ team: 'T1', ...day }), `deleted ${times}`).toEqual(before);
    }
    expect((await store.sumUsage({ team: 'T1', channel: 'C1', ...day })).calls).toBe(0);
    expect((await store.sumUsage({ team: 'T1', user: 'U1', ...day })).costMicros).toBe(1000);
    expect((await store.sumUsage({ team: 'T1', fromDay: '2026-11-21', toDay: '2026-11-21' })).costMicros).toBe(7);
    expect((await store.sumUsage({ team: 'T2', ...day })).calls).toBe(1);
    let exported = '';
    for await (const line of store.exportPlace({ team: 'T1' })) exported += JSON.stringify(line);
    expect(exported).toContain('"C2"');
    expect(exported).not.toMatch(/C1|U2|100\.[23]/);
    await store.deletePlace({ team: 'T1' });
    expect((await store.sumUsage({ team: 'T1', ...day })).calls).toBe(0);
  });

  it('is summed by workspace, channel, person and days, both ends included', async () => {
    const store = await open();
    await store.countUsage(usage('first', { day: '2026-11-01', costMicros: 1 }));
    await store.countUsage(usage('last', { day: '2026-11-30', costMicros: 10 }));
    await store.countUsage(usage('before', { day: '2026-10-31', costMicros: 100 }));
    await store.countUsage(usage('after', { day: '2026-12-01', costMicros: 1000 }));
    await store.countUsage(usage('channel', { channel: 'C2', costMicros: 10_000 }));
    await store.countUsage(usage('user', { user: 'U2', costMicros: 100_000 }));
    await store.countUsage(usage('team', { team: 'T2', costMicros: 5_000_000_000 }));
    const november = { fromDay: '2026-11-01', toDay: '2026-11-30' };
    const cost = async (of: { team: string; channel?: string; user?: string }) =>
      (await store.sumUsage({ ...november, ...of })).costMicros;
    expect(await cost({ team: 'T1' })).toBe(110_011);
    expect(await cost({ team: 'T1', channel: 'C1' })).toBe(100_011);
    expect(await cost({ team: 'T1', user: 'U1' })).toBe(10_011);
    expect(await cost({ team: 'T1', channel: 'C2', user: 'U2' })).toBe(0);
    expect(await cost({ team: 'T2' })).toBe(5_000_000_000);
  });
});
