import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../../src/core/check.ts';
import { splitSentences } from '../../../../src/core/sentences.ts';
import { makeArticle, makeClaim, makeDraft } from '../../article.ts';

/** Whether a claim that repeats the sentence with these words passes with this speaker. */
function passes(text: string, words: string, name: string, title: string | null = null): boolean {
  const sentences = splitSentences(text);
  const at = sentences.findIndex(({ start, end }) => text.slice(start, end).includes(words));
  const sentence = text.slice(sentences[at]?.start, sentences[at]?.end);
  const draft = makeDraft({ claims: [makeClaim(sentence, [at + 1], words, { name })] });
  return checkDraft(draft, makeArticle(text, { title })).claims.length > 0;
}

describe('the speaker of a claim', () => {
  const news = `Mayor Ilse Brandt met Tom Okafor on Tuesday. Brandt said the harbour will close. “It is too shallow,” she said.

Okafor, who leads the dockers, disagreed with her in Velden. “It is deep enough for us,” he told the Courier. The union leader said 340 jobs would go.

The port's owners stayed silent. “We will not comment on the mayor's plan,” a spokeswoman for Harbour Holdings said.`;

  it.each([
    ['will close', 'Ilse Brandt', 'Tom Okafor'],
    ['too shallow', 'Ilse Brandt', 'Harbour Holdings'],
    ['deep enough', 'Tom Okafor', 'Courier'],
    ['We will not comment', 'Harbour Holdings', 'Tom Okafor'],
    ['We will not comment', 'a spokeswoman for Harbour Holdings', 'Ilse Brandt'],
  ])('of "%s" is %s, not %s', (words, right, wrong) => {
    expect(passes(news, words, right)).toBe(true);
    expect(passes(news, words, wrong)).toBe(false);
  });

  it.each([
    ['entirely safe', 'Ada Quill', 'Bo Finch'],
    ['a disaster waiting to happen', 'Bo Finch', 'Ada Quill'],
    ['no longer wanted', 'Ada Quill', 'Bo Finch'],
    ['all of them', 'Ada Quill', 'Bo Finch'],
  ])('of "%s", in a sentence of two speakers, is %s, not %s', (words, right, wrong) => {
    const text = `Spokeswoman Ada Quill said the lock was “entirely safe” but analyst Bo Finch said it was “a disaster waiting to happen”.

“It is no longer wanted,” Quill said, adding that the firm would take back “all of them”. Finch was not there.`;
    expect(passes(text, words, right)).toBe(true);
    expect(passes(text, words, wrong)).toBe(false);
  });

  it('is found where the quotation runs over several sentences and paragraphs', () => {
    const text = `Ilse Brandt said: “The harbour is old. Nobody repaired it.

“We will build a new one. It will be deeper.”

Tom Okafor said no.`;
    expect(passes(text, 'Nobody repaired it', 'Ilse Brandt')).toBe(true);
    expect(passes(text, 'It will be deeper', 'Ilse Brandt')).toBe(true);
    expect(passes(text, 'It will be deeper', 'Tom Okafor')).toBe(false);
  });

  it('is the person an interview is with, where the text is all in the first person', () => {
    const text = `Ilse Brandt talked to the Courier in Velden.

Why did you close the harbour? I think it was too old. My office warned of it, and I said so. We tried to save it. I failed.

What comes next? I want a new one. Our plans are ready, and I hope NATO will help us.`;
    expect(passes(text, 'I failed', 'Ilse Brandt', 'Interview with Ilse Brandt')).toBe(true);
    expect(passes(text, 'Our plans are ready', 'NATO', 'Interview with Ilse Brandt')).toBe(false);
  });

  it('is not whomever a column opens with, where its writer says “I”', () => {
    const text = `Ilse Brandt has closed the harbour of Velden. I learned to swim there, and I saw my first ship there.

I have asked why. My neighbours ask too. We were told that the water is shallow. I do not believe a word of it.

The harbour is as deep as it was in my youth. We should keep it, and I will chain myself to its gates.`;
    expect(passes(text, 'as deep as it was', 'Ilse Brandt', 'Ilse Brandt is wrong')).toBe(false);
    expect(passes(text, 'as deep as it was', 'Ilse Brandt', null)).toBe(false);
  });

  it.each([
    '“The lamp never went out. I saw to it.” — Edvard Holm, keeper of the light',
    '“The lamp never went out. I saw to it.”\n\n– Edvard Holm, keeper of the light',
    '"The lamp never went out. I saw to it." - Edvard Holm',
  ])('is the one who signs the words behind a dash: %s', (words) => {
    const text = `Mina Sund said the rock was lonely.\n\n${words}\n\nThe station closes in May.`;
    expect(passes(text, 'The lamp never went out', 'Edvard Holm')).toBe(true);
    expect(passes(text, 'The lamp never went out', 'Mina Sund')).toBe(false);
  });

  it('is whoever the last clause is about, where its second verb says it', () => {
    const text = `Even though Piet Maas has no licence, when strangers walk up to the pier and say the water is warm, nobody laughs.`;
    expect(passes(text, 'the water is warm', 'strangers')).toBe(true);
    expect(passes(text, 'the water is warm', 'Piet Maas')).toBe(false);
  });

  it('is each of two who are named as saying it', () => {
    const text = `Ilse Brandt and Tom Okafor, the old rivals, said on Monday that the ferry will run all winter.`;
    expect(passes(text, 'the ferry will run', 'Ilse Brandt')).toBe(true);
    expect(passes(text, 'the ferry will run', 'Tom Okafor')).toBe(true);
  });

  it('is not in the sentence before, where a name stands right before “he”', () => {
    const text = `Tom Okafor leads the dockers of Velden. And the head of the port, Piet Maas, he has explained that the cranes are rented.`;
    expect(passes(text, 'the cranes are rented', 'Piet Maas')).toBe(true);
    expect(passes(text, 'the cranes are rented', 'Tom Okafor')).toBe(false);
  });

  it('must stand close by in a language whose word order is not read', () => {
    const text = `Der alte Hafen wird im März geschlossen, sagte Bürgermeisterin Ilse Brandt. „Er ist zu flach für die neuen Schiffe“, sagte sie der Zeitung.

Die Reeder haben noch nicht entschieden. Sie prüfen die Pläne. Das kann dauern. Niemand weiß etwas. Alle warten ab.

„Wir bleiben hier“, sagte Tom Okafor.`;
    expect(passes(text, 'zu flach', 'Ilse Brandt')).toBe(true);
    expect(passes(text, 'zu flach', 'Tom Okafor')).toBe(false);
  });
});
