/**
 * What a verb of speech lets us conclude.
 * `say`: reports what follows or what stands before it. `tell`: the same, with the person spoken to after the verb.
 * `think`: a thought or a stance the article reports; only with a clause, never after one.
 * `judge`: speech about something that a noun names ("denied the charges", "welcomed the ruling"); object, no clause.
 * `voice`: how something is said aloud ("thundered"); only beside a quotation.
 * `call`: a name given to something in the speaker's own words: called it “a disgrace”.
 */
export type CueKind = 'say' | 'tell' | 'think' | 'judge' | 'voice' | 'call';

const verbs: Record<CueKind, string> = {
  say: `say add write note argue explain announce claim state insist reply respond declare acknowledge admit predict
    suggest report conclude reveal testify tweet assert contend complain concede joke quip observe remark recall confirm
    estimate pledge vow promise threaten continue stress emphasize emphasise affirm allege caution clarify comment confess counter
    disclose exclaim forecast hint maintain mention muse opine proclaim reaffirm reckon recommend recount reiterate repeat
    retort swear underline warn indicate show find post read lament boast demand urge ask guess propose answer shout whisper
    agree charge protest signal speculate attest stipulate advise point spell reason contest lament`,
  tell: 'tell inform remind assure notify convince persuade',
  think: 'think believe fear hope expect suspect doubt worry feel know consider want understand realise realize',
  judge: `deny reject welcome accuse condemn criticise criticize praise defend dismiss denounce oppose support deplore
    blame commend applaud credit`,
  voice: `thunder fume rage roar bellow cry scream yell mutter murmur sigh snap scoff sneer chuckle laugh deadpan interject venture
    enthuse grumble groan gasp wonder remember vent rant plead bark growl volunteer`,
  call: `call describe label brand term dub characterise characterize decry hail slam blast deride tout ridicule`,
};

const irregular: Record<string, string> = {
  said: 'say',
  says: 'say',
  told: 'tell',
  wrote: 'write',
  written: 'write',
  thought: 'think',
  found: 'find',
  shown: 'show',
  denied: 'deny',
  denies: 'deny',
  replied: 'reply',
  replies: 'reply',
  swore: 'swear',
  sworn: 'swear',
  knew: 'know',
  known: 'know',
  felt: 'feel',
  understood: 'understand',
  testified: 'testify',
  testifies: 'testify',
  clarified: 'clarify',
  clarifies: 'clarify',
  worried: 'worry',
  worries: 'worry',
  notified: 'notify',
  notifies: 'notify',
  admitted: 'admit',
  admitting: 'admit',
  quipped: 'quip',
  quipping: 'quip',
  cried: 'cry',
};

const kinds = new Map<string, CueKind>();
for (const kind of ['call', 'voice', 'say', 'tell', 'think', 'judge'] as const) {
  for (const verb of verbs[kind].split(/\s+/)) kinds.set(verb, kind);
}

/** Verbs that stand beside speech in plain reporting; the others need a clause or a quotation to be believed. */
const plain = new Set([
  'say',
  'tell',
  'add',
  'write',
  'explain',
  'state',
  'reply',
  'note',
  'continue',
  'warn',
  'announce',
  'report',
  'argue',
  'claim',
]);

/** What must follow some verbs to make them speech: "pointed out". */
const particles: Record<string, string> = { point: 'out', spell: 'out' };

export function particleOf({ lemma }: Cue): string | undefined {
  return particles[lemma];
}

export type Cue = { lemma: string; kind: CueKind; plain: boolean };

/** The verb of speech, thought or judgement that a word is a form of; undefined for any other word. */
export function readCue(word: string): Cue | undefined {
  for (const lemma of lemmasOf(word)) {
    const kind = kinds.get(lemma);
    if (kind) return { lemma, kind, plain: plain.has(lemma) };
  }
  return undefined;
}

function lemmasOf(word: string): string[] {
  const known = irregular[word];
  if (known) return [known];
  const lemmas = [word];
  for (const ending of ['ing', 'ed', 'es', 's']) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    lemmas.push(stem, `${stem}e`);
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) lemmas.push(stem.slice(0, -1));
  }
  return lemmas;
}

/** Verbs that tell of something promised or foreseen with an infinitive: "vowed to strike". */
const promises = new Set(['vow', 'promise', 'pledge', 'threaten', 'swear']);

export function isPromise({ lemma }: Cue): boolean {
  return promises.has(lemma);
}

const feelings =
  /^(?:concerned|worried|confident|convinced|afraid|hopeful|optimistic|pessimistic|certain|sure|adamant|disappointed)$/;

/** True for what somebody is whose thought the article reports: "is confident that". */
export function isFeeling(word: string): boolean {
  return feelings.test(word);
}
