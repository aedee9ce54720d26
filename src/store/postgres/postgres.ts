import { type Dialect, PostgresDialect, type PostgresPoolClient, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import type { Log } from '../../ports.ts';
import { StoreError } from '../errors.ts';
import { askForTls } from './ask-for-tls.ts';
import { openingError, type PostgresTrouble, postgresError, troubleOf } from './postgres-errors.ts';

// The only file that names pg.

const connectTimeoutMs = 5000;
/** in_failed_sql_transaction */
const failedTransaction = '25P02';
const statementTimeoutMs = 20_000;
/** A process that stands still in a transaction holds the lock that all claims wait for: for less than a lease. */
const longestPauseInTransactionMs = 4_000;
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
export type Postgres = {
  dialect: Dialect;
  openSession(): Promise<Session>;
  /** One whose statements may take as long as they need. */
  openPatientSession(): Promise<Session>;
};

/** Names the database of a URL; connects when it is first asked. Errors come out as StoreError where an operator can act on them. */
export function createPostgres(url: string, log?: Log): Postgres {
  const settings: pg.ClientConfig = {
    connectionString: nameTlsMode(url),
    application_name: 'byline',
    connectionTimeoutMillis: connectTimeoutMs,
    // A server that does not answer must not hold a claim or an event for ever, nor a dead process the locks of the others.
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 2000,
    idle_in_transaction_session_timeout: longestPauseInTransactionMs,
    keepAlive: true,
    types: { getTypeParser },
  };
  return {
    dialect: plainText(new PostgresDialect({ pool: async () => createPool(settings, log) })),
    openSession: () => openSession({ ...settings, query_timeout: connectTimeoutMs }),
    openPatientSession: () => openSession({ ...settings, statement_timeout: 0, query_timeout: 0 }),
  };
}

// pg takes all of these for verify-full and says so in ten lines at every start.
function nameTlsMode(url: string): string {
  if (/[?&]uselibpqcompat=true/.test(url)) return url;
  return url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}

// Counts, times and row numbers are int8, which pg gives as text; ours are all far below 2^53.
const int8 = 20;
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid: number, format?: 'text' | 'binary') =>
  oid === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text');

async function createPool(settings: pg.ClientConfig, log?: Log) {
  makeClient(settings);
  const pool = new pg.Pool({ ...settings, max: maxConnections });
  // An idle connection that ends is replaced by the next query; unheard, it would end the process.
  pool.on('error', (error) => log?.warn({ err: error }, 'idle database connection lost'));
  return {
    options: {},
    connect: async () => guardClient(await connecting(settings, () => pool.connect())),
    end: () => pool.end(),
  };
}

/** A pool's connection that is thrown away after a failure that leaves it unknown what the server still does on it. */
function guardClient(client: pg.PoolClient): PostgresPoolClient {
  let broken: unknown;
  let first: unknown;
  const ignore = () => {};
  // Lost between two queries: the next query says so.
  client.on('error', ignore);
  async function query(text: string, values: unknown[]): Promise<unknown> {
    if (broken) throw broken;
    try {
      return await querying(() => client.query(text, values));
    } catch (error) {
      if (error instanceof StoreError && error.code === 'unreachable') broken = error;
      // Whoever goes on in a transaction that the server has ended hears only that it has: what ended it is said in its place.
      if (first && error instanceof pg.DatabaseError && error.code === failedTransaction) throw first;
      first = error;
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
  const client = makeClient(settings);
  client.on('error', () => {});
  await connecting(settings, () => client.connect());
  return {
    query: async (text) => (await querying(() => client.query<Record<string, unknown>>(text))).rows,
    onNotification: (listen) => void client.on('notification', ({ payload }) => listen(payload ?? '')),
    onLost: (listen) => void client.once('end', listen),
    close: () => client.end().catch(() => {}),
  };
}

/** Connects; what it throws comes out as a StoreError that says what to do. */
async function connecting<T>(settings: pg.ClientConfig, connect: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  try {
    return await connect();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if (error instanceof pg.DatabaseError) throw openingError(error, { isGreeting: true });
    const known = troubleOf(error);
    if (known) throw postgresError(known, error);
    const isLate = performance.now() - startedAt >= connectTimeoutMs - 100;
    throw postgresError(await lookAt(settings, isLate), error);
  }
}

// What is left says nothing but a text: TLS that is not there, a password that is missing, a port where something else listens.
async function lookAt(settings: pg.ClientConfig, isLate: boolean): Promise<PostgresTrouble> {
  const { host, port, ssl } = makeClient(settings);
  const answerer = host.startsWith('/') ? 'silent' : await askForTls(host, port, connectTimeoutMs);
  if (answerer === 'not-postgres') return 'not-postgres';
  if (answerer === 'no-tls' && ssl) return 'no-tls';
  return isLate || answerer === 'silent' ? 'unreachable' : 'refused';
}

/** A client that has not connected yet: the URL is read here, and the files that it names. */
function makeClient(settings: pg.ClientConfig): pg.Client {
  try {
    return new pg.Client(settings);
  } catch (error) {
    throw postgresError('unreadable', error);
  }
}

/** Runs a query; what it throws comes out as a StoreError where an operator can do something about it. */
async function querying<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    const known = troubleOf(error);
    if (known) throw postgresError(known, error);
    if (error instanceof pg.DatabaseError) throw error;
    // What is left says nothing but a text: a connection that was cut, an answer that did not come.
    throw postgresError('unreachable', error);
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
