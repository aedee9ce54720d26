import type { Unspaced } from './unspaced.ts';

const list = (words: string): string[] => words.trim().split(/\s+/);

export const chinese: Unspaced = {
  code: 'zh',
  saysBefore: list(
    '表示 说 說 称 稱 指出 强调 強調 认为 認為 告诉记者 告訴記者 介绍 介紹 回应 回應 透露 宣布 呼吁 呼籲 批评 批評 警告 解释 解釋 补充 補充 写道 寫道 坦言 直言',
  ),
  saysAfter: list(
    '{who}说 {who}說 {who}表示 {who}称 {who}稱 {who}指出 {who}强调 {who}強調 {who}认为 {who}告诉记者 {who}补充 {who}解释 {who}写道',
  ),
  stops: list(
    '今天 今日 昨天 昨日 当天 當天 近日 日前 周一 周二 周三 周四 周五 周六 周日 星期 上午 下午 当晚 在 就 对 對 向 于 於 通过 接受 还 還 也 并 並 则 則 随后 隨後 同时 同時 进一步 再次 曾 此前 明确 多次 一再 公开 强烈 0 1 2 3 4 5 6 7 8 9 （ (',
  ),
  titles: list(
    '发言人 發言人 部长 部長 总统 總統 主席 总理 總理 首相 外长 外長 防长 省长 市长 市長 县长 局长 局長 院长 院長 校长 校長 教授 研究员 研究員 专家 專家 学者 學者 分析师 经济学家 记者 律师 律師 法官 检察官 医生 醫生 主任 书记 秘书长 司长 处长 委员 议员 議員 董事长 總裁 总裁 总经理 首席执行官 创始人 負責人 负责人 大使 将军 上将 教练 球员 导演 作家 居民 市民 店主 工程师',
  ),
  titleFirst: true,
  honorifics: [],
  bodies: list(
    '外交部 国防部 部 政府 当局 當局 公司 集团 集團 法院 检察院 警方 委员会 委員會 银行 銀行 大学 大學 协会 協會 组织 組織 通讯社 日报 电视台 基金会 研究院 研究所 联合国 聯合國 白宫 白宮 欧盟 歐盟 局 署 厅',
  ),
  topic: [],
};
