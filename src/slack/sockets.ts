import type { Receiver } from '@slack/bolt';
import { createSocket, type Socket } from './socket.ts';

/** Several Socket Mode connections as one: Slack sends each envelope over one of them. */
export type Sockets = Omit<Socket, 'receiver'> & { receiver: Receiver };

/**
 * Makes `count` connections that stay up each by itself: while Slack closes one to refresh it, the others take what comes.
 *
 * @param count  Slack takes ten of an app at most
 */
export function createSockets(count: number, parts: Parameters<typeof createSocket>[0]): Sockets {
  let isLost = false;
  const onLost = (error: unknown) => {
    if (!isLost) parts.onLost(error);
    isLost = true;
  };
  const sockets = Array.from({ length: count }, () => createSocket({ ...parts, onLost }));
  const start = async () => {
    await Promise.all(sockets.map((socket) => socket.start()));
    return { port: null };
  };
  const stop = async () => {
    await Promise.all(sockets.map((socket) => socket.stop()));
  };
  return {
    receiver: {
      init: (app) => {
        for (const { receiver } of sockets) receiver.init(app);
      },
      start,
      stop,
    },
    start,
    stop,
    isConnected: () => sockets.some((socket) => socket.isConnected()),
  };
}
