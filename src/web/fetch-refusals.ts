import { errors } from 'undici';
import type { Refusal, RefusalReason } from '../core/article.ts';
import type { UrlFault } from './address-guard.ts';

const pasteIt = 'Paste the article’s text here and I will read that.';

/** A refusal in two whole sentences: what was seen, and what the person can do, which mostly is to paste the text. */
export function refuse(why: RefusalReason, seen: string, todo: string = pasteIt): Refusal {
  return { kind: 'refusal', why, detail: `${seen} ${todo}` };
}

/** Why a link is not followed at all, or no further. */
export function refuseUrl(fault: UrlFault): Refusal {
  if (fault === 'scheme') return refuse('unreachable', 'I only read links that start with http:// or https://.');
  if (fault === 'userinfo')
    return refuse('blocked-address', 'The link has a user name or a password in it, so I did not follow it.');
  if (fault === 'port') return refuse('blocked-address', 'The link leads to a port that web pages are not read from.');
  return refuse('blocked-address', 'The link leads to a private or internal address, which I do not read.');
}

/** The site asked, by robots.txt, that programs leave this page alone. */
export const refuseRobots = refuse(
  'robots',
  'The site’s rules for programs (robots.txt) do not allow me to read this page.',
);

/** The site asked to be left alone for longer than a reader waits. */
export function refuseWait(pauseMs: number): Refusal {
  const minutes = Math.ceil(pauseMs / 60_000);
  const howLong = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return refuse('error-page', `The site is being asked too often and wants to be left alone for ${howLong}.`);
}

/** Google News gives a number in place of the article's link. */
export const refuseHiddenLink = refuse(
  'needs-script',
  'This Google News link hides the article’s own link.',
  'Open it and post the link of the page it leads to.',
);

/** The refusals whose cause is the transfer itself. */
export const transferRefusals = {
  badLink: refuse('unreachable', 'This is not a link that I can follow.'),
  tooManyRedirects: refuse('unreachable', 'The link kept leading to other links and never to a page.'),
  timedOut: refuse('timed-out', 'The site took too long to answer.'),
  tooLarge: refuse('too-large', 'The page is too large to be read.'),
  tooManyHeaders: refuse('too-large', 'The site sent more headers than a page needs.'),
  cutOff: refuse('unreachable', 'The site broke off before the page was complete.'),
  badCoding: refuse('not-text', 'The page came compressed in a way that I cannot read.'),
  empty: refuse('not-text', 'The site sent an empty page.'),
  noHost: refuse('unreachable', 'There is no site of that name.'),
  nameServer: refuse('unreachable', 'The name of the site could not be looked up just now.'),
  refused: refuse('unreachable', 'The site could not be connected to.'),
  certificate: refuse('unreachable', 'The site’s security certificate is not valid, so I did not read the page.'),
  secure: refuse('unreachable', 'A secure connection to the site could not be made, so I did not read the page.'),
  protocol: refuse('unreachable', 'The site answered with something that is not a web page.'),
};

/**
 * What an error of the transfer means for the person who asked. Codes only; undefined where the error is not one of a
 * transfer, so that a mistake of ours is not hidden behind a sentence.
 */
export function toTransferRefusal(error: unknown): Refusal | undefined {
  for (const code of errorCodes(error)) {
    const refusal = refusalsByCode.get(code) ?? refusalByPrefix(code);
    if (refusal) return refusal;
  }
  return error instanceof errors.HTTPParserError ? transferRefusals.protocol : undefined;
}

const blocked = refuseUrl('address');
const refusalsByCode = new Map<string, Refusal>([
  ['BLOCKED_ADDRESS', blocked],
  ['UND_ERR_CONNECT_TIMEOUT', transferRefusals.timedOut],
  ['UND_ERR_HEADERS_TIMEOUT', transferRefusals.timedOut],
  ['UND_ERR_BODY_TIMEOUT', transferRefusals.timedOut],
  ['ETIMEDOUT', transferRefusals.timedOut],
  ['UND_ERR_HEADERS_OVERFLOW', transferRefusals.tooManyHeaders],
  ['HPE_HEADER_OVERFLOW', transferRefusals.tooManyHeaders],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', transferRefusals.cutOff],
  ['UND_ERR_SOCKET', transferRefusals.cutOff],
  ['UND_ERR_ABORTED', transferRefusals.cutOff],
  ['ECONNRESET', transferRefusals.cutOff],
  ['EPIPE', transferRefusals.cutOff],
  ['ENOTFOUND', transferRefusals.noHost],
  ['ENODATA', transferRefusals.noHost],
  ['EAI_AGAIN', transferRefusals.nameServer],
  ['EAI_FAIL', transferRefusals.nameServer],
  ['ESERVFAIL', transferRefusals.nameServer],
  ['ETIMEOUT', transferRefusals.nameServer],
  ['EPROTO', transferRefusals.secure],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', transferRefusals.certificate],
  ['SELF_SIGNED_CERT_IN_CHAIN', transferRefusals.certificate],
  ['HOSTNAME_MISMATCH', transferRefusals.certificate],
  ['INVALID_CA', transferRefusals.certificate],
]);

function refusalByPrefix(code: string): Refusal | undefined {
  if (/^(ERR_TLS_CERT_|CERT_|CRL_|UNABLE_TO_)/.test(code)) return transferRefusals.certificate;
  if (/^(ERR_TLS_|ERR_SSL_)/.test(code)) return transferRefusals.secure;
  if (/^HPE_/.test(code)) return transferRefusals.protocol;
  if (/^EAI_/.test(code)) return transferRefusals.noHost;
  // Any other error of the network or of the operating system; a wrong call of ours is neither.
  return /^E[A-Z]+$/.test(code) ? transferRefusals.refused : undefined;
}

/** The codes of an error, of its causes and of the errors that it gathers (one for each address tried). */
function errorCodes(error: unknown): string[] {
  const codes: string[] = [];
  const open: unknown[] = [error];
  for (let steps = 0; open.length > 0 && steps < 20; steps++) {
    const current = open.shift();
    if (!(current instanceof Error)) continue;
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
    open.push(current.cause);
    if (current instanceof AggregateError) open.push(...current.errors);
  }
  return codes;
}
