import { z } from 'zod';
import type { BudgetName } from './budgets.ts';

/** Who a claim comes from. `anonymous`: the text says that the source asked not to be named. `article`: the article's own voice. */
export const sourceKinds = [
  'named-person',
  'named-organisation',
  'document',
  'unnamed-person',
  'unnamed-group',
  'anonymous',
  'article',
] as const;

export const actorKinds = ['person', 'organisation', 'government', 'group', 'place'] as const;

// The subset of JSON Schema that every OpenAI-compatible server takes: all fields required, null instead of optional,
// no minimum, maximum or pattern. What the checker needs beyond that, it checks itself.

const draftSource = z.object({
  name: z
    .string()
    .nullable()
    .describe(
      'The name as the article gives it, or the words that stand for it ("an Iraqi official"); null only for kind article',
    ),
  kind: z.enum(sourceKinds),
  title: z.string().nullable().describe("The source's role in the article's words"),
  via: z.string().nullable().describe('Who or what it was said to: "Reuters", "a news conference"'),
});

const sentenceIds = z.array(z.number()).describe('Numbers of the sentences this rests on');

/** What a drafter, model or offline reader, proposes for an article. Nothing of it is shown before `checkDraft`. */
export const draftSchema = z.object({
  summary: z.array(z.object({ text: z.string(), sentences: sentenceIds })),
  actors: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(actorKinds),
      role: z.string().nullable(),
      stance: z.string().nullable(),
      sentences: sentenceIds,
    }),
  ),
  claims: z.array(
    z.object({
      text: z.string().describe('One checkable statement that can be read on its own'),
      source: draftSource,
      sentences: sentenceIds,
      quote: z.string().nullable().describe('Words copied exactly from those sentences'),
    }),
  ),
});

/** What a drafter proposes as the answer to a question. `statements` is empty where the article does not say. */
export const answerDraftSchema = z.object({
  notInArticle: z.boolean(),
  statements: z.array(z.object({ text: z.string(), sentences: sentenceIds, quote: z.string().nullable() })),
  closest: z.array(z.number()).describe('Where the article does not say: the sentences nearest to the question'),
});

export type SourceKind = (typeof sourceKinds)[number];
export type ActorKind = (typeof actorKinds)[number];

/** Sentence ids in drafts and briefs count from 1, as a reader counts and as the prompt numbers them. */
export type Draft = Omit<z.infer<typeof draftSchema>, 'claims'> & { claims: DraftClaim[]; drafter: Drafter };
export type DraftClaim = z.infer<typeof draftSchema>['claims'][number] & Translated;
export type DraftSource = DraftClaim['source'];
export type AnswerDraft = Omit<z.infer<typeof answerDraftSchema>, 'statements'> & {
  statements: (z.infer<typeof answerDraftSchema>['statements'][number] & Translated)[];
  drafter: Drafter;
};

/** The check quote in the reply's language, where that is not the article's: the drafter's words, never shown as a quote. */
type Translated = { translation?: string | null };

/** Why a draft was made without the model that was asked for. */
export type FallbackReason =
  | 'model-down'
  | 'model-slow'
  | 'rate-limited'
  | 'model-refused'
  | 'bad-answer'
  | 'nothing-held'
  | 'bad-key'
  | 'no-credit'
  | 'not-served'
  | 'unknown-model'
  | 'request-refused'
  | 'over-context'
  | 'over-cap'
  | 'budget';

/** Tokens as the model's server counted them, or as they were reckoned where it did not, the calls that they came from, and what they cost where prices are set. */
export type Usage = {
  inputTokens: number;
  outputTokens: number;
  calls: number;
  /** Millionths of a dollar. */
  costMicros?: number;
};

/** Who drafted. `fellBack` is set where the offline reader stood in for a model. */
export type Drafter = {
  kind: 'model' | 'offline';
  model: string | null;
  promptVersion: string | null;
  fellBack: FallbackReason | null;
  /** The budget that is spent, where `fellBack` says so; otherwise one of which this left less than a fifth, or with `isSpent` nothing. */
  budget?: BudgetName & { isSpent?: boolean };
  /** BCP 47: what the texts were asked to be written in, where that is not the article's language. */
  language?: string;
  /** Set by the check where some or most of what is shown is written in another language than `language`. */
  otherLanguage?: 'some' | 'most';
  /** Set where another language was asked for and the drafter cannot translate. */
  isUntranslated?: boolean;
  /** Set by the offline reader where it knows too little of the article's language to tell all of who said what. */
  speechRead?: 'plain' | 'quotations' | 'none';
  /** Claims of the offline reader that were added to a model's, before the check. */
  hints?: number;
  /** What the model used; absent or null for the offline reader. */
  usage?: Usage | null;
  /** Set where it was drafted for another post of the same article: nothing was paid for this one. */
  isReused?: boolean;
  /**
   * Set where the article was longer than the drafter reads: how many of its sentences, from the first, were read. `why`: where more
   * of it would have cost more than one brief may.
   */
  read?: { sentences: number; of: number; why?: 'cap' };
};
