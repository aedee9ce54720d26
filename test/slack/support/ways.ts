import { article } from '../../flows/fakes.ts';
import type { Newsroom } from './newsroom.ts';
import { toLinkForm, toPress, toShortcut } from './signed-http.ts';

/** What most ways bring. */
export const link = 'https://news.example/harbour';

/** A link whose server does not answer. */
export const unreachable = 'https://down.example/harbour';

/** A paste of some 40,000 characters, which Slack turns into a snippet. */
export const longPaste = [
  article.title,
  'By Ada Quill\n1 November 2026',
  article.text,
  ...Array.from(
    { length: 400 },
    (_, n) => `Pier ${n + 1} of the bridge was looked at by the city’s engineers, and its steel will be renewed.`,
  ),
].join('\n\n');

/** A way in: delivers a post, each call as another delivery of the same; gives whether it was acknowledged. */
export type Way = {
  name: string;
  deliver: (room: Newsroom) => Promise<() => Promise<boolean>>;
  /** Where the brief has to be. */
  place: { channel: string; inThread: boolean } | 'response-url';
};

function messageWay(name: string, channel: string, channelType: string, change: Record<string, unknown> = {}): Way {
  return {
    name,
    place: { channel, inThread: true },
    deliver: async ({ fake, event }) => {
      const said = fake.say(channel, `<${link}>`);
      const message = {
        type: 'message',
        channel,
        channel_type: channelType,
        user: 'U1',
        ts: said.ts,
        text: `<${link}>`,
        ...change,
      };
      return () => event(message);
    },
  };
}

/** Every way in that leads to a brief. */
export const ways: Way[] = [
  messageWay('a link in a public channel', 'C1', 'channel'),
  messageWay('a link in a private channel', 'G1', 'group'),
  messageWay('a link in a direct message', 'D1', 'im'),
  messageWay('a link in a group message', 'G2', 'mpim'),
  {
    name: 'a link in a channel of an organisation with several workspaces',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, event }) => {
      const message = { type: 'message', channel_type: 'channel', ...fake.say('C1', `<${link}>`) };
      const of = { enterprise_id: 'E1', team_id: 'T1', is_enterprise_install: false };
      const authorizations = [{ ...of, user_id: 'UBOT', is_bot: true }];
      return () => event(message, { enterprise_id: 'E1', context_enterprise_id: 'E1', authorizations });
    },
  },
  {
    name: 'a stranger’s link in an external channel that is switched on',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, store, event }) => {
      const change = { team: 'T1', channel: 'C1', user: 'U1', now: 1, settings: { external: true } };
      await store.saveChannelSettings(change);
      const said = fake.say('C1', `<${link}>`, { user: 'U9' });
      const message = { type: 'message', channel_type: 'channel', ...said, user_team: 'T9', source_team: 'T9' };
      return () => event(message, { is_ext_shared_channel: true, context_team_id: 'T1' });
    },
  },
  {
    name: 'a link in the thread of a direct message',
    place: { channel: 'D1', inThread: true },
    deliver: async ({ fake, event }) => {
      const said = fake.say('D1', `<${link}>`, fake.say('D1', 'hello').ts);
      return () => event({ type: 'message', channel_type: 'im', ...said });
    },
  },
  {
    name: 'the newspaper reaction on a reply in a thread',
    place: { channel: 'G1', inThread: true },
    deliver: async ({ fake, event }) => {
      const said = fake.say('G1', `<${link}>`, { bot_id: 'B2', user: undefined, thread_ts: fake.say('G1', 'see').ts });
      const item = { type: 'message', channel: 'G1', ts: said.ts };
      return () => event({ type: 'reaction_added', reaction: 'newspaper', item, user: 'U1', event_ts: '1.1' });
    },
  },
  {
    name: 'a mention, which comes as two events',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, event }) => {
      const text = `<@UBOT> <${link}>`;
      const message = { type: 'message', channel: 'C1', user: 'U1', ts: fake.say('C1', text).ts, text };
      return async () => {
        const acknowledged = [
          event({ ...message, type: 'app_mention' }),
          event({ ...message, channel_type: 'channel' }),
        ];
        return (await Promise.all(acknowledged)).every((one) => one);
      };
    },
  },
  {
    name: 'a link in a thread',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, event }) => {
      const root = fake.say('C1', 'what do you think?');
      const said = fake.say('C1', `<${link}>`, root.ts);
      const message = { type: 'message', channel_type: 'channel', ...said };
      return () => event(message);
    },
  },
  {
    name: 'a long paste that Slack made a snippet',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, event }) => {
      const said = fake.say('C1', '');
      const snippet = fake.keepFile('-.txt', longPaste, { mode: 'snippet', preview: longPaste.slice(0, 200) });
      const message = { type: 'message', subtype: 'file_share', channel_type: 'channel', ...said, files: [snippet] };
      return () => event(message);
    },
  },
  {
    name: 'a link edited into a message',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, event }) => {
      const said = fake.say('C1', 'see');
      const before = { type: 'message', user: 'U1', ts: said.ts, text: 'see' };
      const message = { ...before, text: `see <${link}>`, edited: { user: 'U1', ts: '1.1' } };
      const changed = { subtype: 'message_changed', hidden: true, message, previous_message: before };
      return () => event({ type: 'message', channel: 'C1', channel_type: 'channel', ts: '1.2', ...changed });
    },
  },
  {
    name: 'the button for a link',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, interact }) => {
      const { ts } = fake.say('C1', 'links');
      const press = toPress('brief_link', link);
      return () => interact({ ...press, container: { type: 'message', message_ts: ts, channel_id: 'C1' } });
    },
  },
  {
    name: 'a command in a channel',
    place: { channel: 'C1', inThread: false },
    deliver: async ({ fake, command }) => {
      const typed = { text: link, response_url: fake.responseUrl, trigger_id: fake.nextTrigger() };
      return () => command(typed);
    },
  },
  {
    name: 'a command where the bot is not a member',
    place: 'response-url',
    deliver: async ({ fake, command }) => {
      const typed = { text: link, response_url: fake.responseUrl, trigger_id: fake.nextTrigger() };
      return () => command({ ...typed, channel_id: 'C2' });
    },
  },
  {
    name: 'the newspaper reaction of two people',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, event }) => {
      // A bot's post is not read by itself.
      const said = fake.say('C1', `<${link}>`, { bot_id: 'B2', user: undefined });
      const item = { type: 'message', channel: 'C1', ts: said.ts };
      const reaction = { type: 'reaction_added', reaction: 'newspaper', item, item_user: 'U2', event_ts: '1.1' };
      return async () => {
        const acknowledged = ['U1', 'U3'].map((user) => event({ ...reaction, user }));
        return (await Promise.all(acknowledged)).every((one) => one);
      };
    },
  },
  {
    name: 'the shortcut of a message',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, interact }) => {
      const said = fake.say('C1', `<${link}>`, { bot_id: 'B2', user: undefined });
      const shortcut = toShortcut(said, { trigger_id: fake.nextTrigger(), response_url: fake.responseUrl });
      return () => interact(shortcut);
    },
  },
  {
    name: 'the shortcut of a message where the bot is not a member',
    place: 'response-url',
    deliver: async ({ fake, interact }) => {
      const said = fake.say('C2', `<${link}>`);
      const shortcut = toShortcut(said, { trigger_id: fake.nextTrigger(), response_url: fake.responseUrl });
      return () => interact(shortcut);
    },
  },
  {
    name: 'the form for a link',
    place: { channel: 'C1', inThread: false },
    deliver: async ({ fake, interact }) => {
      const urls = [{ response_url: fake.responseUrl, channel_id: 'C1', block_id: 'place', action_id: 'place' }];
      const form = toLinkForm(link, 'C1', `V${fake.nextTrigger()}`);
      return () => interact({ ...form, response_urls: urls });
    },
  },
  {
    name: 'the command for the last link of the channel',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, command }) => {
      fake.say('C1', `<${link}>`);
      fake.say('C1', 'no link here');
      fake.say('C1', 'https://bots.example/news/of-the-day', { bot_id: 'B2', user: undefined });
      const typed = { text: 'last', response_url: fake.responseUrl, trigger_id: fake.nextTrigger() };
      return () => command(typed);
    },
  },
  {
    name: 'the command for one person alone',
    place: 'response-url',
    deliver: async ({ fake, command }) => {
      const typed = { text: `private ${link}`, response_url: fake.responseUrl, trigger_id: fake.nextTrigger() };
      return () => command(typed);
    },
  },
  {
    name: 'the last link of the channel, for one person alone',
    place: 'response-url',
    deliver: async ({ fake, command }) => {
      fake.say('C1', `<${link}>`);
      const typed = { text: 'private last', response_url: fake.responseUrl, trigger_id: fake.nextTrigger() };
      return () => command(typed);
    },
  },
  {
    name: 'a mention under a link that was not read',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, event }) => {
      const root = fake.say('C1', `<${link}>`, { bot_id: 'B2', user: undefined });
      fake.say('C1', 'interesting', root.ts);
      const said = fake.say('C1', '<@UBOT> please', root.ts);
      const message = { type: 'message', channel_type: 'channel', ...said };
      return async () => (await event({ ...message, type: 'app_mention' })) && event(message);
    },
  },
  ...(['mention first', 'message first'] as const).map(
    (order): Way => ({
      name: `a mention with a file, ${order}`,
      place: { channel: 'C1', inThread: true },
      deliver: async ({ fake, event }) => {
        const said = fake.say('C1', '<@UBOT> this one');
        const file = fake.keepFile('harbour.txt', longPaste);
        const mention = () => event({ ...said, type: 'app_mention' });
        const message = () =>
          event({ ...said, type: 'message', subtype: 'file_share', channel_type: 'channel', files: [file] });
        return async () =>
          order === 'mention first' ? (await mention()) && message() : (await message()) && mention();
      },
    }),
  ),
  {
    name: 'a mention with a link and no event for its message',
    place: { channel: 'C1', inThread: true },
    deliver: async ({ fake, event }) => {
      const said = fake.say('C1', `<@UBOT> <${link}>`);
      return () => event({ ...said, type: 'app_mention' });
    },
  },
];
