import { describe, expect, it } from 'vitest';
import { readCardLinks } from '../../src/slack/card-links.ts';

const url = 'https://courier.example/ferry?a=1&b=2';
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text });
const read = (message: object) => readCardLinks(message, 'UBOT');

describe('a message that a program composed', () => {
  it.each<[string, object[]]>([
    ['a section', [{ type: 'section', text: mrkdwn('*<https://courier.example/ferry?a=1&amp;b=2|Ferry to stop>*') }]],
    ['a section’s fields', [{ type: 'section', fields: [mrkdwn('Courier'), mrkdwn(`<${url}|Ferry>`)] }]],
    ['a grey line', [{ type: 'context', elements: [mrkdwn(`from ${url}`)] }]],
    ['a button', [{ type: 'actions', elements: [{ type: 'button', text: plain('Read'), url, action_id: 'a' }] }]],
    [
      'a button beside a text',
      [{ type: 'section', text: mrkdwn('Ferry'), accessory: { type: 'button', text: plain('Read'), url } }],
    ],
    ['Markdown', [{ type: 'markdown', text: `Ferry to stop: ${url}` }]],
    ['rich text inside a container', [{ type: 'container', child_blocks: [{ type: 'link', url }] }]],
  ])('has the link of %s', (_, blocks) => expect(read({ blocks })).toEqual([url]));

  it('has the link of a card, of its title before its text, and of the blocks in it', () => {
    expect(read({ attachments: [{ title: 'Ferry', title_link: url, text: 'more' }] })).toEqual([url]);
    expect(read({ attachments: [{ blocks: [{ type: 'section', text: mrkdwn(`<${url}>`) }] }] })).toEqual([url]);
  });

  it('leaves buttons alone where its text has a link, and pictures in any case', () => {
    const buttons = {
      type: 'actions',
      elements: [{ type: 'button', text: plain('Share'), url: 'https://x.example/' }],
    };
    expect(read({ blocks: [{ type: 'section', text: mrkdwn(`<${url}|Ferry>`) }, buttons] })).toEqual([url]);
    expect(read({ blocks: [{ type: 'image', image_url: 'https://pictures.example/a.png', alt_text: 'a' }] })).toEqual(
      [],
    );
    expect(read({ blocks: 'none', attachments: [null, 3] })).toEqual([]);
  });
});
