import { expect } from 'vitest';

// Byline's own words have these.
const ownEmoji = /:(?:newspaper|warning):/g;

/**
 * Checks that a text of ours, as Slack will read it, has no markup in it but our own links to pages, names of people and channels (by
 * whose ids is for the caller to look at), quote bars and formatting around whole parts.
 */
export function expectNoForgery(text: string): void {
  const rest = text
    .replace(/<https?:\/\/[^<>|\s]+\|[^<>|\n]+>/g, '')
    .replace(/<(?:@[UW]|#[CG])[A-Z0-9]+>/g, '')
    .replace(/^>(?=“)/gm, '')
    .replace(ownEmoji, '')
    .replace(/&(?:amp|lt|gt);/g, '¤');
  expect(rest).not.toMatch(/[<>&]/);
  expect(rest).not.toMatch(/(?<![\p{L}\p{N}]):[a-z][a-z0-9_+'-]*:/u);
  expect(rest).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
  expect(rest.isWellFormed()).toBe(true);
}
