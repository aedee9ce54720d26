import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

// The limits as data: slackblocks spec 1.0.1, see the LICENSE beside it. ajv counts code points, as Slack does.
const limits = JSON.parse(
  readFileSync(new URL('../../fixtures/slack/blocks/spec/limits.json', import.meta.url), 'utf8'),
);

const id = { type: 'string', maxLength: limits.action_id.max_length };
const plainText = (maxLength: number) => ({
  type: 'object',
  additionalProperties: false,
  required: ['type', 'text'],
  properties: {
    type: { const: 'plain_text' },
    text: { type: 'string', minLength: 1, maxLength },
    emoji: { type: 'boolean' },
  },
});
const text = (maxLength: number) => ({
  oneOf: [
    plainText(maxLength),
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'text'],
      properties: {
        type: { const: 'mrkdwn' },
        text: { type: 'string', minLength: 1, maxLength },
        verbatim: { type: 'boolean' },
      },
    },
  ],
});
const block = (type: string, required: string[], properties: Record<string, unknown>) => ({
  type: 'object',
  additionalProperties: false,
  required: ['type', ...required],
  properties: { type: { const: type }, block_id: id, ...properties },
});

const button = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'text'],
  properties: {
    type: { const: 'button' },
    text: plainText(limits.button.text.max_length),
    action_id: id,
    url: { type: 'string', maxLength: limits.button.url.max_length },
    value: { type: 'string', maxLength: limits.button.value.max_length },
    style: { enum: ['primary', 'danger'] },
    accessibility_label: { type: 'string', maxLength: limits.button.accessibility_label.max_length },
  },
};

const section = {
  ...block('section', [], {
    text: text(limits.section.text.max_length),
    fields: {
      type: 'array',
      minItems: 1,
      maxItems: limits.section.fields.max_items,
      items: text(limits.section.fields.item_max_length),
    },
    expand: { type: 'boolean' },
    accessory: button,
  }),
  anyOf: [{ required: ['text'] }, { required: ['fields'] }],
};

const anyBlock = {
  oneOf: [
    section,
    block('header', ['text'], { text: plainText(limits.header.text.max_length) }),
    block('divider', [], {}),
    block('context', ['elements'], {
      elements: {
        type: 'array',
        minItems: 1,
        maxItems: limits.context.elements.max_items,
        items: text(limits.text.max_length),
      },
    }),
    block('actions', ['elements'], {
      elements: { type: 'array', minItems: 1, maxItems: limits.actions.elements.max_items, items: button },
    }),
  ],
};

const message = {
  type: 'object',
  additionalProperties: false,
  required: ['text', 'blocks'],
  properties: {
    text: { type: 'string', minLength: 1, maxLength: 4000 },
    blocks: { type: 'array', minItems: 1, maxItems: 50, items: anyBlock },
  },
};

const modal = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'title', 'blocks'],
  properties: {
    type: { const: 'modal' },
    title: plainText(limits.view.title.max_length),
    close: plainText(limits.view.close.max_length),
    submit: plainText(limits.view.submit.max_length),
    blocks: {
      type: 'array',
      minItems: limits.view.blocks.min_items,
      maxItems: limits.view.blocks.max_items,
      items: anyBlock,
    },
  },
};

const ajv = new Ajv({ strict: false, allErrors: false });
const isMessage = ajv.compile(message);
const isModal = ajv.compile(modal);

/** Every string that stands in a block, in order, and whether Slack reads it as mrkdwn. */
export function textsOf(blocks: unknown): { mrkdwn: boolean; text: string }[] {
  if (Array.isArray(blocks)) return blocks.flatMap(textsOf);
  if (typeof blocks !== 'object' || blocks === null) return [];
  const object = blocks as Record<string, unknown>;
  if (typeof object.text === 'string') return [{ mrkdwn: object.type === 'mrkdwn', text: object.text }];
  return Object.values(object).flatMap(textsOf);
}

/** What Slack would refuse in a message, or what would look wrong; empty where it is fine. */
export function findMessageProblems(candidate: unknown): string[] {
  const problems = isMessage(candidate) ? [] : [JSON.stringify(isMessage.errors)];
  const { blocks } = candidate as { blocks: unknown };
  const length = textsOf(blocks).reduce((sum, { text: part }) => sum + [...part].length, 0);
  // 12,000 with room to the point near 13,200 where Slack answers msg_blocks_too_long.
  if (length > 12_000) problems.push(`msg_blocks_too_long: ${length}`);
  return [...problems, ...findIdProblems(blocks)];
}

/** What Slack would refuse in a modal. */
export function findModalProblems(candidate: unknown): string[] {
  const problems = isModal(candidate) ? [] : [JSON.stringify(isModal.errors)];
  if (Buffer.byteLength(JSON.stringify(candidate)) > 250_000) problems.push('view_too_large');
  return [...problems, ...findIdProblems((candidate as { blocks: unknown }).blocks)];
}

// A block's id is unique in its message, an action's id in its block.
function findIdProblems(blocks: unknown): string[] {
  if (!Array.isArray(blocks)) return [];
  const idsIn = (part: unknown, name: string): string[] =>
    JSON.stringify(part).match(new RegExp(`"${name}":"[^"]*"`, 'g')) ?? [];
  const twice = (ids: string[]) => ids.filter((found, at) => ids.indexOf(found) !== at);
  const repeated = [
    ...twice(idsIn(blocks, 'block_id')),
    ...blocks.flatMap((block) => twice(idsIn(block, 'action_id'))),
  ];
  return repeated.map((found) => `used twice: ${found}`);
}
