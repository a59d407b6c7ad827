import type { ResponseOf } from '#contract/endpoint.ts';
import { entryListMessages } from '#contract/messages/entry-list.ts';
import type { readEntryList } from '#contract/submission-bulk.ts';
import { texts } from '#web/shared/language.ts';

/** The texts of the page of lists of paper forms. */
export const t = texts(entryListMessages);

export type EntryList = ResponseOf<typeof readEntryList>;
export type EntryListRow = EntryList['rows'][number];

const isField = (at: string): at is keyof typeof fields => at in fields;
const fields = {
  title: 'entry.field.title',
  facts: 'entry.field.facts',
  analysis: 'entry.field.analysis',
  asks: 'entry.field.asks',
  author: 'entry.field.author',
  group: 'entry.field.group',
  coSigners: 'entry.field.coSigners',
  paperOn: 'entry.field.paperOn',
  organ: 'entry.field.organ',
  category: 'entry.field.category',
  publicConsent: 'entry.field.publicConsent',
  proposerType: 'entry.field.proposerType',
  bodyName: 'entry.field.bodyName',
  noScanReason: 'entry.field.noScanReason',
} as const;

/** The column that an error stands in, as people call it. */
export const fieldWord = (at: string): string => {
  const field = at.replace(/\[\d+\]$/, '');
  return isField(field) ? t(fields[field]) : '';
};
