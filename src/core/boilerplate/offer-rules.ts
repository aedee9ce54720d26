import type { LineRule } from './line-rule.ts';

/** What a page counts, offers and asks of its reader: shares, advertisements, newsletters, subscriptions, comments. */
export const offerRules: LineRule[] = [
  {
    kind: 'counter',
    maxChars: 40,
    pattern:
      /^(?:[\d.,]+\s?[km]?|\d+\s?:\s?\d+|[\d.,]+\s?[km]?\s?(?:shares?|likes?|views?|comments?|reads?|retweets?|claps?|followers?|votes?|replies|kommentare?|commentaires?|comentarios|comentários|commenti|reacties))$/i,
  },
  {
    kind: 'share',
    firstWords: true,
    maxChars: 90,
    pattern:
      /^(?:share(?:\s?(?::|this|on|via|article|story|full article|save|with)\b.{0,50})?|shares?|save(?: (?:article|story|for later))?|print(?: (?:this|article|page))?|e-?mail(?: (?:this|article|link|a friend))?.{0,12}|copy (?:the )?link.{0,12}|link copied.{0,12}|gift (?:this )?article|bookmark.{0,12}|listen(?: to (?:this )?(?:article|story).{0,40})?|(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|messenger|flipboard|instagram|tumblr|pocket|bluesky|threads|email|mail|print|sms|\s|,|\||\/|•)+|tweet(?: this)?|like(?: this)?|follow(?: us)?(?: on .{2,40})?|teilen|merken|drucken|partager(?: sur .{2,30})?|compartir|compartilhar|condividi|delen|del|dela|jaa|udostępnij|поделиться|paylaş|分享|シェア|(?:リ)?ツイート|ポスト|트윗|공유)$/i,
  },
  {
    // Below a forum's posts: "Quote Report", "Sent from my phone".
    kind: 'share',
    maxChars: 80,
    pattern:
      /^(?:(?:(?:reply|quote|report|like|share|edit|multi-?quote|permalink)[\s|·•]*){2,6}|sent from my [\p{L}\d ]{2,30}(?: using .{2,20})?\.?)$/iu,
  },
  {
    kind: 'standards',
    maxChars: 300,
    pattern:
      /^(?:this (?:is an? )?(?:\p{L}+ )?transcript (?:was|is|has been) (?:created|produced|generated|made|edited|lightly)|(?:npr )?transcripts (?:are|were) (?:created|produced|generated)\b|the following is (?:an? |the )?(?:\p{L}+ ){0,2}transcript\b)/iu,
  },
  {
    kind: 'share',
    maxChars: 90,
    pattern:
      /^(?:was|is|did|do) (?:this|you find this) (?:\p{L}+ )?(?:helpful|useful|answer your question)\b.{0,30}$/iu,
  },
  {
    // A shop's button: "Buy now", "Check price at Acme", "$129 at Acme".
    kind: 'advertisement',
    maxChars: 60,
    pattern:
      /^(?:(?:buy (?:now|it now|it|here|on|at|from)|shop now|order now|check (?:the )?(?:latest |current )?price|(?:view|see|get|shop|grab) (?:the |this )?(?:deal|price|offer)|add to (?:cart|basket|bag))\b[^.!?]{0,40}|[$£€]\s?\d[\d.,]* (?:at|from|on) [^.!?]{2,30})$/iu,
  },
  {
    kind: 'reading-time',
    maxChars: 60,
    pattern:
      /^(?:[\s•·|-]*(?:reading time:?\s*)?(?:less than (?:a|1)|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]?(?:min(?:ute)?s?\.?)(?:[\s-]?(?:read|reading|listen|watch|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd))?(?: time)?|lesezeit:? .{1,20}|temps de lecture.{1,20}|tiempo de lectura.{1,20}|tempo di lettura.{1,20}|estimated reading time.{0,20})$/i,
  },
  {
    kind: 'advertisement',
    maxChars: 70,
    pattern:
      /^[\s-–—[(]*(?:advertisement|adverts?|advertising|ad|ads|sponsored(?: content| by .{2,30})?|paid (?:content|post)|promoted(?: content)?|story continues below.{0,30}|article continues (?:below|after).{0,30}|continue reading (?:below|the main story)|scroll to continue.{0,30}|skip (?:advertisement|ad|past newsletter promotion)|after newsletter promotion|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annonse|annons|annonce|mainos|reklama|реклама|reklam|広告|광고|广告)[\s-–—\])]*$/i,
  },
  {
    kind: 'newsletter',
    firstWords: true,
    maxChars: 260,
    pattern:
      /^(?:sign up (?:for|to|here|now|today)\b|sign up$|subscribe (?:to|now|here|today|for)\b|subscribe$|subscribed?$|get (?:the|our|all the|your) (?:\p{L}+ ){0,6}(?:newsletter|headlines|stories|news|updates|briefing)\b.{0,90}(?:inbox|delivered|free|email|daily|newsletter|every (?:day|morning|week))|join (?:our|the) (?:\p{L}+ ){0,4}(?:newsletter|mailing list|whatsapp|telegram|channel)|(?:enter )?your e-?mail(?: address)?|e-?mail address|thank you for (?:signing up|subscribing)|by (?:signing up|subscribing|submitting|clicking|registering),? (?:you|i) |want (?:more|the latest) .{2,80}\?$|never miss a (?:story|thing|beat)|download (?:the|our) .{2,40}\bapp\b|newsletter$|jetzt (?:anmelden|abonnieren)|abonnieren sie |newsletter abonnieren|abonnez-vous|inscrivez-vous|suscríbete|suscribirse|assine |inscreva-se|iscriviti|abonneer|meld je aan|tilmeld dig|anmäl dig|подпишитесь|подписывайтесь)/iu,
  },
  {
    kind: 'subscription',
    firstWords: true,
    maxChars: 200,
    pattern:
      /^(?:already (?:a (?:subscriber|member)|have an account|registered)\b|(?:log|sign) in(?: to .{2,60}| \/ .{2,20})?$|(?:log|sign) in or (?:create|sign|register)|create (?:a free |an? )?account|register (?:now|for free|to continue)|(?:start|begin) your (?:free )?(?:trial|subscription)|support (?:our|independent|local) journalism|(?:become a|join as a) (?:member|subscriber|supporter)\b|(?:donate|give now|subscribe|support us|contribute)(?: now| today)?$|to continue reading|this (?:article|content|story) is (?:only )?(?:for|available to|reserved for) (?:\p{L}+ ){0,3}(?:subscribers|members))/iu,
  },
  {
    // A paid article's own words to who has not paid: how many are left, what to pay, where to log in.
    kind: 'subscription',
    firstWords: true,
    maxChars: 240,
    pattern:
      /^[\s*»>]*(?:you(?:['’]ve| have) (?:(?:reached|used|read|hit|viewed) .{0,30}(?:free|limit)|(?:only )?(?:\d+|no|one|two|three|four|five) (?:more )?(?:free |complimentary )?(?:articles?|stories|reads?|views?) (?:left|remaining|this|until))|(?:this is )?your last free (?:article|story)\b|\d+ (?:free )?(?:articles?|stories) (?:left|remaining)\b|(?:subscribe|register|sign (?:up|in)|log in|join)\b.{0,50} to (?:continue|keep|finish|unlock|read) ?(?:reading|this|the|full)?\b|(?:continue|keep) reading (?:with|for (?:just|only|free|as|[\p{Sc}\d])|this article|by)|unlock (?:this|the full|unlimited)\b|(?:this|the (?:full|rest of (?:this|the))) (?:article|content|story) is (?:only |exclusively |reserved )?(?:for|available (?:only )?(?:to|for)|reserved for) .{0,30}(?:subscribers|members)\b|(?:exclusive (?:to|for)|for|only for) (?:our )?(?:subscribers|members)(?: only)?\s*[.!]?$|(?:subscribers?|members?)[ -]only\b|not (?:yet )?a (?:subscriber|member)\b|don['’]t have an account\b|get (?:unlimited|full) access\b|(?:bereits|schon|noch kein) (?:abonnent|registriert|kunde|ein (?:abo|konto))|sie (?:haben noch|können noch) \d+ .{0,30}artikel|(?:dieser|der (?:ganze|vollständige)) (?:artikel|inhalt|text) ist (?:nur |exklusiv )?(?:für|unseren) .{0,30}abonnent|(?:jetzt |hier )?weiterlesen (?:mit|für)\b|mit .{2,30} (?:weiterlesen|alle artikel lesen)|(?:exklusiv|nur) für (?:unsere )?(?:abonnent\S*|mitglieder)\s*[.!]?$|il vous reste \d.{0,40}(?:article|lire)|la suite (?:de cet article )?est réservée|(?:cet )?(?:article|contenu) (?:est )?réservé (?:à nos|aux) abonnés|déjà abonné|pour (?:lire la suite|continuer (?:la|votre) lecture)|(?:te|le) quedan \d.{0,40}(?:artículos?|noticias)|¿?ya (?:eres|es|soy|tienes) (?:suscriptora?|una suscripción|una cuenta)|(?:contenido|artículo) exclusivo para|para seguir leyendo|has leído (?:todos|\d).{0,40}(?:gratuitos|gratis)|já é assinante|(?:conteúdo|matéria) (?:exclusiv[oa]|restrit[oa]) (?:para|a) assinantes|para continuar (?:lendo|a ler)|(?:sei|hai) già (?:abbonat[oa]|un abbonamento)|(?:contenuto|articolo) riservato agli abbonati|per continuare a leggere|(?:ben je )?al abonnee\b|alleen voor abonnees|er du (?:allerede )?abonnent|är du (?:redan )?prenumerant|(?:この記事|続き)は(?:有料)?会員(?:限定|登録)|(?:有料)?会員限定(?:です|の記事|記事)|続きを読むには|残り\s?[\d,]+\s?文字|구독자 전용|المحتوى (?:حصري|متاح) للمشتركين|لمواصلة القراءة)/iu,
  },
  {
    // "【有料会員限定】この記事は有料会員限定です。残り1234文字"
    kind: 'subscription',
    maxChars: 140,
    pattern: /^【[^【】]{0,12}会員限定[^【】]{0,8}】(?:$|.{0,60}(?:会員|残り|登録|ログイン|続き).{0,40}$)/u,
  },
  {
    // What an offer lists: "Unlimited access to all articles", "Cancel anytime", "Only £1 for the first month".
    kind: 'subscription',
    maxChars: 90,
    pattern:
      /^[\s•✓✔–-]*(?:(?:unlimited|full|complete)(?: digital| online)? access\b|cancel any ?time\b|(?:only |just |from )?[$£€]\s?\d[\d.,]* (?:for|a|per|every|\/) ?.{0,30}(?:month|week|year|mo)\b.{0,20}$|jederzeit kündbar|sans engagement\b|cancel[ae] cuando quieras?|senza vincoli\b|maandelijks opzegbaar)/i,
  },
  {
    kind: 'related',
    firstWords: true,
    maxChars: 220,
    pattern:
      /^[\s>»›▶►→•*_-]*(?:read (?:next|also|the full)\b|also read\b|see (?:also|more)\b\s*(?::|$|\p{Lu})|more (?:on this(?: story| topic)?|from .{2,60}|stories|news|like this|in .{2,30}|coverage)\s*:?$|more (?:on|from|in) [^.]{2,80}:|related(?: (?:articles?|stories|story|content|topics?|news|coverage|links?|posts?|reading|video))?\s*(?::.{0,160})?$|recommended(?: (?:for you|reading|stories|articles))?\s*:?$|you (?:might|may) (?:also (?:like|enjoy|be interested in)\b.{0,60}|(?:like|be interested in)\b[^.!?:]{0,40}:.{0,120}|(?:like|be interested in)(?: (?:this|these|our)\b.{0,30})?\s*:?$)|(?:most|trending) (?:read|popular|viewed|shared|commented|watched|now)\b[^.!?]{0,20}$|(?:top|latest|trending|editors?['’]? (?:picks?|choice)) (?:stories|news|videos?|headlines)?\s*:?$|trending$|(?:popular|recent|latest)(?: (?:posts|stories|articles))?\s*:?$|up next$|next (?:article|story|post|up)\b.{0,60}$|previous (?:article|story|post)\b.{0,60}$|don['’]t miss\b.{0,12}:?$|in case you missed it.{0,12}$|what to (?:read|watch) next$|watch(?: now)?: .{3,}|(?:watch|video|listen|photos?|gallery|in pictures|explainer|live|graphic|podcast|opinion|analysis)\s?[:|]\s.{3,160}(?<![.!?])$|click (?:here|to)\b|further reading\s*:?$|lesen sie (?:auch|mehr)|lesetipp|mehr zum thema|auch interessant|das könnte sie (?:auch )?interessieren|zum thema$|weitere (?:artikel|meldungen|nachrichten)|à lire (?:aussi|également)|lire (?:aussi|également|plus)\b|sur le même sujet|voir aussi|lea (?:también|más)|leer (?:también|más)|te puede interesar|le puede interesar|más información\s*:?$|noticias relacionadas|lee también|ver más|leia (?:também|mais)|saiba mais|veja (?:também|mais)|leggi (?:anche|di più|ancora)|potrebbe interessarti|lees (?:ook|meer|verder)|meer over|läs (?:mer|också|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|czytaj (?:także|też|więcej)|zobacz (?:także|też|również)|čtěte (?:také|více)|читайте (?:также|тоже)|по теме:?$|ayrıca oku|关连|相关(?:阅读|新闻)|関連記事|あわせて読みたい|관련기사|اقرأ (?:أيضا|المزيد)|קראו (?:עוד|גם)|بیشتر بخوانید|مزید پڑھیں|(?:यह|इसे) भी पढ़ें|আরও পড়ুন|baca juga|xem thêm|đọc thêm|延伸[閱阅][讀读]|相關(?:新聞|閱讀|報導)|διαβάστε (?:επίσης|ακόμη|περισσότερα)|чита[йи]те (?:також|още)|citește și|citiți și|olvasta már|pročitajte (?:i|još)|beri tudi|loe ka\b|lue lisää|weitere (?:videos|themen|beiträge)\s*:?$|noticia relacionada|mehr themen\s*:?$)/iu,
  },
  {
    // What a page says below its text about readers' comments.
    kind: 'comments',
    maxChars: 400,
    pattern:
      /^(?:(?:please |kindly )?(?:keep (?:your )?comments|be (?:civil|respectful|polite) in)|comments (?:are|will be|have been) (?:closed|moderated|subject to|disabled|turned off|open)\b|(?:be the first to|log in to|sign in to|register to|you must be logged in to|to) (?:post a |leave a |add a )?(?:comment|reply)\b(?! on (?:the|his|her|their|its)\b)|(?:we|the editors) (?:reserve the right to|may) (?:remove|delete|edit|moderate)|aten[cç][aã]o: coment[aá]rios|os comentários (?:são|não|publicados)|los comentarios (?:publicados|son de|están)|les commentaires sont|kommentare (?:werden|sind)|die kommentarfunktion|bitte (?:achten|beachten) sie\b.{0,40}\bkommentar|die kommentare (?:werden|sind)|i commenti (?:sono|dei lettori)|الآراء الواردة|التعليقات (?:المنشورة|لا تعبر)|комментарии (?:закрыты|модерируются))/iu,
  },
  {
    // What the page asks of its reader about the page itself.
    kind: 'share',
    maxChars: 200,
    pattern:
      /^(?:(?:did you )?(?:like|enjoy|love)(?:d|ed)? this (?:story|article|post|piece)\?|like what you(?:['’]re reading| read| see)\?|fehler gefunden\s?\?|(?:found|spotted|see|report) (?:a|an) (?:typo|error|mistake|correction)(?: in (?:this|the) (?:story|article|text))?\b.{0,60}$|order reprints?$|text size$|\[\+\] enlarge$|(?:click|tap) to (?:enlarge|expand|zoom|view|play)\b.{0,20}$|recommend$|email this$|follow (?:us|\p{L}+|@\w+)(?: \p{L}+)? on (?:google news|whatsapp|telegram|twitter|facebook|instagram|tiktok|youtube|linkedin|x)\b.{0,160}$)/iu,
  },
  {
    kind: 'newsletter',
    firstWords: true,
    maxChars: 200,
    pattern:
      /^(?:get in touch (?:with (?:our|the) (?:news ?(?:team|desk|room)|team|editors?|us)|by e-?mail)|(?:write|e-?mail) to (?:\p{Lu}[\p{L}.'’-]+ ){1,3}at \S+@\S+|for more (?:stories|news|articles|content) (?:like this|from)\b|mehr themen auf \S+\s*:?$|(?:ihre|deine) e-?mail-adresse)/iu,
  },
];
