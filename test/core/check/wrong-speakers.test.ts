import { describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief.ts';
import { checkDraft } from '../../../src/core/check.ts';
import type { Draft } from '../../../src/core/draft.ts';
import { makeArticle, makeClaim, makeDraft } from '../article.ts';

const check = (article: string, parts: Partial<Draft>): Brief => checkDraft(makeDraft(parts), makeArticle(article));
const claimsOf = (article: string, words: string, name: string, sentence: number) =>
  check(article, { claims: [makeClaim(words, [sentence], words, { name })] }).claims;

describe('a spokesman in another language', () => {
  const french =
    'La ville est calme. « Elle ne reviendra pas sur sa décision », a expliqué la conseillère de Claire Fontaine dans la salle.';
  const german =
    'Die Stadt ist ruhig. „Der Termin ist nicht mehr zu halten“, sagte ein Sprecher von Minister Jens Adler auf der Messe.';
  const spanish =
    'La ciudad está en calma. «Ella no sabe nada de ese dinero», dijo la abogada de Marta Gil en el juicio.';
  it.each([
    [french, 'Elle ne reviendra pas sur sa décision', 'Claire Fontaine'],
    [german, 'Der Termin ist nicht mehr zu halten', 'Jens Adler'],
    [spanish, 'Ella no sabe nada de ese dinero', 'Marta Gil'],
  ])('is not whom he speaks for: %s', (article, words, name) => expect(claimsOf(article, words, name, 2)).toEqual([]));

  it.each([
    [french, 'Elle ne reviendra pas sur sa décision', 'la conseillère de Claire Fontaine'],
    [german, 'Der Termin ist nicht mehr zu halten', 'ein Sprecher von Minister Jens Adler'],
    [spanish, 'Ella no sabe nada de ese dinero', 'la abogada de Marta Gil'],
  ])('stays, unnamed: %s', (article, words, name) =>
    expect(claimsOf(article, words, name, 2)[0]?.source).toMatchObject({ name, kind: 'unnamed-person' }),
  );

  it('a namesake’s words are not those of the one named in full before', () => {
    const article =
      'Die Ministerin Carmen Vogel ist nicht dabei. Der Abgeordnete Tim Vogel hat das kritisiert. „Wir sind mit der Arbeit zu spät“, sagte Vogel am Montag.';
    expect(claimsOf(article, 'Wir sind mit der Arbeit zu spät', 'Carmen Vogel', 3)).toEqual([]);
    expect(claimsOf(article, 'Wir sind mit der Arbeit zu spät', 'Tim Vogel', 3)).toHaveLength(1);
  });
});

describe('he and she', () => {
  const dunn = 'Director Alan Dunn said the ferry was safe. ';
  it.each([
    [
      `${dunn}Captain Peter Maru was not impressed. "It leaks every single day," he said.`,
      'It leaks every single day',
      3,
    ],
    [
      `${dunn}Dunn’s successor, Peter Maru, had also blamed the crew. "They were all asleep," he said.`,
      'They were all asleep',
      3,
    ],
    [
      `${dunn}A day before, the bishop had cursed the ferry. "It leaks every single day," he said.`,
      'It leaks every single day',
      3,
    ],
  ])('are not one whom a later subject has displaced: %s', (article, words, sentence) =>
    expect(claimsOf(article, words, 'Alan Dunn', sentence)).toEqual([]),
  );

  it.each([
    [
      `${dunn}Captain Peter Maru was not impressed. "It leaks every single day," he said.`,
      'It leaks every single day',
      'Peter Maru',
    ],
    [`${dunn}Captain Ann Maru was not impressed. "It leaks a little," he said.`, 'It leaks a little', 'Alan Dunn'],
    [`${dunn}The ferry is forty years old. "It leaks a little," he said.`, 'It leaks a little', 'Alan Dunn'],
    [`${dunn}The director loves the old ferry. "It leaks a little," he said.`, 'It leaks a little', 'Alan Dunn'],
  ])('are whom the last sentence about a person is about: %s', (article, words, name) =>
    expect(claimsOf(article, words, name, 3)).toHaveLength(1),
  );
});

describe('one who is another’s', () => {
  const aide = 'An adviser to Mayor Tom Okafor said the bridge was lost. "We looked at it twice," the adviser said.';
  it('is not called by that name later on', () => {
    expect(claimsOf(aide, 'We looked at it twice', 'Tom Okafor', 2)).toEqual([]);
    expect(claimsOf(aide, 'We looked at it twice', 'An adviser to Mayor Tom Okafor', 2)).toHaveLength(1);
  });

  it('a copy of somebody is nobody', () => {
    const article = 'The tape is false. In it, a copy of president Tom Okafor said: "Do not come to the bridge."';
    expect(claimsOf(article, 'Do not come to the bridge.', 'Tom Okafor', 2)).toEqual([]);
  });

  it('whom a witness speaks of is not the witness', () => {
    const article =
      'The court sat on Monday. On oath, the driver, Peter Maru, said the accused, Alan Dunn, had come to his house.';
    const said = (name: string) =>
      check(article, { claims: [makeClaim('The accused had come to his house.', [2], null, { name })] }).claims;
    expect(said('Alan Dunn')).toEqual([]);
    expect(said('Peter Maru')).toHaveLength(1);
  });

  it('a "Jr." keeps the words of the surname', () => {
    const article =
      '"The bridge is safe," said Peter Marsh Jr., the engineer. "It will stand for years," Marsh said. The judge, Lena Marsh, did not cross it.';
    expect(claimsOf(article, 'It will stand for years', 'Peter Marsh Jr.', 2)).toHaveLength(1);
    expect(claimsOf(article, 'It will stand for years', 'Lena Marsh', 2)).toEqual([]);
  });
});

describe('a line of Who’s who', () => {
  const article =
    'Guards said Mr Pin was away. When asked, Mr Pin denied all the charges. "These are nothing but lies," he said.';
  const stance = (name: string) =>
    check(article, {
      actors: [{ name, kind: 'person', role: null, stance: 'These are nothing but lies', sentences: [3] }],
    }).actors[0]?.stance;
  it('that quotes is held to who said it, as a claim is', () => {
    expect(stance('Guards') ?? null).toBeNull();
    expect(stance('Mr Pin')).toBe('These are nothing but lies');
  });
});

it('who says something else behind a comma does not tell of the first', () => {
  const article = 'While the owner says the pump was bought last year, divers say no pump was ever there.';
  const claim = makeClaim('The pump was bought last year.', [1], null, { name: 'the owner', kind: 'unnamed-person' });
  expect(check(article, { claims: [claim] }).claims[0]?.source.via ?? null).toBeNull();
});
