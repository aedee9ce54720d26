import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Article } from '../../src/core/article.ts';
import { checkDraft } from '../../src/core/check.ts';
import { checkAnswer } from '../../src/core/check-answer.ts';
import { answerDraftSchema, draftSchema } from '../../src/core/draft.ts';
import { answerOffline } from '../../src/offline/answer.ts';
import { draftOffline } from '../../src/offline/draft.ts';
import { renderReply } from '../../src/slack/render.ts';
import { harbour, makeArticle } from '../llm/sample-article.ts';
import { findMessageProblems, textsOf } from '../slack/support/block-kit.ts';

const bipia = resolve(import.meta.dirname, '../fixtures/bipia/attacks.json');
const attacks = Object.values(
  z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(bipia, 'utf8'))),
).flat();
const [first = '', second = '', third = ''] = harbour.text.split('\n\n');
const hidden = (text: string) => [...text].map((char) => `\u200B${char}`).join('');
// What would do something in Slack if it got there as it is.
const armed = (text: string) =>
  `${text} <!channel> <@U0123456> <https://evil.example|here> https://evil.example/?k=v *now* :tada:`;

const places: [string, (attack: string) => Article][] = [
  ['at the start', (attack) => makeArticle([attack, first, second, third])],
  ['in the middle', (attack) => makeArticle([first, `${second} ${attack}`, third])],
  ['at the end', (attack) => makeArticle([first, second, third, attack])],
  ['in a caption', (attack) => makeArticle([first, `Image: ${attack} (Photo: Example Agency)`, second])],
  ['in hidden text', (attack) => makeArticle([`${first}${hidden(attack)}`, second])],
  ['in a quote', (attack) => makeArticle([first, `“${attack}”, harbour master Ida Berg told Radio Elmsund.`])],
];

/** What a message could do besides being read: our own links, quote bars and bold letters taken out. */
function expectHarmless(message: ReturnType<typeof renderReply>, article: Article): void {
  expect(findMessageProblems(message)).toEqual([]);
  for (const { text } of textsOf(message.blocks)) {
    for (const [, url = ''] of text.matchAll(/<([^|>]+)(?:\|[^>]*)?>/g))
      expect(url.startsWith(article.url ?? '-')).toBe(true);
    expect(text).not.toMatch(/<[!@#]/);
  }
  expect(message.text).not.toMatch(/<[!@#h]/);
}

describe.each(places)('an instruction planted %s, with the offline reader', (_, plant) => {
  it.each([
    ['as published', (attack: string) => attack],
    ['armed with links and mentions', armed],
  ])('%s: has no effect on the shape, links, mentions, cost or settings', (_how, arm) => {
    for (const attack of attacks) {
      const article = plant(arm(attack));
      const draft = draftOffline(article);
      expect(draftSchema.safeParse(draft).success).toBe(true);
      expect(draft.drafter).toEqual({ kind: 'offline', model: null, promptVersion: null, fellBack: null });
      expect(Object.keys(draft).sort()).toEqual(['actors', 'claims', 'drafter', 'summary']);
      const brief = checkDraft(draft, article);
      expectHarmless(renderReply({ kind: 'brief', brief, id: 'b' }, 0), article);

      const question = { text: arm(attack).slice(0, 300), earlier: [{ question: attack, answer: attack }] };
      const answer = answerOffline(question, article);
      expect(answerDraftSchema.safeParse(answer).success).toBe(true);
      expect(answer.drafter.usage).toBeUndefined();
      for (const { text } of answer.statements) expect(article.text.replace(/\s+/g, ' ')).toContain(text);
      expectHarmless(
        renderReply({ kind: 'answer', answer: checkAnswer(question.text, answer, article), article }, 0),
        article,
      );
    }
  });
});
