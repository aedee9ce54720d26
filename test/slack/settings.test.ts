import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readWorkspaceSettings } from '../../src/core/settings.ts';
import { textsOf } from './support/block-kit.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { waitUntil } from './support/wait-until.ts';

const place = { team: 'T1', channel: 'C1' };

describe.each<Mode>(['http', 'socket'])('the settings of a channel, over %s', (mode) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await startNewsroom(mode);
  });
  beforeEach(async () => {
    room.fake.clear();
    await room.store.deletePlace({ team: 'T1' });
  });
  afterAll(() => room.close());

  async function openSettings(channel = 'C1'): Promise<Record<string, unknown> & { private_metadata?: string }> {
    const { fake } = room;
    fake.views.length = 0;
    const trigger = fake.nextTrigger();
    fake.triggers.add(trigger);
    const typed = { text: 'settings', channel_id: channel, trigger_id: trigger, response_url: fake.responseUrl };
    expect(await room.command(typed)).toBe(true);
    await waitUntil(() => fake.views.length === 1);
    return fake.views[0] ?? {};
  }
  const wordsOf = (view: unknown) =>
    textsOf((view as { blocks: unknown }).blocks)
      .map(({ text }) => text)
      .join('\n');
  const told = async () => {
    await waitUntil(() => room.fake.ephemerals.length > 0);
    return room.fake.ephemerals.splice(0).map(({ text }) => text);
  };

  it('offer each language once, and to do as the workspace does but once', async () => {
    const blocks = JSON.stringify(await openSettings());
    expect(blocks.match(/"value":"workspace"/g)).toHaveLength(2 * 5); // an option and its choice, in five lists
    expect(blocks).not.toContain('"text":"workspace"');
  });

  it('open with what holds, and are saved with one sentence that only the person sees', async () => {
    const view = await openSettings();
    expect(wordsOf(view)).toContain('As the workspace: automatic');
    expect(
      await room.submit(view, { reading: 'asked', language: 'de', blockedSites: 'https://www.Tabloid.example/x' }),
    ).toEqual({});
    expect(await told()).toEqual([
      'Saved for this channel. Reading: when asked · Language of a brief: German · Never these sites: tabloid.example.',
    ]);
    expect(await room.store.channelSettings(place)).toMatchObject({
      reading: 'asked',
      language: 'de',
      length: 'standard',
      blockedSites: ['tabloid.example'],
    });
  });

  it('follow the workspace where the channel has nothing of its own', async () => {
    const by = { team: 'T1', user: 'U2', now: 1 };
    const defaults = { reading: 'off', blockedSites: ['a.example'] };
    await room.store.saveWorkspaceSettings({ ...by, settings: readWorkspaceSettings({ defaults }) });
    await room.store.saveChannelSettings({ ...by, channel: 'C1', settings: { reading: 'automatic', length: 'full' } });
    const view = await openSettings();
    expect(wordsOf(view)).toContain('As the workspace: off');
    expect(wordsOf(view)).toContain('Last changed by <@U2>');
    await room.submit(view, { reading: 'workspace' });
    expect(await told()).toEqual(['Saved for this channel. Reading: off.']);
    expect((await room.store.settingsRecord(place))?.own).toEqual({ length: 'full' });
    await room.submit(await openSettings(), { length: 'workspace' });
    expect(await room.store.settingsRecord(place)).toBeUndefined();
    await room.submit(await openSettings(), { blockedSites: '' });
    expect((await room.store.settingsRecord(place))?.own).toEqual({ blockedSites: [] });
  });

  it('say at the field what is no site, and save nothing', async () => {
    const view = await openSettings();
    const answer = await room.submit(view, { reading: 'off', allowedSites: 'news.example, not a site, localhost' });
    expect(answer).toEqual({
      response_action: 'errors',
      errors: { allowedSites: expect.stringMatching(/^“not”, “a”, “site”: not the name of a site/) },
    });
    expect(await room.store.settingsRecord(place)).toBeUndefined();
  });

  it('notice that another person saved in between, and show what holds now', async () => {
    const seenByBoth = await openSettings();
    await room.submit(seenByBoth, { reading: 'off' }, 'U2');
    const answer = await room.submit(seenByBoth, { reading: 'asked' });
    expect(answer.response_action).toBe('update');
    expect(wordsOf(answer.view)).toContain('*Not saved:* <@U2> changed these settings');
    expect(await room.store.channelSettings(place)).toMatchObject({ reading: 'off' });
    expect(await room.submit(answer.view, { reading: 'asked' })).toEqual({});
    expect(await room.store.channelSettings(place)).toMatchObject({ reading: 'asked' });
  });

  describe('where only administrators may change them', () => {
    beforeEach(() =>
      room.store.saveWorkspaceSettings({
        ...{ team: 'T1', user: 'U9', now: 1 },
        settings: readWorkspaceSettings({ editors: 'admins' }),
      }),
    );

    it('are shown to others without a form, with who may change them', async () => {
      const view = await openSettings();
      expect(view.submit).toBeUndefined();
      expect(wordsOf(view)).toContain(
        'Only the workspace’s owners and administrators may change this: ask one of them.',
      );
      expect(wordsOf(view)).toContain('*Reading:* automatic');
    });

    it('are changed by an administrator', async () => {
      room.fake.admins.add('U1');
      expect(await room.submit(await openSettings(), { length: 'short' })).toEqual({});
      expect(await room.store.channelSettings(place)).toMatchObject({ length: 'short' });
    });

    it('are not changed by somebody who is none any more when they save', async () => {
      room.fake.admins.add('U1');
      const view = await openSettings();
      room.fake.admins.clear();
      const answer = await room.submit(view, { length: 'short' });
      expect(wordsOf(answer.view)).toContain('Only the workspace’s owners and administrators');
      expect(await room.store.settingsRecord(place)).toBeUndefined();
    });

    it('say which scope is missing where Slack does not let us see who is one', async () => {
      room.fake.scopes = room.fake.scopes.filter((scope) => scope !== 'users:read');
      expect(wordsOf(await openSettings())).toContain('add the scope `users:read`');
    });

    it('say so where Slack does not answer', async () => {
      room.fake.faults.set('users.info', [{ kind: 'status', status: 503 }]);
      expect(wordsOf(await openSettings())).toContain('Slack did not say just now');
    });
  });

  it('answer through the response URL where the bot is no member', async () => {
    await room.submit(await openSettings('C2'), { reading: 'off' });
    await waitUntil(() => room.fake.responses.length > 0);
    expect(room.fake.responses).toMatchObject([{ text: 'Saved for this channel. Reading: off.' }]);
  });

  it('say so where they cannot be opened', async () => {
    await room.command({ text: 'settings', trigger_id: 'too-late', response_url: room.fake.responseUrl });
    expect(await told()).toEqual(['The settings could not be opened just now: please try again in a minute.']);
  });

  it('ignore a form that is none of ours', async () => {
    const view = await openSettings();
    expect(await room.submit({ ...view, private_metadata: '{"channel":7}' }, { reading: 'off' })).toEqual({});
    expect(await room.store.settingsRecord(place)).toBeUndefined();
  });
});
