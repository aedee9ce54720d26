import type { Block } from './cut-blocks.ts';

// How a page says that it took something back; each must open the line.
const opens =
  /^[\s*_([—–-]*(?:correction|clarification|retraction|editor(?:['’]s|s['’]?)? note|erratum|rectification|rectificatif|berichtigung|korrektur|richtigstellung|anmerkung der redaktion|fe de erratas|correcci[oó]n|rectificaci[oó]n|aclaraci[oó]n|nota de la redacci[oó]n|corre[çc][aã]o|errata|rettifica|precisazione|correzione|errata corrige|rectificatie|correctie|rättelse|rettelse|sprostowanie|исправление|уточнение|поправка|訂正|お詫びと訂正|更正)(?=\s?[:：—–(,.]|\s\d|s?\s*$|\s(?:\p{L}+\s)?\d)/iu;
const says =
  /^[\s*_([—–-]*(?:(?:this|the|a|an|in (?:an?|this)) (?:\p{L}+ (?:\d{1,2} )?)?(?:story|article|report|piece|post|headline|caption|version|photo caption)\b.{0,90}\b(?:correct(?:ed|s|ion)|amended|clarif(?:y|ied|ies)|misstated|misspelled|misidentified|incorrectly|erroneously|wrong(?:ly)?|earlier version|retracted|withdrawn|updated (?:on .{2,20} )?to)\b|(?:an|a|in an) (?:earlier|previous) version (?:of (?:this|the)|said|gave|stated|misstated)\b|we have corrected\b|(?:in einer (?:früheren|vorherigen)|une (?:première|précédente) version|dans une (?:première|précédente) version|en una versión anterior|una versión anterior|uma versão anterior|in una versione precedente|una versione precedente|in een eerdere versie)\b)/iu;
const longest = 900;

/** True for a line that says it corrects, clarifies or takes back something of its article. */
export function isCorrection(line: string): boolean {
  const text = line.trim();
  return text.length >= 25 && text.length <= longest && (opens.test(text) || says.test(text));
}

/** The corrections that stand in the article's own box; to be asked while the blocks stand in their page. */
export function findCorrections(blocks: Block[]): Block[] {
  return blocks.filter(
    (block) => isCorrection(block.text) && block.linkChars < block.text.length * 0.5 && isInArticle(block),
  );
}

function isInArticle({ element }: Block): boolean {
  for (let up = element.parentNode; up; up = up.parentNode) if (up.localName === 'article') return true;
  return false;
}
