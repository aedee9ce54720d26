// More pages that are no article, unlike those of refusal-pages.ts: other makers, other languages, other layouts. Every name and
// text is invented.
import type { RefusalPage } from './refusal-pages.ts';

const site = 'https://www.lindmoor.example';
const story = `${site}/region/2025/02/ferry-line-closes`;
const page = (title: string, body: string, head = '') =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const asArticle = '<meta property="og:type" content="article">';
const pointsHome = '<link rel="canonical" href="/">';
const header =
  '<header><a href="/">Lindmoor Herald</a><nav><a href="/news">News</a> <a href="/sport">Sport</a> <a href="/login">Log in</a></nav></header>';
const footer = '<footer><a href="/about">About us</a> <a href="/terms">Terms</a> © Lindmoor Herald</footer>';
const topics = [
  'ferry',
  'harbour wall',
  'school roof',
  'night bus',
  'town budget',
  'water works',
  'old mill',
  'fire station',
];
const list = (count: number, item: (topic: string, path: string, at: number) => string) =>
  Array.from({ length: count }, (_, at) => {
    const topic = topics[at % topics.length] ?? '';
    return item(topic, `/region/2025/02/what-the-council-says-about-${at}`, at);
  }).join('');
const cards = (count: number) =>
  list(
    count,
    (topic, path) =>
      `<a class="card" href="${path}"><h3>What the council now says about the ${topic}</h3><p>Members argued for two hours on Tuesday before the vote on the ${topic} was put off.</p></a>`,
  );
const rows = (count: number) =>
  list(
    count,
    (topic, path, at) =>
      `<li><time>${at + 1} February 2025</time><h2><a href="${path}">Residents ask for answers on the ${topic} plans</a></h2><p class="summary">The meeting on the ${topic} drew more than a hundred people, and the mayor promised a reply within the month.</p><a href="${path}">Read more</a></li>`,
  );

const pages: [why: string, name: string, url: string, html: string][] = [
  // Lists
  [
    'home-page',
    'home page that calls itself an article',
    `${site}/`,
    page('Lindmoor Herald', header + cards(24) + footer, asArticle),
  ],
  [
    'home-page',
    'home page with its country and campaign in the address',
    `${site}/en-gb/`,
    page('Lindmoor Herald', header + cards(24)),
  ],
  [
    'home-page',
    'section whose own address is the root',
    `${site}/region`,
    page('Region', header + rows(14) + footer, pointsHome),
  ],
  [
    'home-page',
    'section that calls itself an article',
    `${site}/region`,
    page('Region', `${header}<main><h1>Region</h1><ul>${rows(20)}</ul></main>`, asArticle),
  ],
  [
    'home-page',
    'search results',
    `${site}/search?q=ferry`,
    page('Search: ferry', `${header}<h1>12 results for “ferry”</h1><ol>${rows(12)}</ol>`),
  ],
  [
    'home-page',
    'search results in German',
    `${site}/suche?query=f%C3%A4hre`,
    page('Suche', `${header}<h1>Suchergebnisse</h1>${cards(10)}`),
  ],
  [
    'home-page',
    'tag',
    `${site}/tag/ferries`,
    page(
      'Ferries',
      `${header}<h1>Ferries</h1><p>All our stories about ferries and the people who run them.</p><ul>${rows(9)}</ul>`,
    ),
  ],
  [
    'home-page',
    'topic that calls itself an article',
    `${site}/topics/harbour`,
    page('Harbour', `${header}<h1>Harbour</h1>${cards(18)}`, asArticle),
  ],
  [
    'home-page',
    'author with a life',
    `${site}/author/mira-holt`,
    page(
      'Mira Holt',
      `${header}<h1>Mira Holt</h1><p>Mira Holt has reported on the coast since 2009. Before that she taught at a school in Lindmoor and wrote two books about its ferries, one of which won a prize. She lives by the harbour with two dogs.</p><ul>${rows(10)}</ul>`,
    ),
  ],
  [
    'home-page',
    'author who is stated as one',
    `${site}/team/mira-holt`,
    page(
      'Mira Holt',
      `${header}<h1>Mira Holt</h1><ul>${rows(10)}</ul>`,
      '<script type="application/ld+json">{"@type":"ProfilePage","headline":"Mira Holt","author":"Mira Holt"}</script>',
    ),
  ],
  ['home-page', 'second page of a section', `${site}/region/page/2`, page('Region', `${header}<ul>${rows(10)}</ul>`)],
  ['home-page', 'category of a blog', `${site}/category/boats`, page('Boats', `${header}<h1>Boats</h1>${rows(8)}`)],
  ['home-page', 'French section', `${site}/rubrique/mer`, page('Mer', `${header}<h1>Mer</h1>${cards(10)}`)],
  [
    'home-page',
    'archive of a month',
    `${site}/archive/2025`,
    page(
      'Archive',
      `${header}<ul>${list(30, (topic, path) => `<li><a href="${path}">What the council now says about the ${topic}</a></li>`)}</ul>`,
    ),
  ],
  // Logins and subscriptions
  [
    'paywall',
    'login form',
    `${site}/login?next=/region`,
    page(
      'Log in',
      `${header}<h1>Log in</h1><form><label>Email</label><input type="email"><label>Password</label><input type="password"><button>Log in</button></form><p>Forgot your password?</p>`,
    ),
  ],
  [
    'paywall',
    'login in place of an article',
    story,
    page(
      'Sign in | Lindmoor Herald',
      '<form><h2>Sign in to your account</h2><input type="email"><input type=password><button>Continue</button></form>',
    ),
  ],
  [
    'paywall',
    'German login',
    story,
    page(
      'Anmelden',
      '<h1>Anmelden</h1><form><input name="mail"><input type="password"></form><p>Noch kein Konto? Jetzt registrieren.</p>',
    ),
  ],
  [
    'paywall',
    'French login',
    story,
    page('Connexion', '<h1>Connexion</h1><form><input type="password"></form><p>Mot de passe oublié ?</p>'),
  ],
  [
    'paywall',
    'login of a company',
    'https://intranet.lindmoor.example/sso/start',
    page('Lindmoor', '<h1>Welcome</h1><p>Use your company account.</p><form><input type="password"></form>'),
  ],
  [
    'paywall',
    'account wall',
    story,
    page(
      'Ferry line closes',
      `${header}<h1>Ferry line closes</h1><p>Create a free account to continue reading this story.</p>`,
      asArticle,
    ),
  ],
  [
    'paywall',
    'Italian subscription',
    story,
    page(
      'Il traghetto',
      `<h1>Il traghetto si ferma</h1><p>Contenuto riservato agli abbonati.</p><p>Sei già abbonato? Accedi.</p>`,
      asArticle,
    ),
  ],
  [
    'paywall',
    'Portuguese subscription',
    story,
    page('A balsa', '<h1>A linha da balsa fecha</h1><p>Conteúdo exclusivo para assinantes.</p>', asArticle),
  ],
  [
    'paywall',
    'Dutch subscription',
    story,
    page(
      'Veerdienst',
      '<h1>Veerdienst stopt</h1><p>Dit artikel is alleen voor abonnees.</p><p>Al abonnee? Log in.</p>',
      asArticle,
    ),
  ],
  // Consent
  [
    'consent',
    'Italian cookie wall',
    story,
    page(
      'La Voce',
      '<h1>La tua privacy è importante</h1><p>Noi e i nostri partner utilizziamo cookie e tecnologie simili per mostrarti annunci e misurare le visite.</p><button>Accetta e continua</button><button>Rifiuta e abbonati</button>',
    ),
  ],
  [
    'consent',
    'Spanish pay or accept',
    story,
    page(
      'El Diario',
      '<h2>Sin cookies el periodismo cuesta</h2><p>Usamos cookies propias y de terceros para personalizar la publicidad. Puedes aceptar las cookies o pagar por navegar sin ellas.</p><button>Aceptar y continuar</button><button>Rechazar y suscribirse</button>',
    ),
  ],
  [
    'consent',
    'French wall with a choice of paying',
    story,
    page(
      'Le Phare',
      '<h1>Vos choix concernant les cookies</h1><p>Nous et nos partenaires utilisons des cookies pour financer nos articles. Vous pouvez accepter ou vous abonner.</p><button>Accepter et continuer</button>',
    ),
  ],
  [
    'consent',
    'German wall',
    story,
    page(
      'Herold',
      '<h1>Willkommen beim Herold</h1><p>Wir verwenden Cookies und ähnliche Verfahren, um Inhalte und Werbung anzuzeigen. Ihre Einwilligung können Sie jederzeit widerrufen.</p><button>Alles akzeptieren</button>',
    ),
  ],
  [
    'consent',
    'Portuguese wall',
    story,
    page(
      'O Farol',
      '<p>A sua privacidade é importante para nós. Utilizamos cookies para melhorar a sua experiência.</p><button>Aceitar todos</button>',
    ),
  ],
  [
    'consent',
    'long notice of a group of sites',
    'https://consent.lindmoor.example/v2/collect',
    page(
      'Lindmoor is part of the Herald family of brands',
      '<h1>Lindmoor is part of the Herald family of brands</h1><p>When you use our sites and apps, we use cookies to provide our sites and apps to you, to authenticate users and apply security measures.</p><p>If you click “Accept all”, we and our partners will also store and access information on your device and use precise location data.</p><p>If you do not want us and our partners to use cookies, click “Reject all”. You can manage your privacy settings at any time.</p>',
    ),
  ],
  // Checks
  [
    'bot-check',
    'check without a word',
    story,
    '<html><head><title>lindmoor.example</title></head><body><script>var dd={"rt":"c","host":"geo.captcha-delivery.com"}</script><script src="https://ct.captcha-delivery.com/c.js"></script><p>Please enable JS and disable any ad blocker</p></body></html>',
  ],
  [
    'bot-check',
    'denied with a reference',
    story,
    page(
      'Access Denied',
      '<h1>Access Denied</h1>You don’t have permission to access this page on this server.<p>Reference #18.2d351ab8.1557333295.a4e16ab</p><p>https://errors.edgesuite.net/18.2d351ab8</p>',
    ),
  ],
  [
    'bot-check',
    'hold the button',
    story,
    page('Lindmoor', '<div id="px-captcha"></div><p>Press & Hold to confirm you are a human (and not a bot).</p>'),
  ],
  [
    'bot-check',
    'checkpoint',
    story,
    page('Security Checkpoint', '<p>We’re verifying your browser</p><p>Website owner? Contact us to fix this.</p>'),
  ],
  [
    'bot-check',
    'proof of work',
    story,
    page(
      'Making sure you’re not a bot!',
      '<h1>Making sure you’re not a bot!</h1><p>You are seeing this because the administrator of this website has set it up to protect the server against crawlers that take pages at a great rate.</p>',
    ),
  ],
  [
    'bot-check',
    'rejected with a support number',
    story,
    page(
      'Request Rejected',
      'The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1234567890',
    ),
  ],
  [
    'bot-check',
    'French check',
    story,
    page(
      'Vérification',
      '<h1>Vérification de sécurité</h1><p>Confirmez que vous êtes un humain pour accéder au site.</p>',
    ),
  ],
  ['bot-check', 'Russian check', story, page('Ой!', '<h1>Подтвердите, что запросы отправляли вы, а не робот</h1>')],
  ['bot-check', 'Chinese check', story, page('安全验证', '<p>请完成安全验证后继续访问</p>')],
  // Errors
  [
    'error-page',
    'Spanish error',
    story,
    page('Página no encontrada', '<h1>Página no encontrada</h1><p>La página que busca no existe.</p>'),
  ],
  [
    'error-page',
    'Italian error',
    story,
    page('Pagina non trovata', '<h1>Ops!</h1><p>La pagina che cerchi non esiste più.</p>'),
  ],
  ['error-page', 'Polish error', story, page('404', '<h1>Nie znaleziono strony</h1>')],
  ['error-page', 'Swedish error', story, page('Fel', '<h1>Sidan kunde inte hittas</h1>')],
  ['error-page', 'Russian error', story, page('404', '<h1>Страница не найдена</h1>')],
  ['error-page', 'Japanese error', story, page('エラー', '<p>お探しのページは見つかりませんでした。</p>')],
  [
    'error-page',
    'error with teasers of the newest stories',
    story,
    page(
      'Page not found - Lindmoor Herald',
      `${header}<h1>404</h1><p>We could not find the page you asked for.</p><h2>Latest</h2><ul>${rows(12)}</ul>`,
    ),
  ],
  [
    'error-page',
    'withdrawn story',
    story,
    page(
      'Lindmoor Herald',
      `${header}<h1>This article is no longer available</h1><p>It was taken down at the request of the people named in it.</p>`,
    ),
  ],
  [
    'error-page',
    'address for sale',
    story,
    page(
      'lindmoor.example',
      '<h1>lindmoor.example</h1><p>This domain is for sale. Buy this domain now or make an offer.</p><a href="/offer">Get a quote</a>',
    ),
  ],
  [
    'error-page',
    'German address for sale',
    story,
    page(
      'lindmoor.example',
      '<p>Diese Domain steht zum Verkauf.</p><ul><li><a href="/1">Fähre</a></li><li><a href="/2">Reisen</a></li></ul>',
    ),
  ],
  [
    'error-page',
    'suspended account',
    story,
    page(
      'Account Suspended',
      '<h1>Account Suspended</h1><p>This account has been suspended. Contact your hosting provider for more information.</p>',
    ),
  ],
  // Scripts and media
  [
    'needs-script',
    'French application',
    story,
    page(
      'Le Phare',
      `<div id="__next"></div><noscript>Veuillez activer JavaScript pour lire cette page.</noscript><script>${'a();'.repeat(900)}</script>`,
    ),
  ],
  [
    'needs-script',
    'unsupported browser',
    story,
    page(
      'Lindmoor',
      `<div id="main"></div><p>Your browser is not supported.</p><script>${'a();'.repeat(900)}</script>`,
    ),
  ],
  [
    'too-short',
    'video with a sentence',
    `${site}/video/ferry`,
    page(
      'Ferry',
      `${header}<h1>Watch the last ferry leave</h1><iframe src="https://player.example/embed/1"></iframe><p>The last ferry left on Sunday.</p>`,
    ),
  ],
  [
    'too-short',
    'episode of a podcast',
    `${site}/podcast/ep-12`,
    page(
      'Episode 12',
      `${header}<h1>Episode 12: the ferry</h1><audio src="a.mp3"></audio><p>Mira Holt talks to the last captain.</p>`,
    ),
  ],
  [
    'too-short',
    'gallery',
    `${site}/gallery/ferry`,
    page(
      'In pictures',
      `${header}<h1>In pictures: the ferry</h1>${'<figure><img src="a.jpg"><figcaption>The ferry at the pier.</figcaption></figure>'.repeat(8)}`,
    ),
  ],
];

export const unlikePages: RefusalPage[] = pages.map(([why, name, url, html]) => ({ why, name, url, html }));
