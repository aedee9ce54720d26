import type { AskedQuestion } from './read-question.ts';
import { toTerm } from './stems.ts';
import { contentWords, type Term } from './terms.ts';

/** What of a question must be found in a passage besides its words and the kind of thing asked for. */
export type Demands = {
  /** The thing that is counted: a number must stand beside it. */
  counted: string | undefined;
  /** "How many died?": the number must stand beside what was done. */
  countedDeed: string | undefined;
  /** "Who is the director of the bank?": a name must stand beside the role, and the bank in the same passage. */
  role: string | undefined;
  names: Term[];
  /** "Who is Ann Ray?": the passage must say what she is. */
  described: string | undefined;
  /** "How many adults did DataCo survey?", "When did Ray win?": the passage must name that one, or point to it. */
  doer: string | undefined;
  /** Whom the question has as doing something, or as the one to whom it was done: "Who sued Ann Ray?" */
  part: { verb: string; name: string; does: boolean } | undefined;
  /** "Who leaked the letter?": the deed must have a doer in the passage. */
  deed: string | undefined;
  /** "When will …?": not when it was. */
  isToCome: boolean;
};

const named = "(\\p{Lu}[\\p{L}\\p{N}’'-]*(?: \\p{Lu}[\\p{L}\\p{N}’'-]*)*)";
const small = '\\p{Ll}[\\p{Ll}-]+';
const doerAsked = new RegExp(
  `\\b(?:[Hh]ow (?:many|much) .{0,80}?|[Hh]ow (?:many|much)|[Ww]hen|[Ww]here|[Ww]hy)\\s(?:did|does|do|has|have|had) (?:the )?${named} \\p{Ll}`,
  'u',
);
const forms: { asks: RegExp; verb: number; name: number; does: boolean }[] = [
  // "Who was sued by Ray?", "Was Gale sued by Ray?"
  {
    asks: new RegExp(`\\b(?:was|were|is|are|been) (?:${named} )?(${small}) by (?:the )?${named}`, 'iu'),
    verb: 2,
    name: 3,
    does: true,
  },
  // "Who did Ray sue?", "Did Ray sue Gale?", "Why has Ray sued?"
  {
    asks: new RegExp(`\\b(?:[Dd]id|[Dd]oes|[Dd]o|[Hh]as|[Hh]ave|[Hh]ad) (?:the )?${named} (${small})`, 'u'),
    verb: 2,
    name: 1,
    does: true,
  },
  // "When was Ray sued?"
  {
    asks: new RegExp(`\\b(?:[Ww]as|[Ww]ere|[Ii]s|[Aa]re) (?:the )?${named} (\\p{Ll}+(?:ed|en|wn|ght|t|d))\\b`, 'u'),
    verb: 2,
    name: 1,
    does: false,
  },
  // "Who sued Ann Ray?"
  { asks: new RegExp(`^\\W*(?:And |and )?[Ww]ho (\\p{Ll}+) (?:the )?${named}`, 'u'), verb: 1, name: 2, does: false },
];

/** Reads what a question demands of a passage, by its grammar. English alone. */
export function readDemands({ text, wants, terms }: AskedQuestion): Demands {
  const many =
    wants === 'number'
      ? /\bhow many ((?:[\p{L}-]+ ){0,2}?[\p{L}-]+?(?:s|people|men|women|children|police))\b/iu.exec(text)?.[1]
      : undefined;
  const deed =
    wants === 'number'
      ? /\bhow many (?:(?:people|persons|were|was|have|has|are|been) )*(\p{Ll}+(?:ed|t|d|n)?)[?\s]*$/iu.exec(text)?.[1]
      : undefined;
  const role =
    wants === 'who'
      ? /^\W*(?:and )?who (?:is|was|are|were) (?:the|a|an|its|their|his|her) ([\p{Ll} -]+?)(?: (?:of|for|at|in|from|to|that|who|which|behind|with)\b|[?\s]*$)/iu.exec(
          text,
        )?.[1]
      : undefined;
  const described = new RegExp(`^\\W*(?:And |and )?[Ww]ho (?:is|was|are|were) ${named}[?\\s]*$`, 'u').exec(text)?.[1];
  return {
    counted: lastWord(many),
    countedDeed: deed === undefined || (many !== undefined && lastWord(many) !== undefined) ? undefined : toTerm(deed),
    role: lastWord(role),
    names: role === undefined ? [] : terms.filter(({ isName }) => isName),
    described: lastWord(described),
    doer: lastWord(doerAsked.exec(text)?.[1]),
    part: readPart(text),
    deed: wants === 'who' ? deedOf(text) : undefined,
    isToCome: /^\W*(?:and )?when (?:will|is|are|does|do)\b/iu.test(text),
  };
}

function readPart(text: string): Demands['part'] {
  for (const { asks, verb, name, does } of forms) {
    const found = asks.exec(text);
    const who = lastWord(found?.[name]);
    const deed = found?.[verb];
    if (who !== undefined && deed !== undefined && contentWords(deed).length > 0)
      return { verb: toTerm(deed), name: who, does };
  }
  return undefined;
}

function deedOf(text: string): string | undefined {
  const [, verb = ''] = /^\W*(?:and |but |so )?who (\p{Ll}+(?:ed|t|d|k|w|n|e))\b(?! by)/iu.exec(text) ?? [];
  return /^(?:is|was|are|were|did|does|do|had|has|have|would|could|should|said|told)$/i.test(verb) ||
    contentWords(verb).length === 0
    ? undefined
    : toTerm(verb);
}

function lastWord(words: string | undefined): string | undefined {
  return words === undefined ? undefined : contentWords(words).at(-1);
}
