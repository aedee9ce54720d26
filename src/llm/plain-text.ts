import { flattenText } from './number-sentences.ts';

const maxMarkupChars = 4_000;

// What Slack, a browser or a Markdown reader would turn into something else than words. Links first: their text stays.
const rules: [RegExp, string][] = [
  // Written for a browser, which nobody asked for: one that reads it would have the sign itself.
  [/&amp;/gi, '&'],
  [/&(?:lt|#0*60|#x0*3c);/gi, '<'],
  [/&(?:gt|#0*62|#x0*3e);/gi, '>'],
  [/&(?:quot|#0*34|#x0*22);/gi, '"'],
  [/&(?:apos|#0*39|#x0*27);/gi, "'"],
  [/!?\[([^[\]]{1,500})\]\([^()\s]{1,2000}\)/g, '$1'],
  [/<(?:https?:|mailto:|[#@!])[^<>|]{0,2000}\|([^<>|]{0,500})>/gi, '$1'],
  [/<(?:https?:|mailto:|[#@!])[^<>]{0,2000}>/gi, ' '],
  [/<+(?=[#@!])/g, ''],
  // A tag, but not the words between "fewer than <" and ">".
  [/<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>=]{0,200}=[^<>]{0,2000}|\s*\/?)>/gi, ' '],
  [/(?:[a-z0-9+.-]{0,20}:\/\/|\bwww\.|\b(?:mailto|javascript):(?=\S)|\bdata:[a-z]+\/|\btel:\+?\d)\S{0,4000}/gi, ' '],
  [/(^|[^\p{L}\p{N}])@(channel|here|everyone|group)\b/giu, '$1$2'],
  [/`+/g, ''],
  [/(^|[\s("“‘])([*_~]{1,3})([^\s*_~](?:[^*_~]{0,500}[^\s*_~])?)\2(?=$|[\s.,;:!?)"”’])/g, '$1$3'],
  [/^(?:[#>]{1,6}|[-*•])\s+/g, ''],
  [/(^|[^\p{L}\p{N}:]):([a-z][a-z0-9_+-]{1,40}):(?!\p{L})/giu, '$1$2'],
];

/**
 * A model's text without what could become a link, a mention, a broadcast or markup; words, numbers and signs such as
 * `<` between numbers stay. Rendering escapes again: this is for every other place that the text may reach.
 */
export function toPlainText(text: string): string {
  let plain = flattenText(text.slice(0, maxMarkupChars));
  // Taking one mark out can put two halves of another together: again until nothing changes.
  for (let rounds = 0; rounds < 10; rounds += 1) {
    const before = plain;
    for (const [pattern, replacement] of rules) plain = plain.replace(pattern, replacement);
    if (plain === before) break;
  }
  return plain.replace(/\s+/g, ' ').trim();
}
