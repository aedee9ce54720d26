import { type ChannelSettings, parseSites, readOwnSettings } from '../../core/settings.ts';
import { type Mrkdwn, mrkdwn } from '../mrkdwn.ts';
import { followWorkspace, type Listed, listed, ownLanguage, settingNames, wordValue } from './choices.ts';
import { answerTo, type Submission } from './inputs.ts';

/** What was sent in: what the channel has of its own from now on, or what is wrong, by the input it stands in. */
export type ChannelAnswers = { own: Partial<ChannelSettings> } | { errors: Record<string, string> };

/**
 * Reads the form for a channel's settings. What was left alone stays as it was; a list of sites that is the workspace's own
 * follows the workspace.
 */
export function readChannelAnswers(
  submission: Submission,
  before: Partial<ChannelSettings>,
  defaults: ChannelSettings,
): ChannelAnswers {
  const own: Partial<ChannelSettings> = {};
  for (const setting of listed) {
    const value = answerTo(submission, setting);
    if (value === undefined) Object.assign(own, setting in before ? { [setting]: before[setting] } : {});
    else if (value !== followWorkspace) Object.assign(own, { [setting]: fromValue(setting, value) });
  }
  const errors: Record<string, string> = {};
  for (const setting of ['allowedSites', 'blockedSites'] as const) {
    const { sites, error } = readSites(answerTo(submission, setting) ?? '');
    if (error) errors[setting] = error;
    else if (!isSame(sites, defaults[setting])) own[setting] = sites;
  }
  return Object.keys(errors).length > 0 ? { errors } : { own: readOwnSettings(own) };
}

/** A list of sites as it was typed, or what is wrong with it in a sentence. */
export function readSites(typed: string): { sites: string[]; error?: string } {
  const { sites, wrong } = parseSites(typed);
  if (wrong.length > 0) {
    const shown = wrong.slice(0, 3).map((word) => `“${word.slice(0, 60)}”`);
    return { sites, error: `${shown.join(', ')}: not the name of a site, such as example.com.` };
  }
  return sites.length > 200 ? { sites, error: 'At most 200 sites fit on a list.' } : { sites };
}

/** A setting from the value that its list has for it. */
export function fromValue(setting: Listed, value: string): string | boolean | null {
  if (setting === 'external') return value === 'yes';
  return setting === 'language' && value === ownLanguage ? null : value;
}

function isSame(a: string[], b: string[]): boolean {
  return a.toSorted().join() === b.toSorted().join();
}

/** One sentence about what was saved: what is different now. */
export function wordSaved(before: ChannelSettings, after: ChannelSettings): Mrkdwn {
  const changed = [...listed, 'allowedSites', 'blockedSites'] as const;
  const parts = changed
    .filter((name) => wordValue(name, before) !== wordValue(name, after))
    .map((name) => `${settingNames[name]}: ${wordValue(name, after).slice(0, 200)}`);
  if (parts.length === 0) return mrkdwn`Saved; Byline goes on in this channel as before.`;
  return mrkdwn`Saved for this channel. ${parts.join(' · ')}.`;
}
