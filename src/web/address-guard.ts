import { promises as dns, type LookupAddress } from 'node:dns';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { buildConnector } from 'undici';

/** All addresses of a host name; rejects where there is none. */
export type Lookup = (hostname: string) => Promise<LookupAddress[]>;

/** What is wrong with a link before anything is sent. */
export type UrlFault = 'scheme' | 'userinfo' | 'port' | 'address';

/** Decides which hosts, ports and addresses may be connected to. */
export type AddressGuard = {
  /** What forbids this URL, from its text alone; undefined where its host's addresses still have to be looked at. */
  findFault(url: URL): UrlFault | undefined;
  /** @param host  a name or an address without brackets, as in the URL; an allowed private host may have any address */
  blocksAddress(address: string, host: string, port: number): boolean;
};

/** Thrown in place of a connection to an address that is not public. */
export class AddressBlocked extends Error {
  override readonly name = 'AddressBlocked';
  readonly code = 'BLOCKED_ADDRESS';
}

// IANA's special-purpose registries, plus 168.63.129.16: a cloud's host service on a public address.
const privateIPv4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
// Global unicast is 2000::/3 alone: that leaves out loopback, mapped and compatible IPv4, NAT64, unique and link local.
// Of it: protocol assignments with Teredo, documentation, 6to4 (an IPv4 address in disguise).
const globalIPv6 = ['2000::', 3] as const;
const privateIPv6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const blockedIPv4 = new BlockList();
for (const [net, prefix] of privateIPv4) blockedIPv4.addSubnet(net, prefix, 'ipv4');
const blockedIPv6 = new BlockList();
for (const [net, prefix] of privateIPv6) blockedIPv6.addSubnet(net, prefix, 'ipv6');
const openIPv6 = new BlockList();
openIPv6.addSubnet(globalIPv6[0], globalIPv6[1], 'ipv6');

/** Tells whether an address is on the public internet. False for anything that is no address, and for scoped ones. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blockedIPv4.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  return openIPv6.check(address, 'ipv6') && !blockedIPv6.check(address, 'ipv6');
}

const ordinaryPorts = new Set([80, 443, 8080, 8443]);

/**
 * A guard that lets public addresses through, on ports 80, 443, 8080 and 8443.
 *
 * @param allowedPrivateHosts  intranet hosts whose address may be private: `host` on those ports, `host:port` on that port
 *   alone. Link-local addresses (a cloud's metadata service) stay blocked unless the entry is the address itself.
 */
export function createAddressGuard(allowedPrivateHosts: readonly string[] = []): AddressGuard {
  const allowed = new Set(allowedPrivateHosts.map(toEntry));
  const isAllowed = (host: string, port: number) =>
    allowed.has(`${host}:${port}`) || (ordinaryPorts.has(port) && allowed.has(host));

  function blocksAddress(address: string, host: string, port: number): boolean {
    if (isPublicAddress(address)) return false;
    if (!isIP(address) || !isAllowed(toHostKey(host), port)) return true;
    return toHostKey(host) !== toHostKey(address) && isLinkLocal(address);
  }

  function findFault(url: URL): UrlFault | undefined {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
    if (url.username || url.password) return 'userinfo';
    const port = portOf(url);
    const host = toHostKey(url.hostname);
    if (!ordinaryPorts.has(port) && !isAllowed(host, port)) return 'port';
    return isIP(host) && blocksAddress(host, host, port) ? 'address' : undefined;
  }

  return { findFault, blocksAddress };
}

/**
 * Tells whether a page is one that anybody can read, by its address: false where its host is one of the private ones, on whatever
 * port, and for what is no link.
 */
export function createPublicPageTest(allowedPrivateHosts: readonly string[] = []): (link: string) => boolean {
  const privateHosts = new Set(allowedPrivateHosts.map((entry) => readEntry(entry).host));
  return (link) => {
    const url = URL.parse(link);
    if (!url || !/^https?:$/.test(url.protocol)) return false;
    const host = toHostKey(url.hostname);
    return !privateHosts.has(host) && (!isIP(host) || isPublicAddress(host));
  };
}

/** The port that a URL of http or https leads to. */
function portOf(url: URL): number {
  if (url.port) return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function isLinkLocal(address: string): boolean {
  return /^(169\.254\.|fe[89ab])/i.test(address) || address.includes('%') || /^(0\.|::$)/.test(address);
}

/** A host as the sets hold it: lower case, no brackets, no final dot. */
function toHostKey(host: string): string {
  return host
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}

/** A settings entry in the form that URLs have: `Intranet.example:8000`, `[::1]:4010`, `::1`. */
function toEntry(entry: string): string {
  const { host, port } = readEntry(entry);
  return port === undefined ? host : `${host}:${port}`;
}

function readEntry(entry: string): { host: string; port?: number } {
  const text = entry.trim();
  if (isIPv6(text)) return { host: toHostKey(new URL(`http://[${text}]`).hostname) };
  const port = /:(\d{1,5})$/.exec(text)?.[1];
  const host = port ? text.slice(0, -port.length - 1) : text;
  const key = URL.canParse(`http://${host}`) ? toHostKey(new URL(`http://${host}`).hostname) : toHostKey(host);
  return port ? { host: key, port: Number(port) } : { host: key };
}

/**
 * A connector for undici that resolves names by itself and connects only where the guard blocks none of the addresses:
 * one private address among public ones is a sign of rebinding. Address literals, which are never looked up, are checked
 * too. Fails with AddressBlocked.
 */
export function createGuardedConnector(
  guard: AddressGuard,
  { lookup = lookupAll, connectMs }: { lookup?: Lookup; connectMs: number },
): buildConnector.connector {
  return (target, callback) => {
    const host = toHostKey(target.hostname);
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    if (isIP(host) && guard.blocksAddress(host, host, port)) {
      callback(new AddressBlocked(), null);
      return;
    }
    const connect = buildConnector({
      timeout: connectMs,
      allowH2: false,
      maxCachedSessions: 0,
      lookup: (hostname, options, done) => {
        lookup(hostname).then(
          (addresses) => {
            const first = addresses[0];
            if (!first) done(new Error('no address'), '', 0);
            else if (addresses.some(({ address }) => guard.blocksAddress(address, host, port)))
              done(new AddressBlocked(), '', 0);
            else if (options.all) done(null, addresses);
            else done(null, first.address, first.family);
          },
          (error: NodeJS.ErrnoException) => done(error, '', 0),
        );
      },
    });
    connect(target, callback);
  };
}

function lookupAll(hostname: string): Promise<LookupAddress[]> {
  return dns.lookup(hostname, { all: true });
}
