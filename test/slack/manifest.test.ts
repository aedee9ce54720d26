import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const manifest = read('../../manifest.json');

describe('manifest.json', () => {
  // As README.md says.
  function overHttp() {
    const url = 'https://your-host/slack/events';
    const http = structuredClone(manifest);
    http.settings.socket_mode_enabled = false;
    http.settings.event_subscriptions.request_url = url;
    http.settings.interactivity.request_url = url;
    http.features.slash_commands[0].url = url;
    return http;
  }

  it('is valid against Slack’s schema, and so is what HTTP makes of it', () => {
    const ajv = new Ajv({ strict: false, logger: false });
    const base = 'https://raw.githubusercontent.com/slackapi/manifest-schema/v0.5.0/schemas/';
    for (const version of ['1.0.0', '2.0.0']) {
      const { $id: _, ...schema } = read(`../fixtures/slack/manifest.schema.${version}.json`);
      ajv.addSchema(schema, `${base}manifest.schema.${version}.json`);
    }
    const isManifest = ajv.compile(read('../fixtures/slack/manifest.schema.json'));
    expect(isManifest({ ...manifest, display_information: {} })).toBe(false);
    for (const one of [manifest, overHttp()]) expect(isManifest(one), JSON.stringify(isManifest.errors)).toBe(true);
  });

  it('has every scope explained where the app is installed', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const { bot, bot_optional: optional } = manifest.oauth_config.scopes;
    const explained = readme.split('\n').filter((line) => line.startsWith('| `'));
    for (const scope of bot)
      expect(
        explained.some((line) => line.includes(`\`${scope}\``)),
        scope,
      ).toBe(true);
    for (const scope of optional)
      expect(
        explained.some((line) => line.includes(`\`${scope}\``) && line.includes('(optional)')),
        scope,
      ).toBe(true);
  });

  it('asks for the scope of every event it wants, and for no other scope than the code uses', () => {
    const scopeOf: Record<string, string> = {
      app_mention: 'app_mentions:read',
      'message.channels': 'channels:history',
      'message.groups': 'groups:history',
      'message.im': 'im:history',
      'message.mpim': 'mpim:history',
      reaction_added: 'reactions:read',
    };
    // These need no scope.
    const events: string[] = manifest.settings.event_subscriptions.bot_events;
    const ofEvents = events.flatMap((event) => scopeOf[event] ?? []);
    expect(events.filter((event) => scopeOf[event] === undefined)).toEqual(['app_home_opened', 'app_uninstalled']);
    const needed = [...ofEvents, 'assistant:write', 'chat:write', 'commands', 'reactions:write'];
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(needed.sort());
    // Without them Home lists fewer briefs, files are not read, and nobody can be told to be an administrator.
    expect(manifest.oauth_config.scopes.bot_optional).toEqual([
      'channels:read',
      'files:read',
      'groups:read',
      'users:read',
    ]);
  });
});
