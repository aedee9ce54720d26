import { type Args, findChannelError, type Result, refuse, type Workspace } from './fake-methods.ts';

/** assistant.threads.setStatus: an empty status clears it. */
export function setStatus(
  workspace: Workspace,
  { channel_id: channel = '', thread_ts: ts = '', status = '' }: Args,
): Result {
  const error = findChannelError(workspace, channel);
  if (error) return refuse(error);
  if (!workspace.messages.some((message) => message.channel === channel && message.ts === ts))
    return refuse('invalid_thread_ts');
  if (status === '') workspace.statuses.delete(`${channel}:${ts}`);
  else workspace.statuses.set(`${channel}:${ts}`, status);
  return { ok: true };
}

/** assistant.threads.setSuggestedPrompts: one to four, each with a title and a message. */
export function suggestPrompts(workspace: Workspace, { channel_id: channel = '', prompts = '' }: Args): Result {
  const error = findChannelError(workspace, channel);
  if (error) return refuse(error);
  const given: unknown = JSON.parse(prompts);
  const isRight = (prompt: unknown) =>
    typeof prompt === 'object' &&
    prompt !== null &&
    Object.keys(prompt).sort().join() === 'message,title' &&
    Object.values(prompt).every((words) => typeof words === 'string' && words !== '');
  if (!Array.isArray(given) || given.length < 1 || given.length > 4 || !given.every(isRight))
    return refuse('invalid_arguments');
  return { ok: true };
}
