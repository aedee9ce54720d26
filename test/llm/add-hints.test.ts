import { describe, expect, it } from 'vitest';
import type { DraftClaim } from '../../src/core/draft.ts';
import { addHints } from '../../src/llm/add-hints.ts';

function claimOn(id: number, kind: DraftClaim['source']['kind'] = 'named-person'): DraftClaim {
  return { text: `Claim ${id}.`, source: { name: 'A', kind, title: null, via: null }, sentences: [id], quote: null };
}
const claimsOn = (...ids: number[]) => ids.map((id) => claimOn(id));
const idsOf = (claims: DraftClaim[]) => claims.map(({ sentences }) => sentences[0]);

describe('claims that a model left out', () => {
  const hints = claimsOn(1, 2, 3, 4, 5, 6, 7, 8);

  it('are added to a draft that leaves out more than a quarter of what the reader finds', () => {
    expect(idsOf(addHints(claimsOn(1, 2, 3, 20), hints, 'auto'))).toEqual([1, 2, 3, 20, 4, 5, 6, 7, 8]);
  });

  it('are not added to a draft that has most of them: it left the rest out on purpose', () => {
    expect(idsOf(addHints(claimsOn(1, 2, 3, 4, 5, 6, 20), hints, 'auto'))).toEqual([1, 2, 3, 4, 5, 6, 20]);
  });

  it('are not added to a full draft, nor on the strength of three sentences', () => {
    const full = claimsOn(...Array.from({ length: 20 }, (_, n) => 100 + n));
    expect(addHints(full, hints, 'auto')).toEqual(full);
    expect(idsOf(addHints(claimsOn(20), claimsOn(1, 2, 3), 'auto'))).toEqual([20]);
  });

  it("are judged by what somebody said, not by the article's own sentences", () => {
    const facts = [1, 2, 3, 4, 5, 6].map((id) => claimOn(id, 'article'));
    expect(idsOf(addHints(claimsOn(20), facts, 'auto'))).toEqual([20]);
  });

  it('are always or never added where the setting says so', () => {
    expect(idsOf(addHints(claimsOn(1, 2, 3, 4, 5, 6, 7), hints, 'on'))).toContain(8);
    expect(idsOf(addHints([], hints, 'off'))).toEqual([]);
  });
});
