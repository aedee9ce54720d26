// What stands above a copied article's first paragraph, in the orders that sites put it. Every name is invented.
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { readPaste } from '../../src/core/paste.ts';

const title = 'Old bridge over the Marlow closes after engineers find cracks';
const text = [
  'The old bridge over the Marlow has closed to all traffic after engineers found deep cracks in two of its piers.',
  'Some 9,000 drivers cross it on a working day. They now have to go round by the ring road.',
  '“We have no choice,” said Petra Lindqvist, the county’s chief engineer. “Nobody would forgive us if it fell.”',
  'A second inspection, of the railway bridge upstream, is due to begin next week, the county said.',
].join('\n\n');
const read = (head: string, body = text): Article => {
  const article = readPaste(`${head}\n\n${body}`);
  if (article.kind === 'refusal') throw new Error(article.why);
  return article;
};

describe('the headline is the first line, whatever stands between it and the byline or the text', () => {
  const dek = 'County says it had no choice as traders warn of lost custom';
  it.each([
    ['a standfirst and a byline', `${title}\n${dek}\nBy Ann Lee\n5 March 2024`],
    ['a standfirst in its own paragraph', `${title}\n\n${dek}\n\nAnn Lee\n5 March 2024`],
    ['a player', `${title}\nListen to this article · 3:40 min Learn more\nBy Ann Lee\nMarch 5, 2024`],
    ['a link to the comments', `${title}\nAnn Lee\nMarlow - 5 March 2024 - 20:41 CET\nIr a los comentarios`],
    ['a caption with its credit', `${title}\nBy Ann Lee\n5 March 2024\nThe bridge at dawn. Ane Holt/The Courier`],
    ['a job', `${title}\nAnn Lee, transport correspondent\n5 March 2024`],
    ['two credits', `${title}\nWords: Ann Lee\nPhotography: Ane Holt\n5 March 2024`],
  ])('%s', (_between, head) => {
    expect(read(head)).toMatchObject({ title, authors: ['Ann Lee'], publishedAt: '2024-03-05', text });
  });

  it('the standfirst below it is one', () => {
    expect(read(`${title}\n${dek}\nBy Ann Lee\n5 March 2024`).dek).toBe(dek);
  });

  it('a remark above it is still none', () => {
    expect(read(`this one is odd, see below\n\n${title}\nBy Ann Lee\n5 March 2024`).title).toBe(title);
  });

  it('in lines broken at a fixed width the byline is no part of it', () => {
    const wrapped = text.replace(/(.{45,60}) /g, '$1\n');
    expect(read(`${title}\nBy Ann Lee\nMarch 5, 2024`, wrapped)).toMatchObject({ title, authors: ['Ann Lee'] });
  });

  it('short first sentences are the article’s own', () => {
    const short = `The news came at 4.05pm.\n\nClosed.\n\n${text}`;
    expect(read(`${title}\nBy Ann Lee\n5 March 2024`, short)).toMatchObject({ title, text: short });
    expect(read(`${title}\nAnn Lee, courts reporter\n5 March 2024\nShare\nSave`, short)).toMatchObject({ title });
    expect(read(`${title}\nShare\nSave\nBy Ann Lee\n5 March 2024`, short).text).toBe(short);
  });
});

describe('who wrote and who published it', () => {
  it.each([
    ['Ann Lee, transport correspondent\n5 March 2024'],
    ['Ann Lee Transport correspondent\nTue 5 March 2024 09.30 GMT'],
    ['5 March 2024\nAnn Lee\nTransport correspondent'],
    ['Ann Lee | 5 March 2024 | 09:30'],
  ])('a job is no publisher: %s', (byline) => {
    expect(read(`${title}\n${byline}`)).toMatchObject({ authors: ['Ann Lee'], publisher: null, text });
  });

  it('a notice of rights is no publisher', () => {
    expect(read(`${title}\nBy Ann Lee\n5 March 2024`, `${text}\n\n© Riproduzione riservata`).publisher).toBeNull();
    expect(read(`${title}\nBy Ann Lee\n5 March 2024`, `${text}\n\n© 2024 Marlow Courier`).publisher).toBe(
      'Marlow Courier',
    );
  });

  it('a button is no author', () => {
    const body = Array(4)
      .fill('青波市の古い橋は、二本の橋脚に深いひびが見つかったため、月曜日から全面通行止めになった。')
      .join('\n');
    expect(
      read('青波市の古い橋、ひび割れで全面通行止めに\n2024年3月5日 17時30分\n山本健一\nシェア\nツイート', body).authors,
    ).toEqual(['山本健一']);
  });
});
