import { describe, expect, it } from 'vitest';
import { toTransferRefusal } from '../../src/web/fetch-refusals.ts';
import { refuseStatus } from '../../src/web/judge-status.ts';

const failed = (code: string) => toTransferRefusal(Object.assign(new Error('x'), { code }));

describe('what a failed transfer says', () => {
  it.each([
    ['EPROTO', /^A secure connection/],
    ['ERR_SSL_WRONG_VERSION_NUMBER', /^A secure connection/],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', /^A secure connection/],
    ['CERT_HAS_EXPIRED', /certificate is not valid/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /certificate is not valid/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /certificate is not valid/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /certificate is not valid/],
    ['ENOTFOUND', /^There is no site of that name/],
    ['ECONNREFUSED', /could not be connected to/],
  ])('%s', (code, words) => {
    expect(failed(code)).toMatchObject({ why: 'unreachable', detail: expect.stringMatching(words) });
  });

  it('a mistake of ours is no failure of the site', () => {
    expect(failed('ERR_INVALID_ARG_TYPE')).toBeUndefined();
  });

  it('nobody knows whether a page that is not there ever was', () => {
    const missing = refuseStatus({ status: 404, headers: new Map(), html: '' });
    expect(missing?.detail).toBe(
      'There is no page at this link (404). Check the link, or paste the article’s text here.',
    );
    expect(refuseStatus({ status: 410, headers: new Map(), html: '' })?.detail).toMatch(/any more \(410\)/);
  });
});
