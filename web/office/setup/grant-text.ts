import { c } from './setup-texts.ts';
import type { RoleName } from './setup-types.ts';

type Held = {
  readonly role: RoleName;
  /** `parent`: the unit of a section, where the name does not hold it already. */
  readonly unit: { readonly name: string; readonly parent?: string | null } | null;
  readonly organ: { readonly name: string } | null;
};

/** 承办单位办公室 · 市交通运输局: the role with where it is held. */
export const grantText = ({ role, unit, organ }: Held): string => {
  const where = organ?.name ?? `${unit?.parent ?? ''} ${unit?.name ?? ''}`.trim();
  return where === '' ? c(`role.${role}`) : `${c(`role.${role}`)} · ${where}`;
};
