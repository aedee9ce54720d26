import { toBase } from '../../grammar/verb-forms.ts';
import { findVerbGroups, listTokens, listVerbStems } from '../../grammar/verb-groups.ts';
import { isFunctionWord, listWords, toStem } from '../../grammar/word-list.ts';

// What a sentence makes the rest of it depend on. "ask if", "as if" and "even if" do not.
const condition =
  /(?<!\b(?:as|even|what|ask(?:ed|s)?|asking|see|know|knows|knew|wonder(?:s|ed)?|decide[ds]?|check(?:ed|s)?|sure|unclear|determine[ds]?|out|question(?:s|ed)?)\s)\b(?:if|unless|until|provid(?:ed|ing)\sthat|provided\s(?=(?:they|he|she|we|you|I|there)\b)|(?<=,\s)provided\s(?=it\b)|as\slong\sas|on\scondition\sthat|except(?:\sfor)?|apart\sfrom|other\sthan|excluding|with\sthe\sexception\sof)\b(?!\s(?:not|any|so|possible|necessary|needed|required|applicable|ever|only)\b)/giu;
const excepting = /^(?:except|apart|other|excluding|with)/iu;
const total =
  /\b(?:all|every|each|any|no|none|nobody|nothing|everyone|everybody|everything|whole|entire|always|never)\b/iu;
// "may enter only with a guide"
const only = /\bonly\s(?=(?:with|if|when|after|by|once|on|to|for|in|at|until|through|during|from|as)\b)/giu;
// Words by which a statement says itself that it holds under a condition, with an exception, or within a limit.
const depends =
  /\b(?:if|unless|until|till|provided|as long as|except|apart|other than|excluding|exception|but|would|could|should|may|might|condition(?:s|al|ally)?|depend(?:s|ed|ing|ent)?|in case|when|once|without|needs?|must|requires?|required|most|nearly|almost|before|possibl[ey]|likely|potential(?:ly)?|threat(?:en|ens|ened)?|warn(?:s|ed)?)\b/iu;
const limits =
  /\b(?:only|needs?|must|requires?|required|unless|without|if|just|solely|exclusively|limited|restricted|except|alone|not)\b/iu;
const sentenceEnd = /(?<=[.!?]["”’»]*)\s+|\n+/u;
const joined = /\b(?:and|but|or)\s$/iu;
const minShare = 0.6; // of a statement's words that stand in the one part, for it to be about that part
const minShared = 2;
const maxSentences = 40; // of a passage
const maxMarkers = 5; // of a sentence; one with more is no sentence
const maxLength = 3000; // characters of a sentence that are looked at

/**
 * True where a statement has what its passage makes depend on something without what it depends on: "Wells will resign" of "if
 * the bank fails, Wells will resign"; or has the condition as a fact, an exception left out, a limit ("only with") left out.
 */
export function dropsCondition(statement: string, passage: string): boolean {
  const said = stemsOf(statement);
  if (said.size === 0) return false;
  const sentences = passage.split(sentenceEnd).map((sentence) => sentence.slice(0, maxLength));
  return sentences.slice(0, maxSentences).some((sentence, at) => {
    if (!isUnder(sentence, statement, said)) return false;
    // Another sentence says all of it plainly.
    return !sentences.some((other, index) => index !== at && isWithin(said, stemsOf(other)) && !isMarked(other));
  });
}

function isMarked(sentence: string): boolean {
  return sentence.search(condition) >= 0 || sentence.search(only) >= 0;
}

function isUnder(sentence: string, statement: string, said: Set<string>): boolean {
  for (const { index, 0: marker } of [...sentence.matchAll(condition)].slice(0, maxMarkers)) {
    const behind = sentence.slice(index + marker.length);
    const stop = behind.search(/[,;:—–]|\b(?:but|said|says|told)\b|["”]/u);
    const depending = stop < 0 ? behind : behind.slice(0, stop);
    // "She skates and if it rains she swims": what stands before the "and" depends on nothing.
    const lead = joined.test(sentence.slice(0, index)) ? '' : sentence.slice(0, index);
    const main = lead + (stop < 0 ? '' : behind.slice(stop));
    if (excepting.test(marker) ? !total.test(main) : /^until$/i.test(marker) && !hasVerb(depending)) continue;
    if (depends.test(statement.replace(/\bMay\b/gu, ''))) continue;
    if (isAbout(said, stemsOf(main))) return true;
    if (!excepting.test(marker) && isAbout(said, stemsOf(depending))) return true;
  }
  if (limits.test(statement)) return false;
  return [...sentence.matchAll(only)].slice(0, maxMarkers).some(({ index, 0: marker }) => {
    const main = stemsOf(
      sentence
        .slice(0, index)
        .split(/[;:—–]/u)
        .at(-1) ?? '',
    );
    const limit = sentence.slice(index + marker.length).split(/[,;:—–]|\b(?:and|but|until)\b/u)[0] ?? '';
    return isAbout(said, main) && !meets(said, stemsOf(limit));
  });
}

function hasVerb(part: string): boolean {
  const [tokens = []] = listTokens([part]);
  return findVerbGroups(tokens, listVerbStems(tokens)).length > 0;
}

function isAbout(said: Set<string>, part: Set<string>): boolean {
  const shared = [...said].filter((stem) => part.has(stem)).length;
  return shared >= Math.min(minShared, said.size) && shared >= said.size * minShare;
}

function isWithin(said: Set<string>, part: Set<string>): boolean {
  return [...said].every((stem) => part.has(stem));
}

function meets(said: Set<string>, part: Set<string>): boolean {
  return [...part].some((stem) => said.has(stem));
}

function stemsOf(text: string): Set<string> {
  const content = listWords(text).filter(({ key }) => !isFunctionWord(key));
  return new Set(content.map(({ key }) => toStem(toBase(key))));
}
