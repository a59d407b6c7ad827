import { sql } from 'kysely';

export const close = sql;
