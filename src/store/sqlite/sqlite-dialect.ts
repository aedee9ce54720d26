import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { WhenFree } from './patience.ts';

/** What the dialect needs of an SQLite binding; node:sqlite's DatabaseSync has it. */
export type SqliteDatabase = {
  readonly isTransaction: boolean;
  prepare(query: string): SqliteStatement;
  exec(query: string): void;
  close(): void;
};

type SqliteStatement = {
  columns(): unknown[];
  all(...parameters: SqliteValue[]): unknown[];
  run(...parameters: SqliteValue[]): { changes: number | bigint };
};

type SqliteValue = null | number | bigint | string | Uint8Array;

/**
 * kysely's dialect for one SQLite connection. Queries and transactions take turns on it (kysely sees to that, since the
 * adapter says that there is one connection only), and each runs to its end before the next line of ours.
 *
 * @param guard  wraps every call of the binding, to turn its errors into ours
 * @param whenFree  runs what another program may be in the way of; without it that is SQLite's own wait
 */
export function createSqliteDialect(
  database: SqliteDatabase,
  guard: <T>(work: () => T) => T,
  whenFree: WhenFree = async (work) => work(),
): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => createDriver(database, guard, whenFree),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

// SQLite rolls back changes of the schema like any others; kysely is only cautious about pragmas that we do not set there.
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function createDriver(database: SqliteDatabase, guard: <T>(work: () => T) => T, whenFree: WhenFree): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery) => {
      const run = () => guard(() => runQuery<R>(database, query));
      // Who is in a transaction has the lock already.
      if (database.isTransaction) return run();
      return whenFree(run, query.query.kind === 'SelectQueryNode' ? 'read' : 'write');
    },
    // biome-ignore lint/correctness/useYield: nothing of ours streams rows
    streamQuery: async function* () {
      throw new Error('rows are not streamed');
    },
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    // Immediate: a transaction that reads first and then writes would fail at once, not wait, if another program wrote between.
    beginTransaction: () => whenFree(() => guard(() => database.exec('begin immediate')), 'write'),
    commitTransaction: async () => guard(() => database.exec('commit')),
    // A full disk has rolled back already, and a second rollback would hide why.
    rollbackTransaction: async () => guard(() => (database.isTransaction ? database.exec('rollback') : undefined)),
    releaseConnection: async () => {},
    destroy: async () => database.close(),
  };
}

/** Runs one query to its end before it returns. */
export function runQuery<R>(database: SqliteDatabase, query: CompiledQuery): QueryResult<R> {
  const statement = database.prepare(query.sql);
  // A cast: kysely types parameters as unknown; a value SQLite cannot hold makes the binding throw.
  const parameters = query.parameters as SqliteValue[];
  // A cast: the row type is what the query builder worked out from the tables.
  if (statement.columns().length > 0) return { rows: statement.all(...parameters) as R[] };
  return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
}
