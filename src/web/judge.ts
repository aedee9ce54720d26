import type { Refusal } from '../core/article.ts';
import { countWords, isProse } from '../core/words.ts';
import { refuse } from './fetch-refusals.ts';
import { isListing } from './judge-listing.ts';
import {
  botCheckMarkup,
  botCheckWords,
  consentWords,
  errorWords,
  loginTitle,
  parkedWords,
  paywallWords,
  regionWords,
  scriptWords,
} from './judge-words.ts';
import { dropQuoted, type PageEvidence } from './page-evidence.ts';

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
  return seen && refusals[seen];
}

/** True where the page asks for a subscription and shows so little that it can only be the article's beginning. */
export function isCutShort(page: PageEvidence, statedWords: number): boolean {
  if (page.isPaid) return page.wordCount < Math.max(enoughWords, statedWords * 0.6);
  const asks = paywallWords.test(page.ownVoice);
  if (page.isMetered) return page.wordCount < (asks ? Math.max(enoughWords, statedWords * 0.6) : statedWords * 0.6);
  return page.wordCount < 150 && asks;
}

function findFault(page: PageEvidence): Seen | undefined {
  const { wordCount } = page;
  const top = `${page.title}\n${page.ownVoice.slice(0, 3000)}`;
  const asksForMoney = page.isPaid || page.isMetered || paywallWords.test(page.ownVoice);
  const isShort = wordCount < findLeast(page, asksForMoney);
  const sparse = countWords(page.visibleText.slice(0, 4000)) < 120;
  // Such pages speak to their reader in every sentence; an article about them does not.
  const isNotice = isShort || (wordCount < enoughWords && !page.isArticle && speaksToReader(page.text));

  if (isNotice) {
    if (botCheckWords.test(top) || (isShort && sparse && botCheckMarkup.test(page.markup))) return 'bot-check';
    if (parkedWords.test(top) && sparse) return 'parked';
  }
  if (isNotice && regionWords.test(top)) return 'elsewhere';
  if (isErrorPage(page, isShort, isNotice)) return 'error-page';
  if (isListing(page)) return 'home-page';
  const consents = consentWords.test(top);
  if (isNotice && consents && mostlyMatches(dropQuoted(page.text), consentWords)) return 'consent';
  if (isShort && sparse && consents && !paywallWords.test(top)) return 'consent';
  if (!isShort) return undefined;
  if (asksForLogin(page, sparse)) return 'login';
  if (asksForMoney) return 'paywall';
  if (scriptWords.test(`${page.noscript}\n${page.visibleText}`) && sparse) return 'needs-script';
  const shown = findMedia(page);
  if (shown) return shown;
  if (sparse && page.scriptChars > 2000) return 'needs-script';
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
  const inTitle = errorWords.exec(page.title) ?? findHeading(page.headings, errorWords);
  if (isShort && (inTitle || errorWords.test(dropQuoted(page.visibleText.slice(0, 600))))) return true;
  if (!inTitle) return false;
  // Below the notice, the site's newest stories.
  return isNotice || (inTitle.index < 8 && !page.isArticle && page.longestRow < fewWords);
}

// Only a heading that is such a notice, not one that tells a story about it.
function findHeading(headings: string[], notice: RegExp): RegExpExecArray | null {
  for (const heading of headings.slice(0, 2)) {
    const found = countWords(heading) <= 14 ? notice.exec(dropQuoted(heading)) : null;
    if (found) return found;
  }
  return null;
}

function asksForLogin({ title, headings, markup, pageUrl }: PageEvidence, sparse: boolean): boolean {
  if ([title, ...headings].some((line) => loginTitle.test(line.trim()))) return true;
  const path = URL.parse(pageUrl)?.pathname ?? '';
  if (/\/(?:log-?in|sign-?in|sso|auth(?:orize)?)(?:[/.]|$)/i.test(path)) return true;
  return sparse && /<input[^>]{0,300}\btype\s{0,3}=\s{0,3}["']?password/i.test(markup);
}

const media: [seen: 'video' | 'sound' | 'pictures', named: RegExp, markup: RegExp][] = [
  [
    'video',
    /(?:\/|^)(?:videos?|watch|mediathek|vidéos?)[/.]/im,
    /<video[\s>]|"VideoObject"|<iframe[^>]{0,500}(?:youtube|vimeo|player)/i,
  ],
  ['sound', /(?:\/|^)(?:podcasts?|audio|radio|episodes?|music)[/.]/im, /<audio[\s>]|"PodcastEpisode"|"AudioObject"/i],
  [
    'pictures',
    /(?:\/|^)(?:galler(?:y|ies)|galerie|photos?|pictures|fotos?|bilder|fotostrecken?|diaporama|slideshow|cartoons?)\b/im,
    /<figure[\s>]|"ImageGallery"/i,
  ],
];

function findMedia({ pageUrl, statedType, markup }: PageEvidence): Seen | undefined {
  const names = `${URL.parse(pageUrl)?.pathname ?? ''}\n${statedType}`;
  return media.find(([, named, marked]) => named.test(names) || marked.test(markup))?.[0];
}

const toReader =
  /(?<![\p{L}])(?:you|your|yours|we|our|vous|votre|vos|nous|nos|usted|nuestr[ao]s?|você|uw)(?![\p{L}])|(?<=\s)(?:Sie|Ihre?[nmrs]?|Ihnen|[Ww]ir|[Uu]nsere?[nmrs]?)(?![\p{L}])/giu;

function speaksToReader(text: string): boolean {
  return (text.match(toReader)?.length ?? 0) * 20 >= countWords(text);
}

function mostlyMatches(text: string, pattern: RegExp): boolean {
  const paragraphs = text.split('\n\n').filter(Boolean);
  const matching = paragraphs.filter((paragraph) => pattern.test(paragraph)).length;
  return paragraphs.length > 0 && matching >= paragraphs.length / 2;
}

const askForArticle = 'Post the link of the article itself.';
const refusals = {
  paywall: refuse('paywall', 'The page shows only an offer to subscribe, not the article.'),
  login: refuse('paywall', 'The page asks its readers to log in, so I saw no article.'),
  consent: refuse('consent', 'The page shows a cookie or privacy notice instead of the article.'),
  'bot-check': refuse('bot-check', 'The site asks for proof that its reader is human, so I saw no article.'),
  'home-page': refuse('home-page', 'This is a front page or a list of headlines, not one article.', askForArticle),
  'error-page': refuse(
    'error-page',
    'The site shows an error page instead of the article.',
    'Check the link, or paste the article’s text here.',
  ),
  elsewhere: refuse('error-page', 'The site does not show this page in the part of the world where I read it.'),
  parked: refuse(
    'error-page',
    'The site shows no articles any more: its address is for sale or not in use.',
    'Check the link, or paste the article’s text here.',
  ),
  'needs-script': refuse('needs-script', 'The page builds its text with scripts, which I do not run.'),
  video: refuse('too-short', 'The page shows a video and hardly any text to read.'),
  sound: refuse('too-short', 'The page plays a recording and holds hardly any text to read.'),
  pictures: refuse('too-short', 'The page shows pictures and hardly any text to read.'),
  'too-short': refuse('too-short', 'I found too little text on this page for an article.'),
} satisfies Record<string, Refusal>;
type Seen = keyof typeof refusals;
