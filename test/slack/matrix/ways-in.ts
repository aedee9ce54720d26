import { article } from '../../flows/fakes.ts';
import type { Posted } from '../support/fake-slack.ts';
import type { Newsroom } from '../support/newsroom.ts';
import { toLinkForm, toPress, toShortcut } from '../support/signed-http.ts';
import { link } from '../support/ways.ts';
import type { Cell } from './places.ts';

const second = 'https://news.example/market';

/** A paste of article length. */
export const paste = [
  article.title,
  'By Ada Quill\n1 November 2026',
  article.text,
  ...Array.from(
    { length: 9 },
    (_, n) => `Pier ${n + 1} was looked at by engineers, and its steel will be renewed soon.`,
  ),
].join('\n\n');

/** How a post or a wish reaches Byline: `deliver` prepares it, and each call of what it gives is one more delivery of the same. */
export type WayIn = {
  name: string;
  /** By what Slack tells of it. */
  by: 'message' | 'mention' | 'reaction' | 'command' | 'shortcut' | 'form' | 'button';
  brings:
    | 'link'
    | 'links'
    | 'text'
    | 'file'
    | 'mention alone'
    | 'last'
    | 'private'
    | 'question'
    | 'nothing new'
    | 'page';
  deliver: (cell: Cell, room: Newsroom) => Promise<() => Promise<boolean>>;
};

const toMessage = ({ channelType }: Cell, said: Posted) => ({ type: 'message', channel_type: channelType, ...said });

function say(name: string, brings: WayIn['brings'], text: string): WayIn {
  return {
    ...{ name, brings, by: 'message' },
    deliver: async (cell) => {
      const message = toMessage(cell, cell.say(text));
      return () => cell.event(message);
    },
  };
}

function shareFile(name: string, file: string, content: string, about: Record<string, unknown>): WayIn {
  return {
    ...{ name, brings: 'file', by: 'message' },
    deliver: async (cell, { fake }) => {
      const files = [fake.keepFile(file, content, about)];
      const message = { ...toMessage(cell, cell.say('')), subtype: 'file_share', files };
      return () => cell.event(message);
    },
  };
}

// In a direct message, and where the bot may not read, only one of a mention's two events comes.
function mention(name: string, brings: WayIn['brings'], text: string, content?: string): WayIn {
  return {
    ...{ name, brings, by: 'mention' },
    deliver: async (cell, { fake }) => {
      const said = cell.say(text);
      const files = content === undefined ? {} : { subtype: 'file_share', files: [fake.keepFile('a.txt', content)] };
      const hasMention = cell.kind !== 'dm';
      return async () => {
        const taken = hasMention ? await cell.event({ ...said, type: 'app_mention' }) : true;
        return cell.mayRead ? (await cell.event({ ...toMessage(cell, said), ...files })) && taken : taken;
      };
    },
  };
}

function type(name: string, brings: WayIn['brings'], text: string): WayIn {
  return {
    ...{ name, brings, by: 'command' },
    deliver: async (cell, room) => {
      if (brings === 'last') for (const words of [`<${link}>`, 'no link here']) cell.say(words);
      const where = { channel_id: cell.channel, channel_name: cell.channelName };
      const typed = { text, ...where, response_url: cell.responseUrl, trigger_id: cell.trigger };
      room.fake.triggers.add(cell.trigger);
      return () => room.command(typed);
    },
  };
}

export const waysIn: WayIn[] = [
  say('a link', 'link', `<${link}>`),
  say('two links', 'links', `<${link}> and <${second}>`),
  say('a pasted article', 'text', paste),
  shareFile('a snippet', '-.txt', paste, { mode: 'snippet', preview: paste.slice(0, 200) }),
  shareFile('a text file', 'harbour.txt', paste, {}),
  shareFile('a PDF', 'harbour.pdf', '%PDF-1.4\n', { mimetype: 'application/pdf', filetype: 'pdf' }),
  mention('a mention with a link', 'link', `<@UBOT> <${link}>`),
  mention('a mention with a file', 'file', '<@UBOT> this one', paste),
  mention('a mention alone', 'mention alone', '<@UBOT> this one?'),
  type('/summarize <link>', 'link', link),
  type('/summarize <text>', 'text', paste),
  type('/summarize last', 'last', 'last'),
  type('/summarize private <link>', 'private', `private ${link}`),
  type('/summarize help', 'page', 'help'),
  type('/summarize settings', 'page', 'settings'),
  {
    ...{ name: '“Summarize this message”', by: 'shortcut', brings: 'link' },
    deliver: async (cell, { interact }) => {
      const said = cell.say(`<${link}>`, { bot_id: 'B2', user: undefined });
      const about = { trigger_id: cell.trigger, response_url: cell.responseUrl };
      const shortcut = { ...toShortcut(said, about), channel: { id: cell.channel, name: cell.channelName } };
      return () => interact(shortcut);
    },
  },
  {
    ...{ name: '“Summarize a link”', by: 'form', brings: 'link' },
    deliver: async ({ channel, responseUrl, trigger }, { interact }) => {
      const urls = [{ response_url: responseUrl, channel_id: channel, block_id: 'place', action_id: 'place' }];
      const form = { ...toLinkForm(link, channel, `V${trigger}`), response_urls: urls };
      return () => interact(form);
    },
  },
  {
    ...{ name: 'the newspaper reaction', by: 'reaction', brings: 'link' },
    deliver: async (cell) => {
      const { ts } = cell.say(`<${link}>`, { bot_id: 'B2', user: undefined });
      const item = { type: 'message', channel: cell.channel, ts };
      return () => cell.event({ type: 'reaction_added', reaction: 'newspaper', item, user: 'U1', event_ts: '1.1' });
    },
  },
  {
    ...{ name: 'the button for a further link', by: 'button', brings: 'link' },
    deliver: async (cell, { interact, fake }) => {
      // Where the bot is not a member, its button stands in what one person alone was shown.
      const { channel, isMember } = cell;
      const offer = isMember ? cell.say('links', { user: fake.botUserId, bot_id: fake.botId }) : undefined;
      const container = { type: 'message', message_ts: offer?.ts ?? '9.9', channel_id: channel };
      const more = offer?.thread_ts ? { thread_ts: offer.thread_ts } : {};
      const press = {
        ...toPress('brief_link', link, cell.trigger),
        channel: { id: channel, name: cell.channelName },
        container: { ...container, ...more, ...(isMember ? {} : { is_ephemeral: true }) },
        ...(isMember ? {} : { response_url: cell.responseUrl }),
      };
      return () => interact(press);
    },
  },
  {
    ...{ name: 'a link edited into a message', by: 'message', brings: 'link' },
    deliver: async (cell) => {
      const said = cell.say('see');
      const message = { ...said, type: 'message', text: `see <${link}>`, edited: { user: 'U1', ts: '1.1' } };
      const change = { message, previous_message: { ...said, type: 'message' }, ts: '1.2' };
      return () => cell.event({ ...toEdit(cell), ...change });
    },
  },
  {
    ...{ name: 'the preview of a link', by: 'message', brings: 'nothing new' },
    deliver: async (cell) => {
      const change = toUnfurl(cell.say(`<${link}>`));
      return () => cell.event({ ...toEdit(cell), ...change });
    },
  },
  {
    ...{ name: 'a deletion before its post', by: 'message', brings: 'nothing new' },
    deliver: async (cell) => {
      const said = cell.say(`<${link}>`);
      const deletion = { ...toEdit(cell), subtype: 'message_deleted', deleted_ts: said.ts, ts: '9.9' };
      return async () => (await cell.event(deletion)) && cell.event(toMessage(cell, said));
    },
  },
  {
    ...{ name: 'a question under a brief', by: 'message', brings: 'question' },
    deliver: async (cell, room) => {
      const said = cell.say(`<${link}>`);
      if (cell.isMember && cell.mayRead) await cell.event(toMessage(cell, said));
      await room.settle();
      const thread_ts = said.thread_ts ?? said.ts;
      const question = cell.say('What did Mayor Lena Ortiz say about the bridge?', { thread_ts });
      return () => cell.event(toMessage(cell, question));
    },
  },
];

const toEdit = ({ channelType }: Cell) => ({
  ...{ type: 'message', subtype: 'message_changed', hidden: true, channel_type: channelType },
});

/** What Slack says of a message when it has drawn the preview of its link. */
export function toUnfurl(said: Posted): Record<string, unknown> {
  const before = { ...said, type: 'message' };
  const attachments = [{ from_url: link, title: 'Preview' }];
  return { message: { ...before, attachments }, previous_message: before, ts: '1.2' };
}
