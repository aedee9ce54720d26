import type { PageEvidence } from './page-evidence.ts';

// An article has at least this many words in a row that no linked headline breaks: the shortest among 817 saved ones has 71.
const rowOfAnArticle = 70;
// A section may open with a few sentences about itself, an author's page with a life.
const rowOfAnIntroduction = 130;
const rowOfAFrontPage = 200;

/**
 * Tells whether a page is a list of articles: a front page, a section, a tag, an author's articles, search results. What gives
 * it away is its make (headlines that lead elsewhere, never much text in a row) and its address, not what it calls itself: many
 * sites call every page an article.
 */
export function isListing(page: PageEvidence): boolean {
  const { headlineLinks, longestRow, wordCount, isArticle } = page;
  if (isRoot(page.pageUrl) && !(isShortPath(page.pageUrl) && headlineLinks < 5 && wordCount >= rowOfAnArticle)) {
    return headlineLinks >= 5 ? longestRow < rowOfAFrontPage : !isArticle && wordCount < rowOfAFrontPage;
  }
  const saysList = page.saysListing || isListingPath(page.pageUrl);
  if (saysList && headlineLinks >= 4 && longestRow < (isArticle ? rowOfAnArticle : rowOfAnIntroduction)) return true;
  if (/^index of \//i.test(page.title.trim())) return true;
  if (saysResults([...page.headings, page.title], isArticle) && (page.cards >= 1 || headlineLinks >= 2)) return true;
  if (page.cards >= (page.statedType === 'website' ? 3 : 5) && !isArticle && !isStoryPath(page.pageUrl)) return true;
  const pointsHome = page.statedAddress !== undefined && isRoot(page.statedAddress);
  if (pointsHome && headlineLinks >= 8 && longestRow < rowOfAnArticle) return true;
  if (headlineLinks < 12 || longestRow >= rowOfAnArticle) return false;
  const isTeasers = page.teaserShare > 0.6 || page.textLinkShare > 0.6;
  return isTeasers || (page.linkShare > 0.6 && !isArticle);
}

function isRoot(address: string): boolean {
  const link = URL.parse(address);
  return link?.search === '' && /^\/(?:index\.\w{2,5}|home\/?|[a-z]{2}(?:[-_][a-z]{2})?\/?)?$/i.test(link.pathname);
}

// "/br", "/go": more often a country's or a language's front page than a story.
function isShortPath(address: string): boolean {
  return /^\/[a-z]/i.test(URL.parse(address)?.pathname ?? '');
}

// A headline's words, or a long number: a guide to ten things has the make of a list as well.
function isStoryPath(address: string): boolean {
  const last = URL.parse(address)?.pathname.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return /(?:[^_-]+[-_]){3}|\d{5,}/.test(last);
}

const resultsTitle =
  /^(?:(?:your )?search(?: results?)?(?: for\b.*|:.*)?$|(?:\d[\d.,]* )?(?:search )?results? (?:for|found)\b|you searched for\b|(?:\d[\d.,]* )?(?:such)?(?:ergebnisse?|treffer) (?:für|zu)\b|suchergebnisse\b|(?:\d[\d.,]* )?résultats? (?:de (?:la |votre )?recherche|pour)\b|(?:\d[\d.,]* )?resultados? (?:de (?:la )?búsqueda|da (?:busca|pesquisa)|para)\b|risultati (?:della ricerca|per)\b|zoekresultaten\b|sökresultat\b|søkeresultat|søgeresultat|wyniki wyszukiwania|результаты поиска|検索結果|搜索结果|검색 ?결과|نتائج البحث)/iu;

// "Search for missing fisherman called off" is a headline where the page says that it is an article.
function saysResults(titles: string[], isArticle: boolean): boolean {
  return titles.some((title) => resultsTitle.test(title.trim()) && !(isArticle && /^search for\b/i.test(title.trim())));
}

const listWords =
  'search|suche|recherche|buscar|busca|ricerca|zoeken|sok|tags?|topics?|thema|themen|themes?|temas?|tema|argomenti|onderwerpen?|schlagwort|etiquetas?|authors?|autor|autoren|auteurs?|autores?|autori|staff|people|by|contributors?|profile|columnists?|categor(?:y|ies)|categorias?|kategorien?|rubriken?|rubriques?|sections?|archives?|archiv|latest|newest|all-news';

/** `/tag/harbour`, `/authors/ruth-amsel`, `/search`, `/sport/page/3`: the word, and at most one more part. */
function isListingPath(address: string): boolean {
  const path = URL.parse(address)?.pathname.toLowerCase().replace(/\/+$/, '') ?? '';
  if (/\/page\/\d{1,5}$/.test(path)) return true;
  return new RegExp(`/(?:${listWords})(?:\\.\\w{2,5})?(?:/[^/]{1,80}){0,2}$`).test(path) && !/\d{5,}/.test(path);
}
