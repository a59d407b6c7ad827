import type { entryFields } from '#contract/submission-bulk.ts';
import type { ListFields } from '../catalogue/read-list.ts';

/** What the columns of a list of paper forms are called; the first names head the template. */
export const entryColumns = {
  title: ['标题', 'Title', '题目', '案由', '建议名称', '提案名称', '名称'],
  facts: ['情况', 'Facts', '正文', '内容', '情况说明', '基本情况', '存在问题', '问题', 'body', 'text'],
  analysis: ['分析', 'Analysis', '原因分析', '情况分析'],
  asks: ['建议', 'Asks', '具体建议', '建议条目', '意见建议', '办法', '建议和办法', 'points'],
  author: [
    '提出人',
    'Author',
    '领衔人',
    '领衔代表',
    '提案人',
    '第一提案人',
    '代表',
    '委员',
    '姓名',
    'proposer',
  ],
  group: ['代表团/界别', 'Delegation or sector', '代表团', '界别', '团组', '组别', 'group'],
  coSigners: ['联名人', 'Co-signers', '附议人', '联名代表', '附议委员', '联名', '附议', 'cosigners'],
  paperOn: ['提出日期', 'Date', '日期', '收到日期', '提交日期', '交来日期', 'date of the paper'],
  organ: ['机关', 'Organ', '提交机关', '人大/政协', '机构'],
  category: ['类别', 'Category', '分类', '内容分类'],
  publicConsent: ['是否公开', 'Public', '公开意见', '公开', '同意公开'],
  proposerType: ['提出方式', 'Proposed by', '提出者类别', '提案者类别', '个人/集体'],
  bodyName: ['集体名称', 'Body', '提案单位', '党派团体', '集体提出者'],
  noScanReason: ['无扫描件原因', 'Why no scan', '没有扫描件的原因'],
} as const satisfies ListFields & Record<(typeof entryFields)[number], readonly string[]>;
