import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What is looked at, by name; one that throws or takes too long is not well. */
export type Checks = Record<string, () => boolean | Promise<boolean>>;

/** Tells a supervisor how the process is. */
export type Health = { start: () => Promise<{ port: number }>; stop: () => Promise<void> };

/**
 * Makes the server of GET /healthz (is the process worth keeping?) and GET /readyz (does it do its work?): 200 or 503, and each
 * check by its name. It has a port of its own, so that it is not reachable where Slack's requests are.
 *
 * @param alive  checks that only a restart mends
 * @param ready  all others: what may pass by itself
 * @param metrics  what GET /metrics gives, in Prometheus' text form
 * @param timeoutMs  for each check
 */
export function createHealth({
  host,
  port,
  alive,
  ready,
  metrics,
  timeoutMs = 2000,
}: {
  host: string;
  port: number;
  alive: Checks;
  ready: Checks;
  metrics?: () => Promise<string>;
  timeoutMs?: number;
}): Health {
  const paths: Record<string, Checks> = { '/healthz': alive, '/readyz': { ...alive, ...ready } };
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const checks = Object.hasOwn(paths, path) ? paths[path] : undefined;
    if (metrics && path === '/metrics' && request.method === 'GET') return void sendMetrics(metrics, response);
    if (!checks || (request.method !== 'GET' && request.method !== 'HEAD')) return void response.writeHead(404).end();
    void look(checks, timeoutMs).then((found) => {
      const isWell = Object.values(found).every(Boolean);
      response.writeHead(isWell ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify({ ok: isWell, ...found }));
    });
  });
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const address = server.address();
          resolve({ port: typeof address === 'object' && address ? address.port : port });
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function sendMetrics(metrics: () => Promise<string>, response: ServerResponse): Promise<void> {
  try {
    const text = await metrics();
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
  } catch {
    // Not even what this process counts.
    response.writeHead(503).end();
  }
}

async function look(checks: Checks, timeoutMs: number): Promise<Record<string, boolean>> {
  const found = Object.entries(checks).map(async ([name, check]) => [name, await passes(check, timeoutMs)] as const);
  return Object.fromEntries(await Promise.all(found));
}

async function passes(check: Checks[string], timeoutMs: number): Promise<boolean> {
  const done = new AbortController();
  const late = wait(timeoutMs, false, { signal: done.signal }).catch(() => false);
  try {
    return await Promise.race([Promise.resolve(check()), late]);
  } catch {
    return false;
  } finally {
    done.abort();
  }
}

/** The same check, done at most every so often; who asks sooner hears what came last. For one that costs a write. */
export function atMostEvery(pauseMs: number, check: () => Promise<boolean>, now = () => performance.now()) {
  let last: { at: number; outcome: Promise<boolean> } | undefined;
  return (): Promise<boolean> => {
    if (!last || now() - last.at >= pauseMs) last = { at: now(), outcome: check() };
    return last.outcome;
  };
}
