import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRobots } from '../../src/web/robots.ts';

const allows = (text: string, path: string) => readRobots(text, 'Byline')(path);

describe('robots.txt', () => {
  it('an empty one, and one for others, allows everything', () => {
    expect(allows('', '/a')).toBe(true);
    expect(allows('User-agent: OtherBot\nDisallow: /', '/a')).toBe(true);
    expect(allows('User-agent: *\nDisallow:', '/a')).toBe(true);
  });

  it('the rules for all count where no group names the reader', () => {
    expect(allows('User-agent: *\nDisallow: /private', '/private/a')).toBe(false);
    expect(allows('User-agent: *\nDisallow: /private', '/public')).toBe(true);
  });

  it('a group that names the reader takes the place of the rules for all', () => {
    const text = 'User-agent: *\nDisallow: /\n\nuser-agent: BYLINE/1.0\nDisallow: /drafts';
    expect(allows(text, '/news')).toBe(true);
    expect(allows(text, '/drafts/1')).toBe(false);
    expect(allows('User-agent: *\nDisallow: /\n\nUser-agent: Byline\nDisallow:', '/a')).toBe(true);
  });

  it('several names share a group, and several groups of one name are one', () => {
    const text =
      'User-agent: a\nUser-agent: byline\nDisallow: /x\n\nUser-agent: b\nDisallow: /\n\nUser-agent: byline\nDisallow: /y';
    expect([allows(text, '/x'), allows(text, '/y'), allows(text, '/z')]).toEqual([false, false, true]);
  });

  it('a name that only begins like the reader is another one', () => {
    expect(allows('User-agent: BylineNews\nDisallow: /', '/a')).toBe(true);
  });

  it('the longest rule counts, and of equals the one that allows', () => {
    const text = 'User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /page\nAllow: /page';
    expect([allows(text, '/news/1'), allows(text, '/news/open/1'), allows(text, '/page')]).toEqual([false, true, true]);
  });

  it.each([
    ['/fish', '/fish.html', true],
    ['/fish', '/Fish', false],
    ['/fish*', '/fishheads/yummy', true],
    ['/*.php', '/folder/file.php?x=1', true],
    ['/*.php$', '/file.php', true],
    ['/*.php$', '/file.php?x=1', false],
    ['/*.php$', '/file.php5', false],
    ['/fish*.php', '/fishheads/catfish.php?id=1', true],
    ['/a*b*c', '/a1b2c3', true],
    ['/a*b*c', '/acb', false],
    ['/$', '/', true],
    ['/$', '/a', false],
    ['/ä', '/%C3%A4/x', true],
    ['/%7Euser', '/~user/x', true],
    ['/a%2fb', '/a%2Fb', true],
    ['/a%2fb', '/a/b', false],
  ])('the rule %s and the path %s: %s', (rule, path, matches) => {
    expect(allows(`User-agent: *\nDisallow: ${rule}`, path)).toBe(!matches);
  });

  it('comments, spaces, odd line ends and unknown lines do no harm', () => {
    const text =
      '\ufeff# hello\r\n\r\nSitemap: https://a.example/s.xml\rUser-Agent : * # all\nCrawl-delay: 5\n Disallow :/x # no\nnonsense';
    expect([allows(text, '/x'), allows(text, '/y')]).toEqual([false, true]);
  });

  it('itself may always be read', () => expect(allows('User-agent: *\nDisallow: /', '/robots.txt')).toBe(true));

  it('no text makes it throw, and a rule covers its own literal path', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
        fc.stringMatching(/^\/[a-z/]{0,20}$/),
        (text, path, rule) => {
          expect(typeof allows(text, path)).toBe('boolean');
          expect(allows(`User-agent: *\nDisallow: ${rule}`, `${rule}${encodeURI(path.toWellFormed())}`)).toBe(false);
        },
      ),
    );
  });

  it('a hostile pattern costs little', () => {
    const text = `User-agent: *\nDisallow: /${'a*'.repeat(10_000)}b$`;
    expect(allows(text, `/${'a'.repeat(100_000)}`)).toBe(true);
  });
});
