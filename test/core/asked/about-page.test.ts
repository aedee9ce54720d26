import { describe, expect, test } from 'vitest';
import { answerFact } from '../../../src/core/answer-fact.ts';
import { readAskedFact } from '../../../src/core/asked/about-page.ts';
import { answerToText } from '../../../src/core/plain-text.ts';
import { makeArticle } from '../article.ts';

describe('a question about the article itself', () => {
  test.each([
    ['When was it published?', 'date'],
    ['when was this article posted', 'date'],
    ['when did this come out?', 'date'],
    ['how old is this article?', 'date'],
    ['Is this old?', 'date'],
    ['Who wrote this?', 'author'],
    ["who's the author", 'author'],
    ['Who is the reporter behind this story?', 'author'],
    ['What outlet is this?', 'publisher'],
    ['which newspaper published it?', 'publisher'],
    ['Where is this from?', 'publisher'],
    ['Is this an opinion piece?', 'kind'],
    ['is it an op-ed?', 'kind'],
    ['How long is it?', 'length'],
    ['how many words is this?', 'length'],
    ['What is the headline?', 'title'],
    ['whats the title of this article', 'title'],
    ['Wer hat das geschrieben?', 'author'],
    ['Wer ist die Autorin?', 'author'],
    ['Wann wurde der Artikel veröffentlicht?', 'date'],
    ['In welcher Zeitung ist das erschienen?', 'publisher'],
    ['Ist das ein Kommentar?', 'kind'],
    ['Wie lang ist der Artikel?', 'length'],
    ['Wie lautet die Überschrift?', 'title'],
    ['Qui a écrit cet article ?', 'author'],
    ['Quand cet article a-t-il été publié ?', 'date'],
    ['De quand date cet article ?', 'date'],
    ['Quel est le titre ?', 'title'],
    ['Est-ce une tribune ?', 'kind'],
    ['¿Quién escribió este artículo?', 'author'],
    ['¿Cuándo se publicó?', 'date'],
    ['¿Qué medio es?', 'publisher'],
    ['¿Cuál es el titular?', 'title'],
  ])('%j asks for its %s', (question, fact) => {
    expect(readAskedFact(question, true)).toBe(fact);
  });

  test.each([
    'Who wrote the report?',
    'When was the study published?',
    'Who is the author of the bill?',
    'How long is the bridge?',
    'How old is the ferry?',
    'Which newspaper broke the story?',
    'Is he an opinion writer?',
    'What is the title of her book?',
    'When was he published?',
    'What does this article say about the union?',
    'Who said the headline was wrong?',
    'Wer hat den Bericht geschrieben?',
    'Qui a écrit le rapport ?',
    '¿Quién escribió la carta?',
  ])('%j asks for something in its text', (question) => {
    expect(readAskedFact(question, true)).toBeUndefined();
  });

  test('"it" is the article only where nothing was asked before', () => {
    expect(readAskedFact('When was it published?', false)).toBeUndefined();
    expect(readAskedFact('When was this article published?', false)).toBe('date');
  });
});

describe('the answer names where it is from', () => {
  const article = makeArticle('Ships may dock again.', {
    title: 'Harbour reopens',
    authors: ['Ann Ray', 'Bo Lind'],
    publisher: 'Velden Courier',
    publishedAt: '2024-05-03T08:00:00+02:00',
    marks: ['opinion'],
  });
  const bare = makeArticle('Ships may dock again.', { url: null });
  const say = (fact: Parameters<typeof answerFact>[1], of = article) => answerToText(answerFact('?', fact, of), of);

  test('a fact that the page has', () => {
    expect(say('author')).toBe('From the page’s own data: written by Ann Ray and Bo Lind.');
    expect(say('date')).toBe('From the page’s own data: published on 3 May 2024.');
    expect(say('publisher')).toBe('From the page’s own data: published by Velden Courier.');
    expect(say('title')).toBe('From the page’s own data: the headline is “Harbour reopens”.');
    expect(say('kind')).toBe('From the page’s own data: marked as an opinion piece.');
    expect(say('length')).toBe('Counted in the article’s text: 4 words.');
  });

  test('a fact that it does not have', () => {
    expect(say('author', makeArticle('Ships may dock again.'))).toBe('The page does not say who wrote it.');
    expect(say('date', bare)).toBe('The text does not say when it was published.');
    expect(say('kind', bare)).toMatch(/^The text does not say what kind of piece it is/);
    expect(answerFact('?', 'author', bare)).toMatchObject({ statements: [], closest: null, fact: { isStated: false } });
  });
});
