import type { DemoPersona } from './demo.ts';

/** The sign-ins that the demo prints; each finds work in several stages on its bench. */
export const personas: readonly DemoPersona[] = [
  {
    username: 'ducha',
    role: 'supervisor',
    person: 'supervision-2',
    description: {
      zh: '市政府督查室督查专员：交办、裁定退办、全程督办',
      en: 'Supervision office: assigns, decides hand-backs, sees all handling',
    },
  },
  {
    username: 'renda',
    role: 'congress-office',
    person: 'congress-office-1',
    description: {
      zh: '市人大代工委：人大代表建议的归口、评价与办结',
      en: 'Congress office: deputies’ suggestions, ratings, closing',
    },
  },
  {
    username: 'zhengxie',
    role: 'cppcc-office',
    person: 'cppcc-office-1',
    description: {
      zh: '市政协提案委：政协提案的归口、评价与办结',
      en: 'CPPCC office: proposals, ratings, closing',
    },
  },
  {
    username: 'jiaotong',
    role: 'unit-office',
    person: 'jiaotong-clerk-1',
    unit: 'jiaotong',
    description: {
      zh: '市交通运输局办公室：签收、退办、分派、审核、印发',
      en: 'Transport Bureau office: signs for, hands back, sub-assigns, reviews, issues',
    },
  },
  {
    username: 'kezhang',
    role: 'section-head',
    person: 'jiaotong-section-1-head',
    unit: 'jiaotong',
    description: {
      zh: '市交通运输局公共交通管理科科长：分派经办人、一级审核',
      en: 'Transport Bureau, head of the public-transport section: names handlers, reviews first',
    },
  },
  {
    username: 'jingban',
    role: 'handler',
    person: 'jiaotong-section-1-handler-1',
    unit: 'jiaotong',
    description: {
      zh: '市交通运输局经办人：沟通、拟写答复',
      en: 'Transport Bureau handler: contacts proposers, drafts replies',
    },
  },
  {
    username: 'juzhang',
    role: 'unit-leader',
    person: 'jiaotong-leader-1',
    unit: 'jiaotong',
    description: { zh: '市交通运输局分管副局长：审签答复', en: 'Transport Bureau leader: clears replies' },
  },
  {
    username: 'gongjiao',
    role: 'handler',
    person: 'gongjiao-section-1-handler-1',
    unit: 'gongjiao',
    description: {
      zh: '云川公交集团经办人：多为会办，提会办意见',
      en: 'Bus company handler: mostly assists and gives opinions',
    },
  },
  {
    username: 'lugang',
    role: 'unit-office',
    person: 'lugang-clerk-1',
    unit: 'lugang',
    description: {
      zh: '国际陆港管委会办公室：不归督查室管辖的承办单位',
      en: 'Inland Port office: a unit outside the supervising office’s power',
    },
  },
  {
    username: 'daibiao',
    role: 'proposer',
    person: 'deputy-001',
    description: {
      zh: '市人大代表，七十岁，退休教师：看进度、评价',
      en: 'A deputy aged 70, retired teacher: follows and rates',
    },
  },
  {
    username: 'weiyuan',
    role: 'proposer',
    person: 'member-001',
    description: {
      zh: '市政协委员，教育界：看进度、评价',
      en: 'A CPPCC member from education: follows and rates',
    },
  },
  {
    username: 'shizhang',
    role: 'city-leader',
    person: 'city-leader-1',
    description: { zh: '分管副市长：看总览和重点难点', en: 'Vice mayor: overview and hard cases' },
  },
  {
    username: 'admin',
    role: 'system-admin',
    person: 'admin-1',
    description: {
      zh: '系统管理员：机构、人员、账号，不看办件内容',
      en: 'System administrator: units, people, accounts, no matters',
    },
  },
  {
    username: 'shenji',
    role: 'audit-admin',
    person: 'audit-1',
    description: {
      zh: '安全审计员：查看和校验日志',
      en: 'Audit administrator: reads and verifies the journal',
    },
  },
];
