import { isStatement } from './statement.ts';

/** What a line is that stands around an article but is not part of it. */
export type LineKind =
  | 'advertisement'
  | 'byline'
  | 'caption'
  | 'comments'
  | 'copyright'
  | 'counter'
  | 'credit'
  | 'date'
  | 'layout'
  | 'navigation'
  | 'newsletter'
  | 'reading-time'
  | 'related'
  | 'share'
  | 'standards'
  | 'subscription';

/** `unless` names what a sentence of the article's own has and such a line has not; `firstWords` says that only those are known. */
type Rule = { kind: LineKind; pattern: RegExp; maxChars: number; unless?: RegExp; firstWords?: true };

// Every pattern is anchored at the line's start or end and holds no nested repetition, so that no line can make it slow.
// English comes first in each; then German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages and others.
const rules: Rule[] = [
  {
    // Names, places and roles; "Research by Oxford University found …" is a sentence.
    kind: 'credit',
    maxChars: 400,
    unless:
      /(?:^|\s)(?!(?:[Aa]dditional|[Ff]urther|[Ww]ith|[Rr]eport(?:ing|ed)|[Ww]rit(?:ing|ten)|[Ee]dit(?:ing|ed|or)|[Cc]ompiled|[Rr]esearch|[Tt]ranslat(?:ion|ed)|[Gg]raphics?|[Pp]hotography|by|and|in|for|from|at|of|the|to|on|staff|correspondents?|reporters?|writers?|bureau|desk|newsroom|contribut(?:ed|ing)|this|report|story|article|de|da|do|dos|di|du|des|la|le|el|al|bin|ibn|van|von|der|den|ter|y|e)(?![\p{L}]))\p{Ll}{2,}/u,
    pattern:
      /^[\s*_(—–-]*(?:[Aa]dditional |[Ww]ith |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ww]ritten|[Ee]dited|[Cc]ompiled|[Rr]eported|[Rr]esearch|[Tt]ranslated|[Tt]ranslation|[Gg]raphics?|[Pp]hotography) (?:and (?:writing|editing|reporting) )?by:? \p{Lu}/u,
  },
  {
    kind: 'credit',
    maxChars: 400,
    pattern:
      /^[\s*_(—–-]*(?:(?:the )?associated press|\p{L}+ writers?|(?:(?:\p{Lu}\S* ){1,5}))?.{0,160}\bcontributed (?:reporting|to this (?:report|story|article|piece|dispatch))/iu,
  },
  {
    // A correction is part of the record: "This article was updated to correct the name of …".
    kind: 'credit',
    maxChars: 220,
    unless: /\b(?:correct|clarif|misspel|misstat|misidentif|inaccura|err(?:or|ed)|earlier version|remove[ds]?)/i,
    pattern:
      /^[\s*_(—–-]*(?:(?:this (?:story|article|piece|post)|this report(?= (?:has been |was |is )?(?:first|originally|updated|corrected|edited|republished|auto-generated|translated)\b)) (?:has been |was |is )?(?:first |originally )?(?:published|produced|appeared|updated|corrected|edited|republished|provided|generated|auto-generated|translated)\b|follow .{2,40} on (?:twitter|x|facebook|instagram|bluesky|threads)\b|(?:e-?mail|contact) (?:the (?:author|reporter|writer)|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ at)\b|(?:the )?(?:author|writer|reporter) can be reached\b)/iu,
  },
  {
    // Where a text comes from: "With reports from Reforma", "First published in the Courier".
    kind: 'credit',
    maxChars: 160,
    unless: /^[Ww]ith (?:\p{Ll}+ )?\p{Ll}+ (?:from|by) (?!the )\p{Ll}/u,
    pattern:
      /^[\s*_(—–-]*(?:with (?:(?:agency |additional )?(?:reports?|reporting|files|inputs?|information)) (?:from|by) [^.!?]{2,100}|(?:first|originally) published (?:in|by|on|at) [^.,!?\d]{2,60}|this is a (?:breaking|developing)(?: news)? story\b.{0,80}|dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde) (?:zuerst|erstmals|ursprünglich).{2,100}|cet article (?:a été |est )?(?:d['’]abord|initialement|originellement) (?:publié|paru).{2,90}|este artículo (?:se publicó|fue publicado) (?:originalmente|primero|por primera vez).{2,90})[\s.)]*$/iu,
  },
  {
    kind: 'credit',
    maxChars: 80,
    pattern:
      /^(?:news provided by\b[^.!?]{2,60}(?:\b(?:inc|ltd|llc|co|corp)\.)?$|[（(【[]?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|值班编辑|审核|校对|校對|监制|監製|稿源|来源|來源)\s?[:：].{1,40}$)/iu,
  },
  {
    // "Do you have a story? Email tips@…": a question alone may be the article's own.
    kind: 'newsletter',
    maxChars: 200,
    pattern:
      /^(?:(?:do you )?have|got) (?:you )?(?:a|an|any) (?:\p{L}+ ){0,2}(?:story|stories|tip|tips|news|information)\b[^.!?]{0,50}\?.{0,60}(?:\S@\S|e-?mail us\b|contact us\b|get in touch\b|let us know\b)/iu,
  },
  {
    kind: 'standards',
    firstWords: true,
    maxChars: 160,
    pattern:
      /^(?:our standards\b|read (?:our|the) (?:editorial|ethics|privacy|corrections?) |editorial (?:standards|guidelines|policy)$|(?:ethics|corrections?) policy$|why you can trust\b|terms (?:of (?:use|service)|and conditions)\b|privacy (?:policy|notice)\b|cookie (?:policy|settings|preferences)\b|report (?:a|an) (?:typo|error|correction)|(?:send us|have) a (?:news )?tip)/i,
  },
  {
    kind: 'copyright',
    firstWords: true,
    maxChars: 260,
    pattern:
      /^(?:©|\(c\)|copyright\s*(?:[©:|]|\(c\)|(?:19|20)\d\d)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti|alle rettigheder|все права)/i,
  },
  {
    kind: 'copyright',
    maxChars: 260,
    pattern:
      /(?:all rights reserved|may not be (?:published|reproduced|republished)[^.]{0,60}(?:without|permission)[^.]{0,60}|no part of this .{3,60} may be)\.?$/i,
  },
  {
    kind: 'caption',
    firstWords: true,
    maxChars: 600,
    pattern:
      /^(?:image|photo|picture|video|media|figure|bild|foto|imagen|photograph|illustration)s?\s?(?:caption|source|credit|by|:|\/|copyright|courtesy|via)[\s:,.]/i,
  },
  {
    kind: 'caption',
    // "Photo: that one word had cost the paper more than any other."
    unless: /^\p{L}{4,14}\s?:\s(?!courtesy|by|via|with|from)\p{Ll}+(?: \S+){6,}[.!?]["”’]?$/u,
    maxChars: 500,
    pattern:
      /(?:\bfile (?:photo|picture|image)\.?\)?|\((?:photo|image|picture|foto|bild|credit|source)s?(?::| by | credit)[^()]{2,120}\)|\((?:ap|afp|getty|reuters|epa|dpa|tass|xinhua|file)(?: (?:photo|images?|file)(?:\s?\/[^()]{2,80})?|\s?\/[^()]{2,80})\)|\b(?:reuters|afp|ap photo|getty images?|getty|epa|epa-efe|xinhua|dpa|imago|picture alliance|shutterstock|alamy|pa wire|pa images|keystone|anp|ritzau|ntb|tt|lusa|efe|ansa)\s?\/\s?[\p{L}\p{M}.'’ -]{2,60}(?:\/[\p{L}\p{M}.'’ -]{2,60}){0,3}|(?:^|[.!?)\]”"’|–—-]\s{0,2})(?:photo|foto|image|photograph|picture|illustration)s?(?: credit)?\s?(?::|\bby\b|courtesy of)\s?[\p{L}\p{M}\d.,'’/ &-]{2,60}|\b(?:photo|foto|image|photograph|picture|illustration)s?(?: credit)?\s?:\s?[\p{L}\p{M}\d.,'’/ &-]{2,60}|\b(?:via )?getty images?(?:\/[\p{L} ]{2,30})?)[\s.)]*$/iu,
  },
  {
    // "… past the breakwater (AP)": the agency alone, as it writes itself, and no full stop: "the agency (EPA)." is a sentence.
    kind: 'caption',
    maxChars: 500,
    pattern: /\((?:AP|AFP|Getty|Reuters|REUTERS|EPA|EFE|ANSA|LUSA|ANP|dpa|DPA|TASS|Xinhua|File|FILE)\)\s*$/,
  },
  {
    // "… past the breakwater (Ane Holt / AFP)": a photographer and an agency in brackets.
    kind: 'caption',
    maxChars: 500,
    pattern:
      /\(\p{Lu}[\p{L}\p{M}.'’ -]{1,50}\s?\/\s?(?:AFP|AP(?: Photo)?|Reuters|REUTERS|Getty(?: Images)?|EPA|dpa|TASS|Xinhua|PA|Bloomberg|ANP|ANSA|EFE|Keystone|imago|picture alliance)(?:\s?(?:via|\/)\s?[\p{L} ]{2,30})?\)\.?$/u,
  },
  {
    // "… past the breakwater. (Northwire Photo/Ane Holt)"
    kind: 'caption',
    maxChars: 500,
    pattern: /\((?:[\p{L}.’'-]{2,20} ){1,4}photos?\s?\/\s?\p{L}[^()]{2,60}\)[\s.]*$/iu,
  },
  {
    // "The bridge at dawn. Ane Holt/The Courier"
    kind: 'caption',
    maxChars: 500,
    pattern:
      /(?<=[.!?)]["”’]?\s{1,2})\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}.'’-]+){1,2}\s?\/\s?\p{Lu}[\p{L}'’&]+(?: \p{Lu}[\p{L}'’&]+){0,3}$/u,
  },
  {
    // "Getty Images The bridge at dawn": a picture's credit and its caption run into one.
    kind: 'caption',
    maxChars: 300,
    pattern: /^(?:Getty Images|PA (?:Media|Images|Wire)|EPA|AFP|Alamy|Shutterstock) (?:The|An?|Two|Three) [^.!?]+$/u,
  },
  {
    // "… past the breakwater. NORTHWIRE/Ane Holt": an agency in capitals, a stroke, a photographer.
    kind: 'caption',
    maxChars: 500,
    pattern:
      /(?:^|[.)\]”"]\s{1,2})\p{Lu}[\p{Lu}&. ]{2,24}\s?\/\s?\p{Lu}\p{Ll}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3}\s?(?:\/[\p{L} ]{2,30})?[.)]?$/u,
  },
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
  {
    // "Tags Grand Prix, Stock Car, São Paulo": a label and a list, no sentence.
    kind: 'navigation',
    maxChars: 300,
    pattern:
      /^(?:tags|keywords|topics|themen|schlagworte|etiquetas|mots-clés|temas|palavras-chave|argomenti|trefwoorden|taggar|emneord|теги|etiketler)\s?:?\s(?:[^,.!?;]{2,50}, ){2,30}[^,.!?;]{2,50}$/iu,
  },
  {
    // "Trending: …", as a site names another article.
    kind: 'related',
    firstWords: true,
    maxChars: 180,
    pattern:
      /^(?:trending(?: now)?|popular|must[- ]read|sponsored|promoted|from our partners?)\s?:\s.{3,160}(?<![.!?])$/i,
  },
  {
    // Below a message of a firm's.
    kind: 'layout',
    maxChars: 900,
    pattern:
      /^(?:this (?:e-?mail|message|communication)|the (?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message)|diese (?:e-?mail|nachricht)|ce (?:courriel|message)|este (?:correo|mensaje)|questa (?:e-?mail|comunicazione))\b.{0,120}\b(?:confidential|privileged|vertraulich|confidentiel|confidencial|riservat[ao]|intended (?:only|solely) for)\b/i,
  },
  {
    // Where a printed page breaks an article off or takes it up.
    kind: 'navigation',
    maxChars: 60,
    pattern:
      /^[\s(]*(?:(?:continued|continues) (?:on|from) (?:page|p\.)|(?:fortsetzung|lesen sie weiter) (?:auf|von) seite|suite (?:en |de la )?page|(?:sigue|continúa|viene) (?:en|de) (?:la )?página|(?:segue|continua) a pagina|vervolg (?:op|van) pagina)\s?\w{1,5}[\s.)]*$/i,
  },
  {
    // "12 issues for £11.99. Click here for more.", "GET THE NEWS ON THE GO BY CLICKING HERE"
    kind: 'related',
    firstWords: true,
    maxChars: 160,
    pattern: /\b(?:click|clicking|tap) here\b.{0,60}$/i,
  },
  {
    kind: 'newsletter',
    firstWords: true,
    maxChars: 300,
    pattern: /\bsign up (?:for|to)\b.{0,90}\b(?:newsletters?|briefing|e-?mails?|inbox)\b/i,
  },
  {
    kind: 'newsletter',
    maxChars: 220,
    pattern:
      /\b(?:(?:emailed|delivered) (?:direct(?:ly)? )?to you\b|sign up here\b\.?$)|^(?:was this (?:e-?mail|newsletter) (?:forwarded|shared)|to (?:stop|opt out of) receiving|(?:manage|update|change) (?:your )?(?:e-?mail |subscription |newsletter )?preferences|if you (?:no longer|do not|don['’]t) (?:wish|want) to receive)\b/i,
  },
  {
    kind: 'newsletter',
    maxChars: 260,
    pattern:
      /^(?:you (?:have |are |were )?(?:receiv(?:ed|ing)|sent) this (?:e-?mail|newsletter|message)|(?:view|open|read)(?: this (?:e-?mail|newsletter|message))? (?:in|on)(?: your| the)? browser|unsubscribe$|unsubscribe [|•·])/i,
  },
  {
    // An offer begins with itself or speaks to its reader; "Subscribers pay $15.49 a month, the company said." does neither.
    kind: 'subscription',
    firstWords: true,
    maxChars: 400,
    pattern:
      /^(?=(?:subscri(?:be|ption offers?)|get|become|join|support|save|special offer|start|enjoy|unlock|try|not a)\b|.{0,200}\b(?:subscribe (?:now|today|here|to (?:our|the|us))|your subscription|our subscribers))[^\n]{0,200}\bsubscri\p{L}+.{0,160}\b(?:as little as|for (?:just|only) [\p{Sc}\d]|(?:a|per) (?:month|year|week)\b)/iu,
  },
  {
    // What stands where a post or a video would be shown.
    kind: 'layout',
    maxChars: 260,
    pattern:
      /(?:requires javascript\.?$|^(?:an dieser stelle .{0,60}inhalt|empfohlener (?:redaktioneller |externer )?inhalt|externer inhalt|ich bin damit einverstanden, dass mir|personenbezogene daten (?:können|werden) .{0,60}(?:übermittelt|übertragen)|du kannst ihn dir mit einem klick|hier finden sie (?:einen )?(?:externen )?inhalt|(?:player|video|audio|inhalt) wird geladen|this content (?:is not available|could not be loaded)|allow .{2,40} content\?|accept and continue$|contenu bloqué|este contenido (?:externo )?))/i,
  },
  {
    kind: 'credit',
    maxChars: 120,
    pattern:
      /^\(?(?:mit (?:material|informationen|agenturmaterial)\b|mit dpa\b|quellen?\s?:|fuente\s?:|fonte\s?:|bron\s?:|źródło\s?:|zdroj\s?:|källa\s?:|kilde\s?:|avec (?:afp|ap|reuters)\b)/i,
  },
  {
    // "Read more: …", "Read more about …", "READ MORE Headline", but not "Read more books, she told the children."
    kind: 'related',
    firstWords: true,
    maxChars: 220,
    pattern:
      /^[\s>»›▶►→•*_-]*[Rr](?:ead|EAD) (?:[Mm]ore|MORE|[Oo]n|ON)\s*(?:$|[:|»›→…–-]|\p{Lu}|here\b|about\b|on\b|from\b|in\b)/u,
  },
  {
    kind: 'comments',
    maxChars: 90,
    pattern:
      /^(?:comments?(?: \(?\d+\)?)?|go to (?:the )?comments|ir (?:a los comentarios|para os comentários)|(?:zu den|zum) kommentar(?:en)?|(?:aller|accéder) aux commentaires|vai ai commenti|naar de reacties|(?:leave|post|write|add|join|view|show|read|see) (?:a |the |your |all )?(?:comments?|reply|conversation|discussion)\b.{0,40}|\d+ comments?|what do you think\?.{0,40}|have your say\b.{0,40}|(?:kommentare?|commentaires?|comentarios|comentários|commenti|reacties|kommentarer)(?: \(?\d+\)?)?)\s*$/i,
  },
  {
    // "Created in 1998, the fund has lent four billion." is a sentence: it goes on after its date.
    kind: 'date',
    maxChars: 120,
    unless:
      /^(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified|[Cc]reated|[Ii]ssued) (?:\p{Ll}{3,} \p{Ll}{3,} \p{Ll}{3,}|.*\d.*(?:\p{Ll}{2,} ){3}).*[.!?]["”’]?$/u,
    pattern:
      /^(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|issued)(?: (?:on|at))?\b\s?:?\s?.{0,90}\d.{0,30}|(?:\d{1,2}|an?|one|two|three|a few) (?:second|minute|min|hour|hr|day|week|month|year)s? ago|just now|(?:veröffentlicht|aktualisiert|stand|erstellt|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret|опубликовано|обновлено)(?!\p{L}).{0,90}\d.{0,30})$/iu,
  },
  {
    kind: 'date',
    maxChars: 80,
    pattern:
      /^this (?:article|story|post|page) (?:is|was published) (?:more than|over|about|at least)? ?(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:year|month)s? (?:old|ago)\.?$/i,
  },
  {
    kind: 'navigation',
    firstWords: true,
    maxChars: 80,
    pattern:
      /^(?:skip to (?:main )?(?:content|navigation)|(?:main )?menu|home(?: ?(?:page|[>›»/|]).{0,60})?|search|back to (?:top|home|.{2,20})|(?:jump|go) to .{2,30}|close|open|next|previous|prev|loading\.{0,3}…?|play|pause|mute|show (?:more|less|all)|view (?:more|all|gallery|image in fullscreen)|load more|expand|toggle .{2,30}|hide|cancel|ok|accept(?: all)?|topics?(?:\s?:.{0,60})?|tags?\s?:.{0,70}|tags|filed under\b.{0,60}|sections?|categor(?:y|ies)\b.{0,60}|explore|(?:[\p{L}&']{2,20}(?: [\p{L}&']{2,20}){0,2}\s?[>›»]\s?){1,5}[\p{L}&' ]{2,40}|\d{1,3}\s?(?:\/|of)\s?\d{1,3}|read full (?:article|story)|[\p{L}\p{N}&.' -]{2,40} logo|(?:printed from|print this page|find this (?:article|story) (?:at|online)|this (?:article|story) can be found at|source url|artikel-url|link zum artikel)\b.{0,60})$/iu,
  },
];

// A word made of parts joined by hyphens or underscores, all small letters: what a page's layout calls its boxes.
const layoutWord = /^[\s•·*–—-]*[a-z][a-z0-9]*(?:(?:--?|__?)[a-z0-9]+)+\s*[{};]?$/;
// Style rules, template placeholders, an opening tag or a bare link address.
const codeLine =
  /^(?:[.#@][\w-]+[\w\s.#:>,-]{0,80}\{.*|.{0,80}\{\{.{0,80}\}\}.{0,20}|<\/?[a-z][\w-]*(?:\s[\w-]+=[^<>]{0,120})?\s?\/?>|https?:\/\/\S+|(?:function|var|window|document)\b.{0,20}[({=].*[;)}])$/i;

/**
 * Says what kind of furniture a line is that stands around an article: a share counter, a caption with its credit, a
 * "Read more" link; undefined for everything that may be the article's own words.
 *
 * @param line  one line or paragraph, as shown
 */
export function furnitureKind(line: string): LineKind | undefined {
  const text = line.trim();
  if (layoutWord.test(text) || (text.length <= 240 && codeLine.test(text))) return 'layout';
  for (const { kind, pattern, maxChars, unless, firstWords } of rules) {
    if (text.length > maxChars || !pattern.test(text) || unless?.test(text)) continue;
    if (!firstWords || !isStatement(text)) return kind;
  }
  return undefined;
}
