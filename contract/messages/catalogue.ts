/** Texts of the catalogue import: what is wrong with a row, what a column means, why a file is not read. */
import type { ChangedField } from '#core/catalogue/compare-rows.ts';
import type { ColumnField } from '#core/catalogue/fields.ts';
import type { RowIssueCode } from '#core/catalogue/row-issue.ts';
import { historyFields, historyIssues } from './history.ts';
import type { Message, MessageTable } from './message.ts';

/** `{cell}` is the sheet and address: 明细!C7. */
const issues = {
  'catalogue.issue.cell.error': {
    zh: '{cell} 显示为错误值 {text}。请在表格中改正公式或填入实际内容后重新上传。',
    en: '{cell} shows the error {text}. Mend the formula or type the value, then upload again.',
  },
  'catalogue.issue.cell.tooLong': {
    zh: '{cell} 有 {length} 个字，超过 {limit} 个字的上限。请缩短，或把附件内容另行上传。',
    en: '{cell} has {length} characters; the limit is {limit}. Shorten it, or upload the rest as an attachment.',
  },
  'catalogue.issue.row.hidden': {
    zh: '第 {row} 行在表格中被隐藏或筛选掉了，仍会导入。如不需要，请先删除该行。',
    en: 'Row {row} is hidden or filtered out in the sheet and will still be imported. Delete it first if it should not be.',
  },
  'catalogue.issue.row.joined': {
    zh: '第 {first} 至 {last} 行案号和标题相同、单位不同，已合为一件。若是不同的件，请改正案号。',
    en: 'Rows {first} to {last} have one number and title and different units: read as one matter. If they are several, correct the numbers.',
  },
  'catalogue.issue.row.continued': {
    zh: '{cell} 所在行没有案号和标题，已并入第 {row} 行。若是另一件，请补上案号和标题。',
    en: 'The row of {cell} has neither number nor title and was added to row {row}. If it is another matter, give it a number and a title.',
  },
  'catalogue.issue.caseNo.missing': {
    zh: '{cell} 没有案号，按标题核对是否已有。可以导入，之后再编号；若是漏填，请补上。',
    en: '{cell} has no case number; the title decides whether the matter is known. It can be numbered later; if it was forgotten, fill it in.',
  },
  'catalogue.issue.caseNo.unreadable': {
    zh: '{cell} 的“{text}”不像案号。请填写如 20240257、〔2024〕33、14-3-67 的编号。',
    en: '“{text}” in {cell} does not look like a case number. Write one such as 20240257, 〔2024〕33 or 14-3-67.',
  },
  'catalogue.issue.caseNo.several': {
    zh: '{cell} 的“{text}”含有多个案号。请每件一行；并案的，各件分别导入后再并案。',
    en: '“{text}” in {cell} holds several numbers. Give each matter a row; merge them after the import.',
  },
  'catalogue.issue.caseNo.dateLike': {
    zh: '{cell} 的案号被表格软件改成了日期 {text}（如 14-3-7 变为日期）。请把该列设为“文本”格式，重新填写案号。',
    en: 'The spreadsheet turned the number in {cell} into the date {text} (14-3-7 becomes a date). Format the column as text and type the number again.',
  },
  'catalogue.issue.caseNo.shortened': {
    zh: '{cell} 的案号显示为 {text}，末尾数字已丢失。请把该列设为“文本”格式，重新填写。',
    en: 'The number in {cell} shows as {text}; its last digits are lost. Format the column as text and type it again.',
  },
  'catalogue.issue.title.missing': {
    zh: '{cell} 没有标题。请补填。',
    en: '{cell} has no title. Fill it in.',
  },
  'catalogue.issue.kind.missing': {
    zh: '{cell} 所在行看不出是建议还是提案。请在导入时选定本表的类别，或增加“案别”一列。',
    en: 'At {cell} nothing tells suggestions from proposals. Choose the kind for this sheet, or add a column “Kind”.',
  },
  'catalogue.issue.kind.unreadable': {
    zh: '{cell} 的“{text}”既不是“建议”也不是“提案”。请改为其中之一。',
    en: '“{text}” in {cell} is neither suggestion nor proposal. Write one of the two.',
  },
  'catalogue.issue.session.unreadable': {
    zh: '{cell} 的“{text}”看不出第几届第几次会议。请写成如“七届三次会议”。本行其余内容照常导入。',
    en: '“{text}” in {cell} names no term and session. Write it like 七届三次会议. The rest of the row is imported.',
  },
  'catalogue.issue.inSession.unreadable': {
    zh: '{cell} 的“{text}”看不出是会议期间还是闭会期间。请写“大会”或“闭会”。',
    en: '“{text}” in {cell} does not say whether in or off session. Write 大会 or 闭会.',
  },
  'catalogue.issue.year.unreadable': {
    zh: '{cell} 的“{text}”不是年份。请写成如 2024。',
    en: '“{text}” in {cell} is not a year. Write it like 2024.',
  },
  'catalogue.issue.level.unreadable': {
    zh: '{cell} 的“{text}”不是层级。请写全国、省级、市级或区县级；办理期限可能因此不同。',
    en: '“{text}” in {cell} is no level. Write 全国, 省级, 市级 or 区县级; dates may differ by it.',
  },
  'catalogue.issue.proposerType.unreadable': {
    zh: '{cell} 的“{text}”看不出由谁提出。请写个人、联名、代表团、界别、党派、人民团体、专门委员会或委员小组。',
    en: '“{text}” in {cell} does not say who proposes. Write 个人, 联名, 代表团, 界别, 党派, 人民团体, 专门委员会 or 委员小组.',
  },
  'catalogue.issue.proposerType.collective': {
    zh: '{cell} 的“{text}”没有写明是哪一类集体，提案者和界别也看不出。请写党派、人民团体、专门委员会、界别或委员小组。',
    en: '“{text}” in {cell} does not say what body proposes, nor do the names. Write 党派, 人民团体, 专门委员会, 界别 or 委员小组.',
  },
  'catalogue.issue.priority.unreadable': {
    zh: '{cell} 的“{text}”看不出是否重点督办。请写“是”或“否”。',
    en: '“{text}” in {cell} does not say whether the matter is a priority. Write 是 or 否.',
  },
  'catalogue.issue.proposers.missing': {
    zh: '{cell} 没有提出人。没有提出人就无法沟通和评价，请尽量补填。',
    en: '{cell} names no proposer. Without one nobody can be contacted or rate; fill it in if you can.',
  },
  'catalogue.issue.proposers.fewer': {
    zh: '{cell} 写明共 {count} 人，但只列出 {named} 人。已导入列出的人，请补全名单。',
    en: '{cell} speaks of {count} people but names {named}. Those named are imported; complete the list.',
  },
  'catalogue.issue.date.unreadable': {
    zh: '{cell} 的“{text}”不是日期。请写成如 2024-03-15 或 2024年3月15日。',
    en: '“{text}” in {cell} is not a date. Write it like 2024-03-15.',
  },
  'catalogue.issue.date.noSuchDay': {
    zh: '{cell} 的“{text}”不存在这一天。请核对月和日。',
    en: 'There is no such day as “{text}” in {cell}. Check month and day.',
  },
  'catalogue.issue.date.yearMissing': {
    zh: '{cell} 的“{text}”没有年份，本表也没有年度。请在导入时选定年度，或写全日期。',
    en: '“{text}” in {cell} has no year, and the sheet names none. Choose the year for the import, or write the full date.',
  },
  'catalogue.issue.date.monthOnly': {
    zh: '{cell} 的“{text}”只有年月。请写明哪一日。',
    en: '“{text}” in {cell} names only a month. Write the day.',
  },
  'catalogue.issue.date.monthEnd': {
    zh: '{cell} 的“{text}”按当月最后一日 {date} 导入。若不对，请写明日期。',
    en: '“{text}” in {cell} is read as the month’s last day, {date}. If that is wrong, write the date.',
  },
  'catalogue.issue.date.dueBeforeAssigned': {
    zh: '{cell} 的办理时限“{text}”早于交办日期。请核对两个日期。',
    en: 'The due date “{text}” in {cell} is before the date of assignment. Check both.',
  },
  'catalogue.issue.consent.unreadable': {
    zh: '{cell} 的“{text}”看不出是否同意公开，按未表态处理。请写“是”或“否”。',
    en: '“{text}” in {cell} does not say whether publishing is agreed to; read as not stated. Write 是 or 否.',
  },
  'catalogue.issue.role.unreadable': {
    zh: '{cell} 的“{text}”不是办理方式。请写主办、独办、分办或会办。',
    en: '“{text}” in {cell} is no way of handling. Write 主办, 独办, 分办 or 会办.',
  },
  'catalogue.issue.units.missing': {
    zh: '{cell} 没有承办单位。可以导入，之后再交办。',
    en: '{cell} names no unit. It can be imported and assigned later.',
  },
  'catalogue.issue.units.roleAssumed': {
    zh: '{cell} 没有写明 {units} 是主办、分办还是会办，已按先后推定。请核对，或写成“甲局（主办）、乙局（会办）”。',
    en: '{cell} does not say whether {units} lead, handle separately or assist; the order was followed. Check, or mark each unit with its role.',
  },
  'catalogue.issue.units.andOthers': {
    zh: '{cell} 的单位以“等”结尾，只导入了列出的单位。请补全。',
    en: 'The units in {cell} end with 等 (“and others”); only those named are imported. Complete the list.',
  },
  'catalogue.issue.units.collective': {
    zh: '{cell} 的“{unit}”不是具体单位。请逐一写出单位名称。',
    en: '“{unit}” in {cell} is not one unit. Write each unit’s name.',
  },
  'catalogue.issue.units.twoRoles': {
    zh: '{cell} 中“{unit}”同时有两种办理身份。请只保留一种。',
    en: '“{unit}” in {cell} has two roles at once. Keep one.',
  },
  'catalogue.issue.unit.unknown': {
    zh: '{cell} 的单位“{unit}”不在本地单位名录中。请对应到已有单位，或先在单位管理中建立。',
    en: 'The unit “{unit}” in {cell} is not in the directory. Match it to a unit, or set the unit up first.',
  },
  'catalogue.issue.unit.ambiguous': {
    zh: '{cell} 的单位“{unit}”可能是：{proposals}。请选定一个，以后会记住。',
    en: '“{unit}” in {cell} may be {proposals}. Choose one; the choice is remembered.',
  },
  'catalogue.issue.person.unknown': {
    zh: '{cell} 的“{person}”不在代表委员名录中。请对应到已有的人，或新建。',
    en: '“{person}” in {cell} is not among the deputies and members. Match the name, or make a new proposer.',
  },
  'catalogue.issue.person.ambiguous': {
    zh: '{cell} 的“{person}”有同名的人。请选定是哪一位。',
    en: 'More than one person is called “{person}” ({cell}). Choose which.',
  },
  'catalogue.issue.duplicate.repeated': {
    zh: '{cell} 与第 {row} 行完全相同，只导入一次。',
    en: '{cell} repeats row {row} exactly; it is imported once.',
  },
  'catalogue.issue.duplicate.conflict': {
    zh: '{cell} 与第 {row} 行是同一案号，但内容不同。请改正案号，或删去其中一行。',
    en: '{cell} has the number of row {row} but says something else. Correct the number or delete one row.',
  },
  'catalogue.issue.duplicate.title': {
    zh: '{cell} 的标题与第 {row} 行相同、案号不同。请核对是否重复。',
    en: 'The title in {cell} is that of row {row}, under another number. Check for a duplicate.',
  },
  'catalogue.issue.matter.ambiguous': {
    zh: '{cell} 对应到系统中的 {count} 件，无法确定是哪一件。请补填届次或年度。',
    en: '{cell} fits {count} matters in the system. Add the session or the year.',
  },
  'catalogue.issue.matter.otherTitle': {
    zh: '{cell}：系统中该案号的标题是“{title}”。若不是同一件，请改正案号。',
    en: '{cell}: under this number the system has “{title}”. If it is another matter, correct the number.',
  },
  'catalogue.issue.matter.sameTitle': {
    zh: '{cell}：系统中已有同标题的件（案号 {caseNo}）。请核对是否重复。',
    en: '{cell}: the system has a matter of this title (number {caseNo}). Check for a duplicate.',
  },
  ...historyIssues,
  'catalogue.issue.table.noTitleColumn': {
    zh: '没有找到标题（案由）列。请在“列对应”中指定。',
    en: 'No column of titles was found. Choose it among the columns.',
  },
  'catalogue.issue.table.noCaseNoColumn': {
    zh: '没有找到案号列，将按标题核对是否已有。若“序号”就是案号，请在“列对应”中指定。',
    en: 'No column of case numbers was found; rows are compared by title. If the line numbers are the case numbers, choose that column.',
  },
  'catalogue.issue.table.noRows': {
    zh: '工作表“{sheet}”的表头下没有内容。请检查是否选错了工作表。',
    en: 'The sheet “{sheet}” has nothing under its heading. Check whether it is the right sheet.',
  },
  'catalogue.issue.table.unsureColumn': {
    zh: '{column} 列“{header}”的含义是推测的，请核对。',
    en: 'What column {column} “{header}” means is a guess; check it.',
  },
  'catalogue.issue.table.unknownColumn': {
    zh: '{column} 列“{header}”未能识别，不导入。如需要，请指定它对应的内容。',
    en: 'Column {column} “{header}” was not recognised and is left out. Say what it means if you need it.',
  },
} as const satisfies Record<`catalogue.issue.${RowIssueCode}`, Message>;

const fields = {
  'catalogue.field.caseNo': { zh: '案号', en: 'Case number' },
  'catalogue.field.title': { zh: '标题（案由）', en: 'Title' },
  'catalogue.field.body': { zh: '正文', en: 'Body' },
  'catalogue.field.points': { zh: '建议条目', en: 'Points' },
  'catalogue.field.kind': { zh: '建议或提案', en: 'Suggestion or proposal' },
  'catalogue.field.session': { zh: '届次', en: 'Term and session' },
  'catalogue.field.inSession': { zh: '大会或闭会', en: 'In or off session' },
  'catalogue.field.year': { zh: '年度', en: 'Year' },
  'catalogue.field.level': { zh: '层级', en: 'Level' },
  'catalogue.field.proposerType': { zh: '提出者类别', en: 'Proposed by' },
  'catalogue.field.priority': { zh: '重点督办', en: 'Priority' },
  'catalogue.field.proposers': { zh: '提出人（领衔在前）', en: 'Proposers (lead first)' },
  'catalogue.field.coSigners': { zh: '附议人（联名人）', en: 'Co-signers' },
  'catalogue.field.delegationOrSector': { zh: '代表团或界别', en: 'Delegation or sector' },
  'catalogue.field.category': { zh: '类别', en: 'Category' },
  'catalogue.field.handlingMode': { zh: '办理方式', en: 'Way of handling' },
  'catalogue.field.unitsLead': { zh: '主办单位', en: 'Lead units' },
  'catalogue.field.unitsSole': { zh: '独办单位', en: 'Sole unit' },
  'catalogue.field.unitsSeparate': { zh: '分办单位', en: 'Separate units' },
  'catalogue.field.unitsAssist': { zh: '会办单位', en: 'Assisting units' },
  'catalogue.field.unitsMixed': { zh: '承办单位（各种身份）', en: 'Units (roles inside)' },
  'catalogue.field.assignedOn': { zh: '交办日期', en: 'Assigned on' },
  'catalogue.field.dueOn': { zh: '办理时限', en: 'Due on' },
  'catalogue.field.filedOn': { zh: '立案或提交日期', en: 'Filed on' },
  'catalogue.field.phone': { zh: '联系电话', en: 'Phone' },
  'catalogue.field.publicConsent': { zh: '是否同意公开', en: 'Consent to publish' },
  'catalogue.field.note': { zh: '备注', en: 'Note' },
  ...historyFields,
  'catalogue.field.ignored': { zh: '不导入', en: 'Left out' },
} as const satisfies Record<`catalogue.field.${ColumnField}`, Message>;

const changes = {
  'catalogue.change.caseNo': { zh: '案号', en: 'Case number' },
  'catalogue.change.title': { zh: '标题', en: 'Title' },
  'catalogue.change.body': { zh: '正文', en: 'Body' },
  'catalogue.change.points': { zh: '建议条目', en: 'Points' },
  'catalogue.change.year': { zh: '年度', en: 'Year' },
  'catalogue.change.inSession': { zh: '大会或闭会', en: 'In or off session' },
  'catalogue.change.level': { zh: '层级', en: 'Level' },
  'catalogue.change.proposerType': { zh: '提出者类别', en: 'Proposed by' },
  'catalogue.change.priority': { zh: '重点督办', en: 'Priority' },
  'catalogue.change.proposers': { zh: '提出人', en: 'Proposers' },
  'catalogue.change.coSigners': { zh: '附议人', en: 'Co-signers' },
  'catalogue.change.delegationOrSector': { zh: '代表团或界别', en: 'Delegation or sector' },
  'catalogue.change.category': { zh: '类别', en: 'Category' },
  'catalogue.change.units': { zh: '承办单位', en: 'Units' },
  'catalogue.change.assignedOn': { zh: '交办日期', en: 'Assigned on' },
  'catalogue.change.dueOn': { zh: '办理时限', en: 'Due on' },
  'catalogue.change.filedOn': { zh: '立案日期', en: 'Filed on' },
  'catalogue.change.phone': { zh: '联系电话', en: 'Phone' },
  'catalogue.change.publicConsent': { zh: '是否同意公开', en: 'Consent to publish' },
  'catalogue.change.note': { zh: '备注', en: 'Note' },
} as const satisfies Record<`catalogue.change.${ChangedField}`, Message>;

export const catalogueMessages = {
  ...issues,
  ...fields,
  ...changes,
  'catalogue.outcome.new': { zh: '新增', en: 'New' },
  'catalogue.outcome.same': { zh: '无变化', en: 'Same as before' },
  'catalogue.outcome.changed': { zh: '有变化', en: 'Changed' },
  'catalogue.outcome.wrong': { zh: '有错误', en: 'Wrong' },
  'catalogue.match.exact': { zh: '名称相同', en: 'Same name' },
  'catalogue.match.alias': { zh: '已记住的别名', en: 'Remembered name' },
  'catalogue.match.normalised': { zh: '同地同名', en: 'Same duty, same place' },
  'catalogue.match.shortForm': { zh: '通用简称', en: 'Usual short form' },
} as const satisfies MessageTable;

/** Why a file is not read: `refusal.` and the code of `server/platform/workbook`. */
export const workbookRefusalMessages = {
  'refusal.workbook.empty': { zh: '文件是空的。请重新选择文件。', en: 'The file is empty. Choose another.' },
  'refusal.workbook.tooLarge': {
    zh: '文件超过 {limit} MB。请去掉图片和附件，或分成几个文件上传。',
    en: 'The file is larger than {limit} MB. Remove pictures, or upload it in parts.',
  },
  'refusal.workbook.tooManyCells': {
    zh: '表格太大（上限 {rows} 行、{columns} 列）。请删去多余的行列，或分成几个文件。',
    en: 'The sheet is too large (at most {rows} rows and {columns} columns). Delete what is not needed, or split it.',
  },
  'refusal.workbook.tooManySheets': {
    zh: '工作表超过 {limit} 张。请只保留目录所在的工作表。',
    en: 'There are more than {limit} sheets. Keep only those with the catalogue.',
  },
  'refusal.workbook.tooSlow': {
    zh: '文件在 {seconds} 秒内没有读完，已停止。请把内容复制到新的工作簿后再上传。',
    en: 'The file was not read within {seconds} seconds and was given up. Copy the table into a new workbook and upload that.',
  },
  'refusal.workbook.tooComplex': {
    zh: '文件结构过于复杂，无法安全读取。请把内容复制到新的工作簿后再上传。',
    en: 'The file is too complex to be read safely. Copy the table into a new workbook and upload that.',
  },
  'refusal.workbook.bomb': {
    zh: '文件解压后大得不正常，为安全起见不予读取。请把内容复制到新的工作簿后再上传。',
    en: 'The file unpacks to an abnormal size and was refused for safety. Copy the table into a new workbook and upload that.',
  },
  'refusal.workbook.macros': {
    zh: '文件带有宏，为安全起见不予读取。请另存为“Excel 工作簿 (.xlsx)”后再上传。',
    en: 'The file has macros and was refused for safety. Save it as “Excel Workbook (.xlsx)” and upload that.',
  },
  'refusal.workbook.encrypted': {
    zh: '文件设有密码。请取消密码后再上传。',
    en: 'The file is protected by a password. Remove it and upload again.',
  },
  'refusal.workbook.unsafeXml': {
    zh: '文件含有外部引用声明，为安全起见不予读取。请用表格软件另存后再上传。',
    en: 'The file declares external entities and was refused for safety. Save it anew with your spreadsheet program.',
  },
  'refusal.workbook.damaged': {
    zh: '文件已损坏或不完整。请用表格软件打开、另存后再上传。',
    en: 'The file is damaged or incomplete. Open it, save it anew, and upload that.',
  },
  'refusal.workbook.wrongExtension': {
    zh: '不接受 .{extension} 文件。请上传 .xlsx、.xls、.csv 或 .docx。',
    en: 'Files of type .{extension} are not accepted. Upload .xlsx, .xls, .csv or .docx.',
  },
  'refusal.workbook.archive': {
    zh: '这是压缩包。请解压后上传其中的表格文件。',
    en: 'This is an archive. Unpack it and upload the table inside.',
  },
  'refusal.workbook.picture': {
    zh: '这是图片，不能从中读取表格。请上传表格文件。',
    en: 'This is a picture; no table can be read from it. Upload the table’s file.',
  },
  'refusal.workbook.pdf': {
    zh: '这是 PDF，不能可靠地从中读取表格。请上传原来的表格文件。',
    en: 'This is a PDF; tables cannot be read from it reliably. Upload the original table.',
  },
  'refusal.workbook.oldWord': {
    zh: '这是旧版 Word 文档 (.doc)。请另存为 .docx 后再上传。',
    en: 'This is an old Word document (.doc). Save it as .docx and upload that.',
  },
  'refusal.workbook.otherFormat': {
    zh: '不能读取 {format} 格式。请另存为 .xlsx 后再上传。',
    en: 'The format {format} cannot be read. Save it as .xlsx and upload that.',
  },
  'refusal.workbook.notATable': {
    zh: '文件不是表格。请上传 .xlsx、.xls、.csv 或含有表格的 .docx。',
    en: 'The file is not a table. Upload .xlsx, .xls, .csv, or a .docx with a table.',
  },
  'refusal.workbook.openQuote': {
    zh: '第 {line} 行的引号没有结束。请补上引号，或另存为 .xlsx 后再上传。',
    en: 'A quotation mark opened in line {line} is never closed. Close it, or save the file as .xlsx.',
  },
  'refusal.workbook.noTable': {
    zh: '文件里没有表格内容。请检查是否选错了文件。',
    en: 'The file holds no table. Check whether it is the right one.',
  },
} as const satisfies MessageTable;
