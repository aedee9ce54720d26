import type { Refusal } from '../article.ts';
import { dropQuoted, mostlyMatches, speaksToReader } from '../notice-signs.ts';
import { blockedWords, botCheckWords, consentWords, errorWords, loginTitle, scriptWords } from '../notice-words.ts';
import { isStatement } from '../statement.ts';
import { countWords } from '../words.ts';
import type { PasteLine } from './lines.ts';

// A notice is short; above this its words are an article's.
const mostWords = 200;
// So short a text with a notice's words in it is one, whether it speaks to its reader or not.
const fewWords = 60;
const headingWords = 14;
// Of the running text, this much reports something where it is a story about notices.
const storyShare = 0.4;
const leastHeadlines = 5;

const secret =
  /password|passwort|kennwort|mot de passe|contraseña|senha|wachtwoord|lösenord|hasło|пароль|パスワード|密码/iu;

/**
 * Finds what a person copied where a page showed no article: an error, a cookie notice, a check for robots, a form to log in, a
 * call for scripts, a list of headlines.
 *
 * @param lines  the whole paste, furniture too
 * @param isSigned  whether a headline with a day or a byline was found
 * @returns the refusal; undefined for what may be an article, also one about such notices
 */
export function findNotice(lines: PasteLine[], isSigned: boolean): Refusal | undefined {
  if (isSigned) return undefined;
  if (isHeadlines(lines)) return refusals.headlines;
  const all = lines.map((line) => line.text).join('\n\n');
  const words = countWords(all);
  if (words > mostWords || tellsStory(lines)) return undefined;
  const isAddressed = speaksToReader(all);
  if (words >= fewWords && !isAddressed) return undefined;

  const said = dropQuoted(all);
  const headings = lines.slice(0, 3).filter((line) => !line.prose && countWords(line.text) <= headingWords);
  const isHeaded = (notice: RegExp) => headings.some((line) => notice.test(dropQuoted(line.text)));
  if (botCheckWords.test(said)) return blockedWords.test(said) ? refusals.blocked : refusals.botCheck;
  if (isHeaded(errorWords) || (isAddressed && mostlyMatches(said, errorWords))) return refusals.error;
  if (isHeaded(loginTitle) && secret.test(said)) return refusals.login;
  if (isAddressed && (isHeaded(consentWords) || mostlyMatches(said, consentWords))) return refusals.consent;
  if (isAddressed && mostlyMatches(said, scriptWords)) return refusals.script;
  return blockedWords.test(said) && isAddressed ? refusals.blocked : undefined;
}

function tellsStory(lines: PasteLine[]): boolean {
  const running = lines.filter((line) => line.prose).flatMap((line) => line.text.split(/(?<=[.!?]["”’]?)\s/u));
  const told = running.filter((sentence) => isStatement(sentence));
  return told.length > 0 && countWords(told.join('\n')) >= countWords(running.join('\n')) * storyShare;
}

// Line after line of a few words, and no sentence anywhere.
function isHeadlines(lines: PasteLine[]): boolean {
  const own = lines.filter((line) => !line.kind);
  const headlines = own.filter((line) => !line.prose && !line.row && countWords(line.text) >= 3);
  return (
    headlines.length >= leastHeadlines && own.every((line) => !line.prose && !/[.…。।]["'”’»)]?$/u.test(line.text))
  );
}

const pasteArticle = 'paste the article’s own text and I will read that.';
const refusals = {
  botCheck: refuse('bot-check', 'That is a check whether the reader is human, not an article'),
  blocked: refuse('bot-check', 'That is a site’s notice that it blocks its reader, not an article'),
  error: refuse('error-page', 'That is an error page’s text, not an article'),
  login: refuse('paywall', 'That is a form to log in, not an article'),
  consent: refuse('consent', 'That is a cookie or privacy notice, not an article'),
  script: refuse('needs-script', 'That is a notice that a page needs scripts, not an article'),
  headlines: refuse('home-page', 'That is a list of headlines, not one article'),
};

function refuse(why: Refusal['why'], seen: string): Refusal {
  return { kind: 'refusal', why, detail: `${seen}; ${pasteArticle}` };
}
