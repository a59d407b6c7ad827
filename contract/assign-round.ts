import { planStands, roundStates, type PlanStand, type RoundState } from '#core/assign-round/round.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { bulkOutcome, plannedDuty } from './matter.ts';
import { handlingRole } from './matter-page.ts';
import { allowedAction, id, idParam, instant, localDate, named, page } from './schemas.ts';

const offices = {
  kind: 'roles',
  roles: ['supervisor', 'congress-office', 'cppcc-office'],
  rows: 'rounds of the organ whose office it is; the supervisor: of any organ; each row by core/assign-round/lifecycle.ts',
} as const;
const officesAndUnits = {
  kind: 'roles',
  roles: ['supervisor', 'congress-office', 'cppcc-office', 'unit-office'],
  rows: 'as for the offices; a unit: rounds in which it is asked, and of them its own matters',
} as const;
const units = {
  kind: 'roles',
  roles: ['unit-office'],
  rows: 'proposals to the own unit, while the round is open',
} as const;

const roundParams = z.object({ roundId: idParam });
const name = z.string().trim().min(1).max(100);
const note = z.string().max(2_000);
/** Most matters of one round, and most that one command is about. */
export const mostInRound = 2_000;
const matterIds = z.array(id).min(1).max(mostInRound);

const counts = z.object({
  matters: z.number().int(),
  assigned: z.number().int(),
  unplanned: z.number().int(),
  waiting: z.number().int(),
  disputed: z.number().int(),
  agreed: z.number().int(),
  silent: z.number().int(),
  kept: z.number().int(),
});

export const roundHead = z
  .object({
    id,
    version: z.number().int(),
    organ: named,
    name: z.string(),
    note: z.string(),
    state: z.enum(roundStates),
    closesAt: instant,
    openedAt: instant.nullable(),
    /** For a unit: counts of its own matters only. */
    counts,
    /** Lines of the reader's own units that wait for an answer. */
    toAnswer: z.number().int(),
  })
  .meta({ id: 'AssignRoundHead' });

export const assignRounds = endpoint({
  id: 'assignRounds',
  method: 'GET',
  path: '/api/assign-rounds',
  tag: 'assignments',
  summary: { zh: '拟交办各轮', en: 'Rounds of proposed assignments' },
  access: officesAndUnits,
  scope: 'matters:read',
  query: z.object({ cursor: idParam.optional() }),
  response: page(roundHead),
});

export const startAssignRound = endpoint({
  id: 'startAssignRound',
  method: 'POST',
  path: '/api/assign-rounds',
  tag: 'assignments',
  summary: { zh: '新建一轮拟交办', en: 'Start a round of proposed assignments' },
  access: offices,
  scope: 'matters:write',
  body: z.object({
    organId: id,
    name,
    note,
    closesAt: instant,
    /** Null: every matter of the organ that is filed, not assigned and in no other round. */
    matterIds: matterIds.nullable(),
  }),
  response: z.object({ id, matters: z.number().int() }),
  command: true,
});

export const assignRound = endpoint({
  id: 'assignRound',
  method: 'GET',
  path: '/api/assign-rounds/:roundId',
  tag: 'assignments',
  summary: { zh: '一轮拟交办', en: 'One round' },
  access: officesAndUnits,
  scope: 'matters:read',
  params: roundParams,
  response: roundHead.extend({
    allowedActions: z.array(allowedAction),
    /** Units whose office the reader is, of those that are asked. */
    ownUnits: z.array(named.extend({ sections: z.array(named) })),
    /** How much each unit is proposed for, has answered and has been given. */
    units: z.array(
      named.extend({
        proposed: z.number().int(),
        lead: z.number().int(),
        answered: z.number().int(),
        objected: z.number().int(),
      }),
    ),
  }),
});

/** How a stand is called: while the round is prepared no unit was asked, so none is waited for. */
export const standWord = <const S extends PlanStand | 'assigned'>(stand: S, state: RoundState) =>
  stand === 'waiting' && state === 'draft' ? 'drafted' : stand;

export const proposal = z
  .object({
    id,
    unit: named,
    kind: z.enum(['proposed', 'named']),
    role: handlingRole,
    origin: z.enum(['hand', 'recommended', 'objection']),
    answer: z.enum(['accepted', 'objected']).nullable(),
    answerRole: handlingRole.nullable(),
    section: named.nullable(),
    reason: z.string().nullable(),
    namedUnit: named.nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: instant.nullable(),
    kept: z.object({ reason: z.string(), by: z.string() }).nullable(),
    /** The reader may answer it now. */
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'ProposedDuty' });

export const roundRow = z
  .object({
    matterId: id,
    version: z.number().int(),
    caseNo: z.string(),
    title: z.string(),
    category: z.string().nullable(),
    proposers: z.string(),
    stand: z.enum(planStands),
    /** What would be refused about the plan as it stands. */
    flaw: z.string().nullable(),
    assignedAt: instant.nullable(),
    proposals: z.array(proposal),
  })
  .meta({ id: 'AssignRoundRow' });

export const assignRoundMatters = endpoint({
  id: 'assignRoundMatters',
  method: 'GET',
  path: '/api/assign-rounds/:roundId/matters',
  tag: 'assignments',
  summary: { zh: '拟交办表', en: 'The table of a round' },
  access: officesAndUnits,
  scope: 'matters:read',
  params: roundParams,
  query: z.object({
    stand: z.enum([...planStands, 'assigned']).optional(),
    unitId: idParam.optional(),
    q: z.string().trim().max(60).optional(),
    cursor: z.string().max(20).optional(),
  }),
  response: page(roundRow),
});

export const assignRoundMatter = endpoint({
  id: 'assignRoundMatter',
  method: 'GET',
  path: '/api/assign-rounds/:roundId/matters/:matterId',
  tag: 'assignments',
  summary: { zh: '征求意见的一件：正文与建议条目', en: 'The text of a matter on which units are asked' },
  access: officesAndUnits,
  scope: 'matters:read',
  params: roundParams.extend({ matterId: idParam }),
  response: z.object({
    caseNo: z.string(),
    title: z.string(),
    body: z.string(),
    points: z.array(z.object({ no: z.number().int(), text: z.string() })),
  }),
});

const onRound = <const I extends string, const P extends string, B extends z.ZodType>(
  action: I,
  path: P,
  summary: { zh: string; en: string },
  body: B,
) =>
  ({
    id: action,
    method: 'POST',
    path: `/api/assign-rounds/:roundId/${path}`,
    tag: 'assignments',
    summary,
    access: offices,
    scope: 'matters:write',
    params: roundParams,
    body,
    response: z.object({ id, version: z.number().int() }),
    command: true,
    ifMatch: true,
  }) as const;

export const changeAssignRound = endpoint(
  onRound(
    'changeAssignRound',
    'change',
    { zh: '修改名称、截止时间', en: 'Change name and closing time' },
    z.object({ name, note, closesAt: instant }),
  ),
);

export const openAssignRound = endpoint(
  onRound('openAssignRound', 'open', { zh: '发出征求意见', en: 'Ask the units' }, z.object({})),
);

export const endAssignRound = endpoint(
  onRound('endAssignRound', 'end', { zh: '结束本轮', en: 'End the round' }, z.object({})),
);

const inRound = <const I extends string, const P extends string, B extends z.ZodType>(
  action: I,
  path: P,
  summary: { zh: string; en: string },
  body: B,
) =>
  ({
    id: action,
    method: 'POST',
    path: `/api/assign-rounds/:roundId/${path}`,
    tag: 'assignments',
    summary,
    access: offices,
    scope: 'matters:write',
    params: roundParams,
    body,
    response: bulkOutcome,
    command: true,
  }) as const;

export const addToRound = endpoint(
  inRound(
    'addToRound',
    'add',
    { zh: '列入本轮', en: 'Add matters' },
    z.object({ matterIds: matterIds.nullable() }),
  ),
);

export const takeFromRound = endpoint(
  inRound('takeFromRound', 'take-out', { zh: '移出本轮', en: 'Take matters out' }, z.object({ matterIds })),
);

export const proposeUnits = endpoint(
  inRound(
    'proposeUnits',
    'proposals',
    { zh: '拟定承办单位', en: 'Propose units' },
    z.object({
      items: z
        .array(
          z.object({
            matterId: id,
            /** Of the row, as it was seen. */
            version: z.number().int(),
            duties: z
              .array(plannedDuty.extend({ origin: z.enum(['hand', 'recommended']).default('hand') }))
              .max(100),
          }),
        )
        .min(1)
        .max(mostInRound),
    }),
  ),
);

export const answerProposals = endpoint({
  ...inRound(
    'answerProposals',
    'answers',
    { zh: '反馈拟交办意见', en: 'Answer proposals' },
    z.object({
      items: z
        .array(
          z.object({
            proposalId: id,
            answer: z.enum(['accepted', 'objected']),
            /** The part that the unit would take; null: as proposed. */
            role: handlingRole.nullable().default(null),
            sectionId: id.nullable().default(null),
            reason: z.string().max(2_000).default(''),
            namedUnitId: id.nullable().default(null),
          }),
        )
        .min(1)
        .max(500),
    }),
  ),
  access: units,
});

export const keepProposal = endpoint({
  ...inRound(
    'keepProposal',
    'proposals/:proposalId/keep',
    { zh: '维持拟办意见', en: 'Keep a proposal against an objection' },
    z.object({ reason: z.string().max(2_000) }),
  ),
  params: roundParams.extend({ proposalId: idParam }),
  response: z.object({ id, version: z.number().int() }),
});

export const assignFromRound = endpoint(
  inRound(
    'assignFromRound',
    'assign',
    { zh: '把已达成一致的正式交办', en: 'Assign what is agreed' },
    z.object({ matterIds, responsibleLeader: z.string().max(100) }),
  ),
);

const paperFormat = z.enum(['pdf', 'docx']);

export const meetingList = endpoint({
  id: 'meetingList',
  method: 'GET',
  path: '/api/assign-rounds/:roundId/meeting-list',
  tag: 'assignments',
  summary: { zh: '交办会材料：交办清单', en: 'The list for the assignment meeting' },
  access: offices,
  scope: 'matters:read',
  params: roundParams,
  query: z.object({ format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf'), by: z.enum(['unit', 'matter']) }),
  response: 'file',
});

export const roundReceipts = endpoint({
  id: 'roundReceipts',
  method: 'GET',
  path: '/api/assign-rounds/:roundId/receipts',
  tag: 'assignments',
  summary: { zh: '交接单与签收情况', en: 'Hand-over receipts, and who has signed' },
  access: officesAndUnits,
  scope: 'matters:read',
  params: roundParams,
  response: z.object({
    items: z.array(
      z.object({
        unit: named,
        handedOver: z.number().int(),
        signed: z.number().int(),
        /** Sign-for is due; null: the ruleset sets no date. */
        signBy: localDate.nullable(),
        /** Duties that the reader may sign for now. */
        toSign: z.array(id),
      }),
    ),
  }),
});

export const handOverReceipt = endpoint({
  id: 'handOverReceipt',
  method: 'GET',
  path: '/api/assign-rounds/:roundId/receipts/:unitId',
  tag: 'assignments',
  summary: { zh: '一个单位的交接单', en: 'The hand-over receipt of one unit' },
  access: officesAndUnits,
  scope: 'matters:read',
  params: roundParams.extend({ unitId: idParam }),
  query: z.object({ format: paperFormat.default('pdf') }),
  response: 'file',
});
