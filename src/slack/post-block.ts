/**
 * Names a row of buttons after the post that its message answers, so that a press is known to be about that post.
 *
 * @param n  tells the rows of one message apart
 */
export function toPostBlockId(postTs: string | null | undefined, n = 0): string | undefined {
  return postTs ? `post-${postTs}-${n}` : undefined;
}

/** The post that a row of buttons is named after; null where it is named after none. */
export function readPostBlockId(blockId: string | null | undefined): string | null {
  return /^post-(\d+\.\d+)-\d+$/.exec(blockId ?? '')?.[1] ?? null;
}
