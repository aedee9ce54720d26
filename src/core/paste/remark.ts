import { countWords } from '../words.ts';

const longestRemark = 30;
// What colleagues ask one another or a program to do with a text.
const request =
  /^(?:(?:hi|hello|hey|hallo|bonjour|hola)\b[^.!?]{0,30}[,!:]\s*)?(?:(?:can|could|would|will) (?:you|we|someone|anyone|somebody)(?: please| pls| all)?|please|pls|plz|bitte|kannst du|könnt ihr|peux-tu|pouvez-vous|puedes|podéis) (?:\p{L}+ ){0,1}(?:check|summari[sz]e|read|look|tell|explain|verify|translate|pull|list|help|review|discuss|use|prüf|zusammenfass|lies|lest|schau|vérifi|résum|lire|lee|resum|revis)/iu;
const wondering =
  /^(?:what (?:do|would) (?:you|we|people) (?:all )?(?:think|make|say)|(?:any )?thoughts\b|your (?:take|view|thoughts)|should we\b|do we (?:know|have|want|need)|worth (?:a|an|replying|discussing|sharing)\b|was (?:meint|denkt|haltet) ihr|qu['’]en pensez|(?:qué|que) (?:opináis|opinan|os parece|piensan))/i;

/** True for a person's own request above a text they pasted: "Can you check who says so?" A headline asks of the world. */
export function isRequest(text: string): boolean {
  return countWords(text) <= longestRemark && request.test(text);
}

/** True for a person's own words below a text they pasted: a question to whoever reads it. */
export function isAfterthought(text: string): boolean {
  if (countWords(text) > longestRemark) return false;
  return request.test(text) || (wondering.test(text) && /\?|^(?:any )?thoughts\b.{0,20}$/i.test(text));
}
