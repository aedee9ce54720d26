import { createChooser, type Reference, showShare } from './articles.ts';
import { facts } from './facts.ts';
import { type Family, families, held } from './families.ts';
import { createFiller, dropsOf, namesOf } from './filled.ts';

const rounds = 4; // of other names for every fact

/** How often a fact said again is dropped, and how often its reverse is shown. */
export function scoreReversals(references: Reference[], shows: boolean): string[] {
  const people = namesOf(references);
  return [
    ...scoreSet('facts', facts, people, shows),
    ...scoreSet('families', families, people, shows),
    ...scoreSet('families held out', held, people, false),
  ];
}

type Count = { right: number; dropped: number; wrong: number; shown: number };

function scoreSet(
  title: string,
  set: (Omit<Family, 'family'> & { family?: string })[],
  people: string[],
  shows: boolean,
): string[] {
  const chooser = createChooser(17);
  const all: Count = { right: 0, dropped: 0, wrong: 0, shown: 0 };
  const counts = new Map<string, Count>();
  const missed: string[] = [];
  for (const { family = '', text, right, wrong } of set) {
    const count = counts.get(family) ?? { right: 0, dropped: 0, wrong: 0, shown: 0 };
    counts.set(family, count);
    for (let round = 0; round < rounds; round += 1) {
      const fill = createFiller(people, chooser);
      for (const line of right) {
        const { summary: why } = dropsOf(fill(line), fill(text));
        for (const one of [count, all]) {
          one.right += 1;
          one.dropped += Number(why !== undefined);
        }
        if (round === 0 && why !== undefined) missed.push(`  dropped (${why}): ${fill(line)}\n      < ${fill(text)}`);
      }
      for (const line of wrong) {
        const { summary, claim } = dropsOf(fill(line), fill(text));
        const isShown = summary === undefined || claim === undefined;
        for (const one of [count, all]) {
          one.wrong += 1;
          one.shown += Number(isShown);
        }
        if (round === 0 && isShown) missed.push(`  shown: ${fill(line)}\n      < ${fill(text)}`);
      }
    }
  }
  const rows = [...counts].map(
    ([family, { right, dropped, wrong, shown }]) =>
      `  ${family.padEnd(24)} dropped ${showShare(dropped, right)}, shown ${showShare(shown, wrong)}`,
  );
  return [
    `${title} said again in other words, dropped: ${all.dropped} = ${showShare(all.dropped, all.right)}`,
    `${title} reversed, shown: ${all.shown} = ${showShare(all.shown, all.wrong)}`,
    ...(counts.size > 1 ? rows : []),
    ...(shows ? missed : []),
  ];
}
