import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Brief } from '../../src/core/brief.ts';
import { checkDraft } from '../../src/core/check.ts';
import { article, draft } from '../flows/fakes.ts';
import { textsOf } from './support/block-kit.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { toPress } from './support/signed-http.ts';
import { waitUntil } from './support/wait-until.ts';

const sound = checkDraft(draft, article);

describe.each<Mode>(['http', 'socket'])('feedback on a brief, over %s', (mode) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await startNewsroom(mode);
  });
  beforeEach(async () => {
    room.fake.clear();
    await room.store.deletePlace({ team: 'T1' });
  });
  afterAll(() => room.close());

  let count = 0;
  /** A brief that stands in a thread of the channel. */
  async function post(brief: Brief): Promise<string> {
    count += 1;
    const id = `brief-${mode}-${count}`;
    const root = room.fake.say('C1', 'link');
    const reply = { ...room.fake.say('C1', 'brief', root.ts), user: room.fake.botUserId };
    room.fake.messages.splice(-1, 1, reply);
    const record = { id, team: 'T1', channel: 'C1', threadTs: root.ts, replyTs: reply.ts, postTs: root.ts, user: 'U1' };
    await room.store.saveBrief({ ...record, brief, createdAt: Date.now() });
    return id;
  }

  async function press(action: string, briefId: string, user = 'U1'): Promise<void> {
    const trigger = room.fake.nextTrigger();
    room.fake.triggers.add(trigger);
    expect(await room.interact({ ...toPress(action, briefId, trigger), user: { id: user, team_id: 'T1' } })).toBe(true);
  }
  /** Waits until a person was told this. */
  async function told(words: string): Promise<void> {
    await waitUntil(() => room.fake.ephemerals.some(({ text }) => text.includes(words)));
    room.fake.ephemerals.length = 0;
  }
  async function openForm(briefId: string, user = 'U1'): Promise<unknown> {
    room.fake.views.length = 0;
    await press('brief_bad', briefId, user);
    await waitUntil(() => room.fake.views.length > 0);
    return room.fake.views[0];
  }
  const shown = () => {
    const message = room.fake.messages.at(-1);
    return [message?.text ?? '', ...textsOf(message?.blocks).map(({ text }) => text)].join('\n');
  };

  it('a thumb is kept once for each person, and thanked for where only they see it', async () => {
    const id = await post(sound);
    await press('brief_good', id);
    await told('Thank you: noted that this brief is helpful.');
    await press('brief_good', id);
    await told('You had already said that this brief is helpful.');
    await press('brief_good', id, 'U2');
    await told('Thank you: noted that this brief is helpful.');
    expect(await room.store.sumFeedback({ team: 'T1', since: 0 })).toEqual({ good: 2, bad: 0, wrong: 0 });
    await openForm(id);
    expect(await room.store.sumFeedback({ team: 'T1', since: 0 })).toEqual({ good: 1, bad: 1, wrong: 0 });
    expect(room.fake.messages.at(-1)?.text).toBe('brief');
  });

  it('a claim that is reported is checked again, and the brief says so with what the article says', async () => {
    const id = await post(sound);
    const comment = 'It is *ten* weeks <!channel> <https://evil.example|see>\u202e';
    expect(await room.submit(await openForm(id), { claims_1: ['1'], comment })).toEqual({});
    await told('Thank you: claim 1 will be checked again, and the brief will show that you reported it.');
    await room.settle();
    const text = shown();
    expect(text).toContain(
      '*Reported as wrong*\n• Claim 1 was reported as wrong by <@U1> (“It is ∗ten∗ weeks &lt;!channel&gt;',
    );
    expect(text).toContain('Checked again, this is what the article says: “The harbour bridge will close for 12 weeks');
    expect(text).toContain('*1.* The harbour bridge will close for 12 weeks. _(reported as wrong)_');
    expect(text).not.toMatch(/<!channel>|<https:\/\/evil|\u202e/);
    expect(room.fake.messages.at(-1)?.text).toMatch(/^Harbour bridge to close for repairs/);
    expect(await room.store.sumFeedback({ team: 'T1', since: 0 })).toEqual({ good: 0, bad: 1, wrong: 1 });
  });

  it('a claim that the check does not bear out is struck and taken back, also among all claims', async () => {
    const [claim] = sound.claims;
    if (!claim) throw new Error('the sample has a claim');
    const invented = { ...claim, text: 'The harbour bridge will close for 40 weeks.', quote: null };
    const id = await post({ ...sound, claims: [claim, invented] });
    await room.submit(await openForm(id), { claims_1: ['2'] });
    await room.settle();
    expect(shown()).toContain('*2.* ~The harbour bridge will close for 40 weeks.~ _(taken back)_');
    expect(shown()).toContain('*1.* The harbour bridge will close for 12 weeks.\n');
    room.fake.views.length = 0;
    await press('all_claims', id);
    await waitUntil(() => room.fake.views.length > 0);
    expect(JSON.stringify(room.fake.views[0])).toContain('_(taken back)_');
  });

  it('the summary is checked again too; reports of several people all stand', async () => {
    const id = await post(sound);
    await room.submit(await openForm(id), { about: ['summary'], claims_1: ['1'] });
    await room.submit(await openForm(id, 'U2'), { about: ['summary'], comment: 'no' }, 'U2');
    await room.settle();
    const both =
      '• The summary was reported as wrong by <@U1> and <@U2> (“no”). Checked again, each sentence of it rests';
    expect(shown()).toContain(both);
    expect(shown()).toContain('• Claim 1 was reported as wrong by <@U1>.');
    await openForm(id);
    await room.settle();
    expect(shown()).toContain(both);
  });

  it('who reports something more takes back nothing that they reported and wrote before', async () => {
    const id = await post(sound);
    await room.submit(await openForm(id), { about: ['summary'], comment: 'no' });
    await room.submit(await openForm(id), { claims_1: ['1'] });
    await room.submit(await openForm(id), { about: ['summary'], claims_1: ['1'] });
    await room.settle();
    expect(shown()).toContain('• The summary was reported as wrong by <@U1> (“no”)');
    expect(shown()).toContain('• Claim 1 was reported as wrong by <@U1>.');
  });

  it('reports that eight people send in at once are all kept, and the brief names them all', async () => {
    const id = await post(sound);
    const users = Array.from({ length: 8 }, (_, n) => `U${n + 1}`);
    const forms: unknown[] = [];
    for (const user of users) forms.push(await openForm(id, user));
    await Promise.all(users.map((user, n) => room.submit(forms[n], { claims_1: ['1'], comment: `by ${user}` }, user)));
    await room.settle();
    for (const user of users) expect(shown()).toContain(`<@${user}> (“by ${user}”)`);
    expect(await room.store.sumFeedback({ team: 'T1', since: 0 })).toMatchObject({ wrong: 8 });
  });

  it('something else is kept with its comment and changes nothing that others see', async () => {
    const id = await post(sound);
    await room.submit(await openForm(id), { about: ['other'], comment: 'Too dull.' });
    await told('Thank you: your report was noted.');
    await room.settle();
    expect(shown()).toBe('brief');
    expect(await room.store.feedbackOn(id)).toMatchObject([{ user: 'U1', verdict: 'bad', comment: 'Too dull.' }]);
  });

  it('a form sent in empty says what to do', async () => {
    const answer = await room.submit(await openForm(await post(sound)), {});
    expect(answer.errors).toEqual({ about: 'Tick what is wrong, or write it below.' });
  });

  it('a brief that is gone, or of another channel, is one sentence', async () => {
    await press('brief_good', 'no-such-brief');
    await told('This brief is no longer kept');
    const id = await post(sound);
    const view = await openForm(id);
    await room.store.deletePlace({ team: 'T1' });
    expect(await room.submit(view, { claims_1: ['1'] })).toEqual({});
    await told('This brief is no longer kept');
    await room.settle();
    expect(shown()).toBe('brief');
  });

  it('a report is kept where Slack is slow or down, and where the reply was deleted it ends quietly', async () => {
    const id = await post(sound);
    room.fake.faults.set('chat.update', [{ kind: 'status', status: 429, retryAfter: 5 }, { kind: 'cut' }]);
    await room.submit(await openForm(id), { claims_1: ['1'] });
    await room.settle();
    expect(shown()).toContain('Claim 1 was reported as wrong');
    const other = await post(sound);
    const view = await openForm(other);
    room.fake.messages.pop();
    await room.submit(view, { claims_1: ['1'] });
    await room.settle();
    expect(await room.store.failedJobs(5)).toEqual([]);
  });

  it('a brief with more claims than one group of boxes holds can be reported whole', async () => {
    const claims = Array.from({ length: 23 }, (_, at) => ({
      ...sound.claims[0],
      text: `Claim ${at} ${'long '.repeat(40)}`,
    }));
    const id = await post({ ...sound, claims: claims as Brief['claims'] });
    await room.submit(await openForm(id), { claims_1: ['2', '4'], claims_21: ['23'], about: ['summary'] });
    await told('Thank you: claims 2, 4 and 23 and the summary will be checked again');
    await room.settle();
    expect(shown()).toContain('• Claim 23 was reported as wrong');
  });
});
