import { countWords } from '../core/words.ts';
import type { Seen } from './judge-sentences.ts';
import { loginTitle } from './judge-words.ts';
import { dropQuoted, type PageEvidence } from './page-evidence.ts';

/** Finds a notice among a page's first headings: only one that is such a notice, not one that tells a story about it. */
export function findHeading(headings: string[], notice: RegExp): RegExpExecArray | null {
  for (const heading of headings.slice(0, 2)) {
    const found = countWords(heading) <= 14 ? notice.exec(dropQuoted(heading)) : null;
    if (found) return found;
  }
  return null;
}

/** Tells whether a page wants to know who its reader is; `sparse` where it shows hardly anything else. */
export function asksForLogin({ title, headings, markup, pageUrl }: PageEvidence, sparse: boolean): boolean {
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

/** What a page without text shows instead: a video, a recording or pictures; undefined where it shows none. */
export function findMedia({ pageUrl, statedType, markup }: PageEvidence): Seen | undefined {
  const names = `${URL.parse(pageUrl)?.pathname ?? ''}\n${statedType}`;
  return media.find(([, named, marked]) => named.test(names) || marked.test(markup))?.[0];
}

const toReader =
  /(?<![\p{L}])(?:you|your|yours|we|our|vous|votre|vos|nous|nos|usted|nuestr[ao]s?|você|uw)(?![\p{L}])|(?<=\s)(?:Sie|Ihre?[nmrs]?|Ihnen|[Ww]ir|[Uu]nsere?[nmrs]?)(?![\p{L}])/giu;

/** Tells whether a text speaks to its reader in every sentence, as notices do and articles about them do not. */
export function speaksToReader(text: string): boolean {
  return (text.match(toReader)?.length ?? 0) * 20 >= countWords(text);
}

/** Tells whether at least half of a text's paragraphs match. */
export function mostlyMatches(text: string, pattern: RegExp): boolean {
  const paragraphs = text.split('\n\n').filter(Boolean);
  const matching = paragraphs.filter((paragraph) => pattern.test(paragraph)).length;
  return paragraphs.length > 0 && matching >= paragraphs.length / 2;
}
