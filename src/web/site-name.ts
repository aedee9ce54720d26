import { foldWords } from '../core/words.ts';
import type { Block } from './cut-blocks.ts';
import { siteOf } from './same-site.ts';

const bar = /\s(?:\||-|–|—|::|»|•|·)\s|\s?[|｜]\s?/gu;
const rights = /©|\(c\)|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés/i;
// What papers and stations call themselves, in the languages that news most often comes in.
const pressWord =
  /(?<!\p{L})(?:news|times|post|courier|herald|gazette|tribune|journal|chronicle|observer|guardian|telegraph|mirror|examiner|inquirer|sentinel|dispatch|bulletin|bugle|reporter|review|star|sun|echo|argus|standard|record|leader|advertiser|mercury|register|press|radio|tv|television|magazine|wire|monitor|globe|anzeiger|kurier|tag(?:e)?blatt|\p{L}*zeitung|nachrichten|rundschau|presse|bote|merkur|gazette|dépêche|diario|gaceta|heraldo|prensa|noticias|corriere|gazzetta|giornale|messaggero|mattino|folha|jornal|diário|gazeta|dagblad|courant|krant|nieuws|avis|tidende|tidning|bladet|\p{L}+bladet)(?!\p{L})|新聞|新闻|日报|日報|뉴스|신문|일보/iu;
// Sections and their like also stand behind a bar.
const sectionWord =
  /^(?:latest|breaking|top|local|world|us|uk|business|sports?|politics|political|home|technology|tech|science|health|international|national|regional|press|weekly|daily|video|opinion|news|all|our|more|today|live|aktuelle|lokale|noticias|últimas|actualités)(?: (?:and|&) \p{L}+)? (?:news|press|releases?|tv|radio|video|videos|stories|headlines|nachrichten|noticias|review)$/iu;

/**
 * The site's name as `<title>` has it beside the headline, for a page that states none: confirmed by its address, its © line or
 * the link to its home page, or else a paper's or station's name behind a headline that the page shows.
 *
 * @param documentTitle  what stands in `<title>`, decoded
 * @param blocks  of the whole page
 * @returns null where nothing in `<title>` is surely the site's
 */
export function readSiteInTitle(documentTitle: string, blocks: readonly Block[], pageUrl: string): string | null {
  const bars = [...documentTitle.matchAll(bar)];
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return null;
  const tail = documentTitle.slice(last.index + last[0].length).trim();
  const head = documentTitle.slice(0, first.index).trim();
  const title = foldWords(documentTitle.slice(0, last.index));
  // "About - Harbour Notes": the page has no title of its own.
  if (title.length < 8) return null;
  for (const name of [tail, head]) if (isShort(name) && isConfirmed(name, blocks, pageUrl)) return name;
  const isTail = blocks.some((block) => foldWords(block.text) === title);
  return isTail && isShort(tail) && isPressName(tail) ? tail : null;
}

function isShort(name: string): boolean {
  return name.length >= 3 && name.length <= 45 && name.split(/\s+/).length <= 6 && /\p{Lu}|\p{Lo}/u.test(name);
}

function isConfirmed(name: string, blocks: readonly Block[], pageUrl: string): boolean {
  const folded = foldWords(name);
  const solid = folded.replaceAll(' ', '').replace(/^the/, '');
  const label = (siteOf(URL.parse(pageUrl)?.hostname ?? '').split('.')[0] ?? '')
    .replaceAll('-', '')
    .replace(/^the/, '');
  // "Harbour News" on harbour.example is the site; its own name in full is it anyway.
  if (solid.length >= 3 && (solid === label || (label.length >= 3 && solid === `${label}news`))) return true;
  return blocks.some(({ text, href }) => {
    if (text.length > 200) return false;
    if (rights.test(text) && folded.length >= 3) return ` ${foldWords(text)} `.includes(` ${folded} `);
    return isHome(href, pageUrl) && foldWords(text) === folded;
  });
}

function isHome(href: string, pageUrl: string): boolean {
  const [link, page] = [href ? URL.parse(href, pageUrl) : null, URL.parse(pageUrl)];
  return link !== null && link.host === page?.host && link.pathname === '/' && !link.search && !href.startsWith('#');
}

function isPressName(name: string): boolean {
  const words = name.split(/\s+/);
  const isNamed = words.every(
    (word) => /^[^\p{Ll}]/u.test(word) || /^(?:of|the|and|de|da|do|del|di|der|van|för)$/u.test(word),
  );
  // "BBC News" is a station where "Lebanon News" is a section.
  if (/\sNews$/.test(name) && !/^(?:The\s|\p{Lu}{2,5}\sNews$)/u.test(name)) return false;
  return pressWord.test(name) && isNamed && (words.length > 1 || /\p{Lo}/u.test(name)) && !sectionWord.test(name);
}
