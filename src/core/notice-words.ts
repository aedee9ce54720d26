// The words by which a page that is no article gives itself away, in the languages of the sites that people post most. They are
// only looked for in texts that are short: articles about robots, cookies, subscriptions and errors use them too.

const oneOf = (...patterns: RegExp[]) => new RegExp(patterns.map(({ source }) => source).join('|'), 'iu');

/** A check on whether the reader is human, in words. */
export const botCheckWords = oneOf(
  /checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you(?:['’]re| are) (?:a |not a )?(?:human|robot|bot)|are you (?:a )?(?:robot|human)\b|(?:making|make) sure (?:that )?you(?:['’]re| are) not a (?:ro)?bot|i['’]m not a robot|you(?:['’]re| are) not a (?:ro)?bot\b/,
  /unusual (?:traffic|activity) (?:from|coming)|please (?:complete|solve) (?:the|this) (?:security check|captcha|puzzle)|attention required! \| cloudflare|just a moment\.\.\.|enable (?:javascript|js) and (?:cookies to continue|disable any ad blocker)/,
  /pardon our interruption|access to this page has been denied|press (?:&|and) hold|security (?:check(?:point)?|verification)|bot (?:detection|protection)|ddos protection|request unsuccessful\. incapsula|verifying your browser|(?:ro)?bot or human|human verification/,
  /perimeterx|datadome|errors\.edgesuite\.net|sucuri website firewall|requested url was rejected[\s\S]{0,120}support id|access to this (?:site|service) has been limited|your (?:ip|network)(?: address)? (?:has been|is|was) blocked/,
  /sicherheitsprüfung|sicherheitsüberprüfung|dass (?:sie|du) (?:ein mensch|kein roboter)|ungewöhnliche[rn]? (?:datenverkehr|aktivität)/,
  /que vous (?:êtes|n['’]êtes pas) un (?:humain|robot)|vérification de sécurité|trafic inhabituel/,
  /que (?:eres|es usted|no eres|(?:você )?não é|você é) (?:un |um )?(?:humano|robot|robô)|verificación de seguridad|verificação de segurança|tráfico inusual|tráfego incomum/,
  /(?:che (?:sei|tu sia|non sei)|di non essere) un (?:umano|essere umano|robot)|verifica di sicurezza|dat (?:u|je) (?:een mens|geen robot) bent|jesteś (?:człowiekiem|robotem)/,
  /запросы отправляли вы, а не робот|вы не робот|安全验证|人机验证|あなたが(?:人間|ロボット)|ロボットではない/,
);

/** Such a check that leaves its reader nothing to prove. */
export const blockedWords =
  /you have been blocked|your (?:ip|network)(?: address)? (?:has been|is|was) blocked|access denied|access to this (?:site|service) has been limited|requested url was rejected|request unsuccessful\. incapsula/i;

/** Marks of such a check in the markup. */
export const botCheckMarkup =
  /(?:cf-challenge|challenge-platform|cf_chl_|g-recaptcha|h-captcha|px-captcha|captcha-delivery\.com|_Incapsula_Resource|turnstile|awsWafCookieDomainList|sucuri_cloudproxy|sec-if-cpt-container|\/_vercel\/security|KPSDK|sgcaptcha|within\.website\/x\/cmd\/anubis)/i;

/** A notice about cookies or privacy that has to be answered first. */
export const consentWords = oneOf(
  /before you continue to|we (?:and our (?:\d+ )?(?:partners|vendors)|(?:value|care about|respect) your privacy|use cookies)|(?:this|our) (?:web)?site uses cookies|accept (?:all )?cookies|manage (?:cookie )?(?:preferences|settings|options)|cookie (?:policy|settings|consent|preferences)|consent to|your privacy (?:choices|matters)|(?:store|access)(?:,? and\/or access)? information on a device|personali[sz]ed (?:ads|advertising|content)|third-party (?:ad )?track|(?:updated|accept|agree to|changes to) (?:\S+ ){0,4}(?:privacy policy|terms of (?:service|use))/,
  /alle(?:s)? (?:akzeptieren|annehmen|cookies)|cookies (?:zustimmen|akzeptieren|zulassen)|zustimmen (?:und|&) (?:weiter|lesen)|mit werbung (?:und tracking )?(?:weiter|lesen)|(?:verwenden|nutzen|setzen) (?:wir )?cookies|ihre privatsphäre|einwilligung|werbung (?:und|oder im) (?:tracking|pur-?abo)|werbetracking|(?:ihre )?zustimmung .{0,40}widerrufen|informationen auf einem gerät|cookies und ander/,
  /(?:tout )?accepter (?:et (?:continuer|fermer|accéder)|les cookies|tout)|continuer sans accepter|(?:utilisons|utilise) des cookies|vos (?:choix|données personnelles)|votre vie privée|gérer (?:mes|vos|les) (?:choix|cookies|préférences)|des cookies ou (?:des )?technologies|votre consentement|informations (?:stockées )?sur un (?:terminal|appareil)/,
  /aceptar (?:y (?:continuar|cerrar)|todas?|cookies|las cookies)|rechazar y suscribirse|(?:utilizamos|usamos|utiliza) cookies|tu privacidad|su privacidad|información en un dispositivo|(?:acepta|rechaza)r? (?:el uso de )?(?:las )?cookies|anuncios y contenido personalizados|aceitar (?:e continuar|todos|cookies)|a sua privacidade|sua privacidade/,
  /accetta (?:e (?:continua|chiudi)|tutti|i cookie)|continua senza accettare|(?:utilizziamo|usiamo|utilizza) (?:i )?cookie|la tua privacy|rifiuta e abbonati|informazioni su un dispositivo|(?:accetta|rifiuta|rifiuto)\S* (?:de)?i cookie|cookie e tecnologie simili/,
  /(?:alles )?accepteren|gebruiken (?:wij )?cookies|jouw privacy|informatie op een apparaat|gepersonaliseerde advertenties|(?:hiermee|ga) akkoord|op ["“]?akkoord["”]? te klikken|godkänn alla|szanujemy (?:twoją|państwa) prywatność|pliki cookies|informacje na urządzeniu|gizlili(?:ğ|k)\S* önem|çerezler|accepter alle|godta alle|akceptuj(?:ę)? (?:wszystk|i przejdź)|принять (?:все )?cookie|クッキー(?:の使用)?に同意/,
);

/** A page in place of one that is not there, or of a site that does not work. */
export const errorWords = oneOf(
  /\b(?:404|410|403|500|502|503)\b.{0,40}(?:not found|error|forbidden|gone|unavailable|gateway)|^\s*(?:error|fehler|erreur|errore?) ?\d{3}\b|page (?:not found|cannot be found|(?:can['’]t|could not|couldn['’]t) be found|(?:doesn['’]t|does not|no longer) exists?|you (?:requested|are looking for|were looking for) .{0,40}(?:not|no longer|moved))|not found$|could(?: not|n['’]t) find (?:the|that|this|what|your) /,
  /(?:this|the) (?:page|article|story|content|link) (?:you (?:requested|followed|want) )?(?:isn['’]t available|is(?: not| no longer) available|no longer exists|has (?:expired|been (?:removed|deleted|taken down|unpublished)))|(?:sorry|oops|uh-oh)[!,.…]? .{0,60}(?:not|can['’]t|couldn['’]t|wrong|no longer|moved|error)/,
  /something went wrong|too many requests|(?:story|article) (?:has been |was )?withdrawn|server error in ['’]|critical error on this (?:web)?site|error establishing a database|encountered an unexpected error|(?:fatal|parse) error:\s+(?:uncaught|allowed|call to|maximum|cannot|syntax|require)|\.php(?:\(\d+\)| on line \d)|debug ?= ?true|traceback \(most recent|backend fetch failed|the request could not be satisfied|internal server error|service unavailable|access denied|forbidden|site maintenance|temporarily unavailable|bad gateway|(?:down|closed) for maintenance/,
  /(?:seite|artikel|beitrag|inhalt) (?:wurde |ist |steht )?(?:leider )?(?:nicht gefunden|nicht (?:mehr )?(?:verfügbar|vorhanden))|seite (?:existiert|gibt es) (?:leider )?nicht|wartungsarbeiten/,
  /page (?:introuvable|non trouvée)|(?:page|article) (?:demandée? |que vous .{0,30})?n['’](?:existe|est) (?:plus|pas)|maintenance en cours/,
  /(?:página|pagina|nota|artículo) no (?:encontrada|encontrado|existe|disponible|está disponible)|página não (?:encontrada|existe)|pagina (?:non trovata|inesistente)|(?:la )?pagina (?:che cerchi|richiesta) non|pagina (?:is )?niet gevonden|deze pagina bestaat niet/,
  /sidan (?:kunde inte hittas|finns inte|hittades inte)|siden (?:ble|blev|findes|finnes)(?: ikke)? (?:ikke )?(?:funnet|fundet|ikke)|sivua ei löyt|nie znaleziono strony|strona nie (?:istnieje|została)|stránka nenalezena|sayfa bulunamadı/,
  /(?:can(?:not|['’]t)|could(?: not|n['’]t)|unable to) (?:seem to )?find (?:that|this|the|your) (?:page|article|story|link)|(?:page|article|story) (?:that )?you(?:['’]re| are| were) (?:looking for|trying to (?:reach|find|view)) .{0,40}(?:moved|deleted|removed|gone|isn['’]t here|not here)|this page (?:is missing|has gone|has moved)|nothing (?:was )?found here/,
  /(?:page|article) (?:(?:est|semble|demandée? est|que vous .{3,40} est) )?(?:introuvable|inaccessible)|n['’](?:avons|a|arrivons) (?:pas|plus) (?:pu |à )?(?:trouv|retrouv)\S{0,4} (?:la|cette|votre) page|(?:hoppla|ups|huch|oje)[!,.…]? .{0,60}(?:nicht|fehler|kein)|(?:konnten|können) (?:diese|die|den|ihre) (?:gewünschte |gesuchte )?(?:seite|artikel) (?:leider )?nicht/,
  /no (?:hemos podido|pudimos|podemos|se (?:ha podido|pudo)|se) (?:encontrar|encontramos|encuentra)|no encontramos (?:la|esta|esa) página|la página .{0,40}(?:no (?:existe|se encuentra|está)|ha sido (?:movida|eliminada))|não (?:foi possível )?(?:encontr(?:ámos|amos|ada|ar)|existe) (?:a|esta|essa)? ?página|página .{0,40}não (?:foi encontrada|existe|está disponível)|non (?:abbiamo trovato|riusciamo a trovare|è stato possibile trovare) (?:la|questa) pagina|pagina .{0,40}(?:non (?:esiste|è stata trovata|è disponibile)|kunnen we niet vinden|kon niet worden gevonden)/,
  /(?:hoppsan|oj|ups|oi|hov)[!,.…]? .{0,60}(?:inte|ikke|finns|findes|finnes)|sidan du (?:söker|letar efter) .{0,30}(?:inte|flyttats|tagits)|siden du (?:leter etter|leder efter|søgte) .{0,30}(?:ikke|flyttet)|(?:strona|strony), której szukasz|nie (?:znaleźliśmy|możemy znaleźć|udało się znaleźć)|stránk[au] .{0,20}(?:neexistuje|nebyla nalezena|nenájden)|aradığınız sayfa/,
  /страниц[аы] не (?:найдена|существует)|сторінк[аи] не знайден|ページが見つかりません|お探しのページ|页面不存在|找不到(?:页面|頁面|网页)|페이지를 찾을 수 없|الصفحة غير موجودة/,
);

/** A page that its site keeps from readers in some part of the world, mostly because of its laws on privacy. */
export const regionWords = oneOf(
  /(?:not (?:currently )?available|unavailable|blocked|restricted|(?:cannot|can['’]t) (?:be )?(?:access|view|shown)\S*) (?:in|to|for|from|due to|within) (?:\S+ ){0,6}(?:your (?:region|country|location|area)|european (?:union|economic area)|eea|eu\b|europe\b|gdpr|general data protection)|recogni[sz]e you are attempting to access this website from a country belonging to the european/,
  /in (?:ihrem|deinem) (?:land|gebiet|region) (?:leider )?nicht verfügbar|(?:pas|non|in)(?: )?disponible dans votre (?:pays|région)|no (?:está )?disponible en (?:su|tu) (?:país|región)|não (?:está )?disponível (?:no seu|em seu|na sua) (?:país|região)|non (?:è )?disponibile nel (?:tuo|suo) paese|niet beschikbaar in (?:uw|jouw) (?:land|regio)/,
);

/** An address that nobody publishes at any more. */
export const parkedWords = oneOf(
  /(?:this )?domain(?: name)? (?:\S+ )?(?:is|may be|has|could be) (?:for sale|parked|available for purchase|expired|registered at)|buy this domain|the domain .{3,80} (?:is|may be) for sale|(?:inquire|make an offer) (?:about|on|for) this domain|domain parking|parked free|(?:website|site) (?:is )?(?:coming soon|under construction)|account (?:has been )?suspended/,
  /diese domain (?:steht zum verkauf|ist geparkt|kaufen)|domain (?:steht )?zu(?:m)? verkauf(?:en)?|ce (?:nom de )?domaine est (?:à vendre|en vente)|este dominio está (?:en venta|a la venta)|questo dominio è in vendita|dit domein is te koop/,
);

/** An offer to subscribe, or to register, in place of the rest. */
export const paywallWords = oneOf(
  /subscribe (?:to (?:continue|read|keep|unlock|access)|now to)|to (?:continue|keep) reading|(?:this|the full) (?:article|story|content) is (?:only |exclusively )?(?:for|available (?:to|for)|reserved for) .{0,30}(?:subscribers|members)|(?:subscriber|member|premium)[- ](?:only|exclusive)|(?:get access to|unlock|read|continue) this (?:article|story|post) (?:in full|with|by|for|and)|join to (?:unlock|read|see)|become a (?:subscriber|member) to|(?:for|to) (?:our )?paid (?:subscribers|members)/,
  /unlock this (?:article|story|post)|get access to this (?:article|story|post)|you (?:have|['’]ve) (?:reached|used|read) (?:your|all|the) .{0,30}(?:free|limit)|(?:register|create (?:a free|an) account|sign up)(?: for free)? to (?:continue|read|keep)|(?:sign|log) in to (?:continue|read|view|access)|reserved for (?:our )?(?:subscribers|members)/,
  /jetzt (?:weiterlesen|freischalten)|(?:sie )?möchten (?:sie )?weiterlesen|alle artikel (?:freischalten|lesen)|weiterlesen mit|abo(?:nnement)? (?:abschließen|testen)|nur für abonnent|als abonnent(?:in)? (?:lesen|weiterlesen)|mit (?:einem )?\S*(?:abo|plus) (?:weiterlesen|lesen)|(?:diesen|den) artikel (?:jetzt )?mit/,
  /(?:article|contenu|suite) (?:est )?réservée? (?:aux|à nos) abonnés|abonnez-vous pour|il vous reste .{0,20} à (?:lire|découvrir)|(?:contenido|artículo) (?:exclusivo )?(?:sólo )?para (?:suscriptores|socios)|suscríbete para (?:seguir|leer|continuar)|para seguir leyendo|pour (?:lire la suite|continuer (?:la|votre) lecture)/,
  /exclusivo para assinantes|assine para|(?:contenuto|articolo) (?:è )?(?:riservato|esclusivo) (?:agli|per gli) abbonati|per continuare a leggere|abbonati per (?:continuare|leggere)|alleen voor abonnees|lees verder met|(?:dla|tylko dla) (?:subskrybentów|prenumeratorów)|czytaj dalej (?:dzięki|z)|för (?:dig som är )?prenumerant|(?:läs vidare|fortsätt läsa) med|forbeholdt abonnent|kun for abonnent|구독자 전용|for abonnenter|会員限定|有料会員|только (?:для|по) подписч/,
);

/** What a site with subscribers says to everyone, mostly at the top or the foot of its pages: no sign that a text is cut short. */
export const subscriberWords = oneOf(
  /already (?:a|have a|an?) (?:paid )?(?:subscriber|subscription|member)|start your (?:free )?trial|jetzt abonnieren|(?:bereits|login für) abonnent|bereits registriert|déjà abonné|¿?ya eres suscriptor|sei già abbonato|já é assinante|al abonnee|redan prenumerant|allerede abonnent|masz już (?:prenumeratę|subskrypcję)/,
);

/** The words of an offer: what it costs, how long, what comes with it. */
export const offerWords = oneOf(
  /(?:unlimited|full|digital|complete) access|cancel (?:at )?any ?time|(?:per|a|for the first|every) (?:month|week|year|four weeks)\b.{0,40}(?:[$£€]|trial|cancel)|[$£€] ?\d[\d.,]* (?:a|per|for|every|\/)|(?:free|first|\d-(?:day|week|month)) trial|(?:range of|our|your|digital|with a) subscriptions?\b|plans (?:currently )?available|subscribe (?:now|today|to|for)/,
  /jederzeit kündbar|unbegrenzte[rn]? zugriff|probeabo|\d ?€ (?:pro|im) (?:monat|woche)|€ ?\/ ?(?:monat|woche)|sans engagement|accès illimité|résiliable|€ ?(?:par|\/) ?(?:mois|semaine)|acceso ilimitado|sin permanencia|€ al mes|accesso illimitato|disdici quando|annulla quando/,
);

/** A page that asks who the reader is before it shows anything: its title or headline. */
export const loginTitle =
  /^(?:please |bitte )?(?:(?:log|sign)[ -]?(?:in|on)\b|login\b|member login|sign in to|anmelden|anmeldung|einloggen|connexion|se connecter|identifiez-vous|iniciar sesión|inicia sesión|acceder|accedi|accesso|entrar|iniciar sessão|inloggen|aanmelden|zaloguj|logga in|logg inn|log ind|войти|вход|ログイン|登录|登錄|로그인)/i;

/** The page wants its advertisements shown before anything else. */
export const adBlockWords =
  /(?:disable|turn off|switch off|deactivate|pause|whitelist|using an?) (?:\S+ ){0,3}ad[- ]?block|ad[- ]?block\S* (?:detected|deaktivieren|ausschalten|uitschakelen)|(?:désactive[rz]|desactiva[r]?|disattiva(?:re)?|désactivé) (?:\S+ ){0,3}(?:ad[- ]?block|bloqueu?r|bloqueador)/i;

/** The page says that its browser has to run scripts. */
export const scriptWords = oneOf(
  /(?:enable|activate|turn on|requires?|need|without|disabled) (?:\w+ ){0,3}(?:javascript|js)\b|javascript (?:is |must be |to be )?(?:disabled|required|enabled|needed|turned off|not (?:available|enabled))|(?:browser|scripts?) (?:is|are) (?:not supported|unsupported|blocked|outdated)/,
  /activ(?:er|ez|a|e|ar|are|ate) (?:el |le |il |o )?javascript|javascript (?:aktivieren|deaktiviert|einschalten|inschakelen|désactivé|desactivado|disabilitato|desativado)|включите javascript|javascript ?を有効/,
);
