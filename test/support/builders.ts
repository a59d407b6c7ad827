/** A small invented city for tests: its units, its people, one matter, and what a command needs beside the matter. */
import type { Actor, Grant } from '#core/access.ts';
import type { CaseFacts } from '#core/case/case-command.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import type { Scene } from '#core/case/context.ts';
import type { WorkCalendar } from '#core/clock/calendar.ts';
import type { Matter } from '#core/matter/matter.ts';
import type { ReplyContent } from '#core/reply/reply.ts';
import type { Ruleset } from '#core/ruleset.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import { cnCalendar } from '#rulesets/calendar/cn.ts';
import { national } from '#rulesets/national.ts';

export const organs = { congress: 1, cppcc: 2 } as const;

/** `park` is a boundary unit, outside the supervisor's power; `dissolved` takes no matters; `health` has no sections. */
export const units = {
  education: 101,
  transport: 102,
  health: 103,
  park: 104,
  dissolved: 105,
  water: 106,
  nowhere: 199,
} as const;

export const sections = { schools: 1011, exams: 1012, roads: 1021, rivers: 1061 } as const;

const sectionsOf: Readonly<Record<number, readonly number[]>> = {
  [units.education]: [sections.schools, sections.exams],
  [units.transport]: [sections.roads],
  [units.water]: [sections.rivers],
};

const unitAbove: ReadonlyMap<number, number> = new Map(
  Object.entries(sectionsOf).flatMap(([unitId, below]) =>
    below.map((sectionId) => [sectionId, Number(unitId)] as const),
  ),
);

const person = (personId: number, name: string, ...grants: readonly Grant[]): Actor => ({
  jurisdictionId: 1,
  personId,
  name,
  grants,
  via: 'session',
});

/** The fixed cast. Person ids of a unit's people begin with the unit's last two digits. */
export const cast = {
  supervisor: person(1, '督查甲', { role: 'supervisor' }),
  congressOffice: person(2, '代工委甲', { role: 'congress-office', organId: organs.congress }),
  cppccOffice: person(3, '提案委甲', { role: 'cppcc-office', organId: organs.cppcc }),
  cityLeader: person(4, '市领导甲', { role: 'city-leader' }),
  systemAdmin: person(5, '系统管理员', { role: 'system-admin' }),
  auditAdmin: person(6, '审计管理员', { role: 'audit-admin' }),
  nobody: person(9, '无角色'),
  leadProposer: person(11, '代表甲', { role: 'proposer' }),
  coProposer: person(12, '代表乙', { role: 'proposer' }),
  otherProposer: person(13, '代表丙', { role: 'proposer' }),
  educationOffice: person(101, '教育办公室', { role: 'unit-office', unitId: units.education }),
  educationLeader: person(102, '教育分管领导', { role: 'unit-leader', unitId: units.education }),
  schoolsHead: person(103, '基教处长', { role: 'section-head', unitId: sections.schools }),
  educationHandler: person(104, '教育经办甲', { role: 'handler', unitId: units.education }),
  educationSecondHandler: person(105, '教育经办乙', { role: 'handler', unitId: units.education }),
  examsHead: person(106, '考试处长', { role: 'section-head', unitId: sections.exams }),
  transportOffice: person(201, '交通办公室', { role: 'unit-office', unitId: units.transport }),
  transportLeader: person(202, '交通分管领导', { role: 'unit-leader', unitId: units.transport }),
  roadsHead: person(203, '道路处长', { role: 'section-head', unitId: sections.roads }),
  transportHandler: person(204, '交通经办', { role: 'handler', unitId: units.transport }),
  healthOffice: person(301, '卫健办公室', { role: 'unit-office', unitId: units.health }),
  healthLeader: person(302, '卫健分管领导', { role: 'unit-leader', unitId: units.health }),
  healthHandler: person(304, '卫健经办', { role: 'handler', unitId: units.health }),
  parkOffice: person(401, '园区办公室', { role: 'unit-office', unitId: units.park }),
  parkLeader: person(402, '园区分管领导', { role: 'unit-leader', unitId: units.park }),
  parkHandler: person(404, '园区经办', { role: 'handler', unitId: units.park }),
  waterOffice: person(601, '水务办公室', { role: 'unit-office', unitId: units.water }),
  waterLeader: person(602, '水务分管领导', { role: 'unit-leader', unitId: units.water }),
  riversHead: person(603, '河道处长', { role: 'section-head', unitId: sections.rivers }),
  waterHandler: person(604, '水务经办', { role: 'handler', unitId: units.water }),
} as const satisfies Readonly<Record<string, Actor>>;

export const everyone: readonly Actor[] = Object.values(cast);

/** The unit an actor works in (a section's head: the unit above the section), or null. */
export const unitOf = (actor: Actor): number | null => {
  const at = actor.grants.find((grant) => grant.unitId !== undefined)?.unitId;
  return at === undefined ? null : (unitAbove.get(at) ?? at);
};

export const staffOf = (unitId: number): readonly number[] =>
  everyone.filter((actor) => unitOf(actor) === unitId).map((actor) => actor.personId);

const holding = (role: Grant['role'], unitId: number): readonly number[] =>
  everyone
    .filter((actor) => unitOf(actor) === unitId && actor.grants.some((grant) => grant.role === role))
    .map((actor) => actor.personId);
export const handlersOf = (unitId: number): readonly number[] => holding('handler', unitId);
export const leadersOf = (unitId: number): readonly number[] => holding('unit-leader', unitId);

/** What the server would look up for a command on a duty of this unit. */
const factsFor = (unitId: number | null): CaseFacts => ({
  units: new Map([
    [units.education, { open: true, boundary: false }],
    [units.transport, { open: true, boundary: false }],
    [units.health, { open: true, boundary: false }],
    [units.park, { open: true, boundary: true }],
    [units.dissolved, { open: false, boundary: false }],
    [units.water, { open: true, boundary: false }],
  ]),
  unitNames: new Map([
    [units.education, '云川市教育局'],
    [units.transport, '云川市交通局'],
    [units.health, '云川市卫健委'],
    [units.park, '云川港务区'],
    [units.dissolved, '云川市旧局'],
    [units.water, '云川市水务局'],
  ]),
  sectionIds: unitId === null ? [] : (sectionsOf[unitId] ?? []),
  handlerIds: unitId === null ? [] : handlersOf(unitId),
  leaderIds: unitId === null ? [] : leadersOf(unitId),
});

/** Nine in the morning of that day in Asia/Shanghai. */
export const moment = (date: LocalDate): Moment => ({ instant: `${date}T01:00:00.000Z`, date });

export const scene = (actor: Actor, date: LocalDate): Scene => ({
  actor,
  at: moment(date),
  facts: factsFor(unitOf(actor)),
});

const calendar: WorkCalendar = cnCalendar;
export const ruleset: Ruleset = national;

export type CaseFilePart = Partial<Omit<CaseFile, 'matter'>> & { readonly matter?: Partial<Matter> };

/** A suggestion with two points and two proposers, filed 2026-02-10, the session closed on 2026-02-12, not assigned. */
export const caseFile = ({ matter, ...part }: CaseFilePart = {}): CaseFile => ({
  matter: {
    id: 1,
    version: 1,
    kind: 'suggestion',
    organId: organs.congress,
    sessionId: 1,
    inSession: true,
    caseNo: '20260001',
    title: '关于改善学校周边交通的建议',
    body: '上下学时段道路拥堵，学生过街不安全。',
    category: null,
    publicConsent: 'full',
    level: 'city',
    proposerType: 'individual',
    priority: false,
    stage: 'filed',
    points: [
      { no: 1, text: '增设护学岗' },
      { no: 2, text: '错峰上下学' },
    ],
    filedOn: '2026-02-10',
    assignedOn: null,
    closedAt: null,
    ...matter,
  },
  proposerIds: [cast.leadProposer.personId, cast.coProposer.personId],
  duties: [],
  contacts: [],
  opinions: [],
  replies: [],
  ratings: [],
  ruleset,
  calendar,
  sessionClosesOn: '2026-02-12',
  ...part,
});

/** A reply that lacks nothing for these points. */
export const fullReply = (pointNos: readonly number[] = [1, 2]): ReplyContent => ({
  opening: '感谢您对教育工作的关心。',
  answers: pointNos.map((no) => ({ no, answer: `第${no}点已办理。`, adoption: 'adopted' })),
  closing: '我局将继续推进。',
  resultClass: 'A',
  disclosure: 'proactive',
  disclosureReason: '',
  contactPerson: '教育经办甲',
  contactPhone: '000-0000-0000',
});
