import type { Refusal } from '../core/article.ts';
import { blockedWords, botCheckWords } from '../core/notice-words.ts';
import { refuse, transferRefusals } from './fetch-refusals.ts';
import { pageRefusals } from './judge-sentences.ts';

/** What is needed of an answer to tell why it is no page. */
export type StatusEvidence = { status: number; headers: ReadonlyMap<string, string>; html: string };

/**
 * Why an answer with this status is no page to read; undefined where it may be one. `html` is the body as text, or empty.
 *
 * A site that turns a reader away with 401 or 403 does it for one of three reasons, which the body tells apart: it wants a
 * human, it wants a subscriber, or it says no to everyone.
 */
export function refuseStatus({ status, headers, html }: StatusEvidence): Refusal | undefined {
  if (hasChallengeHeader(status, headers)) return botCheck;
  if (status >= 200 && status <= 205) return status < 204 ? undefined : transferRefusals.empty;
  if (status === 404) return refuse('gone', 'There is no page at this link (404).', checkIt);
  if (status === 410) return refuse('gone', 'There is no page at this link any more (410).', checkIt);
  if (status === 451) return refuse('error-page', 'The site does not show this page, for legal reasons (451).');
  if (status === 402) return paywall;
  if (status < 400) return refuse('error-page', `The site answered with no page (${status}).`);
  const page = html.slice(0, 200_000);
  if (botCheckTitle.test(page)) return botCheck;
  if (blockedTitle.test(page)) return pageRefusals.blocked;
  const turnsAway = status === 401 || status === 403;
  // Before the marks: a subscriber's login often has a captcha.
  if (turnsAway && paywallMarks.test(page)) return paywall;
  if (botCheckMarks.test(page)) return botCheck;
  const words = readBeginning(page);
  if (botCheckWords.test(words)) return blockedWords.test(words) ? pageRefusals.blocked : botCheck;
  if (turnsAway) {
    return status === 401
      ? refuse('error-page', 'The site only shows this page to people who are logged in (401).')
      : refuse('error-page', 'The site refused to show me this page (403).');
  }
  if (status === 429) return refuse('error-page', 'The site says that it is being asked too often (429).');
  if (status >= 502) return refuse('unreachable', `The site is not working at the moment (${status}).`);
  return refuse('error-page', `The site answered with an error (${status}).`);
}

// The page's title and its first words; a longer page says much else.
function readBeginning(html: string): string {
  return html
    .slice(0, 20_000)
    .replace(/<(script|style)\b[\s\S]{0,20000}?<\/\1>|<[^>]{0,2000}>/gi, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 600);
}

const checkIt = 'Check the link, or paste the article’s text here.';
const botCheck = refuse(
  'bot-check',
  'The site wants to check that a human is reading, so I saw its check, not the page.',
);
const paywall = refuse('paywall', 'The site shows this page to subscribers only.');

/** DataDome names itself on every answer of a site that it guards, the others only on their check. */
function hasChallengeHeader(status: number, headers: ReadonlyMap<string, string>): boolean {
  return (
    headers.get('cf-mitigated') === 'challenge' ||
    /^(challenge|captcha)$/.test(headers.get('x-amzn-waf-action') ?? '') ||
    (status >= 400 && headers.has('x-datadome'))
  );
}

// Marks that the makers of such checks leave in their pages; a word like "robot" alone stands in many articles, and
// Cloudflare's challenge-platform script in pages that challenge nobody.
const botCheckMarks =
  /cf-chl-|cf_chl_|captcha-delivery\.com|px-captcha|_Incapsula_Resource|awsWafCookieDomainList|sec-if-cpt-container|geo\.captcha|g-recaptcha|h-captcha|hcaptcha\.com|recaptcha\/api\.js|challenges\.cloudflare\.com\/turnstile|KPSDK|sgcaptcha|\/_vercel\/security/i;
const botCheckTitle =
  /<title[^>]{0,200}>[^<]{0,80}(?:just a moment|attention required|are you (?:a )?(?:human|robot)|security check|pardon our interruption|verif(?:y|ying) (?:that )?you|bot (?:check|verification)|human verification)/i;
const blockedTitle = /<title[^>]{0,200}>[^<]{0,80}access denied/i;
const paywallMarks =
  /"isAccessibleForFree"\s{0,5}:\s{0,5}"?false|\b(?:subscribe to (?:continue|read)|subscribers[- ]only|already a subscriber|for subscribers|subscription required)\b/i;
