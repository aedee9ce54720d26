import type { Server } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import type { Log } from '../ports.ts';
import { nameError, toLibraryLogger } from './library-log.ts';

const clockSkewSeconds = 300;
const stopTimeoutMs = 2000;

/** The HTTP server for Slack's requests, at POST /slack/events. */
export type SlackHttp = {
  receiver: HTTPReceiver;
  start: () => Promise<{ port: number }>;
  stop: () => Promise<void>;
  /** Whether requests are taken. */
  isConnected: () => boolean;
};

/**
 * Makes the HTTP receiver. Signatures are Bolt's; timestamps ahead of the clock, which Bolt takes, are refused here.
 *
 * @param now  epoch milliseconds
 */
export function createHttp({
  signingSecret,
  host,
  port,
  log,
  now = Date.now,
}: {
  signingSecret: string;
  host: string;
  port: number;
  log: Log;
  now?: () => number;
}): SlackHttp {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: toLibraryLogger(log),
    processEventErrorHandler: async ({ error, response }) => {
      log.error({ error: nameError(error) }, 'slack event not taken');
      if (!response.headersSent) response.writeHead(503).end();
      return true;
    },
    unhandledRequestHandler: ({ response }) => {
      log.error({}, 'slack event not taken in time');
      if (!response.headersSent) response.writeHead(503).end();
    },
  });

  const listen = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const seconds = Number(request.headers['x-slack-request-timestamp']);
    if (seconds > now() / 1000 + clockSkewSeconds) {
      log.warn({}, 'slack request from the future refused');
      response.writeHead(401).end();
      return;
    }
    // Bolt reads a form only under the bare name; proxies add a charset.
    const contentType = request.headers['content-type'];
    if (contentType?.startsWith('application/x-www-form-urlencoded;'))
      request.headers['content-type'] = 'application/x-www-form-urlencoded';
    listen(request, response);
  };

  let server: Server | undefined;
  return {
    receiver,
    start: async () => {
      const listening: Server = await receiver.start({ host, port });
      server = listening;
      const address = listening.address();
      return { port: typeof address === 'object' && address ? address.port : port };
    },
    stop: async () => {
      if (!server) return;
      const cut = setTimeout(() => server?.closeAllConnections(), stopTimeoutMs);
      await receiver.stop();
      clearTimeout(cut);
      server = undefined;
    },
    isConnected: () => server?.listening === true,
  };
}
