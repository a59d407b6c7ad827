import type { MessageTable } from './message.ts';

/** What the product itself has to say against a row, beside what the catalogue's reader says (`catalogue.issue.…`). */
const issues = {
  'import.issue.session.unknown': {
    zh: '{cell}：系统中没有“{session}”。请先由管理员建立该次会议，或选定“全部归入所选届次”。',
    en: '{cell}: there is no session “{session}”. Have it set up, or send all rows to the session chosen.',
  },
  'import.issue.session.missing': {
    zh: '{cell} 所在行没有写明届次，不能确定归入哪次会议。请在导入设置中选定届次。',
    en: 'The row of {cell} names no session, and several are possible. Choose one for the import.',
  },
  'import.issue.session.none': {
    zh: '系统中还没有该机构的届次。请先由管理员建立。',
    en: 'This organ has no session yet. An administrator must set one up first.',
  },
  'import.issue.session.notYours': {
    zh: '本行属于“{organ}”，不由您所在的机构导入。',
    en: 'This row belongs to {organ}, which is not your office’s to import.',
  },
  'import.issue.pointsFromTitle': {
    zh: '表中没有建议条目：随件交办的，先以标题作为唯一一条，之后可再拆分。',
    en: 'The table has no points: matters assigned at once get their title as the only point, to be cut later.',
  },
  'import.issue.name.missing': { zh: '{cell} 没有名称。请补填。', en: '{cell} has no name. Fill it in.' },
  'import.issue.name.twice': {
    zh: '{cell} 的“{name}”在第 {row} 行已经出现。请删去其中一行。',
    en: '“{name}” in {cell} stands in row {row} already. Delete one of them.',
  },
  'import.issue.parent.unknown': {
    zh: '{cell} 的上级单位“{name}”既不在系统中，也不在本表中。',
    en: 'The unit above, “{name}” in {cell}, is neither in the system nor in this table.',
  },
  'import.issue.parent.isSection': {
    zh: '{cell} 的“{name}”是科室，科室之下不能再设科室。',
    en: '“{name}” in {cell} is a section; nothing stands below a section.',
  },
  'import.issue.parent.moved': {
    zh: '“{name}”在系统中已有不同的上级。科室不能随导入改换单位。',
    en: '“{name}” stands elsewhere in the tree. An import does not move sections.',
  },
  'import.issue.system.unreadable': {
    zh: '{cell} 的“{text}”不是单位系统。可填：{allowed}。',
    en: '“{text}” in {cell} is no kind of unit. Write one of: {allowed}.',
  },
  'import.issue.boundary.unreadable': {
    zh: '{cell} 的“{text}”看不出是否为边界单位。请填“是”或“否”。',
    en: '“{text}” in {cell} does not say whether the unit is outside the supervisor’s power. Write yes or no.',
  },
  'import.issue.alias.taken': {
    zh: '{cell} 的别名“{alias}”已经属于“{unit}”。',
    en: 'The alias “{alias}” in {cell} belongs to {unit} already.',
  },
  'import.issue.text.tooLong': {
    zh: '{cell} 过长：最多 {max} 字。',
    en: '{cell} is too long: at most {max} characters.',
  },
  'import.issue.role.unreadable': {
    zh: '{cell} 的“{text}”不是系统中的角色。可填：{allowed}。',
    en: '“{text}” in {cell} is no role. Write one of: {allowed}.',
  },
  'import.issue.role.unitMissing': {
    zh: '{cell} 的角色“{role}”须写明单位或科室。',
    en: 'The role “{role}” in {cell} needs its unit or section.',
  },
  'import.issue.role.unitUnknown': {
    zh: '{cell} 的单位“{name}”不在系统中。请先导入单位。',
    en: 'The unit “{name}” in {cell} is not in the system. Import the units first.',
  },
  'import.issue.role.sectionUnknown': {
    zh: '{cell} 的科室“{name}”不属于“{unit}”。',
    en: 'The section “{name}” in {cell} does not belong to {unit}.',
  },
  'import.issue.role.organUnknown': {
    zh: '{cell} 的机构“{name}”不在系统中，或与角色不符。',
    en: 'The organ “{name}” in {cell} is not in the system, or does not fit the role.',
  },
  'import.issue.person.several': {
    zh: '系统中有 {count} 位“{name}”，不能确定是哪一位。请用代表团、界别或单位区分，或在人员管理中修改。',
    en: 'There are {count} people called “{name}”. Tell them apart by group or unit, or change them by hand.',
  },
  'import.issue.lastAdministrator': {
    zh: '“{name}”是最后一名系统管理员，不能去掉此角色。',
    en: '“{name}” is the last system administrator and must keep the role.',
  },
  'import.issue.table.noHeading': {
    zh: '没有找到表头。请使用导入模板中的列名。',
    en: 'No heading was found. Use the column names of the template.',
  },
  'import.issue.table.unknownColumn': {
    zh: '{column} 列“{header}”未能识别，不导入。',
    en: 'Column {column} “{header}” was not recognised and is left out.',
  },
} as const satisfies MessageTable;

/** Changes that an import shows and leaves to people. */
const byHand = {
  'import.byHand.identity': {
    zh: '案号和大会/闭会在登记时确定，导入不改。',
    en: 'The number and the time of filing were settled when it was filed; an import leaves them.',
  },
  'import.byHand.dates': {
    zh: '日期已记录在案，导入不改。',
    en: 'The date is on record; an import leaves it.',
  },
  'import.byHand.people': {
    zh: '提出人关系到评价权，导入不改，请核实后在件内处理。',
    en: 'Proposers hold the right to rate; an import leaves them as they are.',
  },
  'import.byHand.units': {
    zh: '已经交办，请用退办、改办或追加交办调整。',
    en: 'Already assigned: change it by hand-back, reassignment or a further assignment.',
  },
} as const satisfies MessageTable;

const refusals = {
  'refusal.import-wrong-rows': {
    zh: '还有 {count} 行有错误。请先处理，或选择“只导入无误的行”。',
    en: '{count} rows are wrong. Put them right, or choose to import the sound rows only.',
  },
  'refusal.import-nothing': {
    zh: '没有需要导入的内容：各行与系统中的一致，或都有错误。',
    en: 'There is nothing to import: every row is the same as before, or wrong.',
  },
  'refusal.import-no-table': {
    zh: '文件中没有认出可以导入的表格。请指定工作表和列，或换一个文件。',
    en: 'No table that can be imported was recognised. Choose sheet and columns, or another file.',
  },
  'refusal.import-leader-missing': {
    zh: '随件交办须先填写责任领导。',
    en: 'To assign at once, name the responsible leader first.',
  },
  'refusal.import-running': {
    zh: '正在导入，不能再改。可以离开本页，完成后再看。',
    en: 'The import is running and cannot be changed. You may leave; it goes on.',
  },
  'refusal.import-done': { zh: '已经导入完成。', en: 'This import is done.' },
  'refusal.import-changed-meanwhile': {
    zh: '核对之后系统中的数据有了变化，未导入任何一行。请重新核对后再确认。',
    en: 'Something changed since the rows were compared, so nothing was imported. Compare again, then confirm.',
  },
  'refusal.import-file-gone': {
    zh: '上传的文件已超过保存期，请重新上传。',
    en: 'The uploaded file is past its keeping time. Upload it again.',
  },
  'refusal.import-no-right': {
    zh: '确认导入的人员已没有导入的权限，未导入任何一行。',
    en: 'Whoever confirmed may no longer import, so nothing was imported.',
  },
  'refusal.import-interrupted': {
    zh: '导入多次被中断，未导入任何一行。请联系管理员后再试。',
    en: 'The import was interrupted again and again, so nothing was imported. Ask your administrator.',
  },
  'refusal.import-fault': {
    zh: '导入时系统出错，未导入任何一行。请把导入编号 {importId} 告诉管理员。',
    en: 'A fault stopped the import and nothing was imported. Give the import’s number, {importId}, to your administrator.',
  },
} as const satisfies MessageTable;

const fields = {
  'import.field.history': { zh: '历年办理情况', en: 'How it was handled earlier' },
  'import.field.units': { zh: '承办单位', en: 'Units' },
  'import.field.name': { zh: '名称', en: 'Name' },
  'import.field.parent': { zh: '上级单位', en: 'Unit above' },
  'import.field.nameEn': { zh: '英文名称', en: 'English name' },
  'import.field.shortName': { zh: '简称', en: 'Short name' },
  'import.field.aliases': { zh: '别名', en: 'Aliases' },
  'import.field.system': { zh: '系统', en: 'Kind' },
  'import.field.boundary': { zh: '边界单位', en: 'Boundary unit' },
  'import.field.duties': { zh: '职责', en: 'Duties' },
  'import.field.documentPrefix': { zh: '机关代字', en: 'Document prefix' },
  'import.field.personName': { zh: '姓名', en: 'Name' },
  'import.field.post': { zh: '职务', en: 'Post' },
  'import.field.group': { zh: '代表团/界别', en: 'Delegation or sector' },
  'import.field.phone': { zh: '联系电话', en: 'Phone' },
  'import.field.role': { zh: '角色', en: 'Role' },
  'import.field.unit': { zh: '单位', en: 'Unit' },
  'import.field.section': { zh: '科室', en: 'Section' },
  'import.field.organ': { zh: '机构', en: 'Organ' },
  'import.field.roles': { zh: '角色', en: 'Roles' },
  'import.field.ignored': { zh: '不导入', en: 'Left out' },
} as const satisfies MessageTable;

const words = {
  'import.word.yes': { zh: '是', en: 'yes' },
  'import.word.no': { zh: '否', en: 'no' },
  'import.word.inSession': { zh: '大会', en: 'in session' },
  'import.word.offSession': { zh: '闭会', en: 'between sessions' },
  'import.word.suggestion': { zh: '建议', en: 'suggestion' },
  'import.word.proposal': { zh: '提案', en: 'proposal' },
  'import.word.nothing': { zh: '（空）', en: '(empty)' },
  'import.word.kept': { zh: '（已填）', en: '(given)' },
  'import.word.create': { zh: '新建为提出人', en: 'new proposer' },
  'import.word.operator': { zh: '运维命令行', en: 'Operator’s command line' },
  'import.role.lead': { zh: '主办', en: 'lead' },
  'import.role.sole': { zh: '独办', en: 'sole' },
  'import.role.separate': { zh: '分办', en: 'separate' },
  'import.role.assist': { zh: '会办', en: 'assist' },
  'import.template.catalogue': { zh: '目录导入模板', en: 'catalogue-template' },
  'import.template.history': { zh: '历年办理结果导入模板', en: 'history-template' },
  'import.template.units': { zh: '单位导入模板', en: 'units-template' },
  'import.template.people': { zh: '人员导入模板', en: 'people-template' },
} as const satisfies MessageTable;

/** Import of catalogues, units and people. */
export const importMessages = { ...issues, ...byHand, ...refusals, ...fields, ...words } as const;

/** Refusals of imports, for the file that turns refusals into answers. */
export const importRefusalMessages = refusals;
