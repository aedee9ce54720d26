import type { Drafter } from '../draft.ts';
import { isOtherLanguage } from '../language.ts';

/** The drafter, marked where what it wrote is not in the language that was asked for, as far as a text tells. */
export function markLanguage(drafter: Drafter, lines: string[]): Drafter {
  const { language } = drafter;
  if (language === undefined || lines.length === 0) return drafter;
  const others = lines.filter((line) => isOtherLanguage(line, language)).length;
  // Lines too short to tell, together do.
  const isMost = others * 2 >= lines.length || isOtherLanguage(lines.join(' '), language);
  if (!isMost && others === 0) return drafter;
  return { ...drafter, otherLanguage: isMost ? 'most' : 'some' };
}
