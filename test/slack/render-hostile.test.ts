import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/core/reports.ts';
import {
  type ChannelSettings,
  readChannelSettings,
  readWorkspaceSettings,
  type WorkspaceSettings,
} from '../../src/core/settings.ts';
import type { Reply } from '../../src/ports.ts';
import { renderHome } from '../../src/slack/home/render-home.ts';
import { renderReply } from '../../src/slack/render.ts';
import { renderReportForm } from '../../src/slack/report-form.ts';
import { renderChannelForm, renderChannelView } from '../../src/slack/settings/channel-modal.ts';
import { renderWorkspaceForm } from '../../src/slack/settings/workspace-modal.ts';
import { findHomeProblems, findMessageProblems, findModalProblems, textsOf } from './support/block-kit.ts';
import { expectNoForgery } from './support/forgery.ts';
import { brief, hostileBrief, hostileText } from './support/samples.ts';

const now = Date.UTC(2026, 10, 22);
const nullable = fc.option(hostileText, { nil: null });
// An id comes from Slack, signed; all the same nothing but an id becomes a mention.
const user = fc.oneof(fc.constantFrom('U1', 'W2ABC'), hostileText);

const reports: fc.Arbitrary<Report[]> = fc.array(
  fc.record({
    claim: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
    user,
    comment: nullable,
    outcome: fc.constantFrom('holds', 'other-words', 'fails'),
    says: nullable,
  }),
  { maxLength: 60 },
);

const host = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,60}$/), { minLength: 2, maxLength: 4 })
  .map((labels) => `${labels.join('.')}.example`);
const sites = fc.array(host, { maxLength: 200 });
const settings: fc.Arbitrary<ChannelSettings> = fc
  .record({ allowedSites: sites, blockedSites: sites, language: nullable })
  .map((own) => readChannelSettings(own, readWorkspaceSettings({})));
const workspace: fc.Arbitrary<WorkspaceSettings> = settings.map((defaults) => readWorkspaceSettings({ defaults }));
const record = user.map((by) => ({ own: {}, user: by, changedAt: now }));

function expectHarmless(blocks: unknown): void {
  for (const { mrkdwn, verbatim, text } of textsOf(blocks)) {
    expect(verbatim).toBe(mrkdwn);
    if (mrkdwn) expectNoForgery(text);
    else expect(text.isWellFormed()).toBe(true);
  }
}

describe('whatever their strings hold, inside Slack’s limits and with nothing forged, are', () => {
  it('a brief with what sixty people reported, and who asked', () => {
    fc.assert(
      fc.property(hostileBrief, reports, user, (hostile, given, askedBy) => {
        const message = renderReply({ kind: 'brief', id: 'b', brief: hostile, reports: given, askedBy }, now);
        expect(findMessageProblems(message)).toEqual([]);
        expectHarmless(message.blocks);
        expectNoForgery(message.text);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['ampersands', '&'],
    ['names of people', '<@U2>'],
    ['overrides and nothing to see', '\u202e\u200b'],
    ['emoji', '👩‍👩‍👧‍👦:skull:'],
    ['halves of characters', '\ud800'],
    ['one word under accents', 'a\u0301\u0301\u0301'],
  ])('a brief, a refusal and a report of 100,000 characters of %s', (_, unit) => {
    const long = unit.repeat(Math.ceil(100_000 / unit.length));
    const [claim] = brief.claims;
    if (!claim) throw new Error('the sample has a claim');
    const claims = [{ ...claim, text: long, source: { ...claim.source, name: long, title: long, via: long } }];
    const of = { ...brief, article: { ...brief.article, title: long, publisher: long, url: long }, claims };
    const reports: Report[] = [{ claim: 1, user: long, comment: long, outcome: 'fails', says: long }];
    const refusal = { kind: 'refusal', why: 'unreachable', detail: `No: ${long}` } as const;
    const replies: Reply[] = [
      { kind: 'brief', id: 'b', brief: of, reports, askedBy: long },
      { kind: 'refusal', refusal, about: long, retry: long },
    ];
    for (const reply of replies) {
      const message = renderReply(reply, now);
      expect(findMessageProblems(message)).toEqual([]);
      expectHarmless(message.blocks);
      expectNoForgery(message.text);
    }
  });

  it('a refusal', () => {
    fc.assert(
      fc.property(hostileText, nullable, nullable, (detail, about, retry) => {
        const refusal = { kind: 'refusal', why: 'unreachable', detail: `No: ${detail}` } as const;
        const message = renderReply({ kind: 'refusal', refusal, about, retry }, now);
        expect(findMessageProblems(message)).toEqual([]);
        expectHarmless(message.blocks);
        expectNoForgery(message.text);
      }),
    );
  });

  it('Home', () => {
    const head = fc.record({
      ...{ id: fc.constant('b'), threadTs: hostileText, replyTs: nullable, user: nullable, channel: user },
      ...{ createdAt: fc.nat(now), title: nullable, publisher: nullable },
    });
    fc.assert(
      fc.property(fc.array(head, { maxLength: 10 }), workspace, nullable, nullable, (recent, given, dm, slackUrl) => {
        const home = renderHome({
          ...{
            recent,
            workspace: given,
            slackUrl,
            now,
            missing: 'groups:read',
            strained: [],
            pricedModels: 'some',
            dm: dm?.slice(0, 20) ?? null,
          },
          figures: {
            briefs: { briefs: 1, claimsOffered: 2, claimsShown: 1, quotesOffered: 1, quotesFound: 1 },
            feedback: { good: 1, bad: 1, wrong: 1 },
            usage: { calls: 1, inputTokens: 1, outputTokens: 1, costMicros: 1 },
          },
        });
        expect(findHomeProblems(home)).toEqual([]);
        expectHarmless(home.blocks);
      }),
      { numRuns: 60 },
    );
  });

  it('the forms for settings, with as many sites as a list may hold', () => {
    fc.assert(
      fc.property(settings, workspace, record, (given, around, changed) => {
        const form = { settings: given, defaults: around.defaults, record: changed, metadata: '{}' };
        for (const modal of [
          renderChannelForm(form),
          renderChannelView(form),
          renderWorkspaceForm({ settings: around, record: changed, metadata: '{}' }),
        ]) {
          expect(findModalProblems(modal)).toEqual([]);
          expectHarmless(modal.blocks);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the form for what is wrong', () => {
    fc.assert(
      fc.property(hostileBrief, (hostile) => {
        const modal = renderReportForm(hostile, '{}');
        expect(findModalProblems(modal)).toEqual([]);
        expectHarmless(modal.blocks);
      }),
      { numRuns: 25 },
    );
  });
});
