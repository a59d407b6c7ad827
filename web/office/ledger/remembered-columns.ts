import { type ColumnKey, defaultColumns, soundColumns } from './ledger-columns.tsx';

const stored = 'luoshi.ledger-columns';

/** The columns that this device showed last, where the address names none. */
export const rememberedColumns = (): readonly ColumnKey[] => {
  const kept = localStorage.getItem(stored);
  return kept === null || kept === '' ? defaultColumns : soundColumns(kept.split(','));
};

export const rememberColumns = (columns: readonly ColumnKey[]): void =>
  localStorage.setItem(stored, columns.join(','));
