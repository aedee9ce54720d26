import { findModalProblems } from './block-kit.ts';

/** What a person changes in a form, by the id of the input: a choice's value, typed text, or the values that are ticked. */
export type Given = Record<string, string | string[]>;

/** What a form was acknowledged with; nothing closes it. */
export type ViewAnswer = { response_action?: string; errors?: Record<string, string>; view?: unknown };

type Option = { value: string };
type Element = {
  type: string;
  action_id: string;
  options?: Option[];
  initial_option?: Option;
  initial_options?: Option[];
  initial_value?: string;
};
type View = { blocks: { type: string; block_id: string; element: Element }[] };

/** What Slack would refuse of the answer to a form: errors stand at inputs that it has, a new view is one that can be drawn. */
export function findAnswerProblems(
  view: unknown,
  { response_action: action, errors, view: next }: ViewAnswer,
): string[] {
  if (action === undefined) return [];
  if (action === 'update') return findModalProblems(next);
  if (action !== 'errors') return [`response_action ${action}`];
  const inputs = (view as View).blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const unknown = Object.keys(errors ?? {}).filter((id) => !inputs.includes(id));
  return Object.keys(errors ?? {}).length === 0 ? ['no errors'] : unknown.map((id) => `no input ${id}`);
}

/** A form sent in as Slack does: what was left alone comes with its initial value, an emptied line as null. */
export function toSubmission(view: unknown, given: Given, user: string): Record<string, unknown> {
  const { blocks } = view as View;
  const inputs = blocks.filter(({ type }) => type === 'input');
  const unknown = Object.keys(given).find((id) => !inputs.some(({ block_id }) => block_id === id));
  if (unknown) throw new Error(`the form has no input ${unknown}`);
  const values = inputs.map(({ block_id, element }) => [
    block_id,
    { [element.action_id]: { type: element.type, ...toState(element, given[block_id]) } },
  ]);
  return {
    type: 'view_submission',
    team: { id: 'T1', domain: 'fake' },
    user: { id: user, team_id: 'T1' },
    api_app_id: 'A1',
    token: 'x',
    trigger_id: 'trigger-2',
    view: { id: 'V1', type: 'modal', ...(view as object), state: { values: Object.fromEntries(values) } },
    response_urls: [],
  };
}

function toState(element: Element, given: string | string[] | undefined): object {
  const optionOf = (value: string) => {
    const option = element.options?.find((one) => one.value === value);
    if (!option) throw new Error(`no such choice: ${value}`);
    return option;
  };
  if (element.type === 'plain_text_input') {
    const value = given === undefined ? element.initial_value : String(given);
    return { value: value || null };
  }
  if (element.type === 'checkboxes')
    return { selected_options: Array.isArray(given) ? given.map(optionOf) : (element.initial_options ?? []) };
  return { selected_option: typeof given === 'string' ? optionOf(given) : (element.initial_option ?? null) };
}
