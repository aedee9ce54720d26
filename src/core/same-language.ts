/** True where two BCP 47 tags name one language, whatever the region: `pt` and `pt-BR`. Unknown ones are not the same. */
export function isSameLanguage(one: string | null | undefined, other: string | null | undefined): boolean {
  const [first, second] = [languageOf(one), languageOf(other)];
  return first !== undefined && first === second;
}

function languageOf(tag: string | null | undefined): string | undefined {
  try {
    return tag ? new Intl.Locale(tag).language : undefined;
  } catch {
    return undefined;
  }
}
