import { type Config, ConfigError } from './config.ts';
import { SlackError, type SlackFailure } from './core/errors.ts';
import { DemoError } from './demo/local-slack.ts';
import { StoreError } from './store/errors.ts';

const slackFailures: Partial<Record<SlackFailure, string>> = {
  'not-allowed': 'Slack did not accept the tokens: check SLACK_BOT_TOKEN, SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.',
  refused: 'Slack did not accept the tokens: check SLACK_BOT_TOKEN, SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.',
  unavailable: 'Slack could not be reached: check the network and try again.',
};

/** One sentence for whoever started the bot; undefined where the failure is ours and wants its stack. */
export function explainFailure(error: unknown, config: Config | undefined): string | undefined {
  if (error instanceof ConfigError)
    return `Byline's settings need a change (see .env.example):${/\n/.test(error.message) ? '\n' : ' '}${error.message}`;
  if (error instanceof StoreError) return error.message;
  if (error instanceof SlackError) return slackFailures[error.code] ?? slackFailures.unavailable;
  if (!(error instanceof DemoError)) return explainListening(error, config);
  if (error.code === 'no-binary') {
    return 'The demo workspace does not exist for this platform. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env to connect to Slack (README.md), or try: npm run brief -- samples/uk-asylum-questionnaire.html';
  }
  if (error.code === 'port-taken')
    return 'The demo workspace could not start: its port is taken. Set DEMO_PORT to another one.';
  return 'The demo workspace did not start in time. Try again, or: npm run brief -- samples/uk-asylum-questionnaire.html';
}

/** One sentence where a port or an address of our own cannot be listened on. */
function explainListening(error: unknown, config: Config | undefined): string | undefined {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return undefined;
  const slack = config?.slack.mode === 'http' ? config.slack : undefined;
  if ('port' in error && error.syscall === 'listen') {
    const isHealth = error.port === config?.health?.port && error.port !== slack?.port;
    const name = isHealth ? 'HEALTH_PORT' : 'PORT';
    if (error.code === 'EADDRINUSE') return `The port of ${name} is taken: set ${name} to another one.`;
    if (error.code === 'EACCES')
      return `The port of ${name} needs rights that Byline has not: set ${name} to one from 1024 on.`;
    return `Byline cannot listen on the address of ${isHealth ? 'HEALTH_HOST' : 'HOST'}: set it to one of this machine, or 0.0.0.0.`;
  }
  if (!('hostname' in error)) return undefined;
  const name = error.hostname === slack?.host ? 'HOST' : error.hostname === config?.health?.host ? 'HEALTH_HOST' : null;
  return name ? `${name} is no address of this machine: set it to one, or to 0.0.0.0 for all.` : undefined;
}
