import { parseArgs } from 'node:util';

/** A wrong argument; its message is the one line for standard error. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What an operator asked for. `workspace` and `channel` are Slack's ids. */
export type Command =
  | { name: 'help' }
  | { name: 'export'; place: Place; to: string | undefined }
  | { name: 'delete'; place: Place; isSure: boolean }
  | { name: 'failed'; limit: number; json: boolean }
  | { name: 'retry'; ids: string[] }
  | { name: 'queue'; json: boolean }
  | { name: 'backup'; to: string }
  | { name: 'restore'; from: string; isSure: boolean }
  | { name: 'restored' };

export type Place = { team: string; channel?: string };

/** What `--help` prints. */
export const help = `Byline's data, for the operator. Works beside a running bot, on DATABASE_PATH or DATABASE_URL.

  npm run data -- export --workspace T… [--channel C…] [--to file]   everything kept of it, as JSON lines
  npm run data -- delete --workspace T… [--channel C…] --yes         deletes all of that, for ever
  npm run data -- queue [--json]                                     what waits, runs and was given up
  npm run data -- failed [--limit n] [--json]                        jobs that were given up, by code, without text
  npm run data -- retry <id> …                                       tries such jobs again; nothing is paid or posted twice
  npm run data -- backup <file>                                      copies the SQLite file, also while the bot runs
  npm run data -- restore <file> --yes                               puts a copy in its place; stop the bot first
  npm run data -- restored                                           after pg_restore, before the bot starts again

Exit codes: 0 done, 2 a wrong argument, 78 the database, a file or a setting is wrong (and nothing was overwritten).`;

/**
 * Reads the words behind `npm run data --`.
 *
 * @throws UsageError
 */
export function readCommand(argv: string[]): Command {
  const options = {
    workspace: { type: 'string' },
    channel: { type: 'string' },
    to: { type: 'string' },
    limit: { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    // parseArgs says in one line which argument it does not know.
    throw new UsageError(
      error instanceof Error ? (error.message.split('\n')[0] ?? 'wrong argument') : 'wrong argument',
    );
  }
  const { values, positionals } = parsed;
  const [name, ...more] = positionals;
  if (values.help || name === 'help') return { name: 'help' };
  const one = (what: string): string => {
    const [only, ...rest] = more;
    if (only === undefined || only === '' || rest.length > 0) throw new UsageError(`${name} needs ${what}`);
    return only;
  };
  const none = () => {
    if (more.length > 0) throw new UsageError(`${name} takes no ${more[0]}; see npm run data -- --help`);
  };
  switch (name) {
    case 'export':
      none();
      return { name, place: readPlace(values), to: values.to };
    case 'delete':
      none();
      return { name, place: readPlace(values), isSure: values.yes };
    case 'failed':
      none();
      if (!/^[1-9]\d{0,5}$/.test(values.limit)) throw new UsageError('--limit needs a whole number from 1');
      return { name, limit: Number(values.limit), json: values.json };
    case 'retry':
      if (more.length === 0 || !more.every((id) => /^\d{1,15}$/.test(id)))
        throw new UsageError('retry needs the ids that npm run data -- failed lists');
      return { name, ids: more };
    case 'queue':
      none();
      return { name, json: values.json };
    case 'backup':
      return { name, to: one('one file to write') };
    case 'restored':
      none();
      return { name };
    case 'restore':
      return { name, from: one('one file to read'), isSure: values.yes };
    default:
      throw new UsageError(
        `${name === undefined ? 'a command is missing' : `no command ${name}`}; see npm run data -- --help`,
      );
  }
}

function readPlace({ workspace, channel }: { workspace?: string; channel?: string }): Place {
  if (workspace === undefined || !/^[TE][A-Z0-9]+$/.test(workspace))
    throw new UsageError('--workspace needs a workspace’s id, T…');
  if (channel === undefined) return { team: workspace };
  if (!/^[CDG][A-Z0-9]+$/.test(channel)) throw new UsageError('--channel needs a channel’s id, C…, not its name');
  return { team: workspace, channel };
}
