import type { LineRule } from './line-rule.ts';

/** Where a text and its pictures come from: who wrote, photographed and published it. */
export const creditRules: LineRule[] = [
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
];
