import { describe, expect, it } from 'vitest';
import { refuseStatus } from '../../src/web/judge-status.ts';

const judge = (status: number, html = '', headers: Record<string, string> = {}) =>
  refuseStatus({ status, html, headers: new Map(Object.entries(headers)) })?.why;

describe('an answer that may be a page', () => {
  it.each([200, 201, 202, 203])('%i', (status) => expect(judge(status)).toBeUndefined());

  it('of a guarded site is one where the guard let it pass', () => {
    expect(judge(200, '', { 'x-datadome': 'protected' })).toBeUndefined();
    expect(judge(200, '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js">')).toBeUndefined();
  });
});

describe('an answer that is no page', () => {
  it.each([
    [404, '', 'gone'],
    [410, '', 'gone'],
    [204, '', 'not-text'],
    [206, '', 'error-page'],
    [300, '', 'error-page'],
    [302, '', 'error-page'],
    [400, '', 'error-page'],
    [401, '<h1>Please log in</h1>', 'error-page'],
    [401, '<p>Subscribe to continue reading</p><div class="g-recaptcha">', 'paywall'],
    [402, '', 'paywall'],
    [403, '<h1>Forbidden</h1>', 'error-page'],
    [403, '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>', 'paywall'],
    [403, '<title>Just a moment...</title>', 'bot-check'],
    [403, '<title>Attention Required! | Cloudflare</title>', 'bot-check'],
    [403, '<script>window._cf_chl_opt={}</script>', 'bot-check'],
    [403, '<script src="https://ct.captcha-delivery.com/c.js">', 'bot-check'],
    [403, '<title>Forbidden</title><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js">', 'error-page'],
    [429, '<div id="px-captcha">', 'bot-check'],
    [429, '', 'error-page'],
    [451, '', 'error-page'],
    [500, '', 'error-page'],
    [502, '', 'unreachable'],
    [503, '<title>Security check</title>', 'bot-check'],
    [503, '<title>Please wait</title><h1>Checking your browser before accessing news.example.</h1>', 'bot-check'],
    [403, '<title>Guard</title><p>Checking your browser before accessing news.example</p>', 'bot-check'],
    [503, '<h1>Your access to this site has been limited by the site owner</h1>', 'bot-check'],
    [401, '<title>news.example</title><p>Please enable JS and disable any ad blocker</p>', 'bot-check'],
    [429, '<script>window.KPSDK={};</script>', 'bot-check'],
    [503, `<h1>Down</h1>${'<p>We are sorry.</p>'.repeat(200)}<p>Robots: are you human? A book.</p>`, 'unreachable'],
    [503, '', 'unreachable'],
    [522, '', 'unreachable'],
    [599, '', 'unreachable'],
  ])('%i %s is %s', (status, html, why) => expect(judge(status, html)).toBe(why));

  it.each<[number, Record<string, string>]>([
    [403, { 'cf-mitigated': 'challenge' }],
    [200, { 'cf-mitigated': 'challenge' }],
    [202, { 'x-amzn-waf-action': 'challenge' }],
    [405, { 'x-amzn-waf-action': 'captcha' }],
    [403, { 'x-datadome': 'protected' }],
  ])('%i with %j is a bot check', (status, headers) => expect(judge(status, '', headers)).toBe('bot-check'));
});
