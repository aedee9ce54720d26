import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../src/core/check.ts';
import { checkAnswer } from '../../../src/core/check-answer.ts';
import type { Draft, Drafter } from '../../../src/core/draft.ts';
import { isOtherLanguage } from '../../../src/core/language.ts';
import { describeDrafter } from '../../../src/core/wording.ts';
import { makeArticle } from '../article.ts';

const article = makeArticle(
  'The library in Osk will be open on Sundays from 3 May, and the town will pay for it. Its director said that 40 people had asked for it in a letter to the town.',
);
const german: Drafter = { kind: 'model', model: 'm', promptVersion: null, fellBack: null, language: 'de' };
const source = { name: null, kind: 'article', title: null, via: null } as const;
const quote = 'will be open on Sundays from 3 May';

type Parts = { claim: string; translation?: string | null; summary?: string };
function check({ claim, translation = null, summary }: Parts) {
  const draft: Draft = {
    summary: summary === undefined ? [] : [{ text: summary, sentences: [1] }],
    actors: [],
    claims: [{ text: claim, source, sentences: [1], quote, translation }],
    drafter: german,
  };
  return checkDraft(draft, article);
}

const inGerman = 'Die Bibliothek ist ab dem 3. Mai auch am Sonntag geöffnet, und die Stadt zahlt dafür.';
const inFrench = 'La bibliothèque est ouverte le dimanche dès le 3 mai, et la ville paie pour cela.';
const inEnglish = 'The library will be open on Sundays from 3 May.';

describe('the language that was asked for', () => {
  it('is not remarked on where it is held', () => {
    const brief = check({ claim: inGerman, translation: 'wird ab dem 3. Mai an den Sonntagen geöffnet sein' });
    expect(brief.claims[0]?.translation).toBe('wird ab dem 3. Mai an den Sonntagen geöffnet sein');
    expect(describeDrafter(brief.drafter)).toBe('Entwurf: m');
  });

  it.each([inFrench, inEnglish])('is missed in the last line where it is not held: %s', (claim) => {
    const brief = check({ claim });
    expect(brief.claims).toHaveLength(1);
    expect(describeDrafter(brief.drafter)).toBe('drafted by m; not in German, as was asked');
  });

  it('is missed in part', () => {
    const draft = [inGerman, inFrench, inGerman.replace('auch', 'jetzt')].map((text) => ({
      text,
      source,
      sentences: [1],
      quote,
    }));
    const brief = checkDraft({ summary: [], actors: [], claims: draft, drafter: german }, article);
    expect(describeDrafter(brief.drafter)).toBe('Entwurf: m; anders als gewünscht nicht alles auf Deutsch');
  });

  it('is missed in an answer too', () => {
    const statements = [{ text: inEnglish, sentences: [1], quote, translation: null }];
    const draft = { notInArticle: false, statements, closest: [], drafter: german };
    const answer = checkAnswer('When is the library open?', draft, article);
    expect(describeDrafter(answer.drafter)).toContain('not in German, as was asked');
  });

  it.each([
    ['in another language', 'sera ouverte le dimanche dès le 3 mai, dans les salles', 'other-language'],
    ['as it was', 'will be open on Sundays from the 3 May', 'other-language'],
    ['without its number', 'Hier steht die Übersetzung des Zitats.', 'number-not-in-passage'],
    ['cut short', '3. Mai', 'words-not-in-passage'],
  ])('no translation is shown %s', (_, translation, why) => {
    const { claims, checks } = check({ claim: inGerman, translation });
    expect(claims[0]).not.toHaveProperty('translation');
    expect(checks.drops).toMatchObject([{ part: 'translation', why }]);
  });
});

describe('isOtherLanguage', () => {
  it.each([
    ['Die Stadt hat das Geld für die Bibliothek nicht gefunden.', 'fr', true],
    ['Die Stadt hat das Geld für die Bibliothek nicht gefunden.', 'de-CH', false],
    ['Город нашёл деньги на библиотеку, сообщили вчера.', 'de', true],
    ['图书馆从五月三日起每逢星期日开放，市长在昨天的新闻发布会上表示。', 'zh-TW', false],
    ['Byen har funnet pengene som trengs for biblioteket.', 'da', false],
    ['La ciudad ha encontrado el dinero para la biblioteca.', 'ca', false],
    ['Osk, 3 May', 'de', false],
  ])('%s in %s: %s', (text, tag, isOther) => {
    expect(isOtherLanguage(text, tag)).toBe(isOther);
  });
});
