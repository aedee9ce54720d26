import type { ModalView } from '@slack/types';

/** The form of "Summarize a link": what to read and where the brief goes. */
export const linkForm: ModalView = {
  type: 'modal',
  callback_id: 'summarize_link',
  title: { type: 'plain_text', text: 'Summarize a link', emoji: false },
  submit: { type: 'plain_text', text: 'Summarize', emoji: false },
  close: { type: 'plain_text', text: 'Cancel', emoji: false },
  blocks: [
    {
      type: 'input',
      block_id: 'source',
      label: { type: 'plain_text', text: 'Link or article text', emoji: false },
      element: {
        type: 'plain_text_input',
        action_id: 'source',
        multiline: true,
        max_length: 3000,
        focus_on_load: true,
        placeholder: { type: 'plain_text', text: 'https://…', emoji: false },
      },
    },
    {
      type: 'input',
      block_id: 'place',
      label: { type: 'plain_text', text: 'Where the brief goes', emoji: false },
      element: {
        type: 'conversations_select',
        action_id: 'place',
        default_to_current_conversation: true,
        // Gives a URL to answer at where Byline is not in the conversation.
        response_url_enabled: true,
      },
    },
  ],
};
