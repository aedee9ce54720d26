import { toBase } from '../../grammar/verb-forms.ts';
import { isFunctionWord, listWords, toStem } from '../../grammar/word-list.ts';

const order = /\b(after|before|following|prior\sto|ahead\sof)\b/giu;
// Words by which a text says that one thing comes of another; the second list has those that may.
const causes =
  /\b(?:because|due\sto|owing\sto|caused?|causes|causing|as\sa\sresult|result(?:s|ed|ing)?\s(?:in|from)|led\sto|leads\sto|leading\sto|triggered|prompted|thanks\sto)\b/iu;
const mayCause =
  /\b(?:because|since|due|owing|caus\p{L}*|result\p{L}*|led|leads?|leading|trigger\p{L}*|prompt\p{L}*|thanks|blam\p{L}*|why|reasons?|so|therefore|thus|hence|forc(?:e[ds]?|ing)|ma[dk](?:e|es|ing)|consequen\p{L}*|attribut\p{L}*|responsib\p{L}*|stem(?:s|med|ming)|response|driv(?:e|en|es|ing)|drove|spark\p{L}*|fuell?\p{L}*|contribut\p{L}*|as|over|for|from|with|amid|given|mean(?:s|t)|helped|allow\p{L}*|bring|brought|creat\p{L}*|generat\p{L}*|produc\p{L}*|explain\p{L}*|links?|linked|factors?)\b/iu;
const sentenceEnd = /(?<=[.!?]["”’»]*)\s+|\n+/u;
const maxSentences = 30;

type Pair = { earlier: Set<string>; later: Set<string> };

/** True where a statement has for later what its passage has for earlier: "the law passed after sales fell" of "sales fell after the law passed". */
export function turnsSequence(statement: string, passage: string): boolean {
  const said = listPairs(statement);
  if (said.length === 0) return false;
  const given = listPairs(passage);
  return said.some((own) => {
    const fits = given.map((other) => ({
      kept: share(own.earlier, other.earlier) + share(own.later, other.later),
      turned: Math.min(share(own.earlier, other.later), share(own.later, other.earlier)),
      crossed: share(own.earlier, other.later) + share(own.later, other.earlier),
    }));
    return (
      fits.some(({ turned, crossed, kept }) => turned > 0 && crossed > kept) &&
      !fits.some(({ kept, crossed }) => kept > crossed)
    );
  });
}

/** True where a statement says that one thing came of another and its passage only that it came after it. */
export function addsCause(statement: string, passage: string): boolean {
  return causes.test(statement) && !mayCause.test(passage);
}

function listPairs(text: string): Pair[] {
  return text
    .split(sentenceEnd)
    .slice(0, maxSentences)
    .flatMap((sentence) => {
      const marks = [...sentence.matchAll(order)];
      const [mark] = marks;
      if (!mark || marks.length > 1) return [];
      const lead = sentence.slice(0, mark.index);
      const tail = sentence.slice(mark.index + mark[0].length);
      const comma = tail.search(/,\s/u);
      // "After the law passed, sales fell"; "two days before the audit began, Moss resigned"
      const isFronted = comma > 0 && listWords(lead).length <= 3 && !/,\s*$/u.test(lead);
      const main = stemsOf(isFronted ? lead + tail.slice(comma) : (lead.split(/[;:]/u).at(-1) ?? ''));
      const other = stemsOf(isFronted ? tail.slice(0, comma) : (tail.split(/[,;:]/u)[0] ?? ''));
      return /^(?:after|following)$/iu.test(mark[1] ?? '')
        ? [{ earlier: other, later: main }]
        : [{ earlier: main, later: other }];
    });
}

function stemsOf(text: string): Set<string> {
  const content = listWords(text).filter(({ key }) => !isFunctionWord(key));
  return new Set(content.map(({ key }) => toStem(toBase(key))));
}

function share(one: Set<string>, other: Set<string>): number {
  return one.size === 0 ? 0 : [...one].filter((stem) => other.has(stem)).length / one.size;
}
