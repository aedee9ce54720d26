import type { Article, Refusal } from '../core/article.ts';

/** A page as it was read, with what its site needs to be asked whether it changed. */
export type KnownPage = {
  read: Article | Refusal;
  /** Where it was found, after redirects. */
  url: string;
  etag: string | undefined;
  lastModified: string | undefined;
  readAt: number;
};

/** Pages read a short time ago, in memory. */
export type PageCache = {
  /** A page young enough to be used as it is. */
  findFresh(key: string): KnownPage | undefined;
  /** A page that may be used once its site has said that it is the same. */
  findKnown(key: string): KnownPage | undefined;
  keep(key: string, page: KnownPage): void;
};

/** @param freshMs  how long a page is taken for unchanged  @param keepMs  how long it may be asked about */
export function createPageCache(options: {
  now: () => number;
  freshMs: number;
  keepMs: number;
  maxPages: number;
  maxCharacters: number;
}): PageCache {
  const pages = new Map<string, KnownPage>();
  let characters = 0;

  function drop(key: string): void {
    const page = pages.get(key);
    if (!page) return;
    pages.delete(key);
    characters -= sizeOf(page);
  }

  function find(key: string, maxAgeMs: number): KnownPage | undefined {
    const page = pages.get(key);
    return page && options.now() - page.readAt < maxAgeMs ? page : undefined;
  }

  return {
    findFresh: (key) => find(key, options.freshMs),
    findKnown: (key) => {
      const page = find(key, options.keepMs);
      return page && (page.etag || page.lastModified) ? page : undefined;
    },
    keep: (key, page) => {
      drop(key);
      if (sizeOf(page) > options.maxCharacters / 4) return;
      pages.set(key, page);
      characters += sizeOf(page);
      // The one kept longest ago goes first.
      for (const oldest of pages.keys()) {
        if (pages.size <= options.maxPages && characters <= options.maxCharacters) break;
        drop(oldest);
      }
    },
  };
}

function sizeOf({ read }: KnownPage): number {
  return 1_000 + (read.kind === 'article' ? read.text.length : 0);
}
