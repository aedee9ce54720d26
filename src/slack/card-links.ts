import { readText } from './message-text.ts';

/**
 * The links of a message that a program composed: of its blocks' texts, else of its cards, else of its buttons. Each once, in reading
 * order. People's messages have theirs in rich text.
 *
 * @param message  as Slack gave it, of any shape
 */
export function readCardLinks(message: { blocks?: unknown; attachments?: unknown }, botUserId: string): string[] {
  const found: Found = { written: [], titles: [], pressed: [] };
  collect([message.blocks, message.attachments], found, botUserId);
  const [links = []] = [found.written, found.titles, found.pressed].filter((list) => list.length > 0);
  return [...new Set(links)];
}

type Found = { written: string[]; titles: string[]; pressed: string[] };

const maxDepth = 12;

function collect(value: unknown, found: Found, botUserId: string, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return;
  const part = value as Record<string, unknown>;
  const linksIn = (text: unknown) => (typeof text === 'string' ? readText(text, botUserId).links : []);
  if (part.type === 'mrkdwn' || part.type === 'markdown') found.written.push(...linksIn(part.text));
  if (part.type === 'link') found.written.push(...linksIn(part.url));
  if (part.type === 'button') found.pressed.push(...linksIn(part.url));
  // A card of the older kind; one of the newer kind has blocks inside.
  for (const key of ['title_link', 'from_url']) found.titles.push(...linksIn(part[key]));
  for (const key of ['pretext', 'text']) if (part.type === undefined) found.titles.push(...linksIn(part[key]));
  for (const inner of Object.values(part)) collect(inner, found, botUserId, depth + 1);
}
