import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../src/slack/limits.ts';
import { escapeText, joinMrkdwn, mrkdwn, parseLink, renderLink } from '../../src/slack/mrkdwn.ts';
import { hostileText } from './support/samples.ts';

const entity = /&(?:amp|lt|gt);/g;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

describe('escapeText', () => {
  it('leaves no bare < > & and nothing that Slack could read as markup', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { mrkdwn: escaped } = escapeText(text);
        expect(escaped.replace(entity, '')).not.toMatch(/[<>&]/);
        expect(escaped).not.toMatch(/(?<![A-Za-z0-9])[*_~]|[*_~](?![A-Za-z0-9])|`/);
        expect(escaped).not.toMatch(/^&gt;|[\n\r\u2028\u2029\u202a-\u202e\u2066-\u2069\u0000-\u001f]/);
        expect(escaped.isWellFormed()).toBe(true);
      }),
    );
  });

  it('is no longer than asked and never cuts an entity', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 3, max: 500 }), (text, maxLength) => {
        const { mrkdwn: escaped } = escapeText(text, maxLength);
        expect(escaped.length).toBeLessThanOrEqual(maxLength);
        expect(escaped.replace(entity, '')).not.toContain('&');
      }),
    );
  });

  it('keeps ordinary prose as it is', () => {
    const prose = 'He paid $5 (about €4.60), “in cash”; see foo_bar and 3*4 at 10:30:45 — it’s 5% off.';
    expect(escapeText(prose).mrkdwn).toBe(prose);
  });

  it('neutralises mentions, links, formatting, quotes and emoji', () => {
    expect(escapeText('<!channel> & <@U1>').mrkdwn).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;');
    expect(escapeText('*bold* _it_ ~no~ `code`').mrkdwn).toBe('∗bold∗ ˍitˍ ∼no∼ ˋcodeˋ');
    expect(escapeText('> quoted').mrkdwn).toBe('› quoted');
    expect(escapeText('all :skull: good').mrkdwn).toBe('all :\u2060skull: good');
    expect(escapeText('all :skull').mrkdwn).toBe('all :\u2060skull');
    expect(escapeText('the scope groups:read').mrkdwn).toBe('the scope groups:read');
    expect(escapeText('safe\u202egnp.exe\nnew line').mrkdwn).toBe('safegnp.exe new line');
  });
});

describe('mrkdwn', () => {
  it('escapes every plain string put into it and nothing twice', () => {
    const name = escapeText('A & B');
    expect(mrkdwn`*${name}* ${'<!here>'} ${3}`.mrkdwn).toBe('*A &amp; B* &lt;!here&gt; 3');
    expect(joinMrkdwn([name, undefined, mrkdwn``, mrkdwn`c`], ' · ').mrkdwn).toBe('A &amp; B · c');
  });
});

describe('renderLink', () => {
  it('links http and https pages alone', () => {
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.example',
      'https://u:p@a.example/',
      'x',
      null,
    ])
      expect(renderLink(parseLink(link), 'label').mrkdwn).toBe('label');
    expect(renderLink(parseLink('https://a.example/x?b=1&c=2'), 'label').mrkdwn).toBe(
      '<https://a.example/x?b=1&amp;c=2|label>',
    );
  });

  it('is one link whatever its address and label hold', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        hostileText,
        hostileText,
        (base, tail, label) => {
          const { mrkdwn: link } = renderLink(parseLink(base + tail), label);
          expect(link).toMatch(/^(?:<https?:[^<>|\s]+\|[^<>|\n]+>|[^<>]*)$/);
        },
      ),
    );
  });

  it('gives the label alone where the address is too long', () => {
    expect(renderLink(parseLink(`https://a.example/${'x'.repeat(2000)}`), 'label').mrkdwn).toBe('label');
  });
});

describe('cutText', () => {
  it('fits, keeps what fits, and cuts no character that a person sees', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 40, max: 200 }),
        (text, maxLength) => {
          const cut = cutText(text, maxLength);
          expect(cut.length).toBeLessThanOrEqual(maxLength);
          if (text.length <= maxLength) {
            expect(cut).toBe(text);
            return;
          }
          const kept = cut.replace(/ ?…$/, '');
          const ends = [...graphemes.segment(text)].map(({ index }) => index);
          expect(text.startsWith(kept)).toBe(true);
          expect(kept === '' || ends.includes(kept.length) || /^\s/.test(text.slice(kept.length))).toBe(true);
        },
      ),
    );
  });

  it('ends at a word', () => {
    expect(cutText('The port will close its terminal early', 28)).toBe('The port will close its …');
  });

  it('cuts even one endless character', () => {
    const cut = cutText(`a${'\u0301'.repeat(5000)}`, 100);
    expect(cut.length).toBeLessThanOrEqual(100);
  });
});
