import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { Refusal } from '../core/article.ts';
import { transferRefusals } from './fetch-refusals.ts';

const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const unbrotli = promisify(zlib.brotliDecompress);

/**
 * A body's bytes without their content coding. Stops, and closes the connection, as soon as more than `maxWireBytes` (a PDF:
 * `maxPdfBytes`) came or `maxDecodedBytes` came out; a coding upon a coding is refused, as that is how a small body becomes a huge one.
 *
 * @throws what the connection throws
 */
export async function readBody(
  body: Readable,
  headers: ReadonlyMap<string, string>,
  limits: { maxWireBytes: number; maxPdfBytes: number; maxDecodedBytes: number },
): Promise<Uint8Array | Refusal> {
  // The loop below destroys the body on every way out; the error that this may raise later is nobody's.
  body.on('error', () => {});
  const coding = findCoding(headers.get('content-encoding') ?? '');
  if (coding === undefined) {
    body.destroy();
    return transferRefusals.badCoding;
  }
  const isPdf = /^application\/pdf\b/i.test(headers.get('content-type') ?? '');
  const maxWireBytes = isPdf ? limits.maxPdfBytes : limits.maxWireBytes;
  if (Number(headers.get('content-length')) > maxWireBytes) {
    body.destroy();
    return transferRefusals.tooLarge;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maxWireBytes) return transferRefusals.tooLarge;
    chunks.push(chunk);
  }
  return decodeBody(Buffer.concat(chunks, size), coding, isPdf ? limits.maxPdfBytes : limits.maxDecodedBytes);
}

type Coding = 'identity' | 'gzip' | 'deflate' | 'br';

/** The one coding of a body; undefined where there are several or one that was not asked for. */
function findCoding(contentEncoding: string): Coding | undefined {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim().replace(/^x-/, ''))
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > 1) return undefined;
  const [coding = 'identity'] = codings;
  return coding === 'gzip' || coding === 'deflate' || coding === 'br' || coding === 'identity' ? coding : undefined;
}

async function decodeBody(wire: Buffer, coding: Coding, maxOutputLength: number): Promise<Uint8Array | Refusal> {
  // A server that says gzip and sends plain text is a known mistake, and browsers' users never see it.
  const plain = coding === 'identity' || wire.length === 0 || (coding === 'gzip' && wire.readUInt8(0) !== 0x1f);
  if (plain) return wire.length > maxOutputLength ? transferRefusals.tooLarge : wire;
  try {
    if (coding === 'gzip') return await gunzip(wire, { maxOutputLength });
    if (coding === 'br') return await unbrotli(wire, { maxOutputLength });
    // "deflate" means the zlib format, whose first byte says so; many servers send the bare one.
    const isZlib = (wire.readUInt8(0) & 0x0f) === 8;
    return await (isZlib ? inflate : inflateRaw)(wire, { maxOutputLength });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') return transferRefusals.tooLarge;
    return code === 'Z_BUF_ERROR' ? transferRefusals.cutOff : transferRefusals.badCoding;
  }
}
