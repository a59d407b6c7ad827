import { same } from '#contract/same.ts';

/** What someone else changed while a form was open, field by field, for the person who has to decide. */

export type SeenChange = { readonly field: string; readonly from: string; readonly to: string };

/**
 * Fields whose text differs between what the form was opened with and what stands now. Both are the fields of
 * one row as texts, under the labels that the form shows.
 */
export const changesSince = (
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly SeenChange[] =>
  Object.entries(now).flatMap(([field, to]) => {
    const from = before[field] ?? '';
    return from === to ? [] : [{ field, from, to }];
  });

/** What the form goes on with: where nothing was typed, what stands now; where something was, what was typed. */
export const mergeUntouched = <V extends object>(opened: V, typed: Partial<V>, now: V): Partial<V> =>
  Object.fromEntries(
    Object.entries(typed).map(([field, value]) => {
      const key = field as keyof V;
      return [field, same(value, opened[key]) ? now[key] : value];
    }),
  ) as Partial<V>;
