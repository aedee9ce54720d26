import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/core/check/reading.ts';
import { findMentions } from '../../../src/core/check/speakers/mentions.ts';
import { checkDraft } from '../../../src/core/check.ts';
import { makeArticle, makeDraft } from '../article.ts';
import { whereShown } from './statements.ts';

const shown = ['summary', 'claim'];

describe('what a number counts', () => {
  const horses = 'The barn near Lund held 26 horses when it burned.';
  const wells = 'Nitrate was found in 31 of the 70 wells in the valley.';
  it.each([
    ['The barn near Lund held 26 people when it burned.', horses],
    ['Nitrate was found in 70 wells in the valley.', wells],
    ['All 70 wells had nitrate.', wells],
    ['The deal would save 90 posts in Gera.', 'The deal would cut 90 posts in Gera.'],
    ['31 workers died in the blast.', 'The blast injured 31 workers and killed two guards.'],
    ['The hall got 6 lamps.', 'The hall has 50 lamps for its courts and spent 6 million on benches.'],
  ])('is not changed: “%s” of “%s” is dropped', (statement, passage) =>
    expect(whereShown(statement, passage)).toEqual([]),
  );

  it.each([
    ['When it burned, the barn held 26 horses.', horses],
    ['In 31 of the 70 wells nitrate was found.', wells],
    ['The valley has 70 wells.', wells],
    ['31 wells in the valley had nitrate.', wells],
    ['The storm tore down 9 homes.', 'The storm tore down 9 houses.'],
    ['55 nurses stayed at work.', 'Most of the 300 nurses went on strike; 55 stayed at work.'],
    ['The blast injured 31 people.', 'The blast injured 31 workers.'],
    ['The deal would cut 90 posts in Gera.', 'The deal would cut 90 jobs in Gera.'],
    ['No more than 26 horses fit in the barn.', 'At most 26 horses fit in the barn.'],
  ])('is kept: “%s” of “%s” stays', (statement, passage) => expect(whereShown(statement, passage)).toEqual(shown));
});

describe('a statement against somebody', () => {
  it('is not shown without who makes it, in a summary either', () => {
    const passage = 'Peter Vance lied to the port authority, rival Rosa Klein said.';
    expect(whereShown('Peter Vance lied to the port authority.', passage)).toEqual([]);
    expect(whereShown('Peter Vance lied to the port authority, Rosa Klein said.', passage)).toEqual(shown);
    expect(whereShown('According to Peter Vance, Rosa Klein lied.', 'Rosa Klein said Peter Vance lied.')).toEqual([]);
  });
});

describe('an actor', () => {
  const text =
    'Rosa Klein’s lawyer, Peter Vance, spoke in Lund on Monday. The widow of Otto Berg was there with Rosa Klein and Ida Holm.';
  const roleOf = (name: string, role: string): string | null | undefined =>
    checkDraft(
      makeDraft({ actors: [{ name, kind: 'person', role, stance: null, sentences: [1, 2] }] }),
      makeArticle(text),
    ).actors[0]?.role;

  it('is not what somebody else is to them', () => {
    expect(roleOf('Rosa Klein', 'lawyer')).toBeNull();
    expect(roleOf('Otto Berg', 'widow')).toBeNull();
    expect(roleOf('Peter Vance', 'lawyer')).toBe('lawyer');
  });

  it('is nobody glued from two names side by side', () => {
    const reading = readArticle(makeArticle(text));
    expect(findMentions('Klein Ida', reading)).toEqual([]);
    expect(findMentions('Ida Holm', reading)).toHaveLength(1);
  });
});

describe('a text of one or two short sentences', () => {
  const isEnglish = (text: string): boolean => readArticle(makeArticle(text, { language: null })).isEnglish;
  it('is English by its verbs where it has no function words', () => {
    expect(isEnglish('Rosa Klein sued Peter Vance.')).toBe(true);
    expect(isEnglish('Prices fell. Rosa Klein resigned.')).toBe(true);
  });

  it('is no English where its few words are another language’s', () => {
    expect(isEnglish('Der Stadtrat von Gera stimmt am Montag ab.')).toBe(false);
    expect(isEnglish('Le maire de Nantes a démissionné lundi.')).toBe(false);
    expect(isEnglish('El alcalde dimite.')).toBe(false);
  });
});
