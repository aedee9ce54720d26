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
  const fields: ErrorFields = { type: error.name };
  if ('code' in error) fields.code = error.code;
  if ('status' in error) fields.status = error.status;
  if (depth === 0) fields.at = framesOf(error);
  if (error.cause !== undefined && depth < 3) fields.cause = describeError(error.cause, depth + 1);
  return fields;
}

function framesOf(error: Error): string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 6).map((line) => line.trim());
}
