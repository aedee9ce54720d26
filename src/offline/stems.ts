/** A word cut to what its forms share: "bombing", "bombed" and "bombs" become one. Rough on purpose; for comparing only. */
export function stem(word: string): string {
  let cut = word.toLowerCase().replace(/['’]s?$/, '');
  if (cut.length <= 3) return cut;
  cut = cut
    .replace(/(?:sses)$/, 'ss')
    .replace(/ies$/, 'y')
    .replace(/(?<![su])s$/, '');
  if (cut.length > 5)
    cut = cut.replace(/(?:ational|ation|ations)$/, 'ate').replace(/(?:ingly|edly|ing|ed|ly|ment)$/, '');
  cut = cut
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/e$/, '')
    .replace(/y$/, 'i');
  return cut;
}
