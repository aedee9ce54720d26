import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNames } from '../../src/offline/names/names.ts';
import { gatherNames } from '../../src/offline/names/things.ts';
import { tagText } from '../../src/offline/tokens.ts';

function namesIn(text: string): [name: string, kind: string | undefined][] {
  const tagged = tagText(text);
  return gatherNames(tagged, findNames(tagged)).map(({ name, kind }) => [name, kind]);
}

describe('what kind of thing a name is', () => {
  test.each([
    ['The talks were led by Ingrid Solberg in the town.', 'Ingrid Solberg', 'person'],
    ['It was said by Prime Minister Tarvo Kallistrom in the town.', 'Tarvo Kallistrom', 'person'],
    ['It was led by Qorban Zelmati, a lawyer, in the town.', 'Qorban Zelmati', 'person'],
    ['He met Hakim al-Rashid and was glad to be there.', 'Hakim al-Rashid', 'person'],
    ['She was at the University of Copenhagen for years.', 'University of Copenhagen', 'organisation'],
    ['It was built by Nordlys Shipping Inc and was sold.', 'Nordlys Shipping Inc', 'organisation'],
    ['The plan is by the Ministry of Health and Welfare and is new.', 'Ministry of Health and Welfare', 'government'],
    ['The ships are on the way to Canada and will be there soon.', 'Canada', 'place'],
    ['The plan is by Ursula von der Leyen and is new to them.', 'Ursula von der Leyen', 'person'],
    ['It was built by Nordlys Shipping Ltd. and was sold.', 'Nordlys Shipping Ltd.', 'organisation'],
    [
      'It is with the Attorney General’s Office for the District of Larvik now.',
      'Attorney General’s Office for the District of Larvik',
      'organisation',
    ],
    ['They were fought by Black Lantern militants in the hills.', 'Black Lantern', 'group'],
  ])('%s', (text, name, kind) => {
    expect(namesIn(text)).toContainEqual([name, kind]);
  });

  test('a title in front of a name, and the body before that, are cut off', () => {
    expect(namesIn('It was the plan of NASA Administrator Charles Bolden and of others.')).toEqual([
      ['NASA', 'organisation'],
      ['Charles Bolden', 'person'],
    ]);
  });

  test('an office, a seat in parliament and the head of a school are no part of a name', () => {
    const names = namesIn(
      'Ilhan Omar, D-Minn., and a U.S. Attorney met Moss Hill Head of School Vicky Fogg in the town.',
    );
    expect(names.map(([name]) => name)).not.toContain('U.S. Attorney');
    expect(names.some(([name]) => /Minn|Head|School/.test(name))).toBe(false);
    expect(names).toContainEqual(['Vicky Fogg', 'person']);
  });

  test('words that begin a sentence, adjectives of nations and capitals of plain words are no names', () => {
    expect(
      namesIn('Hundreds came. Visitors were glad. The Iraqi and Russian guests of the Cold War were old.'),
    ).toEqual([]);
  });
});

describe('a word with two meanings', () => {
  test.each([
    ['Judge Helen Park said the trial would begin in May.', 'Helen Park', 'person'],
    ['Mayor John Church met the crowd.', 'John Church', 'person'],
    ['The games were held in Helen Park on Sunday.', 'Helen Park', 'place'],
    ['They wrote to the Chief Justice of the Lincoln Park Court.', 'Lincoln Park Court', 'government'],
    ['The charity’s Harbour Board Tove Lindqvist was there.', 'Tove Lindqvist', 'person'],
    ['Minister of Education Stefania Giannini spoke to them.', 'Stefania Giannini', 'person'],
    ['Undersecretary for Education Mr. Toccafondi says so.', 'Toccafondi', 'person'],
    ['The readers of the magazine Zentrix were glad.', 'Zentrix', 'organisation'],
    ['It is known that Zentrix shares fell.', 'Zentrix', 'organisation'],
    ['A visit by the Zelmati administration is planned.', 'Zelmati', 'person'],
    ['She met a NASA Administrator at the Google Science Fair.', 'Google', 'organisation'],
  ])('%s', (text, name, kind) => {
    expect(namesIn(text)).toContainEqual([name, kind]);
  });

  test('a surname that is also a city is its bearer’s, and “in London” is the city', () => {
    const names = namesIn('Jack London was in town. London said he would stay in London until May.');
    expect(names).toEqual([
      ['Jack London', 'person'],
      ['London', 'place'],
    ]);
  });

  test('a surname that is also a word begins a sentence', () => {
    const tagged = tagText('It was won by Emily Banks. Banks left early. Hills rose behind the town.');
    const [thing] = gatherNames(tagged, findNames(tagged));
    expect(thing?.mentions.map(({ text }) => text)).toEqual(['Emily Banks', 'Banks']);
  });

  test.each([
    'DNA, AI and GDP were on the list.',
    'The improvised explosive device (IED) was found. IED experts came.',
    'Hurricane Delia hit the coast, and Delia was strong.',
    'The STS-9 mission was new. She bought 20 Zorgs. Zorgs are cheap.',
    'Cosplaying is fun. She had been cosplaying for years.',
    'To them Islam is a faith, and so is Buddhism.',
  ])('neither a person nor a body nor a place: %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

describe('which names are one thing', () => {
  test('a surname, a first name and a full name', () => {
    const text = 'Ingrid Solberg was in Larvik. Solberg was late, as Ingrid is.';
    expect(namesIn(text).filter(([, kind]) => kind === 'person')).toEqual([['Ingrid Solberg', 'person']]);
  });

  test('an acronym and what it stands for', () => {
    const names = namesIn('The Nordic Harbour Agency (NHA) was there. The NHA is the owner of the port.');
    expect(names).toEqual([['Nordic Harbour Agency', 'organisation']]);
  });

  test('two persons of one surname stay two, and the bare surname is neither’s where nothing tells them apart', () => {
    const tagged = tagText('Anna Berg was there. Peter Berg was not. It was Berg who had the key.');
    const things = gatherNames(tagged, findNames(tagged));
    expect(things.map(({ name, mentions, isShared }) => [name, mentions.length, isShared])).toEqual([
      ['Anna Berg', 1, undefined],
      ['Peter Berg', 1, undefined],
      ['Berg', 1, true],
    ]);
  });

  test('a ministry with and without its country', () => {
    const names = namesIn('It was the United Kingdom Home Office that asked. The Home Office was late.');
    expect(names.filter(([name]) => name.endsWith('Home Office'))).toHaveLength(1);
  });

  test('a syllable behind a hyphen is part of the name, "led" and "born" are not', () => {
    const found = namesIn('They met Kim Jong-un and the Lee Cooper-led band.');
    expect(found.map(([name]) => name)).toEqual(['Kim Jong-un', 'Lee Cooper']);
  });

  test('a country under several names', () => {
    expect(namesIn('The U.S. was there, and America was glad that the United States was first.')).toEqual([
      ['United States', 'place'],
    ]);
  });
});

test('letters the tagger does not know do not cut a name', () => {
  expect(namesIn('The talks were led by Simona Ličenová of the town.')).toContainEqual(['Simona Ličenová', 'person']);
});

test('every mention is the text at its offsets', () => {
  const piece = fc.constantFrom(
    ...[
      'Anna ',
      'Berg',
      ' the ',
      'of ',
      'University ',
      'NHA',
      '. ',
      ', ',
      '-',
      '’s ',
      'al-',
      'Dr. ',
      'was ',
      'Ł',
      'č',
      '\n',
      'and ',
      '“',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const tagged = tagText(text);
      for (const { mentions } of gatherNames(tagged, findNames(tagged))) {
        for (const mention of mentions) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.outerStart).toBeLessThanOrEqual(mention.start);
        }
      }
    }),
    { numRuns: 300 },
  );
});

describe('what reading sixty pages showed', () => {
  test.each([
    ['It was told by CNN Editor-in-Chief Mark Thompson in the town.', 'Mark Thompson', 'person'],
    ['Judge William Marsh hired her. In Marsh’s letter it was said. Judge Marsh wrote it.', 'William Marsh', 'person'],
  ])('%s', (text, name, kind) => expect(namesIn(text)).toContainEqual([name, kind]));

  test.each([
    ['two places with a hyphen', 'They went to the U.S.-Mexico border on Thursday.', 'U.S.-Mexico'],
    ['a plain word in capitals', 'A HUNTER who ate a wild rabbit has been hit by the plague.', 'HUNTER'],
    ['a rank in the plural', 'It was backed by Progressive Senators in the town.', 'Progressive Senators'],
  ])('no name: %s', (_, text, name) => expect(namesIn(text).map(([found]) => found)).not.toContain(name));

  test('nobody is a place for the “in” before what is theirs', () => {
    expect(namesIn('The deal is good in Kylie Jenner’s view.')).not.toContainEqual(['Kylie Jenner', 'place']);
  });

  test('an event is no person', () => {
    expect(namesIn('They were at the Whitney Biennial in May.')).not.toContainEqual(['Whitney Biennial', 'person']);
  });

  test('half a compound is no part of a name', () => {
    expect(namesIn('The African-American Helen Nixon voted.').map(([name]) => name)).toEqual(['Helen Nixon']);
  });
});
