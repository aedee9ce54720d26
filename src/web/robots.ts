/** Tells whether a path with its query may be read. */
export type RobotsRules = (pathAndQuery: string) => boolean;

type Rule = { allow: boolean; pattern: string };

/** RFC 9309 asks for at least 500 KiB; what comes after is left unread. */
export const maxRobotsBytes = 512_000;

/**
 * The rules of a robots.txt for one reader, by RFC 9309: the groups that name it, else those for `*`; of the rules that
 * match, the longest counts, and of equally long ones the one that allows.
 *
 * @param token  the reader's product token, matched without case
 */
export function readRobots(text: string, token: string): RobotsRules {
  const own: Rule[] = [];
  const everyone: Rule[] = [];
  let isNamed = false;
  let targets = new Set<Rule[]>();
  let startsGroup = true;
  for (const line of text.slice(0, maxRobotsBytes).split(/\r\n|\r|\n/)) {
    const [name = '', value = ''] = splitLine(line);
    if (name === 'user-agent') {
      if (startsGroup) targets = new Set();
      startsGroup = false;
      const agent = /^[a-z_-]+/i.exec(value)?.[0].toLowerCase();
      if (value === '*') targets.add(everyone);
      else if (agent === token.toLowerCase()) targets.add(own);
      if (targets.has(own)) isNamed = true;
    } else if (name === 'allow' || name === 'disallow') {
      startsGroup = true;
      if (value) for (const rules of targets) rules.push({ allow: name === 'allow', pattern: normalise(value) });
    }
  }
  const rules = (isNamed ? own : everyone).sort(
    (a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow),
  );
  return (pathAndQuery) => {
    const path = normalise(pathAndQuery);
    return path === '/robots.txt' || (rules.find(({ pattern }) => matches(path, pattern))?.allow ?? true);
  };
}

function splitLine(line: string): [string, string] | [] {
  const text = line.replace(/#.*/, '');
  const colon = text.indexOf(':');
  return colon < 0 ? [] : [text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim()];
}

/** Percent-encoding in one form: what needs no encoding is plain, the rest in capital letters. */
function normalise(path: string): string {
  return path
    .replace(/[^\x21-\x7e]/gu, (character) => encodeSafely(character))
    .replace(/%[\da-f]{2}/gi, (code) => {
      const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : code.toUpperCase();
    });
}

function encodeSafely(character: string): string {
  try {
    return encodeURIComponent(character);
  } catch {
    return '%EF%BF%BD';
  }
}

/** `*` stands for anything, a final `$` for the end; piece by piece from the left, so that no pattern costs more than its length. */
function matches(path: string, pattern: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [start = '', ...pieces] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  let at = start.length;
  const last = isWhole ? pieces.pop() : undefined;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!isWhole) return true;
  if (last === undefined) return path.length === at;
  return path.length - last.length >= at && path.endsWith(last);
}
