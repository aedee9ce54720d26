/** Who a byline names: `people` in reading order, `desks` for agencies, newsrooms and teams. */
export type Byline = { people: string[]; desks: string[] };

// What stands before the names: "By", "Interview von", "Propos recueillis par", "Texto:", "بقلم:", "文・"; in the order of
// English, German, French, Spanish and Portuguese, Italian, Dutch, the Nordic languages, and other scripts.
const by = new RegExp(
  `^(?:${[
    String.raw`(?:(?:an? )?(?:written|words|text|story|reported|posted|published|authored|compiled|interview|recipe|report|analysis|commentary)\s+)?by`,
    'as told to|from|authors?|article authors?|contributors?(?=\\s*:)|researched by|(?:article|post) by',
    '(?:(?:eine? )?(?:interview|kommentar|analyse|bericht|gastbeitrag|reportage|kolumne|leitartikel|text|aufgezeichnet|geschrieben) )?von',
    'autor(?:in|es|as)?|text|interview(?=\\s*:)',
    '(?:(?:propos recueillis|entretien réalisé|écrit|texte|publié|(?:une )?(?:analyse|enquête|chronique|tribune)) )?par|auteurs?|texte',
    '(?:(?:escrito|redactado|publicado|texto|reportagem|entrevista|análisis) )?por|texto',
    '(?:(?:scritto|testo|intervista) )?d[ia]|a cura di|autore|dal(?:la)? nostr[oa] (?:inviat[oa]|corrispondente)',
    'door|(?:tekst|skrevet|skriven|text|af|av)(?: (?:af|av))?|oleh',
    'автор|текст|от|بقلم|إعداد|حوار|كتبت?(?=\\s*[:/])|מאת|作者|撰文|記者|记者|글|기자',
  ].join('|')})(?:\\s*[:：/]\\s*|\\s+)(?=\\S)|^(?:取材・)?文\\s*[:：・/／=＝]\\s*(?=\\S)`,
  'i',
);
// Words that make a "name" a desk, an agency or a job, in the languages that news most often comes in.
const deskWord =
  /(?<![\p{L}\p{N}])(?:staff|news(?:room|paper|wire|desk)?|desk|team|agenc(?:y|ies)|agences?|agencias?|agentur(?:en)?|press|presse|prensa|wires?|bureau|editors?|editorial|board|redaktion|redactie|redacci[oó]n|redazione|redação|r[ée]daction|correspondents?|service|services|media|magazine|times|post|journal|tribune|gazette|herald|guardian|network|tv|radio|online|web|digital|admin|administrator|contributors?|writers?|reporters?|associated|ajans\p{L}*|reuters|afp|dpa|efe|ansa|apa|sda|tass|upi|pti|ani|ians|yonhap|xinhua|kyodo|bloomberg|cnn|bbc|nbc|cbs|abc|npr|pbs|company|inc|ltd|llc|gmbh|ediciones|éditions|editora|publishing|foundation|institute|university|clinic|hospital|museum|collective|alliance|initiative|partners|federation|committee|commission|authority|association|center|centre|college|school|society|council|department|ministry|office|rankings|zeitung|tageblatt|faktencheck|nachrichten\p{L}*|\p{L}*agentur|\p{L}*redaktion|\p{L}*agentschap|\.com|\.org|\.net|com|www)(?![\p{L}\p{N}])|редакция|агентство|編集部|编辑部|取材班|通信|新聞|新闻|報|日报|社$|뉴스|신문|일보|رويترز|وكال|فريق|هيئة|التحرير|صحيفة|قناة|أخبار|מערכת/iu;
// What stands where a name could stand but is none: a job, a button, another byline's first words.
const noName =
  /(?<![\p{L}\p{N}])(?:founder|co-founder|director|reviewer|manager|expert|specialist|analyst|head|chief|officer|writer|author|reporter|journalist|columnist|consultant|strategist|engineer|developer|release|size|professor|dietitian|attorney|written|posted|updated|published|released|reviewed|نشر|نُشر|تحديث|آخر تحديث|publié|publiée|publicado|pubblicato|veröffentlicht|aktualisiert|facebook|twitter|instagram|linkedin|whatsapp|pinterest|email|share|follow|subscribe|comments?|views?|minutes?|read|more|about|ago|today|yesterday|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|uncategorized|strategy|blog)(?![\p{L}\p{N}])/iu;
const job =
  /(?<![\p{L}\p{N}])(?:co-?founder|founder|director|editor|reporter|journalist|columnist|correspondent|writer|author|contributor|analyst|strategist|consultant|manager|officer|professor|redakteur(?:in)?|korrespondent(?:in)?|journaliste|periodista|redactora?|giornalista)(?![\p{L}\p{N}])/iu;
const rank = /^(?:Senior|Staff|Chief|Managing|Contributing|Deputy|Executive|Associate|Assistant|Lead|Guest|Freelance)$/;
// What stands beside a day or above a text in scripts without capitals: "updated", "time", "source", "editor", "photo".
const label =
  /更新|时间|時間|发布|發布|發佈|发表|發表|来源|來源|公開|掲載|配信|最終|分享|责编|编辑|編輯|編集|記事|写真|提供|作成|投稿|阅读|閱讀|评论|印刷|공유|입력|등록|수정|기사|승인|출처|사진|댓글|인쇄|تحديث|المصدر|مشاركة|طباعة|تعليق|صورة|עודכן|פורסם|שתפו|תגובות/u;
// What follows a name: "M.D. FACLM", "PhD".
const degree = /^(?:M\.?D|Ph\.?D|D\.?D\.?S|R\.?N|R\.?D|J\.?D|M\.?A|B\.?A|B\.?Sc|M\.?Sc|Jr|Sr)\b/;
// Two lines of a page run into one: "Senior AnalystUpdated".
const runTogether = /\p{Ll}{4}\p{Lu}/u;
const particle =
  /^(?:de|da|do|dos|das|del|della|di|du|des|la|le|van|von|der|den|ten|ter|zu|zum|bin|ibn|al|el|y|e|af|av|st\.?|mc|o)$/i;

/** The names of a line that is nothing but a byline ("By Ann Lee and Bo Ek, Reuters"); undefined where it is none. */
export function readByline(line: string): Byline | undefined {
  const text = line.trim();
  if (text.length > 160 || text.split(/\s+/).length > 20) return undefined;
  const prefix = by.exec(text);
  if (!prefix) return undefined;
  const named = splitNames(text.slice(prefix[0].length));
  return named.people.length + named.desks.length > 0 ? named : undefined;
}

// Who took the pictures, drew or filmed is no author of the text: "Photos by Bo Ek", "Foto: Bo Ek", "Bo Ek (pictures)", "写真・…".
const picture =
  '(?:photos?|photograph(?:s|y|er|ers)?|pictures?|images?|illustrations?|illustrated|illustrator|graphics?|video|fotos?|fotografías?|fotografie|bilder|grafik|photographies?|фото)';
const pictureLabel = new RegExp(`^${picture}(?:\\s*:|\\s+(?:by|von|de|par|di|da|do)(?=\\s)|\\s+(?=\\p{Lu}))`, 'iu');
const pictureWithin = new RegExp(
  `\\s+(?=${picture}(?:\\s*:|\\s+by\\s)|(?:Photography|Photographs|Pictures|Graphics|Fotos?)\\s\\p{Lu})`,
  'giu',
);
const pictureAfter = new RegExp(`\\(\\s*${picture}\\s*\\)`, 'giu');
const textLabel = /^(?:words|text)(?:\s*:|\s+by)?\s+(?=\p{Lu})/iu;

// A mark where a name is followed by what says that it is a photographer's.
const ofPicture = '\u0002';

const betweenNames =
  /\s*(?:[,;|/&+•·⋅、，；]|\s(?:and|und|et|y|e|og|och|en|i|и|with|mit|avec)\s)\s*(?:(?:and|und|et|y|og|och)\s+(?=\p{Lu}))?/u;

/** Takes a list of names apart: commas, "and" and its like in other languages; what is no name (a job, a place) is dropped. */
export function splitNames(list: string): Byline {
  const people: string[] = [];
  const desks: string[] = [];
  const bare = list
    .replace(pictureAfter, ofPicture)
    .replace(/[\s\u3000]*(?:写真|撮影|イラスト)\s*[・:：／/＝]\s*[^\s、,]{1,20}/gu, ' ')
    .replace(pictureWithin, ' | ')
    .replace(/,?\s+(?:with )?additional reporting (?:by|from)\s+/iu, ', ')
    .replace(/\s+(Associated Press|Agence France-Presse)$/iu, ', $1')
    .replace(/\([^()]{0,80}\)/g, ' ')
    .replace(/\s+(?:for|in|at|special to|für|pour|para|on behalf of)\s+.*$/u, ' ')
    .replace(/\s+(?:on|am|le|el|il|op|den)(?:\s\p{L}{3,12}day\b.*)?$/u, '')
    .replace(/\s+\d[\d,.]*\s+(?:comments?|views?|shares?|min)\b.*$/iu, ' ')
    .replace(/\s{2,}/g, ' ');
  // After a dash stands what a person does or writes for.
  const [first = '', ...rest] = bare.split(/\s[-–—]\s/);
  const named = [first, ...(betweenNames.test(first) || !isPersonName(cleanName(first)) ? rest : [])];
  const parts = named.flatMap((part) => part.split(betweenNames));
  for (const part of parts) {
    if (part.includes(ofPicture) || pictureLabel.test(part.trim())) continue;
    const name = cleanName(part.trim().replace(textLabel, ''));
    if (isDesk(name)) desks.push(name);
    else if (isPersonName(name) && !people.includes(name)) people.push(name);
  }
  return { people, desks };
}

/** A name without "By", mail address, handle, job or surrounding punctuation. */
export function cleanName(written: string): string {
  return written
    .replace(by, '')
    .replace(/[\s·・]*(?:기자|특파원|記者|记者)(?:\s*(?:입력|등록|수정))?[\s.]*$/u, '')
    .replace(/\S+@\S+/g, ' ')
    .replace(/@\w+/g, ' ')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{S},;:·•|/–—-]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for an agency, a newsroom or a team: what publishes rather than a person who writes. */
export function isDesk(name: string): boolean {
  // "DPA", "MDR SACHSEN": letters that no one could say as a name.
  return deskWord.test(name) || /^[A-Z]{2,6}$/.test(name) || /^[BCDFGHJKLMNPQRSTVWXZ]{3,}(?:\s|$)/.test(name);
}

/** The name that a line begins with before it says what its bearer does: "Ann Lee Senior Writer, Harbours"; undefined where none. */
export function readNameBeforeJob(line: string): string | undefined {
  const words = line
    .slice(0, 100)
    .replace(/^[\s&]+/, '')
    .split(/\s+/);
  const jobAt = words.findIndex((word) => /^\p{Lu}/u.test(word) && (job.test(word) || rank.test(word)));
  const name = words.slice(0, Math.max(0, jobAt)).join(' ');
  return jobAt <= 5 && job.test(words.slice(jobAt).join(' ')) && isPersonName(name) ? name : undefined;
}

// "transport correspondent", "Chief Political Editor", "head of news"; but "The Harbour Reporter" is a paper.
const endsInJob =
  /(?:^|[\s-])(?:(?:co-?)?founder|director|editors?|editor-in-chief|reporters?|journalists?|columnists?|correspondents?|writers?|contributors?|producers?|analysts?|strategist|consultant|managers?|officers?|professor|presenter|photographers?|fellow|intern|trainee|\p{L}*redakteur(?:in)?|\p{L}*korrespondent(?:in)?|\p{L}*reporter(?:in)?|\p{L}*autor(?:in)?|journaliste|correspondante?|rédacteur|rédactrice|periodista|redactora?|corresponsal|giornalista|corrispondente|inviat[oa]|jornalista|redatora?|correspondente|verslaggever|verslaggeefster|redacteur|journalist(?:in)?|корреспондент|редактор|журналист)$/iu;
const beginsWithJob =
  /^(?:head|director|editor|chief|leader|president|chair(?:man|woman)?|secretary|minister|professor|member|founder|leiter(?:in)?|chef(?:in)?) (?:of|at|for|der|des|executive|officer)(?!\p{L})/iu;

/** True for what a person does rather than what publishes, with or without its field: "transport correspondent", "Head of News". */
function isRole(desk: string): boolean {
  if (beginsWithJob.test(desk)) return true;
  return endsInJob.test(desk) && !/^The(?:\s\p{Lu}[\p{L}\p{M}'’-]{0,30}){1,4}$/u.test(desk);
}

/** True for a desk that can stand as a publisher: a name of its own, not a role ("courts reporter") or a login ("gazette_staff"). */
export function isPublisherName(desk: string): boolean {
  if (isRole(desk.trim())) return false;
  if (/[_@\\]|^\p{Ll}[\p{Ll}\d.-]*$/u.test(desk) || degree.test(desk) || desk.split(' ').length > 4) return false;
  if (/(?<!\p{L})(?:published|posted|updated|written)(?!\p{L})/iu.test(desk)) return false;
  return !/^(?:the )?(?:(?:web|news|online|digital|site|super|guest|senior|chief|our|staff|editorial|content)[ -]?)*(?:admin(?:istrator)?|editors?|editorial|staff|team|desk|newsroom|news|press|contributors?|writers?|reporters?|correspondents?|webmaster|user|guest|office|service|board|redaktion|redactie|redacción|redazione|redação|rédaction|редакция|編集部|编辑部|记者|記者)$/iu.test(
    desk.trim(),
  );
}

/** True for a news agency, which writes whole articles for others. */
export function isAgency(name: string): boolean {
  return /(?<![\p{L}\p{N}])(?:associated press|press association|reuters|afp|ap|pa|dpa|sid|efe|ansa|apa|sda|tass|upi|pti|ani|ians|yonhap|xinhua|kyodo|bloomberg|\p{L}*agentur(?:en)?|ajans\p{L}*|agence\p{L}*|agenzia|agencia|agencies|wires?)(?![\p{L}\p{N}])|رويترز|وكال|新华社|共同通信|時事通信|연합뉴스/iu.test(
    name,
  );
}

/** True for words that look like a person's name: two to five capitalised words with their particles, or a short name in a script without capitals. */
export function isPersonName(name: string): boolean {
  if (!name || name.length > 60 || noName.test(name) || /[\d<>{}[\]=_!?"“”]/.test(name) || isDesk(name)) return false;
  if (/^(?:the|der|die|das|les)\s/i.test(name)) return false;
  if (degree.test(name) || runTogether.test(name)) return false;
  // "Pictures Bo Ek": what its bearer gave, then the name.
  if (/^(?:words|pictures|photos|photography|photographs|graphics|illustrations?|video|fotos?)\s/i.test(name))
    return false;
  if (!/\p{Lu}|\p{Ll}/u.test(name)) return /^[\p{L}\p{M}・·\s.]{2,24}$/u.test(name) && !label.test(name);
  const words = name.split(' ');
  if (words.length < 2 || words.length > 6) return false;
  const first = words[0] ?? '';
  return (
    /^\p{Lu}/u.test(first) &&
    !/^\p{Ll}+$/u.test(words.at(-1) ?? '') &&
    words.every(
      (word) => /^["'’(]?(?:\p{Lu}|\p{L}{1,3}['’-]\p{Lu})[\p{L}\p{M}.'’)-]*$/u.test(word) || particle.test(word),
    )
  );
}

const postNominal =
  /^(?:M\.?D|Ph\.?D|D\.?O|R\.?N|R\.?DN?|LDN|M\.?S|M\.?A|B\.?A|B\.?S|M\.?Sc|B\.?Sc|MPH|MBA|J\.?D|Esq|CPA|CFA|CFP|CSCS|DVM|VMD|DMD|DDS|DPT|LVT|VTS|LCSW|LMFT|LPC|PsyD|EdD|PharmD|APRN|FNP|PA-C|[DF]A[A-Z]{2,5}|FO[A-Z]{2}|FRC[A-Z]{1,3}|(?:E-)?RYT|IBCLC|PMP|OBE|MBE|CBE|Jr|Sr)\.?(?:®|™)?(?:[\s-](?:\d{1,3}|[A-Z]{2,6}))*$/;

/** True for a degree or a licence as it stands after a name: "MD", "PhD", "FACLM". */
export function isPostNominal(words: string): boolean {
  return postNominal.test(words.trim());
}

/** True for what a person does, as it stands below a name: "Senior Reporter", "Co-Founder & Marketing Director". */
export function isJob(line: string): boolean {
  return line.length <= 80 && job.test(line) && !/[.!?]$/.test(line);
}
