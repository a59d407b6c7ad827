import type { SessionOpinionRules } from '#core/session-opinion-rules.ts';
import { practice } from './sources.ts';

/** Classes of what is said in the groups of a session, as the State Council's offices counted them in 2023. */
export const nationalSessionOpinions: SessionOpinionRules = {
  classes: [
    {
      code: 'reportRevision',
      name: { zh: '报告修改意见', en: 'Change of the report' },
      hints: ['报告中', '报告第', '报告里', '报告稿', '修改为', '改为', '表述', '提法', '增写', '补充到报告'],
    },
    {
      code: 'policy',
      name: { zh: '政策建议', en: 'Policy suggestion' },
      hints: ['建议', '希望', '应当', '应该', '呼吁', '尽快', '加大', '加快', '完善', '支持'],
    },
    { code: 'other', name: { zh: '其他', en: 'Other' }, hints: [] },
  ],
  source: practice(
    '国务院办公厅2023年两会：636条，其中报告修改意见196条、政策建议440条，转39个部门（公开报道，未与文件核对）',
    'Offices of the State Council at the sessions of 2023: 636 opinions, 196 on the report and 440 on policy, to 39 departments (as reported; not compared with a document)',
  ),
};
