import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRecord, articleOf, briefOf, briefRecord } from './records.ts';
import { engines } from './stores.ts';

const thread = { team: 'T1', channel: 'C1', threadTs: '100.1' };

describe.each(engines)('brief store on $name', ({ open }) => {
  it('gives a brief back whole, whatever its text', async () => {
    const store = await open();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.option(fc.string(), { nil: null }), async (text, title) => {
        const record = briefRecord(`b${count++}`, {
          threadTs: `t${count}`,
          brief: briefOf(articleOf(text, { title, url: null, canonicalUrl: null })),
        });
        await store.saveBrief(record);
        expect(await store.briefsInThread({ ...thread, threadTs: `t${count}` })).toEqual([record]);
      }),
      { numRuns: 40 },
    );
  });

  it('saving the same id again changes nothing', async () => {
    const store = await open();
    const record = briefRecord('b1');
    await store.saveBrief(record);
    await store.saveBrief({ ...record, replyTs: 'other', brief: briefOf(articleOf('Another text.')) });
    expect(await store.briefsInThread(thread)).toEqual([record]);

    const answer = answerRecord('a1');
    await store.saveAnswer(answer);
    await store.saveAnswer({ ...answer, answer: 'other' });
    expect(await store.answersInThread(thread, 9)).toEqual([answer]);
  });

  it('gives the briefs of one thread only, newest first', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('old', { createdAt: 1 }));
    await store.saveBrief(briefRecord('new', { createdAt: 3 }));
    await store.saveBrief(briefRecord('mid', { createdAt: 2 }));
    await store.saveBrief(briefRecord('mid-later', { createdAt: 2 }));
    await store.saveBrief(briefRecord('other-thread', { threadTs: '100.3' }));
    await store.saveBrief(briefRecord('other-channel', { channel: 'C2' }));
    await store.saveBrief(briefRecord('other-team', { team: 'T2' }));
    expect((await store.briefsInThread(thread)).map(({ id }) => id)).toEqual(['new', 'mid-later', 'mid', 'old']);
  });

  it('finds a brief by its id', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('b1'));
    expect(await store.findBrief('b1')).toEqual(briefRecord('b1'));
    expect(await store.findBrief('b2')).toBeUndefined();
  });

  it('gives the newest answers of one thread, oldest first', async () => {
    const store = await open();
    for (let n = 1; n <= 5; n++) await store.saveAnswer(answerRecord(`a${n}`, { createdAt: n, question: `q${n}` }));
    await store.saveAnswer(answerRecord('elsewhere', { threadTs: '100.3', createdAt: 9 }));
    expect((await store.answersInThread(thread, 3)).map(({ question }) => question)).toEqual(['q3', 'q4', 'q5']);
    expect(await store.answersInThread({ ...thread, team: 'T2' }, 3)).toEqual([]);
  });
});
