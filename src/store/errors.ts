/** `newer-schema`: a later version of Byline made the file. `unwritable`: no room, no permission, or no such place. */
export type StoreFailure = 'locked' | 'corrupt' | 'newer-schema' | 'unwritable';

/** Why the store cannot be used. The message is one sentence for the operator that says what to do; nothing was overwritten. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreFailure;

  constructor(code: StoreFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The sentence for each way a database file can fail, with its path. */
export function storeError(code: StoreFailure, path: string, cause?: unknown): StoreError {
  return new StoreError(code, sentences[code](path), { cause });
}

const sentences: Record<StoreFailure, (path: string) => string> = {
  locked: (path) => `${path} is in use by another Byline; stop that one or choose another file.`,
  corrupt: (path) =>
    `${path} is damaged or not a Byline database; restore a backup or move the file away. It was left as it is.`,
  'newer-schema': (path) => `${path} was made by a newer version of Byline; run that version. It was left as it is.`,
  unwritable: (path) =>
    `${path} cannot be written; check that the folder exists, may be written to and has room left on its disk.`,
};
