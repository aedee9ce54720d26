import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkDraft } from '../../src/core/check.ts';
import { splitSentences } from '../../src/core/sentences.ts';
import { findTurns } from '../../src/core/turns.ts';
import { type Interview, interviews, lookalikes } from '../interviews.ts';
import { makeArticle, makeClaim, makeDraft } from './article.ts';

/** Whether a claim that repeats the sentence with these words passes with this speaker, or as the article's own without one. */
function passes({ text, title, language }: Interview, words: string, name: string | undefined): boolean {
  const sentences = splitSentences(text);
  const at = sentences.findIndex(({ start, end }) => text.slice(start, end).includes(words));
  expect(at).toBeGreaterThanOrEqual(0);
  const sentence = text.slice(sentences[at]?.start, sentences[at]?.end).replace(/^[\p{L} ]{1,20}:\s/u, '');
  const source = name === undefined ? {} : { name };
  const draft = makeDraft({ claims: [makeClaim(sentence, [at + 1], null, source)] });
  return checkDraft(draft, makeArticle(text, { title, language })).claims.length > 0;
}

describe.each(Object.entries(interviews))('in %s', (_, interview) => {
  it.each(interview.right)('“%s” is said by %s and not by the article', (words, speaker) => {
    expect(passes(interview, words, speaker)).toBe(true);
    expect(passes(interview, words, undefined)).toBe(false);
  });

  test('nobody is given what another says', () => {
    expect(interview.wrong.filter(([words, speaker]) => passes(interview, words, speaker))).toEqual([]);
  });

  test('what a question takes for granted is said by nobody', () => {
    const people = [undefined, ...interview.right.map(([, speaker]) => speaker)];
    const said = interview.nobody.flatMap((words) => people.filter((name) => passes(interview, words, name)));
    expect(said).toEqual([]);
  });
});

test.each(Object.entries(lookalikes))('%s has no speakers', (_, text) => {
  expect(findTurns(text, 'The dam at Morvale')).toEqual([]);
});

test('what somebody retells in an interview is not theirs', () => {
  const interview = interviews['question paragraphs without labels'] as Interview;
  const { text, title } = interview;
  const at = splitSentences(text).findIndex(({ start }) => text.startsWith('The minister told us', start));
  const claim = makeClaim('The subsidies would stay', [at + 1], 'the subsidies would stay', { name: 'Clara Moss' });
  expect(checkDraft(makeDraft({ claims: [claim] }), makeArticle(text, { title })).claims).toEqual([]);
});

test('turns stand apart from one another, in reading order, in any text', () => {
  const line = fc.constantFrom(
    'KELLER: ',
    'BAKER: ',
    'Q: ',
    'A: ',
    'Why do you?',
    'I said so.',
    'Anna Keller tells',
    ':',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(line, fc.string())), fc.string(), (lines, title) => {
      const text = lines.map((parts) => parts.join('')).join('\n\n');
      let last = 0;
      for (const { label, content } of findTurns(text, title)) {
        const start = (label ?? content).start;
        expect(start).toBeGreaterThanOrEqual(last);
        expect(content.end).toBeGreaterThan(content.start);
        last = content.end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
