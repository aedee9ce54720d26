import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { answerToText } from '../../src/core/plain-text.ts';
import { describeArticle, describeDrafter, describeEvidence, describeSource } from '../../src/core/wording.ts';

const article: Article = {
  kind: 'article',
  url: null,
  canonicalUrl: null,
  title: 'Coal',
  dek: null,
  authors: ['Ada Quill', 'Ben Orr', 'Cy Dahl', 'Di Eck'],
  publisher: 'Courier News',
  publishedAt: '2015-10-13T23:30:00-05:00',
  language: 'en',
  wordCount: 1620,
  text: '',
  marks: ['opinion', 'partial'],
};
const now = Date.UTC(2026, 10, 22);
const sentence = 'The port will close its coal terminal in March, the harbour master said.';
const passage = { start: 0, end: sentence.length, text: sentence, link: null };

describe('what a brief says', () => {
  it('of an article, with its age and what must not be missed', () => {
    expect(describeArticle(article, now)).toEqual([
      'Courier News',
      '13 Oct 2015 (11 years ago)',
      '1,620 words',
      'by Ada Quill, Ben Orr, Cy Dahl',
      'opinion piece',
      'only the free part of a paid article',
    ]);
    expect(describeArticle({ ...article, publishedAt: '2026-10-01', marks: [], authors: [] }, now)).toEqual([
      'Courier News',
      '1 Oct 2026',
      '1,620 words',
    ]);
  });

  it('of sources, and whether the article names them', () => {
    const source = { name: 'an official', kind: 'unnamed-person', title: null, via: 'Reuters' } as const;
    expect(describeSource(source, article)).toBe('an official (unnamed), to Reuters');
    expect(describeSource({ ...source, kind: 'anonymous', via: null }, article)).toBe(
      'an official (asked not to be named)',
    );
    expect(describeSource({ name: null, kind: 'article', title: null, via: null }, article)).toBe(
      'Courier News, in its own words',
    );
    expect(
      describeSource(
        { name: 'Lena Ortiz', kind: 'named-person', title: 'the mayor', via: 'a news conference' },
        article,
      ),
    ).toBe('Lena Ortiz, the mayor, at a news conference');
  });

  it('words outside quotation marks are the publisher’s, never the speaker’s', () => {
    const paraphrase = { text: 'Coal shipping ends in March.', quote: null, passage, sentences: [1] };
    expect(describeEvidence(paraphrase, article)).toEqual({ note: 'Courier News writes:', words: sentence });
    expect(describeEvidence(paraphrase, { ...article, publisher: null })).toEqual({
      note: 'The article:',
      words: sentence,
    });
  });

  it('somebody’s words in a passage are quoted by the publisher, and keep the marks that they have', () => {
    const said = '"The cranes are older than I am, and they show it," the foreman said.';
    const spoken = { start: 0, end: said.length, text: said, link: null };
    const quoting = { ...article, text: said };
    const statement = { text: 'The cranes are old.', quote: null, passage: spoken, sentences: [1] };
    expect(describeEvidence(statement, quoting)).toEqual({ note: 'Quoted by Courier News:', words: said });
    const checks = { statementsOffered: 0, statementsShown: 0, drops: [] };
    const drafter = { kind: 'offline', model: null, promptVersion: null, fellBack: null } as const;
    const answer = { question: 'How old?', statements: [], closest: spoken, checks, drafter };
    expect(answerToText(answer, quoting)).toBe(`The article does not say. Closest: Quoted by Courier News: ${said}`);
    const plain = { ...answer, closest: passage };
    expect(answerToText(plain, { ...article, text: sentence })).toContain(`Courier News writes: “${sentence}”`);
  });

  it('a statement that is the passage is not shown twice; a short one keeps its passage', () => {
    const whole = { text: 'The port will close its coal terminal in March.', quote: null, passage, sentences: [1] };
    expect(describeEvidence(whole, article)).toEqual({ note: 'in Courier News’ own words', words: null });
    const whose = (text: string) => {
      const all = { start: 0, end: text.length, text, link: null };
      const statement = { text, quote: null, passage: all, sentences: [1] };
      return describeEvidence(statement, { ...article, text }).note;
    };
    expect(whose('“We cannot wait any longer, the steel is tired,” Ortiz said.')).toBe('quoted by Courier News');
    expect(whose('The terminal, which the mayor called “a sad old thing”, closes in March.')).toBe(
      'word for word from Courier News',
    );
    const own = { name: null, kind: 'article', title: null, via: null } as const;
    expect(describeEvidence({ ...whole, source: own }, article)).toEqual({ note: null, words: null });
    expect(describeEvidence({ ...whole, text: 'in March' }, article).words).toBe(sentence);
    const quote = { start: 4, end: 8, text: 'another sentence altogether' };
    expect(describeEvidence({ ...whole, quote }, article)).toEqual({ note: null, words: quote.text });
    const said = { ...quote, text: 'the port will close its coal terminal in March' };
    expect(describeEvidence({ ...whole, quote: said }, article)).toEqual({ note: 'quoted word for word', words: null });
  });

  it('of a draft that was made for an earlier post, that it cost nothing', () => {
    const drafter = { kind: 'model', model: 'gpt-4.1', promptVersion: null, fellBack: null, isReused: true } as const;
    expect(describeDrafter(drafter)).toBe('drafted earlier, at no cost, by gpt-4.1');
  });

  it('of a stand-in, why', () => {
    const drafter = { kind: 'offline', model: null, promptVersion: null, fellBack: 'model-slow' } as const;
    expect(describeDrafter(drafter)).toBe('read offline, without a model: the model took too long');
  });
});
