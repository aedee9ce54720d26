import { describe, expect, test } from 'vitest';
import { readText } from '../../src/offline/attributions.ts';

const speakerOf = (text: string) => readText(text).voices.at(-1);

describe('who is another’s speaks for himself', () => {
  test.each([
    [
      'fr',
      '« Elle ne reviendra pas sur sa décision », a expliqué la conseillère de Claire Fontaine mardi dans la ville.',
      'la conseillère de Claire Fontaine',
    ],
    [
      'fr',
      '« Il ne savait rien de ces comptes », a dit l’avocat du maire Paul Girard dans la salle avec les élus.',
      'l’avocat du maire Paul Girard',
    ],
    [
      'fr',
      'La mère d’Ousmane Diallo a dit : « Mon fils n’est pas dans cette affaire et ne le sera pas ».',
      'La mère d’Ousmane Diallo',
    ],
    [
      'es',
      '«Ella no sabe nada de ese dinero y lo probará», dijo la abogada de Marta Gil en el juicio.',
      'la abogada de Marta Gil',
    ],
    [
      'es',
      '«No habrá más dinero para el puerto», dijo el portavoz del alcalde Juan Soler en la sala.',
      'el portavoz del alcalde Juan Soler',
    ],
    [
      'de',
      '„Sie hat davon nichts gewusst und wird es beweisen“, sagte die Anwältin von Anna Kern am Montag.',
      'die Anwältin von Anna Kern',
    ],
    [
      'de',
      '„Der Termin ist nicht mehr zu halten“, sagte der Berater von Kanzler Olaf Brandt auf der Messe.',
      'der Berater von Kanzler Olaf Brandt',
    ],
    [
      'de',
      '„Der Termin ist nicht mehr zu halten“, sagte ein Sprecher des Ministers Jens Adler auf der Messe.',
      'ein Sprecher des Ministers Jens Adler',
    ],
  ])('%s: %s', (_, text, name) => expect(speakerOf(text)).toMatchObject({ name, kind: 'unnamed-person' }));

  test('the name behind the comma is the spokeswoman’s own', () => {
    const text = '« Elle ne reviendra pas sur sa décision », a expliqué la porte-parole de Claire Fontaine, Léa Roux.';
    expect(speakerOf(text)).toMatchObject({ name: 'Léa Roux', title: 'la porte-parole de Claire Fontaine' });
  });

  test.each([
    [
      'de',
      '„Der Termin ist nicht mehr zu halten“, sagte der Bürgermeister von Neustadt Jens Adler auf der Messe.',
      'Jens Adler',
    ],
    [
      'fr',
      '« Le port ne sera pas fermé cette année », a dit le président de Région Paul Girard dans la salle.',
      'Paul Girard',
    ],
    [
      'es',
      '«No habrá más dinero para el puerto», dijo la alcaldesa Inés Romero en la sala de la ciudad.',
      'Inés Romero',
    ],
  ])('%s: an office keeps its name: %s', (_, text, name) =>
    expect(speakerOf(text)).toMatchObject({ name, kind: 'named-person' }),
  );
});

describe('a surname that two persons bear', () => {
  test.each([
    [
      'de',
      'Die Ministerin Petra Vogel ist nicht dabei. Der Abgeordnete Jens Vogel hat das kritisiert. „Wir sind mit der Arbeit zu spät“, sagte Vogel am Montag.',
    ],
    [
      'es',
      'La ministra Carmen Soto no está en la sala. El diputado Juan Soto la criticó por el dinero. «No hay más tiempo para esto», dijo Soto el lunes.',
    ],
    [
      'fr',
      'La ministre Anne Morel est dans la salle. Le député Jean Morel a pris la parole. « Il est trop tard pour les travaux », a dit Morel dans la salle.',
    ],
  ])('%s: names nobody', (_, text) => expect(speakerOf(text)).toBeUndefined());

  test('one who bears it alone keeps the whole name', () => {
    const text =
      'Die Ministerin Petra Vogel ist nicht dabei. „Wir sind mit der Arbeit zu spät“, sagte Vogel am Montag.';
    expect(speakerOf(text)?.name).toBe('Petra Vogel');
  });
});

test('German: to whom it was said is no part of the name', () => {
  const text =
    'Jens Adler ist der Chef. „Der Termin ist nicht mehr zu halten“, sagte Adler dieser Redaktion auf der Messe.';
  expect(speakerOf(text)).toMatchObject({ name: 'Jens Adler', title: null });
});

test('Spanish: an age behind "de" is left out whole', () => {
  const text = '«No había nadie en la casa y la puerta estaba abierta», contó el vecino de 40 años en la sala.';
  expect(speakerOf(text)?.name).toBe('el vecino');
});
