import { countWords } from '../words.ts';

/** What a paste is that is no article; each has its own sentence for the person. */
export type OtherGenre =
  | 'chat'
  | 'code'
  | 'table'
  | 'list'
  | 'minutes'
  | 'invoice'
  | 'cv'
  | 'recipe'
  | 'letter'
  | 'verse';

const time = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?`;
const name = String.raw`[\p{L}\d_.'’@~+-][\p{L}\d_.'’@~+ -]{0,40}`;
// "[12/03/24, 10:15] Ann: …", "10:15 <ann> …", "10:15 - Ann: …", and Slack's and Teams' "Ann Lee  10:15 AM" above each message.
const message = [
  new RegExp(
    String.raw`^\[?(?:[\d./-]{6,10},?\s)?${time}\]?\s?(?:[-–]\s)?(?:<[@+~]?(?<a>[^<>\s]{1,30})>|(?<b>${name}):)\s`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?<a>${name}?)(?:\s{1,3}APP)?\s{1,4}\[?(?:[\d./-]{6,10},?\s|(?:yesterday|today|gestern|heute)(?: at)?\s)?${time}\]?$`,
    'iu',
  ),
];
// Statements, tags, JSON keys, prompts, a logger's lines and the frames of a stack trace.
const code =
  /^(?:[{}()[\]]+[;,]?|.*[;{]|\s*\/\/.*|\s*at \S+.*\(.*\)|\s*File ".*", line \d+.*|Traceback \(.*|(?:import|from|export|const|let|var|def|class|function|return|if|for|while|public|private|SELECT|INSERT|UPDATE|package|use|#include|@\w+)\b.*[;:({'"*]\s*.*|<\/?[a-z][^>]*>.*|"[^"]{1,60}"\s?:.*|(?:[\w.@~/-]{1,60}[$#]|\$|>>>|PS [A-Z]:\\.*>)\s\S.*|(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\s+)?\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b.*|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*\s.*|(?:Caused by|Exception in thread|[\w.]+(?:Error|Exception)):?\s.*|[-+@]{1,3} .*[;{)]|\w[\w.]*\s?=\s?\S.*|\w+\(.*\))$/;
const prompt = /^(?:\[?[\w.-]{1,30}@[\w.:~/ -]{1,80}\]?[$#%]|\$|>>>|PS [A-Z]:\\.{0,80}>)\s[a-z./]/;
const cell = /\t|\s\|\s|^\|.*\||\S\s{3,}\S|^[^,]{1,40}(?:,[^,\s][^,]{0,40}){3,}$/;
const bullet = /^(?:[-–—•*·▪◦☐☑✓✔]|\[[ xX]?\]|\d{1,3}[.)]|[a-z]\))\s+\S/u;
const amount =
  /^[-–•*·▪]?\s*(?:\d+(?:[.,/]\d+)?|[½¼¾⅓⅔]|an?|one|two|ein(?:e|en)?)\s?[½¼¾⅓⅔]?\s?(?:g|kg|ml|cl|dl|l|oz|lbs?|pounds?|cups?|tbsp|tsp|tablespoons?|teaspoons?|cloves?|pinch|slices?|tins?|cans?|EL|TL|Prise|Zehen?|sticks?|bunch|eggs?|large|small|medium)\b/iu;

const headings: [OtherGenre, number, RegExp][] = [
  [
    'minutes',
    2,
    /^(?:attendees|present|apologies|absent|agenda|action items?|actions|decisions?|minutes(?: of .{3,60})?|next meeting|any other business|aob|teilnehmer|anwesend|protokoll|tagesordnung|beschlüsse|participants|ordre du jour)\b\s?(?::.*)?$/iu,
  ],
  [
    'cv',
    3,
    /^(?:curriculum vitae|résumé|resume|(?:work |professional )?experience|employment(?: history)?|education|(?:key |technical )?skills|languages|references|certifications|interests|profile|lebenslauf|berufserfahrung|ausbildung|kenntnisse|sprachen|formation|compétences|langues)\s?:?$/iu,
  ],
  [
    'invoice',
    3,
    /^(?:invoice\b.{0,40}|rechnung\b.{0,40}|facture\b.{0,40}|factura\b.{0,40}|bill(?:ed)? to\b.{0,60}|ship to\b.{0,60}|sub-?total\b.{0,30}|total(?: due| amount)?\b.{0,30}|amount due\b.{0,30}|vat\b.{0,30}|tax\b.{0,20}|mwst\b.{0,30}|due date\b.{0,30}|payment terms\b.{0,40}|iban\b.{0,40}|po number\b.{0,30}|order (?:no|number)\b.{0,30})$/iu,
  ],
];
// So much running text can be summarised, however long the list beside it.
const enoughChars = 450;
const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|sehr geehrte[rs]?|bonjour|cher|chère|hola|estimad[oa]s?|ciao)\b.{0,50}[,!:]?$/iu;
const farewell =
  /^(?:(?:best|kind|warm|many)(?: regards| wishes)?|regards|cheers|thanks|thank you|many thanks|sincerely|yours(?: \p{L}+)?|love|viele grüße|mit freundlichen grüßen|liebe grüße|lg|cordialement|bien à vous|saludos|un saludo|atentamente)[,.!]?$/iu;

/**
 * Tells other kinds of text from an article: a chat log, code, a table, minutes, an invoice, a letter, a poem and the like.
 *
 * @param rawLines  the paste's lines as they stand, without mail's quoting
 * @param paragraphs  the article that was read from them
 * @param hasHead  whether a headline with a day or a byline was found: a page with an article may hold any of the rest too
 * @returns undefined for what may be an article
 */
export function findOtherGenre(rawLines: string[], paragraphs: string[], hasHead: boolean): OtherGenre | undefined {
  const lines = rawLines.map((line) => line.slice(0, 400).trimEnd()).filter((line) => line.trim());
  const share = (isOne: (line: string) => boolean) => lines.filter((line) => isOne(line.trim())).length / lines.length;
  const { share: sentences, chars: running } = measureSentences(paragraphs);
  if (isChat(lines) && meanChars(lines) < 140) return 'chat';
  if (lines.length >= 4 && isCode(lines)) return 'code';
  if (hasHead && sentences > 0.5) return undefined;
  for (const [genre, count, heading] of headings) {
    const seen = new Set(
      lines.filter((line) => heading.test(line.trim())).map((line) => line.trim().slice(0, 5).toLowerCase()),
    );
    if (seen.size >= count && seen.size >= lines.length / 30) return genre;
  }
  if (share((line) => amount.test(line)) >= 0.15 && lines.filter((line) => amount.test(line.trim())).length >= 3)
    return 'recipe';
  if (lines.length >= 4 && share((line) => cell.test(line)) >= 0.5 && running < enoughChars) return 'table';
  const [first, last] = [
    lines.findIndex((line) => greeting.test(line.trim())),
    lines.findLastIndex((line) => farewell.test(line.trim())),
  ];
  if (first >= 0 && first <= 2 && last > first && last >= lines.length - 8) return 'letter';
  if (lines.length < 6 || running >= enoughChars) return undefined;
  if (share((line) => bullet.test(line)) >= 0.6) return 'list';
  return sentences < 0.35 && paragraphs.length >= 6 ? (isVerse(lines) ? 'verse' : 'list') : undefined;
}

// By length, not by lines: an article about programming has many short lines of code between its paragraphs, and a page
// may show its own data below a whole article.
function isCode(lines: string[]): boolean {
  let all = 0;
  let inCode = 0;
  for (const line of lines) {
    all += line.trim().length;
    if (code.test(line.trim())) inCode += line.trim().length;
  }
  return (inCode >= all * 0.6 && all - inCode < 3000) || lines.filter((line) => prompt.test(line.trim())).length >= 3;
}

function meanChars(lines: string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
}

// The same people again and again: a live blog's entries have times too, but no turn-taking.
function isChat(lines: string[]): boolean {
  const speakers = new Map<string, number>();
  let messages = 0;
  for (const line of lines) {
    const match = message.map((form) => form.exec(line.slice(0, 120))).find((one) => one !== null);
    if (!match) continue;
    const who = (match.groups?.a ?? match.groups?.b ?? '').trim().toLowerCase();
    if (!who || /^(?:updated|published|posted|at|by|last|on|gmt|am|pm)\b|\b(?:at|updated|published|posted)$/.test(who))
      continue;
    messages++;
    speakers.set(who, (speakers.get(who) ?? 0) + 1);
  }
  const returning = [...speakers.values()].filter((count) => count >= 2).length;
  return messages >= 3 && messages >= lines.length * 0.15 && returning >= 1 && speakers.size <= messages * 0.7;
}

// How much of the text stands in lines with a sentence's length.
function measureSentences(paragraphs: string[]): { share: number; chars: number } {
  let all = 0;
  let running = 0;
  for (const paragraph of paragraphs) {
    all += paragraph.length;
    const dense = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/.test(paragraph);
    const ends = /[.!?…。！？؟۔։።।]/u.test(paragraph);
    if (paragraph.length >= (dense ? 60 : 160) || (ends && (dense || countWords(paragraph) >= 7)))
      running += paragraph.length;
  }
  return { share: all > 0 ? running / all : 0, chars: running };
}

function isVerse(lines: string[]): boolean {
  const short = lines.filter((line) => line.length <= 60).length;
  return short >= lines.length * 0.8 && lines.filter((line) => /[,;:—]$/.test(line)).length >= lines.length * 0.2;
}
