import type { Brief } from '../../src/core/brief.ts';
import { checkDraft } from '../../src/core/check.ts';
import type { Draft, DraftClaim } from '../../src/core/draft.ts';
import { splitSentences } from '../../src/core/sentences.ts';
import { createChooser, type Reference } from './articles.ts';

const drafts = 1000;
const people = [
  'Gordon Pembridge',
  'Aisha Calloway',
  'Tomasz Wierzbicki',
  'Lucinda Farrow',
  'Osei Bonsu',
  'Ingrid Halvorsen',
];
const places = ['Ruritania', 'Zanesville', 'Port Harrow', 'Kessel County', 'the Halberd Institute', 'Novaterra'];

type Chooser = ReturnType<typeof createChooser>;
type Sentence = { text: string; id: number };
type Made = {
  claim?: DraftClaim;
  summary?: Draft['summary'][number];
  actor?: Draft['actors'][number];
  invention: string;
};
type Source = { reference: Reference; sentences: Sentence[]; others: string[]; chooser: Chooser };
type Invent = (source: Source) => Made | undefined;

const own = { name: null, kind: 'article' as const, title: null, via: null };

function claim(text: string, id: number, quote: string | null = null, source: DraftClaim['source'] = own): DraftClaim {
  return { text, sentences: [id], quote, source };
}

function pickSentence({ sentences, chooser }: Source, fits: RegExp): Sentence | undefined {
  return chooser.pick(sentences.filter(({ text }) => fits.test(text)));
}

/** A claim that is one of the article's sentences with something changed. */
function changed(fits: RegExp, change: (text: string, source: Source) => string): Invent {
  return (source) => {
    const sentence = pickSentence(source, fits);
    if (!sentence) return undefined;
    const text = change(sentence.text, source);
    if (text === sentence.text) return undefined;
    // Half with a right quote beside the wrong claim, as models do.
    return { claim: claim(text, sentence.id, source.chooser.below(2) ? sentence.text : null), invention: text };
  };
}

const auxiliary = /\b(?:is|are|was|were|will|has|have|had|can|could|would|should)\b(?! not| yet|n?['’]t)/;

// Every way in which a model may say what the article does not.
const inventions: Record<string, Invent> = {
  'number changed': changed(/(?<![\d-])\d+/, (text) => text.replace(/\d+/, (digits) => String(Number(digits) + 3))),
  'number put in': changed(/ (?:the|a) [a-z]{5,}s? /, (text, { chooser }) =>
    text.replace(/ (?:the|a) (?=[a-z]{5,}s? )/, ` ${13 + chooser.below(80)} `),
  ),
  'number word changed': changed(/\b(?:two|three|four|five|million)\b/, (text) =>
    text.replace(/\b(?:two|three|four|five|million)\b/, (word) => (word === 'million' ? 'billion' : 'eleven')),
  ),
  'percent put in': changed(/ (?:people|students|children|members|many|some|most) /, (text, { chooser }) =>
    text.replace(/ (?=people|students|children|members|many|some|most)/, ` ${11 + chooser.below(70)} percent of `),
  ),
  'invented person': changed(/ [a-z]+ed /, (text, { chooser }) =>
    text.replace(/ (?=[a-z]+ed )/, ` and ${chooser.pick(people)} `),
  ),
  'invented place': changed(/\.$/, (text, { chooser }) => text.replace(/\.$/, ` in ${chooser.pick(places)}.`)),
  'name swapped for an invented one': changed(/(?<=[a-z] )\p{Lu}\p{Ll}{3,}/u, (text, { chooser }) =>
    text.replace(/(?<=[a-z] )\p{Lu}\p{Ll}{3,}/u, () => chooser.pick(people)?.split(' ')[1] ?? ''),
  ),
  'name swapped for another of the article’s': changed(
    /(?<=[a-z] )\p{Lu}\p{Ll}{3,}/u,
    (text, { reference, chooser }) => {
      const names = [...new Set(reference.article.text.match(/(?<=[a-z] )\p{Lu}\p{Ll}{3,}/gu) ?? [])];
      return text.replace(
        /(?<=[a-z] )\p{Lu}\p{Ll}{3,}/u,
        (name) => chooser.pick(names.filter((other) => !text.includes(other.slice(0, 4)))) ?? name,
      );
    },
  ),
  // Two of one thing with "or" between them say the same either way round.
  'two numbers swapped': changed(
    /^(?!.*(\d+ [a-z]{4,})(?: or|,).*\d+ [a-z]{4,}).*\d+ [a-z]{4,}.*\d+ [a-z]{4,}/,
    (text) => text.replace(/(\d+)( [a-z]{4,}.*?)(\d+)( [a-z]{4,})/, '$3$2$1$4'),
  ),
  'name put first': changed(/^(?:He|She|They|The [a-z]+)\b/, (text, { chooser }) =>
    text.replace(/^(?:He|She|They|The [a-z]+)\b/, () => chooser.pick(people) ?? ''),
  ),
  '"not" put in': changed(auxiliary, (text) => text.replace(auxiliary, '$& not')),
  '"not" left out': changed(/ (?:not|never) |n['’]t /, (text) =>
    text.replace(/\b(ca|wo)n['’]t |n['’]t | (?:not|never) /, (_, verb?: string) =>
      verb === 'wo' ? 'will ' : verb === 'ca' ? 'can ' : ' ',
    ),
  ),
  'never put in': changed(/^(?:He|She|They|It|We|I) [a-z]+ed\b/, (text) => text.replace(/^(\w+) /, '$1 never ')),
  'words put in quotation marks': ({ sentences, others, chooser }) => {
    const [place, words] = [chooser.pick(sentences), chooser.pick(others)?.split(/\s+/).slice(0, 6).join(' ')];
    return place && words ? { claim: claim(`${place.text} “${words}”`, place.id, null), invention: words } : undefined;
  },
  'may made will': changed(/\b(?:may|might)\b/, (text) => text.replace(/\b(?:may|might)\b/, 'will')),
  'another article’s sentence': ({ sentences, others, chooser }) => {
    const [text, place] = [chooser.pick(others), chooser.pick(sentences)];
    return text && place
      ? { claim: claim(text, place.id, chooser.below(2) ? place.text : null), invention: text }
      : undefined;
  },
  'invented quote for a right claim': ({ sentences, others, chooser }) => {
    const [place, quote] = [chooser.pick(sentences), chooser.pick(others)];
    return place && quote ? { claim: claim(place.text, place.id, quote), invention: quote } : undefined;
  },
  'quote with a word changed': ({ sentences, chooser }) => {
    const place = chooser.pick(sentences.filter(({ text }) => /["“][^"”]{30,}["”]/.test(text)));
    const inner = place && /["“]([^"”]{30,})["”]/.exec(place.text)?.[1];
    const quote = inner?.replace(/ ([a-z]{4,}) /, ' utterly ');
    return place && quote && quote !== inner
      ? { claim: claim(place.text, place.id, quote), invention: quote }
      : undefined;
  },
  'invented speaker': ({ sentences, chooser }) => {
    const [place, name] = [chooser.pick(sentences), chooser.pick(people)];
    return place && name
      ? {
          claim: claim(place.text, place.id, place.text, { name, kind: 'named-person', title: 'spokesman', via: null }),
          invention: name,
        }
      : undefined;
  },
  'invented title and addressee': ({ sentences, chooser, reference }) => {
    const said = chooser.pick(reference.said.filter(({ name }) => name !== null));
    const place = chooser.pick(sentences);
    const title = 'deputy minister of lighthouses';
    return said?.name && place
      ? {
          claim: claim(place.text, place.id, null, {
            name: said.name,
            kind: 'named-person',
            title,
            via: 'the Port Harrow Gazette',
          }),
          invention: title,
        }
      : undefined;
  },
  'invented summary': (source) => {
    const made = inventions['invented place']?.(source)?.claim ?? undefined;
    return made && { summary: { text: made.text, sentences: made.sentences }, invention: made.text };
  },
  'summary with another number': (source) => {
    const made = inventions['number changed']?.(source)?.claim;
    return made && { summary: { text: made.text, sentences: made.sentences }, invention: made.text };
  },
  'invented actor': ({ chooser }) => {
    const name = chooser.pick(people);
    return name
      ? { actor: { name, kind: 'person', role: null, stance: null, sentences: [1] }, invention: name }
      : undefined;
  },
  'invented role and stance': ({ chooser, reference }) => {
    const name = chooser.pick(reference.said.filter((said) => said.name !== null))?.name;
    const role = 'minister of lighthouses in Ruritania';
    return name
      ? {
          actor: { name, kind: 'person', role, stance: 'opposes every lighthouse with great anger', sentences: [1] },
          invention: role,
        }
      : undefined;
  },
};

/** How many inventions of a drafter that invents on purpose are shown, over a thousand drafts. */
export function scoreInventions(references: Reference[], shows: boolean): string[] {
  const chooser = createChooser(23);
  const counts = new Map<string, { made: number; shown: number }>();
  const missed: string[] = [];
  for (let number = 0; number < drafts; number += 1) {
    const reference = references[number % references.length];
    const other = references[(number * 7 + 5) % references.length];
    if (!reference || !other || other === reference) continue;
    const source = {
      reference,
      sentences: sentencesOf(reference),
      others: sentencesOf(other).map(({ text }) => text),
      chooser,
    };
    const made = Object.entries(inventions).flatMap(([kind, invent]) => {
      const one = chooser.below(3) === 0 ? invent(source) : undefined;
      return one ? [{ kind, ...one }] : [];
    });
    const brief = checkDraft(
      {
        summary: made.flatMap(({ summary }) => summary ?? []),
        actors: made.flatMap(({ actor }) => actor ?? []),
        claims: made.flatMap((one) => one.claim ?? []),
        drafter: { kind: 'model', model: 'bench', promptVersion: null, fellBack: null },
      },
      reference.article,
    );
    for (const { kind, invention } of made) {
      const count = counts.get(kind) ?? { made: 0, shown: 0 };
      const shown = showsInvention(brief, invention);
      counts.set(kind, { made: count.made + 1, shown: count.shown + Number(shown) });
      if (shown) missed.push(`  shown: ${kind} ${reference.id}: ${invention}`);
    }
  }
  const rows = [...counts].map(([kind, { made, shown }]) => `  ${kind.padEnd(44)} ${shown} of ${made}`);
  const total = [...counts.values()].reduce((sum, count) => ({
    made: sum.made + count.made,
    shown: sum.shown + count.shown,
  }));
  return [
    `inventions shown: ${total.shown} of ${total.made} in ${drafts} drafts`,
    ...rows,
    ...(shows ? missed : missed.slice(0, 10)),
  ];
}

function showsInvention({ claims, summary, actors }: Brief, invention: string): boolean {
  const shown = [
    ...claims.flatMap(({ text, quote, source }) => [text, quote?.text, source.name, source.title, source.via]),
    ...summary.map(({ text }) => text),
    ...actors.flatMap(({ name, role, stance }) => [name, role, stance]),
  ];
  return shown.some((text) => text?.includes(invention));
}

function sentencesOf({ article }: Reference): Sentence[] {
  return splitSentences(article.text)
    .map(({ start, end }, at) => ({ text: article.text.slice(start, end), id: at + 1 }))
    .filter(({ text }) => text.split(/\s+/).length >= 8);
}
