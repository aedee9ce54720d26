import { z } from 'zod';
import type { Article, Refusal, RefusalReason } from '../core/article.ts';
import { RetryLater, SlackError } from '../core/errors.ts';
import type { PostFile } from '../core/post.ts';
import type { ReadFile } from '../ports.ts';
import { isFileInfoUrl, isSlackFileUrl, isSlackWorkspaceUrl } from './file-address.ts';
import { readFiles } from './message-files.ts';

const fileAnswer = z.object({ ok: z.boolean(), error: z.string().nullish(), file: z.unknown().optional() });
const mebibyte = 1024 * 1024;
const maxRedirects = 3;
/** Slack's own advice is missing in some of its refusals. */
const pauseMs = 10_000;

/** A file as Slack keeps it. `name` is set where only Slack's own facts gave it. */
export type FetchedFile = { kind: 'file'; bytes: Uint8Array; contentType: string | null; name?: string };

/**
 * Fetches a file that was shared in Slack.
 *
 * @throws SlackError or RetryLater where another try may succeed; whatever `signal` was aborted with
 */
export type FetchFile = (file: PostFile, signal: AbortSignal) => Promise<FetchedFile | Refusal>;

type FetcherParts = {
  /** Sent in a header, to Slack's own hosts alone, on every hop. */
  botToken: string;
  /** Slack's Web API where it is not at slack.com. */
  apiUrl?: string;
  fetch?: typeof globalThis.fetch;
  maxBytes?: number;
  /** For the whole download. */
  timeoutMs?: number;
};

/** Makes what fetches shared files with the bot's authorisation (scope files:read). */
export function createFileFetcher({
  botToken,
  apiUrl,
  fetch = globalThis.fetch,
  maxBytes = 20 * mebibyte,
  timeoutMs = 60_000,
}: FetcherParts): FetchFile {
  const tooLarge = refuse('too-large', `This file is larger than ${Math.floor(maxBytes / mebibyte)} MB.`);

  async function download(file: PostFile, signal: AbortSignal): Promise<FetchedFile | Refusal> {
    const answer = await follow(file.url, signal);
    if (!(answer instanceof Response)) return answer;
    if (!answer.ok || Number(answer.headers.get('content-length')) > maxBytes) {
      await answer.body?.cancel();
      return answer.ok ? tooLarge : judgeStatus(answer);
    }
    const bytes = await readUpTo(maxBytes, answer);
    if (!bytes) return tooLarge;
    const contentType = answer.headers.get('content-type');
    return isLoginPage(bytes, contentType, file)
      ? refusals.notAllowed
      : { kind: 'file', bytes, contentType: contentType ?? file.mimeType, name: file.name };
  }

  /** What Slack says about a file of which the message gave the id alone. */
  async function lookUp(file: PostFile, signal: AbortSignal): Promise<PostFile | Refusal> {
    const answer = await fetch(file.url, {
      headers: { authorization: `Bearer ${botToken}` },
      redirect: 'error',
      signal,
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      return judgeStatus(answer);
    }
    const said = fileAnswer.parse(await answer.json());
    if (said.error === 'file_not_found' || said.error === 'file_deleted') return refusals.gone;
    if (said.error === 'missing_scope') return refusals.notAllowed;
    if (!said.ok) return refusals.notGiven;
    const [found] = readFiles([said.file], apiUrl);
    return found && !isFileInfoUrl(found.url, apiUrl) ? found : refusals.noText;
  }

  async function follow(start: string, signal: AbortSignal): Promise<Response | Refusal> {
    let url = start;
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      // Where the token may not read files, Slack sends the program to the workspace's sign-in page.
      if (!isSlackFileUrl(url, apiUrl)) {
        return hop > 0 && isSlackWorkspaceUrl(url) ? refusals.notAllowed : refusals.elsewhere;
      }
      const headers = { authorization: `Bearer ${botToken}` };
      const answer = await fetch(url, { headers, redirect: 'manual', signal });
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status > 399 || location === null) return answer;
      await answer.body?.cancel();
      url = URL.parse(location, url)?.href ?? '';
    }
    return refusals.elsewhere;
  }

  return async (file, signal) => {
    signal.throwIfAborted();
    const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const known = isFileInfoUrl(file.url, apiUrl) ? await lookUp(file, limited) : file;
      if ('kind' in known) return known;
      if (known.sizeBytes !== null && known.sizeBytes > maxBytes) return tooLarge;
      return await download(known, limited);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SlackError || error instanceof RetryLater) throw error;
      throw new SlackError('unavailable', { cause: error });
    }
  };
}

/**
 * Makes what reads shared files.
 *
 * @param readDocument  reads what was fetched, told apart by its bytes
 */
export function createFileReader(
  fetchFile: FetchFile,
  readDocument: (
    bytes: Uint8Array,
    origin: { url: null; contentType: string | null; name: string | null },
    signal: AbortSignal,
  ) => Promise<Article | Refusal>,
): ReadFile {
  return async (file, signal) => {
    const fetched = await fetchFile(file, signal);
    if (fetched.kind === 'refusal') return fetched;
    const { bytes, contentType, name } = fetched;
    const origin = { url: null, contentType: contentType ?? file.mimeType, name: name ?? file.name };
    return readDocument(bytes, origin, signal);
  };
}

function refuse(why: RefusalReason, seen: string): Refusal {
  return { kind: 'refusal', why, detail: `${seen} Paste the article’s text into a message and I will read that.` };
}

const refusals = {
  notAllowed: refuse(
    'unreachable',
    'Slack did not let me read this file: the app needs the files:read scope, which an administrator can add.',
  ),
  gone: refuse('gone', 'This file was deleted or is not there any more.'),
  elsewhere: refuse('blocked-address', 'This file is not kept by Slack itself, so I did not read it.'),
  noText: refuse('not-text', 'This file is no text, web page or PDF that Slack keeps.'),
  notGiven: refuse('unreachable', 'Slack did not hand this file over.'),
};

/** @throws SlackError or RetryLater where another try may succeed */
function judgeStatus({ status, headers }: Response): Refusal {
  if (status === 401 || status === 403) return refusals.notAllowed;
  if (status === 404 || status === 410) return refusals.gone;
  if (status === 429) {
    const seconds = Number(headers.get('retry-after'));
    throw new RetryLater('rate-limited', seconds > 0 ? seconds * 1000 : pauseMs);
  }
  if (status === 408 || status >= 500) throw new SlackError('unavailable');
  return refusals.notGiven;
}

/** A body's bytes, undefined where there are more than `maxBytes`: then the rest is not taken. */
async function readUpTo(maxBytes: number, { body }: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

// Slack answers a token without the scope with 200 and its sign-in page. Bytes as many as the file has are the file.
function isLoginPage(bytes: Uint8Array, contentType: string | null, file: PostFile): boolean {
  if (!/^\s*text\/html\b/i.test(contentType ?? '') || bytes.byteLength === file.sizeBytes) return false;
  if (!/html/.test(file.mimeType)) return true;
  const start = Buffer.from(bytes.subarray(0, 64 * 1024)).toString('latin1');
  return /<title>[^<]{0,200}\bSlack\b/i.test(start);
}
