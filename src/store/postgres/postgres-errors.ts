import { StoreError, type StoreFailure } from '../errors.ts';

/** Each way a PostgreSQL database can fail that an operator can do something about. */
export type PostgresTrouble = keyof typeof troubles;

// They name the setting, never its value, which may hold a password.
const troubles = {
  unreachable: [
    'unreachable',
    'PostgreSQL does not answer: check that the server runs, and host and port in DATABASE_URL.',
  ],
  'no-connection-left': [
    'unreachable',
    'PostgreSQL has no connection left for Byline, which takes up to nine a process: raise max_connections or the limit of its user or database.',
  ],
  unreadable: [
    'refused',
    'DATABASE_URL cannot be read: check its form, that / ? # @ : in the password are escaped, and the files that it names (sslrootcert, sslcert, sslkey).',
  ],
  'not-postgres': [
    'refused',
    'What answers at host and port of DATABASE_URL is no PostgreSQL server: correct them (5432 is the usual port).',
  ],
  'no-tls': [
    'refused',
    'The PostgreSQL server has no TLS, which sslmode in DATABASE_URL asks for: turn it on there, or leave sslmode out on a network you trust.',
  ],
  certificate: [
    'refused',
    'The certificate of the PostgreSQL server could not be verified: name its authority with sslrootcert=<file> in DATABASE_URL, and the host as the certificate does.',
  ],
  credentials: [
    'refused',
    'PostgreSQL did not accept the user or the password: check both in DATABASE_URL, and that the server’s pg_hba.conf lets them in from here, with or without TLS (sslmode).',
  ],
  database: [
    'refused',
    'The database that DATABASE_URL names does not exist or takes no connections: create it, or correct its name.',
  ],
  schema: [
    'refused',
    'The schema that DATABASE_URL names does not exist, or its user may not use it: create it with that user as its owner, or correct search_path.',
  ],
  rights: [
    'refused',
    'The user of DATABASE_URL may not create and change tables there: make it the owner of its database, or of a schema of its own (docs/operations.md).',
  ],
  encoding: [
    'refused',
    'The database of DATABASE_URL cannot hold every script: create one with encoding ‘UTF8’. It was left as it is.',
  ],
  refused: [
    'refused',
    'PostgreSQL did not let Byline in: check user, password, database and sslmode in DATABASE_URL, and the server’s log.',
  ],
  options: [
    'refused',
    'PostgreSQL, or a pooler in front of it, did not take the settings of the connection: correct options in DATABASE_URL; a pooler has to let statement_timeout and idle_in_transaction_session_timeout pass (docs/operations.md).',
  ],
  failed: [
    'refused',
    'PostgreSQL answered with an error: look for it in the server’s log, and check DATABASE_URL. The tables are as they were.',
  ],
  foreign: [
    'corrupt',
    'The database of DATABASE_URL holds tables of another program; give Byline a database or a schema of its own. It was left as it is.',
  ],
  incomplete: [
    'corrupt',
    'Tables of Byline are missing in the database of DATABASE_URL: restore a backup, or give Byline an empty database or schema. It was left as it is.',
  ],
  'older-schema': [
    'older-schema',
    'The database of DATABASE_URL was made by an older version of Byline; start Byline first, which brings it up to date, or use that version. It was left as it is.',
  ],
  'newer-schema': [
    'newer-schema',
    'The database of DATABASE_URL was made by a newer version of Byline; run that version. It was left as it is.',
  ],
  unwritable: [
    'unwritable',
    'PostgreSQL cannot be written: check that its disk has room and that it is no read-only copy.',
  ],
  unsupported: ['unsupported', 'A PostgreSQL database is backed up with pg_dump (docs/operations.md).'],
} as const satisfies Record<string, readonly [StoreFailure, string]>;

/** The failure for each way a PostgreSQL database can fail, with its sentence. */
export function postgresError(trouble: PostgresTrouble, cause?: unknown): StoreError {
  const [code, sentence] = troubles[trouble];
  return new StoreError(code, sentence, { cause });
}

/**
 * What a server's error, of whatever kind, says to whoever starts Byline; other errors as they are.
 *
 * @param isGreeting  it answered to the first words of a connection, before any query
 */
export function openingError(error: unknown, { isGreeting = false }: { isGreeting?: boolean } = {}): unknown {
  const code = sqlStateOf(error);
  if (code === undefined) return error;
  if (isGreeting && /^(42704|42601|22023|08P01)$/.test(code)) return withCode(postgresError('options', error), code);
  const known = troubleOf(error);
  return known ? postgresError(known, error) : withCode(postgresError('failed', error), code);
}

// PostgreSQL's are five capitals and digits; Node's and the system's are words.
function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof StoreError || !('code' in error)) return undefined;
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(String(error.code)) ? String(error.code) : undefined;
}

function withCode({ code, message, cause }: StoreError, sqlState: string): StoreError {
  return new StoreError(code, `${message} (SQLSTATE ${sqlState})`, { cause });
}

// PostgreSQL's error codes (postgresql.org/docs/current/errcodes-appendix.html) by their beginning, the system's and Node's own.
const byCode: [RegExp, PostgresTrouble][] = [
  [/^53300/, 'no-connection-left'],
  [/^(08|57P0)/, 'unreachable'],
  [/^(53100|53200|25006)/, 'unwritable'],
  [/^28/, 'credentials'],
  [/^(3D000|55000)/, 'database'],
  [/^3F000/, 'schema'],
  [/^42501/, 'rights'],
  [/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOST|ENET|ENOENT)/, 'unreachable'],
  [/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/, 'certificate'],
];

/** What a failure's code says; undefined where it has none that an operator can do something about. */
export function troubleOf(error: unknown): PostgresTrouble | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return byCode.find(([pattern]) => pattern.test(code))?.[1];
}
