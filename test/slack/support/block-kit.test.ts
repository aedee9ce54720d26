import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPartProblems } from './block-kit.ts';
import { kindOf, limits } from './block-limits.ts';

// The fake Slack is only worth something if it takes what Slack takes and refuses what Slack refuses: held here against
// fixtures that others checked with Slack (slackblocks spec 1.0.1).
const root = new URL('../../fixtures/slack/blocks/spec/fixtures/', import.meta.url);
type Json = Record<string, unknown>;
type Fixture = { name: string; folder: string; part: Json };

// Newer than @slack/types 3.2.0, or (the last) an empty text without the elements that the types ask for.
const setAside = /data_visualization|card_block|rich_text_input/;
const folders = ['blocks', 'elements', 'rich_text', 'views', 'messages', 'objects'];
const fixtures: Fixture[] = folders.flatMap((folder) =>
  readdirSync(new URL(`valid/${folder}/`, root)).map((name) => ({
    name,
    folder,
    part: JSON.parse(readFileSync(new URL(`valid/${folder}/${name}`, root), 'utf8')),
  })),
);
const known = fixtures.filter(({ name }) => !setAside.test(name));

const elementTypes: Record<string, string> = {
  button: 'Button',
  checkboxes: 'Checkboxes',
  datepicker: 'Datepicker',
  datetimepicker: 'DateTimepicker',
  email_text_input: 'EmailInput',
  file_input: 'FileInput',
  image: 'ImageElement',
  number_input: 'NumberInput',
  overflow: 'Overflow',
  plain_text_input: 'PlainTextInput',
  radio_buttons: 'RadioButtons',
  rich_text_input: 'RichTextInput',
  timepicker: 'Timepicker',
  url: 'URLSourceElement',
  url_text_input: 'URLInput',
  workflow_button: 'WorkflowButton',
};

function typeOf({ folder, part }: Fixture): string | undefined {
  const type = String(part.type);
  if (folder === 'views') return type === 'modal' ? 'ModalView' : 'HomeView';
  if (folder === 'blocks') return 'KnownBlock';
  if (folder === 'elements' && type.startsWith('multi_')) return 'MultiSelect';
  if (folder === 'elements') return type.endsWith('_select') ? 'Select' : elementTypes[type];
  if (folder === 'rich_text') return type === 'rich_text' ? 'RichTextBlock' : undefined;
  return type === 'plain_text' || type === 'mrkdwn' ? 'TextObject' : undefined;
}

const typed = known.flatMap((fixture) => {
  const type = typeOf(fixture);
  return type ? [{ ...fixture, type }] : [];
});

describe('what Slack takes', () => {
  it.each(typed.map((fixture) => [`${fixture.folder}/${fixture.name}`, fixture] as const))(
    '%s',
    (_, { part, type }) => {
      expect(findPartProblems(part, type)).toEqual([]);
    },
  );

  it('is most of the fixtures', () => {
    expect(typed.length).toBeGreaterThan(60);
  });
});

type Change = { name: string; part: Json; type: string };

/** Every way to break one limit by one in a fixture that has the part. */
function breakLimit(kind: string, property: string, rule: string, limit: number): Change[] {
  return typed.flatMap(({ name, part, type }) => {
    const changed = structuredClone(part);
    const found = findPart(changed, kind, property, '');
    if (!found) return [];
    found[property] = outgrow(found[property], rule, limit);
    return [{ name, part: changed, type }];
  });
}

function findPart(value: unknown, kind: string, property: string, place: string): Json | undefined {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findPart(item, kind, property, place);
      if (found) return found;
    }
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const part = value as Json;
  if (kindOf(part, place) === kind && part[property] !== undefined) return part;
  for (const [name, inner] of Object.entries(part)) {
    const found = findPart(inner, kind, property, name);
    if (found) return found;
  }
  return undefined;
}

function outgrow(value: unknown, rule: string, limit: number): unknown {
  if (typeof value === 'number') return rule === 'min' ? limit - 1 : limit + 1;
  const size = rule.startsWith('min') ? limit - 1 : limit + 1;
  if (Array.isArray(value)) return Array.from({ length: size }, (_, at) => uniquely(value[at % value.length], at));
  if (typeof value === 'string') return 'x'.repeat(size);
  return { ...(value as Json), text: 'x'.repeat(size) };
}

// So that a list is refused for its length and not for an id that stands twice.
function uniquely(item: unknown, at: number): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  const part = item as Json;
  return {
    ...part,
    ...(part.action_id ? { action_id: `a${at}` } : {}),
    ...(part.block_id ? { block_id: `b${at}` } : {}),
  };
}

const cases: [string, Change[]][] = Object.entries(limits).flatMap(([kind, properties]) =>
  Object.entries(properties).flatMap(([property, rules]) =>
    typeof rules === 'number'
      ? []
      : Object.entries(rules as Record<string, number>)
          .filter(([rule]) => rule !== 'item_max_length')
          .map(([rule, limit]): [string, Change[]] => [
            `${kind}.${property}.${rule}`,
            breakLimit(kind, property, rule, limit),
          ]),
  ),
);
const breakable = cases.filter(([, changes]) => changes.length > 0);

describe('what Slack refuses', () => {
  it.each(breakable)('beyond %s', (_, changes) => {
    for (const { part, type, name } of changes) expect(findPartProblems(part, type), name).not.toEqual([]);
  });

  it('is covered for the most part by the fixtures', () => {
    expect(breakable.length).toBeGreaterThan(40);
  });

  it.each<[string, unknown]>([
    ['a text that is empty', { type: 'section', text: { type: 'mrkdwn', text: '' } }],
    ['a text above 3,000', { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }],
    ['a field above 2,000', { type: 'section', fields: [{ type: 'mrkdwn', text: 'x'.repeat(2001) }] }],
    ['an id above 255', { type: 'divider', block_id: 'x'.repeat(256) }],
    ['a section without content', { type: 'section', block_id: 'b' }],
    ['a header in mrkdwn', { type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
    ['a block it does not know', { type: 'paragraph', text: 'x' }],
    ['a property it does not know', { type: 'divider', colour: 'red' }],
    [
      'a button in a context',
      { type: 'context', elements: [{ type: 'button', text: { type: 'plain_text', text: 'x' } }] },
    ],
    ['a text of a kind it does not know', { type: 'section', text: { type: 'markdown', text: 'x' } }],
    [
      'two sources of an image',
      { type: 'image', alt_text: 'x', image_url: 'https://a.example/', slack_file: { id: 'F1' } },
    ],
    [
      'a table whose rows differ in length',
      {
        type: 'table',
        rows: [
          [{ type: 'raw_text', text: 'a' }],
          [
            { type: 'raw_text', text: 'a' },
            { type: 'raw_text', text: 'b' },
          ],
        ],
      },
    ],
    [
      'an action id above 255',
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'x'.repeat(256), text: { type: 'plain_text', text: 'x' } }],
      },
    ],
  ])('%s', (_, block) => {
    expect(findPartProblems(block, 'KnownBlock')).not.toEqual([]);
  });
});
