import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSiteAllowed, parseSites, readChannelSettings, readWorkspaceSettings } from '../../src/core/settings.ts';

const nothingSet = readWorkspaceSettings(undefined);
const sites = (allowedSites: string[], blockedSites: string[] = []) => ({ allowedSites, blockedSites });

describe('settings', () => {
  it('a fresh install reads by itself, answers questions, and leaves shared channels alone', () => {
    expect(readChannelSettings(undefined, nothingSet)).toEqual({
      reading: 'automatic',
      language: null,
      length: 'standard',
      followUps: 'questions',
      allowedSites: [],
      blockedSites: [],
      external: false,
    });
    expect(nothingSet).toMatchObject({ editors: 'everyone', budgets: [], retentionDays: null, drafting: 'model' });
  });

  it('a channel’s own setting stands before the workspace’s, and the rest comes from the workspace', () => {
    const workspace = readWorkspaceSettings({ defaults: { reading: 'asked', language: 'de' } });
    expect(readChannelSettings({ language: 'fr' }, workspace)).toMatchObject({ reading: 'asked', language: 'fr' });
    expect(readChannelSettings({ language: null }, workspace).language).toBeNull();
  });

  it('what was stored wrongly, or by another version, has its default and takes nothing else with it', () => {
    const workspace = readWorkspaceSettings({
      editors: 'admins',
      retentionDays: -4,
      defaults: { length: 'epic' },
      new: 1,
    });
    expect(workspace).toMatchObject({ editors: 'admins', retentionDays: null, defaults: { length: 'standard' } });
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readChannelSettings(stored, readWorkspaceSettings(stored)).allowedSites).toBeInstanceOf(Array);
      }),
    );
  });

  it('a site’s subdomains belong to it, its look-alikes do not', () => {
    expect(isSiteAllowed('https://www.example.com/a', sites(['example.com']))).toBe(true);
    expect(isSiteAllowed('https://news.example.com/a', sites(['example.com']))).toBe(true);
    expect(isSiteAllowed('https://notexample.com/a', sites(['example.com']))).toBe(false);
    expect(isSiteAllowed('https://example.com.evil.net/', sites(['example.com']))).toBe(false);
  });

  it('a blocked site is blocked even where its parent is allowed', () => {
    expect(isSiteAllowed('https://blog.example.com/a', sites(['example.com'], ['blog.example.com']))).toBe(false);
    expect(isSiteAllowed('https://blog.example.com./a', sites([], ['blog.example.com']))).toBe(false);
    expect(isSiteAllowed('https://other.org/', sites([]))).toBe(true);
    expect(isSiteAllowed('http://10.0.0.8:8080/a', sites([]))).toBe(true);
  });

  it('a list of sites is understood as people write it, and what is none is given back', () => {
    expect(parseSites('example.com, https://www.News.example.org/x\nfoo.co.uk; example.com')).toEqual({
      sites: ['example.com', 'news.example.org', 'foo.co.uk'],
      wrong: [],
    });
    expect(parseSites('reuters  127.0.0.1 münchen.de')).toEqual({
      sites: ['xn--mnchen-3ya.de'],
      wrong: ['reuters', '127.0.0.1'],
    });
  });

  it('a site’s name has no empty part', () => {
    expect(parseSites('a..example.com, .example.com, example..com, news.example.com')).toEqual({
      sites: ['news.example.com'],
      wrong: ['a..example.com', '.example.com', 'example..com'],
    });
  });
});
