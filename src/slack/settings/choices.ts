import type { ChannelSettings } from '../../core/settings.ts';

/** One of the things that can be chosen: what it is called in a list, and in a sentence. */
export type Choice = { value: string; label: string; short: string };

const languages = [
  'ar',
  'bg',
  'zh',
  'hr',
  'cs',
  'da',
  'nl',
  'en',
  'et',
  'fi',
  'fr',
  'de',
  'el',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lv',
  'lt',
  'nb',
  'fa',
  'pl',
  'pt',
  'ro',
  'ru',
  'sr',
  'sk',
  'sl',
  'es',
  'sv',
  'tr',
  'uk',
  'ur',
  'vi',
];
const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** The article's own language, as a value: null has no place in a list. */
export const ownLanguage = 'article';
/** To have what the workspace has. */
export const followWorkspace = 'workspace';

/** The settings that are chosen from a list, in the order they are asked. */
export const listed = ['reading', 'length', 'language', 'followUps', 'external'] as const;
export type Listed = (typeof listed)[number];

/** What each setting is called. */
export const settingNames: Record<keyof ChannelSettings, string> = {
  reading: 'Reading',
  length: 'Length of a brief',
  language: 'Language of a brief',
  followUps: 'Replies that are answered',
  external: 'Channels shared with other organisations',
  allowedSites: 'Only these sites',
  blockedSites: 'Never these sites',
};

const fixed: Record<Exclude<Listed, 'language'>, Choice[]> = {
  reading: [
    { value: 'automatic', label: 'Automatic: links and pasted articles as they are posted', short: 'automatic' },
    { value: 'asked', label: 'When asked: by a mention, the command or a button', short: 'when asked' },
    { value: 'off', label: 'Off: nothing in this channel is read', short: 'off' },
  ],
  length: [
    { value: 'short', label: 'Short: the summary and three claims', short: 'short' },
    { value: 'standard', label: 'Standard: summary, who’s who, five claims', short: 'standard' },
    { value: 'full', label: 'Full: as many claims as a message holds', short: 'full' },
  ],
  followUps: [
    { value: 'questions', label: 'Questions about the article', short: 'questions' },
    { value: 'mention', label: 'Those that mention Byline', short: 'mentions' },
    { value: 'all', label: 'All replies in the thread of a brief', short: 'all' },
    { value: 'never', label: 'None', short: 'none' },
  ],
  external: [
    { value: 'no', label: 'Not read', short: 'not read' },
    { value: 'yes', label: 'Read like any other', short: 'read' },
  ],
};

/**
 * What can be chosen for a setting.
 *
 * @param current  a language that is set and not on the list joins it
 */
export function choicesFor(setting: Listed, current?: string): Choice[] {
  if (setting !== 'language') return fixed[setting];
  const codes =
    current && current !== ownLanguage && !languages.includes(current) ? [...languages, current] : languages;
  const named = codes.map((code) => ({ value: code, label: nameLanguage(code), short: nameLanguage(code) }));
  named.sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return [{ value: ownLanguage, label: 'The article’s own', short: 'the article’s own' }, ...named];
}

/** A setting's value as its list has it. */
export function toValue(setting: Listed, settings: ChannelSettings): string {
  if (setting === 'external') return settings.external ? 'yes' : 'no';
  if (setting === 'language') return settings.language ?? ownLanguage;
  return settings[setting];
}

/** A setting as it stands, in a word or two. */
export function wordValue(setting: keyof ChannelSettings, settings: ChannelSettings): string {
  if (setting === 'allowedSites') return settings.allowedSites.join(', ') || 'every site';
  if (setting === 'blockedSites') return settings.blockedSites.join(', ') || 'none';
  const value = toValue(setting, settings);
  return choicesFor(setting, value).find((choice) => choice.value === value)?.short ?? value;
}

function nameLanguage(code: string): string {
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}
