import { describe, expect, test } from 'vitest';
import { readText } from '../../src/offline/attributions.ts';

/** Who is given as saying the words with `part` in them; undefined where nobody is. */
function speakerOf(text: string, part: string): string | undefined {
  const { statements, voices } = readText(text);
  const at = statements.findIndex(({ content }) => text.slice(content.start, content.end).includes(part));
  return voices[at]?.name;
}

describe('one who is another’s', () => {
  test.each([
    ['An adviser to Mayor Tom Okafor said the bridge was lost. "Nobody told us," the adviser said.', 'Nobody told us'],
    ['An adviser to Mayor Tom Okafor said the bridge was lost.', 'bridge was lost'],
    ['The widow of former minister Karl Dunn said the bridge was lost.', 'bridge was lost'],
    ['A solicitor for the former governor, Tom Okafor, said the bridge was lost.', 'bridge was lost'],
    ['On the tape, a copy of president Tom Okafor said: "Do not come to the bridge."', 'Do not come'],
  ])('is not named by that name: %s', (text, part) => {
    expect(speakerOf(text, part) ?? '').not.toMatch(/^(?:Mayor |Tom |Karl )/);
  });

  test.each([
    ['A spokeswoman for the dock workers, Ana Reuss, said the bridge was lost.', 'bridge was lost', 'Ana Reuss'],
    ['Governor of Texas Tom Okafor said the bridge was lost.', 'bridge was lost', 'Tom Okafor'],
    ['The head of the port authority, Tom Okafor, said the bridge was lost.', 'bridge was lost', 'Tom Okafor'],
  ])('has a name of its own: %s', (text, part, name) => expect(speakerOf(text, part)).toBe(name));
});

describe('a surname that two persons bear', () => {
  test('is his who stands before it, "Jr." or not', () => {
    const text =
      '"The bridge is safe," said Peter Marsh Jr., the engineer. "It will stand for years," Marsh said. The judge, Lena Marsh, who is no relation, said she would not cross it.';
    expect(speakerOf(text, 'stand for years')).toBe('Peter Marsh Jr.');
  });
});

describe('he and she', () => {
  test.each([
    [
      'President Alan Dunn raised the tax. "They will pay," Dunn said.\n\nOn Friday, Finance Minister Tomas Reuss showed new figures. He denied that the tax had been paid.',
      'the tax had been paid',
      'Alan Dunn',
    ],
    [
      'Director Alan Dunn said the ferry was safe. Captain Jo Maru was not impressed. "It leaks every day," he said.',
      'It leaks',
      'Alan Dunn',
    ],
    [
      'Mayor Alan Dunn called the report a joke. Dunn’s successor, Tomas Reuss, had also blamed the driver. "He was asleep," he said at the time.',
      'He was asleep',
      'Alan Dunn',
    ],
    [
      'Kerr blamed the army for the death of Alan Dunn. A day before, the bishop had also tied Dunn’s death to its orders. "They sent him to die," he said.',
      'They sent him',
      'Alan Dunn',
    ],
    [
      'Senator Alan Dunn calls himself a moderate. The older Reuss gives millions to clubs. He funds a choir and has stated, "I cannot stand the noise."',
      'I cannot stand',
      'Alan Dunn',
    ],
    [
      'Teacher Ann Hale accused Dr Ruth Cole of lying. She said she had only been tired.',
      'only been tired',
      'Ann Hale',
    ],
    [
      'Teacher Ann Hale accused Dr Ruth Cole of lying. She said she had only been tired.',
      'only been tired',
      'Ruth Cole',
    ],
  ])('are not one whom a later subject has displaced: %s', (text, part, wrong) =>
    expect(speakerOf(text, part)).not.toBe(wrong),
  );

  test.each([
    [
      'Alan Dunn met Tomas Reuss on Friday. Dunn said the ferry was safe. "It leaks a little," he said.',
      'leaks a little',
      'Alan Dunn',
    ],
    [
      'Director Alan Dunn said the ferry was safe. The ferry is 40 years old. "It leaks a little," he said.',
      'leaks a little',
      'Alan Dunn',
    ],
    [
      'Director Alan Dunn bought the ferry. Captain Tomas Reuss welcomed the news. "It leaks a little," he said.',
      'leaks a little',
      'Tomas Reuss',
    ],
    ['Mayor Ann Hale opened the bridge on Friday. She said it had cost two million.', 'cost two million', 'Ann Hale'],
  ])('are the last subject: %s', (text, part, name) => expect(speakerOf(text, part)).toBe(name));
});

describe('an institution', () => {
  test.each([
    ['Museum guard Tom Okafor found the leak. The museum said that no picture was wet.', 'no picture'],
    ['Army captain Tom Okafor was hurt on Monday. The army said that the road was open.', 'the road was open'],
    ['"It is cold here," said court clerk Tom Okafor. The court said that the heating had been mended.', 'heating'],
  ])('is not the person whose title begins with its word: %s', (text, part) =>
    expect(speakerOf(text, part)).not.toBe('Tom Okafor'),
  );

  test('a description by the title is that person', () => {
    const text = 'Museum guard Tom Okafor found the leak. The guard said that no picture was wet.';
    expect(speakerOf(text, 'no picture')).toBe('Tom Okafor');
  });

  test('a country is no person who bears its name as a first name', () => {
    const text =
      'Trade minister Chad Okafor flew to Geneva. In its letter to the court, Chad said the river was its own.';
    expect(speakerOf(text, 'the river was')).not.toBe('Chad Okafor');
  });

  test('a firm whose name begins with a surname is not its bearer', () => {
    const text =
      'Director Nora Stanley was robbed on Monday. Stanley Brothers, which is not her firm, saw the same. Stanley said that its own staff were trained.';
    expect(speakerOf(text, 'own staff')).not.toBe('Nora Stanley');
  });

  test('"it" is not a group of people, and not a body that another has displaced', () => {
    const text =
      'The Port Authority said the storm was over. Union leaders say that 30 people were hurt. The authority had promised calm. "We were mistaken about that," it said.';
    expect(speakerOf(text, 'We were mistaken')).not.toMatch(/leaders/);
  });

  test('"the letter" is neither of two', () => {
    const text =
      'The Dutch letter says: "Fill the dykes at once." The Danish letter came by post. The letter says: "A wet house is still a house."';
    expect(speakerOf(text, 'A wet house')).not.toBe('The Dutch letter');
  });
});
