import type { FactName } from '../brief.ts';

// What points to the article itself. "The report" may be one that the article is about.
const en =
  '(?:this|that|(?:(?:the|this|that) )?(?:(?:news|whole) )?(?:article|story|piece|page)|this (?:report|text|post|news|link)|the text)';
const de =
  '(?:das|dies|(?:der|den|dem|die|das) (?:artikel|text|beitrag|seite)|(?:dieser|diesen|diesem|diese|dieses) (?:artikel|text|beitrag|bericht|meldung|geschichte|seite))';
const fr = "(?:ça|cela|ceci|(?:cet |l['’]|ce |le )(?:article|texte|papier))";
const es = '(?:esto|(?:este|el|la|esta) (?:artículo|texto|nota|noticia))';
// "It" alone may be whatever the thread talked of last.
const orIt = (it: string, this_: string): string => `(?:${it}|${this_})`;
const end = '[\\s?!.]*$';
const lead = '^[\\s¿]*(?:(?:and|but|so|ok|okay|und|aber|et|y),? )?(?:(?:can|could) you (?:tell|say) (?:me |us )?)?';

type Asking = { fact: FactName; asks: string; isIt?: boolean };

const asking: Asking[] = [
  {
    fact: 'author',
    asks: `who (?:wrote|authored|penned|reported|filed|has written|(?:is|was) (?:this|it|${en}) (?:written )?by|is behind) ?${orIt('it', en)}?`,
    isIt: true,
  },
  { fact: 'author', asks: `who(?:['’]?s| is| was| are)? (?:the )?(?:authors?|writers?|byline)(?: of ${en})?` },
  { fact: 'author', asks: `who(?:['’]?s| is| was) the (?:journalist|reporter|columnist) (?:of|behind|on) ${en}` },
  { fact: 'author', asks: `(?:what(?:['’]?s| is)|whose) (?:the )?byline(?: (?:of|on|is) ${en})?` },
  {
    fact: 'date',
    asks: `when (?:was|is|has) ${orIt('it', en)} (?:(?:first |been )?(?:published|posted|written|printed)|from|out)`,
    isIt: true,
  },
  {
    fact: 'date',
    asks: `when did ${orIt('it', en)} (?:come out|appear|get published|go (?:up|live|out)|run)`,
    isIt: true,
  },
  {
    fact: 'date',
    asks: `what(?:['’]?s| is| was)? (?:the )?(?:publication date|date of publication|publish(?:ing|ed)? date|date of ${en})(?: of ${en})?`,
  },
  { fact: 'date', asks: `(?:what|which) (?:day|date|year|month) is ${en} from` },
  { fact: 'date', asks: `how (?:old|recent|new) is ${en}` },
  {
    fact: 'date',
    asks: `is ${en} (?:an? )?(?:old|recent|new|current|up to date|still current)(?: (?:one|article|story|piece))?`,
  },
  {
    fact: 'publisher',
    asks: `(?:what|which) (?:news )?(?:outlet|publication|paper|newspaper|magazine|site|website|publisher|source|agency)(?:['’]?s)?(?: (?:is|was|published|ran|carried|printed|did) ${orIt('it', en)}(?: (?:from|in|by|on|come from))?| is ${en})`,
    isIt: true,
  },
  { fact: 'publisher', asks: `who (?:published|ran|printed|posted|carried) ${orIt('it', en)}`, isIt: true },
  { fact: 'publisher', asks: `where (?:is|was) ${orIt('it', en)} (?:from|published|posted|printed)`, isIt: true },
  { fact: 'publisher', asks: `where does ${en} come from` },
  {
    fact: 'publisher',
    asks: `(?:what|who)(?:['’]?s| is) the (?:outlet|publisher|publication|source)(?: (?:of|for) ${en})?`,
  },
  {
    fact: 'title',
    asks: `what(?:['’]?s| is| was|s)? the (?:headline|title|heading)(?: of ${orIt('it', en)})?`,
    isIt: true,
  },
  { fact: 'title', asks: `what is ${en} (?:called|titled|headlined)` },
  { fact: 'length', asks: `how (?:long|short) is ${orIt('it', en)}`, isIt: true },
  {
    fact: 'length',
    asks: `how many words (?:is|are (?:in|there in)|does|long is|has) ?${orIt('it', en)}?(?: have)?`,
    isIt: true,
  },
  { fact: 'length', asks: `what(?:['’]?s| is) (?:the|its) (?:word count|length)(?: of ${en})?` },
  {
    fact: 'kind',
    asks: `(?:is|was) ${orIt('it', en)} (?:just |really |only )?(?:an? )?(?:opinion(?: (?:piece|article|column))?|op-?ed|editorial|commentary|column|comment(?: piece)?|analysis|news(?: (?:report|story|article|piece))?|news or (?:an )?opinion|opinion or news|press release|live ?blog|sponsored(?: content)?|an? ad(?:vert(?:isement)?)?)`,
    isIt: true,
  },
  { fact: 'kind', asks: `what (?:kind|type|sort) of (?:article|story|piece|text) is ${orIt('it', en)}`, isIt: true },

  {
    fact: 'author',
    asks: `wer (?:hat|schrieb|verfasste) ${orIt('es|ihn', de)}(?: (?:geschrieben|verfasst))?`,
    isIt: true,
  },
  {
    fact: 'author',
    asks: `(?:wer ist|wie heißt) (?:der|die) (?:autor|autorin|verfasser|verfasserin)(?: (?:von )?(?:des|dieses|dem|diesem|das)?(?: ?(?:artikels?|textes?|text|beitrags?))?)?`,
  },
  {
    fact: 'date',
    asks: `(?:wann|an welchem tag) (?:wurde|ist|war) ${orIt('es|er', de)} (?:veröffentlicht|erschienen|publiziert|geschrieben)(?: worden)?`,
    isIt: true,
  },
  { fact: 'date', asks: `(?:wann erschien|von wann ist|wie alt ist) ${de}` },
  {
    fact: 'publisher',
    asks: `(?:(?:in )?welche[rmns]? (?:zeitung|medium|seite|magazin|verlag|quelle) (?:ist|hat|veröffentlichte|wurde) ${de}|wo (?:ist|wurde) ${de})(?: (?:erschienen|veröffentlicht|publiziert|her))?`,
  },
  {
    fact: 'publisher',
    asks: `(?:woher (?:ist|kommt|stammt) ${de}|von wem (?:ist|stammt) ${de}|welche zeitung ist das|wer hat ${de} veröffentlicht)`,
  },
  {
    fact: 'title',
    asks: `(?:wie (?:lautet|heißt|ist)|was ist) (?:die|der) (?:überschrift|schlagzeile|titel)(?: (?:des|dieses|von) [\\p{L} ]+)?`,
  },
  { fact: 'length', asks: `wie (?:lang|viele wörter)(?: (?:ist|hat|lang ist))? ${orIt('er|es', de)}`, isIt: true },
  {
    fact: 'kind',
    asks: `ist ${orIt('es|er', de)} (?:nur )?(?:eine? )?(?:meinung(?:sbeitrag|sartikel|sstück)?|kommentar|leitartikel|kolumne|pressemitteilung|nachricht|werbung|anzeige)`,
    isIt: true,
  },

  { fact: 'author', asks: `qui (?:a écrit|a rédigé|est l['’]auteure?|est l['’]autrice)(?: (?:de )?${fr})?` },
  {
    fact: 'date',
    asks: `(?:quand|à quelle date) (?:est-ce que )?(?:(?:a été publié|est paru|a paru|a-t-il été publié|est-il paru)(?: ${fr})?|${fr} (?:a(?:-t-il)? été (?:publié|écrit)|est(?:-il)? paru))`,
  },
  { fact: 'date', asks: `(?:de quand date ${fr}|quelle est la date (?:de publication|de l['’]article)(?: de ${fr})?)` },
  {
    fact: 'publisher',
    asks: `(?:(?:dans |de |c['’]est )?quel(?:le)? (?:média|journal|site|source|magazine)(?: (?:est-ce|c['’]est|a publié ${fr}))?|d['’]où vient ${fr}|où (?:a été publié|est paru) ${fr}|qui a publié ${fr})`,
  },
  { fact: 'title', asks: `quel est le titre(?: de ${fr})?` },
  {
    fact: 'length',
    asks: `(?:quelle est la longueur de ${fr}|combien de mots(?: (?:fait|compte|a|contient) ${fr}| y a-t-il)?)`,
  },
  {
    fact: 'kind',
    asks: `(?:est-ce(?: que c['’]est)?|c['’]est) (?:une?|de l['’]) ?(?:opinion|tribune|éditorial|article d['’]opinion|billet|communiqué(?: de presse)?|publicité|chronique)`,
  },

  { fact: 'author', asks: `qui[eé]n (?:escribió|ha escrito|firma|redactó|es (?:el|la) autora?(?: de)?)(?: ${es})?` },
  {
    fact: 'date',
    asks: `(?:cu[aá]ndo (?:se (?:publicó|escribió)|fue (?:publicad|escrit)[oa]|salió|apareció)(?: ${es})?|de cu[aá]ndo es ${es}|cu[aá]l es la fecha(?: de publicación)?(?: de ${es})?)`,
  },
  {
    fact: 'publisher',
    asks: `(?:(?:qu[eé]|cu[aá]l) (?:medio|periódico|diario|sitio|fuente)(?: (?:es|publicó)(?: ${es})?)?|de d[oó]nde (?:es|viene) ${es}|d[oó]nde (?:se publicó|fue publicad[oa])(?: ${es})?|qui[eé]n publicó ${es})`,
  },
  { fact: 'title', asks: `cu[aá]l es el (?:titular|título)(?: (?:de )?${es}| del artículo)?` },
  {
    fact: 'length',
    asks: `(?:cu[aá]ntas palabras(?: tiene(?: ${es})?)?|(?:qu[eé] tan|c[oó]mo de) largo es(?: ${es})?)`,
  },
  {
    fact: 'kind',
    asks: `¿?es (?:${es} )?(?:una? )?(?:opinión|artículo de opinión|columna|editorial|nota de prensa|comunicado|publicidad)`,
  },
];

const patterns = asking.map(({ fact, asks, isIt = false }) => ({
  fact,
  isIt,
  pattern: new RegExp(`${lead}${asks}${end}`, 'iu'),
}));
const bareIt = /(?<!\p{L})(?:it|es|er|ihn)(?!\p{L})/iu;

/**
 * The fact of the article itself that a question asks for: who wrote it, when it was published, where, under what headline, how
 * long it is, of what kind. In English, German, French and Spanish.
 *
 * @param isFirst  false where the thread has asked something before, which "it" may stand for
 */
export function readAskedFact(question: string, isFirst: boolean): FactName | undefined {
  const text = question.replace(/\s+/g, ' ').trim().slice(0, maxLength);
  return patterns.find(({ pattern, isIt }) => pattern.test(text) && (isFirst || !isIt || !bareIt.test(text)))?.fact;
}

const maxLength = 200; // characters; a question about the page is short
