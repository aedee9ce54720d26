import { Socket } from 'node:net';
import { vi } from 'vitest';

type Connect = { host?: string; port?: number | string; lookup?: LookupFunction };
type LookupFunction = (host: string, options: object, done: (...results: unknown[]) => void) => void;

/**
 * Watches this process's outgoing connections below the HTTP client: every address that a socket is about to connect to is
 * noted. Only `host:port` entries in `reachable` are connected to in truth; the rest fail as if nobody listened.
 */
export function watchConnections(reachable: () => string[]): { attempts: string[]; stop: () => void } {
  const attempts: string[] = [];
  const connect = Socket.prototype.connect;
  const refuse = () => Object.assign(new Error('nobody listens'), { code: 'ECONNREFUSED' });
  const spy = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
    // net.connect hands its normalised arguments over as one array, tls.connect its options as they are.
    const options = (Array.isArray(args[0]) ? args[0][0] : args[0]) as Connect;
    const lookup = options.lookup;
    const isLiteral = /^[\d.]+$|:/.test(options.host ?? '');
    const note = (address: string) => {
      attempts.push(`${address}:${options.port}`);
      return reachable().includes(`${address}:${options.port}`);
    };
    if (isLiteral && !note(options.host ?? '')) {
      setImmediate(() => this.destroy(refuse()));
      return this;
    }
    options.lookup = (host, lookupOptions, done) => {
      if (!lookup) throw new Error('a connection without a guarded lookup');
      lookup(host, lookupOptions, (error, found, family) => {
        const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
        if (error || addresses.map(note).includes(true)) done(error, found, family);
        else done(refuse());
      });
    };
    return Reflect.apply(connect, this, args);
  });
  return { attempts, stop: () => spy.mockRestore() };
}
