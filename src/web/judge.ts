import type { Refusal } from '../core/article.ts';
import { dropQuoted, mostlyMatches, speaksToReader } from '../core/notice-signs.ts';
import {
  adBlockWords,
  blockedWords,
  botCheckMarkup,
  botCheckWords,
  consentWords,
  errorWords,
  offerWords,
  parkedWords,
  regionWords,
  scriptWords,
  subscriberWords,
} from '../core/notice-words.ts';
import { countWords, isProse } from '../core/words.ts';
import { isListing } from './judge-listing.ts';
import { pageRefusals, type Seen } from './judge-sentences.ts';
import {
  asksForLogin,
  asksForPassword,
  asksToPay,
  findHeading,
  findMedia,
  isSameName,
  isShell,
  isTitledAs,
  offersChoice,
} from './judge-signs.ts';
import type { PageEvidence } from './page-evidence.ts';

// Below this a text is no article unless the page says that it is one.
const fewWords = 60;
// A page that says it is an article is believed from here on; one that asks for a subscription, or only looks like an
// article, needs more.
const leastWords = 25;
const leastDoubtfulWords = 45;
// Above this only the plainest signs make a page something else than an article.
const enoughWords = 250;

/**
 * Says whether a page is an article: undefined where it is, else why it is not, with the sentence a person reads. A page
 * with enough running text is an article unless it plainly is something else.
 */
export function judgePage(page: PageEvidence): Refusal | undefined {
  const seen = findFault(page);
  return seen && pageRefusals[seen];
}

/** True where the page asks for a subscription and shows so little that it can only be the article's beginning. */
export function isCutShort(page: PageEvidence, statedWords: number): boolean {
  if (page.isPaid) return page.wordCount < Math.max(enoughWords, statedWords * 0.6);
  const asks = asksToPay(page);
  if (page.isMetered) return page.wordCount < (asks ? Math.max(enoughWords, statedWords * 0.6) : statedWords * 0.6);
  return page.wordCount < 150 && asks;
}

function findFault(page: PageEvidence): Seen | undefined {
  const { wordCount } = page;
  const top = `${page.title}\n${page.ownVoice.slice(0, 3000)}`;
  const said = `${page.title}\n${page.statements.slice(0, 3000)}`;
  const asks = asksToPay(page);
  const asksForMoney = page.isPaid || page.isMetered || asks;
  const isShort = wordCount < findLeast(page, asksForMoney);
  const sparse = countWords(page.visibleText.slice(0, 4000)) < 120;
  // Such pages speak to their reader in every sentence; an article about them does not.
  const isNotice = isShort || (wordCount < enoughWords && !page.isArticle && speaksToReader(page.text));

  if (isNotice || isTitledAs(page, botCheckWords)) {
    if (botCheckWords.test(top)) return blockedWords.test(top) ? 'blocked' : 'bot-check';
    if (isShort && sparse && botCheckMarkup.test(page.markup)) return 'bot-check';
    if (parkedWords.test(top) && sparse) return 'parked';
  }
  if (isNotice && regionWords.test(top)) return 'elsewhere';
  if (isErrorPage(page, isShort, isNotice)) return 'error-page';
  if (isSameName(page)) return 'same-name';
  if (isListing(page)) return 'home-page';
  if (isShort && sparse && asksForPassword(page)) return 'login';
  const consents = consentWords.test(said);
  if (isNotice && consents) {
    if (offersChoice(said) || mostlyMatches(dropQuoted(page.text), consentWords)) return 'consent';
    if (findHeading([page.title, ...page.headings], consentWords) && speaksToReader(page.text)) return 'consent';
  }
  if (isShort && sparse && consents && !asks && !subscriberWords.test(page.ownVoice)) return 'consent';
  if (!page.isArticle && wordCount < enoughWords && mostlyMatches(page.text, consentWords, 0.7)) return 'consent';
  // What is left under the headline only praises the subscription.
  if (asksForMoney && wordCount < enoughWords && mostlyMatches(page.text, offerWords)) return 'paywall';
  if (!isShort) return undefined;
  if (asksForLogin(page)) return 'login';
  if (asksForMoney || subscriberWords.test(page.ownVoice)) return 'paywall';
  if (sparse && adBlockWords.test(top)) return 'ad-blocker';
  if (scriptWords.test(`${page.noscript}\n${page.visibleText}`) && sparse) return 'needs-script';
  const shown = findMedia(page);
  if (shown) return shown;
  if (sparse && (page.scriptChars > 2000 || isShell(page))) return 'needs-script';
  if (consents && sparse) return 'consent';
  if (errorWords.test(top)) return 'error-page';
  return 'too-short';
}

/** How many words make an article of this page: the fewer, the more it looks like one. */
function findLeast({ isArticle, headings, text }: PageEvidence, asksForMoney: boolean): number {
  if (isArticle) return asksForMoney ? leastDoubtfulWords : leastWords;
  const isNewsItem = headings.length > 0 && text.split('\n\n').filter(isProse).length >= 2 && !speaksToReader(text);
  return isNewsItem && !asksForMoney ? leastDoubtfulWords : fewWords;
}

function isErrorPage(page: PageEvidence, isShort: boolean, isNotice: boolean): boolean {
  const inTitle = errorWords.exec(dropQuoted(page.title)) ?? findHeading(page.headings, errorWords);
  if (isShort && (inTitle || errorWords.test(dropQuoted(page.visibleText.slice(0, 600))))) return true;
  if (!inTitle) return false;
  // Below the notice, the site's newest stories.
  return isNotice || (inTitle.index < 8 && !page.isArticle && page.longestRow < fewWords);
}
