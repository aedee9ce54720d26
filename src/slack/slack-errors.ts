import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { SlackError, type SlackFailure } from '../core/errors.ts';

// Platform errors by name; what is not here is `refused`: Slack will not take this message whenever it is sent.
const platformErrors: Record<string, SlackFailure> = {
  ratelimited: 'rate-limited',
  rate_limited: 'rate-limited',
  message_limit_exceeded: 'rate-limited',
  internal_error: 'unavailable',
  fatal_error: 'unavailable',
  service_unavailable: 'unavailable',
  request_timeout: 'unavailable',
  team_added_to_org: 'unavailable',
  not_in_channel: 'not-in-channel',
  channel_not_found: 'not-in-channel',
  is_archived: 'channel-gone',
  thread_not_found: 'post-gone',
  msg_too_long: 'too-long',
  msg_blocks_too_long: 'too-long',
  msg_blocks_too_many: 'too-long',
  missing_scope: 'not-allowed',
  not_allowed_token_type: 'not-allowed',
  no_permission: 'not-allowed',
  restricted_action: 'not-allowed',
  restricted_action_thread_locked: 'not-allowed',
  restricted_action_read_only_channel: 'not-allowed',
  restricted_action_non_threadable_channel: 'not-allowed',
  invalid_auth: 'not-allowed',
  not_authed: 'not-allowed',
  account_inactive: 'not-allowed',
  token_revoked: 'not-allowed',
  token_expired: 'not-allowed',
};
// Slack will take nothing more with this token.
const deadTokens = new Set(['account_inactive', 'token_revoked', 'invalid_auth']);
// After these the message may stand in the channel all the same.
const uncertain = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

/** Slack's name for what went wrong (`not_in_channel`), where the platform answered with one; `slack-error` for anything but a name. */
export function platformErrorName(error: unknown): string | undefined {
  if (!(error instanceof WebAPIPlatformError)) return undefined;
  const { error: name } = error.data;
  return /^[a-z][a-z0-9_]{0,59}$/.test(name) ? name : 'slack-error';
}

/** Whether it was the token that Slack refused, for good, and not what was asked for with it. */
export function isTokenDead(error: unknown): boolean {
  return deadTokens.has(platformErrorName(error) ?? '');
}

/** Turns an error of Slack's SDK into ours; anything that is none becomes `unavailable` and may have been stored. */
export function toSlackError(error: unknown): SlackError {
  if (error instanceof SlackError) return error;
  if (error instanceof WebAPIRateLimitedError)
    return new SlackError('rate-limited', { cause: error, retryAfterMs: error.retryAfter * 1000 });
  if (error instanceof WebAPIPlatformError) {
    const retryAfter: unknown = error.data.response_metadata?.retryAfter;
    return new SlackError(platformErrors[error.data.error] ?? 'refused', {
      cause: error,
      maybeStored: uncertain.has(error.data.error),
      ...(typeof retryAfter === 'number' ? { retryAfterMs: retryAfter * 1000 } : {}),
    });
  }
  if (error instanceof WebAPIHTTPError)
    return new SlackError('unavailable', { cause: error, maybeStored: error.statusCode >= 500 });
  if (error instanceof WebAPIRequestError)
    return new SlackError('unavailable', { cause: error, maybeStored: !neverSent(error.original) });
  return new SlackError('unavailable', { cause: error, maybeStored: true });
}

// A connection that was never made has stored nothing.
function neverSent(error: Error): boolean {
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause ? cause.code : undefined;
  return (
    typeof code === 'string' && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code)
  );
}
