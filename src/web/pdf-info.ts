/** What a PDF's own entries say, where it can be believed. */
export type PdfFacts = {
  title: string | null;
  authors: string[];
  publisher: string | null;
  /** ISO 8601. */
  createdAt: string | null;
};

/** The facts in a PDF's info dictionary. Programs fill it in as often as people do; what a program wrote is left out. */
export function readPdfInfo(info: Record<string, unknown>): PdfFacts {
  const names = splitNames(clean(info.Author));
  return {
    title: readTitle(clean(info.Title)),
    authors: names.filter((name) => isPerson(name)),
    publisher: names.find((name) => organisation.test(name)) ?? null,
    createdAt: readDate(clean(info.CreationDate)),
  };
}

const organisation =
  /\b(?:ministry|commission|department|university|universität|institute|institut|agency|council|bank|authority|association|foundation|parliament|committee|office|bureau|government|union|centre|center|inc|ltd|gmbh|llc|corp|company|press|news|reuters|group)\b/i;
const program =
  /microsoft|adobe|acrobat|\bword\b|powerpoint|excel|indesign|latex|\btex\b|\badmin|\buser\b|\bowner\b|windows|scanner|unknown|untitled|author/i;

function clean(value: unknown): string {
  return typeof value === 'string'
    ? value
        .replace(/[\s\u0000-\u001f\ufffd]+/g, ' ')
        .trim()
        .slice(0, 500)
    : '';
}

function readTitle(title: string): string | null {
  const isFileName =
    /\.(?:docx?|pdf|indd|qxd|qxp|xlsx?|pptx?|tex|dvi|odt|rtf|txt|tmp|ai)\b/i.test(title) || /^[\w.-]+$/.test(title);
  const isProgram =
    /^(?:microsoft|untitled|unbenannt|document\s?\d*$|layout \d|slide \d|powerpoint|print|title$)/i.test(title);
  return title.length < 8 || title.length > 300 || isFileName || isProgram ? null : title;
}

function splitNames(author: string): string[] {
  return author
    .split(/\s*(?:[;,&|]|\band\b)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, 20);
}

function isPerson(name: string): boolean {
  if (organisation.test(name) || program.test(name)) return false;
  return /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,4}$/u.test(name) && /\p{Ll}/u.test(name);
}

/** `D:20151013083000+02'00'` → `2015-10-13T08:30:00+02:00`; less where the entry says less. */
function readDate(text: string): string | null {
  const found = /^D:(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-]\d{2})'?(\d{2})?)?/.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second = '00', utc, zone, zoneMinutes = '00'] = found;
  if (!month || !day) return null;
  const date = `${year}-${month}-${day}`;
  const offset = utc || (zone === undefined ? '' : `${zone}:${zoneMinutes}`);
  const stamp = hour && minute && offset ? `${date}T${hour}:${minute}:${second}${offset}` : date;
  const time = Date.parse(stamp);
  // 1985: before the format, a clock that was never set.
  return Number.isNaN(time) || time < Date.UTC(1985, 0, 1) || !isRealDay(date) ? null : stamp;
}

/** 30 February is parsed as 2 March; such a date is none. */
function isRealDay(date: string): boolean {
  return new Date(date).toISOString().startsWith(date);
}
