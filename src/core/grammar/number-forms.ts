// Numbers that newsrooms write in more than one way, brought to one: what is equal then reads equal, in a statement and its passage.

const halves: Record<string, number> = { half: 0.5, quarter: 0.25, third: 1 / 3 };
const small = 'a one two three four five six seven eight nine ten'.split(' ');
const toValue = (word: string): number =>
  /^\d/.test(word) ? Number(word) : Math.max(1, small.indexOf(word.toLowerCase()));
const count = `(?:\\d{1,3}|an?|${small.slice(1).join('|')})`;
const scale = '(?:million|billion|trillion|thousand|hundred|dozen)';
const decades: Record<string, string> = {
  ...{ twent: '1920s', thirt: '1930s', fort: '1940s', fift: '1950s' },
  ...{ sixt: '1960s', sevent: '1970s', eight: '1980s', ninet: '1990s' },
};

/**
 * A text with halves and quarters, times of day and decades in one form each: "one and a half million" is "1.5 million",
 * "half of" "50 percent of", "17:30" "5:30 pm", "the nineties" "the 1990s".
 */
export function spellNumbers(text: string): string {
  return text
    .replace(new RegExp(`\\b(${count})\\sand\\sa\\s(half|quarter)\\b`, 'giu'), (_, whole: string, part: string) =>
      String(toValue(whole) + (halves[part.toLowerCase()] ?? 0)),
    )
    .replace(
      new RegExp(`\\b(${count})\\s(${scale})\\sand\\sa\\shalf\\b`, 'giu'),
      (_, whole: string, of: string) => `${toValue(whole) + 0.5} ${of}`,
    )
    .replace(
      new RegExp(`\\b(?:half\\sa|a\\s(quarter)\\sof\\sa)\\s(${scale})\\b`, 'giu'),
      (_, quarter, of: string) => `${quarter ? 0.25 : 0.5} ${of}`,
    )
    .replace(
      /(?<!(?:first|second|other|last|latter|back|top|bottom|better)[\s-])\bhalf\s(?:of|(?=(?:the|all|its|their|his|her|those)\b))/giu,
      '50 percent of ',
    )
    .replace(
      /\b(a|one|two|three)[\s-](third|quarter)s?\s(?=of\b)/giu,
      (_, of: string, part: string) =>
        `${Number((100 * toValue(of) * (halves[part.toLowerCase()] ?? 0)).toFixed(1))} percent `,
    )
    .replace(
      /\b(two|three)[\s-](third|quarter)s\b/giu,
      (_, of: string, part: string) =>
        `${Number((100 * toValue(of) * (halves[part.toLowerCase()] ?? 0)).toFixed(1))} percent of`,
    )
    .replace(
      /(?<![\d:.,-])(1[3-9]|2[0-3]):([0-5]\d)(?![\d:.]\d|\s?[ap]\.?m)/giu,
      (_, hour: string, minute: string) => `${Number(hour) - 12}${minute === '00' ? '' : `:${minute}`} pm`,
    )
    .replace(/(?<=\d)(?::00)?\s?([ap])\.?\s?m\b\.?/giu, (_, half: string) => ` ${half.toLowerCase()}m`)
    .replace(
      /(?<=\bthe\s)(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b/giu,
      (_, word: string) => decades[word.toLowerCase()] ?? word,
    )
    .replace(/(?<=\bthe\s)['’‘]?([2-9]0)['’]?s\b/gu, '19$1s');
}
