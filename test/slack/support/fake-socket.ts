import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

export type FakeSocket = {
  url: string;
  /** Connections opened so far, and those open now. */
  opened: () => number;
  open: () => number;
  /** Sends an envelope to the newest connection. */
  send: (envelope: Record<string, unknown>) => void;
  /** Envelope ids that were acknowledged, with what they were acknowledged with. */
  acks: Map<string, unknown>;
  /** Says hello to new connections; without, they stay silent. */
  greets: boolean;
  /** Asks the oldest connection to go, as Slack does before it closes one. */
  refresh: (reason?: 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets') => void;
  /** Drops every connection without a word. */
  drop: () => void;
  close: () => Promise<void>;
};

/** The server's side of Socket Mode on loopback: WebSocket frames written by hand, as far as Slack uses them. */
export async function startFakeSocket(): Promise<FakeSocket> {
  const sockets: Socket[] = [];
  let opened = 0;
  const server = createServer();
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    opened += 1;
    sockets.push(socket);
    const forget = () => sockets.splice(sockets.indexOf(socket) >>> 0, 1);
    socket.on('close', forget).on('error', forget);
    readFrames(socket, (text) => {
      const { envelope_id: id, payload } = JSON.parse(text);
      fake.acks.set(id, payload);
    });
    if (fake.greets) writeText(socket, JSON.stringify({ type: 'hello', num_connections: 1 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();

  const fake: FakeSocket = {
    url: `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/link`,
    opened: () => opened,
    open: () => sockets.length,
    send: (envelope) => {
      const socket = sockets.at(-1);
      if (!socket) throw new Error('no connection');
      writeText(socket, JSON.stringify(envelope));
    },
    refresh: (reason = 'refresh_requested') => {
      const [socket] = sockets;
      if (socket) writeText(socket, JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'fake' } }));
    },
    acks: new Map(),
    greets: true,
    drop: () => {
      for (const socket of [...sockets]) socket.destroy();
    },
    close: () => {
      fake.drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return fake;
}

const opcodes = { text: 1, close: 8, ping: 9, pong: 10 };

function writeText(socket: Socket, text: string): void {
  writeFrame(socket, opcodes.text, Buffer.from(text));
}

function writeFrame(socket: Socket, opcode: number, payload: Buffer): void {
  const size = payload.length;
  const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  head.set([0x80 | opcode, size < 126 ? size : size < 65_536 ? 126 : 127]);
  if (head.length === 4) head.writeUInt16BE(size, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(size), 2);
  if (!socket.destroyed) socket.write(Buffer.concat([head, payload]));
}

// A client's frames are masked and, for acknowledgements, whole and short of 64 KB.
function readFrames(socket: Socket, onText: (text: string) => void): void {
  let buffered = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (;;) {
      const [first = 0, second = 0] = buffered;
      const short = second & 127;
      const headSize = short === 126 ? 4 : 2;
      if (buffered.length < headSize + 4) return;
      const size = short === 126 ? buffered.readUInt16BE(2) : short;
      const end = headSize + 4 + size;
      if (buffered.length < end) return;
      const mask = buffered.subarray(headSize, headSize + 4);
      const payload = Buffer.from(buffered.subarray(headSize + 4, end)).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
      buffered = buffered.subarray(end);
      const opcode = first & 15;
      if (opcode === opcodes.text) onText(Buffer.from(payload).toString());
      if (opcode === opcodes.ping) writeFrame(socket, opcodes.pong, Buffer.from(payload));
      if (opcode === opcodes.close) {
        writeFrame(socket, opcodes.close, Buffer.from(payload));
        socket.end();
      }
    }
  });
}
