import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPersonName, readByline, splitNames } from '../../src/core/byline.ts';

describe('readByline', () => {
  it.each([
    ['By Ann Lee', ['Ann Lee'], []],
    ['By Ann Lee and Bo Ek, Reuters', ['Ann Lee', 'Bo Ek'], ['Reuters']],
    ['BY ANN LEE', ['ANN LEE'], []],
    ['Von Jana Petersen', ['Jana Petersen'], []],
    ['Par Élodie Duprés et Marc Le Goff', ['Élodie Duprés', 'Marc Le Goff'], []],
    ['Por María José de la Cruz', ['María José de la Cruz'], []],
    ['Written by Ann Lee, Political Editor', ['Ann Lee'], ['Political Editor']],
    ['By Courier staff', [], ['Courier staff']],
    ['Interview by Ann Lee', ['Ann Lee'], []],
    ['Recipe by Ann Lee', ['Ann Lee'], []],
    ['Authors: Ann Lee and Bo Ek, extension educators', ['Ann Lee', 'Bo Ek'], []],
    ['By Ann Lee 21 Comments', ['Ann Lee'], []],
    ['By Ann Lee, M.D. FACLM', ['Ann Lee'], []],
    ['Ein Interview von Jana Petersen', ['Jana Petersen'], []],
    ['Ein Kommentar von Jana Petersen und Uwe Holm', ['Jana Petersen', 'Uwe Holm'], []],
    ['Interview: Jana Petersen', ['Jana Petersen'], []],
    ['Propos recueillis par Élodie Duprés', ['Élodie Duprés'], []],
    ['Escrito por María José de la Cruz', ['María José de la Cruz'], []],
    ['A cura di Giulia Ferri', ['Giulia Ferri'], []],
    ['بقلم: أحمد العلي', ['أحمد العلي'], []],
    ['كتب: فريق التحرير', [], ['فريق التحرير']],
    ['文・森田由紀', ['森田由紀'], []],
    ['取材・文／森田由紀', ['森田由紀'], []],
    ['记者：王小明', ['王小明'], []],
  ])('%s', (line, people, desks) => {
    expect(readByline(line)).toEqual({ people, desks });
  });

  it.each(['By the time it ended, 14 ships had left', 'Von der Küste kommt Regen', 'Ann Lee', '', 'By'])(
    '%j is none',
    (line) => {
      expect(readByline(line)).toBeUndefined();
    },
  );
});

describe('splitNames', () => {
  it.each([
    ['홍길동 기자', ['홍길동'], []],
    ['文在寅', ['文在寅'], []],
    ['연합뉴스', [], ['연합뉴스']],
  ])('%s', (line, people, desks) => {
    expect(splitNames(line)).toEqual({ people, desks });
  });

  it('gives only words of the line, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (line) => {
        const flat = (text: string) => text.replace(/\s+/g, ' ');
        for (const name of [...splitNames(line).people, ...splitNames(line).desks]) {
          for (const word of name.split(' ')) expect(flat(line)).toContain(word);
        }
      }),
    );
  });
});

describe('isPersonName', () => {
  it.each(['Ann Lee', 'Jean-Luc O’Neill', 'Ludwig van der Berg', 'Haider al-Abadi', '森田由紀', 'J. R. Smith'])(
    '%s is one',
    (name) => {
      expect(isPersonName(name)).toBe(true);
    },
  );
  it.each([
    'Reuters',
    'Courier Newsroom',
    'Share Facebook',
    'read more',
    'Written By',
    '5 min read',
    '',
    'Senior Director',
    '編集部',
  ])('%j is none', (name) => {
    expect(isPersonName(name)).toBe(false);
  });
});

it('takes no label into a name', () => {
  expect(['Words Ann Lee', 'Pictures Bo Ek', 'Graphics Sam Ito'].filter(isPersonName)).toEqual([]);
});
