// What readers wrote below an article, in boxes that no name tells. Every name is invented.
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { bridge, bridgeAt, bridgePage, paragraphs } from './bridge-page.ts';

const whole = bridge.join('\n\n');
const posts =
  '<div><b>DaveB</b><p>“I took the money from them and would do it again,” Petra Lindqvist said at a dinner last week, and everybody heard it.</p><a href="#">Reply</a></div><div><b>Mags</b><p>The council admitted that the bridge was sold to a friend of the mayor, a police source said on Monday night.</p><a href="#">Reply</a></div>';
const text = (page: Parameters<typeof bridgePage>[0]) => {
  const article = extractArticle(bridgePage(page), bridgeAt);
  return article.kind === 'article' ? article.text : article.why;
};

describe('what follows a heading that is only the word for comments', () => {
  it.each([
    'Comments (2)',
    '2 comments',
    'Comments',
    '12 Kommentare',
    'Commentaires (3)',
    'Commenti',
    'コメント',
    'Комментарии (2)',
    'Comentarios',
    'Join the discussion',
  ])('“%s” goes', (heading) => {
    expect(text({ body: `${paragraphs()}<section><h3>${heading}</h3>${posts}</section>` })).toBe(whole);
    expect(text({ body: `${paragraphs()}<h3>${heading}</h3>${posts}` })).toBe(whole);
    expect(text({ body: `${paragraphs()}<div><h3>${heading}</h3></div><div>${posts}</div>` })).toBe(whole);
    expect(text({ after: `<div class="talk"><h3>${heading}</h3>${posts}</div>` })).toBe(whole);
  });

  it('goes where the heading is a paragraph and the posts can be answered', () => {
    expect(text({ body: `${paragraphs()}<div><p><b>Comments (2)</b></p>${posts}</div>` })).toBe(whole);
  });
});

describe('what stays', () => {
  it('a sentence that speaks of comments, and the paragraphs below a heading that does', () => {
    const body = `${paragraphs(0, 3)}<h3>Comments from the county</h3>${paragraphs(3)}`;
    expect(text({ body })).toContain(bridge[5]);
  });

  it('the article’s sections after one of that name', () => {
    const body = `${paragraphs(0, 3)}<h2>Comments</h2><p>${bridge[3]}</p><h2>What the county plans next</h2>${paragraphs(4)}`;
    expect(text({ body })).toContain(bridge[5]);
  });

  it('an article below a link to its comments', () => {
    const body = `${paragraphs(0, 2)}<p><a href="#comments">12 comments</a></p>${paragraphs(2)}`;
    expect(text({ body })).toContain(bridge[5]);
  });
});
