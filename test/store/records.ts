import type { Article } from '../../src/core/article.ts';
import type { Brief } from '../../src/core/brief.ts';
import type { AnswerRecord, BriefRecord, NewJob } from '../../src/ports.ts';

export function newJob(key: string, fields: Partial<NewJob> = {}): NewJob {
  return { key, kind: 'brief-post', team: 'T1', thread: `thread-of-${key}`, payload: { key }, ...fields };
}

export function articleOf(text: string, fields: Partial<Article> = {}): Article {
  return {
    kind: 'article',
    url: 'https://news.example/harbour?id=7',
    canonicalUrl: 'https://news.example/harbour',
    title: 'Harbour to close',
    dek: null,
    authors: ['Ana Pereira'],
    publisher: 'The Example',
    publishedAt: '2026-03-02',
    language: 'en',
    wordCount: text.split(/\s+/).length,
    text,
    marks: [],
    ...fields,
  };
}

export function briefOf(article: Article): Brief {
  return {
    article,
    summary: [{ text: 'The harbour closes in May.', sentences: [1] }],
    actors: [],
    claims: [
      {
        text: 'The harbour closes in May.',
        source: { name: 'Ana Pereira', kind: 'named-person', title: null, via: null },
        sentences: [1],
        passage: { start: 0, end: 3, text: article.text.slice(0, 3), link: null },
        quote: null,
      },
    ],
    checks: {
      claimsOffered: 1,
      claimsShown: 1,
      quotesOffered: 0,
      quotesFound: 0,
      actorsOffered: 0,
      actorsShown: 0,
      summaryOffered: 1,
      summaryShown: 1,
      unnamedSources: 0,
      drops: [],
    },
    drafter: { kind: 'offline', model: null, promptVersion: null, fellBack: null },
  };
}

export function briefRecord(id: string, fields: Partial<BriefRecord> = {}): BriefRecord {
  return {
    id,
    team: 'T1',
    channel: 'C1',
    threadTs: '100.1',
    brief: briefOf(articleOf('The harbour closes in May, the mayor said.')),
    replyTs: '100.2',
    postTs: '100.1',
    user: 'U1',
    createdAt: 1000,
    ...fields,
  };
}

export function answerRecord(id: string, fields: Partial<AnswerRecord> = {}): AnswerRecord {
  return {
    id,
    team: 'T1',
    channel: 'C1',
    threadTs: '100.1',
    question: 'When?',
    answer: 'In May.',
    replyTs: '100.4',
    postTs: '100.3',
    user: 'U1',
    createdAt: 1000,
    ...fields,
  };
}
