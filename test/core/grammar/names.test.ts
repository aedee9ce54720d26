import { describe, expect, it } from 'vitest';
import { findForeignName } from '../../../src/core/check/facts/foreign-names.ts';
import { isSameName, listNames } from '../../../src/core/grammar/names.ts';

describe('listNames', () => {
  it.each([
    ['Hakim al Zamili told Reuters', ['Hakim al Zamili', 'Reuters']],
    ['the Council for the Welfare of Immigrants', ['Council for the Welfare of Immigrants']],
    ['Mr. Smith and J. Doe of Velden', ['Mr. Smith', 'J. Doe', 'Velden']],
    ["Russia's Foreign Ministry", ["Russia's", 'Foreign Ministry']],
    ['He met Ilse Brandt Tuesday', ['Ilse Brandt', 'Tuesday']],
    ['the WHO and the U.S. army', ['WHO', 'U.S.']],
  ])('finds those of "%s"', (text, names) => {
    expect(listNames(text).map(({ start, end }) => text.slice(start, end))).toEqual(names);
  });
});

describe('isSameName', () => {
  const keys = (name: string): string[] => name.toLowerCase().split(' ');
  it.each([
    ['Zamili', 'Hakim al Zamili'],
    ['Professor Eastman', 'Professor Cres Eastman'],
    ['John Kennedy', 'John F Kennedy'],
    ['Ahmed', 'Ahmed Mohamed'],
    ['WHO', 'World Health Organisation'],
    ['Transport Ministry', 'Ministry Transport'],
  ])('takes %s for %s', (one, other) => {
    expect(isSameName(keys(one), keys(other))).toBe(true);
    expect(isSameName(keys(other), keys(one))).toBe(true);
  });

  it.each([
    ['Warhol', 'Andy Warhol Foundation'],
    ['Islamic State', 'Islamic Republic'],
    ['George Bush', 'Laura Bush'],
    ['Prime Minister', 'Brandt'],
  ])('tells %s from %s', (one, other) => {
    expect(isSameName(keys(one), keys(other))).toBe(false);
  });
});

describe('findForeignName', () => {
  const article =
    'Mayor Ilse Brandt of Velden met officials of the Ministry of Transport (MOT). The mayor of Hamburg stayed away. Iraqi forces came.';
  const context = {
    forms: listNames(article).map(({ keys }) => keys),
    licensed: [],
    commonStems: new Set(['lawmaker']),
  };

  it.each([
    ['Ilse Brandt met officials', 'Brandt met officials'],
    ['MOT met the mayor', 'The Ministry of Transport met the mayor'],
    ['Forces from Iraq came', 'Iraqi forces came'],
    ['On Oct. 13 it closed', 'It closed on October 13'],
    ['Lawmakers met', 'The lawmaker met'],
    ['Jose Pena spoke', 'José Peña spoke'],
    ['Sixty people came', '60 people came'],
    ['It closed in May 2024', 'It closed in May 2024'],
    ['May came', 'Brandt came in May'],
  ])('accepts "%s" for "%s"', (statement, passage) => {
    expect(findForeignName(statement, passage, context)).toBeUndefined();
  });

  it.each([
    ['Laura Brandt met officials', 'Brandt met officials'],
    ['Brandt met officials in Hamburg', 'Brandt met officials'],
    ['Smith met officials', 'Brandt met officials'],
    ['The G8 met', 'The G7 met'],
    ['It closed in May 2024', 'It closed in March 2024, and it may open again'],
    ['It closed on November 13', 'It closed on October 13'],
  ])('refuses "%s" for "%s"', (statement, passage) => {
    expect(findForeignName(statement, passage, context)).toBeDefined();
  });
});
