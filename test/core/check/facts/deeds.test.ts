import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../../src/core/check.ts';
import { splitSentences } from '../../../../src/core/sentences.ts';
import { makeArticle, makeDraft } from '../../article.ts';

const harbour = 'Ilse Brandt said the harbour will close in March. Tom Okafor said 340 jobs would go.';
const plan = 'Ilse Brandt spoke. Tom Okafor called the plan “a betrayal”.';
const dam = 'Paul Ott built the dam. John Smith died in the flood.';
const cracks = 'Clara Hughes spoke on Friday. Hughes said Anna Wells had known of the cracks since 2015.';
const smiths = 'Adam Smith owns the boat. John Smith steered it. Smith warned the crew of the storm.';

/** The summary sentence that is shown of one that rests on the whole article. */
function shown(text: string, article: string): string[] {
  const sentences = splitSentences(article).map((_, at) => at + 1);
  return checkDraft(makeDraft({ summary: [{ text, sentences }] }), makeArticle(article)).summary.map((one) => one.text);
}

describe('a deed put to another name', () => {
  it.each([
    ['Tom Okafor said the harbour will close in March.', harbour],
    ['Ilse Brandt said 340 jobs would go, and Tom Okafor said the harbour will close.', harbour],
    ['Brandt called the plan “a betrayal”.', plan],
    ['Paul Ott died in the flood.', dam],
    ['John Smith built the dam.', dam],
    ['Hughes had known of the cracks since 2015.', cracks],
    ['Adam Smith warned the crew of the storm.', smiths],
    ['Karl Dunn said the vote was rigged.', 'The rival of Karl Dunn said the vote was rigged.'],
  ])('is dropped: “%s” of “%s”', (statement, article) => expect(shown(statement, article)).toEqual([]));

  it.each([
    ['Ilse Brandt said the harbour will close in March, while Tom Okafor said 340 jobs would go.', harbour],
    ['Okafor called the plan “a betrayal”.', plan],
    ['John Smith died in the flood and Paul Ott built the dam.', dam],
    ['Wells had known of the cracks since 2015, Hughes said.', cracks],
    ['John Smith warned the crew of the storm.', smiths],
    ['Brandt and Okafor met.', 'Ilse Brandt and Tom Okafor met on Friday.'],
    ['Tom Okafor left early.', 'Ilse Brandt met Tom Okafor. He left early, and Brandt left at noon.'],
    ['The ministry of Transport denied it.', 'A spokesman for the Ministry of Transport denied it.'],
    ['Brandt welcomed the plan.', 'Ilse Brandt, the mayor of the city, welcomed the plan.'],
  ])('is kept where the name is right, or a pronoun may stand for it: “%s” of “%s”', (statement, article) =>
    expect(shown(statement, article)).toEqual([statement]),
  );
});
