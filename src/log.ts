import { pino } from 'pino';

/**
 * The operator's log: JSON lines, an event's name and its fields.
 * Of an error it keeps the kind, the code and where it happened, never the message: a message may quote an article or a URL.
 */
export function createLog(
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent',
  stream: 'stdout' | 'stderr' = 'stdout',
) {
  const destination = pino.destination({ dest: stream === 'stdout' ? 1 : 2, sync: true });
  return pino({ level, base: null, serializers: { err: describeError } }, destination);
}

type ErrorFields = { type: string; code?: unknown; status?: unknown; at?: string[]; cause?: ErrorFields };

function describeError(error: unknown, depth = 0): ErrorFields {
  if (!(error instanceof Error)) return { type: typeof error };
  const fields: ErrorFields = { type: isCode(error.name) ? error.name : 'Error' };
  if ('code' in error && isCode(error.code)) fields.code = error.code;
  if ('status' in error && typeof error.status === 'number') fields.status = error.status;
  if (depth === 0) fields.at = framesOf(error);
  if (error.cause !== undefined && depth < 3) fields.cause = describeError(error.cause, depth + 1);
  return fields;
}

// What others wrote has spaces, or is longer.
function isCode(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^[\w.-]{1,60}$/.test(value));
}

// A stack begins with the message, whose lines may look like places too.
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  const behind = start < 0 ? stack : stack.slice(start + message.length);
  const frames = behind
    .split('\n')
    .filter((line) => /^\s+at (?:[^()]* \()?(?:file:|node:|\/|[A-Z]:\\)[^\s()]*:\d+:\d+\)?$/.test(line));
  return frames.slice(0, 6).map((line) => line.trim());
}
