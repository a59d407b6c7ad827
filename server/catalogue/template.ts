/** Workbooks that show which columns an import knows, with one invented line. */
import type { Language } from '#contract/messages/message.ts';
import { exportColumns } from '#core/catalogue/export-columns.ts';
import type { WritableSheet } from '../platform/workbook/write-workbook.ts';
import type { ImportKind } from './import.store.ts';
import { personFields, unitFields } from './setup-lists.ts';
import { textOf } from './import-words.ts';

const catalogueLine: Readonly<Record<string, string>> = {
  caseNo: '20260001',
  kind: '建议',
  session: '云川市第九届人民代表大会第一次会议',
  inSession: '大会',
  year: '2026',
  level: '市级',
  proposerType: '个人或联名',
  priority: '否',
  title: '关于增设公园夜间照明的建议（示例，请删除本行）',
  proposers: '张示例',
  category: '城乡建设',
  unitsLead: '云川市城市管理局',
  unitsAssist: '云川市公安局',
};

const unitLine: Readonly<Record<string, string>> = {
  name: '公园管理科（示例，请删除本行）',
  parent: '云川市城市管理局',
};

const personLine: Readonly<Record<string, string>> = {
  personName: '张示例（请删除本行）',
  post: '科长',
  phone: '19900000001',
  role: '科室负责人',
  unit: '云川市城市管理局',
  section: '公园管理科',
};

/** A template of a plain list: its columns and one invented line. */
export const listTemplate = (
  fields: Readonly<Record<string, readonly string[]>>,
  line: Readonly<Record<string, string>>,
  language: Language,
): Omit<WritableSheet, 'name'> => ({
  header: Object.values(fields).map((names) => names[language === 'zh' ? 0 : 1] ?? names[0] ?? ''),
  rows: [Object.keys(fields).map((field) => line[field] ?? null)],
  widths: Object.keys(fields).map(() => 20),
});

const catalogue = (language: Language): Omit<WritableSheet, 'name'> => {
  // Computed or kept elsewhere: the import understands these columns and leaves them out.
  const columns = exportColumns.filter(({ field }) => !['dueOn', 'note'].includes(field));
  return {
    header: columns.map(({ header }) => header[language]),
    rows: [columns.map(({ field }) => catalogueLine[field] ?? null)],
    widths: columns.map(({ width }) => width),
  };
};

export const templateSheet = (kind: ImportKind, language: Language): WritableSheet => {
  const name = textOf(`import.template.${kind}`, language);
  if (kind === 'catalogue') return { name, ...catalogue(language) };
  return kind === 'units'
    ? { name, ...listTemplate(unitFields, unitLine, language) }
    : { name, ...listTemplate(personFields, personLine, language) };
};
