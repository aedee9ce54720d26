// Verbs that give what follows or precedes as somebody's: speech, writing, belief, findings. One stem a word; the forms
// are made below.
const regular =
  'accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assume assure aver believe blame boast caution charge claim comment complain concede conclude confess confirm contend counter criticise criticize declare decline decry demand demonstrate denounce deny describe detail determine disclose discover dismiss dispute doubt elaborate emphasise emphasize estimate exclaim expect explain express fear guess hint hope imply indicate inform insist joke lament maintain mention muse note notice observe opine point praise predict proclaim promise pronounce propose protest question quip realise realize reason recall reckon recommend recount reiterate reject remark remember remind repeat reply report request respond retort reveal scoff speculate state stipulate stress suggest suspect testify theorise theorize threaten tweet urge vow warn wonder worry condemn';
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
