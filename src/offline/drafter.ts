import type { Drafter } from '../core/draft.ts';

/** How the offline reader signs its drafts and answers. */
export const offlineDrafter: Drafter = { kind: 'offline', model: null, promptVersion: null, fellBack: null };
