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
    ['Reporting by Ann Lee in New York and Bo Ek in Velthaven; writing by Cy Orr; editing by Dee Poe', 'credit'],
    ['Research by Ann Lee', 'credit'],
    ['This report was updated on Friday with a comment from the port.', 'credit'],
    ['Cranes at the pier. Photograph by Ane Holt', 'caption'],
    ['Subscribe to the Courier today for as little as £2 a month', 'newsletter'],
    ['Get the Courier: a digital subscription is £2 a month', 'subscription'],
    ['Keep reading for just £1', 'subscription'],
    ['You may also like', 'related'],
    ['Updated 4 March 2024 at 9.05am.', 'date'],
    ['Comments are closed on this article.', 'comments'],
    ['ATENÇÃO: Comentários com insultos não serão publicados.', 'comments'],
    ['Be the first to comment on this article', 'comments'],
    ['Like this story? Share it with a friend!', 'share'],
    ['Fehler gefunden? Jetzt melden.', 'share'],
    ['[+] Enlarge', 'share'],
    ['Follow Courier on Google News for more', 'share'],
    ['Get in touch with our news team by emailing us at news@courier.example.', 'newsletter'],
    ['Write to Ann Lee at ann.lee@courier.example', 'newsletter'],
    ['Tags harbour bridge, river road, ferry timetable', 'navigation'],
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
    'Research by Marlow University found that three in four children had never seen the sea.',
    'Reporting by The Courier revealed that ministers had known since May.',
    'Edited by machines, the text had forty mistakes, the court heard.',
    'This report was published by the audit office in May and found that 3 million had been wasted.',
    'Police said the man was identified in a photograph by two neighbours.',
    'The suspect was seen in a picture by his former teacher in Velthaven.',
    'Subscribers in the United States will pay $15.49 a month from March, the company said.',
    'The company said a basic subscription would cost $6.99 a month, for only two screens.',
    'Keep reading for an hour before bed, the doctors told the parents.',
    'You may like the plan or not, the mayor said, but it is the only one.',
    'Most read it as a threat.',
    'Created in 1998, the fund has lent four billion to farmers.',
    'Issued in 2019, the permit allowed twelve wells near the river.',
    'Posted to Velthaven in 2009, he lost a leg there in his second week.',
    'Published figures show that prices rose by 3.1 percent in May.',
    'Comments on the draft were sent in by 4,000 people.',
    'Like this story, the film begins on a bridge.',
    'Tags on the ear of each cow, the vet said, are read twice a day, at dawn and at dusk.',
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
