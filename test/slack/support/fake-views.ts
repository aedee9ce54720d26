import { findModalProblems } from './block-kit.ts';
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
