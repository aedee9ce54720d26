import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAttributions, readText } from '../../src/offline/attributions.ts';
import { detectLanguage } from '../../src/offline/languages/detect.ts';

function read(text: string): [source: string, content: string, speaker: string | undefined][] {
  return findAttributions(text).map(({ source, content, speaker }) => [
    source ? text.slice(source.start, source.end) : '',
    text.slice(content.start, content.end),
    speaker,
  ]);
}

describe('German', () => {
  test('a quotation before the verb, a pronoun after a split verb and a bare surname are one person', () => {
    const text = [
      'Der Hafen ist seit Montag wieder offen. „Wir freuen uns sehr über die Schiffe“, sagte Bürgermeisterin Ulrike Brandt am Montag.',
      '„Die Arbeiten haben zu lange gedauert“, fügte sie hinzu.',
      '„Das Geld ist nun einmal ausgegeben“, sagte Brandt.',
    ].join('\n\n');
    expect(read(text).map(([, , speaker]) => speaker)).toEqual(['Ulrike Brandt', 'Ulrike Brandt', 'Ulrike Brandt']);
  });

  test('a quotation behind a colon belongs to the subject before the verb', () => {
    const text =
      'Der Chef der Stadt ist nicht froh. Hafenchef Jens Petersen kritisierte: „Die Stadt hat nicht genug Geld gegeben.“';
    expect(read(text)).toEqual([
      ['Hafenchef Jens Petersen', '„Die Stadt hat nicht genug Geld gegeben.“', 'Jens Petersen'],
    ]);
  });
});

test('German: where somebody works is no part of the name, "von der" within one is', () => {
  const text =
    '„Es ist mehr als im ganzen Jahr davor“, erklärt Jens Petersen von der Charité. „Das ist gut für die ganze Stadt“, sagte Ursula von der Leyen.';
  expect(read(text).map(([, , speaker]) => speaker)).toEqual(['Jens Petersen', 'Ursula von der Leyen']);
});

describe('French', () => {
  test('the verb of two words, "a-t-elle ajouté" and "Selon" are read', () => {
    const text = [
      'Le port est ouvert. « Nous sommes très heureux de revoir les bateaux », a déclaré la maire Élise Moreau lundi.',
      '« Les travaux ont duré trop longtemps », a-t-elle ajouté. Selon Jean Petit, directeur du port, les grues sont en panne.',
    ].join('\n\n');
    expect(read(text)).toEqual([
      ['la maire Élise Moreau', '« Nous sommes très heureux de revoir les bateaux »', 'Élise Moreau'],
      ['elle', '« Les travaux ont duré trop longtemps »', 'Élise Moreau'],
      ['Jean Petit', 'les grues sont en panne.', 'Jean Petit'],
    ]);
  });

  test('"il" after a woman alone stays open', () => {
    const text =
      'Le port est ouvert. « Les travaux sont finis pour de bon », a dit Élise Moreau.\n\n« On verra bien demain matin », dit-il.';
    expect(read(text).at(-1)).toEqual(['il', '« On verra bien demain matin »', undefined]);
  });
});

describe('Spanish', () => {
  test('speakers before and after the quotation are found, an unnamed body keeps its article', () => {
    const text = [
      'El puerto está abierto. «Estamos muy contentos de ver los barcos», dijo la alcaldesa Inés Romero el lunes.',
      'Pedro Salas ha dicho: “Las obras han durado demasiado tiempo”. Según la policía, no hubo heridos en el puerto.',
    ].join('\n\n');
    expect(read(text).map(([source, , speaker]) => [source, speaker])).toEqual([
      ['la alcaldesa Inés Romero', 'Inés Romero'],
      ['Pedro Salas', 'Pedro Salas'],
      ['la policía', 'la policía'],
    ]);
  });
});

describe('what no rule can decide', () => {
  test('a quotation without a verb of speech beside it gives nothing', () => {
    expect(read('Das Schild „Zutritt für alle Gäste verboten“ ist nicht mehr zu sehen, und die Tür ist auf.')).toEqual(
      [],
    );
  });

  test('a language without a word list gives nothing', () => {
    expect(read('Port jest znów otwarty. „Bardzo się cieszymy z nowych statków”, powiedziała Anna Nowak.')).toEqual([]);
  });

  test('any mixture of words and marks is read without harm', () => {
    const piece = fc.constantFrom(
      ...[
        'der die das und ist ',
        '„',
        '“',
        'sagte ',
        'Anna Müller',
        'er ',
        ', ',
        '. ',
        ': ',
        'laut ',
        'fügte ',
        'hinzu',
        '\n\n',
        '«',
        '»',
      ],
      ...['le la les des ', 'a déclaré ', 'dit-il', 'Selon ', 'que el los ', 'dijo ', 'nicht genug Geld ', '’', 'l’'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { source, cue, content } of findAttributions(text)) {
          for (const span of [cue, content, ...(source ? [source] : [])]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['The ships are in the harbour and the mayor was glad.', 'en'],
  ['Der Hafen ist wieder offen, und die Schiffe werden von allen begrüßt.', 'de'],
  ['Le port est ouvert et les bateaux sont dans la rade.', 'fr'],
  ['El puerto está abierto y los barcos son de la ciudad.', 'es'],
  ['港は再び開いた。', undefined],
  ['', undefined],
])('%j is told to be %s', (text, code) => {
  const language = detectLanguage(text);
  expect(typeof language === 'object' ? language.code : language).toBe(code);
});

describe('a source that is described', () => {
  const sourceOf = (text: string) => {
    const { statements, voices } = readText(text);
    expect(statements).toHaveLength(1);
    return voices[0];
  };

  test('French: the name behind the comma is who speaks, with the description as the title', () => {
    const text =
      '«Nous avons fini les travaux du port pour cette année», a affirmé le ministre norvégien de la Pêche, Andreï Solberg, lors d’une visite dans la ville.';
    expect(sourceOf(text)).toMatchObject({
      name: 'Andreï Solberg',
      kind: 'named-person',
      title: 'le ministre norvégien de la Pêche',
    });
  });

  test('Spanish: without a name the whole description stands', () => {
    const text = 'El acuerdo con la ciudad “sigue siendo la clave de todo”, dice la jefa del Puerto comunitario.';
    expect(sourceOf(text)).toMatchObject({ name: 'la jefa del Puerto comunitario', kind: 'unnamed-person' });
  });

  test('German: a noun behind the comma is no name', () => {
    const text = '„Die Arbeiten sind nach einem Jahr fertig“, sagte der Minister, Experten der Stadt bezweifeln das.';
    expect(sourceOf(text)).toMatchObject({ name: 'der Minister', kind: 'unnamed-person' });
  });
});

test.each([
  [
    'es',
    'La diputada Ana Soler habló en el Congreso de los diputados. Ana Soler aseguró que el ministro le había dicho: «Estoy arruinado y me voy».',
  ],
  [
    'de',
    'Die Abgeordnete Anna Groß sprach mit der Zeitung über die Lage. Anna Groß berichtete, ihr Chef habe gesagt: „Ich bin pleite und gehe.“',
  ],
  [
    'fr',
    'La députée Anne Petit est dans la salle avec les élus. Anne Petit a raconté que le maire lui avait dit : « Je suis ruiné et je pars ».',
  ],
])('%s: what somebody tells of another’s words is not given as her own', (_, text) => {
  expect(readText(text).voices).toEqual([]);
});
