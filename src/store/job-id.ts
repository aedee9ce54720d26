/** A job's row number from its id; -1, which no row has, for anything that is no row number. */
export function toRowId(jobId: string): number {
  const id = Number(jobId);
  return Number.isSafeInteger(id) ? id : -1;
}
