import type { Article, Refusal } from '../core/article.ts';
import { readPaste } from '../core/paste.ts';
import { decodeText } from './decode.ts';
import { extractArticle } from './extract.ts';
import { refuse, transferRefusals } from './fetch-refusals.ts';
import { readPdf } from './pdf.ts';
import { findUnreadableType, sniffDocument } from './sniff.ts';

/** Where a document comes from. `url` is null for a file without a page, `name` for a page without a file. */
export type DocumentOrigin = { url: string | null; contentType: string | null; name: string | null };

/** What makes an article of a text, by the form it comes in. */
export type TextReaders = {
  extractArticle: (html: string, pageUrl: string) => Article | Refusal;
  readPaste: (text: string) => Article | Refusal;
};

/**
 * Reads a document: HTML, plain text or PDF, told apart by its bytes. Used for pages and for files.
 *
 * @throws only where `signal` is aborted
 */
export async function readDocument(
  bytes: Uint8Array,
  origin: DocumentOrigin,
  signal: AbortSignal,
  readers: TextReaders = { extractArticle, readPaste },
): Promise<Article | Refusal> {
  signal.throwIfAborted();
  if (bytes.byteLength === 0) return refuseEmpty(origin);
  const document = sniffDocument(bytes, origin.contentType, origin.name);
  switch (document.kind) {
    case 'other':
      return refuse('not-text', `What is there is ${document.what}.`);
    case 'pdf':
      return readPdf(bytes, origin.url, signal);
    case 'text': {
      const article = readers.readPaste(decodeText(bytes, origin.contentType));
      return article.kind === 'article' ? { ...article, url: origin.url } : article;
    }
    case 'html': {
      const html = decodeText(bytes, origin.contentType);
      if (origin.url !== null) return readers.extractArticle(html, origin.url);
      // The extractor wants an address to resolve links against; the one made up here goes no further.
      const article = readers.extractArticle(
        html,
        new URL(encodeURIComponent(origin.name ?? 'page.html'), 'file:///').href,
      );
      return article.kind === 'article' ? { ...article, url: null } : article;
    }
  }
}

/** No bytes: the body was empty, or was not fetched because its type says that it is no text. */
function refuseEmpty({ url, contentType }: DocumentOrigin): Refusal {
  const what = findUnreadableType(contentType);
  if (what) return refuse('not-text', `What is there is ${what}.`);
  return url === null ? refuse('not-text', 'The file is empty.') : transferRefusals.empty;
}
