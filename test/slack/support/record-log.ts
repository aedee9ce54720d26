import type { Log } from '../../../src/ports.ts';
import { toLibraryLogger } from '../../../src/slack/library-log.ts';

export type LogLine = { level: keyof Log; event: string; fields: Record<string, unknown> };

/** A log whose lines can be looked at, and the same as Slack's libraries want it. */
export function recordLog(): { log: Log; library: ReturnType<typeof toLibraryLogger>; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at =
    (level: keyof Log): Log['info'] =>
    (fields, event) =>
      lines.push({ level, event, fields });
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { log, library: toLibraryLogger(log), lines };
}
