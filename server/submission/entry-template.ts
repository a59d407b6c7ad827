import { entryListMessages } from '#contract/messages/entry-list.ts';
import type { Language } from '#contract/messages/message.ts';
import { listTemplate } from '../catalogue/template.ts';
import type { FileAnswer } from '../platform/answer.ts';
import type { WritableSheet } from '../platform/workbook/write-workbook.ts';
import { entryColumns } from './entry-columns.ts';

export type WriteWorkbook = (sheets: readonly WritableSheet[]) => Promise<Uint8Array>;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const line: Readonly<Record<string, string>> = {
  title: '关于增设公园夜间照明的建议（示例，请删除本行）',
  facts: '城东三个公园晚上八点以后没有照明，去年发生摔伤十二起，居民多次反映。',
  analysis: '灯杆按十年前的标准布设，经费没有列入养护预算。',
  asks: '1. 在三个公园主要步道补装路灯\n2. 把照明列入年度养护预算',
  author: '张示例',
  group: '城东代表团',
  coSigners: '李示例、王示例（城西代表团）',
  paperOn: '2026-03-01',
  category: '城乡建设',
  publicConsent: '全文公开',
  noScanReason: '',
};

/** The workbook to fill in: its columns and one invented line. */
export const entryTemplate = async (language: Language, write: WriteWorkbook): Promise<FileAnswer> => {
  const name = entryListMessages['entry.template'][language];
  return {
    name: `${name}.xlsx`,
    mediaType: xlsx,
    bytes: await write([{ name, ...listTemplate(entryColumns, line, language) }]),
  };
};
