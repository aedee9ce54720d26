import { describe, expect, it } from 'vitest';
import { shareOfArticle } from '../../../src/core/asked/share-of-article.ts';
import { article } from '../../flows/fakes.ts';

const share = (text: string, earlier: { question: string; answer: string }[] = []) =>
  shareOfArticle({ text, earlier }, article);

describe('what a reply has of an article', () => {
  it.each([
    'Who will fetch the sandwiches?',
    'Who takes the Sunday rota?',
    'What is for dinner?',
    'ok good, will do it',
  ])('nothing, where people speak of something else: %s', (text) => expect(share(text)).toBe(0));

  it.each([
    'Why does the bridge close?',
    'what did Ortiz tell reporters',
    'Who said that?',
    'When was this published?',
    'What evidence is there?',
    'Wer bezahlt die Brücke?',
    'Combien de temps sera-t-il fermé ?',
  ])('something: %s', (text) => expect(share(text)).toBeGreaterThan(0));

  it('something, where it goes on with what was asked before', () => {
    expect(share('And the ferry?')).toBe(0);
    expect(share('And the ferry?', [{ question: 'Is there a ferry?', answer: '' }])).toBe(1);
  });
});
