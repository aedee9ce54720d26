// More pages that are no article, in the markup in which their makers serve them: guards, consent tools, paywalls, frameworks,
// servers that broke. Every name and text of a site is invented.
import type { RefusalPage } from './refusal-pages.ts';

const site = 'https://www.saltmere.example';
const story = `${site}/2026/11/28/harbour-wall-vote`;
const page = (title: string, body: string, head = '', lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const header =
  '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>';
const footer =
  '<footer><ul><li><a href="/privacy">Privacy policy</a></li><li><a href="/cookies">Cookie settings</a></li></ul><p>© 2026 The Saltmere Post</p></footer>';
const paid =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Saltmere rebuilds its wall","isAccessibleForFree":false}</script>';
const asArticle = '<meta property="og:type" content="article">';
const lead: Record<string, string> = {
  en: 'The town council of Saltmere voted on Tuesday night to rebuild the harbour wall before the winter storms, ending a dispute over its cost that has lasted nine years and outlived two mayors.',
  pl: 'Rada miasta zdecydowała we wtorek wieczorem, że falochron zostanie odbudowany przed zimą, co kończy trwający dziewięć lat spór o koszty.',
  sv: 'Kommunfullmäktige beslutade på tisdagskvällen att bygga om hamnmuren före vintern, vilket avslutar nio år av bråk om kostnaden.',
  fr: 'Le conseil municipal a décidé mardi soir de reconstruire la digue avant l’hiver, mettant fin à une querelle sur son coût qui durait depuis neuf ans.',
};

const pages: [why: string, name: string, html: string, path?: string][] = [
  [
    'bot-check',
    'proof of work with an explanation',
    page(
      'Making sure you&#39;re not a bot!',
      '<main><h1>Making sure you’re not a bot!</h1><p>Loading...</p><details><summary>Why am I seeing this?</summary><p>You are seeing this because the administrator of this website has set up a guard to protect the server against companies that aggressively scrape websites. This can and does cause downtime for the websites, which makes their resources inaccessible for everyone.</p><p>The guard is a compromise. It uses a proof-of-work scheme, proposed years ago for reducing spam.</p><p>Please note that the guard requires modern features of a browser that some plugins disable.</p></details></main>',
    ),
  ],
  [
    'bot-check',
    'refresh to a captcha',
    '<html><head><link rel="icon" href="data:;"><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2Fnews&y=ipc:1"></head></html>',
  ],
  [
    'consent',
    'choice before a search engine',
    page(
      'Before you continue to Finder Search',
      '<h1>Before you continue to Finder</h1><div>We use cookies and data to</div><ul><li>Deliver and maintain Finder services</li><li>Track outages and protect against spam, fraud, and abuse</li><li>Measure audience engagement and site statistics to understand how our services are used</li></ul><div>If you choose to “Accept all,” we will also use cookies and data to</div><ul><li>Develop and improve new services</li><li>Show personalized content, depending on your settings</li></ul><div>Non-personalized content is influenced by things like the content you’re currently viewing and your location. Select “More options” to see additional information.</div>',
    ),
  ],
  [
    'consent',
    'German choice between advertising and money',
    page(
      'Wie möchten Sie saltmere.example nutzen?',
      '<h2>Willkommen</h2><h3>Mit Werbung lesen</h3><p>Besuchen Sie saltmere.example wie gewohnt mit Werbung und Tracking. Details finden Sie in der Datenschutzerklärung. Ihre Zustimmung können Sie dort jederzeit widerrufen.</p><button>Akzeptieren und weiter</button><h3>Werbefrei im Pur-Abo</h3><p>Nutzen Sie unser Angebot ohne Werbetracking für 1,20 € pro Woche. Bereits Pur-Abonnent? Hier anmelden.</p><p>Tracking: Um unser Angebot finanzieren zu können, übermitteln wir Daten mithilfe von Cookies und anderen Technologien an Drittanbieter. Wir und unsere Partner nutzen Gerätekennungen, um Informationen auf einem Gerät zu speichern und abzurufen.</p>',
      '',
      'de',
    ),
  ],
  [
    'consent',
    'short German choice',
    page(
      'Saltmere | Lesen Sie mit Werbung oder im PUR-Abo. Sie haben die Wahl.',
      '<main><h1>Lesen Sie mit Werbung oder im Pur-Abo</h1><h2>saltmere.example mit Werbung</h2><p>Besuchen Sie saltmere.example wie gewohnt mit Werbung und Tracking. Details zum Tracking finden Sie in der Datenschutzerklärung.</p><h2>saltmere.example Pur</h2><p>Nutzen Sie saltmere.example mit weniger Werbung und ohne Werbetracking für 5,20 €/Monat.</p></main>',
      '',
      'de',
    ),
  ],
  [
    'consent',
    'French choice of a consent tool',
    page(
      'Votre choix',
      '<div><h2>Vos données, votre choix</h2><p>Avec votre accord, nos 789 partenaires et nous utilisons des cookies ou technologies similaires pour stocker, accéder et traiter des données personnelles telles que votre visite sur ce site, les adresses IP et les identifiants de cookie. Certains partenaires ne demandent pas votre consentement et se fondent sur leur intérêt légitime.</p><p>Vous pouvez retirer votre consentement à tout moment en cliquant sur « En savoir plus ».</p></div>',
      '',
      'fr',
    ),
  ],
  [
    'consent',
    'Italian choice between cookies and money',
    page(
      'Il Molo',
      '<h2>Se sei già abbonato, ACCEDI</h2><p>Il rifiuto dei cookie non strettamente necessari ti impedisce di leggere gratuitamente il sito. Per continuare a leggere puoi accettare i cookie di profilazione oppure acquistare un abbonamento.</p><p>Noi e i nostri 512 partner utilizziamo cookie e tecnologie simili per archiviare informazioni su un dispositivo e trattare dati personali.</p>',
      '',
      'it',
    ),
  ],
  [
    'consent',
    'Spanish choice between cookies and money',
    page(
      'Elige cómo navegar',
      '<h2>Acepta las cookies o suscríbete para continuar</h2><p>Nosotros y nuestros 843 socios almacenamos o accedemos a información en un dispositivo, tales como cookies, y procesamos datos personales, como identificadores únicos, para anuncios y contenido personalizados.</p><p>Puedes rechazar las cookies suscribiéndote por 1,99 € al mes.</p>',
      '',
      'es',
    ),
  ],
  [
    'consent',
    'Dutch privacy gate',
    page(
      'Privacy Gate',
      '<h1>Wij geven om jouw privacy</h1><p>Wij en onze partners slaan informatie op een apparaat op en/of hebben toegang tot informatie op een apparaat, zoals cookies, en verwerken persoonsgegevens voor gepersonaliseerde advertenties en inhoud.</p><p>Door op "Akkoord" te klikken, ga je hiermee akkoord. Wil je dit niet? Klik dan op "Instellen".</p>',
      '',
      'nl',
    ),
  ],
  [
    'consent',
    'choice between tracking and money',
    page(
      'The Saltmere Post',
      '<h1>Choose how you want to read</h1><h2>Free</h2><p>Read a limited number of articles each month. You consent to the use of cookies and tracking by us and third parties to provide you with personalized ads.</p><h2>Premium EU Subscription</h2><p>No on-site advertising or third-party ad tracking. Unlimited access to the site on any device for €9 every four weeks.</p><p>By subscribing, you also agree to our Privacy Policy and Terms of Service.</p>',
    ),
  ],
  [
    'consent',
    'new terms to accept',
    page(
      'We have updated our terms',
      '<main><h1>We’ve updated our Privacy Policy</h1><p>Before you can continue, please review and accept the changes to our Terms of Service and Privacy Policy.</p><button>I agree</button></main>',
    ),
  ],
  [
    'paywall',
    'offer on a page that says it is an article',
    page(
      'Saltmere rebuilds its wall',
      `${header}<main><h1>Saltmere rebuilds its wall</h1><div class="barrier"><h2>Subscribe to unlock this article</h2><p>Try unlimited access. Only $1 for 4 weeks. Then $75 per month. Complete digital access to quality journalism on any device. Cancel anytime during your trial.</p><h3>Explore our full range of subscriptions.</h3><p>Discover all the plans currently available in your country.</p><h3>Why the Post?</h3><p>See why over a million readers pay to read the Saltmere Post.</p></div></main>${footer}`,
      paid,
    ),
  ],
  [
    'paywall',
    'newsletter for those who pay, with its first paragraph',
    page(
      'Why harbours fail - The Tide Letter',
      `<article><h1>Why harbours fail</h1><div class="body"><p>${lead.en}</p></div><div class="paywall"><h2>This post is for paid subscribers</h2><a href="/subscribe">Subscribe</a><div>Already a paid subscriber? <a href="/in">Sign in</a></div></div></article>`,
      asArticle,
    ),
  ],
  [
    'paywall',
    'newsletter for those who pay',
    page(
      'Why harbours fail - The Tide Letter',
      '<article><h1>Why harbours fail</h1><h3 class="subtitle">A note on walls and money</h3><div class="paywall"><h2>This post is for paid subscribers</h2><a href="/subscribe">Subscribe</a><div>Already a paid subscriber? <a href="/in">Sign in</a></div></div></article>',
    ),
  ],
  [
    'paywall',
    'French lead and wall',
    page(
      'La digue',
      `<article><h1>La digue de la discorde</h1><p>${lead.fr}</p><div id="widget"><p>Cet article est réservé aux abonnés. Pour lire la suite, abonnez-vous dès 1 €.</p></div></article>`,
      '',
      'fr',
    ),
  ],
  [
    'paywall',
    'Polish lead and wall',
    page(
      'Spór o falochron',
      `<article><h1>Spór o falochron</h1><p>${lead.pl}</p><div><h3>Ten artykuł jest dostępny tylko dla prenumeratorów</h3><p>Czytaj dalej dzięki prenumeracie. Masz już prenumeratę? Zaloguj się</p></div></article>`,
      '',
      'pl',
    ),
  ],
  [
    'paywall',
    'Swedish lead and wall',
    page(
      'Bråk om hamnmuren',
      `<article><h1>Bråk om hamnmuren</h1><p>${lead.sv}</p><div><h3>Läs vidare med en prenumeration</h3><p>Den här artikeln är för dig som är prenumerant. Redan prenumerant? Logga in</p></div></article>`,
      '',
      'sv',
    ),
  ],
  [
    'paywall',
    'sign-up in place of a person’s page',
    page(
      'Sign Up | Network',
      '<main><h1>Join Network</h1><p>Make the most of your professional life</p><form><input name="email"><input type="password"></form><p>By clicking Agree & Join, you agree to the Network User Agreement, Privacy Policy, and Cookie Policy.</p><p>Already on Network? Sign in</p></main>',
    ),
    '/authwall?trk=x',
  ],
  [
    'needs-script',
    'plea to show advertisements',
    page(
      'The Saltmere Post',
      `${header}<main><h1>Please disable your ad blocker</h1><p>It looks like you are using an ad blocker. Advertising pays for our journalism. Please turn it off for this site.</p></main>${footer}`,
    ),
  ],
  ...[
    ['of a framework with a root of its own', '<app-root></app-root><script src="main.js" type="module"></script>'],
    [
      'that says it is loading',
      '<div id="__next"><div class="spinner">Loading...</div></div><script src="/_next/static/chunks/main.js"></script>',
    ],
    ['that states a description', '<div id="__nuxt"></div><script src="/_nuxt/e.js"></script>'],
    [
      'with a menu and a footer',
      `${header}<main id="main"><div class="skeleton"></div><p>Loading article…</p></main>${footer}<script src="/app.js"></script>`,
    ],
    ['drawn by a script', '<flt-glass-pane></flt-glass-pane><script src="bootstrap.js" async></script>'],
  ].map(([name = '', body = '']): [string, string, string] => [
    'needs-script',
    `shell ${name}`,
    page('The Saltmere Post', body, '<meta property="og:description" content="The council voted on Tuesday.">'),
  ]),
  [
    'error-page',
    'German article that is gone',
    page(
      'Saltmere',
      '<main><h1>Dieser Artikel ist nicht mehr verfügbar</h1><p>Aus lizenzrechtlichen Gründen können wir diesen Beitrag leider nicht mehr anzeigen.</p></main>',
      '',
      'de',
    ),
  ],
  ...[
    [
      'of an application server',
      'Runtime Error',
      "<h1>Server Error in '/' Application.</h1><h2><i>Runtime Error</i></h2><p><b>Description:</b> An application error occurred on the server. The current custom error settings for this application prevent the details of the application error from being viewed remotely.</p>",
    ],
    [
      'of a content system',
      'Error',
      '<p>There has been a critical error on this website.</p><p><a href="/help">Learn more about troubleshooting.</a></p>',
    ],
    ['without a database', 'Database Error', '<h1>Error establishing a database connection</h1>'],
    [
      'of a language’s runtime',
      '',
      '<b>Fatal error</b>:  Uncaught mysqli_sql_exception: Too many connections in /home/h/public_html/inc/db.php:12\nStack trace:\n#0 {main}\n  thrown in <b>/home/h/public_html/inc/db.php</b> on line <b>12</b>',
    ],
    [
      'left in debugging',
      'OperationalError at /news/harbour/',
      '<h1>OperationalError at /news/harbour/</h1><pre>could not connect to server: Connection refused</pre><p>You are seeing this error because you have <code>DEBUG = True</code> in your settings file. Change that to <code>False</code>, and a standard page is shown.</p>',
    ],
  ].map(([name = '', title = '', body = '']): [string, string, string] => [
    'error-page',
    `error ${name}`,
    page(title, body),
  ]),
  [
    'home-page',
    'several things of one name',
    page(
      'Saltmere (disambiguation) - Encyclopedia',
      '<h1>Saltmere (disambiguation)</h1><div><p><b>Saltmere</b> may refer to:</p><ul><li><a href="/wiki/Saltmere">Saltmere</a>, a town on the east coast</li><li><a href="/wiki/Saltmere_(ship)">Saltmere (ship)</a>, a ferry launched in 1931</li><li><a href="/wiki/Saltmere_Castle">Saltmere Castle</a>, a ruin above the river</li><li><a href="/wiki/John_Saltmere">John Saltmere</a> (1801–1870), engineer of the old lighthouse</li><li><a href="/wiki/Saltmere_FC">Saltmere F.C.</a>, a football club</li></ul><p>This page lists articles associated with the title Saltmere. If a link led you here, you may wish to change it to point directly to the intended article.</p></div>',
    ),
    '/wiki/Saltmere_(disambiguation)',
  ],
  ...(
    [
      [
        'bot-check',
        'Verifica',
        'Verifica di non essere un robot',
        'Per continuare, completa il controllo di sicurezza.',
      ],
      [
        'bot-check',
        'Verificação',
        'Confirme que você não é um robô',
        'Detectamos um tráfego incomum vindo da sua rede.',
      ],
      [
        'bot-check',
        '確認',
        'ロボットではないことを確認してください',
        '続行するには、下のチェックボックスをオンにしてください。',
      ],
      [
        'bot-check',
        'Blocked',
        'Your IP address has been blocked',
        'If you believe this is an error, please contact us.',
      ],
      ['error-page', 'Too many requests', 'Too many requests', 'Please slow down and try again later.'],
      [
        'consent',
        'Szanujemy Twoją prywatność',
        'Szanujemy Twoją prywatność',
        'My i nasi partnerzy przechowujemy informacje na urządzeniu, wykorzystując pliki cookies, oraz przetwarzamy dane osobowe.',
      ],
      [
        'consent',
        'Gizlilik',
        'Gizliliğinize önem veriyoruz',
        'Biz ve iş ortaklarımız, çerezler gibi teknolojilerle cihazınızdaki bilgileri saklıyor ve kişisel verilerinizi işliyoruz.',
      ],
      [
        'paywall',
        'Die Mole',
        'Die Mole',
        'Jetzt lesen und alle Artikel freischalten. Einen Monat kostenlos, danach 2,95 € / Woche. Login für Abonnenten',
      ],
      ['paywall', '방파제', '방파제 재건 결정', '이 기사는 구독자 전용입니다. 로그인 후 계속 읽으실 수 있습니다.'],
      [
        'paywall',
        'New post',
        'Why walls fall',
        'Join to unlock this post. Get access to this post and 120 more by joining now.',
      ],
      [
        'error-page',
        'The Saltmere Post',
        'Story withdrawn',
        'This story has been withdrawn. It did not meet our standards.',
      ],
      [
        'error-page',
        'Whoops',
        'Well, this is awkward.',
        'The page you were looking for isn’t here. Maybe it never was.',
      ],
    ] as const
  ).map(([why, title, heading, text]): [string, string, string] => [
    why,
    `“${heading}”`,
    page(title, `${header}<main><h1>${heading}</h1><p>${text}</p></main>${footer}`),
  ]),
  [
    'home-page',
    'folder of files',
    page(
      'Index of /news',
      `<h1>Index of /news</h1><pre><a href="../">../</a>\n${Array.from({ length: 20 }, (_, at) => `<a href="story${at}.html">story${at}.html</a>   28-Nov-2026 10:0${at % 10}   4${at}21`).join('\n')}</pre>`,
    ),
  ],
  [
    'too-short',
    'recording above a footer about cookies',
    page(
      'The Tide podcast: walls',
      `${header}<main><h1>Walls</h1><p>28 min</p><audio controls src="/a.mp3"></audio><p>Ann and Joe talk about the harbour wall.</p></main>${footer}`,
    ),
  ],
  [
    'too-short',
    'thing for sale above a footer about cookies',
    page(
      'Storm lamp, brass',
      `${header}<main><h1>Storm lamp, brass</h1><p>£45.00</p><p>In stock. Delivery in 2-3 days.</p><p>A solid brass lamp of the kind used on fishing boats. Height 32 cm. Burns paraffin.</p></main>${footer}`,
    ),
  ],
];

export const metPages: RefusalPage[] = pages.map(([why, name, html, path]) => ({
  why,
  name,
  html,
  url: path ? site + path : story,
}));
