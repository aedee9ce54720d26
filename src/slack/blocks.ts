import type { ActionsBlock, Button, ContextBlock, DividerBlock, HeaderBlock, SectionBlock } from '@slack/types';
import { cutText, limits } from './limits.ts';
import type { Mrkdwn } from './mrkdwn.ts';

/** The only blocks Byline draws with: old enough for every client and for the demo workspace. */
export type Block = SectionBlock | HeaderBlock | DividerBlock | ContextBlock | ActionsBlock;

/** A message or a reply as Slack takes it: `text` for notifications and screen readers, `blocks` for eyes. */
export type Message = { text: string; blocks: Block[] };

/** A paragraph. The text must be inside `limits.section`; what renders it cuts each part. */
export function section(text: Mrkdwn): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: text.mrkdwn, verbatim: true }, expand: true };
}

/** A paragraph in which nothing is formatting: for the article's text as it is. */
export function plainSection(text: string): SectionBlock {
  return { type: 'section', text: { type: 'plain_text', text, emoji: false }, expand: true };
}

/** A small grey line. */
export function context(text: Mrkdwn): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: text.mrkdwn, verbatim: true }] };
}

/** A row of buttons. `id` comes back with a press. */
export function actions(buttons: Button[], id?: string): ActionsBlock {
  return { type: 'actions', ...(id ? { block_id: id } : {}), elements: buttons };
}

/** A button that says `text` and comes back with `value`. */
export function button(actionId: string, text: string, value: string): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: cutText(text, limits.buttonText), emoji: false },
    value,
  };
}

/** Length of all text in the blocks as Slack adds it up, in UTF-16 units. */
export function textLength(blocks: Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'section' || block.type === 'header') return sum + (block.text?.text.length ?? 0);
    if (block.type !== 'context') return sum;
    return sum + block.elements.reduce((inner, element) => inner + ('text' in element ? element.text.length : 0), 0);
  }, 0);
}
