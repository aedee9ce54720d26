import { describe, expect, it } from 'vitest';
import { readText } from '../../src/slack/message-text.ts';

const bot = 'U0BOT';

describe('a link in a text without blocks', () => {
  it.each([
    ['see https://news.example/wall.', 'https://news.example/wall'],
    ['(see https://news.example/wall)', 'https://news.example/wall'],
    ['“https://news.example/wall”', 'https://news.example/wall'],
    ['«https://news.example/wall»…', 'https://news.example/wall'],
    ['見て：https://news.example/wall。', 'https://news.example/wall'],
    ['https://wiki.example/wiki/Wall_(town)', 'https://wiki.example/wiki/Wall_(town)'],
    ['(https://wiki.example/wiki/Wall_(town)).', 'https://wiki.example/wiki/Wall_(town)'],
    ['https://news.example/a?b=1&amp;c=2', 'https://news.example/a?b=1&c=2'],
    ['&lt;https://news.example/wall&gt;', 'https://news.example/wall'],
    ['<https://news.example/a?b=1&amp;c=2|the &lt;wall&gt;>', 'https://news.example/a?b=1&c=2'],
    ['<https://news.example/wall>, and on', 'https://news.example/wall'],
  ])('%s', (text, link) => expect(readText(text, bot).links).toEqual([link]));

  it('what stands around it stays in the text', () => {
    expect(readText('(see https://wiki.example/wiki/Wall_(town)). Thanks', bot).text).toBe(
      '(see https://wiki.example/wiki/Wall_(town)). Thanks',
    );
  });
});
