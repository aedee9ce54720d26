/** A word cut to what its forms share: "bombing", "bombed" and "bombs" become one. Rough on purpose; for comparing only. */
export function stem(word: string): string {
  let cut = word.toLowerCase().replace(/['’]s?$/, '');
  if (cut.length <= 3) return cut;
  cut = cut
    .replace(/(?:sses)$/, 'ss')
    .replace(/ies$/, 'y')
    .replace(/(?<=.{4}it)ions?$/, '')
    .replace(/(?<=.{3}(?:at|ct|st))ors?$/, '')
    .replace(/(?<![su])s$/, '');
  if (cut.length > 5)
    cut = cut.replace(/(?:ational|ation|ations)$/, 'ate').replace(/(?:ingly|edly|ing|ed|ly|ment)$/, '');
  cut = cut
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/e$/, '')
    .replace(/y$/, 'i');
  return cut;
}

// Words that a question and an article commonly use for one thing. A line is a class; all forms are given.
const classes = `
  die dies died dying death deaths dead deadly kill kills killed killing fatality fatalities
  begin begins began begun beginning start starts started starting
  injure injures injured injury injuries wound wounds wounded wounding injuring hurt
  buy buys bought buying purchase purchases purchased
  cost costs price prices priced
  rise rises rose risen rising increase increases increased increasing
  fall falls fell fallen falling drop drops dropped decline declines declined declining decrease decreased
  arrest arrests arrested detain detained detention
  win wins won winning victory
  child children kid kids
  doctor doctors physician physicians
  car cars vehicle vehicles
  firm firms company companies`;
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

/** What a word of a question and one of the article are compared by: its stem, or that of the first word of its class. */
export function toTerm(word: string): string {
  return stem(classOf.get(word.toLowerCase()) ?? word);
}
