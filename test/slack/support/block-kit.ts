import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { findLimitProblems } from './block-limits.ts';

// The shapes of every block, made from the types of @slack/types 3.2.0 (MIT) with ts-json-schema-generator 2:
// `{ message: KnownBlock[]; view: View }`, descriptions left out. They say nothing of lengths; block-limits.ts does.
const schema = JSON.parse(readFileSync(new URL('../../fixtures/slack/block-kit.schema.json', import.meta.url), 'utf8'));
// Types let a view hold blocks of kinds unknown to them; Slack does not.
schema.definitions.AnyBlock = { $ref: '#/definitions/KnownBlock' };
const ajv = new Ajv({ strict: false, logger: false });
ajv.addSchema(schema, 'slack');

/**
 * What is wrong with a part by itself: its shape and every length and count in it; empty where it is fine.
 *
 * @param type  its name in @slack/types, such as `KnownBlock`, `ModalView` or `Button`
 */
export function findPartProblems(part: unknown, type: string): string[] {
  const isRight = ajv.getSchema(`slack#/definitions/${type}`);
  if (!isRight) return [`no such type: ${type}`];
  return [...(isRight(part) ? [] : [`${type}: ${JSON.stringify(isRight.errors?.at(-1))}`]), ...findLimitProblems(part)];
}

/** What Slack would refuse in a message; empty where it is fine. */
export function findMessageProblems(message: { text?: unknown; blocks?: unknown }): string[] {
  const blocks: unknown[] = Array.isArray(message.blocks) ? message.blocks : [message.blocks];
  const problems = blocks.flatMap((block) => [...findPartProblems(block, 'KnownBlock'), ...findPlaceProblems(block)]);
  if (blocks.length < 1 || blocks.length > 50) problems.push(`${blocks.length} blocks`);
  if (typeof message.text !== 'string' || message.text === '') problems.push('no text for notifications');
  else if ([...message.text].length > 4000) problems.push('text above 4,000 is split or refused');
  const length = textsOf(blocks).reduce((sum, { text }) => sum + [...text].length, 0);
  // With room to the point near 13,200 from which Slack answers so.
  if (length > 12_000) problems.push(`msg_blocks_too_long: ${length}`);
  return [...problems, ...findIdProblems(blocks)];
}

/** What Slack would refuse in somebody's Home; empty where it is fine. */
export function findHomeProblems(home: unknown): string[] {
  return [...findPartProblems(home, 'HomeView'), ...findIdProblems((home as { blocks?: unknown } | null)?.blocks)];
}

/** What Slack would refuse in a modal; empty where it is fine. */
export function findModalProblems(modal: unknown): string[] {
  const problems = findPartProblems(modal, 'ModalView');
  if (Buffer.byteLength(JSON.stringify(modal)) > 250_000) problems.push('view_too_large');
  return [...problems, ...findIdProblems((modal as { blocks?: unknown } | null)?.blocks)];
}

// Some blocks go into modals alone.
function findPlaceProblems(block: unknown): string[] {
  const type = (block as { type?: unknown } | null)?.type;
  return type === 'alert' || type === 'input' ? [`${type} in a message`] : [];
}

/** Every text in the blocks, in order, and whether Slack reads it as mrkdwn. */
export function textsOf(blocks: unknown): { mrkdwn: boolean; verbatim: boolean; text: string }[] {
  if (Array.isArray(blocks)) return blocks.flatMap(textsOf);
  if (typeof blocks !== 'object' || blocks === null) return [];
  const part = blocks as Record<string, unknown>;
  if (typeof part.text === 'string')
    return [{ mrkdwn: part.type === 'mrkdwn', verbatim: part.verbatim === true, text: part.text }];
  return Object.values(part).flatMap(textsOf);
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
