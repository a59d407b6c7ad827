/** What deputies and members are: delegations, sectors, occupations. */
import type { Text } from '#core/words.ts';

export const delegations: readonly Text[] = [
  { zh: '望溪区代表团', en: 'Wangxi District delegation' },
  { zh: '青岚区代表团', en: 'Qinglan District delegation' },
  { zh: '南埠区代表团', en: 'Nanbu District delegation' },
  { zh: '石澜区代表团', en: 'Shilan District delegation' },
  { zh: '市直机关第一代表团', en: 'First delegation of city bodies' },
  { zh: '市直机关第二代表团', en: 'Second delegation of city bodies' },
];

export const sectors: readonly Text[] = [
  { zh: '教育界', en: 'Education' },
  { zh: '医药卫生界', en: 'Medicine and health' },
  { zh: '科学技术界', en: 'Science and technology' },
  { zh: '经济界', en: 'Economy' },
  { zh: '农业和农村界', en: 'Agriculture and villages' },
  { zh: '文化艺术界', en: 'Culture and arts' },
  { zh: '新闻出版界', en: 'Press and publishing' },
  { zh: '社会福利和社会保障界', en: 'Welfare and social security' },
  { zh: '环境资源界', en: 'Environment and resources' },
  { zh: '工商联界', en: 'Industry and commerce' },
  { zh: '总工会界', en: 'Trade unions' },
  { zh: '青年联合会界', en: 'Youth' },
  { zh: '妇女联合会界', en: 'Women' },
  { zh: '特别邀请人士', en: 'Specially invited' },
];

export const deputyOccupations: readonly Text[] = [
  { zh: '社区党委书记', en: 'Community secretary' },
  { zh: '小学教师', en: 'Primary-school teacher' },
  { zh: '乡村医生', en: 'Village doctor' },
  { zh: '公交驾驶员', en: 'Bus driver' },
  { zh: '农民合作社理事长', en: 'Head of a farmers’ co-operative' },
  { zh: '企业生产主管', en: 'Production supervisor' },
  { zh: '律师', en: 'Lawyer' },
  { zh: '高级工程师', en: 'Senior engineer' },
  { zh: '护士长', en: 'Head nurse' },
  { zh: '环卫站站长', en: 'Head of a cleaning depot' },
  { zh: '村党支部书记', en: 'Village secretary' },
  { zh: '小微企业负责人', en: 'Owner of a small firm' },
  { zh: '快递网点负责人', en: 'Head of a courier depot' },
  { zh: '中学校长', en: 'Headteacher' },
];

export const memberOccupations: readonly Text[] = [
  { zh: '大学教授', en: 'Professor' },
  { zh: '主任医师', en: 'Chief physician' },
  { zh: '科技企业负责人', en: 'Head of a technology firm' },
  { zh: '会计师', en: 'Accountant' },
  { zh: '建筑设计师', en: 'Architect' },
  { zh: '非遗传承人', en: 'Bearer of living heritage' },
  { zh: '农艺师', en: 'Agronomist' },
  { zh: '记者', en: 'Journalist' },
  { zh: '社会组织负责人', en: 'Head of an association' },
  { zh: '幼儿园园长', en: 'Head of a kindergarten' },
  { zh: '环境监测工程师', en: 'Environmental engineer' },
  { zh: '民营企业负责人', en: 'Owner of a private firm' },
];
