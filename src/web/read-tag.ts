/** A start or end tag as a page writes it. `end` is where the text after it begins. */
export type Tag = { name: string; closing: boolean; empty: boolean; attributes: Map<string, string>; end: number };

const tagName = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,60})/y;
// The value groups stop at the first quote or bracket, so every step moves on and none goes back.
const attribute = /[\s/]*(?:([^\s=>/"'][^\s=>/]{0,100})[^\s=>/]*(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?|["'])/y;

/** Reads the tag that starts at `open`; undefined where the bracket starts none. Linear in the tag's length. */
export function readTag(html: string, open: number): Tag | undefined {
  tagName.lastIndex = open;
  const start = tagName.exec(html);
  if (!start?.[2]) return undefined;
  const attributes = new Map<string, string>();
  let at = tagName.lastIndex;
  const closing = start[1] === '/';
  if (!closing) {
    for (;;) {
      attribute.lastIndex = at;
      const found = attribute.exec(html);
      if (!found || found[0] === '') break;
      at = attribute.lastIndex;
      const name = found[1]?.toLowerCase();
      if (name && !attributes.has(name) && attributes.size < 200) {
        attributes.set(name, found[2] ?? found[3] ?? found[4] ?? '');
      }
    }
  }
  const end = html.indexOf('>', at);
  return {
    name: start[2].toLowerCase(),
    closing,
    empty: end > 0 && html[end - 1] === '/',
    attributes,
    end: endOrRest(html, end),
  };
}

/** Where to go on after a closing bracket, or the page's end where it is missing. */
export function endOrRest(html: string, close: number): number {
  return close < 0 ? html.length : close + 1;
}
