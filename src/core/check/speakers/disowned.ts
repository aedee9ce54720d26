// Before a verb that reports, and next to it: it was not done, only might be, or once was.
const adverbs = '(?:(?:\\p{Ll}+ly|ever|yet|also|even|actually|have|has|had|be|been|publicly|quite)\\s+){0,3}$';
const notSaid = new RegExp(
  `(?:\\b(?:not|never|cannot|without|stopped|ceased|instead of|rather than|yet to|short of|(?:refus|declin|fail)\\p{Ll}* to|avoid\\p{Ll}*)|n['’]t|\\bden(?:y|ied|ies|ying|ial of|ies)(?: ever)?(?: having)?(?: that (?:he|she|they|it)(?: had)?)?)\\s+${adverbs}`,
  'iu',
);
// "denied on Tuesday a report that he had told aides", "rejected the claim that Cole said"
const deniedThat =
  /\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing))\s(?:(?!\b(?:and|but|said|says|told)\b)[^,;:\uFFFC]){0,80}?\bthat\s(?:(?!\b(?:that|and|but)\b)[\p{L}’'.-]+\s){1,5}$/iu;
const maybeSaid = new RegExp(`\\b(?:may|might|could|should)\\s+${adverbs}`, 'iu');
// "will say on Friday", "is due to tell", "would say": not said yet, or never; "would later say", "would only say" are told of.
const willSay = new RegExp(
  `(?:\\b(?:will|shall|would)|['’]ll|\\b(?:expected|due|set|scheduled|likely|poised|planning|plans|planned|preparing|prepared|ready|going|hopes|intends|wants)\\sto)\\s(?!(?:later|only|often|always|sometimes|subsequently|eventually|repeatedly|regularly|usually|soon|go on)\\b)${adverbs}`,
  'iu',
);
const says =
  /\b(?:will|shall|would|expected|due|set|plans?|planned|going to|likely|hopes?|intends?|wants?)\b|['’]ll\b/iu;
const onceSaid = new RegExp(`\\b(?:once|formerly|used to)\\s+${adverbs}`, 'iu');
const madeToSay =
  /\b(?:want|urg|ask|call|expect|order|press|pressur|forc|begg?|dar|invit|encourag|advis|need|demand|requir|persuad)\p{Ll}*\s[^,;:]{2,60}\sto\s+$/iu;
const accusedOf = /\b(?:accus|suspect|charg|blam)\p{Ll}*\s[^,;:]{0,60}\b(?:of|for)\s+(?:having\s+)?$/iu;
const untrueThat =
  /\b(?:not true|untrue|false|a lie|a myth|not the case|no (?:evidence|record|proof|sign)|nobody \p{Ll}+|no one \p{Ll}+)\s(?:that\s)?$/iu;
const supposed =
  /(?:^|[,;:—–(]\s*|\b)(?:if|unless|whether|suppose|imagine|in case|until|(?:^|[.,;]\s*)(?:should|had|were))\s+(?:\p{L}+\s+){0,2}$/iu;

/**
 * True where the words before a reporting verb say that nobody reports by it: "never said", "denied having said", "might say",
 * "once said", "urged Cole to say", "accused Cole of saying", "if Cole says"; and the statement says none of it.
 *
 * @param subject  where in `lead` the verb's subject starts
 */
export function isUnsaidBefore(lead: string, statement: string, subject: number): boolean {
  const isFirstPerson = /^(?:I|we)\b/iu.test(lead.slice(subject));
  if (notSaid.test(lead))
    return !/\b(?:not|never|no|den\p{Ll}+|refus\p{Ll}*|declin\p{Ll}*|without)\b|n['’]t\b/iu.test(statement);
  if (deniedThat.test(lead)) return !disputes.test(statement);
  if (maybeSaid.test(lead)) return !isFirstPerson && !/\b(?:may|might|could|should)\b/iu.test(statement);
  if (willSay.test(lead)) return !isFirstPerson && !says.test(statement);
  if (onceSaid.test(lead)) return !/\b(?:once|formerly|used to|no longer)\b/iu.test(statement);
  if (madeToSay.test(lead) || accusedOf.test(lead)) return true;
  if (untrueThat.test(lead.slice(0, subject)) && !disputes.test(statement)) return true;
  return (
    subject < lead.length &&
    supposed.test(lead.slice(0, subject)) &&
    !/^(?:if|unless|whether|should)\b/iu.test(statement)
  );
}

const takenBack =
  /\b(?:no longer (?:holds?|held|believes?|believed|thinks?|says?|supports?|defends?|stands? by)|(?:has|have|had) (?:since |later |now )?(?:retracted|withdrawn|recanted|disowned|disavowed|taken back|walked back)|(?:later |then )?(?:retract(?:ed|s)|withdrew|recant(?:ed|s)|disown(?:ed|s)|disavow(?:ed|s)|walked back|took back) (?:an? |the |that |this |his |her |their |its |earlier )*(?:claims?|views?|statements?|allegations?|accusations?|remarks?|comments?|suggestions?))\b/iu;
const refuting =
  '(?:contradict|dismiss|mock|reject|den[iy]|disput|refut|rebut|debunk|ridicul|challeng|undermin|withdr|retract|recant|disown|disavow|discredit|disprov|contest|condemn|critici)\\p{Ll}*';
const claimNouns =
  '(?:claims?|views?|opinions?|beliefs?|suggestions?|assertions?|statements?|arguments?|allegations?|contentions?|accusations?|insistence|ideas?|theor(?:y|ies))';
const refutedClaim = new RegExp(
  `\\b${refuting}\\s(?:[^,;:]{0,50}\\s)?${claimNouns}(?:\\s(?:of|by|from)\\s(?:(?!and\\s)[^,;:\\s]+\\s){1,6}?|\\s)that\\b|\\b${claimNouns}\\s(?:[^;]{0,200})\\b(?:was|were|is|are)\\s(?:\\p{Ll}+\\s)?(?:false|wrong|untrue|baseless|unfounded|nonsense|incorrect|mistaken|a lie)\\b`,
  'iu',
);
const disputes =
  /\b(?:false|wrong|untrue|baseless|unfounded|den(?:y|ies|ied)|disput\p{Ll}+|reject\p{Ll}*|dismiss\p{Ll}*|no longer|retract\p{Ll}*|withdr\p{Ll}+|recant\p{Ll}*|contradict\p{Ll}*|refut\p{Ll}+|mock\p{Ll}*|not|never)\b/iu;

/** True where a sentence takes back, refutes or mocks a claim that it reports, and the statement does not. */
export function disownsIn(masked: string, statement: string): boolean {
  return (takenBack.test(masked) || refutedClaim.test(masked)) && !disputes.test(statement);
}
