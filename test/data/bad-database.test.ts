import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { freePort } from '../free-port.ts';
import { serverUrl, temporaryFolder } from '../store/stores.ts';
import { type Ended, runEntry } from './run-entry.ts';
import { startSlack } from './start-slack.ts';

// Tokens, so that no demo workspace is opened; Slack is never reached, since the store is opened first.
const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:9/api/' };

const entries = [
  {
    name: 'the bot',
    run: (env: Record<string, string>, folder: string) => runEntry('main', [], { ...tokens, ...env }, folder),
  },
  {
    name: 'npm run data',
    run: (env: Record<string, string>, folder: string) => runEntry('data', ['queue'], env, folder),
  },
];

function expectOneLine({ code, out, err }: Ended, line: RegExp): void {
  expect({ code, out }).toEqual({ code: 78, out: '' });
  expect(err).toMatch(line);
  expect(err.trim().split('\n')).toHaveLength(1);
}

async function makeDatabase(folder: string): Promise<string> {
  const path = join(folder, 'byline.sqlite');
  await (await openStore({ path })).close();
  return path;
}

describe.each(entries)('$name', ({ run }) => {
  it('a file that is no database is left as it is', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'byline.sqlite');
    writeFileSync(path, 'Dear diary, this is not a database.'.repeat(100));
    const before = readFileSync(path);
    expectOneLine(await run({ DATABASE_PATH: path }, folder), /damaged or not a Byline database/);
    expect(readFileSync(path)).toEqual(before);
  }, 60_000);

  it('a database with damaged pages is left as it is', async () => {
    const folder = temporaryFolder();
    const path = await makeDatabase(folder);
    const bytes = readFileSync(path);
    // Past the first pages, which hold the list of tables.
    bytes.fill(0xa5, 8192, bytes.length - 4096);
    writeFileSync(path, bytes);
    expectOneLine(await run({ DATABASE_PATH: path }, folder), /damaged or not a Byline database/);
    expect(readFileSync(path)).toEqual(bytes);
  }, 60_000);

  it('a file of a newer version is left as it is', async () => {
    const folder = temporaryFolder();
    const path = await makeDatabase(folder);
    const database = new DatabaseSync(path);
    database.exec("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2036-01-01')");
    database.close();
    const before = readFileSync(path);
    expectOneLine(await run({ DATABASE_PATH: path }, folder), /newer version/);
    expect(readFileSync(path)).toEqual(before);
  }, 60_000);

  // Such a server keeps the connection for a minute.
  it.skipIf(!serverUrl || new URL(serverUrl).password === '')(
    'a password that the server asks for and the URL has not is said at once',
    async () => {
      const url = new URL(serverUrl ?? '');
      url.password = '';
      expectOneLine(await run({ DATABASE_URL: url.href }, temporaryFolder()), /check user, password/);
    },
    40_000,
  );

  it('a DATABASE_URL without a server behind it is named, its password is not, and no file is made instead', async () => {
    const folder = temporaryFolder();
    const port = await freePort();
    const url = `postgresql://byline:canary-5512@127.0.0.1:${port}/byline`;
    const ended = await run({ DATABASE_URL: url }, folder);
    expectOneLine(ended, /PostgreSQL does not answer.*DATABASE_URL/);
    expect(ended.err).not.toMatch(/canary/);
    expectOneLine(await run({ DATABASE_URL: 'mysql://canary-5512@db/byline' }, folder), /DATABASE_URL/);
    expect(readdirSync(folder)).toEqual([]);
  }, 60_000);
});

describe('the bot', () => {
  it('an address or a port of its own that it cannot listen on is named', async () => {
    const folder = temporaryFolder();
    const slackUrl = await startSlack();
    const [bot] = entries;
    const http = {
      SLACK_APP_TOKEN: '',
      SLACK_SIGNING_SECRET: 's',
      SLACK_API_URL: slackUrl,
      PORT: String(await freePort()),
    };
    const run = (env: Record<string, string>) =>
      bot?.run({ ...http, ...env, DATABASE_PATH: join(folder, 'byline.sqlite') }, folder) ?? Promise.reject();
    const taken = new URL(slackUrl).port;
    expectOneLine(await run({ HOST: '999.1.1.1' }), /^HOST /);
    expectOneLine(await run({ HEALTH_HOST: 'nope.invalid', HEALTH_PORT: String(await freePort()) }), /^HEALTH_HOST /);
    expectOneLine(await run({ PORT: taken }), /\bPORT is taken/);
    expectOneLine(await run({ HEALTH_PORT: taken }), /\bHEALTH_PORT is taken/);
  }, 60_000);

  it('a folder that cannot be written to is named', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'file');
    writeFileSync(file, 'in the way');
    const [bot] = entries;
    const ended = await bot?.run({ DATABASE_PATH: join(file, 'byline.sqlite') }, folder);
    expectOneLine(ended ?? { code: 0, out: '', err: '' }, /cannot be written/);
    expect(readFileSync(file, 'utf8')).toBe('in the way');
  }, 60_000);
});
