import { setTimeout as wait } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Log } from '../ports.ts';
import { nameError, toLibraryLogger } from './library-log.ts';
import { platformErrorName, toSlackError } from './slack-errors.ts';

// Slack will say the same to every further try.
const hopeless = new Set(['not_authed', 'invalid_auth', 'account_inactive', 'user_removed_from_team', 'team_disabled']);
const helloTimeoutMs = 30_000;
const longestPauseMs = 30_000;
const closeTimeoutMs = 2000;

/** A Socket Mode connection that stays up. */
export type Socket = {
  receiver: SocketModeReceiver;
  /** Throws SlackError. */
  start: () => Promise<{ port: null }>;
  stop: () => Promise<void>;
  /** Whether Slack has said hello and has not gone since. */
  isConnected: () => boolean;
};

/**
 * Makes a Socket Mode receiver that reconnects by itself: at once after Slack closes the connection, then with growing
 * pauses. The library's own reconnecting (3.1.0) waits five seconds and ends in unhandled rejections, so it is off.
 *
 * @param onLost  called when Slack has refused the app token for good; nothing will arrive any more
 */
export function createSocket({
  appToken,
  clientOptions,
  log,
  onLost,
}: {
  appToken: string;
  clientOptions: WebClientOptions;
  log: Log;
  onLost: (error: unknown) => void;
}): Socket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: toLibraryLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    processEventErrorHandler: async ({ error }) => {
      log.error({ error: nameError(error) }, 'slack event not taken');
      return false;
    },
  });
  const { client } = receiver;
  const stopping = new AbortController();
  let reconnecting = false;
  let connected = false;
  catchMessageErrors(client, log);

  // Resolves on Slack's hello.
  async function connect(): Promise<void> {
    const late = setTimeout(() => void disconnect(), helloTimeoutMs);
    try {
      await client.start();
      connected = true;
    } finally {
      clearTimeout(late);
    }
  }

  // A peer that does not answer the close is dropped: the second call cuts the connection.
  async function disconnect(): Promise<void> {
    const closed = client.disconnect();
    const force = setTimeout(() => void client.disconnect(), closeTimeoutMs);
    await closed;
    clearTimeout(force);
  }

  async function reconnect(): Promise<void> {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      const pauseMs = attempt === 0 ? 0 : Math.min(longestPauseMs, 250 * 2 ** attempt);
      await wait(pauseMs, undefined, { signal: stopping.signal });
      try {
        await connect();
        // Told to stop while it was connecting: what is open now must not stay open.
        if (stopping.signal.aborted) return disconnect();
        log.info({ attempt }, 'slack socket connected again');
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        const name = platformErrorName(error);
        log.warn({ attempt, error: nameError(error) }, 'slack socket not connected');
        if (name !== undefined && hopeless.has(name)) return onLost(error);
      }
    }
  }

  client.on('disconnected', () => {
    connected = false;
    if (stopping.signal.aborted || reconnecting) return;
    reconnecting = true;
    reconnect()
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) onLost(error);
      })
      .finally(() => {
        reconnecting = false;
      });
  });

  return {
    receiver,
    start: async () => {
      reconnecting = true;
      try {
        await connect();
        return { port: null };
      } catch (error) {
        throw toSlackError(error);
      } finally {
        reconnecting = false;
      }
    },
    stop: async () => {
      stopping.abort();
      connected = false;
      await disconnect();
    },
    isConnected: () => connected,
  };
}

// The library reads every envelope in an async listener that nobody awaits; one of an unknown shape (`app_rate_limited` has
// no event inside) would be an unhandled rejection and end the process.
function catchMessageErrors(client: SocketModeReceiver['client'], log: Log): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  for (const listener of listeners) {
    client.on('ws_message', (...message: unknown[]) => {
      // Typed as void; it is an async function.
      const reading: unknown = listener(...message);
      Promise.resolve(reading).catch((error: unknown) => {
        log.warn({ error: nameError(error) }, 'slack envelope not understood');
      });
    });
  }
}
