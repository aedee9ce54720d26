import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../ports.ts';
import { platformErrorName } from './slack-errors.ts';

/**
 * Slack's libraries' log lines as ours. Their debug and info lines hold whole payloads, so only warnings and errors pass, and of those
 * what is known to be no text of anybody's: Slack's own words on a message it refused may quote it, marked or not.
 */
export function toLibraryLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...words) => log.warn({ words: wordsOf(words) }, 'slack library warning'),
    error: (...words) => log.error({ words: wordsOf(words) }, 'slack library error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

// How the libraries' sentences begin; what stands behind may be anything.
const beginnings = [
  'http request failed',
  'Slack API error',
  'Rate limited',
  'HTTP error',
  'An incoming event was not acknowledged',
  'An unhandled error occurred',
  'An unexpected error occurred during a request',
  'Authorization of incoming event did not succeed',
  'Could not determine the type of an incoming event',
  'Request body exceeded the maximum allowed size',
  'Failed to parse and verify the request data',
  'Failed to parse the request body',
  'Malformed request body',
  'ack() has already been called',
  'Failed to retrieve a new WSS URL',
  'apps.connections.open did not return a URL',
  'Failed to send a message',
  'Failed to send a WebSocket message',
  'Failed to send ping',
  'WebSocket error',
  'WebSocket not available',
  'Peer did not complete the close handshake',
  "A ping wasn't received",
  "A pong wasn't received",
  'Something has gone wrong',
];
const networkCodes =
  /\b(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ECONNABORTED|UND_ERR_[A-Z_]{3,30})\b/;
/** Where in a message: the names that blocks' fields have, and numbers. */
const place =
  /\[json-pointer:((?:\/(?:\d{1,3}|blocks|elements|text|accessory|fields|options|value|url|label|title|metadata|block_id|action_id|type))+)\]/;

function wordsOf(words: unknown[]): string {
  return words.flatMap((word) => (word instanceof Error ? [nameError(word)] : knownIn(String(word)))).join(' ');
}

function knownIn(words: string): string[] {
  const beginning = beginnings.find((known) => words.startsWith(known));
  const code = networkCodes.exec(words)?.[0];
  const at = place.exec(words)?.[1];
  if (beginning === undefined && at !== undefined) return [`other words, at ${at}`];
  const known = [beginning, code].filter((one) => one !== undefined);
  return known.length > 0 ? known : ['other words'];
}

/** What an error is called; never its message, which may hold what people wrote. */
export function nameError(error: unknown): string {
  const name = platformErrorName(error);
  if (name !== undefined) return name;
  if (!(error instanceof Error)) return 'not-an-error';
  return 'code' in error && typeof error.code === 'string' && /^[\w-]{1,60}$/.test(error.code)
    ? error.code
    : error.name;
}
