import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/errors.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createTestLog } from '../jobs/test-log.ts';
import { articleOf, briefOf, briefRecord, newJob } from './records.ts';
import { closeWithTest, newSchema, openServerStores, runOnServer, serverUrl } from './stores.ts';

const leaseMs = 8000;
const receiveAt = (store: Store, key: string, fields: Parameters<typeof newJob>[1] = {}) =>
  store.receive({ key: `e-${key}`, team: 'T1', receivedAt: 0 }, [newJob(key, fields)]);

async function openPair(): Promise<[Store, Store]> {
  const [one, two] = await openServerStores(2);
  if (!one || !two) throw new Error('two stores were asked for');
  return [one, two];
}

async function refusalOf(url: string): Promise<StoreError> {
  try {
    await (await openStore({ path: '', url })).close();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('the store opened');
}

/** Waits until something is so; the test's own time limit ends the wait. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A server of something else, until the test ends; gives its port. */
async function listen(serve: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    serve(socket);
  }).listen(0, '127.0.0.1');
  closeWithTest(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

const schemaOf = (url: string) => new URL(url).searchParams.get('options')?.split('=').at(-1) ?? '';

describe('opening a PostgreSQL database that cannot be used', () => {
  it('a server that is not there is said without the password', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    const port = typeof address === 'object' ? address?.port : 0;
    probe.close();
    const refusal = await refusalOf(`postgresql://byline:canary-5512@127.0.0.1:${port}/byline`);
    expect(refusal.code).toBe('unreachable');
    expect(refusal.message).toMatch(/DATABASE_URL/);
    expect(refusal.message).not.toMatch(/canary|\n/);
  });

  it.each([
    ['a web server', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['a login', 'SSH-2.0-Server\r\n'],
  ])('%s at the port is told from PostgreSQL', async (_name, greeting) => {
    const port = await listen((socket) => socket.once('data', () => socket.end(greeting)));
    const refusal = await refusalOf(`postgresql://byline:canary-5512@127.0.0.1:${port}/byline`);
    expect(refusal.code).toBe('refused');
    expect(refusal.message).toMatch(/no PostgreSQL server/);
    expect(refusal.message).not.toMatch(/canary|\n/);
  });

  it('a server without TLS is told from one that refuses the user', async () => {
    const port = await listen((socket) => socket.once('data', () => socket.end('N')));
    for (const mode of ['require', 'verify-full']) {
      const refusal = await refusalOf(`postgresql://byline:canary-5512@127.0.0.1:${port}/byline?sslmode=${mode}`);
      expect(refusal.message).toMatch(/has no TLS.*sslmode/);
    }
  });

  it('a file that the URL names and that is not there is no server that does not answer', async () => {
    const refusal = await refusalOf(
      'postgresql://byline@127.0.0.1/byline?sslmode=verify-full&sslrootcert=/not/there.pem',
    );
    expect(refusal.message).toMatch(/sslrootcert/);
  });

  it.each([
    ['42704', /options.*DATABASE_URL/],
    ['42601', /options.*DATABASE_URL/],
    ['22023', /options.*DATABASE_URL/],
    ['08P01', /options.*DATABASE_URL/],
    ['58P01', /the server’s log.*58P01/],
    ['XX000', /the server’s log.*XX000/],
  ])('whatever a server answers to the first words (%s) is said in a line', async (code, line) => {
    const port = await listen((socket) => {
      const fields = Buffer.from(`SFATAL\0C${code}\0Mcanary-5512\nmore\0\0`);
      const head = Buffer.alloc(5);
      head.write('E');
      head.writeInt32BE(fields.length + 4, 1);
      socket.once('data', () => socket.end(Buffer.concat([head, fields])));
    });
    const refusal = await refusalOf(`postgresql://byline:canary-5512@127.0.0.1:${port}/byline`);
    expect(refusal.code).toBe('refused');
    expect(refusal.message).toMatch(line);
    expect(refusal.message).not.toMatch(/canary|\n/);
  });

  it.skipIf(!serverUrl)('options that the server does not know, with the server’s word for it', async () => {
    const url = new URL(serverUrl ?? '');
    for (const options of ['-c serch_path=byline', '--nope', '-c statement_timeout=xx', '-c role=not_there']) {
      url.searchParams.set('options', options);
      expect((await refusalOf(url.href)).message).toMatch(/options/);
    }
  });

  it.skipIf(!serverUrl)('tables that cannot be brought up to date, and are as they were after it', async () => {
    const { url, run } = await newSchema();
    await (await openStore({ path: '', url })).close();
    await run("delete from kysely_migration where name > '0005z'");
    const refusal = await refusalOf(url);
    expect(refusal).toMatchObject({ code: 'refused', message: expect.stringMatching(/42P07/) });
    expect((await refusalOf(url)).message).toBe(refusal.message);
  });

  it.skipIf(!serverUrl)('a database that does not exist, and a schema that does not', async () => {
    const url = new URL(serverUrl ?? '');
    url.pathname = '/canary-5512';
    const noDatabase = await refusalOf(url.href);
    expect(noDatabase).toMatchObject({ code: 'refused', message: expect.stringMatching(/^The database.*create it/) });
    expect(noDatabase.message).not.toMatch(/canary|\n/);
    url.pathname = new URL(serverUrl ?? '').pathname;
    url.searchParams.set('options', '-c search_path=not_there');
    expect(await refusalOf(url.href)).toMatchObject({ code: 'refused', message: expect.stringMatching(/^The schema/) });
  });

  it.skipIf(!serverUrl)('a user who may not create tables, or not write into those that are there', async () => {
    const { url, run } = await newSchema();
    const name = schemaOf(url);
    await run(`create role ${name} login password 'canary-5512'; grant usage on schema ${name} to ${name}`);
    closeWithTest(() => run(`drop owned by ${name}; drop role ${name}`));
    const asUser = new URL(url);
    asUser.username = name;
    asUser.password = 'canary-5512';
    const noTables = await refusalOf(asUser.href);
    expect(noTables).toMatchObject({ code: 'refused', message: expect.stringMatching(/may not create and change/) });

    await (await openStore({ path: '', url })).close();
    await run(`grant select on all tables in schema ${name} to ${name}`);
    expect((await refusalOf(asUser.href)).message).toBe(noTables.message);
    await run(`alter role ${name} connection limit 0`);
    expect((await refusalOf(asUser.href)).message).toMatch(/no connection left/);
  });

  it.skipIf(!serverUrl)('a server that may only be read from', async () => {
    const { url } = await newSchema();
    const readOnly = url.replace('options=', 'options=-c+default_transaction_read_only%3Don+');
    expect(await refusalOf(readOnly)).toMatchObject({ code: 'unwritable' });
    await (await openStore({ path: '', url })).close();
    expect(await refusalOf(readOnly)).toMatchObject({ code: 'unwritable' });
  });

  it.skipIf(!serverUrl)('a database that lacks most scripts', async () => {
    const name = `latin_${process.pid}`;
    await runOnServer(`create database ${name} encoding 'LATIN1' template template0 locale 'C'`);
    closeWithTest(() => runOnServer(`drop database ${name}`));
    const url = new URL(serverUrl ?? '');
    url.pathname = `/${name}`;
    expect((await refusalOf(url.href)).message).toMatch(/UTF8/);
  });

  it.skipIf(!serverUrl || new URL(serverUrl).password === '')('a wrong password, without telling it', async () => {
    const url = new URL(serverUrl ?? '');
    url.password = 'canary-5512';
    const refusal = await refusalOf(url.href);
    expect(refusal.code).toBe('refused');
    expect(refusal.message).not.toMatch(/canary|\n/);
  });

  it.skipIf(!serverUrl)("another program's tables, and those of a newer version, are left as they are", async () => {
    const foreign = await newSchema();
    await foreign.run('create table jobs (id integer)');
    expect((await refusalOf(foreign.url)).code).toBe('corrupt');

    const newer = await newSchema();
    await (await openStore({ path: '', url: newer.url })).close();
    await newer.run("insert into kysely_migration values ('9999-from-tomorrow', '2030-01-01T00:00:00.000Z')");
    expect((await refusalOf(newer.url)).code).toBe('newer-schema');
  });

  it.skipIf(!serverUrl)('tables that are missing, and a list of migrations that is empty beside others', async () => {
    const cut = await newSchema();
    await (await openStore({ path: '', url: cut.url })).close();
    await cut.run('drop table steps');
    expect(await refusalOf(cut.url)).toMatchObject({ code: 'corrupt', message: expect.stringMatching(/are missing/) });
    await cut.run("delete from kysely_migration where name > '0006z'");
    expect(await refusalOf(cut.url)).toMatchObject({ message: expect.stringMatching(/SQLSTATE 42P01|are missing/) });

    const foreign = await newSchema();
    await foreign.run('create table kysely_migration (name text, timestamp text); create table orders (id integer)');
    expect((await refusalOf(foreign.url)).code).toBe('corrupt');
  });

  it.skipIf(!serverUrl)('a view that a hoster put there does no harm', async () => {
    const { url, run } = await newSchema();
    await run('create view statistics as select 1 as one');
    const store = await openStore({ path: '', url });
    closeWithTest(() => store.close());
    expect(await receiveAt(store, 'a')).toBe(true);
  });
});

describe.skipIf(!serverUrl)('a store that processes share', () => {
  it('processes that start together on an empty database all open it', async () => {
    const { url } = await newSchema();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore({ path: '', url })));
    for (const store of stores) closeWithTest(() => store.close());
    const received = await Promise.all(stores.map((store) => receiveAt(store, 'a')));
    expect(received.filter(Boolean)).toHaveLength(1);
  });

  it('an event that arrives at both at once is received once', async () => {
    const [one, two] = await openPair();
    for (let n = 0; n < 30; n += 1) {
      const received = await Promise.all([receiveAt(one, `j${n}`), receiveAt(two, `j${n}`)]);
      expect(received.filter(Boolean)).toHaveLength(1);
    }
    expect(await one.queueState(0)).toMatchObject({ pending: 30 });
  });

  it('events with the same jobs in another order do not block each other for good', async () => {
    const [one, two] = await openPair();
    for (let n = 0; n < 3; n += 1) {
      const jobs = ['a', 'b', 'c', 'd'].map((name) => newJob(`${name}${n}`));
      await Promise.all([
        one.receive({ key: `one-${n}`, team: 'T1', receivedAt: 0 }, jobs),
        two.receive({ key: `two-${n}`, team: 'T1', receivedAt: 0 }, jobs.toReversed()),
      ]);
    }
    expect(await one.queueState(0)).toMatchObject({ pending: 12 });
  });

  it('claims side by side take every job once, keep the limit of a workspace and one job a thread', async () => {
    const pair = await openPair();
    for (let n = 0; n < 60; n += 1)
      await receiveAt(pair[0], `j${n}`, { team: `T${n % 2}`, channel: `C${n % 3}`, thread: `t${n % 10}` });
    const running = new Map<string, { team: string; thread: string }>();
    const claimed: string[] = [];
    const workOff = async (store: Store, name: string) => {
      for (let n = 0, empty = 0; empty < 200 && claimed.length < 60; n += 1) {
        const owner = `${name}-${n}`;
        const job = await store.claimJob({ owner, now: 10, leaseMs, perTeam: 2 });
        if (!job) {
          empty += 1;
          continue;
        }
        claimed.push(job.key);
        const others = [...running.values()];
        expect(others.filter(({ team }) => team === job.team).length).toBeLessThan(2);
        expect(others.filter(({ thread }) => thread === job.thread)).toEqual([]);
        running.set(job.key, job);
        await new Promise((resolve) => setTimeout(resolve, 2));
        // Before its end is stored: the next claim may come at once.
        running.delete(job.key);
        expect(await store.finishJob({ jobId: job.id, owner, status: 'done', errorCode: null, now: 11 })).toBe(true);
      }
    };
    await Promise.all(pair.flatMap((store, at) => ['a', 'b', 'c'].map((name) => workOff(store, `${at}${name}`))));
    expect(claimed.toSorted()).toEqual(Array.from({ length: 60 }, (_, n) => `j${n}`).toSorted());
  });

  it('a job that comes in while lanes are dropped is claimed', async () => {
    const [one, two] = await openPair();
    for (let n = 0; n < 40; n += 1) {
      await Promise.all([receiveAt(one, `j${n}`, { channel: 'C1' }), two.forgetOldKeys(-1)]);
      const job = await two.claimJob({ owner: `o${n}`, now: 10, leaseMs });
      expect(job?.key).toBe(`j${n}`);
      await one.finishJob({ jobId: job?.id ?? '', owner: `o${n}`, status: 'done', errorCode: null, now: 10 });
    }
  });

  it('where a claim and a step of the last owner meet, the step is stored before the claim or not at all', async () => {
    const [one, two] = await openPair();
    for (let n = 0; n < 30; n += 1) {
      await receiveAt(one, `j${n}`);
      const jobId = (await one.claimJob({ owner: `old-${n}`, now: 10, leaseMs: 1 }))?.id ?? '';
      const [begun, saved, taken] = await Promise.all([
        one.beginStep({ jobId, owner: `old-${n}`, name: 'post' }),
        one.saveStep({ jobId, owner: `old-${n}`, name: 'draft', result: 1 }),
        two.claimJob({ owner: `new-${n}`, now: 20, leaseMs }),
      ]);
      const owner = taken ? `new-${n}` : `old-${n}`;
      if (taken) {
        expect(await two.readStep(jobId, 'draft')).toEqual(saved ? { result: 1 } : undefined);
        const again = await two.beginStep({ jobId, owner, name: 'post' });
        expect(again).toBe(begun === 'lease-lost' ? 'begun' : 'begun-before');
      }
      expect(await two.finishJob({ jobId, owner, status: 'done', errorCode: null, now: 20 })).toBe(true);
    }
  });

  it('a brief that two processes save at once is there once', async () => {
    const [one, two] = await openPair();
    for (let n = 0; n < 20; n += 1)
      await Promise.all([one.saveBrief(briefRecord(`b${n}`)), two.saveBrief(briefRecord(`b${n}`))]);
    expect(await one.briefsInThread({ team: 'T1', channel: 'C1', threadTs: '100.1' })).toHaveLength(20);
  });

  it('a brief that is saved while the last one on its article is taken back keeps its article', async () => {
    const [one, two] = await openPair();
    const brief = briefOf(articleOf('The harbour closes in May, the mayor said.'));
    for (let n = 0; n < 30; n += 1) {
      await one.saveBrief(briefRecord(`old-${n}`, { brief, postTs: `old-${n}` }));
      await Promise.all([
        one.deleteReplies({ team: 'T1', channel: 'C1', postTs: `old-${n}` }),
        two.saveBrief(briefRecord(`new-${n}`, { brief, postTs: `new-${n}` })),
      ]);
      expect(await one.findBrief(`new-${n}`)).toBeDefined();
      await one.deleteReplies({ team: 'T1', channel: 'C1', postTs: `new-${n}` });
    }
  });

  it('a text with NUL in it is stored, in JSON as it was', async () => {
    const [store] = await openPair();
    const payload = { text: 'a\0b' };
    expect(await receiveAt(store, 'j\0k', { payload, thread: 't\0' })).toBe(true);
    expect(await receiveAt(store, 'j\0k', { payload, thread: 't\0' })).toBe(false);
    const job = await store.claimJob({ owner: 'w', now: 10, leaseMs });
    expect(job).toMatchObject({ key: 'j\ufffdk', payload });
    const jobId = job?.id ?? '';
    await store.saveStep({ jobId, owner: 'w', name: 'draft', result: payload });
    expect(await store.readStep(jobId, 'draft')).toEqual({ result: payload });
  });

  it('all processes go by the clock of the server', async () => {
    const [one, two] = await openPair();
    expect(Math.abs(one.now() - two.now())).toBeLessThan(1000);
    expect(Math.abs(one.now() - Date.now())).toBeLessThan(60_000);
  });

  it('a backup is left to pg_dump', async () => {
    const [store] = await openPair();
    await expect(store.backup('copy.db')).rejects.toMatchObject({ code: 'unsupported' });
  });
});

describe.skipIf(!serverUrl)('watching a shared store', () => {
  function watch(store: Store) {
    const seen = { wakes: 0, onDuty: 0, duties: 0 };
    const end = store.watch({
      wake: () => {
        seen.wakes += 1;
      },
      duty: () => {
        seen.onDuty += 1;
        seen.duties += 1;
        return () => {
          seen.onDuty -= 1;
        };
      },
    });
    closeWithTest(end);
    return { seen, end };
  }

  it('a job that one process receives, gives back or starts anew wakes the other', async () => {
    const [one, two] = await openPair();
    const { seen } = watch(two);
    await until(() => seen.wakes === 1);
    await receiveAt(one, 'a');
    await until(() => seen.wakes === 2);
    const jobId = (await one.claimJob({ owner: 'w', now: 0, leaseMs }))?.id ?? '';
    await one.delayJob({ jobId, owner: 'w', runAt: 0, errorCode: null });
    await until(() => seen.wakes === 3);
    await one.claimJob({ owner: 'w2', now: 0, leaseMs });
    await one.finishJob({ jobId, owner: 'w2', status: 'failed', errorCode: 'x', now: 0 });
    expect(await one.retryJob(jobId, 1)).toBe('started');
    await until(() => seen.wakes === 4);
  });

  it('one process does the timed work, and another after it', async () => {
    const [one, two] = await openPair();
    const first = watch(one);
    await until(() => first.seen.onDuty === 1);
    const second = watch(two);
    await until(() => second.seen.wakes === 1);
    expect(second.seen.onDuty).toBe(0);
    await first.end();
    expect(first.seen.onDuty).toBe(0);
    const third = watch(one);
    await until(() => second.seen.onDuty + third.seen.onDuty === 1);
  });

  it('a connection that is cut is opened again, and nothing that came meanwhile is missed', async () => {
    const { url, run } = await newSchema();
    const { log } = createTestLog();
    const store = await openStore({ path: '', url, log });
    closeWithTest(() => store.close());
    const { seen } = watch(store);
    await until(() => seen.onDuty === 1);
    const schema = schemaOf(url);
    await run(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'byline' and datname = current_database()
      and pid in (select pid from pg_locks join pg_namespace on nspname = '${schema}' where locktype = 'advisory'
        and classid = (hashtext('byline ' || nspname)::bigint & 4294967295)::oid)`);
    await until(() => seen.duties === 2 && seen.wakes === 2);
    expect(seen.onDuty).toBe(1);
    expect(await receiveAt(store, 'a')).toBe(true);
  });
});
