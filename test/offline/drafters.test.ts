import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { answerOffline } from '../../src/offline/answer.ts';
import { draftOffline } from '../../src/offline/draft.ts';
import { createOfflineDrafters } from '../../src/offline/drafters.ts';

const text =
  'The bridge will close for twelve weeks, Mayor Lena Ortiz said on Monday.\n\n“We cannot wait any longer,” Ortiz told reporters at the town hall.';
const article: Article = {
  kind: 'article',
  url: null,
  canonicalUrl: null,
  title: null,
  dek: null,
  authors: [],
  publisher: null,
  publishedAt: null,
  language: 'en',
  wordCount: 24,
  text,
  marks: [],
};
const { signal } = new AbortController();

describe('the offline reader in its thread', () => {
  it('drafts and answers as it does in ours', async () => {
    const drafters = createOfflineDrafters();
    const question = { text: 'For how long will the bridge close?', earlier: [] };
    expect(await drafters.draftBrief(article, signal)).toEqual(draftOffline(article));
    expect(await drafters.draftAnswer(question, article, signal)).toEqual(answerOffline(question, article));
  });

  it('an article that passes the limits ends its job, and the next article is read', async () => {
    const drafters = createOfflineDrafters({ timeoutMs: 1, maxMemoryMb: 700 });
    await expect(drafters.draftBrief(article, signal)).rejects.toMatchObject({
      name: 'GiveUp',
      code: 'offline-timed-out',
    });
    const others = createOfflineDrafters();
    await expect(others.draftBrief(article, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(await others.draftBrief(article, signal)).toEqual(draftOffline(article));
  });
});
