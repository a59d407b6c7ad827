import { serveOrders } from '../platform/helper/serve-orders.ts';
import { searchWords } from '../platform/search.ts';
import type { Cuttable } from './word-cutter.ts';

serveOrders((texts: readonly Cuttable[]) => texts.map(searchWords));
