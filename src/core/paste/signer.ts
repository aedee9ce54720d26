import { cleanName, isJob, isPersonName, readByline } from '../byline.ts';
import { findDates } from '../dates.ts';
import { countWords } from '../words.ts';

const mostWords = 10;
const words = /^(?:words|story|texte?|texto|testo|tekst)\s?:\s+(?=\p{Lu})/iu;
// Who took the pictures signs no text.
const pictures =
  /^(?:photo(?:s|graph|graphs|grapher|graphy|graphie|graphies)?|pictures?|images?|videos?|illustrations?|graphics?|fotos?|fotograf(?:ie|ía|ia)|bild(?:er)?)(?:\s?:\s?|\s(?:by|von|par|de|di)\s)\s*\p{Lu}/iu;

/**
 * The person that a line of a copied head names with what they do or with the day: "Ann Lee, transport correspondent", "Ann Lee
 * Transport correspondent", "Ann Lee | 14 May 2026", "Words: Ann Lee"; undefined for everything else, a bare name too.
 */
export function readSigner(line: string): string | undefined {
  if (line.length > 120 || /[.!?]$/.test(line)) return undefined;
  if (words.test(line)) return toName(line.replace(words, ''));
  const date = findDates(line)[0];
  if (date) {
    const [, before] = /^(.{4,60}?)\s?[|•·]\s?$/u.exec(line.slice(0, date.start)) ?? [];
    return before === undefined ? undefined : toName(before);
  }
  if (countWords(line) > mostWords || readByline(line)) return undefined;
  const [, listed, role] = /^([^,|•·–—]{4,50}?)\s?[,|•·–—]\s?(.{4,60})$/u.exec(line) ?? [];
  if (listed && role) return isJob(role) ? toName(listed) : undefined;
  const parts = line.split(' ');
  for (const count of [2, 3]) {
    const behind = parts.slice(count).join(' ');
    if (behind && isJob(behind) && countWords(behind) <= 4) {
      const name = toName(parts.slice(0, count).join(' '));
      if (name) return name;
    }
  }
  return undefined;
}

/** True for a credit of pictures: "Photography: Ann Lee", "Fotos von Ann Lee". */
export function isPictureCredit(line: string): boolean {
  return countWords(line) <= mostWords && pictures.test(line) && !/[.!?]$/.test(line);
}

function toName(written: string): string | undefined {
  const name = cleanName(written);
  return isPersonName(name) ? name : undefined;
}
