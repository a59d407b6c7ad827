/**
 * To which organs one writes and by which rules, as this device was told last: rules, nothing about
 * people or matters. It stands among the drafts of the person, and leaves with what has arrived.
 */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { writingForms } from '#contract/submission.ts';

export type Forms = ResponseOf<typeof writingForms>;

const keyOf = (personId: number): string => `luoshi.writing.${personId}.rules`;

const isForms = (value: unknown): value is Forms =>
  typeof value === 'object' &&
  value !== null &&
  'items' in value &&
  Array.isArray(value.items) &&
  'units' in value;

export const rememberForms = (personId: number, forms: Forms): void => {
  try {
    localStorage.setItem(keyOf(personId), JSON.stringify(forms));
  } catch {
    // Storage is refused: beginning a draft then needs a connection.
  }
};

export const readForms = (personId: number): Forms | null => {
  try {
    const forms: unknown = JSON.parse(localStorage.getItem(keyOf(personId)) ?? 'null');
    return isForms(forms) ? forms : null;
  } catch {
    return null;
  }
};
