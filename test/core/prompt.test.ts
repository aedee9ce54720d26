import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPrompt, findPlaceholders } from '../../src/core/prompt.ts';

const prompt = { name: 'sample', text: 'Mark {{fence}}, write in {{language}}, again {{fence}}.', version: '00000000' };

describe('fillPrompt', () => {
  it('puts every value in its places', () => {
    expect(fillPrompt(prompt, { fence: 'F', language: 'German' })).toBe('Mark F, write in German, again F.');
  });

  it('never expands a filled value again', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('{{fence}}', '{{language}}', '{{other}}', '$&', '$1'), (text, trap) => {
        const value = `${trap}${text}`;
        expect(fillPrompt(prompt, { fence: value, language: value })).toBe(
          `Mark ${value}, write in ${value}, again ${value}.`,
        );
      }),
    );
  });

  it('throws on a placeholder without a value', () => {
    expect(() => fillPrompt(prompt, { fence: 'F' })).toThrow('no value for {{language}}');
  });

  it('throws on a value without a placeholder', () => {
    expect(() => fillPrompt(prompt, { fence: 'F', language: 'German', tone: 'kind' })).toThrow(
      'no placeholder {{tone}}',
    );
  });

  it('takes no value from the prototype of an object', () => {
    expect(() => fillPrompt({ ...prompt, text: '{{constructor}}' }, {})).toThrow('no value for {{constructor}}');
  });

  it('knows no spaces or expressions between the braces', () => {
    expect(findPlaceholders('{{ fence }} {{a.b}} { {x} } {"a":{"b":1}}')).toEqual([' fence ', 'a.b']);
    expect(() => fillPrompt({ ...prompt, text: '{{ fence }}' }, { fence: 'F' })).toThrow('no value for');
  });
});
