import { isDateLine } from '../dates.ts';

/** Turns what Slack escapes back where a text's quoting shows that it was: "&gt; The council voted". */
export function unescapeQuoting(text: string): string {
  if (!/^&gt;/m.test(text)) return text;
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A line without the stars or strokes that make all of it bold or slanted in a chat. */
export function stripEmphasis(line: string): string {
  return /^\s*(\*{1,3}|_{1,3})(?=\S)([^*_]{1,400})(?<=\S)\1\s*$/u.exec(line)?.[2] ?? line;
}

const handle = /^@\w{1,30}$/;
const postFoot =
  /^(?:[·•]|\d{1,2}[hmd]|(?:[\d.,]+[KMkm]?\s?)?(?:views?|replies|reposts?|quotes?|likes?|bookmarks?)|\d{1,2}:\d{2}\s?[ap]m\b.{0,30}|show (?:this thread|more|replies)|\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9}\.?)$/iu;

/**
 * Takes the heads and feet of posts off a thread that one person wrote, so that it reads on from post to post; who wrote it and
 * the day of the first stay above. Posts of several people come back as they are: who said what would be lost.
 */
export function joinPosts(lines: string[]): string[] {
  const handles = lines.map((line) => line.trim()).filter((line) => handle.test(line));
  if (handles.length < 2 || new Set(handles).size > 1) return lines;
  const heads = lines.flatMap((line, at) => (handle.test(line.trim()) ? [at] : []));
  const names = new Set(
    heads.map(
      (at) =>
        lines
          .slice(0, at)
          .findLast((line) => line.trim() !== '')
          ?.trim() ?? '',
    ),
  );
  const [name] = names;
  if (names.size !== 1 || !name) return lines;
  const isHead = (line: string) => line === name || handle.test(line) || postFoot.test(line) || isDateLine(line);
  const day = lines.find((line) => /\b(?:19|20)\d\d\b/.test(line) && isDateLine(line.trim()))?.trim();
  return [`By ${name}`, ...(day ? [day] : []), ...lines.filter((line) => line.trim() === '' || !isHead(line.trim()))];
}
