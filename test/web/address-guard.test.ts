import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAddressGuard, createPublicPageTest, isPublicAddress } from '../../src/web/address-guard.ts';

describe('an address', () => {
  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.254'],
    ...['168.63.129.16', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.192', '192.0.2.1', '192.88.99.1'],
    ...['192.168.0.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.1.1.1'],
    ...[
      '240.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::7f00:1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::808:808',
    ],
    ...[
      '64:ff9b:1::1',
      '100::1',
      '2001::1',
      '2001:20::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '3fff::1',
      '4000::1',
      '5f00::1',
    ],
    ...[
      'fc00::1',
      'fd00:ec2::254',
      'fe80::1',
      'fe80::1%eth0',
      '2606:4700::1%eth0',
      'fec0::1',
      'ff02::1',
      'localhost',
      '',
    ],
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    ...[
      '1.1.1.1',
      '8.8.8.8',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
      '128.0.0.1',
    ],
    ...[
      '168.63.129.15',
      '168.63.129.17',
      '169.253.255.255',
      '172.15.255.255',
      '172.32.0.0',
      '192.0.1.1',
      '192.167.1.1',
    ],
    ...[
      '192.169.0.1',
      '198.17.1.1',
      '198.20.0.1',
      '223.255.255.255',
      '2001:200::1',
      '2001:4860:4860::8888',
      '2606:4700::1111',
    ],
    ...['2003::1', '2a00:1450::1', '3ffe::1'],
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('the guard', () => {
  const guard = createAddressGuard(['Intranet.example', 'news.internal:4010', '10.0.0.7', '[::1]:4010', 'FD00::7']);
  const faultOf = (url: string) => guard.findFault(new URL(url));

  it('lets web links through on ordinary ports only', () => {
    expect(faultOf('https://example.com/a')).toBeUndefined();
    expect(faultOf('http://example.com:8080/a')).toBeUndefined();
    expect(faultOf('http://example.com:22/')).toBe('port');
    expect(faultOf('https://example.com:6379/')).toBe('port');
    expect(faultOf('ftp://example.com/a')).toBe('scheme');
    expect(faultOf('file:///etc/passwd')).toBe('scheme');
    expect(faultOf('data:text/html,hello')).toBe('scheme');
    expect(faultOf('https://someone@example.com/')).toBe('userinfo');
    expect(faultOf('https://:secret@example.com/')).toBe('userinfo');
  });

  it('an allowed private host may have a private address, on ordinary ports', () => {
    expect(guard.blocksAddress('10.1.1.1', 'intranet.example', 443)).toBe(false);
    expect(guard.blocksAddress('10.1.1.1', 'other.example', 443)).toBe(true);
    expect(guard.blocksAddress('10.1.1.1', 'intranet.example', 22)).toBe(true);
    expect(faultOf('http://intranet.example:22/')).toBe('port');
    expect(faultOf('http://10.0.0.7/')).toBeUndefined();
    expect(faultOf('http://10.0.0.8/')).toBe('address');
    expect(faultOf('http://[fd00::7]/')).toBeUndefined();
  });

  it('an entry with a port allows that port alone', () => {
    expect(faultOf('http://news.internal:4010/')).toBeUndefined();
    expect(faultOf('http://news.internal:4011/')).toBe('port');
    expect(faultOf('http://[::1]:4010/')).toBeUndefined();
    expect(faultOf('http://[::1]/')).toBe('address');
    expect(guard.blocksAddress('10.1.1.1', 'news.internal', 4010)).toBe(false);
    expect(guard.blocksAddress('10.1.1.1', 'news.internal', 80)).toBe(true);
  });

  it("an allowed name does not open a cloud's metadata service", () => {
    expect(guard.blocksAddress('169.254.169.254', 'intranet.example', 80)).toBe(true);
    expect(guard.blocksAddress('fe80::1', 'intranet.example', 80)).toBe(true);
    const own = createAddressGuard(['169.254.169.254']);
    expect(own.findFault(new URL('http://169.254.169.254/'))).toBeUndefined();
  });

  it('every way to write a private IPv4 address is seen through', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0x0a000000, 0x7f000000, 0xa9fe0000, 0xc0a80000, 0xac100000),
        fc.integer({ min: 0, max: 0xffff }),
        fc.constantFrom(
          (n: number) => `${n}`,
          (n: number) => `0x${n.toString(16)}`,
          (n: number) => `0${n.toString(8)}`,
          (n: number) => `${n >>> 24}.${n & 0xffffff}`,
          (n: number) => `[::ffff:${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}]`,
          (n: number) => `[::${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}]`,
          (n: number) => `[2002:${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}::]`,
          (n: number) => `[64:ff9b::${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}]`,
        ),
        (net, rest, write) => {
          expect(createAddressGuard().findFault(new URL(`http://${write(net + rest)}/`))).toBe('address');
        },
      ),
    );
  });
});

describe('a page that anybody can read', () => {
  const isPublicPage = createPublicPageTest([
    'Wiki.Corp.example:8000',
    'intranet.example',
    '[fd00::abcd:1]:4010',
    'bücher.example',
  ]);

  it.each([
    'https://news.example/a',
    'http://sub.intranet.example/a',
    'https://8.8.8.8/a',
    'https://[2606:4700::1]/a',
    'https://news.example/?from=intranet.example',
  ])('%s is one', (link) => expect(isPublicPage(link)).toBe(true));

  it.each([
    ...['https://intranet.example/a', 'https://INTRANET.example./a', 'https://intranet.example:8443/a'],
    ...['http://wiki.corp.example:8000/a', 'https://wiki.corp.example/a', 'http://xn--bcher-kva.example/'],
    ...[
      'http://[fd00::abcd:1]:4010/a',
      'http://127.0.0.1/a',
      'http://192.168.1.4/a',
      'http://[::1]/a',
      'http://0x7f.1/a',
    ],
    ...['file:///etc/passwd', 'news.example', ''],
  ])('%s is none', (link) => expect(isPublicPage(link)).toBe(false));
});
