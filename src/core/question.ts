// Words that open a question in the languages whose readers leave the question mark away most often.
const openers =
  /^(?:who|whom|whose|what|which|when|where|why|how|does|did|do|is|are|was|were|has|have|had|can|could|will|would|should|wer|was|wann|wo|warum|wie|welche[rsnm]?|qui|que|quoi|quand|où|pourquoi|comment|combien|est-ce|quién|qué|cuándo|dónde|por qué|cómo|cuánt[oa]s?)\b/iu;

/**
 * Tells whether a reply in a thread asks something, so that people who talk to each other are left alone.
 * What begins with somebody's name (`@U123`, as a mention reads in a post's text) is for them.
 */
export function isQuestion(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < 3 || trimmed.startsWith('@')) return false;
  if (/[?？؟՞]/u.test(trimmed)) return true;
  return openers.test(trimmed) && !/[.!]\s*$/u.test(trimmed) && trimmed.split(/\s+/).length >= 3;
}
