import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { checkDraft } from '../../src/core/check.ts';
import { briefToText } from '../../src/core/plain-text.ts';
import { describeDrafter } from '../../src/core/wording.ts';
import { draftArticle } from '../../src/flows/make-brief.ts';
import { createModelDrafters } from '../../src/llm/create-drafters.ts';
import { directOfflineDrafters } from '../../src/offline/drafters.ts';
import { loadPrompts } from '../../src/prompts.ts';
import { answerBy } from './canned-fetch.ts';
import { goodDraft, harbour } from './sample-article.ts';

const prompts = loadPrompts(resolve(import.meta.dirname, '../../prompts'));
const log = { debug() {}, info() {}, warn() {}, error() {} };
const { signal } = new AbortController();
const claim = goodDraft.claims[1];
const german = {
  summary: [],
  actors: [],
  claims: [{ ...claim, text: 'Die Anleger sind 90 Jahre alt.', translation: 'die Anleger sind 90 Jahre alt' }],
};

function setUp(answer: unknown) {
  const { fetch, sent } = answerBy(() => answer);
  const model = createModelDrafters({ apiKey: 'k', model: 'scripted', prompts, log, fetch, maxRetries: 0 });
  return { ports: { model, offline: directOfflineDrafters, log }, sent };
}

it('a model writes in the language asked for; the translation under a quote is marked and in no quotation marks', async () => {
  const { ports, sent } = setUp(german);
  const draft = await draftArticle(harbour, { ...ports, language: 'de' }, signal);
  expect(sent[0]?.system).toMatch(/Language to write in: German[\s\S]*# Translation/);
  const text = briefToText(checkDraft(draft, harbour), 0);
  expect(text).toContain('Die Anleger sind 90 Jahre alt.');
  expect(text).toMatch(/^ {3}maschinell übersetzt: die Anleger sind 90 Jahre alt$/m);
  expect(text).toContain('“the piers are 90 years old');
});

it('without a language, or with the article’s own, no translation is asked for and none is taken', async () => {
  for (const language of [undefined, null, 'en', 'en-GB']) {
    const { ports, sent } = setUp({
      ...goodDraft,
      claims: goodDraft.claims.map((one) => ({ ...one, translation: 'x' })),
    });
    const draft = await draftArticle(harbour, { ...ports, language }, signal);
    expect(sent[0]?.system).not.toContain('# Translation');
    expect(draft.claims).toEqual(goodDraft.claims);
    expect(draft.drafter.language).toBeUndefined();
  }
});

it('the offline reader can not translate, replies in the article’s language and says so', async () => {
  const draft = await draftArticle(
    harbour,
    { model: undefined, offline: directOfflineDrafters, log, language: 'de' },
    signal,
  );
  expect(describeDrafter(draft.drafter)).toBe('read offline, without a model; not translated, which takes a model');
  const own = await draftArticle(
    harbour,
    { model: undefined, offline: directOfflineDrafters, log, language: 'en' },
    signal,
  );
  expect(describeDrafter(own.drafter)).toBe('read offline, without a model');
});
