import { toBaseForm } from '../grammar/verb-forms.ts';

/** A word cut to what its forms share: "bombing", "bombed" and "bombs" become one. Rough on purpose; for comparing only. */
export function stem(word: string): string {
  let cut = word.toLowerCase().replace(/['’]s?$/, '');
  if (cut.length <= 3) return cut;
  cut = spellOneWay(cut)
    .replace(/(?:sses)$/, 'ss')
    .replace(/ies$/, 'y')
    .replace(/(?<=.{4}it)ions?$/, '')
    .replace(/(?<=.{3}(?:at|ct|st))ors?$/, '')
    .replace(/(?<![su])s$/, '');
  // Who does a thing, by the thing: "organisers", "protester".
  if (cut.length > 8) cut = cut.replace(/[eo]r$/, '');
  if (cut.length > 5)
    cut = cut.replace(/(?:ational|ation|ations)$/, 'ate').replace(/(?:ingly|edly|ing|ed|ly|ment)$/, '');
  cut = cut
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/e$/, '')
    .replace(/y$/, 'i');
  return cut;
}

/** British and American spelling as one: "centre" and "center", "labour" and "labor", "organise" and "organize". */
function spellOneWay(word: string): string {
  return word
    .replace(/(?<=\p{L}{2}[bt])re(?=s?$)/u, 'er')
    .replace(/(?<=\p{L}{3})our(?=(?:s|ed|ing|ers?|hood)?$)/u, 'or')
    .replace(/(?<=\p{L}{2})is(?=(?:e|es|ed|ing|er|ers|ations?)$)/u, 'iz')
    .replace(/(?<=\p{L}{2})ence(?=s?$)/u, 'ense')
    .replace(/programme(?=s?$)/u, 'program');
}

// Words that a question and an article commonly use for one thing. A line is a class; all forms are given.
const classes = `
  die dies died dying death deaths dead deadly kill kills killed killing killings fatality fatalities perish perished
  begin begins began begun beginning start starts started starting launch launches launched
  injure injures injured injury injuries wound wounds wounded wounding injuring hurt
  buy buys bought buying purchase purchases purchased acquire acquires acquired acquisition buyer buyers
  cost costs price prices priced worth value values valued
  rise rises rose risen rising increase increases increased increasing grow grows grew grown growth
  fall falls fell fallen falling drop drops dropped decline declines declined declining decrease decreased collapse collapsed
  arrest arrests arrested detain detained detention
  win wins won winning victory winner winners
  child children kid kids
  doctor doctors physician physicians
  car cars vehicle vehicles
  firm firms company companies
  resign resigns resigned resigning resignation quit quits
  fire fires fired firing sack sacked dismiss dismissed dismissal
  hire hires hired hiring recruit recruited recruits
  sue sues sued suing lawsuit lawsuits
  jail jailed prison imprison imprisoned imprisonment
  bomb bombs bombed bombing bombings hit hits strike strikes struck striking attack attacks attacked attacking raid raids raided
  operate operates operated operating operational run runs running
  advice advise advises advised suggest suggests suggested suggestion suggestions recommend recommends recommended recommendation recommendations
  cause causes caused causing reason reasons driven blame blamed
  accident accidents crash crashes crashed collision incident incidents
  build builds built building construct constructed construction
  close closes closed closing closure shut shuts shutdown
  support supports supported supporting back backs backed backing endorse endorsed endorses
  oppose opposes opposed opposing opposition against
  police cop cops
  earn earns earned salary salaries wage wages
  job jobs employ employs employed employment
  marry marries married marriage wed wedding
  flee flees fled escape escapes escaped
  donate donates donated donation donations contribute contributes contributed contribution contributions
  leave leaves left leaving depart departs departed exit
  choose chooses chose chosen select selects selected pick picks picked
  end ends ended ending finish finishes finished conclude
  help helps helped aid assist assistance
  brochure brochures pamphlet pamphlets booklet leaflet leaflets
  film films movie movies
  teenager teenagers teen teens
  expensive costly
  big large huge
  born birth births
  own owns owned owning owner owners
  lead leads led leading leader leaders head heads headed chief boss`;
const classOf = new Map(
  classes
    .trim()
    .split('\n')
    .flatMap((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((word, _, [first]) => [word, first ?? word] as const),
    ),
);

const maxKnown = 50_000; // words, about 5 MB
const known = new Map<string, string>();

/** What a word of a question and one of the article are compared by: its stem, or that of the first word of its class. */
export function toTerm(word: string): string {
  const lower = word.toLowerCase();
  const before = known.get(lower);
  if (before !== undefined) return before;
  const base = toBaseForm(lower);
  const term = stem(classOf.get(lower) ?? classOf.get(base) ?? base);
  // A long article has every word some thirty times, and is read for every question.
  if (known.size >= maxKnown) known.clear();
  known.set(lower, term);
  return term;
}
