// Tokens of a text that no server counted. No tokenizer: the ones there are take minutes for a long run of one letter.

/** Tokens that a text has, about: of English a token of about four characters, of a sign or a digit, one, of letters beyond ASCII more. */
export function reckonTokens(text: string): number {
  const { letters, others, beyond } = countChars(text);
  return Math.ceil(letters * 0.25 + others * 0.7 + beyond * 0.5);
}

/** Tokens that a text has at most: more than tokenizers usually make of it. */
export function reckonTokensAtMost(text: string): number {
  const { letters, others, beyond } = countChars(text);
  return Math.ceil(letters * 0.34 + others + beyond);
}

function countChars(text: string): { letters: number; others: number; beyond: number } {
  const letters = text.match(/[a-z ]/gi)?.length ?? 0;
  return { letters, others: text.length - letters, beyond: text.match(/[\u0800-\uffff]/g)?.length ?? 0 };
}
