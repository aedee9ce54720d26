import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAttributions } from '../../src/offline/attributions.ts';

type Found = { source: string; cue: string; content: string; speaker: string | undefined };

function read(text: string): Found[] {
  return findAttributions(text).map(({ source, cue, content, speaker }) => ({
    source: source ? text.slice(source.start, source.end) : '',
    cue: text.slice(cue.start, cue.end),
    content: text.slice(content.start, content.end),
    speaker,
  }));
}

function readOne(text: string): Found {
  const found = read(text);
  expect(found).toHaveLength(1);
  return found[0] as Found;
}

describe('direct speech', () => {
  test('a quotation before the verb belongs to the subject between them', () => {
    expect(readOne('“The harbour will reopen in spring,” Ingrid Solberg said.')).toEqual({
      source: 'Ingrid Solberg',
      cue: 'said',
      content: '“The harbour will reopen in spring,”',
      speaker: 'Ingrid Solberg',
    });
  });

  test('a subject after the verb is taken with its apposition', () => {
    const found = readOne('"The harbour will reopen in spring", said Ingrid Solberg, mayor of the town.');
    expect(found.source).toBe('Ingrid Solberg, mayor of the town');
    expect(found.content).toBe('"The harbour will reopen in spring"');
  });

  test('a quotation after the verb may hold several sentences', () => {
    const found = readOne('Ingrid Solberg told reporters: “We waited long. Now the ships can come back to us.”');
    expect(found.content).toBe('“We waited long. Now the ships can come back to us.”');
    expect(found.source).toBe('Ingrid Solberg');
  });

  test('a quotation of several sentences is one content', () => {
    const found = readOne('“We waited long. Now the ships can come back to the harbour,” Ingrid Solberg said.');
    expect(found.content).toBe('“We waited long. Now the ships can come back to the harbour,”');
  });

  test('a clause that ends in a quotation is taken with it', () => {
    const found = readOne('The works were “a gift to the whole coast,” Ingrid Solberg said.');
    expect(found.content).toBe('The works were “a gift to the whole coast,”');
  });
});

describe('indirect speech', () => {
  test('a clause without "that" is found', () => {
    const found = readOne('Ingrid Solberg said the harbour would reopen in spring.');
    expect(found.content).toBe('the harbour would reopen in spring');
  });

  test('a clause before the speaker is found, and who was told is no part of the source', () => {
    const found = readOne(
      'The harbour has been closed for about a year, Ingrid Solberg, the head of the port’s works committee, told Reuters.',
    );
    expect(found.source).toBe('Ingrid Solberg, the head of the port’s works committee');
    expect(found.content).toBe('The harbour has been closed for about a year');
  });

  test('"said on Tuesday about …" says when and on what, the statement stands before it', () => {
    const found = readOne(
      'The port has begun to take ships again, a senior harbour official said on Tuesday about works seen as overdue.',
    );
    expect(found.source).toBe('a senior harbour official');
    expect(found.content).toBe('The port has begun to take ships again');
  });

  test('"according to" takes the source after it', () => {
    const found = readOne('Two cranes are broken, according to a port official who asked not to be named.');
    expect(found).toMatchObject({ cue: 'according to', content: 'Two cranes are broken' });
    expect(found.source).toBe('a port official who asked not to be named');
  });

  test('a thought reported by another speaker ends where that speaker begins', () => {
    const found = read('London now fears the harbour may draw trade away from it, a British diplomat said.');
    expect(found.find(({ cue }) => cue === 'fears')?.content).toBe('the harbour may draw trade away from it');
    expect(found.find(({ cue }) => cue === 'said')?.source).toBe('a British diplomat');
  });
});

describe('who the source stands for', () => {
  test('a surname stands for the whole name', () => {
    const found = read('Ingrid Solberg said the harbour would reopen.\n\nSolberg said the cranes were old.');
    expect(found.map(({ speaker }) => speaker)).toEqual(['Ingrid Solberg', 'Ingrid Solberg']);
  });

  test('"he" is the last man who spoke, not a man he mentions', () => {
    const text =
      'Pavel Novak said he had met Oleg Petrov at the harbour last week.\n\n“The cranes are too old for this work,” he said.';
    expect(read(text).at(-1)).toMatchObject({ source: 'he', speaker: 'Pavel Novak' });
  });

  test('"she" passes over a man who stands nearer', () => {
    const text =
      'Maria Keller said the harbour was safe. Peter Brandt said the ships were late. She said the cranes were old.';
    expect(read(text).at(-1)?.speaker).toBe('Maria Keller');
  });

  test('"the Danish official" is the official described so, though another spoke since', () => {
    const text = [
      'Two cranes are broken, according to a Danish official who asked not to be named.',
      'A Swedish official said the port was closed.',
      '“We need them very much,” the Danish official said.',
    ].join('\n\n');
    expect(read(text).at(-1)?.speaker).toBe('a Danish official who asked not to be named');
  });

  test('a pronoun with nobody before it stays open', () => {
    expect(readOne('He said the harbour would reopen in spring.').speaker).toBeUndefined();
  });
});

describe('what is no speech', () => {
  test.each([
    ['a desk credit', 'Additional reporting by Anna Berg in Oslo; Writing by Tom Hill; Editing by Sue Park'],
    ['a caption', 'A crane at the harbour is said to be broken. Image: Anna Berg.'],
    ['a noun', 'The report was long and its claims were many.'],
    ['a passive', 'The harbour was reported to be the oldest on the coast.'],
    ['a denial of speech', 'The mayor did not say when the harbour would reopen.'],
    ['an infinitive', 'The mayor was asked to say when the harbour would reopen.'],
    ['a thing that only suggests', 'The new crane in the harbour suggests the town is getting rich.'],
  ])('%s gives nothing', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  test('a dateline is no part of what was said', () => {
    const found = readOne('OSLO (Reuters) - The harbour has reopened after a year, the mayor said on Monday.');
    expect(found.content).toBe('The harbour has reopened after a year');
  });
});

describe('any text', () => {
  test.each([
    ['no punctuation', 'alpha beta gamma the of and '],
    ['unclosed quotation marks', '“the man said '],
    ['speakers without end', 'Smith said that Jones said that '],
    ['sentences', 'John Smith said the bridge is old. He said: “It is.” '],
    ['another script', '市长说桥将开放。'],
    ['marks', '((“”«»""—,'],
  ])('300,000 characters of %s in one line are read', (_, piece) => {
    const text = piece.repeat(Math.ceil(300_000 / piece.length)).slice(0, 300_000);
    for (const { cue, content } of findAttributions(text)) {
      expect(content.end).toBeGreaterThan(content.start);
      expect(text.slice(cue.start, cue.end)).toMatch(/^said$/);
    }
  });

  test('spans always lie inside the text, in order, and the cue lies outside what was said', () => {
    const piece = fc.constantFrom(
      ...[
        'Anna Berg',
        'the official',
        'he',
        ' said ',
        ' told ',
        'Reuters',
        ', ',
        '. ',
        '“',
        '”',
        '"',
        '\n\n',
        'that ',
        'the port is old',
      ],
      ...[' according to ', 'was ', ' and ', 'on Monday ', "'s ", '(', 'Ärzte', '😀', '—', ' who ', 'of ', 'U.S. '],
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
          expect(cue.end <= content.start || cue.start >= content.end).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('who does not speak', () => {
  const speakersOf = (text: string) => read(text).map(({ speaker }) => speaker);

  test('of a man and a woman of one surname, "Mr" means the man', () => {
    const text = 'Bill Carter and his wife Joan Carter were rescued on Friday. Mr Carter said the boat sank quickly.';
    expect(speakersOf(text)).toEqual(['Bill Carter']);
  });

  test('a surname that two persons bear is nobody where nothing tells them apart', () => {
    const text = 'Dr Sam Lee and Dr Ann Lee run the clinic. Dr Lee said the clinic would close.';
    expect(speakersOf(text)).toEqual([undefined]);
  });

  test('a surname is the one whose full name the story keeps giving, not somebody named in passing', () => {
    const main = 'Sam Lee opened the clinic. Sam Lee runs it. Sam Lee owns the house. Sam Lee lives there.';
    expect(speakersOf(`${main} His aunt Ann Lee came by. Lee said the clinic would close.`)).toEqual(['Sam Lee']);
  });

  test('one first name in two spellings is one person', () => {
    const text = 'Kristin Wilkins came on Friday. Kristen Wilkins paid for it. Wilkins said the hall would close.';
    expect(speakersOf(text)[0]).toMatch(/^Krist[ie]n Wilkins$/);
  });

  test('a reply is not given to the one who spoke to the other', () => {
    const text = '"You are a liar," Okafor told Brandt. "And you are a thief," she replied.';
    expect(speakersOf(text)).toEqual(['Okafor', undefined]);
  });

  test('a reply is the one’s who was told, where a name is known for a person’s', () => {
    const text =
      'Lena Brandt met Tom Okafor. "You are a liar," Okafor told Brandt. "And you are a thief," she replied.';
    expect(speakersOf(text)).toEqual(['Tom Okafor', 'Lena Brandt']);
  });

  test('a reply to a newspaper is still the speaker’s', () => {
    const text = '"We are late," Ingrid Solberg told Reuters. "We know that well," she replied.';
    expect(speakersOf(text)).toEqual(['Ingrid Solberg', 'Ingrid Solberg']);
  });

  test('whom the text calls "she" is not "he" a sentence later', () => {
    const text =
      'Oke Okafor and Ilvar Brandt quarrelled. "The plan is a mess," Brandt said. "It will cost us more," she said. Okafor came in. He said it was "wrong from the start".';
    expect(speakersOf(text).at(-1)).toBe('Oke Okafor');
  });

  test('"the union" is no newspaper that was named before', () => {
    expect(speakersOf('The Post has a draft of it. The works must stop now, the union said.')).toEqual(['the union']);
  });

  test('who claims to be somebody is not that person', () => {
    const caller = 'A caller claiming to be minister Kai Lund told the radio that "the war is lost".';
    expect(speakersOf(caller)).toEqual(['A caller claiming to be minister Kai Lund']);
    const man = 'A man posing as doctor Kai Lund said the clinic would close.';
    expect(speakersOf(man)).toEqual(['A man posing as doctor Kai Lund']);
  });

  test('whom a participle names does not speak', () => {
    const text = 'A man accused of killing his neighbour told a court he was asleep.';
    expect(speakersOf(text)).toEqual(['A man accused of killing his neighbour']);
  });
});

describe('what nobody has said yet', () => {
  test.each([
    'If he wins on Sunday, Tom Okafor will say that "the people have spoken".',
    'Ilse Brandt will tell parliament on Friday that the harbour must close.',
    'Tom Okafor is going to say that the plan failed.',
    'Tom Okafor would say that the plan failed.',
    'Ilse Brandt shall tell the court that the harbour must close.',
    'If Ilse Brandt says “the harbour must close”, the works will stop.',
  ])('%j is no statement', (text) => {
    expect(read(text)).toEqual([]);
  });
});
