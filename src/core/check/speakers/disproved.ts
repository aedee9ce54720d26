import { type Reading, sentenceAt } from '../reading.ts';
import { findMentions } from './mentions.ts';
import { maskedOf } from './voices.ts';

// What fact checkers put before the words that they look into, and before what they found out.
const claimLabel =
  /^(?:the |a |this )?(?:(?:false|viral|fake|original) )?(?:claims?|rumou?rs?|myth|fiction|quote|post|what (?:was|is|they|people|he|she) (?:claimed|claims?|saying|says?|said)|behauptung|affirmation|allégation|intox|bulo|afirmación|affermazione|alegação)\s*[:：]/iu;
const verdictLabel =
  /^(?:the |our )?(?:facts?|truth|reality|verdict|rating|ruling|conclusion|assessment|finding|our (?:rating|ruling|verdict)|fakt(?:en)?|bewertung|fazit|info|verdad|realidad|la (?:verdad|realidad|vérité|réalité)|verdetto|conclusión)\s*[:：]\s*(.*)/iu;
const isTrue =
  /^(?:this (?:is|claim is) )?(?:mostly |largely )?(?:true|correct|accurate|right|confirmed|stimmt|richtig|vrai|verdadero|cierto|vero)\b/iu;
const verdictReach = 12; // sentences from a claim to its verdict

// Said about words that stand before or behind: that their speaker never said them. The clause must end there, so that
// "she never said it was safe" is about something else.
const clauseEnd = '(?=\\s*(?:[.,;:!?—–)]|$|\\b(?:and|but|or|in|at|on|to|during|when|publicly|privately)\\b))';
const neverSaid = new RegExp(
  `(?:\\b(?:never|not)|n['’]t)\\s(?:actually |ever |really |publicly |in fact )?(?:say|said|saying|made?|giv(?:e|en)|gave|wr(?:i|o)t(?:e|ten)|post(?:ed)?|utter(?:ed)?|spoken?|us(?:e|ed)|tweet(?:ed)?)\\s(?:it|this|that|so|such|(?:any )?such (?:a )?(?:thing|remark|statement|comment|words?)|anything (?:like (?:it|this|that)|of the (?:kind|sort))|(?:the|those|these|any of (?:it|this|that|those|these)) ?(?:words|quote|quotation|remarks?|comments?|statement|sentence)?)${clauseEnd}`,
  'iu',
);
const deniesIt = new RegExp(
  `\\bden(?:y|ies|ied)\\s(?:(?:this|that|it|so)${clauseEnd}|(?:ever )?(?:having )?(?:said|saying|made|making|written|writing|used|using)\\s(?:it|this|that|so|any such thing|the|those|these)\\b|(?:the|those|these) (?:quote|quotation|remarks?|comments?|words|statement)${clauseEnd})`,
  'iu',
);
const fakeQuote =
  /\b(?:quote|quotation|remarks?|words|statement|sentence)\b[^.;:]{0,60}\b(?:is|are|was|were|has been|have been|had been)\s(?:\p{Ll}+ly\s)?(?:a )?(?:fake|false(?:ly attributed)?|fabricat(?:ed|ion)|doctored|made up|invented|forged|forgery|hoax|misattributed|satir(?:e|ical)|not (?:real|authentic|genuine|(?:his|hers|theirs)))\b|\b(?:falsely|wrongly|erroneously) attributed\b|\bthere is no (?:record|evidence|trace|proof) (?:of|that) [^.;:]{0,40}\b(?:said|saying|ever)\b/iu;
const elsewhere =
  /\bhat (?:das|dies|so etwas) (?:nie|niemals|nicht) gesagt|\bn['’]a jamais (?:dit|tenu|prononcé)|\bnunca (?:dijo|ha dicho|pronunció)|\bnon ha mai detto|\b(?:das|dieses) zitat ist (?:gefälscht|erfunden|falsch)|\bcette citation est (?:fausse|inventée)|\b(?:la|esta) (?:cita|frase) es falsa/iu;
const tellsIt =
  /\b(?:den(?:y|ies|ied)|disput\p{Ll}+|false(?:ly)?|fake|untrue|never|not|hoax|myth|rumou?rs?|claims?|allege\p{Ll}*)\b/iu;

const refersBack = /^(?:[\p{L} ]{1,20}:\s*)?(?:(?:but|however|yet|in fact),?\s)?(?:he|she|they|it)\b/iu;
const behind = 2; // sentences after the words in which they may be disowned

/**
 * True where a statement rests on words that the article itself disproves or has disowned by who is said to have said them:
 * a fact check's "CLAIM: …", and “…” before "She never said it" or "Keller denies this". A statement that tells as much passes.
 *
 * @param speaker  who is said to have said it; null where nobody is
 */
export function isDisproved(statement: string, sentences: number[], reading: Reading, speaker: string | null): boolean {
  if (tellsIt.test(statement)) return false;
  if (sentences.some((id) => isLabelledClaim(id, reading))) return true;
  if (speaker === null) return false;
  const mentions = findMentions(speaker, reading);
  const last = Math.max(...sentences);
  for (let id = last + 1; id <= last + behind; id += 1) {
    const sentence = sentenceAt(id, reading);
    if (!sentence) continue;
    const words = maskedOf(sentence, reading);
    if (fakeQuote.test(words) || elsewhere.test(words)) return true;
    // "She" who never said it is the speaker; who "denies this" may be whom the words accuse, unless it is the speaker by name.
    const isNamed = mentions.some(({ start, end }) => start >= sentence.start && end <= sentence.end);
    if (isNamed && deniesIt.test(words)) return true;
    if ((isNamed || refersBack.test(words)) && neverSaid.test(words)) return true;
  }
  return false;
}

/** True in a paragraph that a label calls somebody's claim, with a verdict after it that does not call it true. */
function isLabelledClaim(id: number, reading: Reading): boolean {
  const sentence = sentenceAt(id, reading);
  if (!sentence || !claimLabel.test(paragraphAt(sentence.start, reading))) return false;
  for (let next = id; next <= id + verdictReach; next += 1) {
    const later = sentenceAt(next, reading);
    const verdict = later && verdictLabel.exec(reading.article.text.slice(later.start, later.end))?.[1];
    if (verdict !== undefined) return !isTrue.test(verdict);
  }
  return false;
}

const maxLabel = 80; // characters; a label stands at its paragraph's start

function paragraphAt(offset: number, { article: { text } }: Reading): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return text.slice(start, start + maxLabel);
}
