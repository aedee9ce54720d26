// A page may hold words that no reader sees, and a brief must not put them into anybody's mouth.

const gone = /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden)/;
const noSize = /(?:^|;)font-size:0(?:\.0+)?(?:[a-z%]{1,4})?(?:;|!|$)|(?:^|;)transform:scale\(0(?:\.0+)?\)/;
const noBox = /(?:^|;)(?:max-)?(?:height|width):[01](?:\.0+)?(?:[a-z%]{1,4})?(?:;|!|$)/;
const outside =
  /(?:^|;)(?:left|top|right|bottom|text-indent|margin-left|margin-top):-\d{3,6}(?:\.\d+)?(?:px|r?em|vw|vh|%|pt)/;
const cutAway = /(?:^|;)clip(?:-path)?:(?:rect\([01]|inset\((?:50|100)%)/;
const clear = /(?:^|;)opacity:(?:0?\.0+|0)%?(?:;|!|$)/;
// Text that fades in as the reader scrolls begins clear as well; what moves it says so.
const fadesIn = /transform|transition|animation|will-change|filter/;
const colourless = /(?:^|;)color:(?:transparent|rgba\([^)]{1,30},0?(?:\.0+)?\)|#[\da-f]{3}0|#[\da-f]{6}00)(?:;|!|$)/;
// Letters that show a picture through them are clear too.
const showsThrough = /background-clip|text-fill|text-shadow|-webkit-/;

/** True where an element's `style` keeps its text from every reader's eyes. */
export function isHiddenStyle(style: string): boolean {
  const css = style.toLowerCase().slice(0, 2000).replace(/\s+/g, '');
  if (!css) return false;
  if (gone.test(css) || noSize.test(css) || outside.test(css) || cutAway.test(css)) return true;
  if (noBox.test(css) && /overflow(?:-[xy])?:(?:hidden|clip)/.test(css)) return true;
  if (clear.test(css) && !fadesIn.test(css)) return true;
  return (colourless.test(css) || isOnItsOwnColour(css)) && !showsThrough.test(css);
}

// White on white, black on black.
function isOnItsOwnColour(css: string): boolean {
  const colour = foldColour(/(?:^|;)color:([^;!]{2,40})/.exec(css)?.[1]);
  const ground = foldColour(/(?:^|;)background(?:-color)?:([^;!]{2,40})/.exec(css)?.[1]);
  return colour !== undefined && colour === ground;
}

function foldColour(written: string | undefined): string | undefined {
  if (!written) return undefined;
  const named: Record<string, string> = { white: '#ffffff', black: '#000000' };
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(written);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const rgb = /^rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})(?:,1(?:\.0+)?)?\)$/.exec(written);
  if (rgb)
    return `#${rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  return named[written] ?? written;
}

const maxSheetChars = 500_000;
const lonely = /^[a-z0-9]*([.#][\w-]{1,80})$/i;

/**
 * Classes and ids that a page's own style sheets hide on every screen, as `.name` and `#name`: those with a rule of their own
 * that no other rule takes back. A rule for one medium, and one that depends on what stands around, hides nothing here.
 */
export function findHiddenNames(sheets: string[]): Set<string> {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  for (const sheet of sheets) {
    const css = sheet.slice(0, maxSheetChars).replace(/\/\*[\s\S]*?\*\//g, ' ');
    let depth = 0;
    let at = 0;
    for (let open = css.indexOf('{'); open >= 0; open = css.indexOf('{', at)) {
      const before = css.slice(at, open);
      depth = Math.max(0, depth - (before.split('}').length - 1));
      const selector = before.slice(Math.max(before.lastIndexOf('}'), before.lastIndexOf(';')) + 1).trim();
      if (selector.startsWith('@') && !selector.startsWith('@font-face') && !selector.startsWith('@page')) {
        depth++;
        at = open + 1;
        continue;
      }
      const close = css.indexOf('}', open);
      const rule = css.slice(open + 1, close < 0 ? css.length : close);
      noteRule(selector, rule, depth, hidden, shown);
      if (close < 0) break;
      at = close + 1;
    }
  }
  for (const name of shown) hidden.delete(name);
  return hidden;
}

function noteRule(selector: string, rule: string, depth: number, hidden: Set<string>, shown: Set<string>): void {
  const hides = isHiddenStyle(rule);
  for (const one of selector.slice(0, 5000).split(',')) {
    const name = lonely.exec(one.trim())?.[1];
    if (hides && depth === 0) {
      if (name) hidden.add(name);
    } else if (!hides && /(?:^|[;{\s])(?:display|visibility|opacity|(?:max-)?height|font-size|clip)\s*:/i.test(rule)) {
      for (const [part] of one.slice(0, 300).matchAll(/[.#][\w-]{1,80}/g)) shown.add(part);
    }
  }
}
