import { z } from 'zod';
import type { PostFile } from '../core/post.ts';
import { fileInfoUrl, isSlackFileUrl } from './file-address.ts';

/** Files of one message that are read. */
const maxFiles = 3;

// A file that was deleted comes as a tombstone.
const sharedFile = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  filetype: z.string().nullish(),
  mode: z.string().nullish(),
  size: z.number().nonnegative().nullish(),
  is_external: z.boolean().nullish(),
  url_private: z.string(),
});
type SharedFile = z.infer<typeof sharedFile>;

// In a channel shared with another organisation Slack gives a file's id alone; files.info has the rest.
const unnamedFile = z.object({ id: z.string().regex(/^\w{1,40}$/), file_access: z.literal('check_file_info') });

/**
 * The files of a message that may hold an article: text, Markdown, HTML, PDF and text snippets, kept by Slack itself. The first
 * three, each once. Pictures, archives, program code and files that only point to another service are left out. A file whose facts
 * Slack keeps back has files.info as its URL, which gives them.
 *
 * @param files  a message event's `files`, as they came
 * @param apiUrl  Slack's Web API where it is not at slack.com
 */
export function readFiles(files: unknown, apiUrl?: string): PostFile[] {
  if (!Array.isArray(files)) return [];
  const readable = new Map<string, PostFile>();
  for (const file of files) {
    const unnamed = unnamedFile.safeParse(file);
    if (unnamed.success) {
      const { id } = unnamed.data;
      readable.set(id, { id, name: 'file', mimeType: '', sizeBytes: null, url: fileInfoUrl(id, apiUrl) });
      continue;
    }
    const parsed = sharedFile.safeParse(file);
    if (!parsed.success || !isHosted(parsed.data, apiUrl) || !isText(parsed.data)) continue;
    if (!readable.has(parsed.data.id)) readable.set(parsed.data.id, toPostFile(parsed.data));
  }
  return [...readable.values()].slice(0, maxFiles);
}

function isHosted({ mode, is_external: isExternal, url_private: url }: SharedFile, apiUrl?: string): boolean {
  if (isExternal || mode === 'external' || mode === 'tombstone' || mode === 'hidden_by_limit') return false;
  return isSlackFileUrl(url, apiUrl);
}

const textTypes = new Set(['text', 'txt', 'markdown', 'md', 'html', 'htm', 'pdf']);
const textMimeTypes = new Set([
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'text/html',
  'application/xhtml+xml',
  'application/pdf',
]);

// A snippet of program code says text/plain too: there only Slack's own name for the type tells.
function isText(file: SharedFile): boolean {
  const type = (file.filetype ?? '').toLowerCase();
  if (textTypes.has(type)) return true;
  return file.mode === 'snippet' ? type === '' || type === 'auto' : textMimeTypes.has(bareMimeType(file));
}

function bareMimeType({ mimetype }: SharedFile): string {
  return (mimetype ?? '').split(';', 1).join('').trim().toLowerCase();
}

function toPostFile(file: SharedFile): PostFile {
  return {
    id: file.id,
    name: file.name || 'file',
    mimeType: bareMimeType(file) || 'text/plain',
    sizeBytes: file.size ?? null,
    url: file.url_private,
  };
}
