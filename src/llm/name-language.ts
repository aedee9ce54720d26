const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/**
 * A language's English name for the prompt ("Brazilian Portuguese"). The tag comes from the page: what Intl does not know,
 * and parts that could spell words of the page's own in our instructions, give a general phrase.
 */
export function nameLanguage(tag: string | null): string {
  const unknown = "the article's own language";
  if (tag === null) return unknown;
  try {
    const { language, script, region } = new Intl.Locale(tag);
    return names.of([language, script, region].filter(Boolean).join('-')) ?? unknown;
  } catch {
    return unknown;
  }
}
