import { describe, expect, test } from 'vitest';
import { readText } from '../../src/offline/attributions.ts';
import { draftOffline } from '../../src/offline/draft.ts';
import { makeArticle } from '../core/article.ts';

const lead = {
  de: 'Der Hafen von Larvik ist nach einem Jahr wieder offen, und die Schiffe sind zurück in der Stadt.',
  fr: 'Le port de Larvik est de nouveau ouvert après un an, et les bateaux sont dans la ville avec les gens.',
  es: 'El puerto de Larvik está otra vez abierto tras un año, y los barcos están en la ciudad con la gente.',
};

function toldIn(language: keyof typeof lead, sentence: string): [string | undefined, string | undefined] {
  const text = `${lead[language]}\n\n${sentence}`;
  const { statements, voices } = readText(text);
  const { content } = statements.at(-1) ?? {};
  return [voices.at(-1)?.name, content && text.slice(content.start, content.end)];
}

function claimsOf(text: string): string[] {
  const article = makeArticle(text, { url: null, language: null });
  return draftOffline(article)
    .claims.filter(({ source }) => source.kind !== 'article')
    .map(({ text: words }) => words);
}

describe('what is reported without quotation marks', () => {
  test.each([
    [
      'de',
      'Die Stadt habe zu lange gewartet, sagte Innenminister Karl Berg.',
      'Karl Berg',
      'Die Stadt habe zu lange gewartet',
    ],
    [
      'de',
      'Die Kräne seien zu alt für den Hafen, erklärte die Ministerin am Dienstag.',
      'die Ministerin',
      'Die Kräne seien zu alt für den Hafen',
    ],
    [
      'de',
      'Innenminister Karl Berg sagte, die Polizei habe zu spät reagiert.',
      'Karl Berg',
      'die Polizei habe zu spät reagiert',
    ],
    ['de', 'Anna Müller betonte, dass die Kräne bald fertig seien.', 'Anna Müller', 'die Kräne bald fertig seien'],
    [
      'fr',
      'Le maire Paul Girard a déclaré que les travaux du port seraient finis en mai.',
      'Paul Girard',
      'les travaux du port seraient finis en mai',
    ],
    [
      'fr',
      'Les grues sont trop vieilles pour le port, a expliqué Claire Fontaine mardi.',
      'Claire Fontaine',
      'Les grues sont trop vieilles pour le port',
    ],
    [
      'fr',
      'Les grues seraient trop vieilles pour le port, selon Claire Fontaine.',
      'Claire Fontaine',
      'Les grues seraient trop vieilles pour le port',
    ],
    [
      'es',
      'El alcalde Juan Soler dijo que las obras del puerto terminarán en mayo.',
      'Juan Soler',
      'las obras del puerto terminarán en mayo',
    ],
    [
      'es',
      'Las grúas son demasiado viejas para el puerto, según fuentes diplomáticas.',
      'fuentes diplomáticas',
      'Las grúas son demasiado viejas para el puerto',
    ],
  ] as const)('%s: %s', (language, sentence, name, content) =>
    expect(toldIn(language, sentence)).toEqual([name, content]),
  );

  test.each([
    ['de', 'Innenminister Karl Berg sagte, ob die Polizei kommt, wisse er nicht.'],
    [
      'de',
      'Die Stadt hat lange gewartet, und dann sagte ein Mann zu einer Frau auf der Brücke über den Fluss im Süden etwas.',
    ],
    ['fr', 'Le maire Paul Girard a expliqué comment les travaux du port seraient finis en mai.'],
    ['es', 'El alcalde Juan Soler habló de las obras del puerto, que terminarán en mayo.'],
  ] as const)('nothing is told in %s: %s', (language, sentence) =>
    expect(toldIn(language, sentence)).toEqual([undefined, undefined]),
  );

  test('a report that leans on another sentence is no claim', () => {
    expect(claimsOf(`${lead.de}\n\nEr habe zu lange auf die Schiffe gewartet, sagte Innenminister Karl Berg.`)).toEqual(
      [],
    );
  });
});

test.each([
  ['de', 'Gundholm - '],
  ['de', 'Larvik: '],
  ['es', 'Larvik (EFE) - '],
] as const)('a place before the first sentence is no part of it: %s %s', (language, place) => {
  const { summary } = draftOffline(makeArticle(place + lead[language], { url: null, language: null }));
  expect(summary.map(({ text }) => text)).toEqual([lead[language]]);
});
