import { serveOrders } from '../helper/serve-orders.ts';
import { parseWorkbook } from './parse-workbook.ts';
import type { FileToRead } from './read-workbook.ts';

serveOrders(({ bytes, name }: FileToRead) => parseWorkbook(bytes, name));
