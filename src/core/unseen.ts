const unseen =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Takes out of a text what no reader sees: control characters, soft hyphens, characters without width, what turns the reading
 * direction, and Unicode's invisible tag letters. With any of them a text can show other words than it holds.
 */
export function dropUnseen(text: string): string {
  return text.replace(unseen, '');
}
