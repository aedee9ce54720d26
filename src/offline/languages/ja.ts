import type { Unspaced } from './unspaced.ts';

const list = (words: string): string[] => words.trim().split(/\s+/);

export const japanese: Unspaced = {
  code: 'ja',
  saysBefore: [],
  saysAfter: list(
    '述べ 語っ 語り 話し 話す 説明し 強調し 指摘し 訴え コメントし 明らかにし 批判し 答え 主張し 表明し 発表し 振り返 呼びかけ 反論し 釈明し 謝罪し つづっ 投稿し',
  ).flatMap((verb) => [`と{who}${verb}`, `などと{who}${verb}`]),
  stops: [],
  titles: list(
    '首相 総理大臣 大統領 官房長官 長官 外相 財務相 防衛相 大臣 知事 市長 町長 村長 区長 社長 会長 頭取 教授 准教授 研究員 監督 選手 議員 幹事長 代表 委員長 報道官 容疑者 被告 弁護士 医師 警部 警部補 署長 校長 課長 部長 局長 理事長 専務 記者 主席 総裁 書記長',
  ),
  titleFirst: false,
  honorifics: list('さん 氏 様'),
  bodies: list('庁 省 社 党 委員会 政府 協会 銀行 機構 警察 署 大学 組合 連盟 裁判所 市 県 府 当局 側'),
  topic: list('は が'),
};
