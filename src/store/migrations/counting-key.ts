import { type CreateTableBuilder, type Kysely, SqliteAdapter } from 'kysely';

/** Adds a primary key that counts up with every row, in the words of the database. */
export function addCountingKey<T extends string, C extends string>(
  db: Kysely<unknown>,
  table: CreateTableBuilder<T, C>,
  name: string,
): CreateTableBuilder<T, C | string> {
  return db.getExecutor().adapter instanceof SqliteAdapter
    ? table.addColumn(name, 'integer', (column) => column.primaryKey().autoIncrement())
    : table.addColumn(name, 'bigserial', (column) => column.primaryKey());
}
