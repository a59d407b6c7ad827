import type { unitStaff } from '#contract/assignment.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { absenceMessages } from '#contract/messages/absence.ts';
import { texts } from '#web/shared/language.ts';
import { t } from './matter-texts.ts';

type Staff = ResponseOf<typeof unitStaff>;

const a = texts(absenceMessages);

const withAway = (label: string, { away }: Staff['leaders'][number]): string =>
  away === null ? label : `${label} · ${a('absence.away', away)}`;

/** A leader as a choice: whoever is away says until when, and who stands in. */
export const leaderLabel = (one: Staff['leaders'][number]): string => withAway(one.name, one);

/** A handler as a choice, with what he has in hand already. */
export const handlerLabel = (one: Staff['handlers'][number]): string =>
  withAway(t('matter.subAssign.handler', { name: one.name, count: one.openDuties }), one);
