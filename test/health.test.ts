import { afterEach, describe, expect, it } from 'vitest';
import { atMostEvery, createHealth, type Health } from '../src/health.ts';

let health: Health | undefined;
afterEach(() => health?.stop());

async function ask(path: string, checks: Parameters<typeof createHealth>[0], init?: RequestInit) {
  health = createHealth(checks);
  const { port } = await health.start();
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  const body = await response.text();
  await health.stop();
  health = undefined;
  return { status: response.status, body: body === '' ? null : JSON.parse(body) };
}

const here = { host: '127.0.0.1', port: 0 };
const well = () => true;

describe('health', () => {
  it('is well where every check passes', async () => {
    const checks = { ...here, alive: { worker: well }, ready: { store: async () => true } };
    expect(await ask('/readyz?verbose', checks)).toEqual({
      status: 200,
      body: { ok: true, worker: true, store: true },
    });
    expect(await ask('/healthz', checks)).toEqual({ status: 200, body: { ok: true, worker: true } });
  });

  it('a lost connection or a store that fails makes it unready, not unhealthy', async () => {
    const failing = () => Promise.reject(new Error('disk gone: /secret/path'));
    const checks = { ...here, alive: { worker: well }, ready: { store: failing, slack: () => false } };
    expect(await ask('/readyz', checks)).toEqual({
      status: 503,
      body: { ok: false, worker: true, store: false, slack: false },
    });
    expect((await ask('/healthz', checks)).status).toBe(200);
  });

  it('a check that never ends counts as failed', async () => {
    const checks = { ...here, alive: {}, ready: { store: () => new Promise<boolean>(() => {}) }, timeoutMs: 1 };
    expect(await ask('/readyz', checks)).toEqual({ status: 503, body: { ok: false, store: false } });
  });

  it('a check that costs something is done once in a while, and its failure is told as long', async () => {
    let now = 0;
    let asked = 0;
    const check = atMostEvery(
      5000,
      async () => {
        asked += 1;
        if (asked === 2) throw new Error('disk full');
        return true;
      },
      () => now,
    );
    expect(await check()).toBe(true);
    now = 4999;
    expect(await check()).toBe(true);
    expect(asked).toBe(1);
    now = 5000;
    await expect(check()).rejects.toThrow();
    await expect(check()).rejects.toThrow();
    now = 10_000;
    expect(await check()).toBe(true);
  });

  it('answers nothing else', async () => {
    const checks = { ...here, alive: {}, ready: {} };
    expect((await ask('/', checks)).status).toBe(404);
    expect((await ask('/slack/events', checks)).status).toBe(404);
    expect((await ask('/__proto__', checks)).status).toBe(404);
    expect((await ask('/readyz', checks, { method: 'POST', body: 'x' })).status).toBe(404);
  });

  it('says that its port is taken', async () => {
    const first = createHealth({ ...here, alive: {}, ready: {} });
    const { port } = await first.start();
    const second = createHealth({ ...here, port, alive: {}, ready: {} });
    await expect(second.start()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.stop();
  });
});
