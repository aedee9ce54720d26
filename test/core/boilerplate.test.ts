import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { furnitureKind } from '../../src/core/boilerplate.ts';

describe('furnitureKind', () => {
  it.each([
    ['Additional reporting by Ann Lee in Velthaven; Editing by Bo Ek', 'credit'],
    ['Ann Lee and Bo Ek contributed to this report.', 'credit'],
    ['Our Standards: The Northwire Trust Charter.', 'standards'],
    ['© 2024 The Brackwater Courier. All rights reserved.', 'copyright'],
    ['Image source, Getty Images', 'caption'],
    ['A tug in the harbour in this June 30, 2014 file photo. NORTHWIRE/Ane Holt', 'caption'],
    ['A gardener clears a path (Photo: Jo Roe)', 'caption'],
    ['A gardener clears a path in the park (AP)', 'caption'],
    ['0 : 0', 'counter'],
    ['1,204 shares', 'counter'],
    ['Share on Facebook', 'share'],
    ['Facebook Twitter WhatsApp', 'share'],
    ['4 min read', 'reading-time'],
    ['Advertisement', 'advertisement'],
    ['ANZEIGE', 'advertisement'],
    ['Sign up for our Morning Briefing', 'newsletter'],
    ['Already a subscriber? Log in', 'subscription'],
    ['You have 2 free articles left this month.', 'subscription'],
    ['You’ve reached your limit of free articles', 'subscription'],
    ['This is your last free article.', 'subscription'],
    ['Log in or subscribe today to keep reading', 'subscription'],
    ['The rest of this article is reserved for our subscribers.', 'subscription'],
    ['Exclusive for members', 'subscription'],
    ['Not a subscriber yet? Try four weeks for £1', 'subscription'],
    ['Bereits Abonnent? Hier anmelden', 'subscription'],
    ['Sie haben noch 3 kostenlose Artikel', 'subscription'],
    ['Weiterlesen mit Kurier Plus', 'subscription'],
    ['Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.', 'subscription'],
    ['Déjà abonné ? Se connecter', 'subscription'],
    ['¿Ya eres suscriptor? Inicia sesión', 'subscription'],
    ['Para seguir leyendo, elige una oferta', 'subscription'],
    ['Já é assinante? Faça seu login', 'subscription'],
    ['Sei già abbonato? Accedi', 'subscription'],
    ['この記事は会員限定です。', 'subscription'],
    ['残り1,234文字', 'subscription'],
    ['Unlimited access to all articles', 'subscription'],
    ['✓ Cancel anytime', 'subscription'],
    ['Only £1 for the first month', 'subscription'],
    ['Read more: How the county heats its schools', 'related'],
    ['Lesen Sie auch: Warum der Hafen versandet', 'related'],
    ['128 comments', 'counter'],
    ['Leave a comment', 'comments'],
    ['Published on 5 March 2024', 'date'],
    ['Home › News › Environment', 'navigation'],
    ['landscape-tablet-and-above', 'layout'],
  ])('%s: %s', (line, kind) => {
    expect(furnitureKind(line)).toBe(kind);
  });

  it.each([
    'Reporting by the committee took two years and cost £4 million, the auditor said on Tuesday.',
    'Share prices fell by a tenth on Monday after the bank cut its forecast.',
    '“Print is not dead,” said the editor.',
    'Copyright law does not protect facts, the judge said, and so the list may be copied.',
    'Read more books, the minister told the children.',
    'The well-known author lives in Velthaven.',
    'Nine minutes later the ship hit the pier.',
    'UX/UI Improvements',
    '£4 a week is what the council now pays for each of its empty garages, the auditor found.',
    'You have to keep the free articles in the archive, the judge told the publisher on Monday.',
    'Subscribers fell by a tenth last year, the publisher said, and the rest pay less.',
    'Für Abonnenten wird die Zeitung im Januar teurer, wie der Verlag am Montag mitteilte.',
    'Para continuar con la obra, el ayuntamiento necesita dos millones más.',
    'The limits were set in 2012 by the Environmental Protection Agency (EPA).',
    'Viel diskutiert wird seit Jahren über die elektronische Patientenakte (ePA)',
    'He followed her on the ferry.',
  ])('%s: the article’s own', (line) => {
    expect(furnitureKind(line)).toBeUndefined();
  });

  it('gives one answer for any line, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(2000), (line, times) => {
        expect(() => furnitureKind(line.repeat(Math.max(1, times % 50)))).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

it.each(['Publié le 03/11/2026 à 10h32', 'Опубликовано 03.11.2026', 'Veröffentlicht 3/11/2026'])(
  '“%s” is a line with a day',
  (line) => {
    expect(furnitureKind(line)).toBe('date');
  },
);
