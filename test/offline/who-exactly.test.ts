import { describe, expect, test } from 'vitest';
import { readText } from '../../src/offline/attributions.ts';

/** Who is given as saying the words with `part` in them, and as what; undefined where nobody is. */
function voiceOf(text: string, part: string): [name: string, kind: string] | undefined {
  const { statements, voices } = readText(text);
  const at = statements.findIndex(({ content }) => text.slice(content.start, content.end).includes(part));
  const voice = voices[at];
  return voice && [voice.name, voice.kind];
}

describe('the source as a whole', () => {
  test.each([
    [
      'Managers across the county say the harbour has to close.',
      'has to close',
      'Managers across the county',
      'unnamed-group',
    ],
    ['Villagers argue that the harbour is lost to them. The villagers left.', 'is lost', 'Villagers', 'unnamed-group'],
    ['Ex-friends told the Courier that the mayor was growing tired.', 'growing tired', 'Ex-friends', 'unnamed-group'],
    [
      'Members on Larvik Hill filed a complaint with the Eleventh Court, complaining that the harbour had been sold.',
      'had been sold',
      'Members on Larvik Hill',
      'unnamed-group',
    ],
    [
      'The change is, according to Google Search lead Liz Reuss, "truly the biggest upgrade in the years of the harbour."',
      'change is',
      'Liz Reuss',
      'named-person',
    ],
    [
      'The latest numbers will end the debate, said Chartered Accountants of Norway’s chief economist, Tom Okafor.',
      'end the debate',
      'Tom Okafor',
      'named-person',
    ],
    [
      'The co-curators Christine Reuss and Meg Onli say the works in the harbour are new.',
      'are new',
      'Christine Reuss and Meg Onli',
      'named-person',
    ],
    [
      '“I thought the harbour was lost,” Larro Teev, the d.j. and club promoter, said.',
      'was lost',
      'Larro Teev',
      'named-person',
    ],
    [
      'Serhii Radio, a chemistry researcher at Larvik, says that the harbour is safe.',
      'is safe',
      'Serhii Radio',
      'named-person',
    ],
  ])('%s', (text, part, name, kind) => expect(voiceOf(text, part)).toEqual([name, kind]));

  test('a newspaper that is called one is no person, and “the paper” is that newspaper', () => {
    const text =
      'The mayor was concerned about a story in the newspaper Larviks Nyheder.\n\nLarviks Nyheder said that the harbour was sold.\n\nThe price was low, the paper reported.';
    expect(voiceOf(text, 'was sold')).toEqual(['Larviks Nyheder', 'named-organisation']);
    expect(voiceOf(text, 'was low')).toEqual(['Larviks Nyheder', 'named-organisation']);
  });
});

describe('what is no person', () => {
  test('is not “he”', () => {
    const text =
      'Karl Dunn drives for the firm. The harbour contract says drivers get a leave from the firm. He does enjoy bike riding in the hills, he said.';
    expect(voiceOf(text, 'bike riding')?.[0]).toBe('Karl Dunn');
    expect(voiceOf(text, 'get a leave')).toEqual(['The harbour contract', 'document']);
  });

  test.each([
    [
      'In a statement, the governing body said the harbour has every right to teach.',
      'every right',
      'the governing body',
    ],
    [
      'An official with the Marsh County, Weston Office of Weather said burning helped the harbour.',
      'burning',
      'An official with the Marsh County',
    ],
  ])('is none: %s', (text, part, name) => expect(voiceOf(text, part)?.[0]).toBe(name));

  test('an association is a group', () => {
    expect(voiceOf('Veterinary staff said the tank of the harbour was small.', 'tank')?.[1]).toBe('unnamed-group');
  });

  test('a journalist called Press is one', () => {
    expect(voiceOf('Labour journalist Alex Press noted that the harbour has not seen a strike.', 'strike')).toEqual([
      'Alex Press',
      'named-person',
    ]);
  });
});

describe('nobody rather than the wrong one', () => {
  test.each([
    [
      'whose letter it is',
      'Tom Okafor, a law professor, said the case was odd. Judge Marsh and his wife Ann Marsh met him. In Marsh’s letter, he said the harbour had been sold.',
      'harbour had been sold',
    ],
    [
      'a film',
      'The film shows her leading Dunn through the harbour, and saying, “The harbour was for five years the heart of the town.”',
      'heart of the town',
    ],
    [
      'what a framing says',
      'A spokesman walked back the paper’s framing that evidence shows the group had sold the harbour.',
      'had sold',
    ],
    [
      'how a thing is done',
      'The scores of each harbour were then weighted according to a survey of the members.',
      'scores',
    ],
    [
      'a clause behind “which”',
      'The harbour is also getting a crane, which, according to data of the port, is the most wanted feature.',
      'crane',
    ],
    ['guests who are received', 'Museum Nord welcomed 20,000 visitors last year.', 'visitors'],
    ['a band that will play', 'Larvik Hall welcomes the Scottish rap group Young Harbours.', 'Scottish'],
  ])('%s', (_, text, part) => expect(voiceOf(text, part)).toBeUndefined());

  test('a year is nobody', () => {
    expect(
      voiceOf('“I don’t think the harbour can win without the town,” this year said in the poll.', 'can win'),
    ).toBeUndefined();
  });

  test('nobody speaks of himself by name', () => {
    const text =
      'Karl Dunn took office in July. “It is all about the harbour,” says Tom Okafor. Dunn has done well, he said of the mayor.\n\nHe thinks Dunn is right about the harbour.';
    expect(voiceOf(text, 'is right')?.[0]).not.toBe('Karl Dunn');
  });
});
