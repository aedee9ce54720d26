/** A JSON-LD node: whatever the page wrote, nothing about it is sure. */
export type LdNode = Record<string, unknown>;

const maxBlockChars = 1_000_000;
const maxNodes = 2000;
const articleType =
  /(?:Article|BlogPosting|LiveBlogPosting|Report|NewsItem|CreativeWork|ScholarlyArticle|SocialMediaPosting|WebPage)$/;

/** Every node of a page's JSON-LD blocks, those inside `@graph` and `mainEntity` too; broken blocks are mended or skipped. */
export function readJsonLd(blocks: string[]): LdNode[] {
  const nodes: LdNode[] = [];
  for (const block of blocks) collect(parseLoosely(block), nodes, 0);
  return nodes;
}

/**
 * The node that describes the page's article, if any: of several the most specific, then the one with most to say.
 *
 * @param isOwn  says of a node whether it describes this page (true), another (false), or whether nothing shows (undefined)
 */
export function findArticleNode(
  nodes: LdNode[],
  isOwn: (node: LdNode) => boolean | undefined = () => undefined,
): LdNode | undefined {
  let best: { node: LdNode; score: number } | undefined;
  for (const node of nodes) {
    const types = typesOf(node).filter((type) => articleType.test(type));
    if (types.length === 0) continue;
    const generic = types.every((type) => /^(?:WebPage|CreativeWork)$/.test(type));
    const facts = ['headline', 'datePublished', 'author', 'articleBody', 'publisher'].filter(
      (key) => node[key] !== undefined,
    );
    const own = generic ? undefined : isOwn(node);
    if (own === false) continue;
    const score = facts.length + (generic ? 0 : 10) + (own ? 10 : 0);
    if (facts.length > 0 && (!best || score > best.score)) best = { node, score };
  }
  return best?.node;
}

/** The types a node gives itself, without their schema's address. */
export function typesOf(node: LdNode): string[] {
  return listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''));
}

/** A value as a list: nothing, one, or many. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Follows a reference (`{"@id": …}`) to the node that says more about it. */
export function resolveNode(value: unknown, nodes: LdNode[]): unknown {
  if (!isNode(value) || value['@type'] !== undefined || typeof value['@id'] !== 'string') return value;
  return nodes.find((node) => node['@id'] === value['@id'] && node.name !== undefined) ?? value;
}

export function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Real pages hold raw line breaks inside strings, trailing commas, and comment or CDATA marks around the whole.
function parseLoosely(block: string): unknown {
  if (block.length > maxBlockChars) return undefined;
  const start = block.search(/[[{]/);
  const end = Math.max(block.lastIndexOf('}'), block.lastIndexOf(']'));
  if (start < 0 || end <= start) return undefined;
  const bare = block.slice(start, end + 1).replace(/[\u0000-\u001f\u2028\u2029]+/g, ' ');
  for (const mend of [
    (json: string) => json,
    dropTrailingCommas,
    (json: string) => dropTrailingCommas(unescapeQuotes(json)),
  ]) {
    try {
      return JSON.parse(mend(bare));
    } catch {
      // The next mend, or no JSON-LD from this block.
    }
  }
  return undefined;
}

function dropTrailingCommas(json: string): string {
  return json.replace(/,(?=\s*[}\]])/g, '');
}

function unescapeQuotes(json: string): string {
  return json.replaceAll('&quot;', '"').replaceAll("\\'", "'");
}

function collect(value: unknown, nodes: LdNode[], depth: number): void {
  if (depth > 6 || nodes.length >= maxNodes) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, nodes, depth + 1);
  } else if (isNode(value)) {
    nodes.push(value);
    collect(value['@graph'], nodes, depth + 1);
    collect(value.mainEntity, nodes, depth + 1);
    if (isNode(value.mainEntityOfPage)) collect(value.mainEntityOfPage, nodes, depth + 1);
  }
}
