/** Paragraphs of an ordinary article of some 150 words; every name is invented. */
export const bridge = [
  'The old bridge over the Marlow has closed to all traffic after engineers found deep cracks in two of its piers on Monday.',
  'Some 9,000 drivers cross it on a working day. They now have to go round by the ring road, which adds twenty minutes to most journeys.',
  '“We have no choice,” said Petra Lindqvist, the county’s chief engineer. “Nobody would forgive us if it fell.”',
  'The council expects repairs to take four months and to cost £3.2 million, most of which the government has promised to pay.',
  'Shopkeepers on the eastern bank fear for their trade. The ferry that once ran there was sold for scrap in 1998.',
  'A second inspection, of the railway bridge upstream, is due to begin next week, the county said.',
] as const;

export const bridgeAt = 'https://www.gazette.example/news/bridge-closes-after-cracks-found';

/** The article's paragraphs as a page writes them. */
export const paragraphs = (from = 0, to: number = bridge.length): string =>
  bridge
    .slice(from, to)
    .map((text) => `<p>${text}</p>`)
    .join('');

/** A page with that article: `body` in place of its paragraphs, `head` beside its title. */
export function bridgePage(page: { body?: string; head?: string; after?: string; before?: string } = {}): string {
  const { body = paragraphs(), head = '', after = '', before = '' } = page;
  return `<!doctype html><html lang="en"><head><title>Bridge closes after cracks found</title>${head}</head><body>${before}<article><h1>Bridge closes after cracks found</h1>${body}</article>${after}</body></html>`;
}
