import { createHmac } from 'node:crypto';

export const signingSecret = 'fake-signing-secret';

type Delivery = {
  /** Seconds that the sender's clock is ahead. */
  skew?: number;
  secret?: string;
  retryNum?: number;
  contentType?: string;
};

/** What Slack sends to a request URL, signed. */
export function createSender(port: number) {
  async function send(body: string, contentType: string, given: Delivery): Promise<{ status: number; text: string }> {
    const timestamp = Math.floor(Date.now() / 1000) + (given.skew ?? 0);
    const signature = createHmac('sha256', given.secret ?? signingSecret)
      .update(`v0:${timestamp}:${body}`)
      .digest('hex');
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': given.contentType ?? contentType,
        'x-slack-signature': `v0=${signature}`,
        'x-slack-request-timestamp': String(timestamp),
        ...(given.retryNum
          ? { 'x-slack-retry-num': String(given.retryNum), 'x-slack-retry-reason': 'http_error' }
          : {}),
      },
    });
    return { status: response.status, text: await response.text() };
  }

  const form = 'application/x-www-form-urlencoded';
  return {
    event: (event: Record<string, unknown>, given: Delivery = {}, envelope: Record<string, unknown> = {}) =>
      send(JSON.stringify({ ...toEnvelope(event), ...envelope }), 'application/json', given),
    command: (command: Record<string, string>, given: Delivery = {}) =>
      send(new URLSearchParams({ ...commandDefaults, ...command }).toString(), form, given),
    interact: (payload: Record<string, unknown>, given: Delivery = {}) =>
      send(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), form, given),
    raw: (body: unknown, given: Delivery = {}) => send(JSON.stringify(body), 'application/json', given),
  };
}

/** An Events API envelope around an event. */
export function toEnvelope(event: Record<string, unknown>): Record<string, unknown> {
  return {
    token: 'x',
    team_id: 'T1',
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: 'Ev1',
    event_time: 1_700_000_000,
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
  };
}

/** A `/summarize` typed in #news, but for its text. */
export const commandDefaults = {
  token: 'x',
  command: '/summarize',
  text: '',
  team_id: 'T1',
  channel_id: 'C1',
  channel_name: 'news',
  user_id: 'U1',
  trigger_id: 'trigger-1',
  api_app_id: 'A1',
  is_enterprise_install: 'false',
};

/** A press of a button in a message of ours. */
export function toPress(actionId: string, value: string, triggerId = 'trigger-1'): Record<string, unknown> {
  return {
    type: 'block_actions',
    team: { id: 'T1', domain: 'fake' },
    user: { id: 'U1', team_id: 'T1' },
    channel: { id: 'C1', name: 'news' },
    api_app_id: 'A1',
    token: 'x',
    trigger_id: triggerId,
    container: { type: 'message', message_ts: '1700000002.000200', channel_id: 'C1', thread_ts: '1700000001.000100' },
    actions: [{ type: 'button', action_id: actionId, block_id: 'b1', value, action_ts: '1700000003.1' }],
  };
}

const app = { team: { id: 'T1', domain: 'fake' }, user: { id: 'U1', team_id: 'T1' }, api_app_id: 'A1', token: 'x' };

/** "Summarize this message", chosen under a message. */
export function toShortcut(message: { channel: string }, about: Record<string, unknown>): Record<string, unknown> {
  const { channel, ...said } = message;
  const place = { channel: { id: channel, name: 'news' }, message: { type: 'message', ...said } };
  return { ...app, type: 'message_action', callback_id: 'summarize_message', action_ts: '1.1', ...place, ...about };
}

/** "Summarize a link", sent in. */
export function toLinkForm(source: string, conversation: string, id: string): Record<string, unknown> {
  const values = {
    source: { source: { type: 'plain_text_input', value: source } },
    place: { place: { type: 'conversations_select', selected_conversation: conversation } },
  };
  return {
    ...app,
    type: 'view_submission',
    view: { id, type: 'modal', callback_id: 'summarize_link', state: { values } },
  };
}
