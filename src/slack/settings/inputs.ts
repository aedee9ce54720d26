import type { InputBlock, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { cutText, limits } from '../limits.ts';
import type { Choice } from './choices.ts';

/** A list of which one thing is chosen. `current` also stands as the placeholder, for clients that show no initial choice. */
export function selectInput(id: string, label: string, choices: Choice[], current: string, hint?: string): InputBlock {
  const options = choices.map(toOption);
  const initial = options.find(({ value }) => value === current);
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    element: {
      type: 'static_select',
      action_id: 'chosen',
      options,
      ...(initial ? { initial_option: initial, placeholder: { ...initial.text } } : {}),
    },
    optional: !initial,
    ...(hint ? { hint: plain(hint) } : {}),
  };
}

/** A line, or with `multiline` a box, to type in; it may be left empty. */
export function textInput(
  id: string,
  label: string,
  current: string,
  {
    hint,
    multiline = false,
    placeholder,
    maxLength = limits.typed,
  }: { hint?: string; multiline?: boolean; placeholder?: string; maxLength?: number } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    element: {
      type: 'plain_text_input',
      action_id: 'typed',
      multiline,
      max_length: maxLength,
      ...(current ? { initial_value: cutText(current, maxLength) } : {}),
      ...(placeholder ? { placeholder: plain(cutText(placeholder, limits.placeholder)) } : {}),
    },
    optional: true,
    ...(hint ? { hint: plain(hint) } : {}),
  };
}

function toOption({ value, label }: Choice): PlainTextOption {
  return { text: plain(cutText(label, limits.option)), value };
}

function plain(text: string) {
  return { type: 'plain_text' as const, text, emoji: false };
}

const answer = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
});

/** A view that was sent in: what its inputs hold, and what it was opened with. */
export const submissionSchema = z.object({
  user: z.object({ id: z.string().min(1) }),
  view: z.looseObject({
    id: z.string().min(1),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), answer)) }),
  }),
});

export type Submission = z.infer<typeof submissionSchema>;

/** What was chosen or typed in an input; undefined where it was left as it was or empty. */
export function answerTo({ view }: Submission, id: string): string | undefined {
  const [given] = Object.values(view.state.values[id] ?? {});
  return given?.selected_option?.value ?? given?.value ?? undefined;
}

/** What was ticked. */
export function answersTo({ view }: Submission, id: string): string[] {
  const [given] = Object.values(view.state.values[id] ?? {});
  return given?.selected_options?.map(({ value }) => value) ?? [];
}
