import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { nameError } from '../../src/slack/library-log.ts';
import { recordLog } from './support/record-log.ts';

const wordsOf = (...words: unknown[]) => {
  const { library, lines } = recordLog();
  library.error(...words);
  return JSON.stringify(lines);
};

describe('a line of Slack’s libraries', () => {
  it('keeps what is known to be their own: the beginning of a sentence, a code, the place in a message', () => {
    expect(wordsOf('http request failed', Object.assign(new Error('x'), { code: 'ECONNRESET' }))).toMatch(
      /"http request failed ECONNRESET"/,
    );
    expect(wordsOf('http request failed', 'connect ECONNREFUSED 127.0.0.1:443')).toMatch(
      /"http request failed ECONNREFUSED"/,
    );
    expect(wordsOf('An incoming event was not acknowledged within 3 seconds.')).toMatch(
      /"An incoming event was not acknowledged"/,
    );
    expect(wordsOf('must be less than 3001 characters [json-pointer:/blocks/3/text/text]')).toMatch(
      /"other words, at \/blocks\/3\/text\/text"/,
    );
  });

  it.each([
    ['a parser that quotes the body', `Malformed request body: Unexpected token 'c', "canary" is not valid JSON`],
    ['an error’s message', new SyntaxError('canary in a body')],
    ['quoted text', 'could not read "canary"'],
    ['a payload', 'unhandled {"text":"canary"}'],
    ['Slack’s word on a message', 'invalid text canary was seen at the pier'],
    ['Slack’s word on it over lines', 'invalid text\n    at canary'],
    ['Slack’s word on a place in it', 'no more than 3 [json-pointer:/blocks/canary]'],
    ['a request that failed', 'Request to canary failed: ECONNRESET'],
    ['an error’s code that is none', Object.assign(new Error('x'), { code: 'canary was seen' })],
  ])('keeps nothing of what was sent: %s', (_name, word) => {
    expect(wordsOf('An error:', word)).not.toMatch(/canary/);
    expect(wordsOf(word)).not.toMatch(/canary/);
  });

  it('names Slack’s refusal by its code, and by nothing that is no code', () => {
    const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });
    expect(nameError(refusal('invalid_blocks'))).toBe('invalid_blocks');
    expect(nameError(refusal('the canary was seen'))).toBe('slack-error');
  });
});
