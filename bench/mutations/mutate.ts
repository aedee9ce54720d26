/** Gives a page as it might come from a broken or hostile site. `other` is another page to take pieces from. */
type Mutation = (html: string, other: string, random: () => number) => string;

const openers = [
  ...['<div>', '<span>', '<ul><li>', '<table><tr><td>', '<a href="/x">', '<p>', '<b>', '<blockquote>', '<svg>'],
  ...['<article>', '<section>', '<form>', '<select><option>', '<details><summary>', '<h1>', '<math><mi>', '<x-y>'],
];
const scraps = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '<!--',
    '-->',
    '</',
    '<div',
    '</div>',
    '</body>',
    '<script>',
    '</script>',
    '<style>',
    '<![CDATA[',
  ],
  ...[
    '&#x',
    '&#1114112;',
    '&amp',
    ']]>',
    '<title>',
    '<plaintext>',
    '<template>',
    '<noscript>',
    '\u0000',
    '\ud800',
    '\u202e',
  ],
  ...[
    '<meta http-equiv=refresh content=0>',
    '<base href="javascript:0">',
    '<textarea>',
    '<p id="',
    '{"@type":"NewsArticle",',
  ],
];

const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];
const place = (html: string, random: () => number) => Math.floor(random() * (html.length + 1));
const insert = (html: string, piece: string, random: () => number) => {
  const at = place(html, random);
  return html.slice(0, at) + piece + html.slice(at);
};
/** A size between the two, small ones as likely as large ones. */
const size = (least: number, most: number, random: () => number) => Math.floor(least * (most / least) ** random());

/** Every way in which a page is broken, by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  cut: (html, _other, random) => html.slice(0, place(html, random)),
  'cut at the front': (html, _other, random) => html.slice(place(html, random)),
  'a piece missing': (html, _other, random) => {
    const at = place(html, random);
    return html.slice(0, at) + html.slice(at + size(1, 20_000, random));
  },
  nested: (html, _other, random) => insert(html, (pick(openers, random) ?? '').repeat(100_000), random),
  'nested and closed': (html, _other, random) => {
    const open = pick(openers, random) ?? '';
    const close = [...open.matchAll(/<([\w-]+)/g)].map(([, name]) => `</${name}>`).reverse();
    return insert(html, `${open.repeat(50_000)}text${close.join('').repeat(50_000)}`, random);
  },
  'huge attribute': (html, _other, random) => {
    const value = (pick(['a', 'x ', 'a-', '&amp;', 'related ', '\u00e9', '(', 'http://'], random) ?? '').repeat(
      size(10_000, 2_000_000, random),
    );
    const name = pick(['class', 'id', 'href', 'title', 'style', 'data-x', 'content', 'srcset'], random);
    return insert(html, `<${pick(['p', 'div', 'a', 'meta name="author"', 'h1'], random)} ${name}="${value}">`, random);
  },
  'many attributes': (html, _other, random) =>
    insert(
      html,
      `<div ${Array.from({ length: size(10, 100_000, random) }, (_, at) => `a${at}=${at}`).join(' ')}>`,
      random,
    ),
  'bytes of another encoding': (html, _other, random) => {
    const label = pick(
      ['utf-16le', 'utf-16be', 'shift_jis', 'windows-1252', 'gb18030', 'iso-2022-jp', 'euc-kr'],
      random,
    );
    return new TextDecoder(label).decode(Buffer.from(html));
  },
  'bytes changed': (html, _other, random) => {
    const bytes = Buffer.from(html);
    for (let left = size(1, 3_000, random); left > 0; left--)
      bytes[Math.floor(random() * bytes.length)] = random() * 256;
    return bytes.toString('utf8');
  },
  spliced: (html, other, random) => html.slice(0, place(html, random)) + other.slice(place(other, random)),
  'another page inside': (html, other, random) => insert(html, other, random),
  repeated: (html, _other, random) => {
    const at = place(html, random);
    const piece = html.slice(at, at + size(5, 5_000, random));
    return insert(
      html,
      piece.repeat(Math.min(20_000, Math.ceil(size(2, 4_000_000, random) / (piece.length + 1)))),
      random,
    );
  },
  'one element over and over': (html, _other, random) => {
    const tags = html.match(/<[^>]{1,300}>[^<]{0,200}/g) ?? [];
    return insert(html, (pick(tags, random) ?? '').repeat(size(10, 30_000, random)), random);
  },
  'scraps strewn in': (html, _other, random) => {
    let strewn = html;
    for (let left = size(1, 100, random); left > 0; left--) strewn = insert(strewn, pick(scraps, random) ?? '', random);
    return strewn;
  },
  'scrap over and over': (html, _other, random) =>
    insert(html, (pick(scraps, random) ?? '').repeat(size(100, 300_000, random)), random),
  'end tags missing': (html, _other, random) => html.replace(/<\/[^>]*>/g, (tag) => (random() < 0.5 ? '' : tag)),
  'tags shuffled': (html, _other, random) => {
    const pieces = html.split(/(?=<)/);
    for (let at = pieces.length - 1; at > 0; at--) {
      if (random() < 0.7) continue;
      const to = Math.floor(random() * (at + 1));
      [pieces[at], pieces[to]] = [pieces[to] ?? '', pieces[at] ?? ''];
    }
    return pieces.join('');
  },
  'quotes missing': (html, _other, random) => html.replace(/["']/g, (quote) => (random() < 0.1 ? '' : quote)),
  'one long word': (html, _other, random) =>
    insert(
      html,
      (pick(['a', 'A ', '“', '.', ' ', '\n', '|', 'Mr. ', '1,', '漢', '\u0301', '- '], random) ?? '').repeat(
        size(1_000, 2_000_000, random),
      ),
      random,
    ),
  'text in one paragraph': (html) => `<html><body><p>${html.replace(/<[^>]*>/g, ' ')}</p></body></html>`,
  'statements to machines broken': (html, _other, random) =>
    insert(
      html,
      `<script type="application/ld+json">${(pick(['[', '{"a":', '{"@graph":[', '{"author":[{"name":"A B"},', '"'], random) ?? '').repeat(size(10, 200_000, random))}</script>`,
      random,
    ),
};
