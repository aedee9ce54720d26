import { checkDraft } from '../../src/core/check.ts';
import { splitSentences } from '../../src/core/sentences.ts';
import { type createChooser, emptyArticle, type Reference } from './articles.ts';

const bodies = [
  'the Harbour Trust',
  'Northgate Rail',
  'the Teachers Union',
  'Velden Steel',
  'the Ferry Company',
  'Alder Bank',
];
const places = ['Velden', 'Kessel', 'Port Harrow', 'Novara', 'Ostrand', 'Lindau'];

/** Puts names into a line's placeholders: {A} and {B} are people of the references, {C} and {D} bodies, {P} a place. */
export function createFiller(people: string[], chooser: ReturnType<typeof createChooser>): (line: string) => string {
  const names: Record<string, string> = {};
  for (const [key, from] of Object.entries({ A: people, B: people, C: bodies, D: bodies, P: places })) {
    do names[key] = chooser.pick(from) ?? key;
    while ((key === 'B' && isLikeName(names.A, names.B)) || (key === 'D' && names.D === names.C));
  }
  return (line) =>
    line
      .replace(/\{(\w)\}/g, (_, key: string) => names[key] ?? '')
      .replace(/(^|\. )(\p{Ll})/gu, (_, lead: string, first: string) => lead + first.toUpperCase());
}

/** The names of the people in the references, a first name and a surname each. */
export function namesOf(references: Reference[]): string[] {
  const names = references.flatMap(({ article, mentions }) =>
    mentions
      .filter(({ type, named, pronoun }) => type === 'person' && named && !pronoun)
      .map(({ start, end }) => article.text.slice(start, end))
      .filter((name) => /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}{2,}$/u.test(name)),
  );
  return [...new Set(names)];
}

function isLikeName(one: string | undefined, other: string | undefined): boolean {
  const words = (other ?? '').split(' ');
  return (one ?? '').split(' ').some((word) => words.includes(word));
}

/** Why a statement that rests on a passage is dropped, as a summary sentence and as the article's own claim; undefined where it is shown. */
export function dropsOf(
  statement: string,
  passage: string,
): { summary: string | undefined; claim: string | undefined } {
  const lead = 'The news came late in the day.';
  const text = `${lead}\n\n${passage}\n\nMore is to follow.`;
  const sentences = splitSentences(text).flatMap(({ start, end }, at) =>
    start > lead.length && end <= lead.length + 2 + passage.length ? [at + 1] : [],
  );
  const source = { name: null, kind: 'article' as const, title: null, via: null };
  const brief = checkDraft(
    {
      summary: [{ text: statement, sentences }],
      actors: [],
      claims: [{ text: statement, sentences, quote: null, source }],
      drafter: { kind: 'model', model: 'bench', promptVersion: null, fellBack: null },
    },
    { ...emptyArticle, text },
  );
  const why = (part: 'summary' | 'claim'): string | undefined =>
    brief.checks.drops.find((drop) => drop.part === part)?.why;
  return { summary: why('summary'), claim: why('claim') };
}
