import { type Dialect, PostgresDialect, type PostgresPoolClient, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import type { Log } from '../ports.ts';
import { type PostgresFailure, postgresError, StoreError } from './errors.ts';

// The only file that names pg.

const connectTimeoutMs = 5000;
const statementTimeoutMs = 20_000;
/** Connections of one process besides the one that listens; ten processes stay under a server's usual hundred. */
const maxConnections = 8;

/** A connection of its own, outside the pool: for what lasts as long as the process. */
export type Session = {
  query(text: string): Promise<Record<string, unknown>[]>;
  onNotification(listen: (message: string) => void): void;
  /** Called once, when the connection is gone. */
  onLost(listen: () => void): void;
  close(): Promise<void>;
};

/** What opens connections to the database of a URL. The URL may hold a password and is in no error and no log. */
export type Postgres = { dialect: Dialect; openSession(): Promise<Session> };

/** Names the database of a URL; connects when it is first asked. Errors come out as StoreError where an operator can act on them. */
export function createPostgres(url: string, log?: Log): Postgres {
  const settings: pg.ClientConfig = {
    connectionString: url,
    application_name: 'byline',
    connectionTimeoutMillis: connectTimeoutMs,
    // A server that does not answer must not hold a claim or an event for ever, nor a dead process the locks of the others.
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 2000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    types: { getTypeParser },
  };
  return {
    dialect: plainText(new PostgresDialect({ pool: async () => createPool(settings, log) })),
    openSession: () => openSession(settings),
  };
}

// Counts, times and row numbers are int8, which pg gives as text; ours are all far below 2^53.
const int8 = 20;
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid: number, format?: 'text' | 'binary') =>
  oid === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text');

async function createPool(settings: pg.ClientConfig, log?: Log) {
  const pool = await inOurWords('connect', async () => new pg.Pool({ ...settings, max: maxConnections }));
  // An idle connection that ends is replaced by the next query; unheard, it would end the process.
  pool.on('error', (error) => log?.warn({ err: error }, 'idle database connection lost'));
  return {
    options: {},
    connect: async () => guardClient(await inOurWords('connect', () => pool.connect())),
    end: () => pool.end(),
  };
}

/** A pool's connection that is thrown away after a failure that leaves it unknown what the server still does on it. */
function guardClient(client: pg.PoolClient): PostgresPoolClient {
  let broken: unknown;
  const ignore = () => {};
  // Lost between two queries: the next query says so.
  client.on('error', ignore);
  async function query(text: string, values: unknown[]): Promise<unknown> {
    if (broken) throw broken;
    try {
      return await inOurWords('query', () => client.query(text, values));
    } catch (error) {
      if (error instanceof StoreError && error.code === 'unreachable') broken = error;
      throw error;
    }
  }
  return {
    // A cast: kysely's other form, with a cursor, is for streams, which nothing of ours asks for.
    query: query as PostgresPoolClient['query'],
    release(destroy?: boolean) {
      client.off('error', ignore);
      client.release(Boolean(destroy || broken));
    },
  };
}

async function openSession(settings: pg.ClientConfig): Promise<Session> {
  const client = await inOurWords('connect', async () => {
    const made = new pg.Client({ ...settings, query_timeout: connectTimeoutMs });
    made.on('error', () => {});
    await made.connect();
    return made;
  });
  return {
    query: async (text) => (await inOurWords('query', () => client.query<Record<string, unknown>>(text))).rows,
    onNotification: (listen) => void client.on('notification', ({ payload }) => listen(payload ?? '')),
    onLost: (listen) => void client.once('end', listen),
    close: () => client.end().catch(() => {}),
  };
}

// PostgreSQL's error codes (postgresql.org/docs/current/errcodes-appendix.html) by their beginning, and the system's own.
const failures: [RegExp, PostgresFailure][] = [
  [/^(08|57P0|53300)/, 'unreachable'],
  [/^(53100|53200|25006)/, 'unwritable'],
  [/^(28|3D000|3F000|42501)/, 'refused'],
  [/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOST|ENET|ENOENT)/, 'unreachable'],
];

/** Runs what speaks to the server; what it throws comes out as a StoreError where an operator can do something about it. */
async function inOurWords<T>(what: 'connect' | 'query', work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const known = failures.find(([pattern]) => pattern.test(code))?.[1];
    if (known) throw postgresError(known, error);
    if (error instanceof pg.DatabaseError) throw error;
    // What is left says nothing but a text: a connection that was cut, an answer that did not come, a URL or a key that is wrong.
    const isLate = performance.now() - startedAt >= connectTimeoutMs - 100;
    throw postgresError(what === 'query' || isLate ? 'unreachable' : 'refused', error);
  }
}

/** The same dialect without NUL in its texts, which PostgreSQL cannot hold. JSON has it escaped and keeps it. */
export function plainText(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => new PlainTextCompiler(),
  };
}

class PlainTextCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(typeof parameter === 'string' ? parameter.replaceAll('\0', '\ufffd') : parameter);
  }
}
