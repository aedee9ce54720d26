import { describe, expect, it } from 'vitest';
import { addMissedClaims, mergeDrafts } from '../../src/llm/merge-drafts.ts';

const claim = (text: string, name: string, sentences: number[]) => ({
  text,
  source: { name, kind: 'named-person' as const, title: null, via: null },
  sentences,
  quote: null,
});
const actor = (name: string, role: string | null, stance: string | null, sentences: number[]) => ({
  name,
  kind: 'person' as const,
  role,
  stance,
  sentences,
});
const draft = (claims: ReturnType<typeof claim>[], actors: ReturnType<typeof actor>[] = []) => ({
  summary: [],
  actors,
  claims,
});

describe('mergeDrafts', () => {
  it('keeps one of two claims of one source on the same sentences in two parts', () => {
    const merged = mergeDrafts([
      draft([claim('It closes.', 'Ida Berg', [10, 11])]),
      draft([claim('It will close.', 'Ida  BERG', [10, 11]), claim('It reopens.', 'Ida Berg', [12])]),
    ]);
    expect(merged.claims.map(({ text }) => text)).toEqual(['It closes.', 'It reopens.']);
  });

  it('keeps claims of two sources on the same sentence, and two of one part', () => {
    const merged = mergeDrafts([
      draft([claim('a', 'Ida Berg', [10]), claim('b', 'Ida Berg', [10])]),
      draft([claim('c', 'Olle Ek', [10])]),
    ]);
    expect(merged.claims.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  it('keeps claims that share less than half of their sentences', () => {
    const merged = mergeDrafts([
      draft([claim('a', 'Ida Berg', [10, 11])]),
      draft([claim('b', 'Ida Berg', [11, 12]), claim('c', 'Ida Berg', [11])]),
    ]);
    expect(merged.claims.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('keeps claims that cite nothing: the checker says why they fall', () => {
    expect(mergeDrafts([draft([claim('a', 'x', [])]), draft([claim('b', 'x', [])])]).claims).toHaveLength(2);
  });

  it('fills in what an earlier part did not say of an actor, with its sentences', () => {
    const merged = mergeDrafts([
      draft([], [actor('Ida Berg', 'harbour master', null, [3])]),
      draft([], [actor('IDA BERG', 'another role', 'wants a new pier', [40])]),
      draft([], [actor('Ida Berg', null, 'later', [50])]),
    ]);
    expect(merged.actors).toEqual([actor('Ida Berg', 'harbour master', 'wants a new pier', [3, 40])]);
  });
});

describe('addMissedClaims', () => {
  it("adds only claims whose sentences the model's claims leave out", () => {
    const claims = [claim('model', 'x', [1, 2])];
    const found = [
      claim('covered', 'x', [2]),
      claim('half covered', 'x', [2, 3]),
      claim('missed', 'y', [7]),
      claim('nothing', 'y', []),
    ];
    expect(addMissedClaims(claims, found).map(({ text }) => text)).toEqual(['model', 'missed']);
  });

  it('adds a bounded number', () => {
    const found = Array.from({ length: 500 }, (_, index) => claim(`${index}`, 'x', [index + 1]));
    expect(addMissedClaims([], found).length).toBeLessThan(50);
  });
});
