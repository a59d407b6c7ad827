import { sql } from 'kysely';

export const matter = sql;
