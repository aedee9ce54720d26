// Pages that are no article, made in the shape in which sites serve them; every name and text is invented.

/** One made page: what it is, where it was read, and why it has to be refused. */
export type RefusalPage = { name: string; why: string; url: string; html: string };

const site = 'https://www.brackwater.example';
const article = `${site}/news/2024/04/harbour-pilots-refuse-night-tows`;

const shell = (title: string, body: string, head = '', lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
const menu =
  '<nav><ul><li><a href="/">Home</a></li><li><a href="/politics">Politics</a></li><li><a href="/sport">Sport</a></li></ul></nav>';
const foot = '<footer><p>© 2024 The Brackwater Courier. <a href="/privacy">Privacy policy</a></p></footer>';
const news = '<meta property="og:type" content="article">';
const paid =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour pilots refuse night tows","isAccessibleForFree":false}</script>';
const lead =
  '<p>Pilots in the port of Velthaven have stopped guiding ships after dark, their union said on Thursday.</p>';
const script = `<script>${'window.__state__=window.__state__||{};'.repeat(120)}</script>`;
const headlines = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `<article><h2><a href="/news/2024/04/story-number-${at}-about-the-town">Council decides about matter number ${at} of the town</a></h2></article>`,
  ).join('');
const teasers = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `<div class="card"><h3><a href="/news/2024/04/story-number-${at}-about-the-town">Council decides about matter number ${at} of the town</a></h3><p>The council voted on matter ${at} after a long debate on Tuesday evening.</p></div>`,
  ).join('');

export const refusalPages: RefusalPage[] = [
  // Bot checks
  {
    name: 'challenge page that waits',
    why: 'bot-check',
    url: article,
    html: shell(
      'Just a moment...',
      `<noscript>Enable JavaScript and cookies to continue</noscript><div id="challenge-platform"></div>${script}`,
    ),
  },
  {
    name: 'challenge page with text',
    why: 'bot-check',
    url: article,
    html: shell(
      'www.brackwater.example',
      '<h1>www.brackwater.example</h1><h2>Verifying you are human. This may take a few seconds.</h2><p>www.brackwater.example needs to review the security of your connection before proceeding.</p>',
    ),
  },
  {
    name: 'unusual traffic',
    why: 'bot-check',
    url: article,
    html: shell(
      'Sorry',
      '<h1>Our systems have detected unusual traffic from your computer network</h1><p>This page checks to see if it is really you sending the requests, and not a robot.</p><form><div class="g-recaptcha"></div></form>',
    ),
  },
  {
    name: 'press and hold',
    why: 'bot-check',
    url: article,
    html: shell(
      'Access to this page has been denied',
      '<h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><p>Reference ID 3f1c</p>',
    ),
  },
  {
    name: 'interruption',
    why: 'bot-check',
    url: article,
    html: shell(
      'Pardon Our Interruption',
      '<h1>Pardon Our Interruption...</h1><p>As you were browsing, something about your browser made us think you were a bot. There are a few reasons this might happen: you are a power user moving through this website with super-human speed, or you have disabled cookies in your web browser.</p>',
    ),
  },
  {
    name: 'captcha form alone',
    why: 'bot-check',
    url: article,
    html: shell(
      'brackwater.example',
      `${menu}<form action="/check"><div class="h-captcha" data-sitekey="1"></div><p>One more step before you go on.</p></form>`,
    ),
  },
  {
    name: 'blocked by a guard service',
    why: 'bot-check',
    url: article,
    html: shell(
      'Attention Required! | Cloudflare',
      '<h1>Sorry, you have been blocked</h1><h2>You are unable to access brackwater.example</h2><p>This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution.</p>',
    ),
  },
  {
    name: 'German bot check',
    why: 'bot-check',
    url: article,
    html: shell(
      'Sicherheitsprüfung',
      '<h1>Bitte bestätigen Sie, dass Sie ein Mensch sind</h1><p>Das dauert nur einen Augenblick.</p>',
      '',
      'de',
    ),
  },
  // Consent
  {
    name: 'consent before a video site',
    why: 'consent',
    url: article,
    html: shell(
      'Before you continue',
      '<h1>Before you continue to VideoHub</h1><p>We use cookies and data to deliver and maintain our services, track outages and protect against spam, fraud and abuse, and measure audience engagement and site statistics to understand how our services are used.</p><p>If you choose to “Accept all”, we will also use cookies and data to develop and improve new services and deliver and measure the effectiveness of ads.</p><button>Reject all</button><button>Accept all</button>',
    ),
  },
  {
    name: 'wall of a publisher',
    why: 'consent',
    url: article,
    html: shell(
      'The Brackwater Courier',
      '<h1>We value your privacy</h1><p>We and our 842 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised ads and content.</p><p>With your permission we and our partners may use precise geolocation data. You may click to consent to our and our partners’ processing as described above.</p><button>Manage options</button><button>Accept</button>',
    ),
  },
  {
    name: 'German pay or consent',
    why: 'consent',
    url: article,
    html: shell(
      'Kurier',
      '<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking. Details zum Tracking finden Sie in der Datenschutzerklärung und im Privacy Center.</p><button>Zustimmen und weiter</button><h2>Oder werbefrei im Abo</h2><p>Nutzen Sie unsere Seite ganz ohne Werbetracking für 4,99 Euro im Monat.</p>',
      '',
      'de',
    ),
  },
  {
    name: 'French consent',
    why: 'consent',
    url: article,
    html: shell(
      'Le Courrier',
      '<h1>Votre vie privée est importante</h1><p>Nous et nos partenaires stockons des informations sur votre appareil afin de vous proposer des publicités adaptées.</p><button>Continuer sans accepter</button><button>Accepter et continuer</button>',
      '',
      'fr',
    ),
  },
  {
    name: 'Spanish consent',
    why: 'consent',
    url: article,
    html: shell(
      'El Correo',
      '<h1>Tu privacidad nos importa</h1><p>Nosotros y nuestros socios utilizamos cookies para mostrar publicidad personalizada y medir el rendimiento.</p><button>Aceptar y continuar</button>',
      '',
      'es',
    ),
  },
  {
    name: 'Dutch consent',
    why: 'consent',
    url: article,
    html: shell(
      'De Courant',
      '<h1>Cookies op De Courant</h1><p>Wij en onze partners gebruiken cookies om het gebruik te meten en om advertenties te tonen.</p><button>Alles accepteren</button>',
      '',
      'nl',
    ),
  },
  {
    name: 'cookie text as the only text',
    why: 'consent',
    url: article,
    html: shell(
      'Harbour pilots',
      `${menu}<div class="overlay-box"><h2>This site uses cookies</h2><p>We use cookies to give you the best experience. By clicking accept you agree to our cookie policy.</p><p>You can change your cookie settings at any time.</p></div>${foot}`,
    ),
  },
  // Paywalls
  {
    name: 'lead and offer',
    why: 'paywall',
    url: article,
    html: shell(
      'Harbour pilots refuse night tows',
      `${menu}<article><h1>Harbour pilots refuse night tows</h1><div class="offer"><h2>Subscribe to continue reading</h2><p>Already a subscriber? <a href="/login">Log in</a></p></div></article>${foot}`,
      news,
    ),
  },
  {
    name: 'stated as paid, nothing shown',
    why: 'paywall',
    url: article,
    html: shell('Harbour pilots refuse night tows', `${menu}<h1>Harbour pilots refuse night tows</h1>${lead}`, paid),
  },
  {
    name: 'metered',
    why: 'paywall',
    url: article,
    html: shell(
      'Harbour pilots refuse night tows',
      '<h1>Harbour pilots refuse night tows</h1><p>You have reached your limit of free articles.</p><p>Start your free trial to read on.</p>',
      news,
    ),
  },
  {
    name: 'registration wall',
    why: 'paywall',
    url: article,
    html: shell(
      'Harbour pilots refuse night tows',
      '<h1>Harbour pilots refuse night tows</h1><p>Register for free to continue reading this story.</p>',
      news,
    ),
  },
  {
    name: 'German paywall',
    why: 'paywall',
    url: article,
    html: shell(
      'Lotsen',
      `<h1>Lotsen fahren nachts nicht mehr</h1><p>Die Lotsen im Hafen haben ihre Arbeit nach Einbruch der Dunkelheit eingestellt.</p><h2>Jetzt weiterlesen</h2><p>Mit dem Abo haben Sie Zugang zu allen Artikeln.</p>`,
      news,
      'de',
    ),
  },
  {
    name: 'French paywall',
    why: 'paywall',
    url: article,
    html: shell(
      'Pilotes',
      '<h1>Les pilotes refusent les remorquages de nuit</h1><p>Article réservé aux abonnés</p><p>Il vous reste 80 % de cet article à lire.</p>',
      news,
      'fr',
    ),
  },
  {
    name: 'Spanish paywall',
    why: 'paywall',
    url: article,
    html: shell(
      'Prácticos',
      '<h1>Los prácticos se niegan a trabajar de noche</h1><p>Contenido exclusivo para suscriptores</p>',
      news,
      'es',
    ),
  },
  {
    name: 'members only',
    why: 'paywall',
    url: article,
    html: shell(
      'Harbour pilots',
      '<h1>Harbour pilots refuse night tows</h1><p>This content is only available to members of the Velthaven Shipping Club.</p>',
      news,
    ),
  },
  {
    name: 'Japanese paywall',
    why: 'paywall',
    url: article,
    html: shell('水先人', '<h1>水先人、夜間のえい航を拒否</h1><p>この記事は会員限定です。</p>', news, 'ja'),
  },
  // Home and section pages
  {
    name: 'front page at the root',
    why: 'home-page',
    url: `${site}/`,
    html: shell('The Brackwater Courier', `${menu}${headlines(30)}${foot}`),
  },
  {
    name: 'front page with teasers',
    why: 'home-page',
    url: `${site}/`,
    html: shell(
      'The Brackwater Courier',
      `${menu}${teasers(30)}${foot}`,
      '<meta property="og:type" content="website">',
    ),
  },
  {
    name: 'front page at /index.html',
    why: 'home-page',
    url: `${site}/index.html`,
    html: shell('The Brackwater Courier', `${menu}<main>${headlines(12)}</main>`),
  },
  {
    name: 'front page of one language',
    why: 'home-page',
    url: `${site}/en/`,
    html: shell('The Brackwater Courier', `${menu}<main>${headlines(20)}</main>`),
  },
  {
    name: 'section page',
    why: 'home-page',
    url: `${site}/news/`,
    html: shell('News | The Brackwater Courier', `${menu}<main><h1>News</h1>${headlines(40)}</main>${foot}`),
  },
  {
    name: 'section page with teasers',
    why: 'home-page',
    url: `${site}/sport`,
    html: shell('Sport | The Brackwater Courier', `${menu}<main><h1>Sport</h1>${teasers(40)}</main>${foot}`),
  },
  {
    name: 'an author’s page',
    why: 'home-page',
    url: `${site}/authors/ruth-amsel`,
    html: shell(
      'Ruth Amsel | The Brackwater Courier',
      `${menu}<main><h1>Ruth Amsel</h1><p>Ruth Amsel writes about the harbour.</p>${headlines(25)}</main>`,
    ),
  },
  // Error pages
  {
    name: 'plain 404',
    why: 'error-page',
    url: article,
    html: shell('404 Not Found', '<center><h1>404 Not Found</h1></center><hr><center>nginx</center>'),
  },
  {
    name: 'friendly 404',
    why: 'error-page',
    url: article,
    html: shell(
      'Page not found | The Brackwater Courier',
      `${menu}<h1>Sorry, we can’t find that page</h1><p>It may have been moved or deleted. Try the search, or start again from the front page.</p>${foot}`,
    ),
  },
  {
    name: '404 with the newest stories',
    why: 'error-page',
    url: article,
    html: shell(
      'Page not found',
      `${menu}<h1>Page not found</h1><p>The page you are looking for no longer exists.</p><h2>Latest stories</h2>${headlines(10)}`,
    ),
  },
  {
    name: 'server error',
    why: 'error-page',
    url: article,
    html: shell(
      '500 Internal Server Error',
      '<h1>Something went wrong</h1><p>We are working on it. Please try again later.</p>',
    ),
  },
  { name: 'bad gateway', why: 'error-page', url: article, html: shell('502 Bad Gateway', '<h1>502 Bad Gateway</h1>') },
  {
    name: 'access denied',
    why: 'error-page',
    url: article,
    html: shell(
      'Access Denied',
      '<h1>Access Denied</h1><p>You don’t have permission to access this page on this server.</p>',
    ),
  },
  {
    name: 'removed story',
    why: 'error-page',
    url: article,
    html: shell(
      'The Brackwater Courier',
      `${menu}<h1>This page is not available</h1><p>The story you requested has been removed.</p>`,
    ),
  },
  {
    name: 'German 404',
    why: 'error-page',
    url: article,
    html: shell(
      'Seite nicht gefunden',
      '<h1>Seite nicht gefunden</h1><p>Die gewünschte Seite gibt es leider nicht.</p>',
      '',
      'de',
    ),
  },
  {
    name: 'French 404',
    why: 'error-page',
    url: article,
    html: shell('Page introuvable', '<h1>Page introuvable</h1><p>La page demandée n’existe plus.</p>', '', 'fr'),
  },
  {
    name: 'maintenance',
    why: 'error-page',
    url: article,
    html: shell(
      'Site maintenance',
      '<h1>We’ll be back soon</h1><p>We are temporarily unavailable while we work on the site.</p>',
    ),
  },
  // Pages that need scripts
  {
    name: 'empty application',
    why: 'needs-script',
    url: article,
    html: shell(
      'The Brackwater Courier',
      `<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>${script}`,
    ),
  },
  {
    name: 'application without a word',
    why: 'needs-script',
    url: article,
    html: shell('The Brackwater Courier', `<div id="app"></div>${script}`),
  },
  {
    name: 'loading sign',
    why: 'needs-script',
    url: article,
    html: shell('The Brackwater Courier', `<div id="app"><div class="spinner">Loading…</div></div>${script}`),
  },
  {
    name: 'scripts are switched off',
    why: 'needs-script',
    url: article,
    html: shell(
      'Chirp',
      '<div><h1>JavaScript is not available.</h1><p>We’ve detected that JavaScript is disabled in this browser. Please enable JavaScript or switch to a supported browser.</p></div>',
    ),
  },
  {
    name: 'German application',
    why: 'needs-script',
    url: article,
    html: shell(
      'Kurier',
      `<div id="root"></div><noscript>Bitte JavaScript aktivieren, um diese Seite zu nutzen.</noscript>${script}`,
      '',
      'de',
    ),
  },
  // Too little text
  {
    name: 'photo page',
    why: 'too-short',
    url: article,
    html: shell(
      'Photo of the day',
      `${menu}<h1>Photo of the day</h1><figure><img src="a.jpg"><figcaption>A gull.</figcaption></figure>${foot}`,
      news,
    ),
  },
  {
    name: 'video page',
    why: 'too-short',
    url: article,
    html: shell(
      'Watch',
      `${menu}<h1>Watch: harbour tows at night</h1><video src="a.mp4"></video><p>Two minutes of tows.</p>${foot}`,
    ),
  },
  { name: 'empty body', why: 'too-short', url: article, html: shell('', '') },
  {
    name: 'contact page',
    why: 'too-short',
    url: `${site}/contact`,
    html: shell('Contact', `${menu}<h1>Contact</h1><p>Harbour Street 1, Velthaven. Phone 555 0100.</p>${foot}`),
  },
  // No text at all
  {
    name: 'picture sent as a page',
    why: 'not-text',
    url: article,
    html: `\ufffdPNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR${'\u0000\ufffd\u0001\ufffdx'.repeat(300)}`,
  },
  {
    name: 'archive sent as a page',
    why: 'not-text',
    url: article,
    html: `PK\u0003\u0004${'\u0014\u0000\ufffd\u0008a'.repeat(200)}`,
  },
  { name: 'nothing at all', why: 'not-text', url: article, html: '' },
];
