import type { Article } from '../../src/core/article.ts';
import { checkDraft } from '../../src/core/check.ts';
import { createChooser, type Reference, showShare } from './articles.ts';
import { facts } from './facts.ts';

const rounds = 4; // of other names for every fact
const bodies = [
  'the Harbour Trust',
  'Northgate Rail',
  'the Teachers Union',
  'Velden Steel',
  'the Ferry Company',
  'Alder Bank',
];
const places = ['Velden', 'Kessel', 'Port Harrow', 'Novara', 'Ostrand', 'Lindau'];

/** How often a fact said again is dropped, and how often its reverse is shown. */
export function scoreReversals(references: Reference[], shows: boolean): string[] {
  const chooser = createChooser(17);
  const people = namesOf(references);
  const count = { right: 0, dropped: 0, wrong: 0, shown: 0 };
  const missed: string[] = [];
  for (const { text, right, wrong } of facts) {
    for (let round = 0; round < rounds; round += 1) {
      const names: Record<string, string> = {};
      for (const [key, from] of Object.entries({ A: people, B: people, C: bodies, D: bodies, P: places })) {
        do names[key] = chooser.pick(from) ?? key;
        while ((key === 'B' && isLikeName(names.A, names.B)) || (key === 'D' && names.D === names.C));
      }
      const fill = (line: string): string =>
        line
          .replace(/\{(\w)\}/g, (_, key: string) => names[key] ?? '')
          .replace(/^\p{Ll}/u, (first) => first.toUpperCase());
      for (const [isRight, lines] of [
        [true, right],
        [false, wrong],
      ] as const) {
        for (const line of lines) {
          const why = dropOf(fill(line), fill(text));
          count[isRight ? 'right' : 'wrong'] += 1;
          if (isRight === (why === undefined)) continue;
          count[isRight ? 'dropped' : 'shown'] += 1;
          if (round === 0)
            missed.push(`  ${isRight ? `dropped (${why})` : 'shown'}: ${fill(line)}\n      < ${fill(text)}`);
        }
      }
    }
  }
  return [
    `facts said again in other words, dropped: ${count.dropped} = ${showShare(count.dropped, count.right)}`,
    `facts reversed, shown: ${count.shown} = ${showShare(count.shown, count.wrong)}`,
    ...(shows ? missed : []),
  ];
}

function dropOf(statement: string, sentence: string): string | undefined {
  const text = `The news came late in the day.\n\n${sentence}\n\nMore is to follow.`;
  const brief = checkDraft(
    {
      summary: [{ text: statement, sentences: [2] }],
      actors: [],
      claims: [],
      drafter: { kind: 'model', model: 'bench', promptVersion: null, fellBack: null },
    },
    { ...emptyArticle, text },
  );
  return brief.checks.drops[0]?.why;
}

function namesOf(references: Reference[]): string[] {
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

const emptyArticle: Article = {
  kind: 'article',
  url: 'https://news.example/late',
  canonicalUrl: null,
  title: null,
  dek: null,
  authors: [],
  publisher: null,
  publishedAt: null,
  language: 'en',
  wordCount: 60,
  text: '',
  marks: [],
};
