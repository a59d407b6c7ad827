/**
 * Matters of an earlier year that were entered afterwards: as the product takes them in, and, worked out here by
 * itself, as a case file that had been kept then would have looked on each of those days.
 */
import fc from 'fast-check';
import type { Assignment } from '#core/assignment/assignment.ts';
import { blankPast, type Past } from '#core/assignment/past.ts';
import type { PastDuty } from '#core/case/case-command.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import type { ContactChannel } from '#core/ruleset.ts';
import { caseFile, cast, fullReply, units } from './builders.ts';
import { happened, stored, attempt } from './story.ts';

type Told = {
  readonly sign: number | null;
  readonly talk: number | null | 'undated';
  readonly channel: ContactChannel | null;
  readonly replies: readonly {
    readonly after: number;
    readonly resultClass: string | null;
    readonly adopted: boolean | null;
    readonly attitude: string | null;
    readonly outcome: string | null;
    readonly rated: number | null;
  }[];
};

const levels = ['satisfied', 'basicallySatisfied', 'dissatisfied'] as const;
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null, freq: 3 });

const toldArb: fc.Arbitrary<Told> = fc.record({
  sign: maybe(fc.nat(3)),
  talk: fc.oneof(maybe(fc.nat(120)), fc.constant('undated' as const)),
  channel: maybe(fc.constantFrom('visit', 'phone', 'meeting')),
  replies: fc.array(
    fc.record({
      after: fc.integer({ min: 4, max: 60 }),
      resultClass: maybe(fc.constantFrom('A', 'B', 'C')),
      adopted: maybe(fc.boolean()),
      attitude: maybe(fc.constantFrom(...levels)),
      outcome: maybe(fc.constantFrom(...levels)),
      rated: maybe(fc.nat(20)),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

export const pastLifeArb = fc.record({
  assigned: fc.nat(40),
  separate: fc.boolean(),
  assisted: fc.boolean(),
  told: fc.tuple(toldArb, toldArb),
  closed: maybe(fc.nat(30)),
});
type PastLife = typeof pastLifeArb extends fc.Arbitrary<infer Value> ? Value : never;

const day = (n: number): string => new Date(Date.UTC(2025, 2, 1 + n)).toISOString().slice(0, 10);
const endOf = (on: string): string => `${on}T15:59:59.999Z`;
const entered = '2026-02-20';
const enteredAt = `${entered}T02:00:00.000Z`;

/** One unit's part with all its days counted from the first of March 2025. */
type Part = {
  readonly unitId: number;
  readonly role: PastDuty['role'];
  readonly signed: number | null;
  readonly talked: { readonly on: number | null; readonly channel: ContactChannel | null } | null;
  readonly replies: readonly (Told['replies'][number] & {
    readonly on: number;
    readonly ratedOn: number | null;
  })[];
};

const partOf = (unitId: number, role: PastDuty['role'], told: Told | null, assigned: number): Part => {
  if (told === null) return { unitId, role, signed: null, talked: null, replies: [] };
  let last = assigned + 4;
  const replies = told.replies.map((one) => {
    last += one.after;
    return { ...one, on: last, ratedOn: one.rated === null ? null : last + one.rated };
  });
  const talked =
    told.talk === null && told.channel === null
      ? null
      : { on: typeof told.talk === 'number' ? assigned + told.talk : null, channel: told.channel };
  return { unitId, role, signed: told.sign === null ? null : assigned + told.sign, talked, replies };
};

const partsOf = ({ assigned, separate, assisted, told: [one, other] }: PastLife): readonly Part[] => [
  partOf(units.education, separate ? 'separate' : assisted ? 'lead' : 'sole', one, assigned),
  ...(separate ? [partOf(units.transport, 'separate', other, assigned)] : []),
  ...(assisted ? [partOf(units.health, 'assist', null, assigned)] : []),
];

const asPast = (part: Part): Past => ({
  ...blankPast,
  signedOn: part.signed === null ? null : day(part.signed),
  contact:
    part.talked === null
      ? null
      : {
          on: part.talked.on === null ? null : day(part.talked.on),
          channels: part.talked.channel === null ? [] : [part.talked.channel],
        },
  replies: part.replies.map((reply, index) => ({
    round: index + 1,
    on: day(reply.on),
    documentNo: null,
    resultClass: reply.resultClass,
    disclosure: null,
    adopted: reply.adopted,
    attitude: reply.attitude,
    outcome: reply.outcome,
    ratedOn: reply.ratedOn === null ? null : day(reply.ratedOn),
  })),
});

/** The end of everything that is told, or later by some days; null: the list does not tell. */
const closedOf = (life: PastLife, parts: readonly Part[]): number | null =>
  life.closed === null
    ? null
    : life.closed +
      Math.max(...parts.flatMap(({ replies }) => replies.flatMap(({ on, ratedOn }) => [on, ratedOn ?? on])));

const dutyAt = (blank: Assignment, part: Part, now: number): Assignment => ({
  ...blank,
  signedOn: part.signed !== null && part.signed <= now ? day(part.signed) : null,
  state: part.replies.some(({ on }) => on <= now) ? 'answered' : 'assigned',
});

/** The case as it would have stood at the end of a day; `null`: now that it is entered. */
const fileAt = (
  whole: CaseFile,
  parts: readonly Part[],
  closed: number | null,
  on: number | null,
): CaseFile => {
  const now = on ?? 100_000;
  const begun =
    whole.duties.length > 0 && now >= Math.min(...whole.duties.map(({ assignedOn }) => dayNo(assignedOn)));
  const main = parts.filter(({ role }) => role !== 'assist');
  const answered = main.every(({ replies }) => replies.some((one) => one.on <= now));
  const isOver = on === null || (closed !== null && closed <= now);
  const rows = begun ? parts : [];
  return {
    ...whole,
    matter: {
      ...whole.matter,
      stage: isOver ? 'closed' : begun && answered ? 'replied' : begun ? 'assigned' : 'filed',
      assignedOn: begun ? whole.matter.assignedOn : null,
    },
    duties: rows.map((part, index) =>
      dutyAt({ ...whole.duties[index], past: null } as Assignment, part, now),
    ),
    contacts: rows.flatMap(({ talked, replies }, index) => {
      const since = talked === null ? null : (talked.on ?? replies[0]?.on ?? null);
      if (talked === null || since === null || since > now) return [];
      const channel = talked.channel ?? 'letter';
      return [{ id: index + 1, assignmentId: index + 1, channel, struck: false } as never];
    }),
    replies: rows.flatMap(({ replies }, index) =>
      replies.flatMap((reply, round) =>
        reply.on > now
          ? []
          : [
              {
                id: 10 * (index + 1) + round,
                assignmentId: index + 1,
                round: round + 1,
                state: 'issued',
                content: {
                  ...fullReply(),
                  resultClass: reply.resultClass,
                  answers: reply.adopted === true ? fullReply([1]).answers : [],
                },
              } as never,
            ],
      ),
    ),
    ratings: rows.flatMap(({ replies }, index) =>
      replies.flatMap((reply, round) => {
        const since = reply.ratedOn ?? closed ?? 100_000;
        if ((reply.attitude ?? reply.outcome) === null || since > now) return [];
        const { attitude, outcome } = reply;
        return [{ replyId: 10 * (index + 1) + round, verdict: { attitude, outcome } } as never];
      }),
    ),
  };
};

const dayNo = (on: string): number => Math.round((Date.parse(on) - Date.UTC(2025, 2, 1)) / 86_400_000);

/** A life of one matter: its journal as the product keeps it, and how it stood after each day on which something was. */
export const livePast = (life: PastLife) => {
  const parts = partsOf(life);
  const closed = closedOf(life, parts);
  const filedOn = '2025-02-20';
  const start = caseFile({ matter: { filedOn } });
  const outcome = happened(
    attempt(start, [
      cast.congressOffice,
      entered,
      {
        on: 'history',
        command: {
          type: 'record',
          assignedOn: day(life.assigned),
          closedOn: closed === null ? null : day(closed),
          duties: parts.map((part) => ({ unitId: part.unitId, role: part.role, past: asPast(part) })),
        },
      },
    ]),
  );
  const whole = stored(outcome.file);
  const { id: _, version: __, ...filed } = start.matter;
  const ids = new Map(outcome.file.duties.map((duty, index) => [duty.id, whole.duties[index]?.id ?? 0]));
  const events = outcome.events.map((item) =>
    item.on === 'assignment' ? { ...item, id: ids.get(item.id) ?? item.id } : item,
  );
  const days = new Set([
    dayNo(filedOn),
    life.assigned,
    ...(closed === null ? [] : [closed]),
    ...parts.flatMap(({ signed, talked, replies }) => [
      ...[signed, talked?.on ?? null].filter((one) => one !== null),
      ...replies.flatMap(({ on, ratedOn }) => [on, ...(ratedOn === null ? [] : [ratedOn])]),
    ]),
  ]);
  const stood = [...days]
    .sort((a, b) => a - b)
    .flatMap((on) => {
      const after = { at: endOf(day(on)), file: fileAt(whole, parts, closed, on), leader: null };
      // A matter that is closed on the day of its last reply was answered before.
      const before = { ...after, file: fileAt(whole, parts, null, on) };
      return [before, after];
    });
  return {
    whole,
    entries: [
      {
        at: enteredAt,
        on: entered,
        events: [{ on: 'matter', event: { type: 'matterFiled', matter: filed } } as const],
      },
      { at: enteredAt, on: entered, events },
    ],
    pasts: [...stood, { at: enteredAt, file: fileAt(whole, parts, closed, null), leader: null }],
  };
};
