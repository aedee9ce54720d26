// What mail programs write above a message they forward or answer, in the languages their users read.
const field =
  /^\*?(?<name>from|sent|to|cc|bcc|subject|date|reply-to|importance|attachments?|return-path|received|message-id|mime-version|content-[a-z-]{2,30}|dkim-signature|x-[a-z\d-]{2,30}|list-[a-z-]{2,20}|von|gesendet|an|betreff|datum|de|envoyé|à|objet|enviado(?: el)?|para|asunto|assunto|fecha|da|inviato|a|oggetto|van|verzonden|aan|onderwerp|от|кому|тема|дата|من|إلى|الموضوع|差出人|宛先|件名|日時|发件人|收件人|主题|日期)\s?[:：]\*?\s*(?<value>.*)$/iu;
const subject = /^(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|тема|الموضوع|件名|主题)$/iu;
const replyMark = /^(?:(?:re|fwd?|aw|wg|tr|rv|enc|antw|sv|vs)\s?:\s*)+/i;
const divider =
  /^(?:[-_\s]*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message (?:d'origine|transféré)|mensaje (?:original|reenviado)|begin forwarded message|anfang der weitergeleiteten)[-_:\s]*|(?:on|am|le|el)\b.{8,120}(?:wrote|schrieb.{0,60}|a écrit|escribió)\s?:)$/iu;

/**
 * Takes the marks of quoting ("> ") and the heads of forwarded messages off a text; the last subject stays as a line of its
 * own, since it is often the headline. What a person wrote above the forwarded message goes with its head.
 */
export function openMail(lines: string[]): string[] {
  const bare = unquote(lines);
  const head = findLastHead(bare);
  if (!head) return bare.filter((line) => !divider.test(line.trim()));
  return [...(head.subject ? [head.subject, ''] : []), ...bare.slice(head.end)];
}

// One quoted sentence is the article's own; where most of the text is quoted, the marks are the mail program's.
function unquote(lines: string[]): string[] {
  let quoted = 0;
  let all = 0;
  for (const line of lines) {
    all += line.trim().length;
    if (/^\s*>/.test(line)) quoted += line.trim().length;
  }
  return quoted > all * 0.5 ? lines.map((line) => line.replace(/^\s*(?:>\s?){1,12}/, '')) : lines;
}

function findLastHead(lines: string[]): { end: number; subject: string } | undefined {
  let found: { end: number; subject: string } | undefined;
  const rest = textBehind(lines);
  for (let at = 0; at < lines.length; at++) {
    const fields = readFields(lines, at);
    if (!fields) continue;
    // Below the last head stands the forwarded article; a head near the end belongs to an older message under it.
    if ((rest[fields.end] ?? 0) > (rest[0] ?? 0) * 0.5) found = fields;
    at = fields.end - 1;
  }
  return found;
}

function readFields(lines: string[], at: number): { end: number; subject: string } | undefined {
  const names = new Set<string>();
  let title = '';
  let end = at;
  while (end < lines.length && end < at + 40) {
    const match = field.exec((lines[end] ?? '').trim().slice(0, 400));
    if (!match?.groups) break;
    const name = (match.groups.name ?? '').toLowerCase();
    names.add(name);
    if (subject.test(name)) title = (match.groups.value ?? '').replace(replyMark, '').trim();
    end++;
  }
  return names.size >= 3 || (names.size === 2 && title) ? { end, subject: title } : undefined;
}

// How many characters stand from each line to the end.
function textBehind(lines: string[]): number[] {
  const sums: number[] = new Array(lines.length + 1).fill(0);
  for (let at = lines.length - 1; at >= 0; at--) sums[at] = (sums[at + 1] ?? 0) + (lines[at] ?? '').trim().length;
  return sums;
}
