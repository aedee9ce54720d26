import type { Span } from '../article.ts';
import { isBody, listNames, withoutTitles } from '../grammar/names.ts';
import { listWords } from '../grammar/word-list.ts';
import type { NamedSpeaker } from './names.ts';

const maxGap = 120; // characters of titles between "interviewed" and the name

// Words by which a headline or a lead says that somebody was interviewed, before the name and behind it.
const before =
  /(?:\binterview(?:s|ed|ing)?(?: with| of)?|\bconversation with|\bQ ?& ?A with|\b(?:spoke|speaks|talked|talks|chatted|chats|sat down|sits down|caught up) (?:to|with)|\b(?:Interview|Gespräch|sprach|sprachen|spricht|sprechen) mit|\binterviewt|\b(?:entretien|rencontre|interview) (?:avec|de)|\bs['’]est entretenue? avec|\bentrevista (?:a|con|de)|\bhabla con)\s+((?:[^.?!\n]|\b\p{L}{1,4}\.)*)/giu;
const behind =
  /^(?:,[^.?!\n:]{0,80}?,?)?\s*(?:(?:was |is |has been )?interviewed (?:by|for)|tells|(?:talks|talked|speaks|spoke|spoken) (?:to|with)|(?:has )?answer(?:s|ed)|answered|sat down with|in conversation|im (?:Interview|Gespräch)|répond|a répondu|responde|(?:now )?discusses|: (?:an|the) interview|:\s*["“„«‘'])/iu;
const aboutness =
  /(?<!\p{L})(?:on|about|over|über|zu|zum|zur|sur|sobre|after|nach|après|who|whose|die|qui|que|by|for|from)(?!\p{L})/iu;

/**
 * Who is interviewed, where headline or lead says that one person is: "Interview with engineer Anna Keller", "Anna Keller
 * tells the Courier", "Gespräch mit …". `place` is where the name stands in the lead.
 *
 * @param lead  the text before the first question, with the text's own offsets
 * @returns undefined where it is not said, where several are, or where the lead does not name them
 */
export function findInterviewee(lead: string, title: string | null): NamedSpeaker | undefined {
  const firstLine = /^[^\n]*/.exec(lead)?.[0] ?? '';
  for (const words of [title ?? '', firstLine, lead]) {
    const [name, ...others] = namesInterviewed(words);
    if (!name || others.length > 0) continue;
    const place = placeIn(lead, name);
    if (place) return place;
  }
  return undefined;
}

type Person = Span & { surname: string };

const credit =
  /(?:(?<!\p{L})(?:image|photo(?:graph(?:y|s)?)?|picture|video|illustration|foto|bild|crédit|credit|source)s?(?: (?:by|von|de|credit))?\s?[:/©]?|©|\(c\))\s*$/iu;

/** The full names of people in a headline or a lead; whoever took the picture is none. */
function listPeople(words: string): Person[] {
  return listNames(words).flatMap((name) => {
    const own = withoutTitles(name.keys);
    if (own.length < 2 || own.length > 4 || isBody(own)) return [];
    // A name inside quotation marks is a thing's: 'America's Finest'.
    if (/["“„«‘']/u.test(words.charAt(name.start - 1)) || /^["”“»’']/u.test(words.slice(name.end))) return [];
    if (credit.test(words.slice(Math.max(0, name.start - 30), name.start))) return [];
    const first = listWords(words.slice(name.start, name.end)).at(-own.length)?.start ?? 0;
    return [{ start: name.start + first, end: name.end, surname: own.at(-1) ?? '' }];
  });
}

const germanWord = /(?<!\p{L})(?:und|der|das|nicht|mit)(?!\p{L})/iu;

/**
 * The one person whom headline and lead name at all, so that nobody else can be the one who answers; undefined where they name
 * several or a place in two words, which a list of names does not tell from a person; nor in German, where nouns look like names.
 */
export function findOnlyPerson(lead: string, title: string | null): NamedSpeaker | undefined {
  const people = [...listPeople(title ?? ''), ...listPeople(lead)];
  const [first] = people;
  if (germanWord.test(lead)) return undefined;
  if (!first || people.some(({ surname }) => surname !== first.surname)) return undefined;
  const [here] = listPeople(lead);
  return here && placeIn(lead, lead.slice(here.start, here.end));
}

/** The one person of a lead whom those who ask call by a name of theirs: "Frau Vogt, wie geht es Ihren Bienen?" */
export function findCalled(calls: string[], lead: string): NamedSpeaker | undefined {
  const keys = new Set(calls.flatMap((call) => withoutTitles(listWords(call).map(({ key }) => key))));
  const called = listPeople(lead).filter(({ start, end }) =>
    listWords(lead.slice(start, end)).some(({ key }) => keys.has(key)),
  );
  const [first] = called;
  if (!first || called.some(({ surname }) => surname !== first.surname)) return undefined;
  return { name: lead.slice(first.start, first.end), place: { start: first.start, end: first.end } };
}

const asking =
  /\b(?:interview(?:ed|s)? (?:\p{L}+ )?by|interview by|questions? (?:\p{L}+ ){0,3}(?:by|from|of)|(?:sat|sits) down with|reporters?|correspondents?|journalists?)\s*(?:[\p{L}’']+['’]s\s)?(?:(?:the|our|its|a)\s)?(?:\p{L}+\s){0,3}$/iu;

/** Who asks, where the lead says so: "She sat down with Jonas Feld for an interview". */
export function findInterviewer(lead: string, interviewee: string): NamedSpeaker | undefined {
  const surname = listWords(interviewee).at(-1)?.key;
  const people = listPeople(lead).filter((person) => person.surname !== surname);
  const asked = people.filter(({ start }) => asking.test(lead.slice(Math.max(0, start - 80), start)));
  const [first, ...others] = asked;
  if (!first || others.some((person) => person.surname !== first.surname)) return undefined;
  return { name: lead.slice(first.start, first.end), place: { start: first.start, end: first.end } };
}

/** The people whom a headline or a lead gives as interviewed, each once. */
function namesInterviewed(words: string): string[] {
  const people = listPeople(words);
  const starts = [...words.matchAll(before)].map((met) => met.index + met[0].length - (met[1]?.length ?? 0));
  const asked = people.flatMap(({ start, end, surname }) => {
    const isObject = starts.some((from) => {
      const gap = words.slice(from, start);
      return from <= start && gap.length <= maxGap && isTitleOf(gap);
    });
    const isSubject = behind.test(words.slice(end));
    return isObject || isSubject ? [{ name: words.slice(start, end), surname, isSubject }] : [];
  });
  // "Anna Keller sat down with Jonas Roe": who sits down with whom is not the one who asks.
  const subjects = asked.filter(({ isSubject }) => isSubject);
  const chosen = subjects.length > 0 ? subjects : asked;
  return [...new Map(chosen.map(({ name, surname }) => [surname, name])).values()];
}

// "the site's founder, Jack Herrick", "Assistant Professor in Educational Leadership at the university Simon Roe"
function isTitleOf(gap: string): boolean {
  return !aboutness.test(gap);
}

function placeIn(lead: string, name: string): NamedSpeaker | undefined {
  // "Biologist Nick Bos" opens the headline, "Nick Bos" the lead.
  const shorter = listNames(lead).find(
    ({ start, end }) => name.endsWith(` ${lead.slice(start, end)}`) && /\s/.test(lead.slice(start, end)),
  );
  if (shorter)
    return { name: lead.slice(shorter.start, shorter.end), place: { start: shorter.start, end: shorter.end } };
  const at = lead.indexOf(name);
  if (at >= 0) return { name, place: { start: at, end: at + name.length } };
  const surname = name.split(/\s/).at(-1) ?? name;
  const met = listNames(lead).find(({ keys }) => keys.at(-1) === listWords(surname)[0]?.key);
  return met && { name: lead.slice(met.start, met.end), place: { start: met.start, end: met.end } };
}
