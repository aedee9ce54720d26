import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../ports.ts';
import { platformErrorName } from './slack-errors.ts';

/**
 * Slack's libraries' log lines as ours. Their debug and info lines hold whole payloads, so only warnings and errors pass,
 * shortened and without tokens and addresses.
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

function wordsOf(words: unknown[]): string {
  return redact(words.map((word) => (word instanceof Error ? nameError(word) : cutQuoted(String(word)))).join(' '));
}

// Behind a colon, a quotation mark or a bracket stands what was sent: a parser quotes the body that it could not read.
function cutQuoted(words: string): string {
  return words.replace(/(?::\s|["“‘`{[(<]|(?<!\w)').*$/s, '').trimEnd();
}

/** A library's words for the log: no token, no address, 200 characters. */
export function redact(words: string): string {
  return words
    .slice(0, 2000)
    .replace(/\bx(?:ox[a-z]|app)-\S+/g, '[token]')
    .replace(/\b(?:https?|wss?):\/\/\S+/g, '[address]')
    .slice(0, 200);
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
