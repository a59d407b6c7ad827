import type { MessageTable } from './message.ts';

/** Units renamed, merged and split, on the set-up page of units. */
export const successionMessages = {
  'succession.rename': { zh: '更名', en: 'Rename' },
  'succession.rename.title': { zh: '{name}更名', en: 'Rename {name}' },
  'succession.rename.what': {
    zh: '已发出的公文保留原名；列表和以后的公文用新名。按原名导入的目录仍会认到本单位。',
    en: 'Letters that were issued keep the old name; lists and later letters bear the new one. Catalogues that use the old name still find the unit.',
  },
  'succession.name': { zh: '新名称', en: 'New name' },
  'succession.nameEn': { zh: '英文名', en: 'English name' },
  'succession.shortName': { zh: '简称', en: 'Short name' },
  'succession.effectiveOn': { zh: '生效日期', en: 'Effective on' },
  'succession.reason': { zh: '依据', en: 'Basis' },
  'succession.reason.example': { zh: '如：机构改革方案文号', en: 'Such as the number of the reform plan' },
  'succession.renamed': { zh: '已更名为{name}', en: 'Renamed to {name}' },

  'succession.open': { zh: '合并、拆分单位', en: 'Merge or split units' },
  'succession.what': {
    zh: '多个单位合并为一个，或一个拆分为多个。新单位要先建好。在办任务连同时限、延期、草稿一并转移；已答复的留在原单位名下，再次办理时由第一个承继单位接办。',
    en: 'Several units merge into one, or one is split among several; new units are added first. Open duties go over with their dates, extensions and drafts; what is answered stays, and a second round opens for the first successor.',
  },
  'succession.from': { zh: '原单位', en: 'Old units' },
  'succession.to': {
    zh: '承继单位（第一个接办以后的事项）',
    en: 'Successors (the first takes what comes later)',
  },
  'succession.grants': { zh: '原单位人员的角色', en: 'Roles held for the old units' },
  'succession.grants.move': { zh: '转到第一个承继单位', en: 'Go to the first successor' },
  'succession.grants.end': { zh: '终止', en: 'End' },
  'succession.sections': { zh: '科室转到', en: 'Sections go to' },
  'succession.preview': { zh: '试算', en: 'Try it' },
  'succession.moves': { zh: '将转移{count}件在办任务', en: '{count} open duties would go over' },
  'succession.staying': {
    zh: '{count}件已答复或办结的留在原单位名下',
    en: '{count} answered or ended ones stay with the old units',
  },
  'succession.people': { zh: '涉及{count}项人员角色', en: '{count} roles of people are concerned' },
  'succession.meets': {
    zh: '承继单位已承办此件，须先撤回其中一项',
    en: 'the successor has a part in it already; take one of the two back first',
  },
  'succession.meets.count': {
    zh: '{count}件暂不能转移，处理后再办理一次即可；在此之前原单位不撤销。',
    en: '{count} cannot go over yet. Settle them and do it once more; until then the old units stay open.',
  },
  'succession.duty.to': { zh: '{caseNo}转到', en: '{caseNo} goes to' },
  'succession.do': { zh: '办理', en: 'Carry out' },
  'succession.done': {
    zh: '已转移{moved}件，原单位已撤销',
    en: '{moved} went over; the old units are closed',
  },
  'succession.done.left': {
    zh: '已转移{moved}件，还有{left}件未转移，原单位暂未撤销',
    en: '{moved} went over, {left} are left; the old units stay open',
  },
  'succession.history': { zh: '单位沿革', en: 'History of units' },
  'succession.history.line': { zh: '{from} → {to}', en: '{from} → {to}' },
  'succession.kind.rename': { zh: '更名', en: 'renamed' },
  'succession.kind.merge': { zh: '合并', en: 'merged' },
  'succession.kind.split': { zh: '拆分', en: 'split' },
  'succession.history.moved': { zh: '转移{count}件', en: '{count} duties' },
} as const satisfies MessageTable;
