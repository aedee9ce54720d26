import { describe, expect, it } from 'vitest';
import { readWorkspaceSettings } from '../../src/core/settings.ts';
import { briefRecord, newJob } from './records.ts';
import { engines } from './stores.ts';

const by = { team: 'T1', user: 'U1', now: 5 };

describe.each(engines)('settings and feedback on $name', ({ open }) => {
  it('a channel follows its workspace until it has settings of its own, and again when they are taken away', async () => {
    const store = await open();
    const workspace = readWorkspaceSettings({ defaults: { reading: 'asked', language: 'de' } });
    await store.saveWorkspaceSettings({ ...by, settings: workspace });
    await store.saveChannelSettings({ ...by, channel: 'C1', settings: { reading: 'off' } });
    expect(await store.channelSettings({ team: 'T1', channel: 'C1' })).toMatchObject({
      reading: 'off',
      language: 'de',
    });
    expect(await store.channelSettings({ team: 'T1', channel: 'C2' })).toMatchObject({ reading: 'asked' });
    expect(await store.channelSettings({ team: 'T2', channel: 'C1' })).toMatchObject({ reading: 'automatic' });
    await store.saveChannelSettings({ ...by, channel: 'C1', settings: null });
    expect(await store.channelSettings({ team: 'T1', channel: 'C1' })).toMatchObject({ reading: 'asked' });
    expect(await store.workspaceSettings('T1')).toEqual(workspace);
  });

  it('the later setting stands', async () => {
    const store = await open();
    await store.saveChannelSettings({ ...by, channel: 'C1', settings: { language: 'fr' } });
    await store.saveChannelSettings({ ...by, channel: 'C1', settings: { length: 'short' } });
    expect(await store.channelSettings({ team: 'T1', channel: 'C1' })).toMatchObject({
      language: null,
      length: 'short',
    });
  });

  it('tells who changed settings last, and what a channel has of its own', async () => {
    const store = await open();
    expect(await store.settingsRecord({ team: 'T1', channel: 'C1' })).toBeUndefined();
    await store.saveChannelSettings({ ...by, channel: 'C1', settings: { reading: 'off' } });
    await store.saveWorkspaceSettings({ ...by, user: 'U2', settings: readWorkspaceSettings({}) });
    expect(await store.settingsRecord({ team: 'T1', channel: 'C1' })).toEqual({
      own: { reading: 'off' },
      user: 'U1',
      changedAt: 5,
    });
    expect(await store.settingsRecord({ team: 'T1', channel: null })).toEqual({ own: {}, user: 'U2', changedAt: 5 });
  });

  it('of two people who saw the same, only the first to save is heard', async () => {
    const store = await open();
    const save = (seenAt: number | null, settings: { language: string } | null) =>
      store.saveChannelSettings({ ...by, channel: 'C1', settings, seenAt });
    expect([await save(null, { language: 'fr' }), await save(null, { language: 'de' })]).toEqual([true, false]);
    const seen = (await store.settingsRecord({ team: 'T1', channel: 'C1' }))?.changedAt ?? null;
    expect([await save(seen, { language: 'es' }), await save(seen, { language: 'de' })]).toEqual([true, false]);
    expect([await save(seen, null), await save(null, null)]).toEqual([false, false]);
    expect(await store.channelSettings({ team: 'T1', channel: 'C1' })).toMatchObject({ language: 'es' });
    const settings = readWorkspaceSettings({});
    expect(await store.saveWorkspaceSettings({ ...by, settings, seenAt: 4 })).toBe(false);
    expect(await store.saveWorkspaceSettings({ ...by, settings, seenAt: null })).toBe(true);
  });

  it('settings and feedback go with their workspace', async () => {
    const store = await open();
    await store.saveChannelSettings({ ...by, channel: 'C1', settings: { reading: 'off' } });
    const opinion = {
      briefId: 'b1',
      user: 'U1',
      claim: null,
      team: 'T1',
      channel: 'C1',
      comment: null,
      createdAt: 9,
    } as const;
    await store.saveBrief(briefRecord(opinion.briefId));
    await store.saveFeedback({ ...opinion, verdict: 'bad' });
    expect(await store.sumFeedback({ team: 'T1', since: 0 })).toMatchObject({ bad: 1 });
    await store.deletePlace({ team: 'T1' });
    expect(await store.channelSettings({ team: 'T1', channel: 'C1' })).toMatchObject({ reading: 'automatic' });
    expect(await store.sumFeedback({ team: 'T1', since: 0 })).toEqual({ good: 0, bad: 0, wrong: 0 });
  });

  it('a person has one opinion of a brief and one of each claim', async () => {
    const store = await open();
    const opinion = {
      briefId: 'b1',
      user: 'U1',
      claim: null,
      team: 'T1',
      channel: 'C1',
      comment: null,
      createdAt: 9,
    } as const;
    await store.saveBrief(briefRecord(opinion.briefId));
    await store.saveFeedback({ ...opinion, verdict: 'bad' });
    await store.saveFeedback({ ...opinion, verdict: 'good' });
    await store.saveFeedback({ ...opinion, claim: 2, verdict: 'wrong' });
    await store.saveFeedback({ ...opinion, user: 'U2', verdict: 'good', channel: 'C2' });
    expect(await store.sumFeedback({ team: 'T1', since: 0 })).toEqual({ good: 2, bad: 0, wrong: 1 });
    expect(await store.sumFeedback({ team: 'T1', channel: 'C1', since: 0 })).toEqual({ good: 1, bad: 0, wrong: 1 });
    expect(await store.sumFeedback({ team: 'T1', since: 10 })).toEqual({ good: 0, bad: 0, wrong: 0 });
  });
});

describe.each(engines)('what answers a post on $name', ({ open }) => {
  const thread = { team: 'T1', channel: 'C1', threadTs: '100.1' };
  const post = { team: 'T1', channel: 'C1', postTs: '100.1' };

  it('is found, and deleted with what it rests on', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('b1'));
    await store.saveAnswer({
      ...thread,
      id: 'a1',
      question: 'q',
      answer: 'a',
      replyTs: '100.4',
      postTs: '100.3',
      user: 'U2',
      createdAt: 2,
    });
    expect(await store.repliesToPost(post)).toEqual([
      { id: 'b1', replyTs: '100.2' },
      { id: 'a1', replyTs: '100.4' },
    ]);
    await store.deleteReplies(post);
    expect(await store.repliesToPost(post)).toEqual([]);
    expect(await store.briefsInThread(thread)).toEqual([]);
    for await (const kept of store.exportPlace({ team: 'T1' })) expect(kept).toBeUndefined();
  });

  it('an article that another post’s brief rests on stays', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('b1'));
    await store.saveBrief(briefRecord('b2', { threadTs: '200.1', postTs: '200.1' }));
    await store.deleteReplies(post);
    expect(await store.findBrief('b2')).toMatchObject({ id: 'b2' });
  });

  it('a question’s answer goes with the question alone', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('b1'));
    await store.saveAnswer({
      ...thread,
      id: 'a1',
      question: 'q',
      answer: 'a',
      replyTs: '100.4',
      postTs: '100.3',
      user: 'U2',
      createdAt: 2,
    });
    await store.deleteReplies({ ...post, postTs: '100.3' });
    expect(await store.answersInThread(thread, 5)).toEqual([]);
    expect(await store.findBrief('b1')).toBeDefined();
  });

  it('the brief of one link is found by its job’s key, and goes without the others', async () => {
    const store = await open();
    const ids: string[] = [];
    for (const name of ['link:aa', 'link:bb']) {
      await store.receive({ key: name, team: 'T1', receivedAt: 1 }, [newJob(`T1:C1:100.1:${name}`)]);
      const job = await store.claimJob({ owner: name, now: 2, leaseMs: 10 });
      if (!job) throw new Error('no job');
      ids.push(job.id);
      await store.saveBrief(briefRecord(job.id));
    }
    const of = { ...post, jobNames: ['link:aa'] };
    expect(await store.briefsOfJobs({ ...of, postTs: '100.9' })).toEqual([]);
    expect(await store.briefsOfJobs({ ...of, jobNames: ['a'] })).toEqual([]);
    expect(await store.briefsOfJobs(of)).toEqual([{ id: ids[0], replyTs: '100.2' }]);
    await store.deleteBriefs([ids[0] ?? '']);
    expect(await store.repliesToPost(post)).toEqual([{ id: ids[1], replyTs: '100.2' }]);
    // Both rest on the same article.
    expect(await store.findBrief(ids[1] ?? '')).toBeDefined();
  });
});
