/** A job that was started more often than this without an end may be what takes the process down. */
export const unsuspectedAttempts = 4;
