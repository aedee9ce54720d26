import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeDrafter } from '../../src/core/wording.ts';
import { createModelDrafters, type ModelDrafterOptions } from '../../src/llm/create-drafters.ts';
import { loadPrompts } from '../../src/prompts.ts';
import { answerBy, type Sent } from './canned-fetch.ts';
import { makeArticle } from './sample-article.ts';

const prompts = loadPrompts(resolve(import.meta.dirname, '../../prompts'));
const log = { debug() {}, info() {}, warn() {}, error() {} };
const { signal } = new AbortController();

const article = makeArticle(
  Array.from({ length: 60 }, (_, index) => `Speaker ${index} said that road ${index} will close. The mayor was there.`),
);
const sentenceIds = (text: string) => [...text.matchAll(/^S(\d+)\|/gm)].map((match) => Number(match[1]));
const isMerge = ({ user }: Sent) => user.startsWith('FOUND');
const range = ({ system }: Sent) => /sentences S(\d+) to S(\d+)/.exec(system)?.slice(1).map(Number) ?? [];

/** A model that makes a claim of every "said" in its part, and an actor of every fifth. */
function draftPart(sent: Sent) {
  const [first = 0, last = 0] = range(sent);
  const said = [...sent.user.matchAll(/^S(\d+)\|(Speaker \d+) said that (.*)$/gm)]
    .map(([, id, name, text]) => ({ id: Number(id), name: name ?? '', text: text ?? '' }))
    .filter(({ id }) => id >= first && id <= last);
  return {
    summary: [{ text: `Part from ${first}.`, sentences: [first] }],
    actors: said
      .filter((_, index) => index % 5 === 0)
      .map(({ id, name }) => ({ name, kind: 'person', role: 'speaker', stance: null, sentences: [id] })),
    claims: said.map(({ id, name, text }) => ({
      text,
      source: { name, kind: 'named-person', title: null, via: null },
      sentences: [id],
      quote: null,
    })),
  };
}

function setUp(answer: (sent: Sent, number: number) => unknown, options: Partial<ModelDrafterOptions> = {}) {
  const { fetch, sent } = answerBy(answer);
  const drafters = createModelDrafters({
    apiKey: 'test',
    model: 'scripted',
    prompts,
    log,
    fetch,
    maxRetries: 0,
    maxArticleChars: 2_000,
    ...options,
  });
  return { drafters, sent };
}

describe('an article over the bound of one request', () => {
  it('is read part by part, with sentence numbers of the whole, then put in order', async () => {
    const { drafters, sent } = setUp((one) =>
      isMerge(one)
        ? {
            summary: [{ text: 'All roads close.', sentences: [1, 119] }],
            claims: [60, 1, 1, 999],
            actors: ['A2', 'A1'],
          }
        : draftPart(one),
    );
    const draft = await drafters.draftBrief(article, signal);
    const parts = sent.filter((one) => !isMerge(one));
    expect(parts.length).toBeGreaterThan(3);
    const ranges = parts.map(range);
    expect(ranges[0]?.[0]).toBe(1);
    expect(ranges.at(-1)?.[1]).toBe(120);
    for (const [index, [first]] of ranges.entries())
      if (index > 0) expect(first).toBe((ranges[index - 1]?.[1] ?? 0) + 1);
    for (const one of sent) expect(one.user.length).toBeLessThanOrEqual(2_300);

    for (const [first] of ranges)
      expect(sent.at(-1)?.user).toMatch(new RegExp(`^C\\d+\\|S${first}\\|Speaker \\d+\\|road`, 'm'));
    expect(draft.summary).toEqual([{ text: 'All roads close.', sentences: [1, 119] }]);
    expect(draft.claims.map(({ sentences }) => sentences)).toEqual([[119], [1]]);
    expect(draft.actors).toHaveLength(2);
    expect(draft.drafter).toMatchObject({ usage: { calls: sent.length } });
    expect(draft.drafter.read).toBeUndefined();
  });

  it('gives each part the lead, the sentences before it and the actors so far', async () => {
    const { drafters, sent } = setUp(draftPart);
    await drafters.draftBrief(article, signal);
    const third = sent[2];
    if (!third) throw new Error('too few parts');
    const [first = 0] = range(third);
    const ids = sentenceIds(third.user);
    expect(ids).toContain(1);
    expect(ids).toContain(first - 1);
    expect(third.user).toMatch(/^ACTORS SO FAR (\S+)\nSpeaker 0\|speaker\n[\s\S]*\nEND OF ACTORS SO FAR \1\n/);
    expect(third.user).toContain('[…]');
    expect(sent[0]?.user).not.toContain('ACTORS SO FAR');
  });

  it('over the bound of requests is read from the beginning, and the draft says how far', async () => {
    const { drafters, sent } = setUp(
      (one) => (isMerge(one) ? { summary: [], claims: [], actors: [] } : draftPart(one)),
      {
        maxParts: 2,
      },
    );
    const draft = await drafters.draftBrief(article, signal);
    expect(sent).toHaveLength(3);
    const last = sent[1] ? range(sent[1])[1] : undefined;
    expect(draft.drafter.read).toEqual({ sentences: last, of: 120 });
    expect(draft.claims.length).toBeGreaterThan(5);
  });

  it('is a smaller brief where the model fails on the way', async () => {
    const { drafters } = setUp((one, number) =>
      number === 3 ? 500 : isMerge(one) ? { summary: [], claims: [2], actors: [] } : draftPart(one),
    );
    const draft = await drafters.draftBrief(article, signal);
    expect(draft.drafter.read?.of).toBe(120);
    expect(draft.drafter.read?.sentences).toBeLessThan(80);
    expect(draft.claims.map(({ sentences }) => sentences)).toEqual([[3]]);
  });

  it('fails where the model fails at once', async () => {
    const { drafters } = setUp(() => 500);
    await expect(drafters.draftBrief(article, signal)).rejects.toMatchObject({ code: 'model-down' });
  });

  it("keeps the first part's summary and all claims where they cannot be put in order", async () => {
    const { drafters } = setUp((one) => (isMerge(one) ? 'no JSON today' : draftPart(one)));
    const draft = await drafters.draftBrief(article, signal);
    expect(draft.summary).toEqual([{ text: 'Part from 1.', sentences: [1] }]);
    expect(draft.claims).toHaveLength(60);
  });

  it('stops at once where the draft is aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped');
    const { drafters, sent } = setUp((one, number) => {
      if (number === 2) controller.abort(reason);
      return draftPart(one);
    });
    await expect(drafters.draftBrief(article, controller.signal)).rejects.toBe(reason);
    expect(sent).toHaveLength(2);
  });

  it('of 60,000 words takes a bounded number of bounded requests', async () => {
    const transcript = makeArticle(
      Array.from(
        { length: 3_000 },
        (_, index) => `${'All of it matters to us here today because '.repeat(2)} ${index} said so.`,
      ),
    );
    expect(transcript.wordCount).toBeGreaterThan(55_000);
    const { drafters, sent } = setUp(
      (one) => (isMerge(one) ? { summary: [], claims: [], actors: [] } : draftPart(one)),
      {
        maxArticleChars: 60_000,
      },
    );
    const draft = await drafters.draftBrief(transcript, signal);
    expect(sent.length).toBeLessThanOrEqual(11);
    for (const one of sent) expect(one.user.length).toBeLessThanOrEqual(62_000);
    expect(draft.drafter.read).toBeUndefined();
  });

  it('is one sentence without an end, and is read as far as a sentence goes', async () => {
    const endless = makeArticle(['word '.repeat(100_000)]);
    const { drafters, sent } = setUp(draftPart);
    await drafters.draftBrief(endless, signal);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.user.length).toBeLessThan(5_000);
  });
});

describe('a server whose context is too small', () => {
  const speech = makeArticle(
    Array.from(
      { length: 400 },
      (_, index) => `Speaker ${index} said that road ${index} will close. The mayor was there.`,
    ),
  );
  const answerShort = (limit: number) => (one: Sent) => {
    if (one.system.length + one.user.length > limit) return 400;
    return isMerge(one) ? { summary: [], claims: [], actors: [] } : draftPart(one);
  };

  it('gets the article in smaller parts, at once for the next article', async () => {
    const { drafters, sent } = setUp(answerShort(20_000), { maxArticleChars: 60_000 });
    const draft = await drafters.draftBrief(speech, signal);
    expect(draft.drafter.read).toBeUndefined();
    expect(draft.claims).toHaveLength(60);
    expect(draft.claims.at(-1)?.sentences[0]).toBeGreaterThan(500);
    const refused = sent.filter((one) => answerShort(20_000)(one) === 400);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(12);
    sent.length = 0;
    await drafters.draftBrief(speech, signal);
    expect(sent.some((one) => answerShort(20_000)(one) === 400)).toBe(false);
  });

  it('gets less of it with a question', async () => {
    const said = { notInArticle: true, statements: [], closest: [] };
    const { drafters } = setUp((one) => (one.user.length > 16_000 ? 400 : said), { maxArticleChars: 60_000 });
    expect(await drafters.draftAnswer({ text: 'Who said so?', earlier: [] }, speech, signal)).toMatchObject(said);
  });

  it('is given up in a bounded number of requests', async () => {
    const { drafters, sent } = setUp(() => 400, { maxArticleChars: 60_000 });
    await expect(drafters.draftBrief(speech, signal)).rejects.toMatchObject({ code: 'request-refused' });
    expect(sent.length).toBeLessThanOrEqual(12);
  });
});

describe('a question about a long article', () => {
  it('comes with the sentences that it may be about', async () => {
    const { drafters, sent } = setUp(() => ({ notInArticle: true, statements: [], closest: [] }));
    await drafters.draftAnswer({ text: 'What did speaker 44 say about road 44?', earlier: [] }, article, signal);
    expect(sent).toHaveLength(1);
    expect(sentenceIds(sent[0]?.user ?? '')).toEqual(expect.arrayContaining([1, 87, 89, 91]));
    expect(sent[0]?.user.length).toBeLessThanOrEqual(2_400);
  });
});

describe('hints of another reader', () => {
  const hint = {
    text: 'Missed.',
    source: { name: 'The mayor', kind: 'unnamed-person' as const, title: null, via: null },
    sentences: [4],
    quote: null,
  };

  it('add the claims that a weak model left out', async () => {
    const short = makeArticle(['One said a. Two said b.', 'Three said c. Four said d.']);
    const answer = { ...draftPart({ system: '', user: '' }), claims: [{ ...hint, text: 'Found.', sentences: [1] }] };
    const { drafters } = setUp(() => answer, {
      hints: { use: 'on', find: async () => [hint, { ...hint, text: 'Known.', sentences: [1] }] },
    });
    const draft = await drafters.draftBrief(short, signal);
    expect(draft.claims.map(({ text }) => text)).toEqual(['Found.', 'Missed.']);
    expect(describeDrafter(draft.drafter)).toBe('drafted by scripted, filled up by the offline reader');
  });
});
