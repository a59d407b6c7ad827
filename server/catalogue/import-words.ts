/** Turns what is kept of an import into sentences and words of the reader's language. */
import { catalogueMessages, workbookRefusalMessages } from '#contract/messages/catalogue.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { importMessages } from '#contract/messages/import.ts';
import { fill, type Language, type MessageTable } from '#contract/messages/message.ts';
import { refusalMessages } from '#contract/messages/refusals.ts';
import type { FieldValue } from '#core/catalogue/compare-rows.ts';
import { sentenceOf, type AnyRefusal } from '../platform/problem.ts';
import type { StoredChange, StoredIssue } from './import-row.ts';

const table: MessageTable = {
  ...commonMessages,
  ...refusalMessages,
  ...workbookRefusalMessages,
  ...catalogueMessages,
  ...importMessages,
};

/** The text under a key; the key itself when there is none, so that it is seen and reported. */
export const textOf = (
  key: string,
  language: Language,
  params: Readonly<Record<string, string | number>> = {},
): string => {
  const message = table[key];
  return message === undefined ? key : fill(message, language, params);
};

export const labelOf = (field: string, language: Language): string => {
  const key = [`import.field.${field}`, `catalogue.field.${field}`].find((one) => one in table);
  return key === undefined ? field : textOf(key, language);
};

/** `lead:云川市教育局` → 主办 云川市教育局. */
const unitWords = (value: string, language: Language): string => {
  const [role = '', ...name] = value.split(':');
  return `${textOf(`import.role.${role}`, language)} ${name.join(':')}`;
};

export const factWord = (field: string, value: string, language: Language): string => {
  if (field === 'units') return unitWords(value, language);
  if (field === 'level' || field === 'proposerType') return textOf(`${field}.${value}`, language);
  return field === 'kind' || field === 'priority' ? textOf(`import.word.${value}`, language) : value;
};

const changeWord = (change: StoredChange, value: FieldValue, language: Language): string => {
  if (value === null || value === '') return textOf('import.word.nothing', language);
  if (typeof value === 'boolean') {
    const words = { inSession: ['inSession', 'offSession'], phone: ['kept', 'nothing'] } as const;
    const [yes, no] = words[change.field as keyof typeof words] ?? ['yes', 'no'];
    return textOf(`import.word.${value ? yes : no}`, language);
  }
  if (typeof value === 'object') {
    const list = change.field === 'units' ? value.map((one) => unitWords(one, language)) : value;
    return list.length === 0
      ? textOf('import.word.nothing', language)
      : list.join(language === 'zh' ? '、' : ', ');
  }
  return factWord(change.field, String(value), language);
};

export const viewChange = (change: StoredChange, language: Language) => ({
  field: change.field,
  label: labelOf(change.field, language),
  from: changeWord(change, change.from, language),
  to: changeWord(change, change.to, language),
  byHand: change.byHand === null ? null : textOf(change.byHand, language),
});

export const viewIssue = (issue: StoredIssue, language: Language) => ({
  code: issue.code,
  severity: issue.severity,
  field: issue.field,
  cell: issue.cell,
  message: textOf(issue.code, language, issue.params),
});

export const viewRefusal = (refusal: AnyRefusal | null, language: Language) =>
  refusal === null ? null : { code: refusal.code, message: sentenceOf(refusal, language) };
