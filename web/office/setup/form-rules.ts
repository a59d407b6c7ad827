import type { FormRule } from 'antd';
import { t } from './setup-texts.ts';

/** A text that must not be empty or blank. */
export const needed = (): FormRule[] => [
  { required: true, whitespace: true, message: t('setup.form.needed') },
];

/** A choice or a number that must be made. */
export const needsChoice = (message = t('setup.form.choose')): FormRule[] => [{ required: true, message }];

/** At least one of several boxes. Said by a validator: a group of boxes cannot be marked as required (ARIA 1.2). */
export const needsSome = (message = t('setup.form.choose')): FormRule => ({
  validator: (_, value: unknown) =>
    Array.isArray(value) && value.length > 0 ? Promise.resolve() : Promise.reject(new Error(message)),
});

/** A date (`YYYY-MM-DD`, or empty) that must not lie before the date of another field. */
export const laterOrSame =
  (other: string, message: string): FormRule =>
  (form) => ({
    validator: (_, value: unknown) => {
      const before: unknown = form.getFieldValue(other);
      const wrong =
        typeof value === 'string' &&
        value !== '' &&
        typeof before === 'string' &&
        before !== '' &&
        value < before;
      return wrong ? Promise.reject(new Error(message)) : Promise.resolve();
    },
  });
