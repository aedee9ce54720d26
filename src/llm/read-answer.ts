import { z } from 'zod';
import { actorKinds, answerDraftSchema, draftSchema, sourceKinds } from '../core/draft.ts';
import { cutJson } from './cut-json.ts';
import { toPlainText } from './plain-text.ts';

// What a model's answer is read with: core/draft.ts's shapes, with tolerance for what weaker models do to them. A
// sentence "S12", a kind in other letters or a source given as a bare name means only one thing; asking again costs more.

const maxText = 1_000;
const maxQuote = 3_000;

const line = z.string().max(maxText).transform(toPlainText);
const absent = (value: unknown): unknown =>
  value === undefined || (typeof value === 'string' && /^(?:\s*|null|none|n\/a|not stated)$/i.test(value))
    ? null
    : value;
const optionalLine = z.preprocess(absent, line.nullable());
// The quote is compared with the article and never shown: it stays as the model wrote it.
const quote = z.preprocess(absent, z.string().max(maxQuote).nullable());
const ids = z.preprocess(toIds, z.array(z.number()).max(200));

function kindOf<const K extends readonly [string, ...string[]]>(kinds: K) {
  return z.preprocess((value) => (typeof value === 'string' ? toKind(value) : value), z.enum(kinds));
}

function listOf<T extends z.ZodType>(entry: T, max: number) {
  return z.preprocess((value) => (Array.isArray(value) ? value.slice(0, max) : value), z.array(entry));
}

const source = z.preprocess(
  (value) => value ?? { kind: 'article' },
  z.object({ name: optionalLine, kind: kindOf(sourceKinds), title: optionalLine, via: optionalLine }),
);

const sloppyDraft = z.object({
  summary: listOf(z.object({ text: line, sentences: ids }), 10),
  actors: listOf(
    z.object({ name: line, kind: kindOf(actorKinds), role: optionalLine, stance: optionalLine, sentences: ids }),
    40,
  ),
  claims: listOf(z.object({ text: line, source, sentences: ids, quote, translation: optionalLine }), 200),
});

// Asked for only where the reply is in another language than the article: it doubles what the quotes cost.
const translationField = { translation: z.string().nullable().describe('The quote in the language you write in') };
const translatedDraft = draftSchema.extend({
  claims: z.array(draftSchema.shape.claims.element.extend(translationField)),
});
const translatedAnswer = answerDraftSchema.extend({
  statements: z.array(answerDraftSchema.shape.statements.element.extend(translationField)),
});

const sloppyAnswer = z
  .object({
    notInArticle: z.preprocess((value) => value ?? false, z.boolean()),
    statements: listOf(z.object({ text: line, sentences: ids, quote, translation: optionalLine }), 20),
    closest: ids,
  })
  // An answer that says two things at once says that the article does not say.
  .transform(({ notInArticle, statements, closest }) => ({
    notInArticle: notInArticle || statements.length === 0,
    statements: notInArticle ? [] : statements,
    closest,
  }));

// A translation nobody asked for is none.
function withoutTranslation<T extends { translation: string | null }>({
  translation: _,
  ...rest
}: T): Omit<T, 'translation'> {
  return rest;
}

const mergeSchema = z.object({
  summary: draftSchema.shape.summary,
  claims: z.array(z.number()).describe('C numbers, the most newsworthy first'),
  actors: z.array(z.number()).describe('A numbers, the most important first'),
});

const readMerge = z
  .object({
    summary: listOf(z.object({ text: line, sentences: ids }), 10),
    claims: ids,
    actors: ids,
  })
  .pipe(mergeSchema);

/**
 * What a model is asked to give: the schema that is sent, and the more tolerant one that the answer is read with.
 * `main`: the list without which a salvaged answer is none.
 */
export type AnswerShape<T> = { name: string; asked: z.ZodType<T>; read: z.ZodType<T>; main: string };

export const draftShape: AnswerShape<z.infer<typeof draftSchema>> = {
  name: 'draft',
  asked: draftSchema,
  read: sloppyDraft
    .transform(({ claims, ...rest }) => ({ ...rest, claims: claims.map(withoutTranslation) }))
    .pipe(draftSchema),
  main: 'claims',
};

export const answerShape: AnswerShape<z.infer<typeof answerDraftSchema>> = {
  name: 'answer',
  asked: answerDraftSchema,
  read: sloppyAnswer
    .transform(({ statements, ...rest }) => ({ ...rest, statements: statements.map(withoutTranslation) }))
    .pipe(answerDraftSchema),
  main: 'statements',
};

/** The same with each quote's translation. */
export const translatedDraftShape: AnswerShape<z.infer<typeof translatedDraft>> = {
  ...draftShape,
  asked: translatedDraft,
  read: sloppyDraft.pipe(translatedDraft),
};

export const translatedAnswerShape: AnswerShape<z.infer<typeof translatedAnswer>> = {
  ...answerShape,
  asked: translatedAnswer,
  read: sloppyAnswer.pipe(translatedAnswer),
};

export const mergeShape: AnswerShape<z.infer<typeof mergeSchema>> = {
  name: 'merge',
  asked: mergeSchema,
  read: readMerge,
  main: 'claims',
};

type ReadAnswer<T> = { kind: 'read'; value: T } | { kind: 'unreadable'; problems: string[] };

/**
 * Reads a model's answer.
 *
 * @returns `problems`: one line each, paths and expected types only, nothing that the model wrote
 */
export function readAnswer<T>(answer: string, shape: AnswerShape<T>): ReadAnswer<T> {
  let problems: string[] | undefined;
  for (const object of cutJson(answer)) {
    const result = shape.read.safeParse(object);
    if (result.success) return { kind: 'read', value: result.data };
    problems ??= result.error.issues.slice(0, 20).map(describeIssue);
  }
  return {
    kind: 'unreadable',
    problems: problems ?? ['There is no JSON object in the answer, or it is not complete.'],
  };
}

/** Reads what is right of an answer that is wrong in part: without the list entries that do not hold to the shape. */
export function salvageAnswer<T>(answer: string, shape: AnswerShape<T>): T | undefined {
  for (const object of cutJson(answer)) {
    const wrong = shape.read.safeParse(object).error?.issues ?? [];
    const rest = dropEntries(object, wrong);
    const main = new Map(Object.entries(rest)).get(shape.main);
    if (!Array.isArray(main) || main.length === 0) continue;
    const result = shape.read.safeParse(rest);
    if (result.success) return result.data;
  }
  return undefined;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const expected = issue.code === 'invalid_type' ? `expected ${issue.expected}` : issue.code.replaceAll('_', ' ');
  const kinds = issue.code === 'invalid_value' ? `: one of ${issue.values.map(String).join(', ')}` : '';
  return `${issue.path.map(String).join('.') || 'the whole'}: ${expected}${kinds}`;
}

// Without the entries of top-level lists that an issue points into; a list that is missing or no list is empty.
function dropEntries(object: object, issues: z.core.$ZodIssue[]): object {
  const wrong = new Set(issues.map(({ path }) => path.slice(0, 2).map(String).join('.')));
  const absent = issues.filter(({ path }) => path.length === 1).map(({ path }) => [String(path[0]), []]);
  const kept = Object.entries(object).map(([key, value]: [string, unknown]) => [
    key,
    Array.isArray(value) ? value.filter((_, index) => !wrong.has(`${key}.${index}`)) : value,
  ]);
  return Object.fromEntries([...kept, ...absent]);
}

// Other words that weaker models use for a kind, where they can mean only one.
const otherWords = new Map([
  ['individual', 'person'],
  ['company', 'organisation'],
  ['institution', 'organisation'],
  ['people', 'group'],
  ['location', 'place'],
  ['report', 'document'],
  ['anonymous-source', 'anonymous'],
  ['unnamed-official', 'unnamed-person'],
]);

function toKind(value: string): string {
  const kind = value
    .slice(0, 50)
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace('organization', 'organisation');
  return otherWords.get(kind) ?? kind;
}

const maxRange = 20;

/** 12, "12", "S12", "S12-S14", "12, 13" and lists of them; anything else stays for zod to name. */
function toIds(value: unknown): unknown {
  const list: unknown[] = Array.isArray(value)
    ? value.slice(0, 200)
    : value === null || value === undefined
      ? []
      : [value];
  return list.flatMap((id): unknown[] => (typeof id === 'string' ? readIds(id) : [id]));
}

function readIds(text: string): unknown[] {
  const ids: number[] = [];
  for (const part of text.slice(0, 500).split(/[,;\s]+(?![-–—])/)) {
    const match = /^\[?[SAC]?(\d{1,6})\|?\]?(?:[-–—][SAC]?(\d{1,6}))?\]?$/i.exec(part);
    if (!match) return [text];
    const first = Number(match[1]);
    const last = match[2] === undefined ? first : Number(match[2]);
    for (let id = first; id <= last && id < first + maxRange; id += 1) ids.push(id);
  }
  return ids;
}
