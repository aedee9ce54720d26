import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../src/core/check.ts';
import { actorKinds, draftSchema, sourceKinds } from '../../src/core/draft.ts';
import { makeArticle } from './sample-article.ts';

const text = readFileSync(resolve(import.meta.dirname, '../../prompts/brief.md'), 'utf8');
const part = readFileSync(resolve(import.meta.dirname, '../../prompts/part.md'), 'utf8');

describe('the prompt for a brief', () => {
  it('shows an example that holds to the schema and passes the check whole', () => {
    const sentences = [...text.matchAll(/^S\d+\|(.*)$/gm)].map((match) => match[1] ?? '');
    const draft = draftSchema.strict().parse(JSON.parse(/^\{.*\}$/m.exec(text)?.[0] ?? ''));
    const drafter = { kind: 'model' as const, model: 'example', promptVersion: null, fellBack: null };
    const { checks } = checkDraft({ ...draft, drafter }, makeArticle([sentences.join(' ')]));
    expect(checks.drops).toEqual([]);
    expect(checks).toMatchObject({ claimsShown: 4, quotesFound: 4, actorsShown: 2, summaryShown: 1 });
  });

  it('names every kind of source and of actor, and every field', () => {
    for (const kind of [...sourceKinds, ...actorKinds]) expect(text).toContain(kind);
    const fields = [
      draftSchema,
      draftSchema.shape.claims.element,
      draftSchema.shape.claims.element.shape.source,
      draftSchema.shape.actors.element,
    ].flatMap((schema) => Object.keys(schema.shape));
    for (const field of fields) expect(`${text}${part}`).toContain(`\`${field}\``);
  });
});
