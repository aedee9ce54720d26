import { countOf } from '../core/frames/english.ts';
import { actions, button, type Message, section } from './blocks.ts';
import { limits } from './limits.ts';
import { cleanText, type Mrkdwn, mrkdwn, parseLink } from './mrkdwn.ts';
import { toPostBlockId } from './post-block.ts';

const maxButtons = 10;

/** A button for each further link of a post; at most ten, the rest is counted. */
export function renderMoreLinks(links: string[], postTs?: string | null): Message {
  const offered = links.filter((link) => parseLink(link) && link.length <= limits.buttonValue).slice(0, maxButtons);
  const sentence = wordMoreLinks(links.length, offered.length);
  return {
    text: sentence.mrkdwn,
    blocks: [
      section(sentence),
      ...offered.map((link, n) => actions([button('brief_link', toLabel(link), link)], toPostBlockId(postTs, n))),
    ],
  };
}

function wordMoreLinks(links: number, offered: number): Mrkdwn {
  const unread = mrkdwn`${countOf(links, 'more link')} in this message ${links === 1 ? 'was' : 'were'} not read`;
  if (offered === 0) return mrkdwn`${unread}: post them one by one.`;
  if (offered < links)
    return mrkdwn`${unread}; press a button for a brief of one of these ${offered}, or post the others again.`;
  return mrkdwn`${unread}; press a button for a brief.`;
}

// "courier.example/coal-terminal": where it leads, without what only machines read.
function toLabel(link: string): string {
  const url = parseLink(link);
  if (!url) return link;
  return cleanText(`${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}`);
}
