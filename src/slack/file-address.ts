const slackOrigins = ['https://slack.com', 'https://files.slack.com'];

/**
 * Tells whether a file's URL leads to Slack itself: the only places that the bot's token is ever sent to for a file.
 *
 * @param apiUrl  where the Web API is, if elsewhere: an emulator keeps its files on the same host and port
 */
export function isSlackFileUrl(url: string, apiUrl?: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || `${parsed.username}${parsed.password}` !== '') return false;
  if (slackOrigins.includes(parsed.origin)) return true;
  const api = apiUrl === undefined ? null : URL.parse(apiUrl);
  return api !== null && /^https?:$/.test(api.protocol) && parsed.origin === api.origin;
}

/** Tells whether a URL is a page of Slack's for people: a workspace's own address, where a program is sent to sign in. */
export function isSlackWorkspaceUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' && /(^|\.)slack\.com$/.test(parsed.hostname);
}

/** Where Slack tells what a file is of which a message gave the id alone. */
export function fileInfoUrl(id: string, apiUrl = 'https://slack.com/api/'): string {
  return new URL(`files.info?file=${id}`, apiUrl.replace(/\/*$/, '/')).href;
}

/** Tells whether a file's URL only leads to its facts. */
export function isFileInfoUrl(url: string, apiUrl?: string): boolean {
  const id = URL.parse(url)?.searchParams.get('file');
  return id !== null && id !== undefined && url === fileInfoUrl(id, apiUrl);
}
