import { expect, test } from 'vitest';
import { readText } from '../../src/offline/attributions.ts';
import { findRoles } from '../../src/offline/roles.ts';

function rolesOf(text: string, name: string): string[] {
  const { tagged, things } = readText(text);
  const thing = things.find((one) => one.name.includes(name));
  if (!thing) throw new Error(`no ${name} among ${things.map((one) => one.name).join(', ')}`);
  return findRoles(tagged, thing).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['The report also accused Council leader Ruth Cole and the port.', 'Ruth Cole', ['Council leader']],
  ['The party blamed former minister Ruth Cole for the loss of the port.', 'Ruth Cole', ['former minister']],
  ['Both will spend 40 million this year, according to Ruth Cole, a figure that beats all others.', 'Ruth Cole', []],
  ['In the eyes of Ruth Cole, the young lawyer shows what is possible in the port.', 'Ruth Cole', []],
  [
    'Ruth Cole, the young lawyer accused of theft, left the port on Monday.',
    'Ruth Cole',
    ['the young lawyer accused of theft'],
  ],
  ['Nobody liked then-director Paul Marsh in the port.', 'Paul Marsh', ['then-director']],
  ['The prize went to 30-year-old pilot Paul Marsh on Monday.', 'Paul Marsh', ['30-year-old pilot']],
  ['Indeed Velden’s senior economist Paul Marsh said the port was open.', 'Paul Marsh', ['senior economist']],
  [
    'On Monday Velden’s senior economist Paul Marsh said the port was open.',
    'Paul Marsh',
    ['Velden’s senior economist'],
  ],
])('%s', (text, name, roles) => expect(rolesOf(text, name)).toEqual(roles));

test('half of "the trustees" is no role of a lord', () => {
  const text = 'Deputy chair of the trustees Lord Ames said that the port had been chosen.';
  expect(rolesOf(text, 'Ames').join()).not.toContain('trustees Lord');
});
