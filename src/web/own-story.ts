import { cleanText, firstMeta } from './clean-text.ts';
import { isNode, type LdNode, listOf } from './json-ld.ts';
import type { VisibleFacts } from './page-facts.ts';
import type { PageSource } from './page-source.ts';
import { agreement } from './page-title.ts';

/**
 * Tells whether a JSON-LD node describes the page's own story: true by its address or headline; false where its headline
 * shares nothing with the page's own titles, which agree with one another; undefined where nothing shows.
 */
export function ownStoryTest(
  source: PageSource,
  visible: VisibleFacts,
  pageUrl: string,
): (node: LdNode) => boolean | undefined {
  const documentTitle = cleanText(source.title);
  const shared = firstMeta(source, ['og:title', 'twitter:title']) ?? '';
  const titles = [documentTitle, shared, ...visible.headings].filter(Boolean);
  // A heading that stands in the titles too is the story's own beyond doubt.
  const agreed = visible.headings.some((heading) =>
    [documentTitle, shared].some((title) => title !== '' && agreement(heading, title) >= 0.6),
  );
  const page = pathOf(pageUrl, pageUrl);
  return (node) => {
    const headline = listOf(node.headline)[0];
    const agrees = typeof headline === 'string' ? titles.map((title) => agreement(cleanText(headline), title)) : [];
    if (agrees.some((share) => share >= 0.5)) return true;
    const addresses = addressesOf(node).map((address) => pathOf(address, pageUrl));
    if (page !== undefined && page.length > 1 && addresses.includes(page)) return true;
    const isStrange = agrees.length > 0 && agrees.every((share) => share < 0.15);
    return agreed && isStrange ? false : undefined;
  };
}

function addressesOf(node: LdNode): string[] {
  const main = listOf(node.mainEntityOfPage)[0];
  return [node.url, node['@id'], isNode(main) ? main['@id'] : main].filter((one) => typeof one === 'string');
}

function pathOf(address: string, base: string): string | undefined {
  return URL.parse(address, base)?.pathname.replace(/\/+$/, '').toLowerCase();
}
