// A terminal has nowhere to paste: its refusals name what works there.
import { describe, expect, it } from 'vitest';
import { readPaste } from '../../src/core/paste.ts';
import { refusalToText } from '../../src/core/plain-text.ts';
import { refuseRobots } from '../../src/web/fetch-refusals.ts';
import { pageRefusals } from '../../src/web/judge-sentences.ts';

const refusals = [
  refuseRobots,
  ...Object.values(pageRefusals),
  ...[
    '',
    'Three short words',
    'Lorem ipsum '.repeat(40),
    '404\nPage not found\nThe page you were looking for has moved.',
  ].map((text) => readPaste(text)),
];

describe('refusalToText', () => {
  it.each(refusals)('says nothing of pasting', (refusal) => {
    if (refusal.kind !== 'refusal') throw new Error('read');
    expect(refusal.detail).toMatch(/paste|Post the link/i);
    expect(refusalToText(refusal)).not.toMatch(/\bpaste\b/i);
  });

  it('names standard input', () => {
    expect(refusalToText(pageRefusals.consent)).toBe(
      'The page shows a cookie or privacy notice instead of the article. Give me the article’s text on standard input: npm run --silent brief -- -',
    );
  });
});
