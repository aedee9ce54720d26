import { isAscii, isUtf8 } from 'node:buffer';
import { decodeByGuess, isDense } from './guess-charset.ts';

/**
 * A page's text. What counts, in this order: byte order mark, the charset of the HTTP header, the page's own declaration
 * (meta in the first 1,024 bytes, XML declaration), UTF-8 where the bytes are valid, windows-1252. Where the bytes cannot be in
 * any of these, the charset of the page's language that gives that language's letters.
 *
 * A declaration that the bytes contradict is passed over: many pages say ISO-8859-1 and are UTF-8, some the other way round.
 *
 * @param contentType  the HTTP header's value, null where there is none
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const mark = findByteOrderMark(bytes);
  if (mark) return new TextDecoder(mark).decode(bytes);

  const labels = declaredLabels(bytes, contentType);
  const first = labels[0];
  if (isUtf8(bytes) && !isAscii(bytes)) {
    // Accented words in a single-byte charset are practically never valid UTF-8; a few double-byte characters can be.
    const mayBeDoubleByte = first !== 'utf-8' && labels.some((label) => doubleByte.test(label));
    if (!mayBeDoubleByte || hasManyHighBytes(bytes)) return new TextDecoder('utf-8').decode(bytes);
  }
  for (const label of labels) {
    const text = decodeStrictly(bytes, label);
    if (text === undefined) continue;
    // Every byte is some letter of a single-byte charset: a page in other letters reads as nonsense there.
    return label === 'windows-1252' && isDense(bytes) ? (decodeByGuess(bytes) ?? text) : text;
  }
  if (!first) return (isDense(bytes) ? decodeByGuess(bytes) : undefined) ?? decodeWindows1252(bytes);

  // No declaration fits every byte. A few bad bytes in a page (a cut, a stray advert) are no reason to distrust it.
  const text = new TextDecoder(first).decode(bytes);
  if (!isMostlyBroken(text)) return text;
  // What nobody can read is better shown as broken, so that it is refused, than in letters that were never written.
  return isDense(bytes) ? (decodeByGuess(bytes) ?? text) : decodeWindows1252(bytes);
}

const doubleByte = /^(?:gb|big5|euc|shift|iso-2022|utf-16)/;

/** One character in seven of GBK text is valid UTF-8 as well, so that a dozen in a row are not there by chance. */
function hasManyHighBytes(bytes: Uint8Array): boolean {
  let count = 0;
  for (const byte of bytes) if (byte > 0x7f && ++count >= 24) return true;
  return false;
}

function findByteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

/** Charsets declared, as TextDecoder names them, the one that counts most first; unknown names left out. */
function declaredLabels(bytes: Uint8Array, contentType: string | null): string[] {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  const http = toEncoding(/charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]);
  const meta = toEncoding(/<meta\b[^>]{0,500}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(start)?.[1]);
  const xml = toEncoding(/^\s{0,9}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(start)?.[1]);
  const labels = [];
  // A header that says UTF-16 of bytes without a zero is wrong: every tag would have one in two.
  if (http && (!http.startsWith('utf-16') || bytes.subarray(0, 1024).includes(0))) labels.push(http);
  // A declaration that could be read as ASCII is not in UTF-16, and nobody means x-user-defined (WHATWG's prescan rules).
  for (const label of [meta, xml]) {
    if (label) labels.push(label.startsWith('utf-16') ? 'utf-8' : label === 'x-user-defined' ? 'windows-1252' : label);
  }
  return [...new Set(labels)];
}

function toEncoding(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** More characters lost than kept, of those beyond ASCII. */
function isMostlyBroken(text: string): boolean {
  let lost = 0;
  let kept = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) lost++;
    else if (code > 0x7f) kept++;
  }
  return lost > kept;
}
