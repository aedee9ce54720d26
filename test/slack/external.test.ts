import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from './support/fake-slack.ts';
import { type Mode, type Newsroom, startNewsroom } from './support/newsroom.ts';
import { toLinkForm, toPress, toShortcut } from './support/signed-http.ts';
import { link } from './support/ways.ts';

describe.each<Mode>(['http', 'socket'])('a channel shared with another organisation, over %s', (mode) => {
  let room: Newsroom;
  beforeEach(async () => {
    room = await startNewsroom(mode);
  });
  afterEach(() => room.close());

  const own = () => room.fake.messages.filter(({ user }) => user === room.fake.botUserId);
  const told = () => [...room.fake.ephemerals, ...room.fake.responses].map(({ text }) => text);
  const asking = () => ({ response_url: room.fake.responseUrl, trigger_id: room.fake.nextTrigger() });

  async function askInEveryWay(said: Posted): Promise<void> {
    await room.command({ text: link, ...asking() });
    await room.command({ text: `private ${link}`, ...asking() });
    await room.interact(toShortcut(said, asking()));
    const press = toPress('brief_link', link, room.fake.nextTrigger());
    const container = { type: 'message', message_ts: '1.1', channel_id: 'C1', thread_ts: said.ts };
    await room.interact({ ...press, container, response_url: room.fake.responseUrl });
    const urls = [{ response_url: room.fake.responseUrl, channel_id: 'C1', block_id: 'place', action_id: 'place' }];
    await room.interact({ ...toLinkForm(link, 'C1', `V${room.fake.nextTrigger()}`), response_urls: urls });
    await room.settle();
  }

  it('is closed to commands, buttons, shortcuts and the form as well, once a message has said so', async () => {
    // Slack says it of messages; without the scopes to ask it says it of nothing else.
    room.fake.scopes = room.fake.scopes.filter((scope) => !/^(channels|groups):read$/.test(scope));
    const said = room.fake.say('C1', 'good morning');
    await room.event({ type: 'message', channel_type: 'channel', ...said }, { is_ext_shared_channel: true });
    await askInEveryWay(said);
    expect(own()).toEqual([]);
    expect(told()).toEqual(Array(5).fill(expect.stringMatching(/shared with other org/)));
  });

  it('is closed where Slack says so when asked, though no message came from it yet', async () => {
    room.fake.channels.set('C1', { kind: 'public', member: true, archived: false, isExternal: true });
    await askInEveryWay(room.fake.say('C1', 'good morning'));
    expect(own()).toEqual([]);
    expect(told()).toHaveLength(5);
  });

  it('is read where its settings say so, and once it is shared no more', async () => {
    const said = room.fake.say('C1', 'good morning');
    await room.event({ type: 'message', channel_type: 'channel', ...said }, { is_ext_shared_channel: true });
    await room.command({ text: link, ...asking() });
    await room.settle();
    expect(own()).toHaveLength(1);
    const settings = { team: 'T1', channel: 'C1', user: 'U1', now: 1, settings: { external: true } };
    await room.store.saveChannelSettings(settings);
    await room.command({ text: link, ...asking() });
    await room.settle();
    expect(own()).toHaveLength(2);
  });
});
