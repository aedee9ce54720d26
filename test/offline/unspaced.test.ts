import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/offline/attributions.ts';
import { draftOffline } from '../../src/offline/draft.ts';

/** [speaker, title, what was said] of every quotation with a speaker. */
function read(text: string): [name: string | undefined, title: string | null | undefined, content: string][] {
  const { statements, voices } = readText(text);
  return statements.map(({ content }, i) => [
    voices[i]?.name,
    voices[i]?.title,
    text.slice(content.start, content.end),
  ]);
}

describe('Chinese', () => {
  test.each([
    ['发言人毛宁3日在例行记者会上表示：“我们希望港口早日恢复开放。”', '毛宁', '发言人', '“我们希望港口早日恢复开放。”'],
    ['“港口今年将重新开放，市民不必担心。”市长李明说。', '李明', '市长', '“港口今年将重新开放，市民不必担心。”'],
    ['对此，国防部强调：“演习将按计划在下个月举行。”', '国防部', null, '“演习将按计划在下个月举行。”'],
  ])('%s', (text, name, title, content) => {
    expect(read(text)).toEqual([[name, title, content]]);
  });

  test.each([
    '所谓“一带一路和构建人类命运共同体”受到各地居民的欢迎。',
    '他还说：“我们会继续努力，直到所有工程完成。”',
    '墙上写着：“安全第一预防为主综合治理从今天做起”。',
  ])('nobody: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('Japanese', () => {
  test.each([
    [
      '木原官房長官は会見で「新たな制度を来年から始める方針だ」と述べた。',
      '木原',
      '官房長官',
      '「新たな制度を来年から始める方針だ」',
    ],
    [
      '「これで安心して暮らすことができます」と前田豊さんは話した。',
      '前田豊',
      null,
      '「これで安心して暮らすことができます」',
    ],
    ['金融庁は「早急な対応が必要だと判断した」と説明している。', '金融庁', null, '「早急な対応が必要だと判断した」'],
  ])('%s', (text, name, title, content) => {
    expect(read(text)).toEqual([[name, title, content]]);
  });

  test.each([
    '新しい「不感地帯の解消に向けた取り組み」が昨年の春に始まった。',
    '鈴木社長は田中市長が「港は閉鎖されるべきだと思う」と述べたと説明した。',
    '駅の看板には「ここから先は立ち入らないでください」と書かれていた。',
  ])('nobody: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('what somebody unnamed says is not what the article says', () => {
  const text = '港口今年将重新开放，工程已经完成。\n负责人李金坤表示，港口将在下个月迎来第一批船只。';
  const article = { url: null, canonicalUrl: null, dek: null, publishedAt: null, title: null, publisher: null };
  const { claims } = draftOffline({
    kind: 'article',
    ...article,
    authors: [],
    language: 'zh',
    wordCount: 2,
    text,
    marks: [],
  });
  expect(claims.every((claim) => !claim.text.includes('李金坤'))).toBe(true);
});

test('every source and every quotation is the text at its offsets, whatever the text', () => {
  const piece = fc.constantFrom(
    '市长',
    '李明',
    '表示',
    '：“',
    '”',
    '说',
    '。',
    '\n',
    '今天',
    '港口今年将重新开放',
    'は',
    '「',
    '」と',
    '述べた',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      for (const { source, content, cue } of readText(text).statements) {
        expect(source.end).toBeGreaterThan(source.start);
        expect(cue.end).toBeGreaterThan(cue.start);
        expect(content.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 200 },
  );
});
