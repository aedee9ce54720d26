import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/core/reports.ts';
import { limits } from '../../src/slack/limits.ts';
import { renderReports } from '../../src/slack/render-reports.ts';

function report(claim: number | null, user: string, comment: string | null = null): Report {
  return { claim, user, comment, outcome: 'holds', says: 'The bridge will close.' };
}

describe('what people reported as wrong', () => {
  it('has a line for each claim, with everybody who reported it and what they wrote', () => {
    const reports = [report(2, 'U1', 'ten weeks'), report(1, 'U2'), report(2, 'U3'), report(2, 'U4', 'no')];
    expect(renderReports(reports).mrkdwn.split('\n')).toEqual([
      '*Reported as wrong*',
      '• Claim 1 was reported as wrong by <@U2>. Checked again, this is what the article says: “The bridge will close.”',
      '• Claim 2 was reported as wrong by <@U1> (“ten weeks”), <@U3> and <@U4> (“no”). Checked again, this is what the article says: “The bridge will close.”',
    ]);
  });

  it('says a person’s comment once, however many claims it is about, and every person’s', () => {
    const reports = [1, 2, 3].map((claim) => report(claim, 'U1', 'ten weeks'));
    const text = renderReports([...reports, report(1, 'U2', 'ten weeks')]).mrkdwn;
    expect(text.match(/“ten weeks”/g)).toHaveLength(2);
  });

  it('names twenty people who each wrote a page, and counts whom it does not name', () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => report(1, `U${n}`, `<${n}> `.repeat(400)));
    const text = renderReports(many(20)).mrkdwn;
    for (let n = 0; n < 20; n += 1) expect(text).toContain(`<@U${n}>`);
    expect(text).not.toContain('other');
    expect(renderReports(many(26)).mrkdwn).toContain(' and 1 other.');
    expect(renderReports(many(60)).mrkdwn).toContain(' and 35 others.');
  });

  it('stays inside a paragraph of Slack’s and counts the claims that do not fit', () => {
    const everything = Array.from({ length: 40 }, (_, n) => report(n + 1, 'U1', `no ${n} `.repeat(100)));
    const text = renderReports(everything).mrkdwn;
    expect(text.length).toBeLessThanOrEqual(limits.section);
    expect(text).toMatch(/\nand \d+ further claims$/);
  });
});
