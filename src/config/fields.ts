import { z } from 'zod';

// What a variable may hold; each message says what it should be, never what it is.

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** True for a BCP 47 tag of a language that has a name. */
export function isLanguageTag(tag: string): boolean {
  try {
    return languageNames.of(new Intl.Locale(tag).language) !== undefined;
  } catch {
    return false;
  }
}

/** A variable that may be left out; an empty one, as .env.example leaves it, is one that is not set. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional());

/** A secret that begins as its kind does. */
export const secret = (prefix: string) => optional(z.string().trim().startsWith(prefix, `must start with ${prefix}`));

/** A web address. */
export const httpUrl = optional(z.url({ protocol: /^https?$/, message: 'must be an http or https URL' }));

/** Where an API begins: its paths are put behind it. */
export const apiRoot = httpUrl.refine(
  (url) => !/\/(?:chat\/completions|completions|responses)\/?$/.test(url ?? ''),
  'must end before /chat/completions, which is put behind it',
);

/** A port number. */
export const port = (fallback: number) =>
  optional(
    z
      .string()
      .regex(/^\s*\d{1,5}\s*$/, 'must be a port number')
      .transform(Number),
  )
    .refine((value) => value === undefined || value <= 65_535, 'must be a port number')
    .transform((value) => value ?? fallback);

/** A whole number from `min` to `max`. */
export const wholeNumber = (fallback: number, { min, max }: { min: number; max: number }) =>
  optional(
    z
      .string()
      .regex(/^\s*\d{1,9}\s*$/, `must be a whole number from ${min} to ${max}`)
      .transform(Number),
  )
    .refine(
      (value) => value === undefined || (value >= min && value <= max),
      `must be a whole number from ${min} to ${max}`,
    )
    .transform((value) => value ?? fallback);

/** Dollars per million tokens. */
export const price = optional(
  z
    .string()
    .regex(/^\s*\d{1,5}(?:\.\d{1,6})?\s*$/, 'must be dollars per million tokens, like 2.5')
    .transform(Number),
);

/** A switch. */
export const flag = (fallback: boolean) =>
  optional(
    z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.enum(['true', 'false'], 'must be true or false')),
  ).transform((value) => (value === undefined ? fallback : value === 'true'));

/** A file's path. One letter in front of a colon is a drive; `:memory:` has none in front. */
export const filePath = z
  .string()
  .trim()
  .refine(
    (path) => !/^[a-z][a-z\d+.-]+:/i.test(path),
    'must be a path like /data/byline.sqlite, not a URL (one of PostgreSQL belongs in DATABASE_URL)',
  )
  .refine((path) => !/^~/.test(path), 'must be a whole path: only a shell knows what ~ stands for');

/** An amount of money, in dollars. */
export const dollars = optional(
  z
    .string()
    .regex(/^\s*\$?\d{1,7}(?:\.\d{1,2})?\s*$/, 'must be dollars, like 20 or 12.50')
    .transform((text) => Number(text.replace('$', ''))),
);

/** A number of tokens. */
export const tokens = optional(
  z
    .string()
    .regex(/^\s*\d{1,12}\s*$/, 'must be a whole number of tokens')
    .transform(Number),
);

/** A name or an address, an IPv6 address in brackets, and maybe a port. */
export const hostForm = /^(?:[\p{L}\p{N}._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/iu;
