/**
 * What is noted of a conversation, with the channel that fits the words. Slots: `{by}` who spoke for the unit, `{who}`
 * the proposer, `{whats}` the asks, `{what}` one of them, `{voice}` the proposer's words, `{section}`, `{place}`.
 */
import type { ContactChannel } from '#core/ruleset.ts';

export type Scene = { readonly channel: ContactChannel; readonly said: string };

export const byPhone: readonly Scene[] = [
  {
    channel: 'phone',
    said: '{by}致电{who}，说明本件由{section}承办，就{whats}逐项听取想法。{who}表示：“{voice}”{by}承诺先核实现状，再当面汇报办理思路。',
  },
  {
    channel: 'phone',
    said: '电话沟通约二十分钟。{by}介绍了{whats}的工作现状，{who}谈到：“{voice}”双方约定办理过程中邀请{who}到现场看一看。',
  },
  {
    channel: 'phone',
    said: '{by}与{who}通话，确认所提内容的重点是{what}，其余可分步推进。{who}补充：“{voice}”',
  },
  {
    channel: 'phone',
    said: '{by}电话征询{who}对{whats}的具体要求，了解到有关情况来自近期走访群众。{who}强调：“{voice}”',
  },
];

export const faceToFace: readonly Scene[] = [
  {
    channel: 'visit',
    said: '{by}一行上门走访{who}，带去{whats}的现状材料。{who}介绍了调研经过，指出：“{voice}”双方就办理重点达成一致。',
  },
  {
    channel: 'meeting',
    said: '在{place}召开面商会，{by}汇报办理思路，{who}逐条提出意见，认为{what}应当优先解决，并说：“{voice}”',
  },
  {
    channel: 'survey',
    said: '邀请{who}到{place}现场察看，核对了反映的问题。{who}表示：“{voice}”{by}当场明确由{section}牵头拿出方案。',
  },
  {
    channel: 'forum',
    said: '在{place}召开座谈会，{by}与{who}和居民代表就{whats}交换意见。{who}提出：“{voice}”会上商定两周内反馈初步方案。',
  },
];

export const during: readonly Scene[] = [
  {
    channel: 'visit',
    said: '{by}向{who}当面汇报了{whats}的初步方案和遇到的困难。{who}对总体思路表示认可，希望{what}能明确时间表。',
  },
  {
    channel: 'phone',
    said: '{by}将答复意见初稿要点与{who}沟通，{who}建议把{what}的责任单位写清楚，已吸收修改。',
  },
  {
    channel: 'meeting',
    said: '邀请{who}参加{whats}专题协调会，听取各有关单位意见。{who}表示理解目前的难处，希望先易后难。',
  },
  {
    channel: 'survey',
    said: '陪同{who}到{place}查看{what}进展，{who}与现场群众作了交流，提出公示牌、联系电话要让居民看得到。',
  },
  {
    channel: 'wechat',
    said: '微信向{who}发送{what}的选点图，{who}标注了群众意见较集中的位置，{section}已列入清单。',
  },
  {
    channel: 'video',
    said: '视频连线{who}，演示了{whats}的阶段性成果，{who}肯定进度，提醒注意后期维护。',
  },
];

export const afterwards: readonly Scene[] = [
  {
    channel: 'phone',
    said: '{by}电话提醒{who}查收正式答复，{who}表示已收到，对{whats}的答复会认真看，按时反馈评价。',
  },
  {
    channel: 'visit',
    said: '{by}送达答复函并当面说明{whats}的落实安排，{who}希望后续进展也能及时告知。',
  },
  {
    channel: 'phone',
    said: '{by}回访{who}，{who}表示答复态度诚恳，关键看{what}能不能按期见效。',
  },
  {
    channel: 'letter',
    said: '答复函以挂号信寄送{who}，随函附征询意见表，已确认签收。',
  },
  {
    channel: 'wechat',
    said: '微信发送答复函扫描件和现场照片，{who}回复已阅，将继续关注{what}。',
  },
];

export const secondRound: readonly Scene[] = [
  {
    channel: 'visit',
    said: '{by}带队登门听取{who}对首次答复的意见。{who}直言{what}的答复没有解决实际问题，并说：“{voice}”{by}表示将重新研究，明确责任人和完成时限。',
  },
  {
    channel: 'meeting',
    said: '因{who}对首次办理结果不满意，{by}在{place}主持召开面商会，逐条核对未落实的内容，重点是{what}。{who}要求给出看得见的时间表，{by}当场承诺。',
  },
  {
    channel: 'survey',
    said: '{by}会同{who}到{place}现场核查{what}，确认首次答复与现场情况有出入，已责成{section}限期补充办理。',
  },
  {
    channel: 'visit',
    said: '{by}向{who}致歉并说明重新办理的安排，{who}表示：“{voice}”双方商定每两周通报一次{what}的进展。',
  },
];

/** After a closed matter was opened again by the organ's office. */
export const afterReopening: readonly Scene[] = [
  {
    channel: 'phone',
    said: '{by}就重新启动办理一事与{who}沟通，核对{what}的最新情况。{who}说：“{voice}”商定现场复查后再作答复。',
  },
  {
    channel: 'survey',
    said: '{by}陪同{who}到{place}回看现场，确认{what}出现反弹，记录整改要求，由{section}牵头落实。',
  },
];

export const places: Readonly<Record<ContactChannel, readonly string[]>> = {
  visit: ['{who}工作单位', '{who}联系社区', '{c}党群服务中心', '{d}代表委员联络站'],
  meeting: ['{unit}三楼会议室', '{unit}二号会议室', '市政府综合楼会议室'],
  forum: ['{c}居民议事厅', '{d}代表委员联络站'],
  survey: ['{s}', '{c}', '{d}有关点位'],
  video: ['线上会议'],
  phone: ['电话'],
  wechat: ['微信'],
  letter: ['邮寄'],
  written: ['书面'],
};
