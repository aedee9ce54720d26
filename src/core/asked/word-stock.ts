/** How an article writes its words: those it has in small letters, and its names by their small letters. */
export type WordStock = { small: ReadonlySet<string>; capitals: ReadonlyMap<string, string> };

/** Lists the words of an article. A word that stands only with a capital is a name or a part of one. */
export function listWordStock(text: string): WordStock {
  const small = new Set<string>();
  const capitals = new Map<string, string>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const lower = word.toLowerCase();
    if (word === lower) small.add(lower);
    else if (!capitals.has(lower)) capitals.set(lower, word);
  }
  return { small, capitals };
}

/** True for a word that the article writes with a capital only. */
export function isWrittenAsName(word: string, { small, capitals }: WordStock): boolean {
  const lower = word.toLowerCase();
  return !small.has(lower) && capitals.has(lower);
}
