// Words that ask, in the languages whose readers leave the question mark away most often.
const askingWord =
  "(?:who(?:['’]s|m|se)?|what(?:['’]s)?|which|when(?:['’]s)?|where(?:['’]s)?|why|how|wer|wem|wen|was|wann|wo|warum|wieso|wie|welche[rsnm]?|qui|que|quoi|quand|où|pourquoi|comment|combien|quel(?:le)?s?|quién(?:es)?|qué|cuándo|dónde|cómo|cuánt[oa]s?|cuál(?:es)?)";
const lead = '(?:(?:and|but|so|ok|okay|und|aber|et|y|pero),? )?';
const verb =
  '(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|hat|haben|hatte|ist|sind|wird|war|soll|est|a|ont|sont|ha|han|es|son|está|fue|dijo)';
const edge = '(?![\\p{L}\\p{N}])';

const asking = new RegExp(`(?<![\\p{L}\\p{N}])${askingWord}${edge}`, 'iu');
const askingVerb = new RegExp(`^${lead}(?:${verb}|est-ce|a-t|y a-t)${edge}`, 'iu');
// Without a question mark only what cannot be the beginning of a statement ("what they mean is …") asks.
const bareQuestion = new RegExp(
  `^${lead}(?:(?:who|what|where|when)['’]s|(?!which)${askingWord} (?:${verb}|many|much|long|old|far|often)|(?:who|wer|qui|quién) (?:said|told|wrote|made|paid|pays|sagte|\\p{L}+ed))${edge}`,
  'iu',
);
const statementEnd = /[.!…]\s*$/u;

// What people say to each other: "can someone check this?", "did you see this?", "shall we run it?"
const amongPeople =
  /(?<![\p{L}\p{N}])(?:you|your|u|ya|y['’]all|someone|somebody|(?<!(?:was|were) )any(?:one|body)|everyone|everybody|guys|folks|team|all of us|we|us|our|ours|i|me|my|mine|let['’]s|(?:hast|bist|kannst|willst|weißt|siehst|meinst|machst|findest) du|dich|dir|ihr|euch|euer|wir|uns|jemand|ich|mir|mich|tu|vous|nous|quelqu['’]un|je|moi|tú|vosotros|ustedes|alguien|nosotros|yo)(?![\p{L}\p{N}])/iu;
// Spoken to by name or with a greeting: "Ben, is this ready?", "hey Ana, who …".
const spokenTo =
  /^(?:hey|hi|hello|morning|yo|oi|psst|thanks|thx|hallo|moin|salut|hola)(?![\p{L}\p{N}])|^(?!(?:And|But|So|Then|Also|Okay|Ok|Yes|No|Well|In|Um|Und|Aber|Also|Et|Alors|Mais|Y|Pero)[ ,])\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?, |, \p{Lu}\p{Ll}+\s*[?？]*\s*$/u;
// About the work on a story instead of the story: its draft, its desk, its deadline; this link, thread or file.
const aboutWork =
  /(?<![\p{L}\p{N}])(?:drafts?|copy|headlines?|deks?|byline|deadlines?|(?:the|which|whose|photo|news|copy|night|city|foreign) desk|(?:the|this|next) shift (?:start|end|begin)s?|(?:day|night|morning|evening|weekend|early|late|graveyard) (?:shift|rota|roster)|newsroom|newsletter|homepage|front page|page one|push (?:alert|notification)|social (?:card|post)|tweet(?:ing)?|cms|slack|this channel|this thread|spreadsheet|screenshot|google doc|gdoc|pdf|attachments?|paywall(?:ed)?|links?|logins?|wifi|zoom|invite|standup|stand-up|lunch|sign(?:ed|s)? off|fact[- ]?check(?:ed|ing)?|follow[- ]?up|write[- ]?up|sidebar|explainer|embargo(?:ed)?|eta|tl;?dr|wire copy|this (?:one|up)|it up|who(?:['’]?s| is) on (?:this|it|that)|(?:cover|chas|runn|writ|edit|fil|pitch|handl|tak|mov|updat|publish|post|shar)(?:e|s|ed|ing) (?:this|it|that)|run (?:this|it|with)|go(?:es|ing)? (?:live|out)|volunteers?|update on|news from|word from|heard (?:back|from)|call(?:ed)? back)(?![\p{L}\p{N}])/iu;
// Questions that want no answer.
const rhetorical =
  /(?<![\p{L}\p{N}])(?:who (?:cares|knows|knew|would ?(?:['’]ve|have) (?:thought|guessed)|saw that coming|else|wants|can|has time|needs)|what (?:else is new|could (?:possibly )?go wrong|the (?:hell|heck|actual)|gives|now|next|a|about|timing|if)|how (?:about|come on|hard can|nice|ironic|convenient|original|surprising|dare|is (?:this|that) (?:news|legal|real|possible|even|a thing)|is (?:everybody|everyone|it going)|(?:crazy|mad|wild|bad|good|cool|funny) is (?:this|that|it))|why (?:not|bother|oh why|is this (?:news|a thing|even))|since when|so what|is (?:this|that|it) (?:a joke|for real|real|serious|satire|the onion|just|ok|okay|fine|enough|worth|ready|done|good|news|new)|are (?:those|these|they) (?:serious|for real|kidding)|isn['’]?t (?:it|that|this)|wasn['’]?t (?:it|that|this)|surprised|when in doubt)(?![\p{L}\p{N}])/iu;

const questionMark = /[?？؟՞]/u;
const quoted = /["“„«][^"”“»]*["”“»]/gu;
/** Scripts without spaces: there a few characters make a question. */
const spaceless = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/u;

/**
 * Tells whether a reply in a thread asks the article something, so that people who talk to each other are left alone: better one
 * question too few, which a mention of the bot repairs, than one interruption too many. What names somebody (`@U123`, as a mention
 * reads in a post's text) is for them.
 */
export function isQuestion(text: string): boolean {
  const bare = text.replace(quoted, ' ').trim();
  if (/(?<![\p{L}\p{N}.])@\w/u.test(bare)) return false;
  if (spaceless.test(bare)) return questionMark.test(bare) && bare.length >= 5;
  if (bare.split(/\s+/).length < 3) return false;
  if ([amongPeople, spokenTo, aboutWork, rhetorical].some((talk) => talk.test(bare))) return false;
  if (!questionMark.test(bare)) return bareQuestion.test(bare) && !statementEnd.test(bare);
  return asking.test(bare) || askingVerb.test(bare) || !/^[\p{ASCII}’“”–—…]*$/u.test(bare);
}

/** Tells whether a reply is a remark that people make to each other: no question, and spoken to somebody or of who speaks. */
export function isTalk(text: string): boolean {
  const bare = text.replace(quoted, ' ').trim();
  if (
    questionMark.test(bare) ||
    /^(?:please )?(?:tell|show|give|remind|explain to)(?: us| me)?(?![\p{L}])/iu.test(bare)
  )
    return false;
  return amongPeople.test(bare) || spokenTo.test(bare);
}

const thanks =
  /^(?:many |ok(?:ay)?,? |great,? |perfect,? |super,? )?(?:thanks?|thank you|thx|ty|cheers|danke|merci|gracias|great|perfect|nice|ok(?:ay)?|cool|good bot|got it)(?: (?:a lot|so much|very much|you|byline|for (?:this|that)|schön|beaucoup))*[\s!.👍🙏]*$/iu;
const help =
  /^(?:help|\?|how (?:does (?:this|it) work|do I use (?:this|it))|what can you do|hilfe|aide|ayuda)[\s?!.]*$/iu;
const summary =
  /^(?:(?:can|could|will) you )?(?:please )?(?:(?:re-?)?summari[sz]e|sum up|tl;?dr|brief(?: us| me)?|summary)(?: (?:this|that|it|the (?:article|link|story|page)|above|here|for (?:me|us)))*(?:,? (?:please|pls))?[\s?!.]*$/iu;

// As Slack writes those it has no character for, and many it has.
const emoji = /:[\w+'-]{1,100}:(?::skin-tone-\d:)?/gu;

/** What somebody who turns to Byline under a brief wants, where it is no question: `nothing` is a mention alone. */
export function readRequest(text: string): 'nothing' | 'thanks' | 'help' | 'summary' | 'question' {
  const bare = text.replace(emoji, ' ').trim();
  if (!/[\p{L}\p{N}?]/u.test(bare)) return 'nothing';
  if (thanks.test(bare)) return 'thanks';
  if (help.test(bare)) return 'help';
  return summary.test(bare) ? 'summary' : 'question';
}
