import { cutText, limits } from './limits.ts';

/** Text that Slack will read as mrkdwn: ours, or untrusted text after `escapeText`. Blocks take nothing else. */
export type Mrkdwn = { readonly mrkdwn: string };

// Invisible characters that reorder or hide what follows; joiners and direction marks stay, scripts need them.
const unwanted = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** Untrusted text as one line without control characters, bidi overrides and broken surrogates. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').replace(unwanted, '').trim();
}

// Slack has no escape for its formatting marks, and clients differ on what a zero-width character beside one does, so a mark
// that could open or close formatting is shown as its look-alike. Inside a word (snake_case, 5*3) it is left alone.
const formattingMark = /(?<![A-Za-z0-9])[*_~]|[*_~](?![A-Za-z0-9])|`/g;
const lookAlike: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The one way for untrusted text into mrkdwn: it comes out as plain words on one line, unable to make a link, a mention,
 * an emoji, a quote or formatting.
 *
 * @param maxLength  UTF-16 units of the result, entities counted; longer text is cut at a word's end
 */
export function escapeText(text: string, maxLength: number = limits.section): Mrkdwn {
  const clean = cleanStart(text, maxLength);
  let room = maxLength;
  let escaped = escapeMarks(cutText(clean, room));
  while (escaped.length > maxLength) {
    room = Math.min(room - 1, Math.floor((room * maxLength) / escaped.length));
    escaped = escapeMarks(cutText(clean, room));
  }
  return { mrkdwn: escaped };
}

// Of a text far too long only the start is looked at, unless nearly all of it is what `cleanText` takes out.
function cleanStart(text: string, maxLength: number): string {
  if (text.length <= maxLength * 4) return cleanText(text);
  const start = cleanText(text.slice(0, maxLength * 4));
  return start.length > maxLength ? start : cleanText(text);
}

const emojiName = "[\\p{L}\\p{N}_+'-]{1,100}";
// A colon of our own may come behind the text's end: ":skull" there is as good as ":skull:". Not so "groups:read", which is copied.
const emoji = new RegExp(`:(?=(${emojiName}):)|(?<![\\p{L}\\p{N}]):(?=(${emojiName})$)`, 'gu');

function escapeMarks(text: string): string {
  return text
    .replace(formattingMark, (mark) => lookAlike[mark] ?? mark)
    .replace(/^>+/, (marks) => '›'.repeat(marks.length))
    .replace(emoji, (colon, name, last) => (isEmojiName(name ?? last) ? `${colon}\u2060` : colon))
    .replace(/[&<>]/g, (mark) => entities[mark] ?? mark);
}

// A time of day ("10:30:45") is none: only two emoji are called by a number.
function isEmojiName(name: string): boolean {
  return /\p{L}/u.test(name) || name === '100' || name === '1234';
}

/** mrkdwn of our own words; every plain string put into it is escaped. */
export function mrkdwn(words: TemplateStringsArray, ...values: (Mrkdwn | string | number)[]): Mrkdwn {
  const parts = words.flatMap((part, at) => {
    const value = values[at];
    if (value === undefined) return [part];
    return [part, typeof value === 'object' ? value.mrkdwn : escapeText(String(value)).mrkdwn];
  });
  return { mrkdwn: parts.join('') };
}

/** Joins what is there; undefined and empty parts are left out. */
export function joinMrkdwn(parts: (Mrkdwn | undefined)[], separator: string): Mrkdwn {
  const texts = parts.flatMap((part) => (part?.mrkdwn ? [part.mrkdwn] : []));
  return { mrkdwn: texts.join(separator) };
}

/** An http or https link that Slack can show, parsed; undefined for anything else and for one with a password in it. */
export function parseLink(link: string | null): URL | undefined {
  const url = link === null ? null : URL.parse(link);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) return undefined;
  return url;
}

/**
 * A link with its label, or the label alone where there is no link or it is longer than `maxLength`.
 *
 * @param url  from `parseLink`
 */
export function renderLink(url: URL | undefined, label: string | Mrkdwn, maxLength = 1500): Mrkdwn {
  const text = typeof label === 'string' ? escapeText(label, 300) : label;
  if (!url || !text.mrkdwn) return text;
  const address = url.href.replace(/[|<>\s]/g, encodeURIComponent).replaceAll('&', '&amp;');
  if (address.length > maxLength) return text;
  return { mrkdwn: `<${address}|${text.mrkdwn.replaceAll('|', '∣')}>` };
}

/** A person's name as Slack shows it; plain words where it is no person's id. A new message with it would call that person. */
export function userMention(user: string): Mrkdwn {
  return /^[UW][A-Z0-9]{1,30}$/.test(user) ? { mrkdwn: `<@${user}>` } : { mrkdwn: 'somebody' };
}

/** A channel's name as Slack shows it to who may see it. */
export function channelMention(channel: string): Mrkdwn {
  return /^[CG][A-Z0-9]{1,30}$/.test(channel) ? { mrkdwn: `<#${channel}>` } : { mrkdwn: 'a direct message' };
}
