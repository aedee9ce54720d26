import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageLink } from '../../src/core/passage-link.ts';

const page = 'https://news.example/story';

/** The directive's terms, decoded. */
function terms(link: string): string[] {
  return (link.split(':~:text=')[1] ?? '').split(',').map((term) => decodeURIComponent(term));
}

function link(text: string, words: string): string {
  const start = text.indexOf(words);
  return passageLink(page, text, start, start + words.length);
}

describe('passageLink', () => {
  it('gives a short passage exactly, with commas, dashes and ampersands encoded', () => {
    const text = 'Before it. Between 1,000 - 2,000 people at R&D left. After it.';
    expect(link(text, 'Between 1,000 - 2,000 people at R&D left.')).toBe(
      `${page}#:~:text=Between%201%2C000%20%2D%202%2C000%20people%20at%20R%26D%20left.`,
    );
  });

  it("keeps the page's own characters", () => {
    const text = 'The mayor said “we don’t know — yet” to them.';
    expect(terms(link(text, text))).toEqual([text]);
  });

  it('gives a passage of several paragraphs by its first and last words', () => {
    const text = 'Intro here.\n\nOne two three four five six seven.\n\nEight nine ten eleven twelve thirteen.\n\nEnd.';
    const passage = text.slice(13, -6);
    expect(terms(link(text, passage))).toEqual(['One two three four five', 'nine ten eleven twelve thirteen.']);
  });

  it('gives a long sentence by its first and last words', () => {
    const long = Array.from({ length: 90 }, (_, at) => `word${at}`).join(' ');
    expect(terms(link(`Intro. ${long} End.`, long))).toEqual([
      'word0 word1 word2 word3 word4',
      'word85 word86 word87 word88 word89',
    ]);
  });

  it('names the words around a passage that stands more than once or is very short', () => {
    const text = 'The vote was lost again today. Then he said the vote was lost again and left.';
    const start = text.indexOf('the vote');
    expect(terms(passageLink(page, text, start, start + 23))).toEqual([
      'today. Then he said-',
      'the vote was lost again',
      '-and left',
    ]);
    expect(terms(link('It was late and the crowd said yes to him.', 'said yes'))).toEqual([
      'late and the crowd-',
      'said yes',
      '-to him',
    ]);
  });

  it('tells the last of several paragraphs alike from the others by what follows', () => {
    const said = 'The minister said no.';
    const text = `It began.\n\n${said}\n\n${said}\n\n${said}\n\nIt ended on Sunday.`;
    const start = text.lastIndexOf(said);
    expect(terms(passageLink(page, text, start, start + said.length))).toEqual([
      `${said}-`,
      said,
      '-It ended on Sunday',
    ]);
  });

  it('names the first and the last cell of a table’s row, since no browser finds words across two', () => {
    const text = 'The field:\n\nDriver\tTeam\tPoints\n\nIda Falk\tNorth Racing\t412\n\nLea Roth\tEast\t398';
    expect(terms(link(text, 'Ida Falk\tNorth Racing\t412'))).toEqual(['Ida Falk', '412']);
  });

  it('leaves out what no page holds: half a character and a NUL', () => {
    const text = 'Before it. The ferry\ud83d left the old harbour at nine. The mail\0boat came back at noon.';
    expect(terms(link(text, 'The ferry\ud83d left the old harbour at nine.'))).toEqual([
      'Before it.-',
      'The ferry',
      'the old harbour at nine.',
    ]);
    expect(terms(link(text, 'The mail\0boat came back at noon.'))).toEqual(['The mailboat came back at noon.']);
  });

  it('keeps an element id and replaces an old text fragment', () => {
    expect(passageLink(`${page}#part-2`, 'One two three four.', 0, 18)).toBe(
      `${page}#part-2:~:text=One%20two%20three%20four`,
    );
    expect(passageLink(`${page}#:~:text=old`, 'One two three four.', 0, 18)).toBe(
      `${page}#:~:text=One%20two%20three%20four`,
    );
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'not a link', ''])('leaves %s as it is', (url) => {
    expect(passageLink(url, 'One two three four.', 0, 18)).toBe(url);
  });

  it('makes a well-formed link of any text and span', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'ab C,-&#é東\ud800 \n.“”'), maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.nat(80), fc.nat(80), (text, start, end) => {
        const made = passageLink(page, text, start, end);
        expect(made === page || /^https:\/\/news\.example\/story#:~:text=[^\s#-]+(?:-,|,-)?[^\s#]*$/.test(made)).toBe(
          true,
        );
        expect(URL.canParse(made)).toBe(true);
      }),
    );
  });
});
