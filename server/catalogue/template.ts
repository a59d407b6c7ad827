/** Workbooks that show which columns an import knows, with one invented line. */
import type { Language } from '#contract/messages/message.ts';
import { exportColumns } from '#core/catalogue/export-columns.ts';
import { type PastField, pastFields } from '#core/catalogue/fields.ts';
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

/** Beside the catalogue's columns; the heading that the import maps back, and what the invented lines say. */
const historyColumns: Readonly<
  Record<PastField, { readonly en: string; readonly values: readonly string[] }>
> = {
  signedOn: { en: 'Signed on', values: ['2024-03-05', ''] },
  contactedOn: { en: 'Contacted on', values: ['2024-04-02', '2024-07-01'] },
  contactWay: { en: 'Contact', values: ['面商', '走访、电话'] },
  repliedOn: { en: 'Replied on', values: ['2024-05-20', '2024-07-15'] },
  documentNo: { en: 'Document no', values: ['云城管函〔2024〕8号', '云城管函〔2024〕19号'] },
  resultClass: { en: 'Result class', values: ['B', 'A'] },
  disclosure: { en: 'Disclosure', values: ['主动公开', '主动公开'] },
  adopted: { en: 'Adopted', values: ['部分采纳', '采纳'] },
  attitude: { en: 'Attitude', values: ['满意', '满意'] },
  outcome: { en: 'Outcome', values: ['不满意', '满意'] },
  ratedOn: { en: 'Rated on', values: ['2024-06-11', '2024-08-01'] },
  round: { en: 'Round', values: ['首次', '第二次'] },
  closedOn: { en: 'Closed on', values: ['', '2024-08-05'] },
  promise: { en: 'Follow-up', values: ['', '已落实'] },
};

/** One matter in two lines: the first reply, and that of the second handling 第二次办理. */
const historyLine: Readonly<Record<string, string>> = {
  ...catalogueLine,
  caseNo: '20240001',
  year: '2024',
  filedOn: '2024-02-20',
  assignedOn: '2024-03-01',
  dueOn: '2024-06-01',
};

const history = (language: Language): Omit<WritableSheet, 'name'> => {
  const columns = exportColumns.filter(({ field }) => !['body', 'points', 'note', 'phone'].includes(field));
  const zh = (field: PastField): string =>
    field === 'outcome'
      ? '满意度'
      : field === 'round'
        ? '第二次办理'
        : field === 'promise'
          ? '跟踪'
          : textOf(`catalogue.field.${field}`, 'zh');
  return {
    header: [
      ...columns.map(({ header }) => header[language]),
      ...pastFields.map((field) => (language === 'zh' ? zh(field) : historyColumns[field].en)),
    ],
    rows: [0, 1].map((line) => [
      ...columns.map(({ field }) => historyLine[field] ?? null),
      ...pastFields.map((field) => historyColumns[field].values[line] ?? null),
    ]),
    widths: [...columns.map(({ width }) => width), ...pastFields.map(() => 14)],
  };
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

export const templateSheet = (kind: ImportKind | 'history', language: Language): WritableSheet => {
  const name = textOf(`import.template.${kind}`, language);
  if (kind === 'history') return { name, ...history(language) };
  if (kind === 'catalogue') return { name, ...catalogue(language) };
  return kind === 'units'
    ? { name, ...listTemplate(unitFields, unitLine, language) }
    : { name, ...listTemplate(personFields, personLine, language) };
};
