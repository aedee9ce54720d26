import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandToPost, linkButtonToPost, toPost } from '../../src/slack/translate.ts';
import { editToPost, toDeletion } from '../../src/slack/translate-edit.ts';
import { hostileText } from './support/samples.ts';

const identity = { team: 'T1', botUserId: 'UBOT', botId: 'BBOT' };

function message(change: Record<string, unknown>) {
  return {
    type: 'message',
    channel: 'C1',
    channel_type: 'channel',
    user: 'U1',
    ts: '1700.000100',
    text: 'hello',
    ...change,
  };
}

const richText = (...elements: unknown[]) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
];

describe('a message', () => {
  it('becomes a post with its key, place and text', () => {
    expect(toPost(message({}), identity)).toEqual({
      key: 'T1:C1:1700.000100',
      place: { team: 'T1', channel: 'C1', threadTs: null, kind: 'public', isExternal: false },
      ts: '1700.000100',
      user: 'U1',
      asked: false,
      text: 'hello',
      links: [],
      files: [],
      responseUrl: null,
    });
  });

  it('takes links and text from rich text first, raw as they stand there', () => {
    const post = toPost(
      message({
        text: '<https://other.example|x>',
        blocks: richText(
          { type: 'text', text: 'See ' },
          { type: 'link', url: 'https://a.example/x?b=1&c=2' },
          { type: 'text', text: ' & ' },
          { type: 'link', url: 'https://b.example/', text: 'the report' },
        ),
      }),
      identity,
    );
    expect(post?.links).toEqual(['https://a.example/x?b=1&c=2', 'https://b.example/']);
    expect(post?.text).toBe('See https://a.example/x?b=1&c=2 & the report');
  });

  it('keeps list entries and paragraphs on lines of their own', () => {
    const section = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
    const blocks = [
      {
        type: 'rich_text',
        elements: [section('One\n\nTwo'), { type: 'rich_text_list', elements: [section('a'), section('b')] }],
      },
    ];
    expect(toPost(message({ blocks }), identity)?.text).toBe('One\n\nTwo\na\nb');
  });

  it('falls back to its text: links with labels, mentions, entities', () => {
    const text =
      '<@U2> &lt;b&gt; see <https://a.example/?x=1&amp;y=2|a.example> and <https://a.example/?x=1&amp;y=2> in <#C9|news> <!here> <mailto:a@b.example|a@b.example>';
    const post = toPost(message({ text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }), identity);
    expect(post?.links).toEqual(['https://a.example/?x=1&y=2']);
    expect(post?.text).toBe('@U2 <b> see a.example and https://a.example/?x=1&y=2 in #news @here a@b.example');
  });

  it('links http and https alone', () => {
    const text = '<javascript:alert(1)|x> <mailto:a@b.example> <https://|y> <ftp://a.example/z>';
    expect(toPost(message({ text }), identity)?.links).toEqual([]);
  });

  it('is asked when it mentions the bot, whose mention is no part of the text', () => {
    expect(toPost(message({ text: 'hi <@UBOT> <@U2>' }), identity)).toMatchObject({ asked: true, text: 'hi  @U2' });
    const blocks = richText({ type: 'user', user_id: 'UBOT' }, { type: 'text', text: ' what?' });
    expect(toPost(message({ blocks }), identity)).toMatchObject({ asked: true, text: 'what?' });
  });

  it('gives the same key as the mention event of the same message, however they differ', () => {
    const mention = { type: 'app_mention', channel: 'C1', user: 'U1', ts: '1700.000100', text: '<@UBOT> hello' };
    const [first, second] = [toPost(mention, identity), toPost(message({ text: mention.text }), identity)];
    expect(first?.key).toBe(second?.key);
    expect([first?.asked, second?.asked]).toEqual([true, true]);
    expect(first?.place.kind).toBe('private');
  });

  it('knows its place', () => {
    const kinds = { channel: 'public', group: 'private', mpim: 'group-dm', im: 'dm', app_home: 'dm' };
    for (const [channelType, kind] of Object.entries(kinds)) {
      const post = toPost(message({ channel_type: channelType }), identity);
      expect(post?.place.kind).toBe(kind);
      expect(post?.asked).toBe(kind === 'dm');
    }
    expect(toPost(message({ thread_ts: '1600.1' }), identity)?.place.threadTs).toBe('1600.1');
    expect(toPost(message({ thread_ts: '1700.000100' }), identity)?.place.threadTs).toBeNull();
  });

  it('is a post with a file, sent to the channel from a thread, or as /me', () => {
    for (const subtype of ['file_share', 'thread_broadcast', 'me_message'])
      expect(toPost(message({ subtype }), identity)).toBeDefined();
  });

  it('is no post when it is not what a person wrote', () => {
    const others = [
      { bot_id: 'B7' },
      { bot_id: 'BBOT', user: 'UBOT' },
      { user: 'UBOT' },
      { user: undefined },
      { hidden: true },
      ...[
        'bot_message',
        'message_changed',
        'message_deleted',
        'message_replied',
        'channel_join',
        'assistant_app_thread',
      ].map((subtype) => ({ subtype })),
      { type: 'reaction_added' },
      { ts: 17 },
    ];
    for (const other of others) expect(toPost(message(other), identity), JSON.stringify(other)).toBeUndefined();
    for (const event of [null, undefined, 'message', 7, []]) expect(toPost(event, identity)).toBeUndefined();
  });

  it('is read whatever it holds, and gives only links that parse', () => {
    const element = fc.record(
      {
        type: fc.constantFrom('text', 'link', 'emoji', 'user', 'date', 'x'),
        text: fc.anything(),
        url: fc.anything(),
        unicode: hostileText,
        elements: fc.anything(),
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(hostileText, fc.option(fc.array(element)), fc.boolean(), (text, elements, rich) => {
        const blocks = rich ? richText(...(elements ?? [])) : elements;
        const post = toPost(message({ text, blocks }), identity);
        for (const link of post?.links ?? []) expect(new URL(link).protocol).toMatch(/^https?:$/);
      }),
    );
  });
});

describe('a changed message', () => {
  const inner = { type: 'message', user: 'U1', ts: '1700.000100', text: '<https://a.example/>' };
  function change(after: Record<string, unknown>, before: Record<string, unknown> = {}) {
    return {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel: 'C1',
      channel_type: 'channel',
      ts: '1700.000900',
      message: { ...inner, ...after },
      previous_message: { ...inner, ...before },
    };
  }
  const edited = { user: 'U1', ts: '1700.000900' };

  it('becomes a post of the links that an edit put in', () => {
    const event = change({ edited, text: '<https://a.example/> <https://b.example/>' });
    expect(toPost(event, identity)).toBeUndefined();
    expect(editToPost(event, identity)).toMatchObject({ ts: '1700.000100', user: 'U1', links: ['https://b.example/'] });
    expect(editToPost(event, identity)?.key).toMatch(/^T1:C1:1700\.000100:1700\.000900:[0-9a-f]{12}$/);
  });

  it('gives another key for the same new link by another edit, since it may have been out in between', () => {
    const first = change({ edited, text: '<https://a.example/> <https://b.example/>' });
    const again = change(
      { edited: { user: 'U1', ts: '1700.001' }, text: 'now <https://b.example/>' },
      { text: 'gone' },
    );
    expect(editToPost(first, identity)?.key).not.toBe(editToPost(again, identity)?.key);
    expect(editToPost(first, identity)?.key).toBe(editToPost(structuredClone(first), identity)?.key);
  });

  it('is no post when a preview was attached, a word was changed or a bot edits', () => {
    for (const event of [
      change({ attachments: [{ title: 'A' }], text: '<https://a.example/>' }),
      change({ attachments: [{ title: 'A' }], text: '<https://b.example/>' }),
      change({ edited, text: 'see <https://a.example/>' }),
      change({ edited, text: '<https://b.example/>', bot_id: 'B7' }),
      change({ edited, text: '<https://b.example/>', user: 'UBOT' }),
      { ...change({ edited, text: '<https://b.example/>' }), previous_message: undefined },
    ])
      expect(editToPost(event, identity)).toBeUndefined();
  });

  it('is a deletion when a message with a thread was deleted', () => {
    const event = change({ subtype: 'tombstone', text: 'This message was deleted.', user: 'USLACKBOT' });
    expect(toDeletion(event, identity)).toEqual({ team: 'T1', channel: 'C1', ts: '1700.000100', threadTs: null });
    expect(toDeletion(change({ edited }), identity)).toBeUndefined();
    expect(
      toDeletion(
        { type: 'message', subtype: 'message_deleted', channel: 'C1', deleted_ts: '1600.1', ts: '1.1' },
        identity,
      ),
    ).toEqual({ team: 'T1', channel: 'C1', ts: '1600.1', threadTs: null });
    const inThread = { ts: '1600.1', thread_ts: '1500.1', user: 'U1' };
    const reply = { type: 'message', subtype: 'message_deleted', channel: 'C1', deleted_ts: '1600.1', ts: '1.1' };
    expect(toDeletion({ ...reply, previous_message: inThread }, identity)?.threadTs).toBe('1500.1');
    expect(toDeletion(inner, identity)).toBeUndefined();
  });
});

describe('a command', () => {
  const command = {
    command: '/summarize',
    text: '',
    user_id: 'U1',
    channel_id: 'C1',
    channel_name: 'news',
    trigger_id: '13.37.abc',
    response_url: 'https://hooks.example/1',
  };

  it('becomes a post that was asked for, with bare links without the sentence’s marks', () => {
    const text = 'what about https://a.example/x_(y)?a=1&amp;b=2, (https://b.example/z). <https://c.example/|c>';
    expect(commandToPost({ ...command, text }, identity)).toEqual({
      key: 'T1:C1:13.37.abc',
      place: { team: 'T1', channel: 'C1', threadTs: null, kind: 'public', isExternal: null },
      ts: null,
      user: 'U1',
      asked: true,
      text: 'what about https://a.example/x_(y)?a=1&b=2, (https://b.example/z). c',
      links: ['https://a.example/x_(y)?a=1&b=2', 'https://b.example/z', 'https://c.example/'],
      files: [],
      responseUrl: 'https://hooks.example/1',
      hasSign: true,
    });
  });

  it('knows private places by the channel’s name', () => {
    const kindOf = (name: string, id = 'C1') =>
      commandToPost({ ...command, channel_name: name, channel_id: id }, identity)?.place.kind;
    expect(kindOf('privategroup')).toBe('private');
    expect(kindOf('directmessage', 'D1')).toBe('dm');
    expect(kindOf('mpdm-a--b-1')).toBe('group-dm');
  });
});

describe('the button that asks for a brief of a link', () => {
  const body = {
    type: 'block_actions',
    user: { id: 'U2' },
    channel: { id: 'C1', name: 'news' },
    container: { type: 'message', message_ts: '1701.1', thread_ts: '1700.1' },
    trigger_id: 'x',
    response_url: 'https://hooks.example/2',
  };

  it('becomes a post of who pressed, in the thread of the message', () => {
    expect(linkButtonToPost(body, 'https://a.example/?b=1&c=2', identity)).toMatchObject({
      place: { threadTs: '1700.1' },
      user: 'U2',
      asked: true,
      links: ['https://a.example/?b=1&c=2'],
    });
  });

  it('gives the same key when pressed again, another for another link', () => {
    const keyOf = (url: string, trigger: string) =>
      linkButtonToPost({ ...body, trigger_id: trigger }, url, identity)?.key;
    expect(keyOf('https://a.example/', 'x')).toBe(keyOf('https://a.example/', 'y'));
    expect(keyOf('https://a.example/', 'x')).not.toBe(keyOf('https://b.example/', 'x'));
  });

  it('is nothing without a link', () => {
    expect(linkButtonToPost(body, 'javascript:alert(1)', identity)).toBeUndefined();
    expect(linkButtonToPost({}, 'https://a.example/', identity)).toBeUndefined();
  });
});
