/** Synthetic matters as lines for COPY: what filing, assigning, answering and rating would have left in the tables. */
import { emptyStream, nextEntry } from '#server/platform/journal.ts';
import type { Random } from '../demo/random.ts';
import type { BenchSession, BenchUnit, City } from './city.ts';
import { type Cell, copyLine } from './copy-in.ts';
import { skewed, type Text } from './texts.ts';

export const columns = {
  matter:
    'jurisdiction_id, id, version, kind, organ_id, session_id, year, in_session, case_no, title, category, public_consent, stage, filed_on, assigned_on, closed_at, responsible_leader, lead_proposer_id, lead_unit_id, due_on, result_class, updated_at',
  matter_text: 'jurisdiction_id, matter_id, body',
  point: 'jurisdiction_id, matter_id, no, text',
  proposer: 'jurisdiction_id, matter_id, person_id, position',
  assignment:
    'jurisdiction_id, id, matter_id, organ_id, unit_id, role, state, assigned_on, signed_on, answered_on, handler_id, due_on, owed, result_class',
  contact:
    'jurisdiction_id, matter_id, assignment_id, round, stage, channel, at, who, rank, proposer_present, said, entered_by, entered_at',
  reply:
    'jurisdiction_id, id, matter_id, assignment_id, unit_id, round, state, level, content, result_class, disclosure, document_no, issued_on',
  rating:
    'jurisdiction_id, reply_id, matter_id, round, proposer_id, state, attitude, outcome, reason, points, sealed_at',
  journal: 'jurisdiction_id, stream, n, at, actor_id, via, command, matter_id, entry, previous_hash, hash',
  journal_head: 'jurisdiction_id, stream, n, hash',
  matter_search: 'jurisdiction_id, matter_id, tokens',
} as const;

export type Table = keyof typeof columns;
export type Lines = Record<Table, string[]>;
export const tables = Object.keys(columns) as readonly Table[];
export const emptyLines = (): Lines =>
  Object.fromEntries(tables.map((table) => [table, [] as string[]])) as unknown as Lines;

const never = 'infinity';
const live = new Set(['filed', 'assigned', 'handling', 'rehandling']);

const stageOf = (random: Random, year: number): string => {
  const roll = random.next();
  if (year < 2026) return roll < 0.96 ? 'closed' : roll < 0.98 ? 'rated' : 'withdrawn';
  if (roll < 0.04) return 'filed';
  if (roll < 0.24) return 'assigned';
  if (roll < 0.62) return 'handling';
  if (roll < 0.78) return 'replied';
  if (roll < 0.9) return 'rated';
  return roll < 0.93 ? 'rehandling' : 'closed';
};

const dutyState = (stage: string, assist: boolean): string => {
  if (stage === 'assigned') return 'assigned';
  if (stage === 'handling') return 'signed';
  if (stage === 'rehandling' && !assist) return 'rehandling';
  return assist ? 'signed' : 'answered';
};

const day = (random: Random, year: number, from: number, to: number): string => {
  const at = new Date(Date.UTC(year, 0, 16 + random.int(from, to)));
  return at.toISOString().slice(0, 10);
};

const answerText =
  '经研究，现答复如下：我单位高度重视，会同有关部门到现场查看并与您沟通，已列入年度计划，按照先急后缓的原则分步实施，完成时间和责任人见附表。感谢您对这项工作的关心和支持。';

const content = (points: number, resultClass: string): string =>
  JSON.stringify({
    opening: '您提出的建议收悉。',
    answers: Array.from({ length: points }, (_, index) => ({
      no: index + 1,
      answer: answerText,
      adoption: 'adopted',
    })),
    closing: '特此答复。',
    resultClass,
    disclosure: 'proactive',
    disclosureReason: '',
    contactPerson: '经办人',
    contactPhone: '19900000001',
  });

type Given = {
  readonly city: City;
  readonly random: Random;
  readonly text: Text;
  readonly id: number;
  /** Takes the next id of an assignment or reply. */
  readonly takeId: () => number;
};

type Duty = { readonly id: number; readonly unit: BenchUnit; readonly role: string; readonly state: string };

const pickUnits = (random: Random, units: readonly BenchUnit[]): readonly BenchUnit[] => {
  const count = random.chance(0.55) ? 1 : random.int(2, 4);
  const chosen = new Set<BenchUnit>();
  while (chosen.size < count) {
    const unit = units[skewed(random, units.length)];
    if (unit !== undefined) chosen.add(unit);
  }
  return [...chosen];
};

/** What is owed in a state of these: no duty here waits on a hand-back, and these rules date neither contact nor draft. */
const owedIn = (state: string, role: string): string => {
  if (state === 'assigned') return 'signFor';
  if (state === 'rehandling') return 'rehandle';
  return role === 'assist' ? 'opinion' : 'reply';
};

const writeDuties = (
  lines: Lines,
  given: Given,
  matter: {
    readonly organId: number;
    readonly stage: string;
    readonly assignedOn: string;
    readonly due: string;
    readonly result: string | null;
  },
) => {
  const { city, random, id, takeId } = given;
  const { organId, stage, assignedOn, due, result } = matter;
  const units = pickUnits(random, city.units);
  return units.map((unit, index): Duty => {
    const role = units.length === 1 ? 'sole' : index === 0 ? 'lead' : 'assist';
    const state = dutyState(stage, role === 'assist');
    const signed = state === 'assigned' ? null : assignedOn;
    const open = live.has(stage) && state !== 'answered';
    const handler = state === 'assigned' ? null : (unit.handlers[index % unit.handlers.length] ?? null);
    const duty = { id: takeId(), unit, role, state };
    const row: Cell[] = [city.jurisdictionId, duty.id, id, organId, unit.id, role, state, assignedOn, signed];
    row.push(
      state === 'answered' ? assignedOn : null,
      handler,
      open ? due : never,
      open ? owedIn(state, role) : null,
      role === 'assist' ? null : result,
    );
    lines.assignment.push(copyLine(row));
    return duty;
  });
};

const writeJournal = (lines: Lines, given: Given, duties: readonly Duty[], on: string): void => {
  const j = given.city.jurisdictionId;
  const actor = { jurisdictionId: j, personId: 1, name: '督查员', grants: [], via: 'session' as const };
  const stream = `matter:${given.id}`;
  const data = duties.map(({ id, unit, role }) => ({
    on: 'assignment',
    id,
    event: { type: 'dutyAssigned', unitId: unit.id, role, round: 1 },
  }));
  const at = { instant: `${on}T02:00:00.000Z`, date: on };
  const item = { stream, command: 'plan.assign', matterId: given.id, data };
  const row = nextEntry(emptyStream, actor, at, item);
  lines.journal.push(
    copyLine([
      j,
      stream,
      1,
      row.at,
      1,
      row.via,
      row.command,
      given.id,
      row.entry,
      row.previous_hash,
      row.hash,
    ]),
  );
  lines.journal_head.push(copyLine([j, stream, 1, row.hash]));
};

const writeAnswer = (
  lines: Lines,
  given: Given,
  main: Duty,
  facts: {
    readonly points: number;
    readonly result: string;
    readonly on: string;
    readonly lead: number;
    readonly rated: boolean;
  },
): void => {
  const { city, id, takeId } = given;
  const j = city.jurisdictionId;
  const replyId = takeId();
  lines.reply.push(
    copyLine([
      ...[
        j,
        replyId,
        id,
        main.id,
        main.unit.id,
        1,
        'issued',
        3,
        content(facts.points, facts.result),
        facts.result,
      ],
      ...['proactive', `试验函〔${facts.on.slice(0, 4)}〕${replyId}号`, facts.on],
    ]),
  );
  const at = `${facts.on}T03:00:00Z`;
  const verdict = facts.rated ? ['satisfied', 'satisfied', '', '[]', at] : [null, null, null, null, null];
  lines.rating.push(copyLine([j, replyId, id, 1, facts.lead, facts.rated ? 'sealed' : 'open', ...verdict]));
};

const writeLists = (lines: Lines, given: Given, points: number): number => {
  const { city, random, id, text } = given;
  const j = city.jurisdictionId;
  lines.matter_text.push(copyLine([j, id, text.body]));
  lines.matter_search.push(copyLine([j, id, text.words]));
  for (let no = 1; no <= points; no += 1)
    lines.point.push(copyLine([j, id, no, `${text.title}（第${no}项）`]));
  const people = new Set<number>();
  const wanted = random.chance(0.6) ? 1 : random.int(2, 8);
  while (people.size < wanted) {
    const person = city.proposers[skewed(random, city.proposers.length)];
    if (person !== undefined) people.add(person);
  }
  for (const [position, person] of [...people].entries())
    lines.proposer.push(copyLine([j, id, person, position]));
  return [...people][0] ?? 0;
};

const pickSession = (random: Random, city: City): BenchSession => {
  const year = 2026 - skewed(random, 6);
  const kind = random.chance(0.6) ? 'suggestion' : 'proposal';
  return city.sessions.find((one) => one.year === year && one.kind === kind) ?? random.pick(city.sessions);
};

/** Adds one matter with all that belongs to it. */
export const writeMatter = (lines: Lines, given: Given): void => {
  const { city, random, text, id } = given;
  const j = city.jurisdictionId;
  const session = pickSession(random, city);
  const stage = stageOf(random, session.year);
  const assigned = stage !== 'filed' && stage !== 'withdrawn';
  const answered = ['replied', 'rated', 'closed'].includes(stage);
  const points = random.int(1, 3);
  const lead = writeLists(lines, given, points);
  const assignedOn = day(random, session.year, 10, 60);
  const due = live.has(stage)
    ? day(random, session.year, stage === 'filed' ? 20 : 250, stage === 'filed' ? 40 : 420)
    : never;
  const result = answered ? (['A', 'A', 'A', 'B', 'B', 'C', 'D'][random.int(0, 6)] ?? 'A') : null;
  const { organId } = session;
  const duties = assigned ? writeDuties(lines, given, { organId, stage, assignedOn, due, result }) : [];
  const [main] = duties;
  if (main !== undefined) {
    writeJournal(lines, given, duties, assignedOn);
    if (main.state !== 'assigned' && random.chance(0.7)) {
      const at = `${assignedOn}T06:00:00Z`;
      const said = '电话沟通，介绍了现场情况和初步打算。';
      const by = main.unit.officeId;
      lines.contact.push(
        copyLine([j, id, main.id, 1, 'during', 'phone', at, '经办人', 'handler', true, said, by, at]),
      );
    }
    const on = day(random, session.year, 80, 200);
    if (result !== null)
      writeAnswer(lines, given, main, { points, result, on, lead, rated: stage !== 'replied' });
  }
  const closedAt = stage === 'closed' ? `${session.year}-10-20T02:00:00Z` : null;
  lines.matter.push(
    copyLine([
      ...[j, id, 2, session.kind, session.organId, session.id, session.year, random.chance(0.8)],
      ...[`${session.year}${String(id).padStart(7, '0')}`, text.title, text.category, 'unasked', stage],
      ...[day(random, session.year, -10, 5), assigned ? assignedOn : null, closedAt, '', lead],
      ...[
        main?.unit.id ?? null,
        due,
        result,
        `${assignedOn}T02:00:00.${String(id % 1000).padStart(3, '0')}Z`,
      ],
    ]),
  );
};
