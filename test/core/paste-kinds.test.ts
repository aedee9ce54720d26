// Ways in which people copy an article that once lost words or facts. Every name is invented.
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { readPaste } from '../../src/core/paste.ts';

const read = (...paragraphs: string[]): Article => {
  const article = readPaste(paragraphs.join('\n\n'));
  if (article.kind === 'refusal') throw new Error(article.why);
  return article;
};
const german = [
  'Die alte Brücke über die Marlow ist am Montag für den gesamten Verkehr gesperrt worden, nachdem Ingenieure tiefe Risse gefunden hatten.',
  'Rund 9000 Autofahrer nutzen sie an einem Werktag. Sie müssen nun über die Ringstraße fahren, was zwanzig Minuten länger dauert.',
  '„Wir haben keine Wahl“, sagte Petra Lindqvist, die Chefingenieurin des Kreises.',
] as const;
const english = [
  'The old bridge over the Marlow has closed to all traffic after engineers found deep cracks in two of its piers.',
  'Some 9,000 drivers cross it on a working day. They now have to go round by the ring road.',
  '“We have no choice,” said Petra Lindqvist, the county’s chief engineer. “Nobody would forgive us if it fell.”',
  'A second inspection, of the railway bridge upstream, is due to begin next week, the county said.',
] as const;
const body = (article: Article) => article.text;

describe('links to other articles between paragraphs', () => {
  it('a German box of links goes, the paragraph below it stays', () => {
    const [a, b, c] = german;
    const box = 'Mehr zum Thema\nDie schönsten Brücken Europas';
    expect(body(read('Brücke nach Rissen gesperrt', a, b, box, c, 'Kommentare (12)'))).toBe(german.join('\n\n'));
  });

  it('a labelled link in four words goes, the last paragraph below it stays', () => {
    const [a, b, c, d] = english;
    const article = read(
      'Bridge closes after cracks found',
      a,
      b,
      c,
      'Read more: Mayor resigns',
      d,
      'Comments',
      'Ann: shame!',
    );
    expect(body(article)).toBe(english.join('\n\n'));
  });

  it('a link and an advertisement near the end do not take the short last sentences along', () => {
    for (const line of ['Read more: Mayor resigns over bridge', 'Advertisement']) {
      const last = ['The tunnel stays open.', 'Nobody was hurt.'];
      const article = read('Bridge closes after cracks found\nBy Ann Lee\n5 March 2024', ...english, line, ...last);
      expect(body(article)).toBe([...english, ...last].join('\n\n'));
    }
  });

  it('a row of teasers below the text is no part of it', () => {
    const teasers =
      'Related stories\nMayor resigns\nThe mayor of Marlow resigned on Monday after a vote in the council.\nRain on the way\nForecasters expect rain in all of the county by Sunday night.';
    expect(body(read('Bridge closes after cracks found', ...english, teasers, 'Comments'))).toBe(english.join('\n\n'));
  });
});

describe('a paywall and hardly a sentence', () => {
  const gate =
    'Subscribe to continue reading\nYou have reached your limit of free articles.\nAlready a subscriber? Log in';
  it.each([
    ['above a sentence', `${gate}\n\n${english[3]}`],
    ['below a sentence', `${english[3]}\n\n${gate}`],
    ['alone', gate],
  ])('is refused as one: the gate stands %s', (_where, paste) => {
    expect(readPaste(paste)).toMatchObject({ kind: 'refusal', why: 'paywall' });
  });

  it('a paragraph or two above it are an article cut short', () => {
    expect(read(...english.slice(0, 3), gate).marks).toEqual(['partial']);
  });

  it('an article about paywalls is none', () => {
    const said = '“Subscribe to continue reading is not a message people like,” said its editor, Ann Lee.';
    expect(read(said, ...english).marks).toEqual([]);
  });
});

describe('a headline', () => {
  it.each([
    ['of two words above a byline', 'Brücke gesperrt\nVon Anna Keller\n3. November 2026'],
    ['of two words above the text', 'Brücke gesperrt'],
  ])('%s is the title', (_what, head) => {
    const article = read(head, ...german);
    expect(article.title).toBe('Brücke gesperrt');
    expect(body(article)).toBe(german.join('\n\n'));
  });

  it('of Markdown loses its marks, and so do byline, day and subheadings', () => {
    const article = read(
      '# Bridge closes after cracks found',
      '**By Ann Lee** | 3 November 2026',
      ...english,
      '## What comes next',
      english[0].replace('old', 'new'),
    );
    expect(article).toMatchObject({
      title: 'Bridge closes after cracks found',
      authors: ['Ann Lee'],
      publishedAt: '2026-11-03',
    });
    expect(body(article)).toContain('\n\nWhat comes next\n\n');
    expect(body(article)).not.toContain('#');
  });

  it('is not the first question of an interview', () => {
    const talk = [
      'Why did the bridge close?',
      english[0],
      'How long will it take?',
      'The council expects repairs to take four months.',
      'Who pays for it all?',
      english[3],
    ];
    const article = read(...talk);
    expect(article.title).toBeNull();
    expect(body(article)).toBe(talk.join('\n\n'));
  });

  it('may be a question where the article asks no others', () => {
    expect(read('Why did the bridge close?', ...english).title).toBe('Why did the bridge close?');
  });
});

describe('days and credits', () => {
  const french = [
    'Le vieux pont sur la Marlow est fermé à toute circulation depuis lundi, après la découverte de fissures dans deux de ses piles.',
    'Quelque 9 000 automobilistes le franchissent chaque jour. Ils doivent désormais passer par la rocade, ce qui ajoute vingt minutes.',
  ];
  it('a French article puts the day first in 03/11/2026', () => {
    const article = read(
      'Le pont ferme après des fissures\nPar Jeanne Dubois\nPublié le 03/11/2026 à 10h32',
      ...french,
    );
    expect(article).toMatchObject({ authors: ['Jeanne Dubois'], publishedAt: '2026-11-03' });
  });

  it.each(['Published 03/11/2026', 'Updated 8:30 am 03/11/2026', '03/11/2026', 'Publicado 03/11/2026'])(
    '“%s” may be read in two ways and is left out',
    (line) => expect(read(`Bridge closes after cracks found\n${line}`, ...english).publishedAt).toBeNull(),
  );

  it('a Chinese editor’s credit is no part of the text', () => {
    const text = [
      '周一，工程师在两座桥墩中发现深裂缝后，马洛河上的旧桥已对所有车辆关闭。县政府表示，维修工作将持续四个月。',
      '大约九千名司机在工作日使用该桥，他们现在必须绕道环城路行驶，多数行程因此增加二十分钟。',
    ];
    expect(body(read('大桥因裂缝关闭\n\n记者：王芳', ...text, '责任编辑：王芳'))).toBe(text.join('\n\n'));
  });
});
