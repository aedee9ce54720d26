import { z } from 'zod';
import { nameError } from '../library-log.ts';
import type { Listener } from './listening.ts';

const prompts: [{ title: string; message: string }, ...{ title: string; message: string }[]] = [
  { title: 'Brief an article', message: 'Brief this: https://' },
  { title: 'What can you read?', message: 'What can you read, and how do I ask?' },
];

const messagesOpened = z.object({
  type: z.literal('app_home_opened'),
  tab: z.literal('messages'),
  channel: z.string(),
});
// Apps made before the agent experience get a thread for each conversation.
const threadStarted = z.object({
  type: z.literal('assistant_thread_started'),
  assistant_thread: z.object({ channel_id: z.string(), thread_ts: z.string() }),
});

/** Listens to people opening Byline's own conversation, and shows them what they can ask. */
export const listenToAgent: Listener = (app, { client, log }) => {
  async function suggest(channel_id: string, thread_ts?: string): Promise<void> {
    try {
      const where = { channel_id, ...(thread_ts ? { thread_ts } : {}) };
      await client.assistant.threads.setSuggestedPrompts({ ...where, title: 'Post a link, or try:', prompts });
    } catch (error) {
      // Without the scope assistant:write, or in a workspace without agents, the conversation works all the same.
      log.debug({ error: nameError(error) }, 'prompts not shown');
    }
  }

  app.event('app_home_opened', async ({ event }) => {
    const opened = messagesOpened.safeParse(event);
    if (opened.success) await suggest(opened.data.channel);
  });
  app.event('assistant_thread_started', async ({ event }) => {
    const started = threadStarted.safeParse(event);
    if (!started.success) return;
    await suggest(started.data.assistant_thread.channel_id, started.data.assistant_thread.thread_ts);
  });
};
