import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { mergeUntouched } from './changes-since.ts';

/**
 * Follows a row that someone else saves while its form is open: fields that were not touched take what stands now.
 * `version` says when there is something new; `now` are the row's values as the form keeps them.
 */
export const useFreshRow = <V extends object>(form: FormInstance<V>, version: number, now: V): void => {
  const base = useRef({ version, values: now });
  useEffect(() => {
    if (base.current.version === version) return;
    const typed = form.getFieldsValue() as Partial<V>;
    form.setFieldsValue(
      mergeUntouched(base.current.values, typed, now) as Parameters<typeof form.setFieldsValue>[0],
    );
    base.current = { version, values: now };
  }, [form, version, now]);
};
