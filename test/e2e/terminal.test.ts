import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Brief } from '../../src/core/brief.ts';
import { serveSamples } from '../../src/demo/sample-pages.ts';
import { bareEnvironment } from '../bare-environment.ts';
import { type Script, sentenceWith, startScriptedModel } from './scripted-model.ts';

const root = join(import.meta.dirname, '../..');
const sample = join(root, 'samples/uk-asylum-questionnaire.html');
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Ran = { code: number | null; out: string; err: string };

function brief(args: string[], settings: Record<string, string> = {}, input?: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'src/cli.ts'), ...args], {
      env: { ...bareEnvironment(), ...settings },
      cwd: join(root, 'test/fixtures'),
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => resolve({ code, out, err: err.replace(/^\(node:\d+\).*Warning.*\n.*\n?/gm, '') }));
    child.stdin.end(input);
  });
}

async function withModel(script: Script): Promise<Record<string, string>> {
  const model = await startScriptedModel(script);
  closers.push(model.close);
  return { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'scripted', MODEL_HINTS: 'off' };
}

const cooper = { name: 'Yvette Cooper', kind: 'named-person', title: 'Shadow Home Secretary', via: null };
const article = { name: null, kind: 'article', title: null, via: null };

describe('the terminal', () => {
  it('a file becomes a brief as JSON whose passages and quotes stand in the article where it says', async () => {
    const { code, out, err } = await brief([sample, '--json', '--offline']);
    expect([code, err]).toEqual([0, '']);
    const parsed = JSON.parse(out) as Brief;
    expect(parsed.article).toMatchObject({
      publisher: 'Wikinews',
      publishedAt: expect.stringMatching(/^2023-02-23/),
      language: 'en',
    });
    expect(parsed.article.text).not.toMatch(/Image:/);
    expect(parsed.claims.length).toBeGreaterThan(4);
    for (const { passage, quote } of parsed.claims) {
      expect(passage.text).toBe(parsed.article.text.slice(passage.start, passage.end));
      if (quote) expect(quote.text).toBe(parsed.article.text.slice(quote.start, quote.end));
    }
    expect(parsed.claims.map(({ source }) => source.name).join()).toContain('Cooper');
    expect(parsed.drafter).toMatchObject({ kind: 'offline', model: null });
  });

  it('help says what can be asked for; a pipe without an argument is read, an empty one is a wrong argument', async () => {
    const help = await brief(['--help']);
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toMatch(/--offline.*--ask.*Exit codes/s);
    const piped = await brief(['--offline', '--json'], {}, readFileSync(sample, 'utf8'));
    expect([piped.code, piped.err]).toEqual([0, '']);
    expect(JSON.parse(piped.out)).toHaveProperty('claims');
    const empty = await brief([], {}, '');
    expect([empty.code, empty.out]).toEqual([2, '']);
    expect(empty.err).toMatch(/standard input.*usage/);
  });

  it('standard input, a link and a question work, as text', async () => {
    const html = readFileSync(sample, 'utf8');
    expect((await brief(['-', '--offline'], {}, html)).out).toContain('Claims and who made them');
    const pages = await serveSamples();
    closers.push(pages.close);
    const link = pages.samples.find(({ url }) => url.includes('asylum'))?.url ?? '';
    const asked = await brief([link, '--offline', '--ask', 'How many migrants crossed the Channel last year?'], {
      ALLOWED_PRIVATE_HOSTS: pages.host,
    });
    expect(asked.out).toContain('45,756');
    expect((await brief([sample, '--offline', '--ask', 'Who won the world cup final in Qatar?'])).out).toMatch(
      /does not say/,
    );
  });

  it('a page that was not read exits 3 and says why, as a sentence or as JSON', async () => {
    const refused = await brief(['http://127.0.0.1:9/private', '--json', '--offline']);
    expect(refused.code).toBe(3);
    expect(JSON.parse(refused.out)).toEqual({ refusal: { why: 'blocked-address', detail: expect.any(String) } });
    const empty = await brief(['-', '--offline'], {}, 'word');
    expect(empty.code).toBe(3);
    expect(empty.out.trim()).toMatch(/^[^\n]{10,}$/);
  });

  it.each([[[]], [['a', 'b']], [[sample, '--jsonn']], [['no/such/file.html']], [[sample, '--ask', ' ']]])(
    'a bad argument exits 2 with one line on standard error: %j',
    async (args) => {
      const { code, out, err } = await brief(args);
      expect([code, out]).toEqual([2, '']);
      expect(err.trim()).toMatch(/^[^\n]{10,}$/);
    },
  );
});

describe('a model on the way to a brief', () => {
  it('what holds is shown with the article’s words; inventions are dropped and counted', async () => {
    const settings = await withModel((sentences) => {
      const backed = sentenceWith(sentences, 'her party has supported');
      const hopefuls = sentenceWith(sentences, '12,000');
      const translation = sentenceWith(sentences, 'must be completed in English');
      const claim = (text: string, source: object, ids: number[], quote: string | null) => ({
        text,
        source,
        sentences: ids,
        quote,
      });
      return {
        summary: [
          {
            text: 'The Home Office is to begin issuing questionnaires in place of official interviews.',
            sentences: [hopefuls],
          },
        ],
        actors: [
          { name: 'Yvette Cooper', kind: 'person', role: 'Shadow Home Secretary', stance: null, sentences: [backed] },
          { name: 'Angela Merkel', kind: 'person', role: 'Chancellor', stance: null, sentences: [1] },
        ],
        claims: [
          claim(
            'It was "damning that the Home Office isn\'t doing this already".',
            cooper,
            [backed],
            'it was "damning that the Home Office isn\'t doing this already',
          ),
          // The right words, cited to the wrong sentence.
          claim('The document must be completed in English.', article, [hopefuls], 'must be completed in English'),
          claim('The questionnaires will be burned.', cooper, [backed], 'we will burn every questionnaire by Friday'),
          claim('Some 13,000 hopefuls applied before last summer.', article, [hopefuls], null),
          claim('The document must not be completed in English.', article, [translation], null),
          claim(
            'Her party has supported the idea "for months".',
            { ...cooper, name: 'Keir Starmer', title: null },
            [backed],
            'has supported the idea',
          ),
          claim('Nobody said this.', cooper, [9999], null),
        ],
      };
    });
    const { code, out } = await brief([sample, '--json'], settings);
    expect(code).toBe(0);
    const { claims, actors, checks, drafter, article: read } = JSON.parse(out) as Brief;
    expect(drafter).toMatchObject({
      kind: 'model',
      model: 'scripted',
      promptVersion: expect.stringMatching(/^[0-9a-f]{8}$/),
      fellBack: null,
    });
    expect(claims).toHaveLength(2);
    expect(claims[0]).toMatchObject({
      source: { name: expect.stringContaining('Cooper'), kind: 'named-person' },
      quote: { text: expect.stringMatching(/^damning that the Home Office/) },
    });
    expect(claims[1]?.passage.text).toContain('must be completed in English');
    expect(actors.map(({ name }) => name)).toEqual(['Yvette Cooper']);
    expect(JSON.stringify({ claims, actors })).not.toMatch(/burn|13,000|must not be|Starmer|Nobody|Merkel/);
    expect(checks).toMatchObject({ claimsOffered: 7, claimsShown: 2, actorsOffered: 2, actorsShown: 1 });
    expect(checks.drops.filter(({ part }) => part === 'claim')).toHaveLength(5);
    expect(read.text).toContain('must be completed in English');
  });

  const limited = { status: 429, body: '{"error":{"message":"slow down"}}', headers: { 'retry-after': '1' } };
  it.each([
    ['down', { status: 500, body: '{}' }, 'model-down'],
    ['over its limit', limited, 'rate-limited'],
    ['not JSON', { status: 200, body: '<html>not a model</html>' }, undefined],
    ['refusing its key', { status: 401, body: '{"error":{"message":"bad key"}}' }, 'bad-key'],
    ['writing another shape', { answer: 'a poem' }, 'bad-answer'],
  ])('a model that is %s ends as the offline reader’s brief, which says so', async (_name, answer, fellBack) => {
    const { code, out } = await brief([sample, '--json'], await withModel(() => answer));
    expect(code).toBe(0);
    const { claims, drafter } = JSON.parse(out) as Brief;
    expect(claims.length).toBeGreaterThan(4);
    expect(drafter.kind).toBe('offline');
    if (fellBack) expect(drafter.fellBack).toBe(fellBack);
    else expect(drafter.fellBack).not.toBeNull();
  });

  it('a brief costs no more than BUDGET_BRIEF_TOKENS allows, and says so', async () => {
    const settings = {
      ...(await withModel(() => ({ summary: [], actors: [], claims: [] }))),
      BUDGET_BRIEF_TOKENS: '10',
    };
    const { out } = await brief([sample], settings);
    expect(out).toContain('the model would have cost more than one brief may');
    const unpriced = await brief([sample], { ...settings, BUDGET_BRIEF_USD: '1' });
    expect([unpriced.code, unpriced.err]).toEqual([78, expect.stringContaining('MODEL_PRICE_IN')]);
  });

  it('its key is in no output, whatever goes wrong', async () => {
    const settings = {
      ...(await withModel(() => ({ status: 401, body: '{}' }))),
      OPENAI_API_KEY: 'canary-8842',
      LOG_LEVEL: 'debug',
    };
    const { out, err } = await brief([sample], settings);
    expect(out + err).not.toContain('canary-8842');
  });
});
