// What newsrooms write when somebody disputes what somebody else says (English). One list a part of the sentence.

/** Verbs that dispute what they have as an object, in forms that have a subject of their own. */
export const disputing =
  'den(?:y|ies|ied)|disput(?:e|es|ed)|refut(?:e|es|ed)|rebut(?:s|ted)?|contradict(?:s|ed)?|contest(?:s|ed)?|reject(?:s|ed)?|dismiss(?:es|ed)?|den(?:ounce|ounces|ounced)|debunk(?:s|ed)?|push(?:es|ed)? back (?:on|against)|hit(?:s)? back at|scoff(?:s|ed)? at|brush(?:es|ed)? (?:off|aside)|shrug(?:s|ged)? off|laugh(?:s|ed)? off|took issue with|takes issue with';

/** The same where what is disputed comes first: "was denied by". */
export const disputed = 'denied|disputed|rejected|dismissed|refuted|contested|rebutted|contradicted|debunked';

/** Verbs whose object may be what is disputed itself: "denied taking bribes"; "rejected the deal" disputes nothing. */
export const ofContent = /^(?:den(?:y|ies|ied|ying)|disput)/i;

/** Nouns for what somebody says against somebody or holds to be so. */
export const claimNoun =
  'accusations?|allegations?|claims?|charges?|assertions?|suggestions?|reports?|rumou?rs?|criticisms?|characteri[sz]ations?|portrayals?|accounts?|insinuations?|contentions?|notion|idea|version|statements?|findings?|narrative|figures?|numbers?|estimates?|totals?|tolls?';

/** What is denied without saying of what: "any wrongdoing", "involvement". */
export const guilt =
  'wrongdoing|wrong-doing|involvement|responsibility|guilt|liability|misconduct|impropriety|(?:doing|having done) anything (?:wrong|illegal|improper)';

/** What a disputed claim is called. */
export const untrue =
  'false(?:hoods?)?|untrue|baseless|unfounded|groundless|nonsense|a lie|lies|fabricated|wrong|incorrect|inaccurate|misleading|ridiculous|absurd|without (?:merit|foundation)|meritless|exaggerated|inflated';

/** What accuses, so that a denial behind it can mean it: a verb of speech may report anything. */
export const accusing =
  /\b(?:accus|alleg|suspect|blam|charg|implicat|indict|claim|complain|critici[sz]|condemn|denounc)\p{Ll}*/iu;
