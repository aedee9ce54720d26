import { checkDraft } from '../../src/core/check.ts';
import { type Reference, showShare } from './articles.ts';

type Turn = (sentence: string, next: string, names: string[]) => string | undefined;

const number = /(?<![\p{L}\d.,$€£–-])\d[\d.,]*\d(?![\p{L}\d.,:%–-])/u;
const bound = /\b(?:more than|over|at least|up to|nearly|almost|fewer than|less than|under) (?=[$€£]?\d)/iu;
const raise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function isApart(one: string, other: string, sentence: string): boolean {
  const between = sentence.slice(sentence.indexOf(one) + one.length, sentence.indexOf(other));
  return /\s\p{Ll}{3,}\s/u.test(between) && !/,|\b(?:and|or)\b/u.test(between);
}

// Ways of turning a real sentence into one that its article does not say.
const turns: Record<string, Turn> = {
  'a verb negated': (sentence) =>
    /\b(?:not|no|never|n[’']t)\b/iu.test(sentence)
      ? undefined
      : sentence.replace(/(?<!["“][^"”]*)\b(is|are|was|were|has|have|had|will|would)\b(?! not)/u, '$1 not'),
  'two names swapped': (sentence, _, [one, other]) =>
    // Of a list or a title either order is true.
    one !== undefined && other !== undefined && isApart(one, other, sentence)
      ? sentence.replaceAll(one, '\u0000').replaceAll(other, one).replaceAll('\u0000', other)
      : undefined,
  'a figure of the next sentence': (sentence, next) => {
    const [own, there] = [number.exec(sentence)?.[0], number.exec(next)?.[0]];
    return own !== undefined && there !== undefined && own !== there && !sentence.includes(there)
      ? sentence.replace(own, there)
      : undefined;
  },
  'a condition cut off': (sentence) => {
    const main = /^(?:If|Unless)\s[^,“"]{5,80}, ([^“"]{20,})$/u.exec(sentence)?.[1];
    return main ? raise(main) : /^([^“"]{30,}?),? (?:if|unless)\s[^,“"]{5,}\.$/u.exec(sentence)?.[1]?.concat('.');
  },
  'a bound cut off': (sentence) => sentence.replace(bound, ''),
  'another unit': (sentence) =>
    sentence
      .replace(/(\d) ?(?:%|percent|per cent)(?!\p{L})/u, '$1 million')
      .replace(/(\d) (years|days|kilometers|km|miles|months|hours)\b/u, (_, digit: string, unit: string) =>
        unit === 'months' ? `${digit} days` : `${digit} months`,
      ),
};

/** How often a sentence of the articles that was turned by rule is shown; of every second article alone, what leaks may be seen. */
export function scoreTurned(references: Reference[], shows: boolean): string[] {
  const halves = [0, 1].map((half) => references.filter((_, at) => at % 2 === half));
  return halves.flatMap((half, at) => scoreHalf(at === 0 ? 'turned' : 'turned, held out', half, shows && at === 0));
}

function scoreHalf(title: string, references: Reference[], shows: boolean): string[] {
  const counts = new Map(Object.keys(turns).map((name) => [name, { made: 0, shown: 0 }]));
  const leaks: string[] = [];
  for (const { article, sentences, mentions } of references) {
    for (const [at, place] of sentences.entries()) {
      const textAt = (n: number): string => article.text.slice(sentences[n]?.start ?? 0, sentences[n]?.end ?? 0);
      const names = mentions
        .filter(({ named, type, start, end }) => named && type === 'person' && start >= place.start && end <= place.end)
        .map(({ start, end }) => article.text.slice(start, end));
      for (const [name, turn] of Object.entries(turns)) {
        const text = turn(textAt(at), textAt(at + 1), [...new Set(names)]);
        const count = counts.get(name);
        if (!count || text === undefined || text === textAt(at)) continue;
        const source = { name: null, kind: 'article' as const, title: null, via: null };
        const claims = [{ text, quote: null, sentences: [at + 1, at + 2], source }];
        const drafter = { kind: 'model' as const, model: 'bench', promptVersion: null, fellBack: null };
        const brief = checkDraft({ summary: [{ text, sentences: [at + 1] }], actors: [], claims, drafter }, article);
        const isShown = brief.summary.length + brief.claims.length > 0;
        count.made += 1;
        count.shown += Number(isShown);
        if (isShown) leaks.push(`  ${name}: ${text}\n      < ${textAt(at)}`);
      }
    }
  }
  const all = [...counts.values()].reduce((sum, one) => ({ made: sum.made + one.made, shown: sum.shown + one.shown }));
  return [
    `sentences ${title} by rule, shown: ${all.shown} = ${showShare(all.shown, all.made)}`,
    ...[...counts].map(([name, { made, shown }]) => `  ${name.padEnd(44)} ${shown} = ${showShare(shown, made)}`),
    ...(shows ? leaks : []),
  ];
}
