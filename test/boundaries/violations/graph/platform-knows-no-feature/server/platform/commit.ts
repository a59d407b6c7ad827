import { store } from '../matter/matter.store.ts';

export const commit = store;
