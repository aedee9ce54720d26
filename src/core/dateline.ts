import { findDates } from './dates.ts';

/** The place, agency and dash a wire story opens with. `end` is where the first paragraph's own words begin. */
export type Dateline = { end: number; publisher: string | null; publishedAt: string | null };

// "BAGHDAD (Reuters) - ", "PARIS, Oct 13 (AFP) – ", "(AP) — ", "London (CNN) — ": an agency in brackets right before the dash.
const withAgency =
  /^(?<place>[\p{L}\p{M}\d .,'’/-]{0,70}?)\s?[([](?<agency>(?:\p{Lu}|(?:dpa|afp|sda|apa|ots|sid|kna|epd|belga|anp|ntb|ritzau|stt|efe|ansa|tass|pap|mti|agi|cp|tt)\b)[\p{L}\p{M}\d.&'/ -]{0,40})[)\]]\s{0,2}(?:[-–—―]{1,2}|\.-|:)\s{0,2}(?=\S)/u;
// "CNN — ", "Reuters - ": the agency alone.
const agencyAlone =
  /^(?<agency>Reuters|AP|AFP|UPI|CNN(?: Business)?|CNBC|NBC News|CBS News|ABC News|NPR|BBC News|dpa|ANSA|EFE|TASS|PTI|ANI|IANS|Xinhua|Yonhap|Kyodo|Bloomberg|Axios|PA) {1,2}[-–—]{1,2} {1,2}(?=\S)/u;
// "WASHINGTON — ", "KYIV, Ukraine — ": a place in capitals, then a long dash.
const placeAlone =
  /^(?:\p{Lu}{3,}|(?:\p{Lu}\.){2,}|\p{Lu}{2,}[.'’-]\p{Lu}{2,})(?:[ -](?:\p{Lu}{2,}|DE|DEL|LA|ST\.)){0,3}(?:, (?:\p{L}\.){1,3}| ?, \p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{1,20}){0,2})?(?:, (?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8})(?:,? \d{4})?)? ?[–—]{1,2} ?(?=\S)/u;

/**
 * Reads the dateline a first paragraph opens with.
 *
 * @returns undefined where the paragraph opens with its own words; a day only where the dateline states the year
 */
export function readDateline(paragraph: string): Dateline | undefined {
  const opening = paragraph.slice(0, 160);
  const agency = withAgency.exec(opening) ?? agencyAlone.exec(opening);
  if (agency) {
    const place = agency.groups?.place ?? '';
    if (!looksLikePlace(place)) return undefined;
    return {
      end: agency[0].length,
      publisher: agency.groups?.agency?.trim() ?? null,
      publishedAt: findDates(place)[0]?.iso ?? null,
    };
  }
  const place = placeAlone.exec(opening);
  return place
    ? { end: place[0].length, publisher: null, publishedAt: findDates(place[0])[0]?.iso ?? null }
    : undefined;
}

// A place and a day are capitalised words and numbers; a small word shows that the brackets belong to a sentence.
function looksLikePlace(place: string): boolean {
  return place
    .split(/[\s,/]+/)
    .filter(Boolean)
    .every(
      (word) =>
        /^[\p{Lu}\p{Lo}\d]/u.test(word) ||
        /^(?:de|la|del|di|da|do|le|les|of|the|am|den|el|al|an|y|et|und|and|sur|upon)$/.test(word),
    );
}
