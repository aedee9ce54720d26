import type { LineRule } from './line-rule.ts';

/** What leads elsewhere or says when: other stories, sections, layout words, days. */
export const navigationRules: LineRule[] = [
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
