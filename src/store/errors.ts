/**
 * `newer-schema`: a later version of Byline made it. `unwritable`: no room, no permission, or no such place. `exists`: a copy would overwrite it. `unreachable`: the server
 * does not answer. `refused`: it does, and does not let us in. `unsupported`: not on this database.
 */
export type StoreFailure =
  | 'locked'
  | 'corrupt'
  | 'newer-schema'
  | 'unwritable'
  | 'exists'
  | 'unreachable'
  | 'refused'
  | 'unsupported';

/** Why the store cannot be used. The message is one sentence for the operator that says what to do; nothing was overwritten. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreFailure;

  constructor(code: StoreFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type FileFailure = Exclude<StoreFailure, 'unreachable' | 'refused' | 'unsupported'>;

/** The sentence for each way a database file can fail, with its path. */
export function storeError(code: FileFailure, path: string, cause?: unknown): StoreError {
  return new StoreError(code, sentences[code](path), { cause });
}

const sentences: Record<FileFailure, (path: string) => string> = {
  locked: (path) => `${path} is in use by another Byline; stop that one or choose another file.`,
  corrupt: (path) =>
    `${path} is damaged or not a Byline database; restore a backup or move the file away. It was left as it is.`,
  'newer-schema': (path) => `${path} was made by a newer version of Byline; run that version. It was left as it is.`,
  exists: (path) => `${path} exists already; choose another name or move it away.`,
  unwritable: (path) =>
    `${path} cannot be written; check that the folder exists, may be written to and has room left on its disk.`,
};

export type PostgresFailure = Exclude<StoreFailure, 'locked' | 'exists'>;

/** The sentence for each way a PostgreSQL database can fail. It names the setting, never its value, which may hold a password. */
export function postgresError(code: PostgresFailure, cause?: unknown): StoreError {
  return new StoreError(code, postgresSentences[code], { cause });
}

const postgresSentences: Record<PostgresFailure, string> = {
  unreachable: 'PostgreSQL does not answer: check that the server runs, and host and port in DATABASE_URL.',
  refused:
    'PostgreSQL did not let Byline in: check user, password, database, schema and sslmode in DATABASE_URL, and that the user may create tables there.',
  corrupt:
    'The database of DATABASE_URL holds tables of another program; give Byline a database or a schema of its own. It was left as it is.',
  'newer-schema':
    'The database of DATABASE_URL was made by a newer version of Byline; run that version. It was left as it is.',
  unwritable: 'PostgreSQL cannot be written: check that its disk has room and that it is no read-only copy.',
  unsupported: 'A PostgreSQL database is backed up with pg_dump (docs/operations.md).',
};
