import type { MessageTable } from './message.ts';

/** Sentences of the refusals of merging 并案. */
export const mergeRefusals = {
  'refusal.case-no-passed': {
    zh: '案号已经编过 {next}，编过的号不再使用。',
    en: 'The numbers have passed {next}; a number is never given twice.',
  },
  'refusal.panel-unknown': {
    zh: '没有与类别相符的审查组，请逐件选择。',
    en: 'No panel fits its category. Choose one for it.',
  },
  'refusal.merge-self': { zh: '不能把一件并入它自己。', en: 'A matter cannot be merged into itself.' },
  'refusal.merge-other-organ': {
    zh: '只有同一机构、同一类的件才能并案；{caseNo} 不是。',
    en: 'Only matters of one organ and one kind are merged; {caseNo} is not.',
  },
  'refusal.merge-opposite': {
    zh: '这一件与 {caseNo} 的诉求看来相反。请核对；确须并案的，写明理由。',
    en: 'This one and {caseNo} seem to ask for opposite things. Check them; if they belong together, say why.',
  },
  'refusal.merge-duties-live': {
    zh: '还有 {count} 个单位在办。请选择同时撤回交办，或者先办完。',
    en: '{count} units are at work on it. Have them relieved with the merging, or let them finish.',
  },
  'refusal.merge-has-merged': {
    zh: '已有 {count} 件并入本件。请先撤销那些并案。',
    en: '{count} matters are merged into this one. Undo that first.',
  },
  'refusal.merge-answered': {
    zh: '主案已经答复全体提出人，并案不能再撤销；重新办理时可以分开。',
    en: 'The main matter has been answered to all; the merging stands. They can part in a new round.',
  },
} as const satisfies MessageTable;

/** Words of the panel on the matter page. */
export const mergeMessages = {
  'merge.title': { zh: '并案', en: 'Handled together' },
  'merge.into': { zh: '已并入第 {caseNo} 号办理', en: 'Handled as part of {caseNo}' },
  'merge.intoStage': { zh: '主案现在', en: 'The main matter is' },
  'merge.takenNote': {
    zh: '各件案号保留，答复以各自的案号发给每位提出人。',
    en: 'Each keeps its number; every proposer is answered under his own.',
  },
  'merge.do': { zh: '把其他件并入本件', en: 'Merge others into this' },
  'merge.undo': { zh: '撤销并案', en: 'Undo the merging' },
  'merge.dialog': { zh: '把其他件并入第 {caseNo} 号', en: 'Merge other matters into {caseNo}' },
  'merge.dialog.what': {
    zh: '内容相同的件并入本件一并办理。各件保留案号，答复前可以撤销。',
    en: 'Matters with the same content are handled as this one. Each keeps its number; it can be undone until the reply.',
  },
  'merge.which': { zh: '并入哪些件', en: 'Which matters' },
  'merge.which.help': { zh: '输入案号或题目查找', en: 'Search by number or title' },
  'merge.which.needed': { zh: '请至少选一件', en: 'Choose at least one' },
  'merge.reason': { zh: '并案理由', en: 'Why they belong together' },
  'merge.revoke': { zh: '同时撤回已有的交办', en: 'Relieve the units that have them already' },
  'merge.opposite': { zh: '诉求相反仍须并案的理由', en: 'Why, although they ask for opposite things' },
  'merge.undo.title': { zh: '撤销第 {caseNo} 号的并案', en: 'Undo the merging of {caseNo}' },
  'merge.undo.what': {
    zh: '这一件恢复单独办理，需要重新交办；原来的案号、内容和提出人不变。',
    en: 'It is handled by itself again and needs to be assigned. Its number, text and proposers are as before.',
  },
  'merge.confirm': { zh: '并案', en: 'Merge' },
  'merge.none': { zh: '单独办理', en: 'Handled by itself' },
  'merge.letter': { zh: '答复函 {number}', en: 'Letter {number}' },
  'merge.which.none': { zh: '没有找到可以并入的件', en: 'Nothing found that could be merged' },
  'merge.reason.usual': { zh: '内容相同，一并办理', en: 'The same content, handled together' },
  'merge.said': { zh: '已并案', en: 'Merged' },
  'merge.said.undone': { zh: '已撤销并案', en: 'The merging was undone' },
} as const satisfies MessageTable;
