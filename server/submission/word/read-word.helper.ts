import { serveOrders } from '../../platform/helper/serve-orders.ts';
import { parseWord } from './parse-word.ts';

serveOrders((bytes: Uint8Array) => parseWord(bytes));
