/** What a person wrote, as they see it, and the links in it. */
export type Written = {
  /** Plain text: a link as its label, or as its URL where it has none. */
  text: string;
  /** http and https URLs in reading order, each once. */
  links: string[];
  mentionsBot: boolean;
};

type Draft = { parts: string[]; links: string[]; mentionsBot: boolean };

/**
 * Reads a message: its rich_text blocks where it has any (people's messages do; URLs and text are raw there), else its text.
 *
 * @param message  a message event's `text` and `blocks`, as they came
 */
export function readMessage(message: { text?: unknown; blocks?: unknown }, botUserId: string): Written {
  const blocks = Array.isArray(message.blocks) ? message.blocks.filter(isRichText) : [];
  if (blocks.length === 0) return readText(typeof message.text === 'string' ? message.text : '', botUserId);
  const draft: Draft = { parts: [], links: [], mentionsBot: false };
  for (const block of blocks) readElements(block, botUserId, draft);
  return finish(draft);
}

type Element = Record<string, unknown>;

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRichText(value: unknown): value is Element {
  return isElement(value) && value.type === 'rich_text' && Array.isArray(value.elements);
}

// Sections, list entries, quotes and code each begin a line of their own.
function readElements(parent: Element, botUserId: string, draft: Draft): void {
  const elements = Array.isArray(parent.elements) ? parent.elements.filter(isElement) : [];
  for (const element of elements) {
    if (Array.isArray(element.elements)) {
      if (draft.parts.length > 0 && !draft.parts.at(-1)?.endsWith('\n')) draft.parts.push('\n');
      readElements(element, botUserId, draft);
    } else {
      readLeaf(element, botUserId, draft);
    }
  }
}

function readLeaf(element: Element, botUserId: string, draft: Draft): void {
  const text = stringOf(element.text);
  switch (element.type) {
    case 'link': {
      const url = stringOf(element.url);
      addLink(url, draft);
      draft.parts.push(text || url);
      return;
    }
    case 'user':
      if (element.user_id === botUserId) draft.mentionsBot = true;
      else draft.parts.push(`@${stringOf(element.user_id)}`);
      return;
    case 'channel':
      draft.parts.push(`#${stringOf(element.channel_id)}`);
      return;
    case 'broadcast':
      draft.parts.push(`@${stringOf(element.range)}`);
      return;
    case 'usergroup':
      draft.parts.push(`@${stringOf(element.usergroup_id)}`);
      return;
    case 'emoji':
      draft.parts.push(readEmoji(element));
      return;
    case 'date':
      draft.parts.push(stringOf(element.fallback));
      return;
    default:
      draft.parts.push(text);
  }
}

function readEmoji(element: Element): string {
  const points = stringOf(element.unicode)
    .split('-')
    .map((hex) => Number.parseInt(hex, 16));
  if (points.every((point) => point > 0 && point <= 0x10ffff)) return String.fromCodePoint(...points);
  return `:${stringOf(element.name)}:`;
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * Reads a message's or a command's text: `<url|label>`, mentions and entities; a command's bare URLs are links too.
 */
export function readText(text: string, botUserId: string): Written {
  const draft: Draft = { parts: [], links: [], mentionsBot: false };
  let end = 0;
  for (const found of text.matchAll(/<([^<>\n]+)>|https?:\/\/(?:(?!&[lg]t;)[^\s<>|"])+/gi)) {
    draft.parts.push(decodeEntities(text.slice(end, found.index)));
    end = found.index + found[0].length;
    const inside = found[1];
    if (inside === undefined) readBareLink(found[0], draft);
    else readAngle(inside, botUserId, draft);
  }
  draft.parts.push(decodeEntities(text.slice(end)));
  return finish(draft);
}

function readAngle(inside: string, botUserId: string, draft: Draft): void {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : decodeEntities(inside.slice(bar + 1));
  if (target === `@${botUserId}`) draft.mentionsBot = true;
  else if (/^[@#]/.test(target)) draft.parts.push(label ? `${target[0]}${label.replace(/^[@#]/, '')}` : target);
  else if (target.startsWith('!')) draft.parts.push(label || `@${target.replace(/^!(?:subteam\^)?/, '')}`);
  else {
    const url = decodeEntities(target);
    addLink(url, draft);
    draft.parts.push(label || url.replace(/^(?:mailto|tel):/, ''));
  }
}

// A full stop or a bracket after a URL belongs to the sentence, unless the bracket was opened inside the URL.
function readBareLink(found: string, draft: Draft): void {
  let url = decodeEntities(found);
  let tail = '';
  while (/[.,;:!?'*_~)\]”’»…。、，）」』]$/u.test(url) && !closesOwnBracket(url)) {
    tail = url.slice(-1) + tail;
    url = url.slice(0, -1);
  }
  addLink(url, draft);
  draft.parts.push(url, tail);
}

function closesOwnBracket(url: string): boolean {
  return url.endsWith(')') && url.split('(').length >= url.split(')').length;
}

function addLink(url: string, draft: Draft): void {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return;
  if (!draft.links.includes(url)) draft.links.push(url);
}

/** The three entities that Slack writes. */
function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function finish({ parts, links, mentionsBot }: Draft): Written {
  const text = parts
    .join('')
    .replace(/[^\S\n]+\n/g, '\n')
    .trim();
  return { text, links, mentionsBot };
}
