import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import type { Queries } from '../../src/store/queries.ts';
import { answerRecord, articleOf, briefOf, briefRecord, newJob } from './records.ts';
import { engines, openServerStores, openTestStore, serverUrl, temporaryFolder } from './stores.ts';

const thread = { team: 'T1', channel: 'C1', threadTs: '100.1' };

function briefAbout(text: string, id: string, fields: Parameters<typeof briefRecord>[1] = {}) {
  return briefRecord(id, { brief: briefOf(articleOf(text)), ...fields });
}

/** A failed job that holds a text in its payload and in a step. */
async function failJob(store: Queries, key: string, text: string, now: number): Promise<void> {
  await store.receive({ key: `e-${key}`, team: 'T1', receivedAt: now }, [
    newJob(key, { channel: 'C1', payload: { text } }),
  ]);
  const jobId = (await store.claimJob({ owner: key, now, leaseMs: 1000 }))?.id ?? '';
  await store.saveStep({ jobId, owner: key, name: 'read', result: { text } });
  await store.finishJob({ jobId, owner: key, status: 'failed', errorCode: 'x', now });
}

async function exportedText(store: Queries, team: string): Promise<string> {
  const lines: string[] = [];
  for await (const exported of store.exportPlace({ team })) lines.push(JSON.stringify(exported));
  return lines.join('\n');
}

describe.each(engines)('deleting on $name', ({ open }) => {
  it('old text goes and newer text stays', async () => {
    const store = await open();
    await store.saveBrief(briefAbout('Old text.', 'old', { createdAt: 10 }));
    await store.saveBrief(briefAbout('New text.', 'new', { createdAt: 20 }));
    await store.saveAnswer(answerRecord('old', { createdAt: 10 }));
    await store.saveAnswer(answerRecord('new', { createdAt: 20 }));
    await failJob(store, 'old', 'text', 10);
    await failJob(store, 'new', 'text', 20);
    expect(await store.deleteOldText({ before: 20, keepBriefs: false })).toEqual({
      articles: 1,
      briefs: 1,
      answers: 1,
      jobs: 1,
    });
    expect((await store.briefsInThread(thread)).map(({ id }) => id)).toEqual(['new']);
    expect((await store.answersInThread(thread, 9)).map(({ id }) => id)).toEqual(['new']);
    expect((await store.failedJobs(9)).map(({ key, canRetry }) => [key, canRetry])).toEqual([
      ['new', true],
      ['old', false],
    ]);
  });

  it('a workspace’s own time is for its text alone, and what people wrote about a brief goes too', async () => {
    const store = await open();
    for (const team of ['T1', 'T2']) {
      await store.saveBrief(briefAbout(`Text of ${team}.`, team, { team, createdAt: 10 }));
      await store.saveAnswer(answerRecord(team, { team, createdAt: 10 }));
      await store.saveFeedback({
        briefId: team,
        user: 'U1',
        claim: null,
        team,
        channel: 'C1',
        verdict: 'bad',
        comment: 'that is not what he said',
        createdAt: 10,
      });
    }
    const settings = { ...(await store.workspaceSettings('T2')), retentionDays: 90 };
    await store.saveWorkspaceSettings({ team: 'T2', settings, user: 'U1', now: 1 });
    expect(await store.ownRetention()).toEqual([{ team: 'T2', days: 90 }]);
    const one = { articles: 1, briefs: 1, answers: 1, jobs: 0 };
    expect(await store.deleteOldText({ before: 20, keepBriefs: false, exceptTeams: ['T2'] })).toEqual(one);
    expect(await exportedText(store, 'T1')).not.toMatch(/Text of|not what he said/);
    expect(await exportedText(store, 'T2')).toMatch(/Text of T2.*not what he said/s);
    expect(await store.deleteOldText({ before: 20, keepBriefs: false, team: 'T2' })).toEqual(one);
    expect(await exportedText(store, 'T2')).not.toMatch(/Text of|not what he said/);
  });

  it('a brief without its text is no ground for answers, and comes back with the text', async () => {
    const store = await open();
    await store.saveBrief(briefAbout('Old text.', 'old', { createdAt: 10 }));
    expect(await store.deleteOldText({ before: 20, keepBriefs: true })).toMatchObject({ articles: 1, briefs: 0 });
    expect(await store.deleteOldText({ before: 20, keepBriefs: true })).toMatchObject({ articles: 0, briefs: 0 });
    expect(await store.briefsInThread(thread)).toEqual([]);
    expect(await store.findBrief('old')).toBeUndefined();
    expect(await store.hasTextlessBrief(thread)).toBe(true);
    expect(await store.hasTextlessBrief({ ...thread, threadTs: '7.7' })).toBe(false);
    await store.saveBrief(briefAbout('Old text.', 'again', { createdAt: 30 }));
    expect((await store.briefsInThread(thread)).map(({ id }) => id)).toEqual(['again', 'old']);
  });

  it('an article that was briefed again keeps its text from then on', async () => {
    const store = await open();
    await store.saveBrief(briefAbout('Same text.', 'first', { createdAt: 10 }));
    await store.saveBrief(briefAbout('Same text.', 'second', { createdAt: 30 }));
    await store.deleteOldText({ before: 20, keepBriefs: true });
    expect((await store.briefsInThread(thread)).map(({ id }) => id)).toEqual(['second', 'first']);
  });

  it('each brief goes by its own age, and its article with the last of them', async () => {
    const store = await open();
    for (const [n, createdAt] of [10, 20, 30].entries())
      await store.saveBrief(briefAbout('Same text.', `b${n}`, { createdAt, threadTs: `${n}.1`, postTs: `${n}.1` }));
    const textOf = async () => (await exportedText(store, 'T1')).match(/"id":"b\d"|Same text/g);
    expect(await store.deleteOldText({ before: 21, keepBriefs: false })).toMatchObject({ articles: 0, briefs: 2 });
    expect(await textOf()).toEqual(['"id":"b2"', 'Same text']);
    expect(await store.deleteOldText({ before: 31, keepBriefs: false })).toMatchObject({ articles: 1, briefs: 1 });
    expect(await textOf()).toBeNull();
  });

  it.each([true, false])(
    'an article does not outlive the age of the briefs that are left, keepBriefs %s',
    async (keepBriefs) => {
      const store = await open();
      const draft = { summary: [], actors: [], claims: [], drafter: briefRecord('x').brief.drafter };
      await store.saveBrief(briefAbout('Same text.', 'old', { createdAt: 10 }), { key: 'k', draft });
      await store.saveBrief(briefAbout('Same text.', 'new', { createdAt: 30, postTs: '200.1' }));
      await store.deleteReplies({ team: 'T1', channel: 'C1', postTs: '200.1' });
      expect(await store.deleteOldText({ before: 5, keepBriefs })).toMatchObject({ articles: 0, briefs: 0 });
      expect(await store.findDraft('k')).toBeDefined();
      expect(await store.deleteOldText({ before: 20, keepBriefs })).toMatchObject({ articles: 1 });
      expect(await exportedText(store, 'T1')).not.toContain('Same text');
      expect(await store.findDraft('k')).toBeUndefined();
    },
  );

  it('a job that has not ended keeps its payload however old it is', async () => {
    const store = await open();
    await store.receive({ key: 'e', team: 'T1', receivedAt: 0 }, [newJob('waiting'), newJob('running')]);
    const running = await store.claimJob({ owner: 'w', now: 0, leaseMs: 1_000_000 });
    await store.saveStep({ jobId: running?.id ?? '', owner: 'w', name: 'read', result: 1 });
    await store.deleteOldText({ before: 999_999, keepBriefs: false });
    await store.forgetOldKeys(999_999);
    expect(await store.readStep(running?.id ?? '', 'read')).toEqual({ result: 1 });
    const waiting = await store.claimJob({ owner: 'w2', now: 0, leaseMs: 1 });
    expect(waiting?.payload).toEqual({ key: waiting?.key });
  });

  it('a channel goes with all that is its own, and nothing of another', async () => {
    const store = await open();
    const elsewhere = [{ channel: 'C2' }, { team: 'T2' }];
    await store.saveBrief(briefRecord('here'));
    await store.saveAnswer(answerRecord('here'));
    for (const [n, place] of elsewhere.entries()) {
      await store.saveBrief(briefRecord(`brief-${n}`, place));
      await store.saveAnswer(answerRecord(`answer-${n}`, place));
    }
    await store.receive({ key: 'e', team: 'T1', receivedAt: 0 }, [
      newJob('running', { channel: 'C1' }),
      newJob('other', { channel: 'C2' }),
    ]);
    const running = await store.claimJob({ owner: 'w', now: 0, leaseMs: 9999 });
    expect(running?.key).toBe('running');

    expect(await store.deletePlace({ team: 'T1', channel: 'C1' })).toEqual({
      articles: 1,
      briefs: 1,
      answers: 1,
      jobs: 1,
    });
    expect(await store.findBrief('here')).toBeUndefined();
    expect(await store.answersInThread(thread, 9)).toEqual([]);
    expect(await store.saveStep({ jobId: running?.id ?? '', owner: 'w', name: 's', result: 1 })).toBe(false);
    expect((await store.claimJob({ owner: 'w2', now: 0, leaseMs: 9999 }))?.key).toBe('other');
    for (const [n, place] of elsewhere.entries()) {
      expect(await store.findBrief(`brief-${n}`)).toBeDefined();
      expect(await store.answersInThread({ ...thread, ...place }, 9)).toHaveLength(1);
    }
  });

  it('a workspace goes with its events and what it used', async () => {
    const store = await open();
    const event = { key: 'e', team: 'T1', receivedAt: 0 };
    await store.receive(event, [newJob('a')]);
    const day = '2026-11-22';
    const used = { key: 'u', channel: 'C1', user: 'U', day, model: 'm', calls: 1, inputTokens: 1, outputTokens: 1 };
    await store.countUsage({ ...used, team: 'T1', costMicros: 5 });
    await store.deletePlace({ team: 'T1' });
    expect((await store.sumUsage({ team: 'T1', fromDay: day, toDay: day })).calls).toBe(0);
    expect(await store.claimJob({ owner: 'w', now: 0, leaseMs: 1 })).toBeUndefined();
    expect(await store.receive(event, [])).toBe(true);
  });

  it('old keys are forgotten and newer ones are not', async () => {
    const store = await open();
    await store.receive({ key: 'old', team: 'T1', receivedAt: 10 }, []);
    await store.receive({ key: 'new', team: 'T1', receivedAt: 20 }, []);
    await store.forgetOldKeys(20);
    expect(await store.receive({ key: 'old', team: 'T1', receivedAt: 30 }, [])).toBe(true);
    expect(await store.receive({ key: 'new', team: 'T1', receivedAt: 30 }, [])).toBe(false);
  });
});

describe.runIf(serverUrl)('old text on a PostgreSQL server', () => {
  it('goes without a brief of the same article that another process is saving', async () => {
    const [cleaner, bot] = await openServerStores(2);
    if (!cleaner || !bot) return;
    for (let round = 0; round < 20; round += 1) {
      await bot.saveBrief(briefAbout('Same text.', `old-${round}`, { createdAt: 10 }));
      const saving = bot.saveBrief(briefAbout('Same text.', `new-${round}`, { createdAt: 30 }));
      await Promise.all([cleaner.deleteOldText({ before: 20, keepBriefs: false }), saving]);
      expect(await bot.findBrief(`new-${round}`), `round ${round}`).toBeDefined();
      await cleaner.deleteOldText({ before: 20, keepBriefs: false });
      expect(await bot.findBrief(`old-${round}`), `round ${round}`).toBeUndefined();
      await cleaner.deleteOldText({ before: 99, keepBriefs: false });
    }
  });
});

describe('deleting in the file', () => {
  const canary = 'canary-bird-in-the-mine';

  function filesHold(path: string): boolean {
    return ['', '-wal', '-shm', '-journal', '.lock'].some(
      (ending) => existsSync(path + ending) && readFileSync(path + ending).includes(canary),
    );
  }

  async function fillWithCanary(store: Store): Promise<void> {
    const text = `${canary} `.repeat(500);
    for (let n = 0; n < 5; n++) {
      await store.saveBrief(briefAbout(`${n} ${text}`, `b${n}`, { createdAt: n }));
      await store.saveAnswer(answerRecord(`a${n}`, { answer: text, createdAt: n }));
      await failJob(store, `failed-${n}`, text, n);
    }
  }

  it('leaves nothing of an old text', async () => {
    const path = join(temporaryFolder(), 'byline.db');
    const store = await openTestStore(path);
    await fillWithCanary(store);
    expect(filesHold(path)).toBe(true);
    await store.deleteOldText({ before: 1000, keepBriefs: false });
    expect(filesHold(path)).toBe(false);
  });

  it('leaves nothing of a workspace', async () => {
    const path = join(temporaryFolder(), 'byline.db');
    const store = await openTestStore(path);
    await fillWithCanary(store);
    await store.deletePlace({ team: 'T1' });
    expect(filesHold(path)).toBe(false);
  });
});
