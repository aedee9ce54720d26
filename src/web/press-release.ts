import { readDateline } from '../core/dateline.ts';
import { findDates } from '../core/dates.ts';
import type { Block } from './cut-blocks.ts';

// "/PRNewswire/ --", "--(BUSINESS WIRE)--", "(GLOBE NEWSWIRE) --", "/ ACCESS Newswire /", "(ots) -": what a release wire puts
// between the place and the text.
const wireDateline =
  /^.{0,110}(?:\/\s?[\p{L} ]{0,24}(?:newswire|pr ?wire)(?:-[\p{L} ]{2,30})?\s?\/|\((?:business ?wire|globe ?newswire|marketwired?|pr ?newswire|newsfile corp\.?|ots)\)|\/CNW\/|EINPresswire\.com\/?)\s*(?:[-–—]|$)/iu;
const announcement =
  /^(?:for immediate release|news provided by(?!.*(?:reuters|associated press|press association|agenc|afp|dpa|(?<!\p{L})(?:ap|pa|aap)(?!\p{L})))|press release|news release|media release|pressemitteilung|pressemeldung|medienmitteilung|communiqu[eé] de presse|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|tiedote)(?:\s*[:|–-]?\s*.{0,40})$/iu;
const endMark = /^(?:#(?:\s?#){1,4}|\*(?:\s?\*){2,4}|[-–—]{1,2}\s?(?:30|ends?|ende)\s?[-–—]{1,2}|ends)$/i;
const contact =
  /^(?:(?:for )?(?:more|further|additional) information,? ?(?:please )?(?:contact|visit)\b|(?:media|press|investor|company)(?: relations)?(?: (?:and|&) (?:media|press|investors?))? ?(?:contacts?|inquiries|enquiries|office)\b|contacts?(?: (?:for )?(?:media|press))?\s*:?$|(?:presse|medien)?(?:kontakt|ansprechpartner|rückfragen|rückfragehinweis)\S*\b|contacts? presse\b|contacto (?:de|para) (?:prensa|medios)|contatti stampa|perscontact|pressekontakt|notes? to editors?|source:? \p{Lu}.{0,60}$|view (?:source version|original content)\b)/iu;
const about =
  /^(?:about|über|à propos de?|acerca de|sobre|informazioni su|over)(?: (?:the|die|den|la|le|el))? \p{Lu}[^.!?]{1,70}:?$/iu;

/** True where a page shows, in its first lines or the first words of its text, that it is what an organisation sent out. */
export function isPressRelease(headLines: string[], blocks: Block[]): boolean {
  const opening = blocks.filter((block) => block.kept).slice(0, 4);
  return (
    headLines.some((line) => announcement.test(line.trim())) ||
    opening.some((block) => wireDateline.test(block.text.slice(0, 160)) || announcement.test(block.text))
  );
}

/** The day in the dateline a text opens with, for a page that states none elsewhere; null where it has no year. */
export function readDatelineDay(text: string): string | null {
  const opening = text.slice(0, 160);
  const wire = wireDateline.exec(opening)?.[0];
  return wire ? (findDates(wire)[0]?.iso ?? null) : (readDateline(opening)?.publishedAt ?? null);
}

/** What follows a press release's own text: its end mark, who sent it, and whom to call. */
export function findReleaseFurniture(blocks: Block[]): Map<Block, string> {
  const found = new Map<Block, string>();
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  let read = 0;
  let why = '';
  for (const block of blocks) {
    const isLate = read >= total * 0.4;
    read += block.text.length;
    if (!why && isLate) why = findEnd(block.text);
    if (why) found.set(block, why);
    else if (announcement.test(block.text)) found.set(block, 'what kind of text it is');
  }
  return found;
}

function findEnd(line: string): string {
  if (endMark.test(line)) return 'after the end mark';
  if (contact.test(line) && line.length <= 200) return 'whom to ask';
  return about.test(line) ? 'about the sender' : '';
}
