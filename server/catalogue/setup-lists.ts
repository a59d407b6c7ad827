/** The lists of a set-up: their columns, and the words that offices use in them. */
import { commonMessages } from '#contract/messages/common.ts';
import { roles, type Role } from '#core/access.ts';
import { compact } from '#core/catalogue/plain-text.ts';
import type { ListFields } from './read-list.ts';

export const unitFields = {
  name: ['名称', 'Name', '单位名称', '单位', '承办单位', '全称', '科室', '机构名称', '单位全称', 'unit'],
  parent: ['上级单位', 'Unit above', '所属单位', '主管单位', '上级', 'parent'],
  nameEn: ['英文名称', 'English name', '英文名', 'name in english'],
  shortName: ['简称', 'Short name', '单位简称'],
  aliases: ['别名', 'Aliases', '曾用名', '其他名称', 'alias'],
  system: ['系统', 'Kind', '单位系统', '系统类别', '单位类别', '性质', 'system'],
  boundary: ['边界单位', 'Boundary unit', '督查范围外', '是否边界单位', 'boundary'],
  duties: ['职责', 'Duties', '主要职责', '职能'],
  documentPrefix: ['机关代字', 'Document prefix', '代字', '发文代字'],
} as const satisfies ListFields;

export const personFields = {
  personName: ['姓名', 'Name', '名字', '人员姓名', '代表姓名', '委员姓名', '代表', '委员', 'full name'],
  post: ['职务', 'Post', '职务职称', '工作单位及职务', '单位及职务', 'title'],
  group: ['代表团/界别', 'Delegation or sector', '代表团', '界别', '团组', '代表团(界别)', '组别', 'group'],
  phone: ['联系电话', 'Phone', '电话', '手机', '手机号', '手机号码', '联系方式', 'mobile'],
  role: ['角色', 'Role', '身份', '系统角色', 'roles'],
  unit: ['单位', 'Unit', '所在单位', '承办单位', '工作单位'],
  section: ['科室', 'Section', '处室', '所在科室'],
  organ: ['机构', 'Organ', '所属机构', '人大/政协'],
} as const satisfies ListFields;

export type UnitSystem =
  | 'government'
  | 'party'
  | 'congress'
  | 'cppcc'
  | 'court'
  | 'procuratorate'
  | 'organization'
  | 'company'
  | 'district'
  | 'central'
  | 'other';

const systemWords: Readonly<Record<UnitSystem, readonly string[]>> = {
  government: ['政府', '市政府', '政府部门', '政府工作部门', '行政机关'],
  party: ['党委', '市委', '党委部门', '党群', '党务'],
  congress: ['人大', '人大机关'],
  cppcc: ['政协', '政协机关'],
  court: ['法院', '审判机关'],
  procuratorate: ['检察院', '检察机关'],
  organization: ['群团', '人民团体', '社会团体', '群众团体', '民主党派'],
  company: ['企业', '国企', '国有企业', '公司', '公用企业'],
  district: ['区县', '县区', '区', '县', '区县政府', '县市区', '开发区'],
  central: ['中央', '垂直', '中央垂直', '省直', '中省直', '驻市单位', '垂直管理'],
  other: ['其他', '其它'],
};

const bySystemWord = new Map(
  Object.entries(systemWords).flatMap(([system, words]) =>
    [system, ...words].map((word) => [compact(word).toLowerCase(), system as UnitSystem] as const),
  ),
);

export const allowedSystems = Object.values(systemWords)
  .map(([word]) => word)
  .join('、');

export const readSystem = (text: string): UnitSystem | null =>
  bySystemWord.get(compact(text).toLowerCase()) ?? null;

export const systemWord = (system: string): string => systemWords[system as UnitSystem]?.[0] ?? system;

const roleWords: Readonly<Partial<Record<Role, readonly string[]>>> = {
  supervisor: ['督查室', '政府督查室', '督查'],
  'congress-office': ['人大代工委', '代工委', '人大联络'],
  'cppcc-office': ['政协提案委', '提案委'],
  'unit-office': ['单位办公室', '办公室', '承办单位', '承办单位联络员', '联络员'],
  'unit-leader': ['单位领导', '分管领导', '领导', '承办单位领导'],
  'section-head': ['科室负责人', '科长', '处长', '科室领导'],
  handler: ['经办人', '经办', '承办人'],
  proposer: ['代表', '委员', '人大代表', '政协委员', '提出人', '提案人', '代表委员'],
  'city-leader': ['市领导', '责任领导'],
};

const byRoleWord = new Map(
  roles.flatMap((role) => {
    const { zh, en } = commonMessages[`role.${role}`];
    return [role, zh, en, ...(roleWords[role] ?? [])].map(
      (word) => [compact(word).toLowerCase(), role] as const,
    );
  }),
);

export const allowedRoles = roles.map((role) => commonMessages[`role.${role}`].zh).join('、');

export const readRole = (text: string): Role | null => byRoleWord.get(compact(text).toLowerCase()) ?? null;

export const roleWord = (role: string): string =>
  (commonMessages as Readonly<Record<string, { readonly zh: string }>>)[`role.${role}`]?.zh ?? role;

/** Null: neither yes nor no. */
export const readYesNo = (text: string): boolean | null => {
  if (/^(?:是|有|y|yes|true|1|√|✓|边界|边界单位)$/i.test(compact(text))) return true;
  return /^(?:否|不是|无|n|no|false|0|×|-)$/i.test(compact(text)) ? false : null;
};
