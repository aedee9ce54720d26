import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../src/core/check.ts';
import type { Draft, Drafter } from '../../src/core/draft.ts';
import { english } from '../../src/core/frames/english.ts';
import type { Frame } from '../../src/core/frames/frame.ts';
import { frameOf } from '../../src/core/frames/frame-of.ts';
import { briefToText } from '../../src/core/plain-text.ts';
import { renderBrief } from '../../src/slack/render-brief.ts';
import { makeArticle } from './article.ts';

const article = makeArticle(
  'The old mill in Tarn will be pulled down in 2027, the council said on Friday. “We have no money for it,” said Mayor Ruth Pell.',
  { title: 'Mill to go', publisher: 'Tarn Post' },
);
const drafter = (facts: Partial<Drafter>): Drafter => ({
  kind: 'model',
  model: 'm',
  promptVersion: null,
  fellBack: null,
  ...facts,
});
const pell = { name: 'Ruth Pell', kind: 'named-person', title: 'Mayor', via: null } as const;
const quote = 'We have no money for it';

function briefIn(language: string, claim: string, translation: string, stance: string) {
  const draft: Draft = {
    summary: [],
    actors: [{ name: 'Ruth Pell', kind: 'person', role: null, stance, sentences: [2] }],
    claims: [{ text: claim, source: pell, sentences: [2], quote, translation }],
    drafter: drafter({ language }),
  };
  return checkDraft(draft, article);
}

const view = { briefId: 'b', inThread: true, isShared: false, length: 'standard', reports: [], askedBy: null } as const;

describe('the words around a translated brief', () => {
  it.each([
    [
      'de',
      briefIn('de', 'Die Stadt hat für die Mühle kein Geld.', 'Wir haben kein Geld dafür', 'hat kein Geld dafür'),
      [
        'Wer ist wer',
        'Aussagen und von wem sie stammen',
        'maschinell übersetzt: Wir haben',
        '1 von 1 Zitaten',
        'Entwurf: m',
      ],
    ],
    [
      'fr-CA',
      briefIn(
        'fr-CA',
        'La ville n’a pas d’argent pour le moulin.',
        'Nous n’avons pas d’argent pour cela',
        'n’a pas d’argent',
      ),
      ['Affirmations et leurs auteurs', 'traduction automatique : Nous', 'rédigé par m'],
    ],
    [
      'es',
      briefIn('es', 'La ciudad no tiene dinero para el molino.', 'No tenemos dinero para eso', 'no tiene dinero'),
      ['Afirmaciones y quién las hace', 'traducción automática: No', 'redactado por m'],
    ],
  ])('are in %s too, in the terminal and in Slack', (_, brief, words) => {
    expect(brief.claims).toHaveLength(1);
    const text = briefToText(brief, 0);
    const slack = JSON.stringify(renderBrief(brief, 0, { ...view, reports: [] }).blocks);
    for (const word of words) {
      expect(text).toContain(word);
      expect(slack).toContain(word);
    }
    expect(text + slack).not.toMatch(/who made them|machine translation|drafted by|Who’s who|ask me anything/);
  });

  it('are English where nothing was translated, in a language without words here, and where the model wrote another', () => {
    expect(frameOf(drafter({}))).toBe(english);
    expect(frameOf(drafter({ language: 'fi' }))).toBe(english);
    expect(frameOf(drafter({ language: 'de', otherLanguage: 'most' }))).toBe(english);
  });

  it('say one and several, and hold names and counts, in every language', () => {
    for (const language of ['en', 'de', 'fr', 'es']) {
      const frame: Frame = frameOf(drafter({ language }));
      expect(frame.leftOut(1)).toContain('1 ');
      expect(frame.leftOut(1)).not.toBe(frame.leftOut(2).replace('2', '1'));
      expect(frame.unnamedSources(1)).not.toBe(frame.unnamedSources(3).replace('3', '1'));
      expect(frame.quotesFound(7, 9)).toMatch(/7.*9/);
      for (const say of [frame.ownWords, frame.writes, frame.quotedBy, frame.wordForWordFrom, frame.inOwnWordsOf])
        expect(say('Tarn Post')).toContain('Tarn Post');
      expect(frame.contested('Pell', 4)).toMatch(/4.*Pell/);
      expect(frame.contested('Pell', undefined)).not.toMatch(/undefined|\d/);
    }
  });
});
