import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brief, DropReason } from '../../src/core/brief.ts';
import { checkDraft } from '../../src/core/check.ts';
import { actorKinds, type DraftClaim, sourceKinds } from '../../src/core/draft.ts';
import { findQuotations } from '../../src/core/quotation-marks.ts';
import { splitSentences } from '../../src/core/sentences.ts';
import { harbourText, makeArticle, makeClaim, makeDraft } from './article.ts';

const article = makeArticle(harbourText);
const sentences = splitSentences(harbourText).map(({ start, end }) => harbourText.slice(start, end));

function check(...claims: DraftClaim[]): Brief {
  return checkDraft(makeDraft({ claims }), article);
}

function whyDropped(claim: DraftClaim): DropReason | undefined {
  return check(claim).checks.drops.find(({ part }) => part === 'claim')?.why;
}

const brandt = { name: 'Ilse Brandt' };
const official = { name: 'a port official' };

describe('checkDraft', () => {
  it('shows a claim with its passage, its quote without the marks, and its source', () => {
    const claim = makeClaim(
      'The harbour will move two miles down the coast.',
      [3],
      'We are moving it two miles down the coast',
      brandt,
    );
    const [shown] = check(claim).claims;
    expect(shown?.passage.text).toBe(sentences[2]);
    expect(shown?.passage.link).toMatch(/^https:\/\/news\.example\/harbour#:~:text=/);
    expect(shown?.quote?.text).toBe('We are moving it two miles down the coast');
    expect(shown?.source).toEqual({ name: 'Ilse Brandt', kind: 'named-person', title: null, via: null });
  });

  it("never gives the article's own words as somebody's quote", () => {
    const claim = makeClaim('340 jobs are at risk.', [5], '340 jobs were at risk', { name: 'Tom Okafor' });
    const brief = check(claim);
    expect(brief.claims[0]?.quote).toBeNull();
    expect(brief.checks.quotesFound).toBe(1);
  });

  it('moves the ids to where the quote stands', () => {
    const claim = makeClaim(
      'The sea wall failed an inspection.',
      [1],
      'the sea wall had failed an inspection in 2019',
      official,
    );
    expect(check(claim).claims[0]?.sentences).toEqual([7]);
  });

  it('drops an invented quote, and keeps the claim only where its words stand in the passage', () => {
    const invented = 'the sea wall was a disgrace to the whole city';
    const kept = check(makeClaim('The sea wall had failed an inspection in 2019.', [7], invented, official));
    expect(kept.claims).toMatchObject([{ quote: null, sentences: [7] }]);
    expect(kept.checks).toMatchObject({ quotesOffered: 1, quotesFound: 0 });
    expect(kept.checks.drops).toMatchObject([{ part: 'quote', why: 'quote-not-found' }]);
    expect(whyDropped(makeClaim('The wall shames everyone in town.', [7], invented, official))).toBe('quote-not-found');
  });

  it.each<[string, DropReason, DraftClaim]>([
    ['a changed number', 'number-not-in-passage', makeClaim('The council has set aside $1.3 million.', [4])],
    [
      'a changed unit',
      'number-not-in-passage',
      makeClaim('That is 62 million of the building budget for the move.', [4]),
    ],
    [
      'a number word',
      'number-not-in-passage',
      makeClaim('The harbour moves three miles down the coast.', [3], null, brandt),
    ],
    [
      'a name of another place',
      'name-not-in-passage',
      makeClaim('The council of Hamburg has set aside $1.2 million for the move.', [4]),
    ],
    [
      'a name from elsewhere in the article',
      'name-not-in-passage',
      makeClaim('The Courier has set aside $1.2 million for the move.', [4]),
    ],
    ['an added "not"', 'negation-changed', makeClaim('The council has not set aside $1.2 million for the move.', [4])],
    ['a lost "not"', 'negation-changed', makeClaim('Shipping companies have decided whether to stay.', [10])],
    ['words of its own', 'words-not-in-passage', makeClaim('The residents celebrated wildly through the night.', [4])],
    [
      'a speaker who is not there',
      'speaker-not-in-article',
      makeClaim('340 jobs are at risk.', [5], null, { name: 'Maria Lopez' }),
    ],
    [
      'a speaker who is far away',
      'speaker-not-tied',
      makeClaim('Shipping companies have not decided whether to stay.', [10], null, { name: 'Brandt' }),
    ],
    ['no sentence', 'no-sentence', makeClaim('The council has set aside $1.2 million.', [99, -1, 0.5])],
    ['no words', 'empty', makeClaim('  ', [1])],
  ])('drops a claim with %s', (_, why, claim) => {
    expect(check(claim).claims).toEqual([]);
    expect(whyDropped(claim)).toBe(why);
  });

  it.each([
    ['a number as digits', makeClaim('The harbour moves 2 miles down the coast.', [3], null, brandt)],
    ['a number in full', makeClaim('The council has set aside 1,200,000 dollars for the move.', [4])],
    ['a percentage', makeClaim('The move takes 62% of the building budget.', [4])],
    [
      'the speaker before a pronoun',
      makeClaim('Okafor called the plan “a gift to the hotel trade”.', [6], 'a gift to the hotel trade', {
        name: 'Tom Okafor',
      }),
    ],
    [
      'an acronym',
      makeClaim('MOT denied that it had never answered the letters of the city.', [9], null, {
        name: 'Ministry of Transport',
      }),
    ],
  ])('keeps a claim with %s', (_, claim) => {
    expect(check(claim).checks.drops).toEqual([]);
  });

  it("keeps every sentence of the article as a claim in the article's voice", () => {
    const brief = check(...sentences.map((text, at) => makeClaim(text, [at + 1], text)));
    expect(brief.checks.drops).toEqual([]);
    expect(brief.checks.claimsShown).toBe(sentences.length);
  });

  it('keeps words copied with the doubt the article casts on them', () => {
    const text = 'The union, whose members know the port, said that ships they know might leave. The council may pay.';
    const claim = makeClaim('Its members know the port, said that ships they know might leave.', [1]);
    const kept = (text_: string): number =>
      checkDraft(makeDraft({ claims: [{ ...claim, text: text_ }] }), makeArticle(text)).claims.length;
    expect(kept('members know the port, said that ships they know might leave')).toBe(1);
    expect(kept('ships they know will leave')).toBe(0);
  });

  it('corrects the kind of source by the text', () => {
    const claim = makeClaim('The sea wall had failed an inspection in 2019.', [7], null, official);
    const [shown] = check(claim).claims;
    expect(shown?.source).toMatchObject({ name: 'A port official', kind: 'anonymous' });
    const companies = makeClaim('Companies have not decided whether to stay.', [10], null, {
      name: 'shipping companies',
    });
    expect(check(companies).claims[0]?.source.kind).toBe('unnamed-group');
    expect(check(claim, companies).checks.unnamedSources).toBe(2);
  });

  it('a title is shown only at the one who has it, a quote only where it is the source’s', () => {
    const text =
      'Engineer David Brown, a former head of the yard, said the steel is rotten. A judge will decide whether the mayor must pay Brown.\n\n“We will not let the town down,” Smith told reporters. Brown disagreed with her and said so.';
    const brown = (title: string) => makeClaim('The steel is rotten.', [1], null, { name: 'David Brown', title });
    const titles = ['Engineer', 'a former head of the yard', 'mayor', 'judge'].map(
      (title) => checkDraft(makeDraft({ claims: [brown(title)] }), makeArticle(text)).claims[0]?.source.title,
    );
    expect(titles).toEqual(['Engineer', 'a former head of the yard', null, null]);
    const across = 'the town down,” Smith told reporters. Brown disagreed with her';
    const claim = makeClaim('Brown disagreed with Smith.', [3, 4], across, { name: 'David Brown' });
    expect(
      checkDraft(makeDraft({ claims: [claim] }), makeArticle(text)).claims.map(({ quote }) => quote),
    ).not.toContainEqual(expect.anything());
  });

  it('a source who asked not to be named stays so where the words for it are part of the name', () => {
    const text =
      'The pact covers two ports, according to a customs officer who asked not to be named.\n\n“We find it useful,” the customs officer said.\n\nCustoms officers in the south said they knew nothing.';
    const name = 'a customs officer who asked not to be named';
    const claims = [
      makeClaim('The pact covers two ports.', [1], null, { name, kind: 'anonymous' }),
      makeClaim('We find it useful.', [2], 'We find it useful', { name, kind: 'anonymous' }),
      makeClaim('Customs officers knew nothing.', [3], null, { name: 'Customs officers', kind: 'unnamed-group' }),
    ];
    const brief = checkDraft(makeDraft({ claims }), makeArticle(text));
    expect(brief.claims.map(({ source }) => source.kind)).toEqual(['anonymous', 'anonymous', 'unnamed-group']);
  });

  it('cuts title and via from the article and drops those it does not give', () => {
    const given = makeClaim('The old harbour closes in March.', [1], null, {
      ...brandt,
      title: 'mayor',
      via: 'Velden Courier',
    });
    expect(check(given).claims[0]?.source).toMatchObject({ title: 'Mayor', via: 'Velden Courier' });
    const invented = makeClaim('The old harbour closes in March.', [1], null, {
      ...brandt,
      title: 'president',
      via: 'CNN',
    });
    const brief = check(invented);
    expect(brief.claims[0]?.source).toMatchObject({ title: null, via: null });
    expect(brief.checks.drops.map(({ part }) => part)).toEqual(['title', 'via']);
  });

  it('holds summary and actors to the same rules', () => {
    const brief = checkDraft(
      makeDraft({
        summary: [
          { text: 'Velden will close its old harbour in March.', sentences: [1] },
          { text: 'Velden will close its old harbour in April.', sentences: [1] },
        ],
        actors: [
          {
            name: 'Tom Okafor',
            kind: 'person',
            role: "leads the dockers' union",
            stance: 'He supports the whole plan warmly',
            sentences: [5],
          },
          { name: 'Angela Merkel', kind: 'person', role: null, stance: null, sentences: [5] },
        ],
      }),
      article,
    );
    expect(brief.summary).toHaveLength(1);
    expect(brief.actors).toMatchObject([{ name: 'Tom Okafor', role: "leads the dockers' union", stance: null }]);
    expect(brief.checks.drops.map(({ part, why }) => `${part} ${why}`)).toEqual([
      'summary name-not-in-passage',
      'stance words-not-in-passage',
      'actor actor-not-in-article',
    ]);
  });

  it('shows a claim once', () => {
    const claim = makeClaim('The council has set aside $1.2 million for the move.', [4]);
    expect(
      check(claim, { ...claim, text: 'The council has set aside $1.2 million, for the move' }).claims,
    ).toHaveLength(1);
  });
});

describe('checkDraft on any draft', () => {
  const words = harbourText.split(/\s+/);
  const phrase = fc.oneof(
    fc.tuple(fc.nat(words.length), fc.nat(14)).map(([from, length]) => words.slice(from, from + length).join(' ')),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(...sentences, 'he', 'the official', '...', '“'),
  );
  const ids = fc.array(fc.oneof(fc.integer({ min: -1, max: 12 }), fc.double()), { maxLength: 4 });
  const maybe = fc.option(phrase);
  const draft = fc.record({
    summary: fc.array(fc.record({ text: phrase, sentences: ids }), { maxLength: 3 }),
    actors: fc.array(
      fc.record({ name: phrase, kind: fc.constantFrom(...actorKinds), role: maybe, stance: maybe, sentences: ids }),
      { maxLength: 3 },
    ),
    claims: fc.array(
      fc.record({
        text: phrase,
        source: fc.record({ name: maybe, kind: fc.constantFrom(...sourceKinds), title: maybe, via: maybe }),
        sentences: ids,
        quote: maybe,
      }),
      { maxLength: 5 },
    ),
  });
  const quotations = findQuotations(harbourText);

  it("shows the article's own words only, and quotes only from inside quotation marks", () => {
    fc.assert(
      fc.property(draft, (parts) => {
        const brief = checkDraft(makeDraft(parts), article);
        for (const { passage, quote, source } of brief.claims) {
          expect(passage.text).toBe(harbourText.slice(passage.start, passage.end));
          for (const shown of [source.name, source.title, source.via]) expect(harbourText).toContain(shown ?? '');
          if (!quote) continue;
          expect(quote.text).toBe(harbourText.slice(quote.start, quote.end));
          expect(quotations.some(({ start, end }) => start <= quote.start && quote.end <= end)).toBe(true);
        }
        expect(brief.checks.claimsShown + brief.checks.drops.filter(({ part }) => part === 'claim').length).toBe(
          parts.claims.length,
        );
      }),
      { numRuns: 500 },
    );
  });
});
