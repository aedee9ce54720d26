import { readFileSync } from 'node:fs';

type Rule = {
  min_length?: number;
  max_length?: number;
  min_items?: number;
  max_items?: number;
  item_max_length?: number;
  min?: number;
  max?: number;
};
type Json = Record<string, unknown>;

/** Block Kit's lengths and counts as data: slackblocks spec 1.0.1, see the LICENSE beside it. By kind of part, then property. */
export const limits: Record<string, Record<string, Rule> & Rule> = JSON.parse(
  readFileSync(new URL('../../fixtures/slack/blocks/spec/limits.json', import.meta.url), 'utf8'),
);

// Parts whose `type` is not what their limits are called.
const kinds: Record<string, string> = {
  plain_text: 'text',
  mrkdwn: 'text',
  modal: 'view',
  home: 'view',
  url: 'url_source',
};
// Parts that have no `type`: known by the property they stand in.
const kindsByPlace: Record<string, string> = {
  options: 'option',
  initial_option: 'option',
  initial_options: 'option',
  option_groups: 'option_group',
  confirm: 'confirmation',
  positive_button: 'feedback_button',
  negative_button: 'feedback_button',
};

/** What a part is called in the limits. */
export function kindOf(part: Json, place: string): string | undefined {
  if (typeof part.type !== 'string') return kindsByPlace[place];
  if (/^(?:multi_)?(?:static|external|users|conversations|channels)_select$/.test(part.type)) return 'select';
  return kinds[part.type] ?? part.type;
}

/** Every length and count in a payload that Slack would refuse. */
export function findLimitProblems(payload: unknown, place = ''): string[] {
  if (Array.isArray(payload)) return payload.flatMap((part) => findLimitProblems(part, place));
  if (!isJson(payload)) return [];
  const kind = kindOf(payload, place);
  const own = Object.entries(payload).flatMap(([property, value]) => {
    const rule = property.endsWith('_id') ? limits[property] : limits[kind ?? '']?.[property];
    const wholeText = kind === 'text' && property === 'text' ? limits.text : rule;
    return wholeText && breaks(wholeText, value) ? [`${kind}.${property}`] : [];
  });
  const deeper = Object.entries(payload).flatMap(([property, value]) => findLimitProblems(value, property));
  return [...own, ...findOddities(payload), ...deeper];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function breaks(rule: Rule, value: unknown): boolean {
  if (Array.isArray(value)) {
    const { min_items = 0, max_items = Infinity, item_max_length = Infinity } = rule;
    return (
      value.length < min_items || value.length > max_items || value.some((item) => lengthOf(item) > item_max_length)
    );
  }
  if (typeof value === 'number')
    return value < (rule.min ?? -Infinity) || value > (rule.max ?? rule.max_length ?? Infinity);
  const length = lengthOf(value);
  return length < (rule.min_length ?? 0) || length > (rule.max_length ?? Infinity);
}

// In code points, as Slack counts.
function lengthOf(value: unknown): number {
  const text = isJson(value) ? value.text : value;
  return typeof text === 'string' ? [...text].length : 0;
}

// What no length or count can say.
function findOddities(part: Json): string[] {
  switch (part.type) {
    case 'section':
      return part.text === undefined && part.fields === undefined ? ['section.content'] : [];
    case 'image':
      return part.image_url !== undefined && part.slack_file !== undefined ? ['image.source'] : [];
    case 'static_select':
    case 'multi_static_select':
      return part.options !== undefined && part.option_groups !== undefined ? ['static_select.choice_source'] : [];
    case 'number_input':
      return Number(part.min_value) > Number(part.max_value) ? ['number_input.range'] : [];
    case 'table':
      return findTableOddities(part, 100, 20);
    case 'data_table':
      return [...findTableOddities(part, 201, 20), ...findCellOddities(part)];
    default:
      return [];
  }
}

function findTableOddities(table: Json, maxRows: number, maxColumns: number): string[] {
  const rows = (Array.isArray(table.rows) ? table.rows : []) as unknown[][];
  const columns = rows[0]?.length ?? 0;
  const settings = Array.isArray(table.column_settings) ? table.column_settings.length : 0;
  return [
    ...(rows.length > maxRows ? ['table.rows.max_items'] : []),
    ...(columns < 1 || columns > maxColumns ? ['table.columns'] : []),
    ...(rows.some((row) => row.length !== columns) ? ['table.row_shape'] : []),
    ...(settings > columns ? ['table.column_settings'] : []),
  ];
}

function findCellOddities(table: Json): string[] {
  const cells = (Array.isArray(table.rows) ? table.rows.flat() : []) as Json[];
  const content = cells.reduce((sum, cell) => sum + lengthOf(cell), 0);
  return [
    ...(cells.some((cell) => cell.text === '') ? ['data_table.cell_text'] : []),
    ...(content > 20_000 ? ['data_table.content'] : []),
  ];
}
