import { describe, expect, it } from 'vitest';
import { DemoError, demoWorkspace } from '../../src/demo/local-slack.ts';
import { openDemo } from '../../src/demo/open-demo.ts';
import { serveSamples } from '../../src/demo/sample-pages.ts';
import { freePort } from '../free-port.ts';

const hasBinary = process.platform === 'linux' && process.arch === 'x64';

describe('sample pages', () => {
  it('are served on loopback, each under its link, and name their licence', async () => {
    const pages = await serveSamples();
    try {
      expect(pages.samples.length).toBeGreaterThanOrEqual(3);
      for (const { url, title } of pages.samples) {
        const html = await (await fetch(url)).text();
        expect(html).toContain(title);
        expect(html).toContain('CC BY 2.5');
      }
      expect((await fetch(`http://${pages.host}/articles/none`)).status).toBe(404);
    } finally {
      await pages.close();
    }
  });
});

describe.skipIf(!hasBinary)('demo workspace', () => {
  it('shows a welcome with a button for each sample and is gone when closed', async () => {
    const demo = await openDemo(await freePort());
    await demo.welcome();
    const answer = await fetch(`${demo.pageUrl}/_control/messages/${demoWorkspace.channel}`);
    const { messages } = (await answer.json()) as { messages: { blocks: { type: string }[] }[] };
    expect(messages).toHaveLength(1);
    expect(messages[0]?.blocks.filter(({ type }) => type === 'actions')).toHaveLength(3);
    await demo.close();
    await expect(fetch(demo.pageUrl)).rejects.toThrow();
  });

  it('says so where its port is taken', async () => {
    const port = await freePort();
    const first = await openDemo(port);
    try {
      await expect(openDemo(port)).rejects.toMatchObject({ name: 'DemoError', code: 'port-taken' });
    } finally {
      await first.close();
    }
    expect(new DemoError('no-binary').code).toBe('no-binary');
  });
});
