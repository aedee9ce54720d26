// Loaded before the program: the news site of the bench under a public name, so that what is drafted of it is kept for the next
// post (pages of private hosts never are). The name has a public address here and leads to the bench's own port; nothing else is touched.
import dns from 'node:dns/promises';
import net from 'node:net';
import { publicNewsHost } from './shared-articles.ts';

const port = Number(process.env.BENCH_NEWS_PORT);
const { lookup } = dns;
const { connect } = net;

dns.lookup = (async (name: string, ...rest: never[]) =>
  name === publicNewsHost ? [{ address: '93.184.215.14', family: 4 }] : lookup(name, ...rest)) as typeof dns.lookup;

net.connect = ((...given: never[]) => {
  const [options] = given as [{ host?: string } | undefined];
  return options?.host === publicNewsHost ? connect({ host: '127.0.0.1', port }) : connect(...given);
}) as typeof net.connect;
