// The text that typesetters put where an article will stand.
const placeholder = new Set(
  `lorem ipsum dolor sit amet consectetur adipiscing adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore magna
  aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in
  reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa
  qui officia deserunt mollit anim id est laborum`.split(/\s+/),
);
const mostlyPlaceholder = 0.5;
/** Of so many words running text has a hundred different ones, and a sentence said over and over still twenty. */
const wordsRead = 300;
const fewNew = 0.05;

/** True for words that say nothing: the same few over and over, or a page's placeholder text. */
export function isFiller(text: string): boolean {
  const words: string[] =
    text
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.slice(0, wordsRead) ?? [];
  if (words.length === 0) return false;
  if (new Set(words).size < words.length * fewNew) return true;
  return words.filter((word) => placeholder.has(word)).length > words.length * mostlyPlaceholder;
}
