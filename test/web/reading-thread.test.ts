import { describe, expect, it } from 'vitest';
import { createReadingThread } from '../../src/web/reading-thread.ts';

const signal = new AbortController().signal;
const limits = { timeoutMs: 20_000, maxMemoryMb: 400 };
const sentence = 'The council said on Monday that it would rebuild the harbour wall after the storm in the spring.';
const page = `<!doctype html><title>Harbour wall</title><article><h1>Harbour wall</h1>${`<p>${sentence}</p>`.repeat(12)}</article>`;
const url = 'https://news.example.com/2026/harbour-wall';
// Every one of these opens another element, so that the tree is as deep as the page is long.
const hostile = '<section><p>said <a href="/x">more</a>'.repeat(60_000);

describe('the reading thread', () => {
  it('reads pages and pastes', async () => {
    const thread = createReadingThread(limits);
    expect(await thread.extractArticle(page, url, signal)).toMatchObject({ kind: 'article', url });
    expect(await thread.readPaste(`Harbour wall\n\n${sentence} ${sentence}`, signal)).toMatchObject({
      kind: 'article',
    });
    expect(await thread.readPaste('', signal)).toMatchObject({ kind: 'refusal' });
  });

  it('is stopped by the clock, and the next page is read all the same', async () => {
    const hasty = createReadingThread({ ...limits, timeoutMs: 1 });
    expect(await hasty.extractArticle(hostile, url, signal)).toMatchObject({ kind: 'refusal', why: 'timed-out' });
    const thread = createReadingThread(limits);
    const controller = new AbortController();
    const stopped = thread.extractArticle(hostile, url, controller.signal);
    const next = thread.extractArticle(page, url, signal);
    setImmediate(() => controller.abort(new Error('stopped')));
    await expect(stopped).rejects.toThrow('stopped');
    expect(await next).toMatchObject({ kind: 'article' });
  });

  it('is stopped by its memory', async () => {
    const small = createReadingThread({ ...limits, maxMemoryMb: 40 });
    const wide = '<p>said <a href="/x">more</a> <b>and</b> more</p>'.repeat(120_000);
    expect(await small.extractArticle(wide, url, signal)).toMatchObject({ kind: 'refusal', why: 'too-large' });
  });

  it('leaves the rest of the program free while it reads', async () => {
    const thread = createReadingThread(limits);
    const controller = new AbortController();
    const reading = thread.extractArticle(hostile, url, controller.signal);
    let turns = 0;
    const counting = setInterval(() => {
      if (++turns === 20) controller.abort(new Error('enough'));
    }, 1);
    await expect(reading).rejects.toThrow('enough');
    clearInterval(counting);
    expect(turns).toBeGreaterThanOrEqual(20);
  });
});
