const maxStarts = 20;
const maxChars = 1_000_000;

/**
 * The JSON objects that an answer holds, best guess first: the answer as it is, what follows its thinking, what stands in
 * a code fence or between words, also with a comma too many or a line break within a string. The last object of several
 * comes first: what a model quotes before it answers may be an object that the article's author wrote. Objects that only
 * wrap another one (`{"draft": {…}}`) come after with what they wrap. Linear in the answer's length.
 */
export function cutJson(answer: string): object[] {
  if (answer.length > maxChars) return [];
  const texts = [answer, ...cutThinking(answer)].map((text) => text.trim());
  const whole = texts.map(parseObject).find((object) => object !== undefined);
  const found = whole ? [whole] : cutObjects(texts[1] ?? texts[0] ?? '');
  return [...found, ...found.flatMap(unwrap)];
}

const maxMarks = 5;

// What follows the end of the thinking. An article may hold such a mark, and the thinking or the answer quote it, so each
// place counts, the first one first; only what follows the right one is a whole object.
function cutThinking(answer: string): string[] {
  const ends = [...answer.matchAll(/<\/(?:think|thinking|reasoning)>/g)].slice(0, maxMarks);
  return ends.map((match) => answer.slice(match.index + match[0].length));
}

function cutObjects(text: string): object[] {
  const found: object[] = [];
  let from = 0;
  for (let starts = 0; starts < maxStarts; starts += 1) {
    const start = text.indexOf('{', from);
    if (start < 0) break;
    const end = findEnd(text, start);
    const object = end === undefined ? undefined : parseObject(text.slice(start, end));
    if (object) found.push(object);
    from = object && end !== undefined ? end : start + 1;
  }
  return found.reverse();
}

function findEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function parseObject(text: string): object | undefined {
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
  return tryParse(text) ?? tryParse(mendJson(text));
}

function tryParse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Outside strings: no comma before a closing bracket. Inside: control characters escaped, as JSON wants them. */
function mendJson(text: string): string {
  const out: string[] = [];
  let inString = false;
  let comma = -1;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (inString) {
      if (char === '\\') {
        out.push(char, text.charAt(at + 1));
        at += 1;
        continue;
      }
      if (char === '"') inString = false;
      out.push(char < ' ' ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char);
      continue;
    }
    if (char === '"') inString = true;
    if ((char === '}' || char === ']') && comma >= 0) out[comma] = '';
    if (char === ',') comma = out.length;
    else if (char > ' ') comma = -1;
    out.push(char);
  }
  return out.join('');
}

function unwrap(object: object): object[] {
  const values: unknown[] = Object.values(object);
  const [only] = values;
  return values.length === 1 && typeof only === 'object' && only !== null && !Array.isArray(only) ? [only] : [];
}
