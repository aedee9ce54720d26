import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import type { Brief, Claim } from '../../src/core/brief.ts';
import type { Reply } from '../../src/ports.ts';
import { textLength } from '../../src/slack/blocks.ts';
import { listAllClaims, listReadText, toMessage, toModal } from '../../src/slack/modals.ts';
import { renderReply } from '../../src/slack/render.ts';
import { findMessageProblems, findModalProblems, textsOf } from './support/block-kit.ts';
import { expectNoForgery } from './support/forgery.ts';
import { answer, article, brief, hostileAnswer, hostileBrief, hostileText, passageOf } from './support/samples.ts';

const now = Date.UTC(2026, 10, 22);
const id = 'brief-1';

function render(reply: Reply, given?: { inThread: boolean; isShared?: boolean }) {
  const message = renderReply(reply, now, given);
  expect(findMessageProblems(message)).toEqual([]);
  for (const { mrkdwn, verbatim } of textsOf(message.blocks)) expect(verbatim).toBe(mrkdwn);
  return message;
}

function renderedText(reply: Reply): string {
  return textsOf(render(reply).blocks)
    .map(({ text }) => text)
    .join('\n');
}

function briefWith(change: Partial<Brief>, about: Partial<Article> = {}): Reply {
  return { kind: 'brief', id, brief: { ...brief, ...change, article: { ...article, ...about } } };
}

describe('a brief', () => {
  it('shows title, facts, summary, actors and claims with their sources', () => {
    expect(renderedText({ kind: 'brief', id, brief })).toMatchSnapshot();
  });

  it('says the same in its text, which starts with the title', () => {
    const { text } = render({ kind: 'brief', id, brief });
    expect(text).toMatch(
      /^Lindholm to close coal terminal early\. Lindholm Courier, 17 Nov 2026, 1,240 words, by Ida Sund\.\n/,
    );
    expect(text).toContain('Who’s who: Mara Ekdahl (chair of the harbour board).');
    expect(text).toContain(
      'Claim 3: Workers have not been told where the jobs go. Source: A dock worker (asked not to be named)',
    );
  });

  it('never shows what was dropped, and counts it', () => {
    const message = render({ kind: 'brief', id, brief });
    expect(JSON.stringify(message)).not.toContain('DROPPED WORDS');
    expect(renderedText({ kind: 'brief', id, brief })).toContain(
      '2 statements left out that the article does not bear out',
    );
  });

  it('puts the words of a quote alone behind a quote bar, and introduces a passage as the publisher’s', () => {
    const text = renderedText({ kind: 'brief', id, brief });
    expect(text).toContain('>“We would rather close early than run half empty,”');
    expect(text).toContain('_Lindholm Courier writes:_ “nobody had been told where the 140 jobs would go”');
    expect(renderedText(briefWith({}, { publisher: null }))).toContain('_The article:_ “nobody had been told');
  });

  it('links no passage where there is no link to it', () => {
    const claims = brief.claims.map((claim) => ({ ...claim, passage: { ...claim.passage, link: null } }));
    expect(renderedText(briefWith({ claims }))).not.toContain('passage>');
  });

  it('shows five claims first, and the count of the rest on a button', () => {
    const claims = Array.from(
      { length: 12 },
      (_, at): Claim => ({ ...brief.claims[0], ...claimOf(`Claim number ${at}`) }),
    );
    const message = render(briefWith({ claims }));
    const text = renderedText(briefWith({ claims }));
    expect(text).toContain('*Claims and who made them* (5 of 12)');
    expect(text).toContain('Claim number 4');
    expect(text).not.toContain('Claim number 5');
    expect(message.blocks.find(({ type }) => type === 'actions')).toMatchObject({
      elements: [
        { action_id: 'all_claims', value: id, text: { text: 'All 12 claims' } },
        { action_id: 'what_i_read', value: id, text: { text: 'What I read' } },
        { action_id: 'brief_good', value: id, accessibility_label: 'This brief is helpful' },
        { action_id: 'brief_bad', value: id, accessibility_label: 'Something is wrong with this brief' },
      ],
    });
  });

  it('shows fewer claims first where their words and links are long', () => {
    const long = `https://courier.example/${'a'.repeat(1400)}`;
    const claims = Array.from({ length: 8 }, (_, at): Claim => {
      const claim = claimOf(`Claim number ${at} ${'word '.repeat(200)}`);
      return { ...claim, passage: { ...claim.passage, text: 'word '.repeat(100), link: long } };
    });
    const reply = briefWith({ claims });
    expect(textLength(render(reply).blocks)).toBeLessThanOrEqual(11_500);
    expect(renderedText(reply)).toContain('*Claims and who made them* (4 of 8)');
    expect(renderedText(reply)).toContain('All 8 claims');
  });

  it('says below a claim who contests it, in the article’s words', () => {
    const passage = {
      start: 0,
      end: 23,
      text: 'denies <!channel> & all',
      link: 'https://lindholm.example/#:~:text=denies',
    };
    const contested = { ...claimOf('The terminal leaks.'), contestedBy: [{ source: 'Washington', passage, claim: 4 }] };
    expect(renderedText(briefWith({ claims: [contested] }))).toContain(
      'Contested in 4 by Washington: “denies &lt;!channel&gt; &amp; all”  <https://lindholm.example/#:~:text=denies|passage>',
    );
  });

  it('shows three claims and no list of people where it is to be short, and all claims where it is to be full', () => {
    const claims = Array.from({ length: 12 }, (_, at) => claimOf(`Claim number ${at + 1}.`));
    const lengthOf = (length: 'short' | 'standard' | 'full') =>
      renderedText({ kind: 'brief', id, brief: { ...brief, claims }, length });
    expect(lengthOf('short')).toContain('(3 of 12)');
    expect(lengthOf('short')).not.toContain('Who’s who');
    expect(lengthOf('short')).toContain('Lindholm closes its coal terminal in March');
    expect(lengthOf('standard')).toContain('(5 of 12)');
    expect(lengthOf('full')).toContain('*12.* Claim number 12.');
    const many = Array.from({ length: 130 }, (_, at) => claimOf(`Claim number ${at + 1}.`));
    expect(renderedText({ kind: 'brief', id, brief: { ...brief, claims: many }, length: 'full' })).toContain('of 130)');
  });

  it('can be shared by the one person who sees it, who is offered no questions below it', () => {
    const buttonsOf = (options: Parameters<typeof render>[1]) =>
      JSON.stringify(render({ kind: 'brief', id, brief }, options)).match(/(?<="action_id":")\w+/g);
    expect(buttonsOf({ inThread: false })).toEqual([
      'all_claims',
      'what_i_read',
      'brief_good',
      'brief_bad',
      'share_brief',
    ]);
    expect(buttonsOf({ inThread: false, isShared: true })).toEqual([
      'all_claims',
      'what_i_read',
      'brief_good',
      'brief_bad',
    ]);
    expect(JSON.stringify(render({ kind: 'brief', id, brief }, { inThread: false }))).not.toContain('ask me anything');
  });

  it('says when an article is old, dated ahead, or only partly read', () => {
    expect(renderedText(briefWith({}, { publishedAt: '2015-10-13' }))).toContain('13 Oct 2015 (11 years ago)');
    expect(renderedText(briefWith({}, { publishedAt: '2026-03-01' }))).toContain('1 Mar 2026 (8 months ago)');
    expect(renderedText(briefWith({}, { publishedAt: '2026-08-01' }))).toContain('· 1 Aug 2026 ·');
    expect(renderedText(briefWith({}, { publishedAt: '2027-08-01' }))).toContain('1 Aug 2027 (a date in the future)');
    const marked = renderedText(briefWith({}, { marks: ['opinion', 'partial'] }));
    expect(marked).toContain('opinion piece · only the free part of a paid article');
  });

  it('names sources as a reader would', () => {
    const sources: [Claim['source'], string][] = [
      [
        { name: 'An Iraqi official', kind: 'unnamed-person', title: null, via: 'Reuters' },
        'An Iraqi official (unnamed), to Reuters',
      ],
      [
        { name: 'Jo Ek', kind: 'named-person', title: 'mayor', via: 'a news conference' },
        'Jo Ek, mayor, at a news conference',
      ],
      [
        { name: 'Mayor Jo Ek', kind: 'named-person', title: 'Mayor', via: 'a statement' },
        'Mayor Jo Ek, in a statement',
      ],
      [{ name: null, kind: 'article', title: null, via: null }, 'Lindholm Courier, in its own words'],
    ];
    for (const [source, words] of sources)
      expect(renderedText(briefWith({ claims: [{ ...claimOf('x'), source }] }))).toContain(`Source: ${words}\n`);
  });

  it('says who drafted and why not a model', () => {
    const offline = { kind: 'offline', model: null, promptVersion: null } as const;
    expect(renderedText(briefWith({ drafter: { ...offline, fellBack: null } }))).toContain(
      'read offline, without a model',
    );
    expect(renderedText(briefWith({ drafter: { ...offline, fellBack: 'model-slow' } }))).toContain('took too long');
  });

  it('is inside Slack’s limits and forges nothing, whatever its strings hold', () => {
    fc.assert(
      fc.property(hostileBrief, (hostile) => {
        const length = (['short', 'standard', 'full'] as const)[hostile.claims.length % 3] ?? 'standard';
        const message = render({ kind: 'brief', id, brief: hostile, length });
        for (const { text } of textsOf(message.blocks)) expectNoForgery(text);
        expectNoForgery(message.text);
      }),
      { numRuns: 30 },
    );
  });
});

describe('more of a brief', () => {
  it('holds every claim, or counts those that do not fit', () => {
    const claims = Array.from({ length: 130 }, (_, at) => claimOf(`Claim number ${at + 1}.`));
    const all = listAllClaims({ ...brief, claims });
    const modal = toModal(all);
    expect(findModalProblems(modal)).toEqual([]);
    expect(JSON.stringify(modal)).toContain('Claim number 98.');
    expect(textsOf(modal.blocks).at(-1)?.text).toBe('32 more claims not shown here.');
    expect(findMessageProblems(toMessage(all))).toEqual([]);
  });

  it('shows the whole text that was read, in order and as it is', () => {
    const paragraphs = Array.from(
      { length: 40 },
      (_, at) => `*Paragraph ${at}* & <words>. ${'word '.repeat(200).trim()}`,
    );
    const read = listReadText({ ...article, text: paragraphs.join('\n\n') }, now);
    const modal = toModal(read);
    expect(findModalProblems(modal)).toEqual([]);
    const shown = textsOf(modal.blocks).filter(({ mrkdwn }) => !mrkdwn);
    expect(shown.map(({ text }) => text).join('\n\n')).toBe(paragraphs.join('\n\n'));
  });

  it('is inside Slack’s limits and forges nothing, whatever it holds', () => {
    fc.assert(
      fc.property(hostileBrief, fc.array(hostileText, { maxLength: 8 }), (hostile, paragraphs) => {
        const text = paragraphs.join('\n\n');
        for (const more of [listAllClaims(hostile), listReadText({ ...hostile.article, text }, now)]) {
          expect(findModalProblems(toModal(more))).toEqual([]);
          expect(findMessageProblems(toMessage(more))).toEqual([]);
          for (const { mrkdwn, text: shown } of textsOf(toModal(more).blocks)) if (mrkdwn) expectNoForgery(shown);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('an answer', () => {
  it('shows each statement with the passage it rests on', () => {
    expect(renderedText({ kind: 'answer', answer, article })).toBe(
      'In March.\n_Lindholm Courier writes:_ “will close its coal terminal in March”  <https://courier.example/coal?a=1&amp;b=2#:~:text=will%20close%20its%20coal%20terminal%20i|passage>\nto “When does it close?” · drafted by test-model',
    );
  });

  it('says so where the article does not say, with the closest passage', () => {
    const none = { ...answer, statements: [], closest: passageOf('nobody had been told') };
    expect(renderedText({ kind: 'answer', answer: none, article })).toMatch(
      /^The article does not say\. Closest:\n_Lindholm Courier writes:_ “nobody had been told” {2}<https:/,
    );
    const nothing = { ...none, closest: null };
    expect(render({ kind: 'answer', answer: nothing, article }).text).toBe('The article does not say.');
  });

  it('a fact of the page names where it is from, and nobody who drafted it', () => {
    const fact = {
      fact: 'author' as const,
      isStated: true,
      text: 'From the page’s own data: written by <!here> & Co.',
    };
    const asked = { ...answer, question: 'who wrote this?', statements: [], closest: null, fact };
    const message = render({ kind: 'answer', answer: asked, article });
    expect(message.text).toBe('From the page’s own data: written by &lt;!here&gt; &amp; Co.');
    const shown = JSON.stringify(message.blocks);
    expect(shown).toContain('to “who wrote this?”');
    expect(shown).not.toMatch(/does not say|drafted|offline|<!here>/);
  });

  it('in a thread with several articles each answer says which one it is from', () => {
    const other = { answer, article: { ...article, title: 'Another story', publisher: 'Reuters' } };
    const text = renderedText({ kind: 'answer', answer, article, isOneOfSeveral: true, also: [other] });
    expect(text.match(/In \*“/g)).toHaveLength(2);
    expect(text).toContain('In *“Another story”, Reuters*:');
  });

  it('in a thread with several articles the longest answer still fits, and says which one it is from', () => {
    const long = { text: 'word '.repeat(118).trim(), quote: null, passage: passageOf('nobody had been told') };
    const statements = Array.from({ length: 60 }, () => ({ ...long, sentences: [0] }));
    const title = '&'.repeat(400);
    const full = { ...answer, statements };
    const message = render({ kind: 'answer', answer: full, article: { ...article, title }, isOneOfSeveral: true });
    expect(message.text).toMatch(/^In \*“&amp;/);
  });

  it('is inside Slack’s limits and forges nothing, whatever its strings hold', () => {
    fc.assert(
      fc.property(hostileAnswer, (hostile) => {
        render({
          kind: 'answer',
          answer: hostile,
          article: { ...article, title: hostile.question },
          isOneOfSeveral: true,
          also: [{ answer: hostile, article }],
        });
        const message = render({ kind: 'answer', answer: hostile, article });
        for (const { text } of textsOf(message.blocks)) expectNoForgery(text);
        expectNoForgery(message.text);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the links that were not read', () => {
  it('each have a button that comes back with the link', () => {
    const links = ['https://www.courier.example/coal/?utm_source=x', 'https://b.example/'];
    const { text, blocks } = render({ kind: 'more-links', links });
    expect(text).toBe('2 more links in this message were not read; press a button for a brief.');
    expect(blocks.slice(1)).toMatchObject([
      { elements: [{ action_id: 'brief_link', value: links[0], text: { text: 'courier.example/coal' } }] },
      { elements: [{ action_id: 'brief_link', value: links[1], text: { text: 'b.example' } }] },
    ]);
  });

  it('are ten at most, and inside Slack’s limits whatever they are', () => {
    const links = Array.from({ length: 40 }, (_, at) => `https://a.example/${at}`);
    expect(render({ kind: 'more-links', links }).text).toContain('one of these 10');
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.webUrl(), hostileText), { minLength: 1, maxLength: 12 }), (hostile) => {
        const message = render({ kind: 'more-links', links: hostile });
        for (const { text } of textsOf(message.blocks)) expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a refusal and a notice', () => {
  it('is one sentence, with the site where that is not said', () => {
    const refusal = {
      kind: 'refusal',
      why: 'paywall',
      detail: 'The page shows only a paywall; paste the text.',
    } as const;
    expect(render({ kind: 'refusal', refusal, about: 'a.example' }).text).toBe(`a.example: ${refusal.detail}`);
    expect(render({ kind: 'refusal', refusal, about: null }).text).toBe(refusal.detail);
    expect(render({ kind: 'refusal', refusal, about: null }).blocks).toHaveLength(1);
  });

  it('has a button to try again where that may help, and only for a link', () => {
    const refusal = { kind: 'refusal', why: 'timed-out', detail: 'The site took too long.' } as const;
    const retry = 'https://a.example/news?id=7';
    expect(render({ kind: 'refusal', refusal, about: null, retry }).blocks[1]).toMatchObject({
      elements: [{ action_id: 'brief_link', value: retry, text: { text: 'Try again' } }],
    });
    for (const useless of ['javascript:alert(1)', `https://a.example/${'a'.repeat(2100)}`, null])
      expect(render({ kind: 'refusal', refusal, about: null, retry: useless }).blocks).toHaveLength(1);
  });

  it('is there for every kind', () => {
    for (const notice of ['nothing-to-read', 'brief-failed', 'answer-failed'] as const)
      expect(render({ kind: 'notice', notice }).text).toMatch(/^[A-Z].*\.$/);
  });

  it('the help is a list with every way to ask', () => {
    const { text } = render({ kind: 'notice', notice: 'how-to-use' });
    const ways = [
      'link',
      'paste',
      'file',
      ':newspaper:',
      'Summarize this message',
      'mention',
      '`last`',
      '`private`',
      'thread',
    ];
    for (const way of ways) expect(text).toContain(way);
    expect(text.split('\n• ').length).toBeGreaterThan(4);
  });
});

function claimOf(text: string): Claim {
  return {
    text,
    source: { name: 'Jo Ek', kind: 'named-person', title: null, via: null },
    sentences: [1],
    passage: passageOf('will close its coal terminal in March'),
    quote: null,
  };
}
