import { existsSync } from 'node:fs';
import { ConfigError, loadReadingConfig } from './config.ts';
import { help, readCommand, UsageError } from './data/arguments.ts';
import { runCommand } from './data/commands.ts';
import { StoreError } from './store/errors.ts';
import { openStore } from './store/open-store.ts';
import { restoreDatabase } from './store/sqlite/restore.ts';

const badArgument = 2;
const badConfig = 78;

async function run(argv: string[]): Promise<void> {
  const command = readCommand(argv);
  if (command.name === 'help') return print(help);
  const { databasePath: path, databaseUrl: url } = loadReadingConfig();
  if (command.name === 'restore') return restore(command, path, url);
  // A look at a file that is not there must not make one.
  if (url === undefined && !existsSync(path))
    throw new UsageError(`there is no database at ${path}; set DATABASE_PATH or DATABASE_URL as the bot has it`);
  // The old version may still run, or its operator want to go back to it: only what was restored is brought up to date here.
  const older = command.name === 'restored' ? 'update' : command.name === 'backup' ? 'leave' : 'refuse';
  const store = await openStore({ path, url, besideBot: true, older });
  try {
    await runCommand(command, store, { print, stream: process.stdout });
  } finally {
    await store.close();
  }
}

async function restore({ from, isSure }: { from: string; isSure: boolean }, path: string, url: string | undefined) {
  if (url !== undefined) throw new UsageError('a PostgreSQL database is restored with pg_restore (docs/operations.md)');
  if (!existsSync(from)) throw new UsageError(`cannot read ${from}`);
  if (!isSure) throw new UsageError(`This puts ${from} in the place of ${path}; add --yes`);
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const aside = await restoreDatabase(path, from, stamp);
  print(`${path} is now what ${from} holds.${aside === null ? '' : ` The file before it is ${aside}.`}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

// Whoever reads an export may stop reading, as `head` does. Anything else is said once, by whoever hears of it first.
process.stdout.on('error', end);

function end(error: unknown): void {
  const isOurs = error instanceof UsageError || error instanceof ConfigError || error instanceof StoreError;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (process.exitCode !== undefined) return;
  if (code === 'EPIPE') process.exitCode = 0;
  else if (isOurs) process.exitCode = error instanceof UsageError ? badArgument : badConfig;
  else process.exitCode = isWriting(error) ? badConfig : 1;
  if (code === 'EPIPE') return;
  const line = isOurs
    ? error.message
    : isWriting(error)
      ? 'What is printed cannot be written: check that there is room where it goes.'
      : `failed: ${error instanceof Error ? error.name : typeof error}`;
  process.stderr.write(`${line.replaceAll('\n', '; ')}\n`);
}

function isWriting(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'write';
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  end(error);
  // A connection that failed half-way stands until its server ends it, a minute later.
  process.exit();
});
