import { describe, expect, it } from 'vitest';
import { isUnclear, readCommandText } from '../../src/slack/command-words.ts';

describe('what was typed behind /summarize', () => {
  it.each([
    ['bbc.com/news/1', ['https://bbc.com/news/1']],
    ['www.example.org', ['https://www.example.org']],
    ['news.example.co.uk/a?b=1', ['https://news.example.co.uk/a?b=1']],
    ['https://a.example/x', ['https://a.example/x']],
    ['setings', []],
    ['e.g.', []],
    ['and so on...', []],
    ['3.5', []],
  ])('%s: its links are %j', (text, links) => expect(readCommandText(text, 'UBOT').links).toEqual(links));

  it.each(['setings', 'last 2', 'settings foo', 'what now', 'e.g.'])('%s is not understood', (text) =>
    expect(isUnclear({ text, links: [] })).toBe(true),
  );

  it('a text of some length, and a link, are tried', () => {
    expect(isUnclear({ text: 'The bridge will close, the mayor said. '.repeat(5), links: [] })).toBe(false);
    expect(isUnclear({ text: 'https://a.example/x', links: ['https://a.example/x'] })).toBe(false);
  });
});
