import { getImport } from '#contract/import.ts';
import { call } from '#web/shared/api.ts';
import type { ImportRow } from './import-types.ts';

/** Every row of one outcome, page after page, at most `most`. Throws `ApiProblem` when a page is refused. */
export const allRows = async (
  importId: number,
  outcome: ImportRow['outcome'],
  most: number,
): Promise<readonly ImportRow[]> => {
  const rows: ImportRow[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: ImportRow[]; next: string | null } = await call(getImport, {
      params: { importId },
      query: { outcome, limit: 500, ...(cursor === null ? {} : { cursor }) },
    });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null && rows.length < most);
  return rows;
};
