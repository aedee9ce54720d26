/** What a document's bytes are, whatever its header or name say. `other` carries what a person would call it. */
export type DocumentKind = { kind: 'html' | 'text' | 'pdf' } | { kind: 'other'; what: string };

const pdf: DocumentKind = { kind: 'pdf' };
const html: DocumentKind = { kind: 'html' };
const text: DocumentKind = { kind: 'text' };
const unknown: DocumentKind = { kind: 'other', what: 'a file that is not text' };

// First bytes as latin1, at the offset given.
const signatures: [start: string, what: string, offset?: number][] = [
  ['\x89PNG', 'an image'],
  ['\xff\xd8\xff', 'an image'],
  ['GIF8', 'an image'],
  ['WEBP', 'an image', 8],
  ['BM', 'an image'],
  ['II*\0', 'an image'],
  ['MM\0*', 'an image'],
  ['ftypavif', 'an image', 4],
  ['ftyphei', 'an image', 4],
  ['ftyp', 'a video', 4],
  ['\x1aE\xdf\xa3', 'a video'],
  ['AVI ', 'a video', 8],
  ['FLV', 'a video'],
  ['ID3', 'a sound file'],
  ['OggS', 'a sound file'],
  ['fLaC', 'a sound file'],
  ['WAVE', 'a sound file', 8],
  ['PK\x03\x04', 'an archive or an Office document'],
  ['\xd0\xcf\x11\xe0', 'an Office document'],
  ['{\\rtf', 'an Office document'],
  ['%!PS', 'a file for a printer'],
  ['\x1f\x8b', 'an archive'],
  ['7z\xbc\xaf', 'an archive'],
  ['Rar!', 'an archive'],
  ['BZh', 'an archive'],
  ['MZ', 'a program'],
  ['\x7fELF', 'a program'],
  ['wOFF', 'a font'],
  ['wOF2', 'a font'],
];

const families: [type: RegExp, what: string][] = [
  [/^image\//, 'an image'],
  [/^video\//, 'a video'],
  [/^audio\//, 'a sound file'],
  [/^font\//, 'a font'],
  [/^application\/(zip|gzip|x-gzip|x-tar|x-7z|x-rar|vnd\.rar|x-bzip)/, 'an archive'],
  [/^application\/(msword|vnd\.(ms-|openxmlformats|oasis))/, 'an Office document'],
  [/^(text|application)\/(css|javascript|x-javascript|ecmascript)/, 'program code'],
  [/^application\/([\w.-]+\+)?json/, 'data, not an article'],
  [/^application\/(rss|atom)\+xml/, 'a news feed, not an article'],
  [/^multipart\/related/, 'a saved web page in one file'],
  [/^text\/(csv|calendar|vcard|event-stream)/, 'data, not an article'],
];

/** What a content type promises that is never an article; undefined where the bytes decide. */
export function findUnreadableType(contentType: string | null): string | undefined {
  const type = (contentType ?? '').trim().toLowerCase();
  return families.find(([family]) => family.test(type))?.[1];
}

/** Tells what a document is from its first 1,024 bytes; the content type and the file's name only where those do not say. */
export function sniffDocument(bytes: Uint8Array, contentType: string | null, name: string | null): DocumentKind {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  if (start.includes('%PDF-')) return pdf;
  const type = (contentType ?? '').toLowerCase();
  const isUtf16 = /^(\xff\xfe|\xfe\xff)/.test(start) || /charset\s*=\s*["']?utf-16/.test(type);
  if (!isUtf16) {
    const known = signatures.find(([mark, , offset = 0]) => mark.length > 2 && start.startsWith(mark, offset));
    if (known) return { kind: 'other', what: known[1] };
    if (start.includes('\0')) {
      const short = signatures.find(([mark]) => mark.length === 2 && start.startsWith(mark));
      return short ? { kind: 'other', what: short[1] } : unknown;
    }
  }
  const plain = start.replaceAll('\0', '').replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (
    /^\s{0,1024}<(!--|(!doctype html|html|head(er)?|body|title|meta|article|main|section|div|h[1-6]|p)(?![\w-]))/i.test(
      plain,
    )
  )
    return html;
  const unreadable = findUnreadableType(contentType);
  if (unreadable) return { kind: 'other', what: unreadable };
  if (/^\s{0,1024}(<\?xml[^>]{0,300}>\s{0,200})?(<!--[^>]{0,500}-->\s{0,200})?<(rss|feed|rdf:RDF)\b/i.test(plain))
    return { kind: 'other', what: 'a news feed, not an article' };
  if (/\bhtml\b/.test(type) || (/\.x?html?$/i.test(name ?? '') && plain.includes('<'))) return html;
  if (/^\s{0,1024}<\?xml/i.test(plain))
    return /<html\b/i.test(plain) ? html : { kind: 'other', what: 'data, not an article' };
  const isData = /^\s{0,1024}[{[]\s{0,200}["{[]/.test(plain) && !type.startsWith('text/');
  if (isData || /^\s{0,1024}(?:\[\s{0,200})?\{\s{0,200}"[^"\n]{1,80}"\s{0,20}:/.test(plain))
    return { kind: 'other', what: 'data, not an article' };
  return text;
}
