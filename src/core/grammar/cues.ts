import { nounMaker } from './noun-phrase.ts';
import { isCapitalised, type Word } from './word-list.ts';

// Verbs that give what follows or precedes as somebody's: speech, writing, belief, findings. One stem a word; the forms
// are made below.
const regular =
  'accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assume assure aver believe blame boast caution chant charge claim comment complain concede conclude confess confirm contend counter criticise criticize declare decline decry demand demonstrate denounce deny describe detail determine disclose discover dismiss dispute doubt elaborate emphasise emphasize estimate exclaim expect explain express fear guess hint hope imply indicate inform insist joke lament maintain mention muse note notice observe opine point praise predict proclaim promise pronounce propose protest question quip realise realize reason recall reckon recommend recount reiterate reject remark remember remind repeat reply report request respond retort reveal scoff shout speculate state stipulate stress suggest suspect testify theorise theorize threaten tweet urge vow warn wonder worry condemn';
const irregular =
  'say says said saying tell tells told telling think thinks thought thinking know knows knew known knowing feel feels felt feeling find finds found finding show shows showed shown showing write writes wrote written writing mean means meant swear swears swore understand understands understood quote quotes quoted';

const forms = new Set([...regular.split(' ').flatMap(inflect), ...irregular.split(' ')]);

function inflect(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const doubled = /^(?:admit|quip|refer)$/.test(verb) ? verb + verb.slice(-1) : verb;
  return [verb, /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`, `${doubled}ed`, `${doubled}ing`];
}

/** True for a form of a verb that reports: "said", "denies", "adding". */
export function isReportingVerb(key: string): boolean {
  return forms.has(key);
}

/** Plain verbs of speech that may stand before their speaker: "…, said the official". */
export function isInvertible(key: string): boolean {
  return /^(?:sa(?:id|ys?)|add(?:ed|s)|wr(?:ote|ites)|not(?:ed|es)|explain(?:ed|s)|argu(?:ed|es)|ask(?:ed|s)|replied|warn(?:ed|s)|claim(?:ed|s)|report(?:ed|s)|stat(?:ed|es)|observ(?:ed|es)|recall(?:ed|s)|insist(?:ed|s)|continued?|announced|declared|admitted|commented|remarked|suggest(?:ed|s)|concluded|exclaimed|quipped|responded|tweeted|agreed|counter(?:ed|s)|joked|conceded|acknowledged|stressed|cautioned)$/.test(
    key,
  );
}

/** Forms of "be" that make a verb behind them a passive. */
export const passive = /^(?:was|were|is|are|be|been|being)$/;

/** True where a word of a sentence is a verb that gives something as somebody's: no noun, no passive. */
export function isCue(at: number, words: Word[], masked: string): boolean {
  const word = words[at];
  if (!word) return false;
  const isNext = /^\s*$/u.test(masked.slice(words[at - 1]?.end ?? 0, word.start));
  const previous = (isNext && words[at - 1]?.key) || '';
  if (word.key === 'according') return words[at + 1]?.key === 'to';
  const isSign = /^reads?$/.test(word.key) && /^[\s:,]*["“«]?\uFFFC/u.test(masked.slice(word.end));
  if (!(isSign || isReportingVerb(word.key)) || isCapitalised(word.text)) return false;
  if (/^['’]\s/u.test(masked.slice(word.end))) return false; // "the states' oil"
  if (isImpersonal(at, words) || isNounBefore(word, words[at + 1])) return false;
  // "accused of saying", "short of saying" are no nouns as "of the saying" is.
  const isGerund =
    /^(?:say|tell|claim|argu|suggest|believ|think|insist|alleg|imply|stat|assert)ing$/.test(word.key) &&
    /^(?:of|for)$/.test(previous);
  if ((nounMaker.test(previous) && !isGerund) || /['’]s$/.test(words[at - 1]?.text ?? '')) return false;
  if (isDescribedNoun(word.key, previous, words[at - 2]?.key)) return false;
  // "was reported", "are separately known": nobody speaks; "was saying" somebody does.
  const before = words.slice(Math.max(0, at - 4), at).findLast(({ key }) => !/ly$|^not$/.test(key))?.key ?? '';
  return !(passive.test(before) && !word.key.endsWith('ing'));
}

// "the main point", "a new report": with an adjective that no one is called by, a base form is a noun.
function isDescribedNoun(key: string, adjective: string, article: string | undefined): boolean {
  return (
    /^(?:the|an?|this|that|its|his|her|their|our|my|one|another|no)$/.test(article ?? '') &&
    /^(?:main|key|central|whole|only|first|second|third|last|final|next|new|latest|recent|earlier|initial|basic|same|real|great|big|major|crucial|important|good|bad|clear|similar|different|strong|joint|written|formal|brief|short|long|detailed|leaked|early)$/.test(
      adjective,
    ) &&
    !/(?:ed|s|ing)$/.test(key)
  );
}

// "It is hard to know", "too early to say": nobody says it.
function isImpersonal(at: number, words: Word[]): boolean {
  return (
    words[at - 1]?.key === 'to' &&
    /^(?:hard|harder|difficult|easy|easier|impossible|early|soon|premature|tempting|safe|fair|useful|interesting|reasonable)$/.test(
      words[at - 2]?.key ?? '',
    )
  );
}

// "The obvious question is", "such claims were made": what is or was is no verb.
function isNounBefore({ key }: Word, next: Word | undefined): boolean {
  return (
    /^(?:question|claim|report|answer|request|promise|estimate|comment|complaint|demand|doubt|fear|hope|guess|remark|reply|protest|point|worr(?:y|ie)|charge|dispute|decline|praise|blame|notice|test|joke|hint|boast|suggestion)s?$/.test(
      key,
    ) && /^(?:is|was|are|were|remains?|remained|has|have|had)$/.test(next?.key ?? '')
  );
}
