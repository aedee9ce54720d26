/**
 * Slack's limits, counted in UTF-16 units, which never counts fewer than Slack does (it counts code points).
 * Sources: docs.slack.dev block reference and chat.postMessage; `messageBlocks` from slackapi/bolt-js#2509, undocumented.
 */
export const limits = {
  section: 3000,
  contextElement: 3000,
  header: 150,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  option: 75,
  placeholder: 150,
  typed: 3000,
  modalTitle: 24,
  blocksPerMessage: 50,
  blocksPerModal: 100,
  /** All text in all blocks of one message; Slack answers `msg_blocks_too_long` near 13,200. */
  messageBlocks: 11_500,
  /** The top-level text that notifications and screen readers use; Slack splits or refuses above 4,000. */
  messageText: 3900,
  /** UTF-8 bytes of text in a modal, well under the 250 KB of the whole view. */
  modalBytes: 200_000,
} as const;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Shortens a text to `maxLength` UTF-16 units, " …" included: at a word's end where one is near, else between graphemes.
 *
 * @returns the text itself where it fits
 */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const room = maxLength - 2;
  if (room < 1) return '';
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, maxLength + 32))) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  // One endless grapheme (a letter under a heap of accents) is cut between code points.
  if (end === 0) end = isLowSurrogate(text, room) ? room - 1 : room;
  const wordEnd = text.slice(0, end + 1).search(/\s\S*$/u);
  if (wordEnd > room * 0.6) return `${text.slice(0, wordEnd).trimEnd()} …`;
  return `${text.slice(0, end).trimEnd()}…`;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
