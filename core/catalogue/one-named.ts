import { compact } from './plain-text.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** `group`: the delegation or sector 代表团/界别 that was written with the name; empty: none was. */
export type Named = { readonly name: string; readonly group: string };

const bracketed = /^(.+?)\s*[（(]([^（()）]+)[）)]$/;

/** 张三（城东代表团） is 张三 of 城东代表团. */
export const namedIn = (text: string): Named => {
  const parts = bracketed.exec(text.trim());
  return { name: (parts?.[1] ?? text).trim(), group: (parts?.[2] ?? '').trim() };
};

/** What stands in brackets may be a workplace as well: only a group of the organ says who is meant. */
export const knownGroup = ({ name, group }: Named, groups: readonly string[]): Named => ({
  name,
  group: groups.some((one) => compact(one) === compact(group)) ? group : '',
});

/**
 * The one of `people` who is called so. Of several with one name nobody is guessed: the group says who. A single one of
 * another group is somebody else; who has no group in the register is not held against it. Refusals: `field-empty`,
 * `author-unknown`, `author-twice`, `author-elsewhere`, each at `at`.
 */
export const oneNamed = <P extends Named>(
  people: readonly P[],
  { name, group }: Named,
  at: string,
): { readonly person: P } | { readonly refusal: Refusal } => {
  if (name === '') return { refusal: refuse('field-empty', { field: at }, at) };
  const called = people.filter((person) => person.name === name);
  const inGroup = called.filter((one) => compact(one.group) === compact(group));
  const found = called.length > 1 && group !== '' ? inGroup : called;
  const [person] = found;
  if (person === undefined && called.length === 0) return { refusal: refuse('author-unknown', { name }, at) };
  if (person === undefined || found.length > 1)
    return { refusal: refuse('author-twice', { name, count: called.length }, at) };
  return group === '' || person.group === '' || inGroup.length > 0
    ? { person }
    : { refusal: refuse('author-elsewhere', { name, group, found: person.group }, at) };
};
