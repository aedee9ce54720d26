import { findHomeProblems, findModalProblems } from './block-kit.ts';
import { type Args, type Result, refuse, type Workspace } from './fake-methods.ts';

/** views.open: once for each trigger id, and only what Slack would draw. */
export function openView(workspace: Workspace, args: Args): Result {
  if (!args.trigger_id || !workspace.triggers.delete(args.trigger_id)) return refuse('expired_trigger_id');
  const view = JSON.parse(args.view ?? 'null');
  if (findModalProblems(view).length > 0) return refuse('invalid_arguments');
  workspace.views.push(view);
  return { ok: true, view: { id: 'V1', ...view } };
}

/** users.info, as far as it says who is an administrator. */
export function findUser({ admins }: Workspace, { user = '' }: Args): Result {
  if (!/^[UW][A-Z0-9]+$/.test(user)) return refuse('user_not_found');
  return { ok: true, user: { id: user, is_admin: admins.has(user), is_owner: false } };
}

/** views.publish: what a person sees on Home from now on. */
export function publishView(workspace: Workspace, args: Args): Result {
  const view = JSON.parse(args.view ?? 'null');
  if (findHomeProblems(view).length > 0) return refuse('invalid_arguments');
  workspace.homes.set(args.user_id ?? '', view);
  return { ok: true, view: { id: 'V2', ...view } };
}

/** users.conversations: those of a person's channels that the bot is in too, and of each kind only with its scope. */
export function listConversations({ channels, memberships, scopes }: Workspace, args: Args): Result {
  const types = (args.types ?? 'public_channel').split(',');
  const scopeOf: Record<string, string> = { public_channel: 'channels:read', private_channel: 'groups:read' };
  if (types.some((type) => !scopes.includes(scopeOf[type] ?? 'im:read'))) return refuse('missing_scope');
  const kindOf = { public: 'public_channel', private: 'private_channel', dm: 'im', 'group-dm': 'mpim' };
  const found = (memberships.get(args.user ?? '') ?? []).filter((id) => {
    const channel = channels.get(id);
    return channel && types.includes(kindOf[channel.kind]) && (channel.member || channel.kind === 'public');
  });
  const start = Number(args.cursor ?? 0);
  // Two at a time, so that every list of three has a second page.
  const next = start + 2 < found.length ? String(start + 2) : '';
  const page = found.slice(start, start + 2).map((id) => ({ id }));
  return { ok: true, channels: page, response_metadata: { next_cursor: next } };
}
