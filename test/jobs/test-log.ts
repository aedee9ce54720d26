import type { Log } from '../../src/ports.ts';

/** A log that keeps its lines. */
export function createTestLog(): { log: Log; lines: { event: string; fields: Record<string, unknown> }[] } {
  const lines: { event: string; fields: Record<string, unknown> }[] = [];
  const add = (fields: Record<string, unknown>, event: string) => void lines.push({ event, fields });
  return { log: { debug: add, info: add, warn: add, error: add }, lines };
}
