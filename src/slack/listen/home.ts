import { z } from 'zod';
import { budgetPeriod, shareSpent, weighBudget } from '../../core/budgets.ts';
import type { Budget } from '../../core/settings.ts';
import { findChannels } from '../home/find-channels.ts';
import { type HomeContent, renderHome } from '../home/render-home.ts';
import { nameError } from '../library-log.ts';
import type { Listener, Listening } from './listening.ts';

const homeOpened = z.object({ user: z.string().min(1), channel: z.string().nullish(), tab: z.literal('home') });
const maxRecent = 10;

/** Listens to people who open Byline's Home. */
export const listenToHome: Listener = (app, listening) => {
  app.event('app_home_opened', async ({ event }) => {
    const opened = homeOpened.safeParse(event);
    // Not waited for: the event is acknowledged at once, and whoever still looks opens it again.
    if (opened.success) void publishHome(opened.data.user, opened.data.channel ?? null, listening);
  });
};

/**
 * Draws a person's Home anew. Never throws; a failure is logged.
 *
 * @param dm  the person's direct messages with Byline, whose briefs are theirs to see
 */
export async function publishHome(user: string, dm: string | null, listening: Listening): Promise<void> {
  const { client, identify, store, now, log } = listening;
  try {
    const { team, url } = await identify();
    const { channels, missing } = await findChannels(user, listening);
    const today = new Date(now()).toISOString().slice(0, 10);
    const month = { team, fromDay: `${today.slice(0, 7)}-01`, toDay: today };
    const since = Date.parse(month.fromDay);
    const workspace = await store.workspaceSettings(team);
    const view = renderHome({
      recent: await store.recentBriefs({ team, channels: dm ? [...channels, dm] : channels, limit: maxRecent }),
      missing,
      figures: {
        briefs: await store.sumBriefs(month),
        feedback: await store.sumFeedback({ team, since }),
        usage: await store.sumUsage(month),
      },
      strained: await findStrain(user, [...listening.budgets, ...workspace.budgets], team, listening),
      workspace,
      pricedModels: listening.pricedModels,
      dm,
      slackUrl: url ?? null,
      now: now(),
    });
    await client.views.publish({ user_id: user, view });
  } catch (error) {
    log.error({ error: nameError(error) }, 'home not drawn');
  }
}

// A channel's budgets are said in its threads.
async function findStrain(
  user: string,
  budgets: Budget[],
  team: string,
  { store, now }: Listening,
): Promise<HomeContent['strained']> {
  const strained: HomeContent['strained'] = [];
  for (const budget of budgets.filter(({ of }) => of !== 'channel')) {
    const { of, per } = budget;
    const { fromDay, toDay } = budgetPeriod(per, now());
    const used = await store.sumUsage({ team, ...(of === 'user' && { user }), fromDay, toDay });
    if (weighBudget(budget, used) !== 'within') strained.push({ of, per, share: shareSpent(budget, used) });
  }
  return strained;
}
