import { listWords } from '../../grammar/word-list.ts';

// Steps of which a text may have come to the lower ones alone, each by the beginnings of its words; language data, not rules.
// `strong`: what a statement says; `backed`: what its passage has to say for it, the strong words among them. `weak`: without
// one of these in the passage, the strong word may stand for something else.
type Step = { strong: RegExp; backed: RegExp; weak: RegExp | undefined };

const steps: Step[] = [
  {
    strong: /^(?:convict(?:ed|s|ing|ion|ions)|guilty|guilt|sentenced|jailed|imprison(?:ed|ment|s)?)$/,
    backed:
      /^(?:convict(?:ed|s|ing|ion|ions)?|guilty|guilt|sentenc(?:ed?|es|ing)|jail(?:ed|s|ing)?|imprison(?:ed|ment|s)?|prisons?|behind|verdicts?|plead(?:ed|s)?|pled|confess(?:ed|es|ion)?|term|life|years?)$/,
    weak: undefined,
  },
  {
    strong: /^(?:die[sd]?|dying|dead|deaths?|kill(?:ed|s|ing)?|fatal(?:ly)?|perish(?:ed)?|murder(?:ed|s)?)$/,
    backed:
      /^(?:die[sd]?|dying|dead(?:ly)?|deaths?|kill\p{L}*|fatal\p{L}*|perish\p{L}*|murder\p{L}*|drown\p{L}*|execut\p{L}*|assassinat\p{L}*|massacr\p{L}*|slain|slay\p{L}*|slaughter\p{L}*|lethal|body|bodies|corpses?|funeral|toll|lives|life|victims?|mourn\p{L}*|graves?|late|shot|shoot\p{L}*|stabbed|suicide|homicide|manslaughter|buried|burial|obituary|widow\p{L}*|autopsy|passed|casualt\p{L}*|survived|bereaved|genocide|euthan\p{L}*|culled?|extinct\p{L}*|hanged|beheaded|posthumous\p{L}*|memorial|coffins?|martyr\p{L}*|collapsed|lost|mortality)$/u,
    weak: undefined,
  },
  {
    strong: /^(?:decid(?:es|ed|ing)|decision|agree[sd]?|resolved|opted)$/,
    backed:
      /^(?:deci\p{L}*|agree\p{L}*|resol\p{L}*|opt(?:ed|s|ing)?|determin\p{L}*|vot\p{L}*|rul(?:ed|es|ing|ings)|cho[os]\p{L}*|choice|approv\p{L}*|adopt\p{L}*|accept\p{L}*|consent\p{L}*|deal|sign\p{L}*|settl\p{L}*|order\p{L}*|verdict|judg\p{L}*|conced\p{L}*|acknowledg\p{L}*|concur\p{L}*|said|think|thinks|believes?)$/u,
    weak: /^(?:consider|discuss|weigh|mull|explor|stud[yi]|contemplat|debat|plan|propos|intend|hop|want|aim|seek|sought|prepar|talk)\p{L}*$/u,
  },
];

/** The first word of a statement that goes a step further than its passage: "convicted" of "arrested", "died" of "injured", "decided" of "considered". */
export function findFurtherStep(statement: string, passage: string): string | undefined {
  const given = listWords(passage).map(({ key }) => key);
  return listWords(statement).find(({ key }) =>
    steps.some(
      ({ strong, backed, weak }) =>
        strong.test(key) &&
        !given.some((other) => backed.test(other)) &&
        (weak === undefined || given.some((other) => weak.test(other))),
    ),
  )?.text;
}

const jobs = /\b(?:jobs?|posts|positions|roles|workers|employees|staff)\b/iu;
const gained =
  /\b(?:creat(?:e|es|ed|ing)|sav(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|add(?:s|ed|ing)?|hir(?:e|es|ed|ing)|safeguard(?:s|ed|ing)?|recruit(?:s|ed|ing)?|gain(?:s|ed)?|protect(?:s|ed|ing)?)\b/iu;
const lost =
  /\b(?:go|goes|going|went|gone|los[et]|loses|losing|cut|cuts|cutting|ax(?:e|es|ed|ing)|shed(?:s|ding)?|slash(?:es|ed|ing)?|scrap(?:s|ped|ping)?|eliminat(?:e|es|ed|ing)|disappear(?:s|ed)?|redundan\p{L}*|laid\soff|lay\soff|layoffs?|fired?|dismiss(?:es|ed|ing)?|threaten(?:s|ed)?|risk)\b/iu;

/** True where a statement has jobs won that its passage has lost, or the other way round. */
export function turnsJobs(statement: string, passage: string): boolean {
  if (!jobs.test(statement) || !jobs.test(passage)) return false;
  const isTurned = (own: RegExp, other: RegExp): boolean =>
    own.test(statement) && !other.test(statement) && other.test(passage) && !own.test(passage);
  return isTurned(gained, lost) || isTurned(lost, gained);
}
