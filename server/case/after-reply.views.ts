/** What is asked after a reply, in SQL: for lists, calendars and reminders alike. */
import type { askedAfter, owedDuties } from '#contract/see.ts';
import { type RawBuilder, sql } from 'kysely';

export type AskedAfter = (typeof askedAfter)[number];

/** The column with the day of what is asked after the reply. */
const columnsAfter: Record<AskedAfter, string> = {
  disclose: 'disclose_due_on',
  followUp: 'follow_up_due_on',
};

export const isAfter = (kind: (typeof owedDuties)[number] | undefined): kind is AskedAfter =>
  kind !== undefined && kind in columnsAfter;

/** Until when a duty `a` does that; null: it is not asked, or done. */
export const afterColumn = (kind: AskedAfter): RawBuilder<unknown> => sql.ref(`a.${columnsAfter[kind]}`);
