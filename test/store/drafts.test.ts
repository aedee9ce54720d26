import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/core/draft.ts';
import { articleOf, briefOf, briefRecord, newJob } from './records.ts';
import { engines } from './stores.ts';

const draft: Draft = {
  summary: [{ text: 'The harbour closes in May, “says” the mayor\u2028\u{1F6A2}.', sentences: [1] }],
  actors: [],
  claims: [],
  drafter: { kind: 'model', model: 'canned', promptVersion: '00000000', fellBack: null },
};
const kept = { key: 'k1', draft };

describe.each(engines)('kept drafts on $name', ({ open }) => {
  it('gives a draft back whole, and nothing under another key', async () => {
    const store = await open();
    expect(await store.findDraft('k1')).toBeUndefined();
    await store.saveBrief(briefRecord('b1'), kept);
    expect(await store.findDraft('k1')).toEqual(draft);
    expect(await store.findDraft('k2')).toBeUndefined();
  });

  it('of a brief that was saved without one, none is found', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('b1'));
    expect(await store.findDraft('k1')).toBeUndefined();
  });

  it('the same draft kept again in a channel changes nothing', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('b1'), kept);
    await store.saveBrief(briefRecord('b2', { createdAt: 2000 }), { key: 'k1', draft: { ...draft, summary: [] } });
    expect(await store.findDraft('k1')).toEqual(draft);
  });

  it('is gone with the post that led to it, where no other brief rests on its article', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('b1'), kept);
    await store.saveBrief(briefRecord('b2', { postTs: '200.1' }), kept);
    await store.deleteReplies({ team: 'T1', channel: 'C1', postTs: '100.1' });
    expect(await store.findDraft('k1')).toEqual(draft);
    await store.deleteReplies({ team: 'T1', channel: 'C1', postTs: '200.1' });
    expect(await store.findDraft('k1')).toBeUndefined();
  });

  it.each([{}, { channel: 'C1' }])(
    'is gone with its workspace or channel, and stays where others had it too',
    async (of) => {
      const store = await open();
      await store.saveBrief(briefRecord('b1'), kept);
      await store.saveBrief(briefRecord('b2', { team: 'T2', channel: 'C2' }), kept);
      await store.deletePlace({ team: 'T1', ...of });
      expect(await store.findDraft('k1')).toEqual(draft);
      await store.deletePlace({ team: 'T2' });
      expect(await store.findDraft('k1')).toBeUndefined();
    },
  );

  it.each([true, false])(
    'goes with the text of its article (briefs are kept: %s), and no younger one with it',
    async (keepBriefs) => {
      const store = await open();
      await store.saveBrief(briefRecord('old', { createdAt: 10 }), kept);
      await store.saveBrief(briefRecord('new', { createdAt: 20, brief: briefOf(articleOf('Another text.')) }), {
        key: 'k2',
        draft,
      });
      await store.saveBrief(
        briefRecord('theirs', { team: 'T2', createdAt: 10, brief: briefOf(articleOf('Theirs.')) }),
        {
          key: 'k3',
          draft,
        },
      );
      await store.deleteOldText({ before: 20, keepBriefs, exceptTeams: ['T2'] });
      expect(await store.findDraft('k1')).toBeUndefined();
      expect(await store.findDraft('k2')).toEqual(draft);
      expect(await store.findDraft('k3')).toEqual(draft);
    },
  );

  it('is in what a workspace is given of what is kept', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('b1'), kept);
    await store.saveBrief(briefRecord('b2', { channel: 'C2' }), { key: 'k2', draft });
    const exported = [];
    for await (const one of store.exportPlace({ team: 'T1', channel: 'C1' })) exported.push(one);
    expect(exported.filter(({ kind }) => kind === 'draft')).toMatchObject([
      { record: { team: 'T1', channel: 'C1', key: 'k1', draft } },
    ]);
  });

  it.each([
    ['channel-gone', true],
    ['not-in-channel', true],
    ['unavailable', true],
    ['too-long', false],
    ['refused', false],
    ['too-many-attempts', false],
  ])('a model’s answer of a job that was given up (%s) is found: %s', async (errorCode, isFound) => {
    const store = await open();
    await store.receive({ key: 'e', team: 'T1', receivedAt: 1 }, [newJob('a', { channel: 'C1' })]);
    const jobId = (await store.claimJob({ owner: 'w', now: 2, leaseMs: 1000 }))?.id ?? '';
    await store.saveStep({ jobId, owner: 'w', name: 'asked', result: 'the answer' });
    await store.finishJob({ jobId, owner: 'w', status: 'failed', errorCode, now: 3 });
    expect(await store.findAnswer('asked')).toBe(isFound ? 'the answer' : undefined);
    await store.deletePlace({ team: 'T1', channel: 'C1' });
    expect(await store.findAnswer('asked')).toBeUndefined();
  });

  it('a model’s answer is found by its name while the job that keeps it has not ended', async () => {
    const store = await open();
    const claims = [];
    for (const key of ['done', 'failed', 'open']) {
      await store.receive({ key, team: 'T1', receivedAt: 1 }, [newJob(key)]);
      const jobId = (await store.claimJob({ owner: key, now: 2, leaseMs: 1000 }))?.id ?? '';
      await store.saveStep({ jobId, owner: key, name: `asked-${key}`, result: `“${key}”` });
      await store.beginStep({ jobId, owner: key, name: 'begun' });
      claims.push({ jobId, owner: key });
      expect(await store.findAnswer(`asked-${key}`)).toBe(`“${key}”`);
    }
    for (const [n, status] of (['done', 'failed'] as const).entries())
      await store.finishJob({ jobId: claims[n]?.jobId ?? '', owner: status, status, errorCode: null, now: 3 });
    const names = ['asked-done', 'asked-failed', 'asked-open', 'begun', 'asked-none'];
    expect(await Promise.all(names.map((name) => store.findAnswer(name)))).toEqual([
      ...[undefined, undefined, '“open”', undefined, undefined],
    ]);
  });
});
