import { describe, expect, it } from 'vitest';
import type { Actor, Claim } from '../../src/core/brief.ts';
import { chooseActors } from '../../src/core/whos-who.ts';

const actor = (name: string, parts: Partial<Actor> = {}): Actor => ({
  name,
  kind: 'person',
  role: null,
  stance: null,
  sentences: [1],
  ...parts,
});

function claim(text: string, name: string | null = null, quote: string | null = null): Claim {
  const source = { name, kind: name === null ? 'article' : 'named-person', title: null, via: null } as const;
  const span = { start: 0, end: text.length, text };
  return {
    text,
    source,
    sentences: [1],
    passage: { ...span, link: null },
    quote: quote === null ? null : { ...span, text: quote },
  };
}

const namesOf = (actors: Actor[], claims: Claim[] = []) => chooseActors({ actors }, claims).map(({ name }) => name);
const stanceOf = (stance: string, claims: Claim[] = []) =>
  chooseActors({ actors: [actor('Ada Quill', { role: 'harbour master', stance })] }, claims)[0]?.stance;

describe('Who’s who', () => {
  it('leaves out places and bodies of which it has neither role nor words', () => {
    const actors = [
      actor('Norway', { kind: 'place' }),
      actor('Ada Quill', { role: 'harbour master' }),
      actor('the port board', { kind: 'organisation' }),
      actor('the ferry union', { kind: 'organisation', stance: 'The strike goes on.' }),
    ];
    expect(namesOf(actors)).toEqual(['Ada Quill', 'the ferry union']);
  });

  it('has a person alone only where a shown claim is theirs, behind the others', () => {
    const actors = [actor('Ben Orr'), actor('Cy Dahl'), actor('Ada Quill', { role: 'harbour master' })];
    expect(namesOf(actors, [claim('Coal will go.', 'Cy Dahl')])).toEqual(['Ada Quill', 'Cy Dahl']);
    const union = actor('the ferry union', { kind: 'organisation' });
    expect(namesOf([union], [claim('The strike goes on.', 'the ferry union')])).toEqual([]);
  });

  it('does not say again what a shown claim says, whole or in its quote', () => {
    const stance = '“The coal terminal will close in March.”';
    expect(stanceOf(stance)).toBe(stance);
    expect(stanceOf(stance, [claim('Quill said the coal terminal will close in March, or soon after.')])).toBeNull();
    expect(
      stanceOf(stance, [claim('An end to coal.', 'Ada Quill', 'the coal terminal will close in March')]),
    ).toBeNull();
    expect(
      stanceOf('The coal terminal will close, and the cranes go.', [claim('The coal terminal will close.')]),
    ).toBeNull();
    expect(stanceOf(stance, [claim('The terminal will close in May.')])).toBe(stance);
  });

  it('does not begin what somebody says with their name a second time', () => {
    expect(stanceOf('Ada Quill, for the harbour board, says the cranes stay.')).toBe(
      'for the harbour board, says the cranes stay.',
    );
    expect(stanceOf('Ada Quill’s deputy wants the cranes to stay.')).toBeNull();
    expect(stanceOf('The cranes that Ada Quill bought stay.')).toBe('The cranes that Ada Quill bought stay.');
  });
});
