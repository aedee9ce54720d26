import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import type { Source } from '../../src/core/brief.ts';
import { describeArticle, describeSource } from '../../src/core/wording.ts';

const article: Article = {
  kind: 'article',
  url: null,
  canonicalUrl: null,
  title: 'Title',
  dek: null,
  authors: [],
  publisher: 'Courier',
  publishedAt: null,
  language: 'en',
  wordCount: 1240,
  text: '',
  marks: [],
};
const now = Date.UTC(2026, 10, 22);
const dateOf = (publishedAt: string) => describeArticle({ ...article, publishedAt }, now)[1];

describe('describeArticle', () => {
  it('dates an article as its page does, in the page’s own time zone', () => {
    expect(dateOf('2026-11-17T00:30:00+01:00')).toBe('17 Nov 2026');
    expect(dateOf('2026-11-16T23:30:00-08:00')).toBe('16 Nov 2026');
    expect(dateOf('2026-11')).toBe('Nov 2026');
  });

  it('says the age from half a year on, and a date that is yet to come', () => {
    expect(dateOf('2026-08-01')).toBe('1 Aug 2026');
    expect(dateOf('2026-03-01')).toBe('1 Mar 2026 (8 months ago)');
    expect(dateOf('2015-10-13')).toBe('13 Oct 2015 (11 years ago)');
    expect(dateOf('2027-08-01')).toBe('1 Aug 2027 (a date in the future)');
  });
});

describe('describeSource', () => {
  it('says to whom, at what and in what something was said', () => {
    const said = (via: string | null) => {
      const source: Source = { name: 'Jo Ek', kind: 'named-person', title: 'mayor', via };
      return describeSource(source, article);
    };
    expect(said('Reuters')).toBe('Jo Ek, mayor, to Reuters');
    expect(said('a news conference')).toBe('Jo Ek, mayor, at a news conference');
    expect(said('a statement')).toBe('Jo Ek, mayor, in a statement');
    expect(said('in an interview')).toBe('Jo Ek, mayor, in an interview');
    expect(said(null)).toBe('Jo Ek, mayor');
  });
});
