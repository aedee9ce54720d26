// True articles that look like something else: short ones, ones about robots, cookies, subscriptions and errors, ones among
// many headlines. Every name and text is invented.

/** One made page that is an article: what it is, where it was read, and the first words of its text. */
export type ShortArticle = { name: string; url: string; html: string; starts: string };

const site = 'https://www.lindmoor.example';
const header =
  '<header><a href="/">Lindmoor Herald</a><nav><a href="/news">News</a> <a href="/subscribe">Subscribe now</a> <a href="/login">Log in</a></nav></header>';
const banner =
  '<div class="cookie-banner"><p>We use cookies. Accept all cookies or manage settings.</p><button>Accept all</button></div>';
const related = `<section><h2>More stories</h2>${Array.from({ length: 20 }, (_, at) => `<article><h3><a href="/region/2025/02/what-the-council-says-about-${at}">What the council now says about plan ${at}</a></h3><p>Members argued for two hours before the vote was put off once more.</p></article>`).join('')}</section>`;
const asArticle =
  '<meta property="og:type" content="article"><meta property="article:published_time" content="2025-02-03T08:00:00Z">';
const page = (title: string, paragraphs: string[], { head = '', before = '', after = '' } = {}) =>
  `<!doctype html><html lang="en"><head><title>${title} | Lindmoor Herald</title>${head}</head><body>${header}${before}<main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></main>${after}</body></html>`;

const brief = [
  'The ferry between Lindmoor and Westhaven will stop on Friday, its operator said, after an engine fire that hurt nobody.',
  'About four hundred people use the line on a working day. Buses will run every half hour until a second ship arrives from Ostrand, which the company expects in the first week of March.',
  'The coast guard is looking into the cause. A spokeswoman said that the crew had put out the fire within minutes.',
];
const flash = [
  'A court in Lindmoor on Monday cleared the former harbour master of taking bribes from a dredging company.',
  'Prosecutors said that they would appeal against the ruling.',
];
const [one = '', two = '', three = ''] = brief;

const articles: [name: string, path: string, html: string][] = [
  ['brief of 90 words without any facts for machines', '/region/ferry-stops', page('Ferry stops on Friday', brief)],
  ['brief among twenty headlines', '/region/ferry-stops', page('Ferry stops on Friday', brief, { after: related })],
  [
    'brief that calls itself an article, among headlines',
    '/region/ferry-stops',
    page('Ferry stops on Friday', brief, { head: asArticle, after: related }),
  ],
  ['two paragraphs of breaking news', '/region/cleared', page('Harbour master cleared', flash, { head: asArticle })],
  [
    'two paragraphs of breaking news among headlines',
    '/region/cleared',
    page('Harbour master cleared', flash, { head: asArticle, after: related.replace(/<p>.*?<\/p>/g, '') }),
  ],
  ['brief below a cookie banner', '/region/ferry-stops', page('Ferry stops on Friday', brief, { before: banner })],
  [
    'brief in a section',
    '/search/ferry-stops-on-friday-12345',
    page('Ferry stops on Friday', brief, { head: asArticle, after: related }),
  ],
  [
    'brief filed under a topic',
    '/topics/harbour/ferry-stops-on-friday',
    page('Ferry stops on Friday', brief, { head: asArticle, after: related }),
  ],
  [
    'brief whose address is said to be the root',
    '/region/ferry-stops',
    page('Ferry stops on Friday', brief, { head: `${asArticle}<link rel="canonical" href="/">`, after: related }),
  ],
  [
    'about captchas',
    '/tech/captcha',
    page('Why sites ask “Are you a robot?”', [
      'Captchas are failing, a study from the university of Ostrand says: programs now solve the puzzles faster than people do.',
      'The authors gave 1,400 volunteers the “I’m not a robot” box and timed them. People needed nine seconds on average, the best program less than one.',
      'Site owners told the authors that they would keep the checks all the same, because the cheapest attackers still fail at them.',
    ]),
  ],
  [
    'about a bot check that broke',
    '/tech/outage',
    page('Security check locked readers out', [
      'A fault at a protection service showed thousands of readers the words “Just a moment...” for three hours on Tuesday.',
      'The company said a rule meant for one customer had gone out to all of them. News sites, shops and two ministries were hit.',
      'Service was back by noon. The company promised a full report within a week and a refund to those who pay.',
    ]),
  ],
  [
    'about cookie banners',
    '/tech/cookies',
    page('Regulator fines site over cookie banner', [
      'The data regulator fined a travel site 2 million on Thursday because its banner made “Accept all cookies” larger than the button to refuse.',
      'The site said that it had changed the banner in May. Campaigners who brought the case called the sum too small to matter.',
      'Similar cases against three publishers are still open, the regulator said, and a decision is due before the summer.',
    ]),
  ],
  [
    'about a paywall',
    '/media/paywall',
    page('Newspaper drops its paywall', [
      'The Ostrand Post will let everyone read its stories from April, ending eight years of “Subscribe to continue reading”.',
      'Its editor said that donations from 31,000 readers now bring in more than subscriptions did. Twelve jobs will be added.',
      'Other papers in the region said they had no such plans. The Lindmoor Herald raised its price in January and lost few readers by it.',
    ]),
  ],
  [
    'about the error 404',
    '/tech/404',
    page('404 page not found: how an error became a joke', [
      'The number 404 is the answer of a server that has no page at the address it was asked for.',
      'A story that it was the number of a room in Geneva is untrue, the engineers who chose the codes have said more than once.',
      'The museum of Ostrand opens a small show of such pages on Saturday. Forty of them were sent in by readers, and the best wins a mug.',
    ]),
  ],
  [
    'about an outage',
    '/tech/unavailable',
    page('Bank site temporarily unavailable for second day', [
      'Customers of the Lindmoor Bank could not log in on Tuesday either, and its site said “service unavailable” until the evening.',
      'The bank spoke of a fault in a network switch. It ruled out an attack and said that no data had been lost.',
      'The supervisor has asked for a report. Last year the bank was fined for an outage that lasted nine hours.',
    ]),
  ],
  [
    'about domain names',
    '/tech/domains',
    page('Village sells its domain', [
      'The village of Lind sold its address on Monday to a maker of headphones of the same name, for a sum that neither would give.',
      'For years the page had said only “This domain is for sale”. The mayor said the money would pay for a new roof on the school.',
      'The village now uses a longer address. Letters to the old one are sent on until the end of the year.',
    ]),
  ],
  [
    'about JavaScript',
    '/tech/scripts',
    page('Browser will warn of heavy scripts', [
      'The next version of a browser will tell people when a page needs JavaScript that takes more than two seconds to start.',
      'Its makers said that one page in nine on cheap phones does. Developers will see which library is to blame.',
      'Site owners had asked for the warning to be put off. It comes in June, first for one reader in a hundred.',
    ]),
  ],
  [
    'about logging in',
    '/tech/login',
    page('Login codes by text message end in May', [
      'The post office will stop sending login codes by text message in May and asks its customers to use an app instead.',
      'Thieves had talked phone companies out of 300 numbers last year and emptied accounts with the codes sent to them.',
      'Those without such a phone can have a small device for free, the post office said. About 40,000 have asked for one.',
    ]),
  ],
  [
    'with a video above its text',
    '/video/ferry',
    page('Ferry stops on Friday', brief, { before: '<video src="a.mp4"></video>' }),
  ],
  [
    'with a password field in its head',
    '/region/ferry-stops',
    page('Ferry stops on Friday', brief, { before: '<form><input type="email"><input type="password"></form>' }),
  ],
  [
    'with a captcha below its comments',
    '/region/ferry-stops',
    page('Ferry stops on Friday', brief, {
      after: '<form><div class="g-recaptcha"></div><textarea></textarea></form>',
    }),
  ],
  [
    'with a subscription box below',
    '/region/ferry-stops',
    page('Ferry stops on Friday', brief, {
      after: '<div class="promo"><p>Subscribe to unlock every story. Already a subscriber? Log in.</p></div>',
    }),
  ],
  [
    'with a note for browsers without scripts',
    '/region/ferry-stops',
    page('Ferry stops on Friday', brief, { after: '<noscript>Please enable JavaScript to comment.</noscript>' }),
  ],
  [
    'addressed to its reader',
    '/advice/ferry',
    page('How to get a refund for the ferry', [
      'If you hold a season ticket for the ferry, you can have your money back for every day on which it does not sail.',
      'You need the number on your card and the form that the company put on its site on Monday. Take both to any ticket office.',
      'Our tip: you do not have to accept a voucher. The law gives you a choice, and a call to the office is enough if you are turned away.',
    ]),
  ],
  [
    'German brief',
    '/region/faehre',
    page('Fähre fällt aus', [
      'Die Fähre zwischen Lindmoor und Westhafen fährt ab Freitag nicht mehr. Grund ist ein Brand im Maschinenraum, bei dem niemand verletzt wurde.',
      'Etwa vierhundert Menschen nutzen die Linie an einem Werktag. Bis ein zweites Schiff eintrifft, fahren Busse alle halbe Stunde.',
      'Die Ursache ist noch unklar. Eine Sprecherin sagte, die Besatzung habe das Feuer innerhalb weniger Minuten gelöscht.',
    ]),
  ],
  [
    'Japanese brief',
    '/region/ferry',
    page(
      'フェリー運休へ',
      [
        'リンドムーアとウェストヘイブンを結ぶフェリーが金曜日から運休する。運航会社が月曜日に発表した。機関室で火災が起きたためで、けが人はいなかった。',
        '平日には約四百人がこの航路を利用している。代わりの船が三月初めに到着するまで、三十分おきにバスを走らせる。沿岸警備隊が原因を調べている。',
      ],
      { head: asArticle },
    ),
  ],
  [
    'with links in its text',
    '/region/links',
    page('Ferry stops on Friday', [
      `${one} <a href="/region/2024/11/the-fire-that-stopped-the-ferry">An earlier fire stopped the ferry in November.</a>`,
      `${two} <a href="/region/2024/12/what-the-operator-promised-then">The operator promised new engines.</a>`,
      three,
    ]),
  ],
];

export const shortArticles: ShortArticle[] = articles.map(([name, path, html]) => ({
  name,
  url: `${site}${path}`,
  html,
  starts: /<p>([^<]{20,40}?)[ ,。]/.exec(html.slice(html.indexOf('<h1>')))?.[1] ?? '',
}));
