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
  if (isRoot(page.pageUrl)) {
    return headlineLinks >= 5 ? longestRow < rowOfAFrontPage : !isArticle && wordCount < rowOfAFrontPage;
  }
  const saysList = page.saysListing || isListingPath(page.pageUrl);
  if (saysList && headlineLinks >= 4 && longestRow < (isArticle ? rowOfAnArticle : rowOfAnIntroduction)) return true;
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

const listWords =
  'search|suche|recherche|buscar|busca|ricerca|zoeken|sok|tags?|topics?|thema|themen|themes?|temas?|tema|argomenti|onderwerpen?|schlagwort|etiquetas?|authors?|autor|autoren|auteurs?|autores?|autori|staff|people|by|contributors?|profile|columnists?|categor(?:y|ies)|categorias?|kategorien?|rubriken?|rubriques?|sections?|archives?|archiv|latest|newest|all-news';

/** `/tag/harbour`, `/authors/ruth-amsel`, `/search`, `/sport/page/3`: the word, and at most one more part. */
function isListingPath(address: string): boolean {
  const path = URL.parse(address)?.pathname.toLowerCase().replace(/\/+$/, '') ?? '';
  if (/\/page\/\d{1,5}$/.test(path)) return true;
  return new RegExp(`/(?:${listWords})(?:\\.\\w{2,5})?(?:/[^/]{1,80}){0,2}$`).test(path) && !/\d{5,}/.test(path);
}
