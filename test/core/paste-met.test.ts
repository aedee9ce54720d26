// Pastes as people make them: a whole page, a chat's quoting, a thread of posts, a remark of their own above or below. Every name
// and text is invented.
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { readPaste } from '../../src/core/paste.ts';

const title = 'Saltmere council votes to rebuild harbour wall after nine-year dispute';
const one =
  'The town council of Saltmere voted on Tuesday night to rebuild the harbour wall before the winter storms, ending a dispute over its cost that has lasted nine years.';
const two =
  '“We have waited long enough, and the sea has not waited for us,” the council leader, Marion Ellery, told residents who had filled the hall and the stairs outside it.';
const three =
  'The work will cost 4.2 million pounds, of which the county pays a little more than half. The rest will be raised by a charge on moorings.';
const four =
  'Construction is expected to begin on 12 January and to last until the autumn, during which the fish market will be moved to the old customs house.';
const body = [one, two, three, four].join('\n\n');

function read(text: string): Article {
  const article = readPaste(text);
  if (article.kind !== 'article') throw new Error(article.why);
  return article;
}

describe('the marks of what a text was copied from', () => {
  it.each([
    [
      'a chat’s quoting',
      `> *${title}*\n> By Ann Poe\n>\n${[one, two, three, four].map((line) => `> ${line}`).join('\n>\n')}`,
    ],
    [
      'a chat’s quoting, escaped',
      `&gt; ${title}\n&gt; By Ann Poe\n${[one, two, three, four].map((line) => `&gt; ${line}`).join('\n&gt;\n')}`,
    ],
    ['a message that was passed on', `*${title}*\nBy Ann Poe\n\n${body}`],
  ])('%s is taken off', (_what, text) => {
    expect(read(text)).toMatchObject({ title, authors: ['Ann Poe'], text: body });
  });

  it('a message saved as a file gives its subject and its text', () => {
    const mail = `Return-Path: <a@b.example>\nReceived: from b.example by c.example\nFrom: a@b.example\nTo: d@e.example\nSubject: ${title}\nDate: Sat, 28 Nov 2026 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nX-Mailer: Post 1.0\n\n${body}`;
    expect(read(mail)).toMatchObject({ title, text: body });
  });

  it('what an article writes of marks stays', () => {
    const about = `${title}\n\n${one}\n\nOn the site “R&amp;D” stands where “R&D” should, a reader wrote.`;
    expect(read(about).text).toContain('“R&amp;D”');
  });

  it('a table’s rows are the article’s, and no headline', () => {
    const table =
      'Harbour spending in the county rises by a fifth\n28 November 2026\n\nSpending on harbours rose by a fifth in the year to March, the county said on Friday, after two storms damaged walls along the coast.\n\nTown\tSpending\tChange\nSaltmere\t£4.2m\t+31%\nHarle\t£1.9m\t+12%\nNorby\t£0.7m\t-4%\n\n“The sea is sending us its bill,” said Marion Ellery, who leads the council.\n\nThe county expects the sum to rise again next year.';
    const article = read(table);
    expect(article).toMatchObject({
      title: 'Harbour spending in the county rises by a fifth',
      publishedAt: '2026-11-28',
    });
    expect(article.text).toMatch(/^Spending on harbours[\s\S]*Harle £1\.9m \+12%[\s\S]*rise again next year\.$/);
  });

  it('a thread of one person’s posts reads on from post to post', () => {
    const head = '\nAnn Poe\n@annpoe\n·\nNov 28\n';
    const text = read(
      `Ann Poe\n@annpoe\n1/ ${one}\n9:14 PM · Nov 28, 2026\n·\n12.4K Views${head}2/ ${two}${head}3/ ${three}${head}4/ ${four}`,
    );
    expect(text.text).toBe(`1/ ${one}\n\n2/ ${two}\n\n3/ ${three}\n\n4/ ${four}`);
    expect(text).toMatchObject({ authors: ['Ann Poe'], publishedAt: '2026-11-28' });
  });
});

describe('who wrote it and when', () => {
  it.each([
    ['BY ANN POE', ['Ann Poe']],
    ['By ANN O’HARA and JO VAN DER MEER', ['Ann O’Hara', 'Jo van der Meer']],
    ['Ann Poe\nANN POE', ['Ann Poe']],
  ])('%j', (byline, authors) => {
    expect(read(`${title}\n${byline}\nNov 28, 2026\n${body}`)).toMatchObject({ title, authors });
  });

  it('a caption’s day is not the article’s', () => {
    const article = read(
      `${title}\nWaves break over the wall in Saltmere on Sunday, Nov. 22, 2026. (AP Photo/Bo Ek)\nBY ANN POE\nUpdated 9:14 PM GMT, November 28, 2026\nShare\n${body}`,
    );
    expect(article.publishedAt).toBe('2026-11-28');
  });
});

describe('what stands around it', () => {
  it.each([
    'Get our flagship newsletter with all the headlines you need to start the day. Sign up here.',
    'A digest of the morning’s main headlines emailed direct to you every week day',
    'after newsletter promotion',
    'Was this email forwarded to you? Sign up here.',
    'To stop receiving these emails, unsubscribe or manage your email preferences.',
    'Trending: This one trick saves sailors thousands',
    'La vista del dique de Saltmere, el miércoles. ANN POE (EFE)',
    'Continued on page 7',
    'Fortsetzung auf Seite 7',
  ])('%j is not the article’s', (line) => {
    const article = read(`${title}\nBy Ann Poe\n\n${one}\n\n${two}\n\n${line}\n\n${three}\n\n${four}`);
    expect(article.text).toBe(body);
  });

  it('a notice of confidence below a message is not the article’s', () => {
    const notice =
      'This message is confidential and may be privileged. If you are not the intended recipient, please delete it.';
    expect(read(`${title}\nBy Ann Poe\n\n${body}\n\n${notice}`).text).toBe(body);
  });

  it.each(['what do you think of this? worth a reply from us?', 'Thoughts?', 'Any thoughts on this, @nora?'])(
    'a person’s own %j below is not the article’s',
    (remark) => {
      expect(read(`${title}\nBy Ann Poe\n28 November 2026\n\n${body}\n\n${remark}`).text).toBe(body);
    },
  );

  it('a person’s own request above an article without a headline is neither its headline nor its text', () => {
    const article = read(`Can you check who says the charge is unfair here?\n\n${body}`);
    expect(article).toMatchObject({ title: null, text: body });
  });

  it('a question for a headline stays one', () => {
    expect(read(`Can you rebuild a harbour wall in a year?\nBy Ann Poe\n\n${body}`).title).toBe(
      'Can you rebuild a harbour wall in a year?',
    );
  });

  it('another article below, with a headline, a byline and a day of its own, is not read as part of the first', () => {
    const other =
      'Night ferry between the islands to return in May\nBy Bo Ek\nNovember 27, 2026\n\nThe ministry said on Monday that it would reopen the night ferry between the islands after a pause of three years.\n\nThe first ferry is due to leave on the evening of 4 May, it said.';
    const article = read(`${title}\nBy Ann Poe\nNovember 28, 2026\n\n${body}\n\n${other}`);
    expect(article).toMatchObject({ title, authors: ['Ann Poe'], publishedAt: '2026-11-28', text: body });
  });
});
