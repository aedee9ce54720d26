import { checkDraft } from '../../src/core/check.ts';
import { splitSentences } from '../../src/core/sentences.ts';
import { createChooser, emptyArticle, type Reference, showShare } from './articles.ts';

/** Speech reported by another, or disowned: whose words it may be shown as, and whose not. */
type Template = { text: string; right: ('A' | 'B')[]; wrong: ('A' | 'B')[] };

const t = (text: string, right: string, wrong: string): Template => ({
  text,
  right: [...right] as Template['right'],
  wrong: [...wrong] as Template['wrong'],
});

// {A} and {B} are names, {a} a surname; “{X}” stands quoted, {x} reported.
const templates: Template[] = [
  // one speaks of what another said
  t('{A} testified that {B} told him “{x}”.', 'B', 'A'),
  t('{A} told the court that {B} had said {x}.', 'B', 'A'),
  t('{A} said {B} told her that {x}.', 'B', 'A'),
  t('{A} claimed on Monday that {B} wrote in an email that {x}.', 'B', 'A'),
  t('According to {A}, {B} said “{x}”.', 'B', 'A'),
  t('According to {A}, {B} believes that {x}.', 'B', 'A'),
  t('{B} said that {x}, according to {A}.', 'B', ''),
  t('{A} quoted {B} as saying “{x}”.', 'B', 'A'),
  t('{A} cited {B} as saying that {x}.', 'B', 'A'),
  t('{B} was quoted by {A} as saying that {x}.', 'B', 'A'),
  t('{A} recalled {B} saying “{x}”.', 'B', 'A'),
  t('{A} heard {B} say that {x}.', 'B', 'A'),
  t('“{X},” {B} told him, {A} testified.', 'B', 'A'),
  t('{A} confirmed that {B} had warned him that {x}.', 'B', 'A'),
  t('In a memo to {A}, {B} wrote that {x}.', 'B', 'A'),
  t('{A} agreed with {B}, who said that {x}.', 'B', ''),
  t('{A} listened as {B} told the crowd that {x}.', 'B', 'A'),
  t('{A} was told by {B} that {x}.', 'B', 'A'),
  t('{A} was told that {x}.', '', 'A'),
  t('{A} was warned by {B} that {x}.', 'B', 'A'),
  t('{A} was informed on Tuesday that {x}.', '', 'A'),
  t('{B} told {A} that {x}.', 'B', 'A'),
  t('“{X},” {B} told {A}.', 'B', 'A'),
  t('Asked about the plans of {A}, {B} said that {x}.', 'B', 'A'),
  t('{B}, who had replaced {A}, said that {x}.', 'B', 'A'),
  t('Unlike {A}, {B} said that {x}.', 'B', 'A'),
  t('{B}, standing next to {A}, said “{x}”.', 'B', 'A'),
  t('{B} rejected the view of {A} and said that {x}.', 'B', 'A'),
  t('{A} said nothing, but {B} said that {x}.', 'B', 'A'),
  t('While {A} stayed silent, {B} argued that {x}.', 'B', 'A'),
  t('{B} said in a letter to {A} that {x}.', 'B', 'A'),
  t('{A} asked {B}, who replied that {x}.', 'B', 'A'),
  t('{A} accused {B} of saying that {x}.', '', 'A'),
  t('A lawyer for {A} said that {B} had told police that {x}.', 'B', 'A'),
  // disowned
  t('{A} never said that {x}.', '', 'A'),
  t('{A} did not say that {x}.', '', 'A'),
  t('{A} denied saying “{x}”.', '', 'A'),
  t('{A} denied having said that {x}.', '', 'A'),
  t('{A} denies ever telling {B} that {x}.', '', 'AB'),
  t('{A} denied that {x}.', '', 'A'),
  t('It was said that {x}, which {A} denied.', '', 'A'),
  t('{B} said that {x}, which {A} denied.', 'B', 'A'),
  t('{B} said that {x}, a claim {A} rejected.', 'B', 'A'),
  t('{B} insisted that {x}, something {A} disputes.', 'B', 'A'),
  t('A study was published, contradicting the view of {A} that {x}.', '', 'A'),
  t('A study was published on Friday, contradicting {a}’s view that {x}.', '', 'A'),
  t('{B} dismissed {a}’s claim that {x}.', '', 'AB'),
  t('{B} mocked {a}’s suggestion that {x}.', '', 'AB'),
  t('{B} said {a}’s claim that {x} was false.', '', 'AB'),
  t('{A} used to say that {x}, a view he no longer holds.', '', 'A'),
  t('{A} once believed that {x}.', '', 'A'),
  t('{A} has withdrawn his statement that {x}.', '', 'A'),
  t('{A} retracted a claim that {x}.', '', 'A'),
  t('The paper printed a forged letter in which {A} wrote “{x}”.', '', 'A'),
  t('A fake video shows {A} saying that {x}.', '', 'A'),
  t('{A} was falsely quoted as saying “{x}”.', '', 'A'),
  t('Rumours that {A} said “{x}” spread quickly.', '', 'A'),
  t('An account that impersonates {A} wrote that {x}.', '', 'A'),
  t('{A} declined to say that {x}.', '', 'A'),
  t('{A} refused to confirm that {x}.', '', 'A'),
  t('{A} stopped short of saying that {x}.', '', 'A'),
  t('{A} has yet to say that {x}.', '', 'A'),
  t('If {A} says that {x}, the deal is off.', '', 'A'),
  t('{A} might say that {x}.', '', 'A'),
  t('{A} wondered whether {x}.', '', 'A'),
  t('{A} doubts that {x}.', '', 'A'),
  t('{B} wants {A} to say that {x}.', '', 'AB'),
  t('{B} urged {A} to admit that {x}.', '', 'AB'),
  // plain speech, which must pass
  t('{A} said that {x}.', 'A', ''),
  t('“{X},” {A} said.', 'A', ''),
  t('{A}, who met {B} on Friday, said that {x}.', 'A', 'B'),
  t('Speaking to {B}, {A} said that {x}.', 'A', 'B'),
  t('{A} told reporters on Tuesday that {x}.', 'A', ''),
  t('“{X},” said {A}, who was elected in May.', 'A', ''),
  t('In a statement, {A} said that {x}.', 'A', ''),
  t('{A} was quoted as saying that {x}.', 'A', ''),
  t('{A} is reported to have said that {x}.', 'A', ''),
  t('{A} did not mince her words: “{X},” she said.', 'A', ''),
  t('{A} would not give a date but said that {x}.', 'A', ''),
  t('{A} denied wrongdoing and said that {x}.', 'A', ''),
  t('{A} rejected the offer, saying that {x}.', 'A', ''),
  t('{A} said on Monday, after {B} had spoken, that {x}.', 'A', 'B'),
  t('Those who doubt it are wrong, {A} said: “{X}.”', 'A', ''),
  t('{A} said it was no longer a secret that {x}.', 'A', ''),
  t('{A} said the police told reporters too little, and that {x}.', 'A', ''),
  t('{A} has always maintained that {x}.', 'A', ''),
  t('{A}’s view is that {x}.', 'A', ''),
  t('In the view of {A}, {x}.', 'A', ''),
  // written after the rules, to see how they carry over
  t('{A} swore under oath that she had heard {B} say that {x}.', 'B', 'A'),
  t('{A} alleged that {B} once told a friend that {x}.', '', 'A'),
  t('{B} told investigators that {x}, {A} said in court.', 'B', 'A'),
  t('As {A} tells it, {B} replied that {x}.', 'B', 'A'),
  t('In her book, {A} writes that {B} admitted that {x}.', 'B', 'A'),
  t('{A} read out a letter from {B}, which says that {x}.', 'B', 'A'),
  t('{A} repeated {b}’s warning that {x}.', 'B', 'A'),
  t('{A} echoed the view of {B} that {x}.', 'B', 'A'),
  t('{A} relayed a message from {B} that {x}.', 'B', 'A'),
  t('{A} paraphrased {B} as arguing that {x}.', 'B', 'A'),
  t('{A} disagreed with {b}’s argument that {x}.', '', 'A'),
  t('{A} was accused by {B} of claiming that {x}.', '', 'AB'),
  t('{A} insists she never claimed that {x}.', '', 'A'),
  t('{A} said he had not said that {x}.', '', 'A'),
  t('{A} said she does not believe that {x}.', '', 'A'),
  t('Contrary to reports, {A} has not claimed that {x}.', '', 'A'),
  t('It is not true that {A} said that {x}.', '', 'A'),
  t('{A} distanced himself from a claim that {x}.', '', 'A'),
  t('{A} apologised for saying that {x}.', '', ''),
  t('{A} laughed off the idea that {x}.', '', 'A'),
  t('{A} stopped believing that {x}.', '', 'A'),
  t('Nobody heard {A} say that {x}.', '', 'A'),
  t('An actor playing {A} says that {x}.', '', 'A'),
  t('{A} was wrongly reported to have said that {x}.', '', 'A'),
  t('Had {A} said that {x}, nobody would have listened.', '', 'A'),
  t('{A} avoided saying that {x}.', '', 'A'),
  t('{A} was asked by {B} whether {x}.', '', 'AB'),
  t('Critics say {A} believes that {x}.', 'A', ''),
  t('{A} added, to applause, that {x}.', 'A', ''),
  t('{A} told {B} on Sunday: “{X}.”', 'A', 'B'),
  t('“{X},” {A} wrote to {B}.', 'A', 'B'),
  t('{A} never tired of saying that {x}.', 'A', ''),
  t('Few doubt it, but {A} went further and said that {x}.', 'A', ''),
  t('{A}, asked by {B} for her view, said that {x}.', 'A', 'B'),
  t('Not for the first time, {A} said that {x}.', 'A', ''),
  t('{A} could not have been clearer: “{X}.”', 'A', ''),
];

const cases = 12; // of every template

/** Whose words reported and disowned speech is shown as: right speakers refused, wrong ones shown. */
export function scoreReported(references: Reference[], shows: boolean): string[] {
  const chooser = createChooser(31);
  const people = namesOf(references);
  const contents = contentsOf(references);
  const count = { right: 0, refused: 0, wrong: 0, shown: 0 };
  const missed: string[] = [];
  for (const template of templates) {
    const fails = { refused: [] as string[], shown: [] as string[] };
    for (let number = 0; number < cases; number += 1) {
      const [one, other] = [chooser.pick(people), chooser.pick(people)];
      const content = chooser.pick(contents);
      if (!one || !other || !content || one.split(' ').at(-1) === other.split(' ').at(-1)) continue;
      const text = fill(template.text, { A: one, B: other, x: content });
      for (const who of ['A', 'B'] as const) {
        const name = who === 'A' ? one : other;
        const isRight = template.right.includes(who);
        if (!isRight && !template.wrong.includes(who)) continue;
        const passed = passes(text, content, name, number % 2 === 0, [one, other]);
        count[isRight ? 'right' : 'wrong'] += 1;
        if (isRight && !passed) fails.refused.push(name);
        if (!isRight && passed) fails.shown.push(name);
      }
    }
    count.refused += fails.refused.length;
    count.shown += fails.shown.length;
    if (fails.refused.length > 0) missed.push(`  right speaker refused ${fails.refused.length}: ${template.text}`);
    if (fails.shown.length > 0) missed.push(`  wrong speaker shown ${fails.shown.length}: ${template.text}`);
  }
  return [
    `reported and disowned speech: right speakers refused ${count.refused} = ${showShare(count.refused, count.right)}`,
    `reported and disowned speech: wrong speakers shown ${count.shown} = ${showShare(count.shown, count.wrong)}`,
    ...(shows ? missed : []),
  ];
}

function fill(template: string, { A, B, x }: { A: string; B: string; x: string }): string {
  const lastOf = (name: string): string => name.split(' ').at(-1) ?? name;
  const filled: Record<string, string> = {
    A,
    B,
    a: lastOf(A),
    b: lastOf(B),
    x,
    X: x.charAt(0).toUpperCase() + x.slice(1),
  };
  return template.replace(/\{(\w)\}/g, (_, key: string) => filled[key] ?? '');
}

function passes(sentence: string, content: string, name: string, isQuoted: boolean, [one, other]: string[]): boolean {
  const text = `The council met in Velden on Tuesday, and ${one} and ${other} were there.

${sentence}

The meeting went on until late at night.`;
  const id = splitSentences(text).findIndex(({ end }) => end > text.indexOf(sentence)) + 1;
  const ids = splitSentences(text).flatMap(({ start, end }, at) =>
    end > text.indexOf(sentence) && start < text.indexOf(sentence) + sentence.length ? [at + 1] : [],
  );
  const claim = `${content.charAt(0).toUpperCase()}${content.slice(1)}.`;
  const source = { name, kind: 'named-person' as const, title: null, via: null };
  const brief = checkDraft(
    {
      summary: [],
      actors: [],
      claims: [{ text: claim, quote: isQuoted ? content : null, sentences: ids.length > 0 ? ids : [id], source }],
      drafter: { kind: 'model', model: 'bench', promptVersion: null, fellBack: null },
    },
    { ...emptyArticle, text },
  );
  return brief.claims.length > 0;
}

/** The full names of people in the reference articles. */
function namesOf(references: Reference[]): string[] {
  const names = references.flatMap(({ article, mentions }) =>
    mentions
      .filter(({ type, named, pronoun }) => type === 'person' && named && !pronoun)
      .map(({ start, end }) => article.text.slice(start, end))
      .filter((name) => /^\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}{2,}$/u.test(name)),
  );
  return [...new Set(names)];
}

/** What was said in the reference articles, where it is a statement of its own that names nobody. */
function contentsOf(references: Reference[]): string[] {
  return references.flatMap(({ article, said }) =>
    said
      .map(({ content }) => article.text.slice(content.start, content.end).replace(/^that\s/, ''))
      .filter((text) =>
        /^(?:the|a|an|all|many|most|there|people|our|his|its|some|each|this) [^"“”.;:?!()\n—–,]{25,140}$/iu.test(text),
      )
      .filter(
        (text) =>
          !/(?<=\s)\p{Lu}\p{Ll}|\b(?:said|says|told|not|never|no|he|she|I|we|you|may|might|whether|if)\b|n['’]t/u.test(
            text,
          ),
      )
      .map((text) => text.trim().replace(/^\p{Lu}/u, (first) => first.toLowerCase())),
  );
}
