// Loaded before the program: the news site of the bench under a public name, so that what is drafted of it is kept for the next
// post (pages of private hosts never are). The name has a public address here and leads to the bench's own port; nothing else is touched.
import dns from 'node:dns/promises';
import net from 'node:net';
import { publicNewsHost } from './shared-articles.ts';

const port = Number(process.env.BENCH_NEWS_PORT);
const { lookup } = dns;
const { connect } = net;

// Cast: the address guard asks for all addresses, and that is the only form answered here.
dns.lookup = (async (name: string, options: { all: true }) =>
  name === publicNewsHost ? [{ address: '93.184.215.14', family: 4 }] : lookup(name, options)) as typeof dns.lookup;

// Cast: undici gives its options as one object, and that is the only form looked at.
net.connect = ((...given: [net.NetConnectOpts, (() => void)?]) => {
  const [options] = given;
  const isNews = 'host' in options && options.host === publicNewsHost;
  return isNews ? connect({ host: '127.0.0.1', port }) : connect(...given);
}) as typeof net.connect;
