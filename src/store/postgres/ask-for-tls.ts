import { connect } from 'node:net';

// PostgreSQL's SSLRequest (postgresql.org/docs/current/protocol-message-formats.html): its length, and a number in the place of a version.
const sslRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/** What stands at an address: a server with TLS, one without, or no PostgreSQL at all; `silent` where nothing came in time. */
export type Answerer = 'tls' | 'no-tls' | 'not-postgres' | 'silent';

/**
 * Asks what stands at a host and port whether it speaks TLS, as every client of PostgreSQL may before it says who it is. A PostgreSQL
 * server answers with one letter; whatever else listens there says something else, or nothing.
 */
export function askForTls(host: string, port: number, timeoutMs: number): Promise<Answerer> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    const end = (answerer: Answerer) => {
      socket.destroy();
      resolve(answerer);
    };
    socket.setTimeout(timeoutMs, () => end('silent'));
    socket.on('error', () => end('silent'));
    socket.on('end', () => end('not-postgres'));
    socket.on('connect', () => socket.write(sslRequest));
    socket.once('data', (bytes) => {
      const letter = bytes.length === 1 ? bytes.toString('latin1') : '';
      end(letter === 'S' ? 'tls' : letter === 'N' ? 'no-tls' : 'not-postgres');
    });
  });
}
