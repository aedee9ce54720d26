/**
 * `locked`: another Byline has it. `busy`: another program writes to it at this moment. `newer-schema`, `older-schema`: a later or an earlier version of Byline made it. `unreadable`: no permission, or no file. `unwritable`: no room, no permission, or no
 * such place. `exists`: a copy would overwrite it. `held`: another program reads it, so that what was deleted could not be overwritten yet.
 * `moved`: the file, or one that belongs to it, is no longer where it was opened. `unreachable`: the server does not answer. `refused`: it does, and does not let us in. `unsupported`: not on this database.
 */
export type StoreFailure =
  | 'locked'
  | 'busy'
  | 'corrupt'
  | 'newer-schema'
  | 'older-schema'
  | 'unreadable'
  | 'unwritable'
  | 'exists'
  | 'moved'
  | 'held'
  | 'unreachable'
  | 'refused'
  | 'unsupported';

/** Why the store cannot be used. The message is one sentence for the operator that says what to do; nothing was overwritten. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreFailure;

  constructor(code: StoreFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type FileFailure = Exclude<StoreFailure, 'unreachable' | 'refused' | 'unsupported'>;

/** The sentence for each way a database file can fail, with its path. */
export function storeError(code: FileFailure, path: string, cause?: unknown): StoreError {
  return new StoreError(code, sentences[code](path), { cause });
}

const sentences: Record<FileFailure, (path: string) => string> = {
  locked: (path) => `${path} is in use by another Byline; stop that one or choose another file.`,
  busy: (path) => `${path} is being written by another program; wait for that one or end it, then try again.`,
  corrupt: (path) =>
    `${path} is damaged or not a Byline database; restore a backup or move the file away. It was left as it is.`,
  'newer-schema': (path) => `${path} was made by a newer version of Byline; run that version. It was left as it is.`,
  'older-schema': (path) =>
    `${path} was made by an older version of Byline; start Byline first, which brings it up to date, or use that version. It was left as it is.`,
  unreadable: (path) => `${path} cannot be read; check that it is a file and that Byline may read it.`,
  held: (path) =>
    `Deleted, but ${path}-wal still holds the text, since another program reads ${path}; end that one, then delete again.`,
  exists: (path) => `${path} exists already; choose another name or move it away.`,
  moved: (path) =>
    `${path} was moved, removed or replaced while Byline had it open; put it back, or start Byline again.`,
  unwritable: (path) =>
    `${path} cannot be written; check that it and its folder exist and belong to the user that Byline runs as, and that the disk has room.`,
};
