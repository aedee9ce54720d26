import { dropQuoted } from '../core/notice-signs.ts';
import { loginTitle, paywallWords } from '../core/notice-words.ts';
import { countWords } from '../core/words.ts';
import type { Seen } from './judge-sentences.ts';
import type { PageEvidence } from './page-evidence.ts';

/** Finds a notice among a page's first headings: only one that is such a notice, not one that tells a story about it. */
export function findHeading(headings: string[], notice: RegExp): RegExpExecArray | null {
  for (const heading of headings.slice(0, 2)) {
    const found = countWords(heading) <= 14 ? notice.exec(dropQuoted(heading)) : null;
    if (found) return found;
  }
  return null;
}

/** Tells whether a page of little text that does not call itself an article has a notice, and not much else, for a headline. */
export function isTitledAs({ title, headings, isArticle, wordCount }: PageEvidence, notice: RegExp): boolean {
  if (isArticle || wordCount > 250) return false;
  return [title, ...headings.slice(0, 1)].some((line) => (notice.exec(line)?.[0].length ?? 0) > line.length * 0.6);
}

/** Tells whether a page wants to know who its reader is: by its title, its headline or its address. */
export function asksForLogin({ title, headings, pageUrl }: PageEvidence): boolean {
  if ([title, ...headings].some((line) => loginTitle.test(line.trim()))) return true;
  const path = URL.parse(pageUrl)?.pathname ?? '';
  return /\/(?:log-?in|sign-?in|sso|auth(?:orize|wall)?)(?:[/.]|$)/i.test(path);
}

/** Tells whether a page has a field for a password. */
export function asksForPassword({ markup }: PageEvidence): boolean {
  return /<input[^>]{0,300}\btype\s{0,3}=\s{0,3}["']?password/i.test(markup);
}

// An article about subscriptions says such words within its sentences; who asks says little else.
const askWords = 25;

/** Tells whether a page asks to subscribe or to register: beside the article, or in a short paragraph of its own. */
export function asksToPay({ asides, text }: Pick<PageEvidence, 'asides' | 'text'>): boolean {
  if (paywallWords.test(asides)) return true;
  return text.split('\n\n').some((line) => paywallWords.test(dropQuoted(line)) && countWords(line) <= askWords);
}

/** Tells whether a page lets its reader choose between being tracked and paying: one sentence names both. */
export function offersChoice(said: string): boolean {
  return said.split(/[.!?\n]/).some((line) => tracking.test(line) && paying.test(line) && choosing.test(line));
}

const tracking = /cookie|track|werbung|publicit|pubblicit|publicidad/i;
const paying = /suscr[ií]|abbona|abonn|(?<!\p{L})(?:pur-?)?abo(?!\p{L})|subscri|prenum/iu;
const choosing =
  /accept|acept|accett|akzept|aceit|refus|rechaz|rifiut|reject|ablehn|weiger|choose|wähl|choisi|oder|lesen/i;

// The elements in which frameworks put what their scripts build.
const mounts =
  /<(?:div|main|section)\b[^>]{0,200}\bid\s{0,3}=\s{0,3}["']?(?:root|app|__next|__nuxt|___gatsby|react-root|app-root|main-app)["'\s>]|<(?:[a-z]{1,20}-(?:app|root|shell)|app-[a-z]{1,20}|flt-[a-z-]{1,30})[\s>]/i;
const loading =
  /^(?:loading|please wait|lädt|wird geladen|chargement|cargando|caricamento|carregando|laden|ładowanie|laddar|загрузка|読み込み中)(?: [^\s]{1,20})?\s?(?:…|\.{3})?$/imu;

/** Tells whether a page is the shell of one that scripts build: the framework's empty element, or words that it is loading. */
export function isShell({ markup, visibleText }: PageEvidence): boolean {
  return /<script\b/i.test(markup) && (mounts.test(markup) || loading.test(visibleText));
}

const sameName =
  /\((?:disambiguation|begriffsklärung|homonymie|desambigua(?:ción|ção)|disambigua|doorverwijspagina|ujednoznacznienie|значения|förgrening|flertydig)\)|曖昧さ回避|消歧[义義]/iu;
const mayReferTo =
  /^.{1,80} (?:may (?:also )?refer to|steht für|bezeichnet|peut (?:aussi )?désigner|puede (?:referirse a|hacer referencia a)|può (?:riferirsi a|indicare)|pode referir-se a):$/u;

/** Tells whether a page lists the things that share one name, as encyclopedias do. */
export function isSameName({ title, headings, text }: PageEvidence): boolean {
  return sameName.test([title, ...headings.slice(0, 1)].join('\n')) || mayReferTo.test(text.split('\n\n')[0] ?? '');
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

/** What a page without text shows instead: a video, a recording or pictures; undefined where it shows none. */
export function findMedia({ pageUrl, statedType, markup }: PageEvidence): Seen | undefined {
  const names = `${URL.parse(pageUrl)?.pathname ?? ''}\n${statedType}`;
  return media.find(([, named, marked]) => named.test(names) || marked.test(markup))?.[0];
}
