import { serveOrders } from '../helper/serve-orders.ts';
import { buildWorkbook } from './build-workbook.ts';

serveOrders(buildWorkbook);
