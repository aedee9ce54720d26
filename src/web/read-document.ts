import type { Article, Refusal } from '../core/article.ts';
import { decodeText } from './decode.ts';
import { refuse, transferRefusals } from './fetch-refusals.ts';
import { readPdf } from './pdf.ts';
import { createReadingThread, type TextReaders } from './reading-thread.ts';
import { findUnreadableType, sniffDocument } from './sniff.ts';

/** Where a document comes from. `url` is null for a file without a page, `name` for a page without a file. */
export type DocumentOrigin = { url: string | null; contentType: string | null; name: string | null };

const threadReaders = createReadingThread();

/**
 * Reads a document: HTML, plain text or PDF, told apart by its bytes. Used for pages and for files.
 *
 * @param readers  by default a thread of their own, so that no page holds up the rest of the program
 * @throws only where `signal` is aborted
 */
export async function readDocument(
  bytes: Uint8Array,
  origin: DocumentOrigin,
  signal: AbortSignal,
  readers: TextReaders = threadReaders,
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
      const article = await readers.readPaste(decodeText(bytes, origin.contentType), signal);
      return article.kind === 'article' ? { ...article, url: origin.url } : article;
    }
    case 'html': {
      const html = decodeText(bytes, origin.contentType);
      if (origin.url !== null) return readers.extractArticle(html, origin.url, signal);
      // The extractor wants an address to resolve links against; the one made up here goes no further.
      const pageUrl = new URL(encodeURIComponent(origin.name ?? 'page.html'), 'file:///').href;
      const article = await readers.extractArticle(html, pageUrl, signal);
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
