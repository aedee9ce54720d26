import type { Span } from '../../article.ts';
import type { Reading } from '../reading.ts';

// Nouns for persons who are somebody's, in the languages whose word order is not read.
const french =
  'porte-parole|avocate?|défenseur|conseill(?:er|ère)|adjointe?|assistante?|collabora(?:teur|trice)|proche|amie?|alliée?|rivale?|frère|sœur|mère|père|fils|fille|femme|épouse|mari|veuve|veuf|voisine?|collègue|successeur|prédécesseur|agente?|représentante?|suppléante?|biographe';
const spanish =
  'portavoz|vocer[oa]|abogad[oa]|defensora?|asesora?|adjunt[oa]|ayudante|asistente|colaboradora?|amig[oa]|aliad[oa]|rival|herman[oa]|madre|padre|hij[oa]|mujer|espos[oa]|marido|viud[oa]|vecin[oa]|colega|compañer[oa]|sucesora?|predecesora?|agente|representante|suplente|biógrafo';
const german =
  '\\p{L}*(?:[Ss]precher(?:in)?|[Aa]nwalt|[Aa]nwältin|[Vv]erteidiger(?:in)?|[Bb]erater(?:in)?|[Ss]tellvertreter(?:in)?|[Aa]ssistent(?:in)?|[Mm]itarbeiter(?:in)?|[Vv]ertraute[rn]?|[Ff]reund(?:in)?|[Rr]ival(?:e|in)|[Bb]ruder|[Ss]chwester|[Mm]utter|[Vv]ater|[Ss]ohn|[Tt]ochter|[Ff]rau|[Mm]ann|[Ww]itwer?|[Nn]achbar(?:in)?|[Kk]olleg(?:e|in)|[Nn]achfolger(?:in)?|[Vv]orgänger(?:in)?|[Vv]ertreter(?:in)?)';
const nouns = `(?:${french}|${spanish}|${german})`;
const article = "(?:un|une|le|la|l['’]|el|una|ein|eine|einer|der|die|das|son|sa|su|sein|seine|ihr|ihre)";
const of = "(?:\\s(?:de|du|des|del|von|vom|eines|einer)\\s|\\sd['’])";
// "von Minister Jens Adler", "du maire Paul Girard", "de M. Orlov"; a ministry or the police is spoken for by whoever is named behind it.
const title = "(?:(?:l['’]|(?:la|le|los|las|l)\\s)?\\p{L}[\\p{Ll}-]*\\.?\\s){0,2}";
const body =
  /(?:polizei|ministeriums?|regierung|partei|amte?s?|gericht|verband\p{L}*|police|ministère|gouvernement|parquet|parti|policía|ministerio|gobierno|fiscalía|partido)\s$/iu;

const lead = new RegExp(`(?<![\\p{L}-])${nouns}${of}${title}$`, 'u');
const within = new RegExp(`^${nouns}${of}`, 'u');
const whole = new RegExp(`^${article}\\s?${nouns}${of}`, 'u');

/** True where a name stands as that of the one somebody speaks for: "l’avocat de Jean Morel". German, French and Spanish. */
export function isSpokenForAt({ start, end }: Span, { article: { text } }: Reading): boolean {
  // German nouns have capitals: "Sprecher von Minister Jens Adler" reads as one name.
  if (within.test(text.slice(start, end))) return true;
  const before = text.slice(Math.max(0, start - 80), start);
  return lead.test(before) && !body.test(before);
}

/** True for a description of somebody by whose spokesman, lawyer or mother they are: "un porte-parole de Vladimir Orlov". */
export function isAttendant(name: string): boolean {
  return whole.test(name);
}
