import type { Span } from '../../src/core/article.ts';
import { checkDraft } from '../../src/core/check.ts';
import type { Draft } from '../../src/core/draft.ts';
import { splitSentences } from '../../src/core/sentences.ts';
import { createChooser, type Reference, type Said, showShare } from './articles.ts';

/** How often a right quote passes with its speaker, and is dropped with another actor of the article. */
export function scoreSpeakers(references: Reference[], shows: boolean): string[] {
  const chooser = createChooser(11);
  const lines: string[] = [];
  for (const genre of ['news', 'interview']) {
    const count = { right: 0, refused: 0, wrong: 0, near: 0, caught: 0, nearCaught: 0 };
    const missed: string[] = [];
    for (const reference of references.filter((one) => one.genre === genre)) {
      for (const said of reference.said.filter((one) => isStated(one, reference))) {
        const right = nameOf(said, reference);
        if (right === undefined) continue;
        count.right += 1;
        if (!passes(right, said, reference)) {
          count.refused += 1;
          missed.push(`  right speaker refused: ${reference.id} ${right} < ${show(said, reference)}`);
        }
        const others = othersThan(said, reference);
        const near = others.filter((other) => isNear(other, said, reference));
        for (const [isNearby, wrong] of [
          [false, chooser.pick(others)],
          [true, chooser.pick(near)],
        ] as const) {
          if (!wrong) continue;
          count[isNearby ? 'near' : 'wrong'] += 1;
          if (!passes(wrong.name, said, reference)) count[isNearby ? 'nearCaught' : 'caught'] += 1;
          else
            missed.push(
              `  wrong speaker passed: ${reference.id} ${wrong.name} (not ${right}) < ${show(said, reference)}`,
            );
        }
      }
    }
    lines.push(
      `${genre}: right speakers refused ${count.refused} = ${showShare(count.refused, count.right)}`,
      `${genre}: wrong speakers caught ${count.caught} = ${showShare(count.caught, count.wrong)}`,
      `${genre}: wrong speakers named within a sentence of the quote caught ${count.nearCaught} = ${showShare(count.nearCaught, count.near)}`,
      ...(shows ? missed : []),
    );
  }
  return lines;
}

type Other = { name: string; places: Span[] };

// What "you" think is a question, not what the article has you say.
function isStated({ source }: Said, { article: { text } }: Reference): boolean {
  return !/^your?$/i.test(text.slice(source.start, source.end));
}

/** The name nearest to the quote that the article gives the speaker; the annotated words where it only describes them. */
function nameOf({ entity, source }: Said, { article: { text }, mentions }: Reference): string | undefined {
  const own = mentions.filter((mention) => mention.entity === entity && !mention.pronoun);
  const named = own.filter((mention) => mention.named && mention.end - mention.start < 60);
  const nearest = named.toSorted(
    (one, other) => Math.abs(one.start - source.start) - Math.abs(other.start - source.start),
  )[0];
  const described = own.find((mention) => mention.start === source.start && mention.end === source.end);
  const words = nearest ?? described;
  return words && text.slice(words.start, words.end).split(/,|\s\(/)[0];
}

/** The article's other named people and bodies. */
function othersThan({ entity, source, content }: Said, { article: { text }, mentions, said }: Reference): Other[] {
  const own = mentions.filter((mention) => mention.entity === entity).map(({ start, end }) => text.slice(start, end));
  // Who says that somebody says it is right too.
  const around = said.filter(({ content: other }) => other.start < content.end && other.end > content.start);
  const byEntity = new Map<string, Other>();
  for (const mention of mentions) {
    if (mention.entity === entity || !mention.named || mention.pronoun) continue;
    if (around.some((other) => other.entity === mention.entity)) continue;
    if (mention.type !== 'person' && mention.type !== 'organization') continue;
    // A body inside the speaker's own name ("a NASA scientist") is no other speaker.
    if (mention.start < source.end && mention.end > source.start) continue;
    const name = text.slice(mention.start, mention.end);
    if (name.length > 50 || own.some((words) => words.includes(name) || name.includes(words))) continue;
    const other = byEntity.get(mention.entity) ?? { name, places: [] };
    other.places.push(mention);
    byEntity.set(mention.entity, name.length < other.name.length ? { ...other, name } : other);
  }
  return [...byEntity.values()];
}

function isNear({ places }: Other, { content }: Said, { article: { text } }: Reference): boolean {
  const sentences = splitSentences(text);
  const at = sentences.findIndex(({ end }) => end > content.start);
  const [from, to] = [sentences[Math.max(0, at - 1)], sentences[Math.min(sentences.length - 1, at + 1)]];
  return places.some(({ start, end }) => start >= (from?.start ?? 0) && end <= (to?.end ?? 0));
}

function passes(name: string, { content }: Said, { article }: Reference): boolean {
  const sentences = splitSentences(article.text);
  const ids = sentences.flatMap(({ start, end }, at) => (end > content.start && start < content.end ? [at + 1] : []));
  const text = article.text.slice(content.start, content.end);
  const draft: Draft = {
    summary: [],
    actors: [],
    claims: [{ text, quote: text, sentences: ids, source: { name, kind: 'named-person', title: null, via: null } }],
    drafter: { kind: 'model', model: 'bench', promptVersion: null, fellBack: null },
  };
  return checkDraft(draft, article).claims.length > 0;
}

function show({ content, source }: Said, { article: { text } }: Reference): string {
  return `[${text.slice(source.start, source.end)}] ${text.slice(content.start, content.end).slice(0, 100)}`;
}
