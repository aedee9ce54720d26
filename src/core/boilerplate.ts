import { creditRules } from './boilerplate/credit-rules.ts';
import type { LineKind, LineRule } from './boilerplate/line-rule.ts';
import { navigationRules } from './boilerplate/navigation-rules.ts';
import { offerRules } from './boilerplate/offer-rules.ts';
import { isStatement } from './statement.ts';

// The first that fits says the kind.
const rules: LineRule[] = [...creditRules, ...offerRules, ...navigationRules];

// A word made of parts joined by hyphens or underscores, all small letters: what a page's layout calls its boxes.
const layoutWord = /^[\s•·*–—-]*[a-z][a-z0-9]*(?:(?:--?|__?)[a-z0-9]+)+\s*[{};]?$/;
// Style rules, template placeholders, an opening tag or a bare link address.
const codeLine =
  /^(?:[.#@][\w-]+[\w\s.#:>,-]{0,80}\{.*|.{0,80}\{\{.{0,80}\}\}.{0,20}|<\/?[a-z][\w-]*(?:\s[\w-]+=[^<>]{0,120})?\s?\/?>|https?:\/\/\S+|(?:function|var|window|document)\b.{0,20}[({=].*[;)}])$/i;

/**
 * Says what kind of furniture a line is that stands around an article: a share counter, a caption with its credit, a
 * "Read more" link; undefined for everything that may be the article's own words.
 *
 * @param line  one line or paragraph, as shown
 */
export function furnitureKind(line: string): LineKind | undefined {
  const text = line.trim();
  if (layoutWord.test(text) || (text.length <= 240 && codeLine.test(text))) return 'layout';
  for (const { kind, pattern, maxChars, unless, firstWords } of rules) {
    if (text.length > maxChars || !pattern.test(text) || unless?.test(text)) continue;
    if (!firstWords || !isStatement(text)) return kind;
  }
  return undefined;
}
