import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type BriefPorts, briefPost } from '../../src/flows/brief-post.ts';
import type { BriefTask } from '../../src/flows/tasks.ts';
import { openModel } from '../../src/llm/open-model.ts';
import type { Reply } from '../../src/ports.ts';
import { loadPrompts } from '../../src/prompts.ts';
import { cannedDrafters, createRecorder, draft as offlineDraft } from '../flows/fakes.ts';
import { createScene } from '../jobs/scene.ts';
import { say, send, startModelServer } from '../llm/model-server.ts';
import { goodDraft, harbour } from '../llm/sample-article.ts';

const prompts = loadPrompts(resolve(import.meta.dirname, '../../prompts'));
const limited = (seconds: number) => send(429, '{"error":{"message":"slow down"}}', { 'retry-after': `${seconds}` });
const good = say(JSON.stringify(goodDraft));

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** A worker with a clock moved by hand that briefs one post with a model behind a scripted server. */
async function setUp(
  answers: Parameters<typeof startModelServer>[0],
  { second, maxModelWaitMs = 600_000 }: { second?: typeof answers; maxModelWaitMs?: number } = {},
) {
  const server = await startModelServer(answers);
  const other = second && (await startModelServer(second));
  stops.push(server.stop, ...(other ? [other.stop] : []));
  const scene = await createScene();
  const recorder = createRecorder();
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const endpoint = { apiKey: 'k', baseUrl: server.baseUrl, model: 'scripted', price: { input: 1, output: 1 } };
  const model = openModel({
    ...endpoint,
    second: other && { ...endpoint, baseUrl: other.baseUrl, model: 'second' },
    timeoutMs: 5_000,
    maxArticleChars: 60_000,
    hints: 'off',
    findHints: async () => [],
    prompts,
    log,
    now: scene.clock.now,
  });
  const ports: BriefPorts = {
    ...recorder,
    model,
    offline: cannedDrafters(offlineDraft),
    maxModelWaitMs,
    readPage: async () => harbour,
    readFile: async () => harbour,
    store: scene.store,
    now: scene.clock.now,
    log,
  };
  const task: BriefTask = {
    kind: 'brief-post',
    target: { team: 'T1', channel: 'C1', threadTs: '100.1', user: 'U1', responseUrl: null },
    postTs: '100.1',
    asked: false,
    link: 'https://news.example/harbour',
    file: null,
    text: '',
  };
  await scene.add({ key: 'a', payload: task });
  const worker = scene.work(async (payload, run) => void (await briefPost(payload as BriefTask, ports, run)));
  await worker.start();
  /** The model's server answers in real time: waits until the job rests. */
  const rest = async (requests: number) => {
    for (let n = 0; n < 400 && server.received.length < requests; n += 1) await new Promise((go) => setTimeout(go, 5));
    for (let n = 0; n < 400 && (await scene.store.nextRunAt()) === undefined && recorder.replies.length === 0; n += 1)
      await new Promise((go) => setTimeout(go, 5));
    await scene.clock.settle();
  };
  return { server, other, scene, recorder, rest };
}

const drafterOf = (reply: Reply | undefined) => (reply?.kind === 'brief' ? reply.brief.drafter : undefined);

describe('a model over its rate limit', () => {
  it('is asked again at the time its server named, and the person sees nothing but the sign of work', async () => {
    const { server, scene, recorder, rest } = await setUp([limited(120), good]);
    await rest(1);
    expect(await scene.store.nextRunAt()).toBe(scene.clock.now() + 120_000);
    expect(recorder.replies).toEqual([]);
    expect(recorder.working).toEqual([true]);

    await scene.clock.advance(119_000);
    expect(server.received).toHaveLength(1);
    await scene.clock.advance(1_500);
    await rest(2);
    expect(recorder.replies).toHaveLength(1);
    expect(drafterOf(recorder.replies[0]?.reply)).toMatchObject({ kind: 'model', model: 'scripted', fellBack: null });
    expect(recorder.working.at(-1)).toBe(false);
    expect(scene.given).toEqual([]);
  });

  it('is not waited for longer than the setting allows: the offline reader reads', async () => {
    const { server, recorder, rest } = await setUp([limited(700)]);
    await rest(1);
    expect(drafterOf(recorder.replies[0]?.reply)).toMatchObject({ kind: 'offline', fellBack: 'rate-limited' });
    expect(server.received).toHaveLength(1);
  });

  it('that names a time again and again is not waited for again and again', async () => {
    const { server, scene, recorder, rest } = await setUp([limited(30)]);
    for (let n = 1; n <= 6 && recorder.replies.length === 0; n += 1) {
      await rest(n);
      await scene.clock.advance(31_000);
    }
    await rest(5);
    expect(drafterOf(recorder.replies[0]?.reply)).toMatchObject({ kind: 'offline', fellBack: 'rate-limited' });
    expect(server.received.length).toBe(5);
    expect(scene.given).toEqual([]);
  });

  it('is replaced by the second endpoint at once', async () => {
    const { recorder, rest, other } = await setUp([limited(120)], { second: [good] });
    await rest(1);
    expect(drafterOf(recorder.replies[0]?.reply)).toMatchObject({ kind: 'model', model: 'second' });
    expect(other?.received).toHaveLength(1);
  });

  it('with a second endpoint that is limited too is waited for until the first of both is free', async () => {
    const { scene, rest } = await setUp([limited(300)], { second: [limited(60)] });
    await rest(1);
    expect(await scene.store.nextRunAt()).toBe(scene.clock.now() + 60_000);
  });

  it('is not waited for where the setting says so', async () => {
    const { recorder, rest } = await setUp([limited(10)], { maxModelWaitMs: 0 });
    await rest(1);
    expect(drafterOf(recorder.replies[0]?.reply)).toMatchObject({ kind: 'offline', fellBack: 'rate-limited' });
  });
});
