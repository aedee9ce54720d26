import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { answerRecord, articleOf, briefOf, briefRecord, newJob } from './records.ts';
import { closeWithTest, newSchema, serverUrl } from './stores.ts';

it.runIf(serverUrl)(
  'the planner’s samples on a PostgreSQL server hold nothing of what people wrote and read',
  async () => {
    const { url, read, run } = await newSchema();
    const store = await openStore({ path: '', url });
    closeWithTest(() => store.close());
    for (let n = 0; n < 20; n += 1) {
      await store.saveBrief(briefRecord(`b${n}`, { brief: briefOf(articleOf(`Text ${n} of the harbour.`)) }));
      await store.saveAnswer(answerRecord(`a${n}`, { answer: `Answer ${n} of the harbour.` }));
      const by = { briefId: `b${n}`, user: 'U1', claim: null, team: 'T1', channel: 'C1' };
      await store.saveFeedback({ ...by, verdict: 'bad', comment: `No ${n} to the harbour.`, createdAt: n });
      const job = newJob(`j${n}`, { payload: { text: `Post ${n} about the harbour.` } });
      await store.receive({ key: `e${n}`, team: 'T1', receivedAt: n }, [job]);
    }
    await run('analyze');
    const samples = JSON.stringify(await read('select * from pg_stats where schemaname = current_schema()'));
    expect(samples).toContain('a19');
    expect(samples).not.toContain('arbour');
  },
);
