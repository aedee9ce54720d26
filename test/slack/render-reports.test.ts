import { expect, it } from 'vitest';
import type { Report } from '../../src/core/reports.ts';
import { renderReports } from '../../src/slack/render-reports.ts';

it('says a person’s comment once, however many claims it is about, and every person’s', () => {
  const report = (claim: number, user: string, comment: string): Report => ({
    claim,
    user,
    comment,
    outcome: 'fails',
    says: null,
  });
  const reports = [
    report(1, 'U1', 'ten weeks'),
    report(2, 'U1', 'ten weeks'),
    report(3, 'U1', 'ten weeks'),
    report(1, 'U2', 'ten weeks'),
  ];
  expect(renderReports(reports).mrkdwn.match(/“ten weeks”/g)).toHaveLength(2);
});
