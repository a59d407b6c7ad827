/** What the lists of supervision 催办、督办 show, and the filters that they take. */
import { supervisionNoticeStates } from '#core/supervision/notice.ts';
import { supervisionActKinds } from '#core/supervision/supervision-act.ts';
import { urgeLevels, urgeStates } from '#core/supervision/urge.ts';
import { z } from 'zod';
import { matterKind } from './matter-page.ts';
import { allowedAction, id, idParam, instant, localDate, named, yearParam } from './schemas.ts';

export const urgeLevel = z.enum(urgeLevels);
const urgeState = z.enum(urgeStates);
const noticeState = z.enum(supervisionNoticeStates);
export { supervisionActKinds };

const actKind = z.enum(supervisionActKinds);
export const part = z.enum(['unitOffice', 'unitLeader']);

export const offices = ['supervisor', 'congress-office', 'cppcc-office'] as const;
export const readers = [...offices, 'city-leader'] as const;
export const withUnits = [...readers, 'unit-office', 'unit-leader'] as const;

export const matterRef = z.object({ id, kind: matterKind, caseNo: z.string(), title: z.string() });

export const urgeRow = z
  .object({
    id,
    version: z.number().int(),
    assignmentId: id,
    matter: matterRef,
    unit: named,
    round: z.number().int(),
    level: urgeLevel,
    levelName: z.object({ zh: z.string(), en: z.string() }),
    proposed: urgeLevel,
    reason: z.string().nullable(),
    state: urgeState,
    slipNo: z.string(),
    text: z.string(),
    issuedOn: localDate,
    issuedBy: z.string(),
    acknowledgeBy: localDate,
    /** Nobody has acknowledged by the day on which it was wanted. */
    late: z.boolean(),
    wanted: z.array(part),
    acknowledgements: z.array(
      z.object({
        part,
        by: z.string(),
        at: instant,
        note: z.string(),
        doneBy: localDate.nullable(),
      }),
    ),
    takenBackReason: z.string().nullable(),
    allowedActions: z.array(allowedAction),
  })
  .meta({ id: 'UrgeSlip' });

export const noticeRow = z
  .object({
    id,
    version: z.number().int(),
    unit: named,
    organId: id.nullable(),
    state: noticeState,
    documentNo: z.string(),
    requirement: z.string(),
    matters: z.array(matterRef),
    issuedOn: localDate,
    issuedBy: z.string(),
    reportBy: localDate,
    /** The date has passed and the unit has not reported. */
    late: z.boolean(),
    report: z.string().nullable(),
    steps: z.array(
      z.object({
        type: z.string(),
        text: z.string(),
        reportBy: localDate.nullable(),
        by: z.string(),
        at: instant,
      }),
    ),
    allowedActions: z.array(allowedAction),
  })
  .meta({ id: 'SupervisionNotice' });

export const actRow = z
  .object({
    id,
    version: z.number().int(),
    kind: actKind,
    amount: z.number().int().positive(),
    people: z.number().int().nonnegative(),
    on: localDate,
    who: z.string(),
    withWhom: z.string(),
    place: z.string(),
    result: z.string(),
    matters: z.array(matterRef),
    units: z.array(named),
    files: z.array(z.object({ id, name: z.string(), size: z.number().int() })),
    enteredBy: z.string(),
    enteredAt: instant,
    struckReason: z.string().nullable(),
    /** Whether this person may strike it out. */
    mayStrike: z.boolean(),
  })
  .meta({ id: 'SupervisionAct' });

const listing = {
  unitId: idParam.optional(),
  organId: idParam.optional(),
  matterId: idParam.optional(),
  year: yearParam.optional(),
  cursor: z.string().max(200).optional(),
} as const;

/** `standing`: every slip but those taken back. `late`: not acknowledged by the day. */
export const urgeFilter = z.object({
  ...listing,
  level: urgeLevel.optional(),
  state: z.enum(['standing', 'sent', 'acknowledged', 'takenBack']).optional(),
  late: z.enum(['yes']).optional(),
});

/** `open`: served, in hand or reported back. */
export const noticeFilter = z.object({
  ...listing,
  state: z.enum(['open', 'served', 'inHand', 'reportedBack', 'settled', 'cancelled']).optional(),
  late: z.enum(['yes']).optional(),
});

/** Struck acts are listed only on request, and never counted. */
export const actFilter = z.object({
  ...listing,
  kind: actKind.optional(),
  struck: z.enum(['yes']).optional(),
});

/** What a command answers with; the page then asks for what it shows. */
export const changed = z.object({ id, version: z.number().int(), state: z.string() });

/** The list as a workbook. */
export const exportOf = <const N extends string, const P extends string, Q extends z.ZodObject>(
  name: N,
  path: P,
  summary: { zh: string; en: string },
  query: Q,
  roles: readonly (typeof withUnits)[number][],
) =>
  ({
    id: name,
    method: 'GET',
    path: `/api/supervision/${path}/export`,
    tag: 'supervision',
    summary,
    access: { kind: 'roles', roles, rows: 'as the list' },
    scope: 'matters:read',
    query,
    response: 'file',
  }) as const;
