// What is lost, doubled and paid twice when things break: the whole program against a Slack, a model and a news site of the bench's
// own. `npm run bench:durability [-- kills slack faults throughput growth] [--rounds 100] [--jobs 10000] [--seed 1]`; everything unless
// named, about half an hour. Bounded: every wait has an end, and whatever is not there by then counts as lost. PostgreSQL is
// measured where Debian's postgresql is installed, on a private server.
import { parseArgs } from 'node:util';
import { openSchema, openSqlite } from './durability/database.ts';
import { measureClock, measureDatabaseGone, measureFullDisk, measureReadOnly } from './durability/faults.ts';
import { measureKills } from './durability/kills.ts';
import { openPostgresServer } from './durability/postgres-server.ts';
import { createRandom } from './durability/random.ts';
import { measureSlackTrouble } from './durability/slack-trouble.ts';
import { measureGrowth, measureThroughput } from './durability/throughput.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '100' },
    jobs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    on: { type: 'string', default: 'both' },
  },
});
const seed = Number(values.seed);
const rounds = Number(values.rounds);
const random = createRandom(seed);
const isAsked = (name: string) => positionals.length === 0 || positionals.includes(name);
const onSqlite = values.on !== 'postgresql';

const server = values.on === 'sqlite' ? undefined : await openPostgresServer();
console.log(`node ${process.version}, seed ${seed}${server ? '' : ', without PostgreSQL'}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server?.remove();
    process.exit(130);
  });
}
try {
  if (isAsked('kills')) {
    if (onSqlite) await measureKills(openSqlite(), { processes: 1, rounds, random });
    if (server) await measureKills(await openSchema(server), { processes: 2, rounds, random });
  }
  if (isAsked('slack')) {
    if (onSqlite) await measureSlackTrouble(openSqlite(), { processes: 1, random });
    if (server) await measureSlackTrouble(await openSchema(server), { processes: 2, random });
  }
  if (isAsked('faults')) {
    if (onSqlite) {
      await measureFullDisk(random);
      await measureReadOnly(random);
      await measureClock(random);
    }
    if (server) await measureDatabaseGone(server, random);
  }
  if (isAsked('throughput') && server) await measureThroughput(server, Number(values.jobs));
  if (isAsked('growth') && server) await measureGrowth(server);
} finally {
  server?.remove();
}
