import type { Refusal, RefusalReason } from '../core/article.ts';
import { countWords } from '../core/words.ts';
import type { PageEvidence } from './page-evidence.ts';

// Below this a text is no article unless the page says that it is one.
const fewWords = 60;
// A page that says it is an article is believed from here on; one that asks for a subscription needs more.
const leastWords = 25;
const leastPaidWords = 45;
// A check on its readers is told in fewer words than this; an article about such checks is longer.
const fewerWords = 120;
// Above this only the plainest signs make a page something else than an article.
const enoughWords = 250;

const botCheck =
  /(?:checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|i['’]m not a robot|unusual (?:traffic|activity) (?:from|coming)|please (?:complete|solve) (?:the|this) (?:security check|captcha)|attention required! \| cloudflare|just a moment\.\.\.|enable javascript and cookies to continue|pardon our interruption|access to this page has been denied|press (?:&|and) hold|security (?:check|verification)|bot (?:detection|protection)|ddos protection|request unsuccessful\. incapsula|performing security verification|perimeterx|datadome|human verification|robot or human|sicherheitsprüfung|(?:dass sie|que vous êtes|que eres|que você é|che sei) (?:ein mensch|un humain|humano|um humano|umano))/i;
const botMarkup =
  /(?:cf-challenge|challenge-platform|cf_chl_|g-recaptcha|h-captcha|px-captcha|captcha-delivery\.com|_Incapsula_Resource|turnstile)/i;
const consent =
  /(?:before you continue to|we (?:and our (?:\d+ )?(?:partners|vendors)|value your privacy|use cookies)|accept (?:all )?cookies|manage (?:cookie )?(?:preferences|settings|options)|cookie (?:policy|settings|consent|preferences)|consent to|your privacy (?:choices|matters)|(?:alle )?(?:akzeptieren|cookies zustimmen)|zustimmen und weiter|mit werbung (?:weiter)?lesen|accepter et continuer|continuer sans accepter|aceptar (?:y continuar|todas?)|accetta (?:e continua|tutti)|accepteren)/i;
const errorPage =
  /(?:\b(?:404|410|403|500|502|503)\b.{0,40}(?:not found|error|forbidden|gone|unavailable|gateway)|page (?:not found|cannot be found|can['’]t be found|doesn['’]t exist|you (?:requested|are looking for|were looking for) .{0,40}(?:not|no longer|moved))|not found$|this page (?:isn['’]t available|is not available|no longer exists|has been (?:removed|deleted))|(?:sorry|oops|uh-oh)[!,.…]? .{0,60}(?:not|can['’]t|wrong|no longer|moved|error)|something went wrong|internal server error|service unavailable|access denied|forbidden|seite nicht gefunden|page introuvable|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden|страница не найдена|ページが見つかりません|site maintenance|temporarily unavailable|bad gateway)/i;
const paywall =
  /(?:subscribe (?:to (?:continue|read|keep|unlock)|now to)|to (?:continue|keep) reading|(?:this|the full) (?:article|story|content) is (?:only |exclusively )?(?:for|available (?:to|for)|reserved for) .{0,30}(?:subscribers|members)|already (?:a|have a|an?) (?:subscriber|subscription|member)|(?:subscriber|member|premium)[- ](?:only|exclusive)|become a (?:subscriber|member) to|start your (?:free )?trial|unlock this (?:article|story)|you have (?:reached|used|read) (?:your|all|the) .{0,30}(?:free|limit)|register (?:for free )?to (?:continue|read)|sign in to (?:continue|read)|jetzt (?:weiterlesen|abonnieren)|weiterlesen mit|abo(?:nnement)? (?:abschließen|testen)|(?:article|contenu) réservé aux abonnés|abonnez-vous pour|(?:contenido|artículo) (?:exclusivo )?para suscriptores|suscríbete para (?:seguir|leer|continuar)|exclusivo para assinantes|contenuto riservato agli abbonati|abbonati per (?:continuare|leggere)|alleen voor abonnees|会員限定|有料会員)/i;
const needsScript =
  /(?:(?:enable|activate|turn on|requires?|need|without|disabled) (?:\w+ ){0,3}javascript|javascript (?:is |must be |to be )?(?:disabled|required|enabled|needed|turned off)|activ(?:er|ez|a|e|ar) (?:el |le )?javascript|javascript (?:aktivieren|deaktiviert))/i;

/**
 * Says whether a page is an article: undefined where it is, else why it is not, with the sentence a person reads. A page
 * with enough running text is an article unless it plainly is something else.
 */
export function judgePage(page: PageEvidence): Refusal | undefined {
  const why = findReason(page);
  return why && { kind: 'refusal', why, detail: details[why] };
}

/** True where the page asks for a subscription and shows so little that it can only be the article's beginning. */
export function isCutShort(page: PageEvidence, statedWords: number): boolean {
  if (page.isPaid) return page.wordCount < Math.max(enoughWords, statedWords * 0.6);
  return page.wordCount < 150 && paywall.test(page.visibleText);
}

function findReason(page: PageEvidence): Exclude<RefusalReason, OtherRooms> | undefined {
  const { wordCount } = page;
  const top = `${page.title}\n${page.visibleText.slice(0, 3000)}`;
  const least = page.isPaid || paywall.test(page.visibleText) ? leastPaidWords : leastWords;
  const isShort = wordCount < (page.isArticle ? least : fewWords);
  const sparse = countWords(page.visibleText.slice(0, 4000)) < 120;

  if (wordCount < enoughWords && !(page.isArticle && wordCount > fewWords)) {
    if ((wordCount < fewerWords && botCheck.test(top)) || (botMarkup.test(page.markup) && isShort && sparse))
      return 'bot-check';
    if (errorPage.test(page.title) || (isShort && errorPage.test(page.visibleText.slice(0, 600)))) return 'error-page';
  }
  if (isHome(page)) return 'home-page';
  if (isShort || (wordCount < enoughWords && !page.isArticle)) {
    if (mostlyMatches(page.text, consent) || (isShort && consent.test(top) && !paywall.test(top) && sparse))
      return 'consent';
  }
  if (!isShort) return undefined;
  if (page.isPaid || paywall.test(page.visibleText)) return 'paywall';
  if (needsScript.test(`${page.noscript}\n${page.visibleText}`) && sparse) return 'needs-script';
  if (sparse && page.scriptChars > 2000) return 'needs-script';
  if (consent.test(top) && sparse) return 'consent';
  if (errorPage.test(top)) return 'error-page';
  return 'too-short';
}

// A front page: its address is the site's root, or it is headlines that link elsewhere and hardly any text of its own.
function isHome(page: PageEvidence): boolean {
  if (page.isArticle) return false;
  const path = URL.parse(page.pageUrl)?.pathname ?? '';
  const isRoot = /^\/(?:index\.\w{2,5}|home\/?|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(path);
  if (isRoot && !URL.parse(page.pageUrl)?.search) return page.headlineLinks >= 5 || page.wordCount < enoughWords;
  if (page.headlineLinks < 15) return false;
  return page.teaserShare > 0.6 || page.textLinkShare > 0.6 || (page.linkShare > 0.6 && page.wordCount < fewWords);
}

function mostlyMatches(text: string, pattern: RegExp): boolean {
  const paragraphs = text.split('\n\n').filter(Boolean);
  const matching = paragraphs.filter((paragraph) => pattern.test(paragraph)).length;
  return paragraphs.length > 0 && matching >= paragraphs.length / 2;
}

type OtherRooms = 'gone' | 'unreachable' | 'too-large' | 'blocked-address' | 'timed-out' | 'robots' | 'not-text';

const paste = 'Paste the article’s text here and I will read that.';
const details: Record<Exclude<RefusalReason, OtherRooms>, string> = {
  paywall: `The page shows only a subscription notice, not the article. ${paste}`,
  consent: `The page shows a cookie or privacy notice instead of the article. ${paste}`,
  'bot-check': `The site asks for proof that its reader is human, so I saw no article. ${paste}`,
  'home-page': 'This is a front page with many headlines, not one article. Post the link of the article itself.',
  'error-page': `The site answers with an error page instead of the article. Check the link, or paste the article’s text here.`,
  'needs-script': `The page builds its text with scripts, which I do not run. ${paste}`,
  'too-short': `I found too little text on this page for an article. ${paste}`,
};
