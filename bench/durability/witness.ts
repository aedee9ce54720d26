// Loaded before the program: writes down, outside the program's memory, when its HTTP client had read the last byte of a model's
// answer, and when that answer was handed to what keeps it, SQLite or PostgreSQL's socket. A line is written before the program's next step, so a kill cannot come between the two unseen.
import { subscribe } from 'node:diagnostics_channel';
import { openSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { DatabaseSync } from 'node:sqlite';

const file = openSync(process.env.BENCH_WITNESS ?? '/dev/null', 'a');
const calls = new WeakMap<object, string>();

function witness(what: 'read' | 'handed', which: string): void {
  writeSync(file, `${what} ${which} ${performance.timeOrigin + performance.now()}\n`);
}

subscribe('undici:request:headers', (message) => {
  // Casts: Node types the messages of its channels as unknown.
  const { request, response } = message as { request: object; response: { headers: Buffer[] } };
  const at = response.headers.findIndex((header) => header.toString() === 'x-call');
  if (at >= 0) calls.set(request, String(response.headers[at + 1]));
});
subscribe('undici:request:trailers', (message) => {
  const call = calls.get((message as { request: object }).request);
  if (call) witness('read', call);
});

function witnessHanded(text: string): void {
  const number = /opened case (\d+)/.exec(text)?.[1];
  if (number) witness('handed', number);
}

const { prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (sql, ...rest) {
  const statement = prepare.call(this, sql, ...rest);
  if (!sql.startsWith('insert into "steps"')) return statement;
  const run = statement.run.bind(statement) as (...values: unknown[]) => ReturnType<typeof statement.run>;
  statement.run = (...values: unknown[]) => {
    const [name, text] = values.filter((value) => typeof value === 'string');
    if (name?.startsWith('asked-')) witnessHanded(text ?? '');
    return run(...values);
  };
  return statement;
};

const { write } = Socket.prototype;
Socket.prototype.write = function (this: Socket, chunk: unknown, ...rest: never[]) {
  const result = write.call(this, chunk as never, ...rest);
  if (Buffer.isBuffer(chunk) && chunk.length > 200 && chunk.includes('asked-')) witnessHanded(chunk.toString('utf8'));
  return result;
} as typeof write;
