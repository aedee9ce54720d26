import { listWords } from '../grammar/word-list.ts';

/**
 * The words before a colon at a paragraph's start, as far as they may be a speaker's. `key` is what they are compared by. An
 * `asker` or an `answerer` is named by the part played alone ("Q", "Host", "Antwort"), an `office` by what somebody is.
 * Offsets are counted from the paragraph's start.
 */
export type TurnLabel = {
  key: string;
  kind: 'asker' | 'answerer' | 'office' | 'words';
  isCapitals: boolean;
  start: number;
  end: number;
  contentStart: number;
};

const maxLabelLength = 60;
const maxLabelWords = 7;

const askers = new Set(
  (
    'q question interviewer interviewers host cohost presenter moderator anchor reporter reporters journalist press correspondent audience ' +
    'f frage interviewerin moderatorin reporterin journalistin redaktion ' +
    'intervieweur intervieweuse animateur animatrice journaliste présentateur présentatrice p pregunta periodista entrevistador entrevistadora presentador presentadora'
  )
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(' '),
);
const answerers = new Set(
  'a answer interviewee guest antwort r reponse respuesta entrevistado entrevistada'.split(' '),
);
const offices =
  /^(?:president|prime|premier|minister|secretary|chancellor|governor|senator|congressman|congresswoman|mayor|judge|justice|court|counsel|prosecutor|defendant|witness|chair|chairman|chairwoman|speaker|ambassador|commissioner|spokesperson|spokesman|spokeswoman|general|director|clerk|caller|bundeskanzler|bundeskanzlerin|kanzler|kanzlerin|ministerin|prasident|prasidentin|ministre|presidente|ministro|ministra|mr|mrs|ms|dr|sir|professor|prof|herr|frau|m|mme|monsieur|madame|senor|senora)$/;
// What stands before a colon in lists, boxes, checks of facts and running reports.
const headings = new Set(
  (
    'note notes update updates correction warning caution tip tips where when what who why how which cost price prices time date dates place location venue address phone email website tickets admission ' +
    'claim claims fact facts verdict rating ruling myth reality truth false true misleading context evidence conclusion summary result results score scores highlights background analysis key overview ' +
    'ingredients method directions instructions serves preparation servings step steps pros cons positive negative advantages disadvantages strengths weaknesses problem solution example exhibit case ' +
    'photo image picture source sources credit read related watch listen see more also video map chart table figure topics tags share follow ' +
    'breaking live latest developing today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday home away team goals goal bookings odds prediction ' +
    'hinweis anmerkung aktualisierung korrektur behauptung fakt fakten urteil bewertung fazit mythos wahrheit wo wann was wer warum preis zeit datum ort adresse zutaten zubereitung quelle foto bild hintergrund beispiel vorteile nachteile ' +
    'remarque mise correction affirmation allegation fait faits verite faux vrai mythe realite conclusion ou quand quoi qui pourquoi prix heure date lieu adresse ingredients source exemple avantages inconvenients ' +
    'nota actualizacion afirmacion bulo hecho hechos mito realidad verdad verdadero falso donde cuando que quien precio hora fecha lugar direccion ingredientes preparacion fuente imagen ejemplo ventajas desventajas'
  ).split(' '),
);
const joining = /^(?:of|the|and|for|de|du|des|la|le|von|van|der|den|und|et|y|del|al|el|bin)$/;

// Marks of bold or of a wiki may stand around a label; in French a space stands before the colon.
const labelled = /^([*_([“"]{0,4})([\p{Lu}\p{Lt}][^:：\n?!“”"«»]{0,80}?)([)\]*_]{0,4})\s?[:：]([)\]*_]{0,4})(?=\s|$)/u;

/** Reads what stands before a paragraph's colon; undefined where no speaker can be called so. */
export function readLabel(paragraph: string): TurnLabel | undefined {
  const met = labelled.exec(paragraph);
  const [whole = '', open = '', words = ''] = met ?? [];
  if (!met || words.length > maxLabelLength || /\d{2}|[;/|@#]|https?$/u.test(words)) return undefined;
  // "KELLER (through interpreter)", "KELLER, CHIEF ENGINEER"
  const bare = words.replace(/\s*[([].*$/su, '');
  const name = bare.split(',')[0]?.trim() ?? '';
  const all = listWords(name);
  const keys = all.map(({ key }) => key.replace(/\d+$/, ''));
  const last = keys.at(-1) ?? '';
  if (keys.length === 0 || keys.length > maxLabelWords || keys.some((key) => headings.has(key))) return undefined;
  if (!all.every(({ text, key }) => /^[\p{Lu}\p{Lt}]/u.test(text) || joining.test(key))) return undefined;
  const kind =
    askers.has(last) && (keys.length === 1 || last.length > 1)
      ? 'asker'
      : keys.length === 1 && answerers.has(last)
        ? 'answerer'
        : keys.some((key) => offices.test(key))
          ? 'office'
          : 'words';
  const content = paragraph.slice(whole.length);
  return {
    // "Mr Keller" and "Keller" are one label; "Prime Minister" stays whole.
    key: keys
      .filter(
        (key, at) => at === keys.length - 1 || !/^(?:mr|mrs|ms|dr|sir|herr|frau|m|mme|prof|professor|the)$/.test(key),
      )
      .join(' '),
    kind,
    isCapitals: !/\p{Ll}/u.test(name),
    start: open.length,
    end: open.length + name.length,
    contentStart: whole.length + content.length - content.trimStart().length,
  };
}
