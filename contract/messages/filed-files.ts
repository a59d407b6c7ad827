import type { MessageTable } from './message.ts';

/** What was filed with a matter beside its text, and with what it is handled together; staff and proposers read the same. */
export const filedFilesMessages = {
  'filed.title': { zh: '随文附件', en: 'Filed with it' },
  'filed.pictures': { zh: '正文中的图片', en: 'Pictures of the text' },
  'filed.seal': { zh: '盖章页', en: 'Page with the seal' },
  'filed.of': { zh: '第 {caseNo} 号的附件', en: 'Of {caseNo}' },
  'filed.picture': { zh: '图片：{name}', en: 'Picture: {name}' },
  'filed.body': { zh: '以“{name}”的名义提出', en: 'In the name of {name}' },
  'filed.submission': { zh: '看提交时的原件', en: 'See it as it was handed in' },
  'together.title': { zh: '合并办理', en: 'Handled together' },
  'together.into': { zh: '与第 {caseNo} 号合并办理', en: 'Handled together with {caseNo}' },
  'together.intoNote': {
    zh: '进展和答复看主案；答复信按本件的案号发给您。',
    en: 'Progress and answers are with that one; the letter comes to you under this number.',
  },
  'together.taken': { zh: '以下各件与本件合并办理：', en: 'These are handled together with it:' },
} as const satisfies MessageTable;
