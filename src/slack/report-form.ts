import type { InputBlock, ModalView } from '@slack/types';
import type { Brief } from '../core/brief.ts';
import { section } from './blocks.ts';
import { cutText, limits } from './limits.ts';
import { cleanText, mrkdwn } from './mrkdwn.ts';
import { answersTo, answerTo, type Submission, textInput } from './settings/inputs.ts';

/** Slack's limit for the boxes of one group. */
const maxBoxes = 10;
const maxComment = 1000;

/** Said where nothing was ticked and nothing written. */
export const somethingToSay = 'Tick what is wrong, or write it below.';

/** The form that asks what is wrong with a brief: the summary, its claims by number, or something else. */
export function renderReportForm({ claims }: Brief, metadata: string): ModalView {
  const groups: InputBlock[] = [];
  for (let start = 0; start < claims.length; start += maxBoxes) {
    const options = claims
      .slice(start, start + maxBoxes)
      .map(({ text }, at) => ({ value: String(start + at + 1), label: `${start + at + 1}. ${text}` }));
    const last = start + options.length;
    groups.push(boxes(`claims_${start + 1}`, start === 0 ? 'Claims' : `Claims ${start + 1} to ${last}`, options));
  }
  return {
    type: 'modal',
    callback_id: 'report_wrong',
    title: { type: 'plain_text', text: 'What is wrong?', emoji: false },
    submit: { type: 'plain_text', text: 'Send', emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    private_metadata: metadata,
    blocks: [
      section(
        mrkdwn`Noted, thank you. Say what is wrong and it is checked again; the brief then shows that you reported it, and what the article says.`,
      ),
      ...groups.slice(0, limits.blocksPerModal - 5),
      boxes('about', 'The brief as a whole', [
        { value: 'summary', label: 'The summary' },
        { value: 'other', label: 'Something else' },
      ]),
      textInput('comment', 'What is wrong with it?', '', {
        multiline: true,
        hint: 'Shown in the brief, with your name.',
        maxLength: maxComment,
      }),
    ],
  };
}

function boxes(id: string, label: string, options: { value: string; label: string }[]): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: label, emoji: false },
    optional: true,
    element: {
      type: 'checkboxes',
      action_id: 'ticked',
      options: options.map(({ value, label: text }) => ({
        value,
        text: { type: 'plain_text', text: cutText(cleanText(text), limits.option), emoji: false },
      })),
    },
  };
}

/** What was ticked (claims by number, or `summary`) and written. */
export function readReport(submission: Submission): {
  parts: (number | 'summary' | 'other')[];
  comment: string | null;
} {
  const groups = Object.keys(submission.view.state.values).filter((id) => id.startsWith('claims_'));
  const claims = groups.flatMap((id) => answersTo(submission, id).map(Number));
  const about: ('summary' | 'other')[] = answersTo(submission, 'about').map((part) =>
    part === 'summary' ? 'summary' : 'other',
  );
  const comment = cleanText(answerTo(submission, 'comment') ?? '').slice(0, maxComment);
  return { parts: [...claims.filter((n) => Number.isInteger(n) && n > 0), ...about], comment: comment || null };
}
