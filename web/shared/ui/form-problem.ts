import type { FormInstance } from 'antd';
import { useState } from 'react';
import type { ProblemBody } from '../api.ts';

/** `points[2].answer` or `points.2.answer` → `['points', 2, 'answer']`, the name of a form item. */
export const pathOf = (at: string): (string | number)[] =>
  at
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The form item that shows what is said of `path`: itself, or the nearest above it; undefined: the form has none. */
export const itemFor = (
  items: readonly (readonly (string | number)[])[],
  path: readonly (string | number)[],
): (string | number)[] | undefined =>
  items
    .filter((item) => item.length > 0 && item.every((part, at) => String(part) === String(path[at])))
    .map((item) => [...item])
    .sort((a, b) => b.length - a.length)[0];

/**
 * Marks the form items that a problem is about (`at`, `fields`), scrolls to the first and says whether there was
 * one; where not, the problem must be shown as an alert.
 */
export const markProblem = (form: FormInstance, problem: ProblemBody): boolean => {
  // Only items that are there: a mark on a part of the value that has no item would be seen by nobody.
  const items = form.getFieldsError().map(({ name }) => name);
  const about = [
    ...(problem.at === undefined ? [] : [{ path: problem.at, message: problem.detail }]),
    ...(problem.fields ?? []),
  ].flatMap(({ path, message }) => {
    const name = itemFor(items, pathOf(path));
    return name === undefined ? [] : [{ name, errors: [message] }];
  });
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
