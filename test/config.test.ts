import { describe, expect, it } from 'vitest';
import { pricedModels } from '../src/config/budgets.ts';
import { ConfigError, readConfig } from '../src/config.ts';

function messageOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the settings were taken');
}

describe('settings', () => {
  it('an empty environment, or the example file as it is, opens the demo and drafts offline', () => {
    expect(readConfig({})).toMatchObject({
      slack: { mode: 'demo' },
      model: undefined,
      databasePath: 'data/byline.sqlite',
    });
    expect(readConfig({ SLACK_BOT_TOKEN: '', OPENAI_API_KEY: ' ', ALLOWED_PRIVATE_HOSTS: '', LOG_LEVEL: '' })).toEqual(
      readConfig({}),
    );
  });

  it('an app token chooses Socket Mode, a signing secret alone HTTP', () => {
    const botToken = 'xoxb-1';
    expect(
      readConfig({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' }).slack,
    ).toMatchObject({ mode: 'socket' });
    expect(readConfig({ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: 's', PORT: '8080' }).slack).toMatchObject({
      mode: 'http',
      port: 8080,
      host: '127.0.0.1',
    });
  });

  it('two sockets are opened, and a health port only where one is set', () => {
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(readConfig(tokens)).toMatchObject({ slack: { sockets: 2 }, health: undefined });
    expect(readConfig({ ...tokens, SLACK_SOCKETS: '3', HEALTH_PORT: '8081' })).toMatchObject({
      slack: { sockets: 3 },
      health: { host: '127.0.0.1', port: 8081 },
    });
    expect(messageOf({ SLACK_SOCKETS: '11' })).toMatch(/^SLACK_SOCKETS/);
  });

  it('half a set of tokens names the one that is missing', () => {
    expect(messageOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toMatch(/SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET/);
    expect(messageOf({ SLACK_APP_TOKEN: 'xapp-1' })).toMatch(/^SLACK_BOT_TOKEN/);
    expect(messageOf({ SLACK_SIGNING_SECRET: 's' })).toMatch(/^SLACK_BOT_TOKEN/);
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'canary-5512'],
    ['SLACK_APP_TOKEN', 'canary-5512'],
    ['SLACK_API_URL', 'canary-5512'],
    ['OPENAI_BASE_URL', 'ftp://canary-5512'],
    ['PORT', 'canary-5512'],
    ['PORT', '70000'],
    ['RETENTION_DAYS', '0'],
    ['DATABASE_URL', 'mysql://user:canary-5512@db/byline'],
    ['DATABASE_PATH', 'file:/canary-5512/byline.sqlite'],
    ['DATABASE_PATH', 'FILE:canary-5512.sqlite?mode=ro'],
    ['DATABASE_PATH', 'sqlite:///canary-5512.sqlite'],
    ['DATABASE_PATH', 'postgresql://user:canary-5512@db/byline'],
    ['DATABASE_PATH', '~/canary-5512.sqlite'],
    ['DATABASE_URL', 'postgresql://user:canary-5512/x@db/byline'],
    ['HONOUR_ROBOTS', 'canary-5512'],
    ['KEEP_BRIEFS', 'canary-5512'],
    ['ALLOWED_PRIVATE_HOSTS', 'http://canary-5512/'],
    ['PORT', '0x10'],
    ['LOG_LEVEL', 'canary-5512'],
    ['MODEL_PRICE_IN', 'canary-5512'],
    ['MODEL_PRICE_OUT', '-7'],
    ['BUDGET_MONTH_USD', 'canary-5512'],
    ['BUDGET_DAY_USD', '-5'],
    ['BUDGET_DAY_TOKENS', '1.5'],
    ['MODEL_TIMEOUT_SECONDS', '4'],
    ['OPENAI_BASE_URL', 'http://canary-5512/v1/chat/completions'],
    ['MODEL_TIMEOUT_SECONDS', '601'],
    ['MODEL_MAX_ARTICLE_CHARS', '7999'],
    ['MODEL_MAX_WAIT_MINUTES', '1e3'],
    ['JOBS_PER_PROCESS', '0'],
    ['JOBS_PER_WORKSPACE', '321'],
    ['MODEL_HINTS', 'canary-5512'],
    ['REPLY_LANGUAGE', 'canary-5512'],
    ['SECOND_BASE_URL', 'ftp://canary-5512'],
  ])('a malformed %s is named and its value is not printed', (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toContain(name);
    expect(message).not.toContain(value);
  });

  it('a server of one’s own needs a model name and no key', () => {
    expect(messageOf({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' })).toMatch(/^OPENAI_MODEL/);
    expect(readConfig({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'qwen3' }).model).toMatchObject({
      model: 'qwen3',
    });
    expect(readConfig({ OPENAI_API_KEY: 'k' }).model).toMatchObject({ apiKey: 'k', baseUrl: undefined });
  });

  it('a second endpoint stands behind the first: another server, or another key or model of the same', () => {
    const first = {
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
      OPENAI_MODEL: 'small',
      MODEL_PRICE_IN: '0.5',
      MODEL_PRICE_OUT: '2',
    };
    expect(readConfig({ ...first, SECOND_API_KEY: 'k2' }).model).toMatchObject({
      price: { input: 0.5, output: 2 },
      second: { apiKey: 'k2', baseUrl: 'http://127.0.0.1:1/v1', model: 'small', price: { input: 0.5, output: 2 } },
    });
    expect(readConfig({ ...first, OPENAI_API_KEY: 'k1', SECOND_MODEL: 'large' }).model?.second).toEqual({
      apiKey: 'k1',
      baseUrl: 'http://127.0.0.1:1/v1',
      model: 'large',
      price: undefined,
    });
    const other = { SECOND_BASE_URL: 'http://127.0.0.1:2/v1', SECOND_MODEL: 'large' };
    expect(readConfig({ ...first, ...other }).model?.second).toEqual({
      apiKey: 'none',
      baseUrl: 'http://127.0.0.1:2/v1',
      model: 'large',
      price: undefined,
    });
    expect(readConfig(first).model?.second).toBeUndefined();
    expect(messageOf({ SECOND_API_KEY: 'k2' })).toMatch(/needs a first/);
    expect(messageOf({ ...first, SECOND_BASE_URL: 'http://127.0.0.1:2/v1' })).toMatch(/^SECOND_MODEL/);
  });

  it('half a price is refused, since it would count half of what is spent', () => {
    expect(messageOf({ OPENAI_API_KEY: 'k', MODEL_PRICE_IN: '2' })).toMatch(/^MODEL_PRICE_OUT is missing/);
    expect(messageOf({ OPENAI_API_KEY: 'k', MODEL_PRICE_OUT: '2' })).toMatch(/^MODEL_PRICE_IN is missing/);
  });

  it('bounds on the model are given in the units of their names', () => {
    expect(
      readConfig({ OPENAI_API_KEY: 'k', MODEL_TIMEOUT_SECONDS: '90', MODEL_MAX_WAIT_MINUTES: '0', MODEL_HINTS: 'on' })
        .model,
    ).toMatchObject({ timeoutMs: 90_000, maxWaitMs: 0, hints: 'on', maxArticleChars: 60_000 });
  });

  it('private hosts are given with commas or spaces', () => {
    expect(readConfig({ ALLOWED_PRIVATE_HOSTS: 'wiki.corp, 127.0.0.1:4010 intranet' }).allowedPrivateHosts).toEqual([
      'wiki.corp',
      '127.0.0.1:4010',
      'intranet',
    ]);
  });

  it('budgets are read in dollars and tokens; none set is no limit', () => {
    expect(readConfig({}).budgets).toEqual([]);
    expect(readConfig({ BUDGET_MONTH_USD: '$12.50', BUDGET_DAY_TOKENS: '50000' }).budgets).toEqual([
      { of: 'workspace', per: 'month', unit: 'micros', amount: 12_500_000 },
      { of: 'workspace', per: 'day', unit: 'tokens', amount: 50_000 },
    ]);
  });

  it.each(['workspace', 'channel', 'user'] as const)(
    'limits a %s by day and by month, in dollars and in tokens',
    (of) => {
      const whose = of === 'workspace' ? '' : `${of.toUpperCase()}_`;
      for (const per of ['day', 'month'] as const) {
        const name = `BUDGET_${whose}${per.toUpperCase()}`;
        expect(readConfig({ [`${name}_USD`]: '2', [`${name}_TOKENS`]: '900' }).budgets).toEqual([
          { of, per, unit: 'micros', amount: 2_000_000 },
          { of, per, unit: 'tokens', amount: 900 },
        ]);
      }
    },
  );

  it('reads what one brief may cost', () => {
    const priced = { OPENAI_API_KEY: 'k', MODEL_PRICE_IN: '2', MODEL_PRICE_OUT: '8' };
    expect(readConfig({ ...priced, BUDGET_BRIEF_USD: '0.2', BUDGET_BRIEF_TOKENS: '60000' }).briefCap).toEqual({
      tokens: 60_000,
      micros: 200_000,
    });
    expect(readConfig({}).briefCap).toEqual({});
    expect(messageOf({ OPENAI_API_KEY: 'k', BUDGET_BRIEF_USD: '1' })).toMatch(/MODEL_PRICE_IN.*BUDGET_BRIEF_USD/);
  });

  it.each([':memory:', 'C:\\byline\\byline.sqlite', 'a b/byline.sqlite', '../byline'])('%s is a file', (path) => {
    expect(readConfig({ DATABASE_PATH: path }).databasePath).toBe(path);
  });

  it('a budget in dollars wants the prices that it is counted with', () => {
    const model = { OPENAI_API_KEY: 'k', BUDGET_DAY_USD: '5' };
    expect(messageOf(model)).toMatch(/MODEL_PRICE_IN.*BUDGET_DAY_USD/);
    const priced = { ...model, MODEL_PRICE_IN: '2', MODEL_PRICE_OUT: '8' };
    expect(readConfig(priced).budgets).toHaveLength(1);
    const second = { ...priced, SECOND_BASE_URL: 'http://127.0.0.1:1/v1', SECOND_MODEL: 'm' };
    expect(messageOf(second)).toMatch(/SECOND_PRICE_IN/);
    expect(readConfig({ ...priced, SECOND_API_KEY: 'k2' }).budgets).toHaveLength(1);
  });

  it('knows whether a workspace’s own budget in dollars sees every model, the second one too', () => {
    const pricedIn = (settings: Record<string, string>) => pricedModels(readConfig(settings).model);
    const key = { OPENAI_API_KEY: 'k' };
    const prices = { MODEL_PRICE_IN: '2', MODEL_PRICE_OUT: '8' };
    const second = { SECOND_MODEL: 'm' };
    const secondPrices = { SECOND_PRICE_IN: '1', SECOND_PRICE_OUT: '2' };
    expect(pricedIn({})).toBe('all');
    expect(pricedIn(key)).toBe('none');
    expect(pricedIn({ ...key, ...second })).toBe('none');
    expect(pricedIn({ ...key, ...prices })).toBe('all');
    expect(pricedIn({ ...key, ...prices, ...second })).toBe('some');
    expect(pricedIn({ ...key, ...second, ...secondPrices })).toBe('some');
    expect(pricedIn({ ...key, ...prices, ...second, ...secondPrices })).toBe('all');
    expect(pricedIn({ ...key, ...prices, SECOND_API_KEY: 'k2' })).toBe('all');
  });
});
