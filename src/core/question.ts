// Words that ask, in the languages whose readers leave the question mark away most often.
const asking =
  /(?<![\p{L}\p{N}])(?:who|whom|whose|what|which|when|where|why|how|wer|wem|wen|was|wann|wo|warum|wieso|wie|welche[rsnm]?|qui|que|quoi|quand|où|pourquoi|comment|combien|quel(?:le)?s?|quién(?:es)?|qué|cuándo|dónde|cómo|cuánt[oa]s?|cuál(?:es)?)(?![\p{L}\p{N}])/iu;
const askingVerb =
  /^(?:and |but |so |ok,? )?(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|hat|haben|ist|sind|wird|est-ce|a-t|y a-t|ha|han|es|está)(?![\p{L}\p{N}])/iu;
// What people say to each other: "can someone check this?", "did you see this?", "shall we run it?"
const amongPeople =
  /(?<![\p{L}\p{N}])(?:you|your|u|someone|somebody|anyone|anybody|everyone|guys|we|us|our|i|me|my)(?![\p{L}\p{N}])/iu;
const questionMark = /[?？؟՞]/u;
const quoted = /["“„«][^"”“»]*["”“»]/gu;
/** Scripts without spaces: there a few characters make a question. */
const spaceless = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/u;

/**
 * Tells whether a reply in a thread asks the article something, so that people who talk to each other are left alone.
 * What begins with somebody's name (`@U123`, as a mention reads in a post's text) is for them.
 */
export function isQuestion(text: string): boolean {
  const bare = text.replace(quoted, ' ').trim();
  if (bare.startsWith('@')) return false;
  if (spaceless.test(bare)) return questionMark.test(bare) && bare.length >= 5;
  if (bare.split(/\s+/).length < 3 || amongPeople.test(bare)) return false;
  if (questionMark.test(bare)) return asking.test(bare) || askingVerb.test(bare) || !/^[\p{ASCII}’“”–—…]*$/u.test(bare);
  return new RegExp(`^(?:and |but |so |ok,? )?${asking.source}`, 'iu').test(bare) && !/[.!]\s*$/u.test(bare);
}
