import type { Span } from '../article.ts';
import { listNames, type Name, withoutTitles } from '../grammar/names.ts';
import { listWords } from '../grammar/word-list.ts';
import type { TurnLabel } from './labels.ts';

/** Who speaks in a turn: the fullest name the article gives, a place where it stands, and where they are addressed by a title. */
export type NamedSpeaker = { name: string; place: Span; addressed?: Span[] };

type Labelled = { start: number; text: string; read: TurnLabel | undefined };

/** What the labels may stand for: `forms` are all the ways to call somebody whom the article names. */
export type LabelNames = { forms: Set<string>; nameOf: (label: TurnLabel, span: Span) => NamedSpeaker | null };

/** The names that the article has outside its labels, by what a label may call them: surname, whole name, initials, title. */
export function findLabelNames(paragraphs: Labelled[], text: string, title: string | null): LabelNames {
  const byForm = new Map<string, Map<string, { name: string; place: Span | null; keys: string[] }>>();
  const add = (form: string, name: string, place: Span | null, keys: string[]): void => {
    const people = byForm.get(form) ?? new Map();
    byForm.set(form, people);
    const id = withoutTitles(keys).join(' ');
    if (!people.has(id)) people.set(id, { name, place, keys: withoutTitles(keys) });
  };
  const addNames = (source: string, names: Name[], offset: number | null, isLabel = false): void => {
    for (const name of names) {
      const own = withoutTitles(name.keys);
      if (own.length < 2 || own.length > 5) continue;
      const words = listWords(source.slice(name.start, name.end));
      const first = words.at(-own.length)?.start ?? 0;
      const shown = source.slice(name.start + first, name.end);
      const place = offset === null ? null : { start: offset + name.start + first, end: offset + name.end };
      // A label does not show by itself that it is a name: "Best Picture:" comes back too.
      const whole = isLabel ? [] : [own.join(' '), own.map((key) => key.charAt(0)).join('')];
      const forms = [own.at(-1) ?? '', ...whole];
      for (const form of forms) add(form, shown, place, name.keys);
      // "Prime Minister Viktor Nagy" is who "PRIME MINISTER" stands for.
      const called = name.keys.slice(0, -own.length).join(' ');
      if (called) add(called, shown, place, name.keys);
    }
  };
  for (const { start, text: words, read: label } of paragraphs) {
    const from = label ? label.contentStart : 0;
    addNames(words.slice(from), listNames(words.slice(from)), start + from);
    // "ANNA KELLER, CHIEF ENGINEER:" names whom "KELLER:" stands for.
    const whole = label && words.slice(label.start, label.end);
    if (label && whole && label.kind === 'words') addNames(whole, listNames(whole), start + label.start, true);
  }
  if (title) addNames(title, listNames(title), null);
  const nameOf = (label: TurnLabel, span: Span): NamedSpeaker | null => {
    const people = [...(byForm.get(label.key)?.values() ?? [])];
    const [first] = people;
    const isOne = first && people.every(({ keys }) => keys.join(' ') === first.keys.join(' '));
    if (isOne) return { name: first.name, place: first.place ?? span };
    return label.kind === 'answerer' ? null : { name: text.slice(span.start, span.end), place: span };
  };
  return { forms: new Set(byForm.keys()), nameOf };
}
