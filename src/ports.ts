// What the flows need from outside, as types; no code.
export type * from './ports/drafting.ts';
export type * from './ports/jobs.ts';
export type * from './ports/records.ts';
export type * from './ports/replies.ts';
