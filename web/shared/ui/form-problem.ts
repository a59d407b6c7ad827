import type { FormInstance } from 'antd';
import { useState } from 'react';
import type { ProblemBody } from '../api.ts';

/** `points[2].answer` or `points.2.answer` → `['points', 2, 'answer']`, the name of a form item. */
export const pathOf = (at: string): (string | number)[] =>
  at
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/**
 * Marks the form items that a problem is about (`at`, `fields`), scrolls to the first and says whether there was
 * one; where not, the problem must be shown as an alert.
 */
export const markProblem = (form: FormInstance, problem: ProblemBody): boolean => {
  const known = new Set(Object.keys(form.getFieldsValue(true) as object));
  const about = [
    ...(problem.at === undefined ? [] : [{ path: problem.at, message: problem.detail }]),
    ...(problem.fields ?? []),
  ]
    .map(({ path, message }) => ({ name: pathOf(path), errors: [message] }))
    .filter(({ name }) => known.has(String(name[0])));
  if (about.length === 0) return false;
  form.setFields(about);
  const [first] = about;
  if (first !== undefined) form.scrollToField(first.name, { block: 'center', focus: true });
  return true;
};

/** Refusals of a form: at the items they are about, or, where there is none, as `problem` for an alert. */
export const useFormProblem = (form: FormInstance) => {
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  return { problem, show: (next: ProblemBody): void => setProblem(markProblem(form, next) ? null : next) };
};
