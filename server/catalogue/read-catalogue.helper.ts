import { serveOrders } from '../platform/helper/serve-orders.ts';
import { parseWorkbook } from '../platform/workbook/parse-workbook.ts';
import type { CatalogueReading, CatalogueToRead } from './read-catalogue.ts';
import { readTable } from './read-table.ts';

serveOrders(async ({ file, order }: CatalogueToRead): Promise<CatalogueReading> => {
  const workbook = await parseWorkbook(file.bytes, file.name);
  if (!workbook.ok) return { ok: false, refusal: { code: workbook.code, params: workbook.params } };
  return readTable(workbook.sheets, order);
});
