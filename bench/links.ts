// How many links to passages resolve on saved pages, by the reference implementation of text fragments.
//
//   npm run bench:links -- <folder or file of saved pages>... [--passages 6] [--pages 400] [--show 5]
import { parseArgs } from 'node:util';
import { extractArticle } from '../src/web/extract.ts';
import { filesIn, readPages } from './saved-pages.ts';
import { checkLinks } from './truth/links.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    passages: { type: 'string', default: '6' },
    pages: { type: 'string', default: '400' },
    show: { type: 'string', default: '0' },
  },
});
let [all, found] = [0, 0];
for (const file of positionals.flatMap(filesIn)) {
  let [pages, made, missed] = [0, 0, 0];
  for await (const page of readPages(file)) {
    if (pages >= Number(values.pages)) break;
    const article = extractArticle(page.html, page.url);
    if (article.kind === 'refusal') continue;
    const checked = await checkLinks(article, page.html, Number(values.passages));
    for (const { link, passage, met } of checked.missed.slice(0, missed < Number(values.show) ? 1 : 0))
      console.log(`  ${page.id} ${decodeURIComponent(link.split(':~:')[1] ?? '')}\n    ${passage}\n    ${met}`);
    pages += 1;
    made += checked.made;
    missed += checked.missed.length;
  }
  console.log(
    `${file}: ${made - missed} of ${made} = ${((100 * (made - missed)) / made).toFixed(1)} % on ${pages} pages`,
  );
  all += made;
  found += made - missed;
}
console.log(`links that resolve to their passage: ${found} of ${all} = ${((100 * found) / all).toFixed(1)} %`);
