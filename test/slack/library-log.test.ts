import { describe, expect, it } from 'vitest';
import { recordLog } from './support/record-log.ts';

const wordsOf = (...words: unknown[]) => {
  const { library, lines } = recordLog();
  library.error(...words);
  return JSON.stringify(lines);
};

describe('a line of Slack’s libraries', () => {
  it('keeps what they say themselves', () => {
    expect(wordsOf("The server doesn't accept the request [code 7]")).toMatch(/The server doesn't accept the request/);
    expect(wordsOf('http request failed', Object.assign(new Error('x'), { code: 'ECONNRESET' }))).toMatch(
      /http request failed ECONNRESET/,
    );
  });

  it.each([
    ['a parser that quotes the body', `Malformed request body: Unexpected token 'c', "canary" is not valid JSON`],
    ['an error’s message', new SyntaxError('canary in a body')],
    ['quoted text', 'could not read "canary"'],
    ['a payload', 'unhandled {"text":"canary"}'],
  ])('keeps nothing of what was sent: %s', (_name, word) => {
    expect(wordsOf('An error:', word)).not.toMatch(/canary/);
    expect(wordsOf(word)).not.toMatch(/canary/);
  });
});
