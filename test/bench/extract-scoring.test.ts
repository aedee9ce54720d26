import { describe, expect, it } from 'vitest';
import {
  isCloseTitle,
  isSameDay,
  isSameTitle,
  meanOfOverlaps,
  scoreAuthors,
  scoreOverlap,
  scoreRouge,
  scoreWords,
  shingleOverlap,
} from '../../bench/extract-scoring.ts';

describe('scores of an extracted text', () => {
  it('four-word runs: two of three right, one wrong, one missed', () => {
    const score = scoreOverlap(shingleOverlap('a b c d e f', 'a b c d e x'));
    expect(score.precision).toBeCloseTo(2 / 3);
    expect(score.recall).toBeCloseTo(2 / 3);
  });

  it('a page without a text counts for recall alone', () => {
    const score = meanOfOverlaps([shingleOverlap('a b c d', 'a b c d'), shingleOverlap('a b c d', '')]);
    expect(score).toMatchObject({ precision: 1, recall: 0.5 });
  });

  it('words are counted as often as they occur, case folded', () => {
    expect(scoreWords('a b c d', 'A b x y').f1).toBeCloseTo(0.5);
    expect(scoreWords('a a', 'a').recall).toBeCloseTo(0.5);
  });

  it('sentences may come in another order for ROUGE-LSum', () => {
    expect(scoreRouge('One two three. Four five.', 'Four five. One two three.').f1).toBe(1);
  });

  it('facts are compared as the benchmarks do', () => {
    expect(isSameTitle('“Pilots” refuse', 'Pilots refuse!')).toBe(true);
    expect(isCloseTitle('a b c d e', 'a b c d')).toBe(true);
    expect(isCloseTitle('a b c d e', 'a b')).toBe(false);
    expect(scoreAuthors(['Ann Lee', 'Bo Ek'], ['By Ann Lee and Bo Ek'])).toBe(1);
    expect(isSameDay('2024-05-01', '2024-05-01T23:30:00-05:00')).toBe(true);
    expect(isSameDay('2024-05-01', '2024-05-03')).toBe(false);
  });
});
