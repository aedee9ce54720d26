import { demoWorkspace, startLocalSlack } from './local-slack.ts';
import { type Sample, serveSamples } from './sample-pages.ts';

export type Demo = {
  pageUrl: string;
  /** The samples' host, which has a private address and is allowed for the demo. */
  sampleHost: string;
  botToken: string;
  appToken: string;
  apiUrl: string;
  /** Posts the welcome with the samples into #news; to be called once the bot listens. */
  welcome: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Opens a workspace on this machine: a Slack-like page on loopback, a #news channel and sample articles.
 *
 * @throws DemoError
 */
export async function openDemo(port: number): Promise<Demo> {
  const slack = await startLocalSlack(port, { mode: 'socket' });
  const pages = await serveSamples();
  const { botToken, appToken } = demoWorkspace;
  return {
    pageUrl: slack.pageUrl,
    sampleHost: pages.host,
    botToken,
    appToken,
    apiUrl: slack.apiUrl,
    welcome: () => postWelcome(slack.apiUrl, pages.samples),
    close: async () => {
      await pages.close();
      await slack.close();
    },
  };
}

const welcomeText =
  '*This is a demo workspace on your own machine.* Post a link or paste an article here, type `/summarize` with a link or a text behind it, or press a button below. Then ask a question in the thread.\nTop right you can act as Mara, a colleague. On the left are a second channel, a private one, your own conversation with Byline (under your name) and, below Apps, its Home.';

async function postWelcome(apiUrl: string, samples: Sample[]): Promise<void> {
  const blocks = [
    { type: 'section', text: { type: 'mrkdwn', text: welcomeText } },
    ...samples.flatMap(({ title, url }) => [
      { type: 'section', text: { type: 'mrkdwn', text: `*${title}*\n${url}` } },
      { type: 'actions', elements: [briefButton(url)] },
    ]),
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'Samples: Wikinews, CC BY 2.5' }] },
  ];
  await fetch(`${apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${demoWorkspace.botToken}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ channel: demoWorkspace.channel, text: 'This is a demo workspace.', blocks }),
    signal: AbortSignal.timeout(5000),
  });
}

function briefButton(url: string): object {
  return { type: 'button', action_id: 'brief_link', text: { type: 'plain_text', text: 'Brief this' }, value: url };
}
