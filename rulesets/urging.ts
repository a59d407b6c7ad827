import type { Source, Urging } from '#core/ruleset.ts';

/**
 * The ladder of urge slips that every preset begins with. That units are urged and supervised by notice is the
 * practice of the field; how many slips, which lateness and how many days is the product's choice.
 */
export const urgingLadder = (source: Source): Urging => ({
  ladder: [
    {
      level: 'blue',
      name: { zh: '蓝色', en: 'Blue' },
      afterSlips: 0,
      daysLate: null,
      acknowledgedBy: ['unitOffice'],
      acknowledgeWorkdays: 2,
    },
    {
      level: 'orange',
      name: { zh: '橙色', en: 'Orange' },
      afterSlips: 1,
      daysLate: 6,
      acknowledgedBy: ['unitOffice'],
      acknowledgeWorkdays: 2,
    },
    {
      level: 'red',
      name: { zh: '红色', en: 'Red' },
      afterSlips: 2,
      daysLate: 16,
      acknowledgedBy: ['unitOffice', 'unitLeader'],
      acknowledgeWorkdays: 1,
    },
  ],
  texts: {
    early:
      '{unit}：你单位{role}的第{caseNo}号{kind}《{title}》，应于{due}前完成{duty}。请抓紧办理，确保按期完成。',
    late: '{unit}：你单位{role}的第{caseNo}号{kind}《{title}》，应于{due}前完成{duty}，现已超期{days}个工作日。请立即办理，并说明原因和完成时间。',
    undated: '{unit}：你单位{role}的第{caseNo}号{kind}《{title}》尚未完成{duty}。请抓紧办理。',
  },
  reportWorkdays: 10,
  slipNo: '催办〔{year}〕{serial}号',
  noticeNo: '督办〔{year}〕{serial}号',
  source,
});
