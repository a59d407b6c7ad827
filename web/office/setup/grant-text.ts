import { c } from './setup-texts.ts';
import type { HeldGrant } from './setup-types.ts';

/** 承办单位办公室 · 市交通运输局: the role with where it is held. */
export const grantText = ({ role, unit, organ }: Pick<HeldGrant, 'role' | 'unit' | 'organ'>): string => {
  const where = organ?.name ?? unit?.name ?? '';
  return where === '' ? c(`role.${role}`) : `${c(`role.${role}`)} · ${where}`;
};
